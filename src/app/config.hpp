// The user's settings. A setting that cannot be understood is named once and left at its default:
// a typo in a configuration must not stop anybody from logging an act.
#pragma once

#include <string>
#include <vector>

#include "connect/app.hpp"
#include "domain/streak/streak.hpp"
#include "domain/suggest/bank.hpp"

namespace connect::app {

/// How often shells greet.
enum class Once : std::uint8_t { day, login };

struct Config {
  int day_start = 0;   // minutes after midnight at which a day begins, 0 to 720
  int week_start = 0;  // 0 for Monday
  std::uint8_t rest_weekdays = 0;
  Rhythm rhythm;
  bool feelings = false;  // the prompt asks about them on some days
  Once once = Once::day;
  Preferences preferences;  // of suggestions: place and setting
};

struct Configured {
  Config config;
  std::vector<std::string> warnings;
};

/// CONNECT_CONFIG, or config.toml in the user's configuration folder; defaults when there is none.
Configured read_config(Files& files, const Facts& facts);
std::string config_path(const Facts& facts);
/// The day that it is for the user.
Day today_of(const Facts& facts, const Config& config);

}  // namespace connect::app
