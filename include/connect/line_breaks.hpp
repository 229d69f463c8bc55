// Where a line may be broken inside a word: East Asian text is written without spaces.
#pragma once

#include <string_view>
#include <vector>

namespace connect {

/// The parts of a word between which a line may be broken; one part when there is no such place. A
/// closing mark stays with what it closes, an opening one with what follows.
std::vector<std::string_view> parts_of_word(std::string_view word);

}  // namespace connect
