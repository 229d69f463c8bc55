#include "store/mentions.hpp"

#include <algorithm>

#include "connect/text.hpp"

namespace connect::store {
namespace {

/// In text whose case is folded.
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool stands_as_word(std::string_view text, std::size_t at, std::size_t size) {
  return (at == 0 || !is_letter(text[at - 1])) &&
         (at + size == text.size() || !is_letter(text[at + size]));
}

bool mentions(std::string_view folded, const std::string& name) {
  if (name.empty()) return false;
  const bool is_ascii = std::ranges::all_of(name, [](char c) { return (c & 0x80) == 0; });
  for (auto at = folded.find(name); at != folded.npos; at = folded.find(name, at + 1))
    if (!is_ascii || stands_as_word(folded, at, name.size())) return true;
  return false;
}

}  // namespace

bool mentions(std::string_view text, const std::vector<std::string>& names) {
  if (text.empty() || names.empty()) return false;
  const std::string folded = fold_key(text);
  return std::ranges::any_of(names, [&](const auto& name) { return mentions(folded, name); });
}

}  // namespace connect::store
