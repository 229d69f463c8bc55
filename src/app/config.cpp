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
  config.preferences.day_start = *minutes;
  return true;
}

bool set_week_start(Config& config, const Values& values) {
  const auto day = weekday_from(values[0]);
  config.week_start = day.value_or(config.week_start);
  return day.has_value();
}

/// Sets `days` to these weekdays; bit 0 is Monday.
bool set_weekdays(std::uint8_t& days, const Values& values) {
  std::uint8_t set = 0;
  for (const auto& value : values) {
    const auto day = weekday_from(value);
    if (!day) return false;
    set = static_cast<std::uint8_t>(set | 1 << *day);
  }
  days = set;
  return true;
}

bool set_rest_days(Config& config, const Values& values) {
  return set_weekdays(config.rest_weekdays, values);
}

bool set_work_days(Config& config, const Values& values) {
  return set_weekdays(config.work_weekdays, values);
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

/// "true" or "false".
bool set_flag(bool& flag, const Values& values) {
  flag = values[0] == "true";
  return flag || values[0] == "false";
}

bool set_feelings(Config& config, const Values& values) {
  return set_flag(config.feelings, values);
}

bool set_experiment(Config& config, const Values& values) {
  return set_flag(config.experiment, values);
}

bool set_name_quiet(Config& config, const Values& values) {
  return set_flag(config.preferences.names_quiet, values);
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

bool set_reach(Config& config, const Values& values) {
  config.reach = values[0];
  return values[0].empty() || values[0].find("{name}", 1) != values[0].npos;
}

// The getters: the values of a setting as the file would have them, without quotes.

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// "monday".
std::string weekday_word(int weekday) {
  std::string name(weekday_name(weekday));
  name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
  return name;
}

Values day_start_of(const Config& config) {
  return {two_digits(config.preferences.day_start / 60) + ":" +
          two_digits(config.preferences.day_start % 60)};
}

Values week_start_of(const Config& config) { return {weekday_word(config.week_start)}; }

Values weekday_words(std::uint8_t weekdays) {
  Values days;
  for (int day = 0; day < 7; ++day)
    if ((weekdays >> day & 1) != 0) days.push_back(weekday_word(day).substr(0, 3));
  return days;
}

Values rest_days_of(const Config& config) { return weekday_words(config.rest_weekdays); }
Values work_days_of(const Config& config) { return weekday_words(config.work_weekdays); }

Values rhythm_of(const Config& config) { return {std::to_string(config.rhythm.days_in_seven)}; }
Values feelings_of(const Config& config) { return {config.feelings ? "true" : "false"}; }
Values once_of(const Config& config) { return {config.once == Once::login ? "login" : "day"}; }
Values place_of(const Config& config) { return {std::string(slug(config.preferences.place))}; }
Values setting_of(const Config& config) { return {std::string(slug(config.preferences.setting))}; }

Values experiment_of(const Config& config) { return {config.experiment ? "true" : "false"}; }

Values name_quiet_of(const Config& config) {
  return {config.preferences.names_quiet ? "true" : "false"};
}
Values reach_of(const Config& config) { return {config.reach}; }

using Kind = SettingInForce::Kind;

struct ConfigKey {
  std::string_view name;
  Kind kind;
  std::string_view grammar;  // what the value must be, for the warning
  std::string_view purpose;  // a line of explanation
  bool (*set)(Config&, const Values&);
  Values (*get)(const Config&);
};

/// The only list of the settings. Their defaults are those of Config.
constexpr std::array<ConfigKey, 12> settings = {{
    {"day_start", Kind::text, "a time up to \"12:00\", such as \"04:00\"",
     "When a day begins, up to \"12:00\"; until then it is still the day before.", set_day_start,
     day_start_of},
    {"week_start", Kind::text, "a weekday, such as \"monday\"", "The first day of the week.",
     set_week_start, week_start_of},
    {"rest_days", Kind::list, "weekdays, such as [\"sat\", \"sun\"]",
     "Weekdays that are always rest days, such as [\"sat\", \"sun\"].", set_rest_days,
     rest_days_of},
    {"work_days", Kind::list, "weekdays, such as [\"mon\", \"fri\"]",
     "Weekdays with suggestions about work; those in rest_days do not count.", set_work_days,
     work_days_of},
    {"rhythm", Kind::number, "a number of days from 1 to 7",
     "On how many days in seven you mean to act, 1 to 7. The others are free rest days.",
     set_rhythm, rhythm_of},
    {"once", Kind::text, "\"day\" or \"login\"",
     "When shells greet: once a \"day\" or once a \"login\".", set_once, once_of},
    {"place", Kind::text, "\"any\", \"in-person\" or \"remote\"",
     "Where suggested acts can be done: \"any\", \"in-person\" or \"remote\".", set_place,
     place_of},
    {"setting", Kind::text, "\"any\", \"home\" or \"work\"",
     "Which part of life suggestions are about: \"any\", \"home\" or \"work\".", set_setting,
     setting_of},
    {"feelings", Kind::flag, "true or false",
     "Whether the suggestion asks on some days how you feel: true or false.", set_feelings,
     feelings_of},
    {"name_quiet", Kind::flag, "true or false",
     "Whether suggestions name people who have been quiet for long: true or false.", set_name_quiet,
     name_quiet_of},
    {"reach", Kind::text, "a program with {name}, such as \"khard email {name}\"",
     "A program that prints an address of {name}, for write. No shell runs it.", set_reach,
     reach_of},
    {"experiment", Kind::flag, "true or false",
     "Whether the greeting is held back on one day in three, for report --effect: true or false.",
     set_experiment, experiment_of},
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
  explicit Settings(Configured& out) : config_(out.config), set_(out.lines) {}

  /// Returns why the line was rejected, or an empty string.
  std::string take(const store::SettingLine& line) {
    if (!line.fault.empty()) return line.fault;
    const auto known = std::ranges::find(settings, line.name, &ConfigKey::name);
    if (known == settings.end()) return unknown_setting(line.name);
    const auto [before, is_first] = lines_.emplace(line.name, line.line);
    if (!is_first)
      return line.name + " is already set in line " + std::to_string(before->second) +
             "; this line is ignored";
    const bool fits = known->kind == Kind::list || line.values.size() == 1;
    if (fits && known->set(config_, line.values)) {
      set_.emplace_back(known->name, line.line);
      return "";
    }
    return line.name + " must be " + std::string(known->grammar);
  }

 private:
  Config& config_;
  std::vector<SetLine>& set_;
  std::map<std::string, std::size_t> lines_;  // line number by setting
};

}  // namespace

std::vector<SettingInForce> settings_in_force(const Configured& configured) {
  std::vector<SettingInForce> out;
  for (const ConfigKey& key : settings) {
    SettingInForce& setting = out.emplace_back();
    setting.name = key.name;
    setting.purpose = key.purpose;
    setting.kind = key.kind;
    setting.values = key.get(configured.config);
    for (const auto& [name, line] : configured.lines) {
      if (name != key.name) continue;
      setting.source = ValueSource::file;
      setting.line = line;
    }
  }
  return out;
}

std::string config_path(const Facts& facts) {
  if (!facts.config.empty()) return facts.config;
  return facts.config_home.empty() ? "" : facts.config_home + "/connect/config.toml";
}

Day today_of(const Facts& facts, const Config& config) {
  return local_day(facts.now, config.preferences.day_start);
}

Configured read_config(Files& files, const Facts& facts) {
  Configured out;
  const std::string path = config_path(facts);
  if (path.empty()) return out;
  const auto text = files.whole(path);
  if (!text) out.warnings.push_back(text.error().message);
  if (!text || !*text) return out;
  Settings settings_of_file(out);
  for (const store::SettingLine& line : store::setting_lines(**text))
    if (const std::string why = settings_of_file.take(line); !why.empty())
      out.warnings.push_back(path + " line " + std::to_string(line.line) + ": " + why);
  Config& config = out.config;
  config.preferences.work_weekdays =
      static_cast<std::uint8_t>(config.work_weekdays & ~config.rest_weekdays);
  return out;
}

}  // namespace connect::app
