#include "store/upkeep/mentions.hpp"

#include <algorithm>

#include "domain/text/name_folding.hpp"

namespace connect::store {
namespace {

/// Of text whose case is folded: an ASCII letter or digit.
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// The end of the name if it begins at `at`, else npos. Its words may be separated by a space, by
/// one of -_. as in aunt-ruth, or not at all.
std::size_t end_of_name(std::string_view text, std::size_t at, std::string_view name) {
  constexpr std::string_view between = " -_.";
  for (const char c : name) {
    if (c == ' ') {
      if (at < text.size() && between.find(text[at]) != between.npos) ++at;
      continue;
    }
    if (at == text.size() || text[at] != c) return text.npos;
    ++at;
  }
  return at;
}

/// Whether a word ends here, possibly after the s of a genitive or plural: mayas birthday.
bool ends_word(std::string_view text, std::size_t end) {
  const auto is_end = [&](std::size_t at) { return at >= text.size() || !is_letter(text[at]); };
  return is_end(end) || (text[end] == 's' && is_end(end + 1));
}

bool mentions_name(std::string_view folded, const std::string& name) {
  if (name.empty()) return false;
  const bool is_ascii = std::ranges::all_of(name, [](char c) { return (c & 0x80) == 0; });
  for (auto at = folded.find(name[0]); at != folded.npos; at = folded.find(name[0], at + 1)) {
    const auto end = end_of_name(folded, at, name);
    if (end == folded.npos) continue;
    if (!is_ascii || ((at == 0 || !is_letter(folded[at - 1])) && ends_word(folded, end)))
      return true;
  }
  return false;
}

}  // namespace

bool mentions(std::string_view text, const std::vector<std::string>& names) {
  if (text.empty() || names.empty()) return false;
  const std::string folded = fold_key(text);
  return std::ranges::any_of(names, [&](const auto& name) { return mentions_name(folded, name); });
}

}  // namespace connect::store
