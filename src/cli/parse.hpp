// Words of a command line -> what was asked.
#pragma once

#include <string>
#include <vector>

#include "cli/grammar.hpp"

namespace connect::cli {

Result<Request> parse(const std::vector<std::string>& words, const Calendar& calendar);

/// Whether --json stands among the words, so that even an unreadable command line is answered in
/// the form that was asked for.
bool wants_json(const std::vector<std::string>& words);

/// The items of a configuration file (TOML), as name and values; an error names the line.
struct ConfigItem {
  std::string name;
  std::vector<std::string> values;
};
Result<std::vector<ConfigItem>> config_items(const std::string& text);

}  // namespace connect::cli
