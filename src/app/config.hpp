// The user's settings, read from config.toml (format: store/settings_file.hpp). A setting that is
// not valid is reported in one warning and keeps its default, because a typo in the configuration
// must not keep anybody from logging an act.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "connect/app.hpp"
#include "domain/outcome/settings.hpp"
#include "domain/streak/streak.hpp"
#include "domain/suggest/bank.hpp"

namespace connect::app {

/// When `prompt --once` greets: in the first shell of the day, or of the login.
enum class Once : std::uint8_t { day, login };

struct Config {
  int week_start = 0;                      // 0 for Monday
  std::uint8_t rest_weekdays = 0;          // bit 0 is Monday
  std::uint8_t work_weekdays = 0b0011111;  // likewise; those that are not rest days count
  Rhythm rhythm;
  bool feelings = false;    // `prompt` asks for a rating on some days
  bool experiment = false;  // the greeting is held back on one day in three
  Once once = Once::day;
  Preferences preferences;  // what suggestions depend on
  std::string reach;        // the command that prints an address of {name}, or empty
};

/// A setting, and the number of the line that sets it, from 1.
using SetLine = std::pair<std::string_view, std::size_t>;

/// The settings, and one warning for each line that was not understood.
struct Configured {
  Config config;
  std::vector<std::string> warnings;
  std::vector<SetLine> lines;  // the valid ones
};

/// Reads config_path(); without a file the defaults apply. An unreadable file is a warning.
Configured read_config(Files& files, const Facts& facts);
/// Every setting with its value, in the order of the manual.
std::vector<SettingInForce> settings_in_force(const Configured& configured);
/// CONNECT_CONFIG, or connect/config.toml in the XDG configuration folder; empty without either.
std::string config_path(const Facts& facts);
/// The user's current day: the local date as it was `day_start` minutes ago.
Day today_of(const Facts& facts, const Config& config);

}  // namespace connect::app
