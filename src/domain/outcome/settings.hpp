// The settings and files that `config` shows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace connect {

/// Where a value comes from.
enum class ValueSource : std::uint8_t { option, environment, file, standard };
/// "option", "environment", "file" or "default".
inline std::string_view slug(ValueSource source) {
  constexpr std::string_view slugs[] = {"option", "environment", "file", "default"};
  return slugs[static_cast<std::size_t>(source)];
}

/// A setting as it applies.
struct SettingInForce {
  enum class Kind : std::uint8_t { text, number, flag, list };

  std::string_view name;
  std::string_view purpose;  // a line of explanation
  Kind kind = Kind::text;
  std::vector<std::string> values;  // without quotes; one, unless it is a list
  ValueSource source = ValueSource::standard;
  std::size_t line = 0;  // in the file, from 1
};

/// A file or folder of the program.
struct KnownPath {
  std::string_view name;
  std::string path;                            // absolute; empty when there is no home directory
  bool is_there = true;                        // known for files only
  ValueSource source = ValueSource::standard;  // what chose it
};

struct SettingsView {
  std::vector<SettingInForce> settings;
  KnownPath ledger;  // these two can be chosen by an option or a variable
  KnownPath config;
  std::vector<KnownPath> others;
};

}  // namespace connect
