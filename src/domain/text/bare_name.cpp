#include "domain/text/bare_name.hpp"

#include <utility>

#include "domain/text/name_folding.hpp"
#include "domain/text/utf8.hpp"

namespace connect {
namespace {

/// Whether the word is two or more single letters, each followed by a full stop.
bool is_initials(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    if (word[at] == '.') return false;
    at += decode(word, at).bytes;
    if (at >= word.size() || word[at] != '.') return false;
    ++at;
  }
  return letters > 1;
}

constexpr std::string_view signs = "@+";

/// Whether a part of `word` with `sign` ends before `place`, where another sign begins a name. In
/// "@Maya,@Sam" none does, because names_in() reads lists.
bool begins_part(std::string_view word, std::size_t place, char sign) {
  if (signs.find(word[place]) == signs.npos || word[place - 1] == ' ') return false;
  if (word.substr(0, place).find_first_not_of(signs) == word.npos) return false;
  if (word[place - 1] == ',' && word[place] == sign) return false;
  const auto next = place + 1 < word.size() ? static_cast<unsigned char>(word[place + 1]) : 0U;
  return next >= 0x80 || (next >= '0' && next <= '9') ||
         ((next | 0x20U) >= 'a' && (next | 0x20U) <= 'z');
}

/// Whether this is no name, but continues the one before the comma: "Smith, Jr."
bool is_suffix(std::string_view name) {
  const std::string key = fold_key(bare_name(name));
  return key == "jr" || key == "sr";
}

}  // namespace

std::string bare_name(std::string_view word) {
  constexpr std::string_view ends = ",;:!?.";
  while (!word.empty() && ends.find(word.back()) != ends.npos && !is_initials(word))
    word.remove_suffix(1);
  return std::string(word);
}

std::string name_in_sentence(std::string_view word) {
  std::string name = bare_name(word);
  for (const std::string_view ending : {"'s", "\u2019s", "'", "\u2019"})
    if (name.ends_with(ending)) {
      name.resize(name.size() - ending.size());
      break;
    }
  return tidied(name);
}

std::string tidy_name(std::string_view name, char sign) {
  std::string out = tidied(name);
  while (out.starts_with(sign)) out = tidied(std::string_view(out).substr(1));
  return out;
}

std::string single_name(std::string_view name) {
  const std::string tidy = tidy_name(name, '@');
  return name.starts_with('@') ? name_in_sentence(tidy) : tidy;
}

std::vector<std::string_view> signed_parts(std::string_view word) {
  constexpr std::string_view joints = "/&;|+";
  std::vector<std::string_view> parts;
  for (std::size_t place = 1; place < word.size(); ++place) {
    if (!begins_part(word, place, word.front())) continue;
    std::string_view part = word.substr(0, place);
    while (part.size() > 1 && joints.find(part.back()) != joints.npos) part.remove_suffix(1);
    parts.push_back(part);
    word.remove_prefix(std::exchange(place, 0));
  }
  parts.push_back(word);
  return parts;
}

std::vector<std::string> names_in(std::string_view word, char sign) {
  const bool is_sentence = word.starts_with(sign);
  std::vector<std::string> names;
  for (bool is_last = false; !is_last;) {
    const auto comma = word.find(',');
    is_last = comma == word.npos;
    const std::string name = tidy_name(word.substr(0, comma), sign);
    if (!is_last) word.remove_prefix(comma + 1);
    if (!names.empty() && is_suffix(name))
      names.back() += ", " + (is_sentence ? name_in_sentence(name) : name);
    else if (std::string bare = is_sentence ? name_in_sentence(name) : name; !bare.empty())
      names.push_back(std::move(bare));
  }
  return names;
}

}  // namespace connect
