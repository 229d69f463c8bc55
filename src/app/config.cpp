#include "app/config.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <map>
#include <optional>

#include "domain/text/name_folding.hpp"
#include "store/settings_file.hpp"

namespace connect::app {
namespace {

using Values = std::vector<std::string>;

/// 0 (Monday) to 6 for an English weekday name or its first three letters, in any case.
std::optional<int> weekday_from(const std::string& word) {
  std::string lower;
  for (char c : word) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (int i = 0; i < 7; ++i) {
    std::string name(weekday_name(i));
    name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
    if (lower == name || lower == name.substr(0, 3)) return i;
  }
  return std::nullopt;
}

// The setters. Each parses the values of one setting, at least one unless the setting is a list,
// and returns false if a value is not valid.

bool set_day_start(Config& config, const Values& values) {
  const auto minutes = minutes_from_clock(values[0]);
  if (!minutes || *minutes > 720) return false;
  config.day_start = *minutes;
  return true;
}

bool set_week_start(Config& config, const Values& values) {
  const auto day = weekday_from(values[0]);
  config.week_start = day.value_or(config.week_start);
  return day.has_value();
}

bool set_rest_days(Config& config, const Values& values) {
  std::uint8_t days = 0;
  for (const auto& value : values) {
    const auto day = weekday_from(value);
    if (!day) return false;
    days = static_cast<std::uint8_t>(days | 1 << *day);
  }
  config.rest_weekdays = days;
  return true;
}

bool set_rhythm(Config& config, const Values& values) {
  if (values[0].size() != 1 || values[0][0] < '1' || values[0][0] > '7') return false;
  config.rhythm.days_in_seven = values[0][0] - '0';
  return true;
}

/// Sets `field` to the enumerator in `known` whose slug is the value.
template <class T>
bool set_word(T& field, const Values& values, std::initializer_list<T> known) {
  for (T each : known) {
    if (slug(each) != values[0]) continue;
    field = each;
    return true;
  }
  return false;
}

bool set_feelings(Config& config, const Values& values) {
  config.feelings = values[0] == "true";
  return config.feelings || values[0] == "false";
}

bool set_place(Config& config, const Values& values) {
  return set_word(config.preferences.place, values, {Place::any, Place::in_person, Place::remote});
}

bool set_setting(Config& config, const Values& values) {
  return set_word(config.preferences.setting, values, {Setting::any, Setting::home, Setting::work});
}

bool set_once(Config& config, const Values& values) {
  config.once = values[0] == "login" ? Once::login : Once::day;
  return values[0] == "login" || values[0] == "day";
}

struct ConfigKey {
  std::string_view name;
  std::string_view grammar;  // what the value must be, for the warning
  bool (*set)(Config&, const Values&);
  bool is_list = false;  // several values are allowed
};

constexpr std::array<ConfigKey, 8> settings = {{
    {"day_start", "a time up to \"12:00\", such as \"04:00\"", set_day_start},
    {"week_start", "a weekday, such as \"monday\"", set_week_start},
    {"rest_days", "weekdays, such as [\"sat\", \"sun\"]", set_rest_days, true},
    {"rhythm", "a number of days from 1 to 7", set_rhythm},
    {"feelings", "true or false", set_feelings},
    {"once", "\"day\" or \"login\"", set_once},
    {"place", "\"any\", \"in-person\" or \"remote\"", set_place},
    {"setting", "\"any\", \"home\" or \"work\"", set_setting},
}};

std::string unknown_setting(const std::string& name) {
  std::vector<std::string> names;
  for (const ConfigKey& known : settings) names.emplace_back(known.name);
  const auto close = nearest(name, names);
  return "no setting called " + name + (close ? "; did you mean " + *close + "?" : "");
}

/// Applies the lines of a settings file one by one. A line that is not valid leaves its setting at
/// the default; of two lines for one setting the first counts.
class Settings {
 public:
  explicit Settings(Config& config) : config_(config) {}

  /// Returns why the line was rejected, or an empty string.
  std::string take(const store::SettingLine& line) {
    if (!line.fault.empty()) return line.fault;
    const auto known = std::ranges::find(settings, line.name, &ConfigKey::name);
    if (known == settings.end()) return unknown_setting(line.name);
    const auto [before, is_first] = lines_.emplace(line.name, line.line);
    if (!is_first)
      return line.name + " is already set in line " + std::to_string(before->second) +
             "; this line is ignored";
    const bool fits = known->is_list || line.values.size() == 1;
    if (fits && known->set(config_, line.values)) return "";
    return line.name + " must be " + std::string(known->grammar);
  }

 private:
  Config& config_;
  std::map<std::string, std::size_t> lines_;  // line number by setting
};

}  // namespace

std::string config_path(const Facts& facts) {
  if (!facts.config.empty()) return facts.config;
  return facts.config_home.empty() ? "" : facts.config_home + "/connect/config.toml";
}

Day today_of(const Facts& facts, const Config& config) {
  const Instant& now = facts.now;
  return local_day({now.seconds - std::int64_t{config.day_start} * 60, now.offset_minutes});
}

Configured read_config(Files& files, const Facts& facts) {
  Configured out;
  const std::string path = config_path(facts);
  if (path.empty()) return out;
  const auto text = files.whole(path);
  if (!text) out.warnings.push_back(text.error().message);
  if (!text || !*text) return out;
  Settings settings_of_file(out.config);
  for (const store::SettingLine& line : store::setting_lines(**text))
    if (const std::string why = settings_of_file.take(line); !why.empty())
      out.warnings.push_back(path + " line " + std::to_string(line.line) + ": " + why);
  return out;
}

}  // namespace connect::app
