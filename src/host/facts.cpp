#include "host/facts.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <ctime>
#include <memory>

#include "host/random.hpp"

namespace connect::host {
namespace {

/// The value of an environment variable; empty when it is not set.
std::string env(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// An XDG base directory: the variable's value, else `below` in the home directory. The XDG Base
/// Directory Specification says to ignore relative values.
std::string base_directory(const char* variable, const std::string& home, const char* below) {
  std::string value = env(variable);
  if (value.starts_with('/')) return value;
  if (home.empty()) return "";
  return home == "/" ? below : home + below;  // containers may have HOME=/
}

/// By the first of LC_ALL, LC_CTYPE and LANG that is set, as setlocale would choose it.
bool locale_is_utf8() {
  std::string locale;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    locale = env(name);
    if (!locale.empty()) break;
  }
  std::ranges::transform(locale, locale.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return locale.find("UTF-8") != locale.npos || locale.find("UTF8") != locale.npos;
}

/// Local time minus UTC at this moment, in minutes.
int offset_minutes_at(std::time_t moment) {
  std::tm local{};
  return localtime_r(&moment, &local) == nullptr ? 0 : static_cast<int>(local.tm_gmtoff / 60);
}

/// Local time minus UTC, in minutes, at a local day and second of the day. A local time that a
/// clock change skips gets the offset from before the change.
int offset_minutes_of(Day day, int second) {
  const Civil date = civil(day);
  std::tm local{};
  local.tm_year = date.year - 1900;
  local.tm_mon = static_cast<int>(date.month) - 1;
  local.tm_mday = static_cast<int>(date.day);
  local.tm_sec = second;
  local.tm_isdst = -1;
  const std::time_t moment = std::mktime(&local);
  return offset_minutes_at(moment);
}

/// Freezes the clock at CONNECT_NOW, for tests. An RFC 3339 moment, whose offset is then used for
/// all local times ('Z' keeps the system's zone), or a date, which means its noon. False when it is
/// unset or malformed.
bool freeze(Facts& facts) {
  const std::string text = env("CONNECT_NOW");
  if (const auto day = day_from_iso(text)) {
    const int noon = 12 * 3600;
    facts.now = instant_at(*day, noon, offset_minutes_of(*day, noon));
    return true;
  }
  const auto now = instant_from_rfc3339(text);
  if (!now) return false;
  facts.now = *now;
  if (text.ends_with('Z')) {
    facts.now.offset_minutes = static_cast<std::int16_t>(offset_minutes_at(now->seconds));
  } else {
    facts.offset_at = [offset = now->offset_minutes](Day, int) { return offset; };
  }
  return true;
}

/// Colour by NO_COLOR, then CLICOLOR_FORCE, then whether it is a terminal that is not "dumb".
Stream stream(int descriptor) {
  Stream found;
  found.terminal = isatty(descriptor) == 1;
  const std::string force = env("CLICOLOR_FORCE");
  if (!env("NO_COLOR").empty()) return found;
  found.colour = (!force.empty() && force != "0") || (found.terminal && env("TERM") != "dumb");
  return found;
}

/// The size of the terminal; without one the width is COLUMNS up to 999, else 80.
void measure(Facts& facts) {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) facts.rows = size.ws_row;
  const int wanted = std::atoi(env("COLUMNS").c_str());
  if (size.ws_col > 0)
    facts.columns = size.ws_col;
  else if (wanted > 0 && wanted < 1000)
    facts.columns = wanted;
}

}  // namespace

Facts read_facts() {
  Facts facts;
  facts.offset_at = offset_minutes_of;
  if (!freeze(facts)) {
    std::timespec now{};
    std::timespec_get(&now, TIME_UTC);
    facts.now = {now.tv_sec, static_cast<std::int16_t>(offset_minutes_at(now.tv_sec))};
    facts.millisecond = static_cast<int>(now.tv_nsec / 1'000'000);
  }
  const std::unique_ptr<char, decltype(&std::free)> here(::getcwd(nullptr, 0), &std::free);
  if (here) facts.folder = here.get();
  std::string home = env("HOME");
  if (!home.starts_with('/')) home.clear();  // relative: each folder would get its own ledger
  facts.home = home;
  facts.data_home = base_directory("XDG_DATA_HOME", home, "/.local/share");
  facts.config_home = base_directory("XDG_CONFIG_HOME", home, "/.config");
  facts.state_home = base_directory("XDG_STATE_HOME", home, "/.local/state");
  facts.cache_home = base_directory("XDG_CACHE_HOME", home, "/.cache");
  facts.runtime_home = base_directory("XDG_RUNTIME_DIR", "", "");
  facts.ledger = home_expanded(env("CONNECT_LEDGER"), home);
  facts.config = home_expanded(env("CONNECT_CONFIG"), home);
  facts.prompts_off = !env("CONNECT_NO_PROMPT").empty();
  facts.utf8 = locale_is_utf8();
  measure(facts);
  facts.build = CONNECT_BUILD;
  facts.out = stream(STDOUT_FILENO);
  facts.err = stream(STDERR_FILENO);
  facts.random = random_bytes();
  return facts;
}

}  // namespace connect::host
