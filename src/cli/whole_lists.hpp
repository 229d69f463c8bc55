// Lists in config.toml may run over several lines, as TOML allows. What is to be parsed has each of
// them on one line: CLI11 takes a list that nobody closed for one that ends with the file.
#pragma once

#include <string>
#include <string_view>

#include "connect/result.hpp"

namespace connect::cli {

/// The text with every list on one line and without the comments in it; an error that names the
/// line where a list begins that does not end.
Result<std::string> with_whole_lists(std::string_view text);

}  // namespace connect::cli
