#include "domain/text/foreign_text.hpp"

#include <algorithm>

#include "connect/record.hpp"
#include "domain/suggest/act.hpp"

namespace connect {

std::string_view without_mark(std::string_view text) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  return text;
}

std::string unix_text(std::string_view text) {
  text = without_mark(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_line_end = at + 1 == text.size() || text[at + 1] == '\n';
    if (text[at] != '\r' || !is_line_end) out += text[at];
  }
  return out;
}

bool is_plain_id(std::string_view text) {
  const auto is_plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view("-_.:").find(c) != std::string_view::npos;
  };
  return !text.empty() && text.size() <= longest_name && std::ranges::all_of(text, is_plain);
}

bool is_usable_id(std::string_view text) {
  return is_plain_id(text) && text[0] != '-' && text != "last" && !act_from_word(text);
}

}  // namespace connect
