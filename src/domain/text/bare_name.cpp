#include "domain/text/bare_name.hpp"
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

}  // namespace

std::string bare_name(std::string_view word) {
  constexpr std::string_view ends = ",;:!?.";
  while (!word.empty() && ends.find(word.back()) != ends.npos && !is_initials(word))
    word.remove_suffix(1);
  return std::string(word);
}

}  // namespace connect
