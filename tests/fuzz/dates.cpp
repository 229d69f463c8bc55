// Fuzz target: days, ranges, periods and times as people write them. Each is parsed, within its
// documented limits, or refused with a hint. Input: two bytes for the current day, one for the
// first day of the week, then the text.
#include "domain/time/dates.hpp"

#include "domain/time/instant.hpp"
#include "domain/time/periods.hpp"
#include "fuzz/target.hpp"

namespace connect::fuzz {
namespace {

void check_error(const Error& error) {
  must(error.kind == ErrorKind::usage, "a word that is off is a matter of usage");
  must(!error.message.empty() && !error.hint.empty(), "a refusal has a remedy");
}

void check_range(const Result<DayRange>& range) {
  if (!range) return check_error(range.error());
  must(range->since <= range->until, "a range does not end before it begins");
  must(day_from_iso(iso(range->since)) == range->since, "it begins in the calendar");
  must(day_from_iso(iso(range->until)) == range->until, "it ends in the calendar");
}

void check_day(std::string_view words, const Calendar& calendar) {
  const auto day = day_from_words(words, calendar);
  if (!day) return check_error(day.error());
  must(*day <= calendar.today, "a day does not lie ahead");
  must(*day_from_words(iso(*day), calendar) == *day, "a day is understood by its date");
}

void check_moment(std::string_view words) {
  if (const auto moment = instant_from_rfc3339(words))
    must(instant_from_rfc3339(rfc3339(*moment)) == moment, "a moment is read back");
  if (const auto minutes = minutes_from_clock(words))
    must(*minutes >= 0 && *minutes < 24 * 60, "a time is one of the day");
  if (const auto days = span_days(words))
    must(*days >= 0 && *days <= 36600, "a span is at most a century");
}

}  // namespace

void target(std::string_view input) {
  Bytes bytes(input);
  const int from_1900 = static_cast<int>(bytes.byte() << 8 | bytes.byte());
  const Calendar calendar{Day{-25567 + from_1900}, static_cast<int>(bytes.byte() % 7)};
  const auto words = bytes.rest();
  check_day(words, calendar);
  check_range(rest_days_from_words(words, calendar));
  check_range(period_from_words(words, calendar));
  if (const auto error = misshaped_period(words, calendar)) check_error(*error);
  check_moment(words);
}

}  // namespace connect::fuzz
