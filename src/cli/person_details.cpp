// Parses what `people set` takes besides the rhythm: dates, place, setting and address.
#include <algorithm>

#include "cli/understand.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/reach_url.hpp"
#include "domain/text/shell_word.hpp"
#include "domain/time/day_words.hpp"

namespace connect::cli {
namespace {

constexpr std::string_view date_form =
    "write the month and the day as 05-12, or with the year as 2019-03-02";

/// "05-12", "2019-03-02", or words such as "12 may" and "12 may 1985".
std::optional<YearlyDay> date_in(const std::string& words) {
  if (const auto date = yearly_day_as_written(words)) return date;
  const auto written = date_from_words(lower_case(words));
  if (!written || written->weekday) return std::nullopt;
  return YearlyDay{static_cast<std::uint8_t>(written->month),
                   static_cast<std::uint8_t>(written->day),
                   static_cast<std::int16_t>(written->year.value_or(0))};
}

Error no_such_date(const std::string& written, const YearlyDay& date) {
  const YearlyDay swapped{date.day, date.month, date.year};
  return usage_error("there is no date " + written, exists(swapped)
                                                        ? "the month comes first: " + iso(swapped)
                                                        : std::string(date_form));
}

/// A date and the words after it. The date is the longest beginning that can be one.
Result<PersonDate> dated_words(const std::string& text) {
  const std::string tidy = tidied(text);
  for (std::size_t end = tidy.size(); end != tidy.npos && end > 0; end = tidy.rfind(' ', end - 1)) {
    const std::string written = tidy.substr(0, end);
    const auto date = date_in(written);
    if (!date) continue;
    if (!exists(*date)) return no_such_date(written, *date);
    return PersonDate{*date, tidied(tidy.substr(end))};
  }
  const std::string word = tidy.substr(0, tidy.find(' '));
  return usage_error("\"" + word + "\" is not a date", std::string(date_form));
}

Status take_dates(const ParsedArgs& words, PersonSetArgs& args) {
  for (const auto& text : words.values("date")) {
    auto date = dated_words(text);
    if (!date) return date.error();
    const std::string on = iso(date->on);
    if (date->what.empty())
      return usage_error("what should be remembered on " + on + "?",
                         "use --date " + on + " birthday, or --date " + on + " - to remove it");
    if (date->what.size() > longest_name)
      return usage_error(
          "the words of a date are longer than " + std::to_string(longest_name) + " bytes",
          "shorten them");
    const auto same = [&](const PersonDate& other) { return other.on == date->on; };
    if (std::ranges::any_of(args.dates, same))
      return usage_error("--date " + on + " was given twice", "leave one of them out");
    args.dates.push_back(*std::move(date));
  }
  return success();
}

Status take_reach(const ParsedArgs& words, PersonSetArgs& args) {
  if (!words.has("reach")) return success();
  std::string url = words.value("reach");
  if (url == "-") {
    args.reach = "";
    return success();
  }
  const auto colon = std::min(url.find(':'), url.size());
  url = lower_case(url.substr(0, colon)) + url.substr(colon);
  if (is_reach_url(url)) {
    args.reach = url;
    return success();
  }
  const std::string meant = reach_url_of(url);
  return usage_error("\"" + words.value("reach") + "\" is not an address that can be opened",
                     !meant.empty()
                         ? "use --reach " + shell_word(meant)
                         : "use one that starts with mailto:, sms:, tel:, xmpp: or https://, and "
                           "has no spaces; --reach - removes the address");
}

}  // namespace

Result<std::optional<Setting>> setting_option(const ParsedArgs& words) {
  if (!words.has("setting")) return std::optional<Setting>{};
  for (const Setting setting : {Setting::any, Setting::home, Setting::work})
    if (slug(setting) == words.value("setting")) return std::optional(setting);
  return usage_error("\"" + words.value("setting") + "\" is not a setting",
                     "use home, work or any");
}

Status take_details(const ParsedArgs& words, PersonSetArgs& args) {
  const auto place = place_option(words);
  if (!place) return place.error();
  args.place = *place;
  const auto setting = setting_option(words);
  if (!setting) return setting.error();
  args.setting = *setting;
  for (const auto take : {take_dates, take_reach})
    if (auto taken = take(words, args); !taken) return taken;
  return success();
}

}  // namespace connect::cli
