#include "domain/text/command_words.hpp"

#include <algorithm>

namespace connect {

std::vector<std::string> command_words(std::string_view command) {
  constexpr std::string_view blanks = " \t";
  std::vector<std::string> words;
  for (auto at = command.find_first_not_of(blanks); at != command.npos;) {
    const auto end = std::min(command.find_first_of(blanks, at), command.size());
    words.emplace_back(command.substr(at, end - at));
    at = command.find_first_not_of(blanks, end);
  }
  return words;
}

}  // namespace connect
