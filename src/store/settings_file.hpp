// Parses config.toml line by line: the part of TOML that settings need, which is `key = value` with
// a bare word, a "text" or a 'text' as its value, lists over several lines, [tables] and comments.
// Bare words may be separated by commas or blanks, as 1.0.0 understood them. CLI11's reader is not
// used: it has no line numbers, ends text at a # inside quotes and accepts a key that is set twice.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace connect::store {

struct SettingLine {
  std::size_t line = 0;             // from 1; of a list, where it begins
  std::string name;                 // "rhythm"; within [day] "day.rhythm"
  std::vector<std::string> values;  // empty only with a fault or for an empty list
  std::string fault;                // why the line cannot be read, or empty; never quotes the line
};

/// Every setting and every line that cannot be parsed, in order; blank lines, comments and valid
/// [tables] are left out. A byte order mark and CR before LF are ignored.
std::vector<SettingLine> setting_lines(std::string_view text);

}  // namespace connect::store
