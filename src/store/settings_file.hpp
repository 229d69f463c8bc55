// config.toml, line by line. It is the part of TOML that settings need: `key = value` with a bare
// word, a "text" or a 'text' as its value, lists over several lines, [tables], comments. Bare words
// may be separated by commas or blanks, as 1.0.0 understood them. Not CLI11's reader, which knows
// no line numbers, ends text at a # inside quotes and takes a key that is set twice.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace connect::store {

struct SettingLine {
  std::size_t line = 0;             // from 1; of a list, where it begins
  std::string name;                 // "rhythm"; inside of [day] "day.rhythm"
  std::vector<std::string> values;  // never empty unless there is a fault, or an empty list
  std::string fault;                // why the line cannot be read, or empty; never quotes the line
};

/// Every line that is neither blank nor a comment, readable or not, in order. A byte order mark and
/// carriage returns before line ends are no part of the text.
std::vector<SettingLine> setting_lines(std::string_view text);

}  // namespace connect::store
