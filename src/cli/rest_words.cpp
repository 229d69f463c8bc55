// Parses the words of `rest`.
#include "cli/understand.hpp"

namespace connect::cli {
namespace {

constexpr int just_over_days = 14;

/// With --off, the command of the hint gets it, too.
Error with_off(Error error, bool is_off) {
  constexpr std::string_view command = "connect rest ";
  for (auto at = error.hint.find(command); is_off && at != error.hint.npos;
       at = error.hint.find(command, at + 1))
    error.hint.insert(at + command.size(), "--off ");
  return error;
}

/// The same days a year earlier or more, if they are just over: on 9 December, "8 dec" is the day
/// of next year.
std::optional<DayRange> just_over(const std::string& words, DayRange days,
                                  const Calendar& calendar) {
  const auto past =
      rest_days_from_words(words, {calendar.today - just_over_days, calendar.week_start});
  if (!past || past->until >= calendar.today || days.since - past->since < 365) return std::nullopt;
  return *past;
}

}  // namespace

Result<Invocation> understand_rest(const ParsedArgs& words, const Calendar& calendar) {
  std::string text;
  bool says_off = false;
  for (const auto* list : {&words.words, &words.rest})
    for (const auto& word : *list) {
      if (word == "off")
        says_off = true;
      else
        text.append(text.empty() ? "" : " ").append(word);
    }
  if (says_off)
    return usage_error("off is an option of connect rest",
                       "connect rest --off" + (text.empty() ? "" : " " + text));
  const bool is_off = words.has("off");
  if (text.empty() && !is_off && words.words.empty()) return Invocation{RestsArgs{}};
  RestArgs args;
  args.rest = !is_off;
  if (text.empty() && words.words.empty()) return Invocation{args};
  if (is_off && text == "all") {
    args.all = true;
    return Invocation{args};
  }
  const auto days = rest_days_from_words(text, calendar);
  if (!days) return with_off(days.error(), is_off);
  args.days = *days;
  args.just_over = just_over(text, *days, calendar);
  return Invocation{args};
}

}  // namespace connect::cli
