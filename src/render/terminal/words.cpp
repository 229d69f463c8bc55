#include "render/terminal/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/text/counted.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/time/day_words.hpp"

namespace connect::render {

std::string shortened(std::vector<std::string> names) {
  constexpr std::size_t shown = 3;
  if (names.size() <= shown + 1) return enumerated(names);
  const std::string more = std::to_string(names.size() - shown) + " more";
  names.resize(shown);
  names.push_back(more);
  return enumerated(names);
}

std::string act_text(const Logged& said) { return done_phrase(said.act, enumerated(said.with)); }

std::string rating_words(const Feelings& felt) {
  std::vector<std::string> ratings;
  for (std::size_t i = 0; i < feeling_names.size(); ++i)
    if (felt.items[i] >= 0)
      ratings.push_back(fmt::format("{} {}", feeling_names[i], felt.items[i]));
  return "Rated " + enumerated(ratings);
}

std::string follow_up_words(const Asked& said) { return "Ask " + enumerated(said.with); }

std::string own_suggestion_words(const OwnSuggestion& said) {
  return "your suggestion \"" + said.text + "\"";
}

std::string kindness_words(const Noticed& said) {
  return "Noticed a kindness by " + enumerated(said.with);
}

std::string rest_words(const Rested& said) {
  if (said.days.since == said.days.until) return said.rest ? "Rest day" : "No longer a rest day";
  return said.rest ? "Rest days" : "No longer rest days";
}

std::string range_words(DayRange days, Day today) {
  if (days.since == days.until) return spoken(days.since, today);
  const bool same_year = civil(days.since).year == civil(days.until).year;
  return spoken(days.since, same_year ? days.until : today) + " to " + spoken(days.until, today);
}

std::string dated(Day day) {
  const Civil date = civil(day);
  return fmt::format("{} {} {}", date.day, month_short(date.month), date.year);
}

std::string period_name(DayRange period, Day today) {
  const auto [since, until] = period;
  const Civil first = civil(since), last = civil(until);
  if (since == until) return dated(since);
  switch (unit_of(period, today)) {
    case CalendarUnit::month:
      return fmt::format("{} {}{}", month_name(first.month), first.year,
                         until == last_of_month(since) ? "" : " so far");
    case CalendarUnit::year:
      return fmt::format("{}{}", first.year,
                         until == *day_of({first.year, 12, 31}) ? "" : " so far");
    case CalendarUnit::none: break;
  }
  if (first.year != last.year) return dated(since) + " to " + dated(until);
  if (first.month != last.month)
    return fmt::format("{} {} to {}", first.day, month_short(first.month), dated(until));
  return fmt::format("{} to {}", first.day, dated(until));
}

std::string period_name(const Report& report) {
  if (report.is_all && report.total == 0 && !report.selection.empty()) return "All time";
  return period_name(report.period.since > report.today ? report.period : report.so_far(),
                     report.today);
}

std::string total_words(const Report& report) {
  if (report.total == 0)
    return report.selection.empty() ? "Nothing logged in this period" : "No entry matches";
  return counted(report.total, "act") + " on " + counted(report.days_acted, "day");
}

namespace {

/// The name of the period that a report is compared with, as short as it can be: "October" beside
/// another month of its year.
std::string name_before(const Report::Before& before, Day since) {
  std::string name = period_name(before.days, Day{INT32_MIN});
  const std::string year = fmt::format(" {}", civil(since).year);
  if (civil(before.days.since).year == civil(since).year && name.ends_with(year))
    name.erase(name.size() - year.size());
  return name;
}

}  // namespace

std::string counts_words(const Report& report) {
  std::string out = total_words(report);
  if (!report.before || report.total == 0) return out;
  const auto& [days, total, days_acted] = *report.before;
  out += "; " + name_before(*report.before, report.period.since) + ": ";
  return out + (total == 0 ? std::string("none") : fmt::format("{} on {}", total, days_acted));
}

namespace {

void add_part(std::string& out, const std::string& part) {
  if (!part.empty()) out.append(out.empty() ? "" : ", ").append(part);
}

std::string open_range_words(DayRange days, Day today) {
  const bool has_begin = days.since > *day_of({1, 1, 1});
  const bool has_end = days.until < *day_of({9999, 12, 31});
  if (has_begin && has_end) return range_words(days, today);
  if (has_begin) return "since " + spoken(days.since, today);
  return has_end && days.until != today ? "until " + spoken(days.until, today) : "";
}

}  // namespace

std::string selection_words(const Selection& selection) {
  std::vector<std::string> acts;
  for (Act act : selection.acts) acts.emplace_back(slug(act));
  std::string out;
  add_part(out, enumerated(acts, "or"));
  if (!selection.with.empty()) add_part(out, "with " + enumerated(selection.with));
  std::string tags;
  for (const auto& tag : selection.tags) tags.append(tags.empty() ? "+" : " +").append(tag);
  add_part(out, tags);
  for (const auto& text : selection.texts) add_part(out, '"' + text + '"');
  return out;
}

std::string searched_words(const Selection& selection, const std::optional<DayRange>& period,
                           Day today) {
  std::string out = selection_words(selection);
  if (period) add_part(out, open_range_words(*period, today));
  return out;
}

namespace {

std::string dated(const std::string& what, Day day, Day today) {
  return what + " · " + spoken(day, today);
}

struct ChangeWords {
  Day today;
  std::string operator()(const Logged& said) const {
    return dated(act_text(said), said.day, today);
  }
  std::string operator()(const Felt& said) const {
    return dated(rating_words(said.felt), said.day, today);
  }
  std::string operator()(const Amended&) const { return "a correction"; }
  std::string operator()(const Prompted& said) const {
    return dated("a suggestion", said.day, today);
  }
  std::string operator()(const Noticed& said) const {
    return dated(kindness_words(said), said.day, today);
  }
  std::string operator()(const Asked& said) const {
    return dated(follow_up_words(said), said.day, today);
  }
  std::string operator()(const OwnSuggestion& said) const { return own_suggestion_words(said); }
  std::string operator()(const Rested& said) const {
    return rest_words(said) + " · " + range_words(said.days, today);
  }
  std::string operator()(const PersonSet& said) const {
    return said.renamed ? said.name + " renamed to " + *said.renamed
                        : "the settings for " + said.name;
  }
  std::string operator()(const Trial& said) const {
    return dated("a day of the experiment", said.day, today);
  }
  std::string operator()(const Foreign&) const { return "a record"; }
};

}  // namespace

std::string change_words(const Record& record, Day today) {
  return std::visit(ChangeWords{today}, record.body);
}

std::string ago(Day day, Day today) {
  const int days = today - day;
  if (days == 0) return "today";
  if (days == 1) return "yesterday";
  if (days > 1 && days < 7) return counted(days, "day") + " ago";
  return spoken(day, today);
}

std::vector<std::string> date_words(const Report& report) {
  std::vector<std::pair<Day, std::string>> found;
  for (const auto& person : report.people)
    for (const auto& [on, what] : person.dates)
      found.emplace_back(next_on(on, report.period.since),
                         fmt::format("{} {}: {}", spoken(on), person.name, what));
  std::ranges::sort(found);
  std::vector<std::string> words;
  for (auto& [day, text] : found) words.push_back(std::move(text));
  return words;
}

std::string row_words(By by, const std::string& key) {
  if (key.empty()) return by == By::tag ? "no tag" : "nobody named";
  const auto act = by == By::act ? act_from_word(key) : std::nullopt;
  if (by == By::hour) return key == "unknown" ? "time unknown" : key + ":00";
  if (const auto day = by == By::weekday ? weekday_from_word(key) : std::nullopt)
    return std::string(weekday_name(*day));
  return act ? std::string(title(*act)) : key;
}

std::string rows_footnote(const Report& report) {
  if (report.by != By::person && report.by != By::tag) return "";
  std::uint32_t sum = 0;
  for (const auto& row : rows_for_people(report)) sum += row.count;
  if (sum == report.total) return "";
  return report.by == By::person ? "An act that names several people counts for each of them."
                                 : "An act with several tags counts for each of them.";
}

std::string suggestions_words(const Report& report) {
  const auto [shown, taken] = std::pair(report.prompts_shown, report.prompts_taken);
  std::string out = "an act on " + counted(shown, "day");
  if (taken == 0) return out;
  if (shown == 1) return out + "; you did it on that day";
  return out + "; you did it on " +
         (taken == shown ? "all of them" : fmt::format("{} of them", taken));
}

std::string heading(Act act) {
  const std::string words(title(act));
  if (act == Act::listen) return "Listen: be fully present";
  if (act == Act::thank) return "Thank: express gratitude or encouragement";
  return words;  // begins with the word of the command line
}

std::string recent_days_words(int acted, const Streak& streak) {
  const int days = streak.of_28;
  if (acted == 0) return days > 1 ? fmt::format("not in the last {} days", days) : "not recently";
  if (days > 1) return fmt::format("on {} of the last {} days", acted, days);
  return streak.lengths.longest > 1 ? "on one day; the others were rest days" : "on the first day";
}

std::string headline(const Streak& streak) {
  if (streak.state == StreakState::fresh) return "Nothing logged yet";
  if (streak.of_28 == 0) return "Only rest days recently";
  if (streak.last_28 > 0) return "Acted " + recent_days_words(streak.last_28, streak);
  return streak.of_28 > 1 ? fmt::format("No act in the last {} days", streak.of_28)
                          : "No act recently";
}

std::string state_words(const Streak& streak) {
  switch (streak.state) {
    case StreakState::fresh: return "the first act starts a streak";
    case StreakState::done: return "done today";
    case StreakState::open:
      return fmt::format("no act yet; {} left",
                         counted(streak.lengths.rests_left, "free rest day"));
    case StreakState::last_rest:
      if (streak.without_today == 0)
        return "an act today keeps the streak; without one a new streak starts, and that is fine "
               "too";
      return fmt::format(
          "an act today keeps the whole streak; without one it goes on with its last {}, and that "
          "is fine too",
          counted(streak.without_today, "day"));
    case StreakState::resting: return "a rest day";
    case StreakState::rested:
      return fmt::format("the last streak was {}; an act today starts a new one",
                         counted(streak.lengths.previous, "day"));
  }
  return "";
}

}  // namespace connect::render
