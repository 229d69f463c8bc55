#include "domain/text/foreign_text.hpp"

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

}  // namespace connect
