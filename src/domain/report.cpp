#include "connect/report.hpp"

#include <algorithm>
#include <map>

namespace connect {
namespace {

constexpr std::array<std::string_view, 6> groupings = {"day", "week",   "month",
                                                       "act", "person", "tag"};

// Between names while counting: a name may itself hold a ';'.
constexpr char unit_separator = '\x1f';

std::string week_key(Day day) {
  const IsoWeek week = iso_week(day);
  return std::to_string(week.year) + (week.week < 10 ? "-W0" : "-W") + std::to_string(week.week);
}

/// The names as the report shows them.
struct Shown {
  const Ledger& ledger;
  std::vector<std::string> people;  // by index; empty: as they are

  const std::string& person(NameIndex name) const {
    return people.empty() ? ledger.people().display(name) : people[name];
  }
};

std::string people_key(const Shown& shown, const Entry& entry) {
  std::vector<std::string> names;
  for (NameIndex person : shown.ledger.people(entry)) names.push_back(shown.person(person));
  return joined(names, unit_separator);
}

std::string tags_key(const Ledger& ledger, const Entry& entry) {
  std::vector<std::string> names;
  for (NameIndex tag : ledger.tags(entry)) names.push_back(ledger.tags().display(tag));
  return joined(names, unit_separator);
}

std::string key_of(const Shown& shown, const Entry& entry, By by) {
  switch (by) {
    case By::day: return iso(entry.day);
    case By::week: return week_key(entry.day);
    case By::month: return iso(entry.day).substr(0, 7);
    case By::act: return std::string(slug(entry.act));
    case By::person: return people_key(shown, entry);
    case By::tag: return tags_key(shown.ledger, entry);
  }
  return "";
}

bool in_time(By by) { return by == By::day || by == By::week || by == By::month; }

/// Calendar groupings in order of time, all others by how often, then by name.
std::vector<Report::Count> ordered(const std::map<std::string, std::uint32_t>& counts,
                                   bool by_key) {
  std::vector<Report::Count> out;
  for (const auto& [key, count] : counts) {
    out.push_back({key, count});
    std::ranges::replace(out.back().key, unit_separator, ';');
  }
  if (!by_key) std::ranges::stable_sort(out, std::greater(), &Report::Count::count);
  return out;
}

std::vector<Report::Person> ordered(const Shown& shown,
                                    const std::map<NameIndex, Report::Person>& counts) {
  std::vector<Report::Person> out;
  for (const auto& [index, person] : counts) {
    out.push_back(person);
    out.back().name = shown.person(index);
  }
  std::ranges::sort(out, [](const auto& a, const auto& b) {
    return std::tie(b.count, b.last, a.name) < std::tie(a.count, a.last, b.name);
  });
  return out;
}

/// Counts entry by entry; what it gathers is put in order at the end.
class Tally {
 public:
  Tally(const Shown& shown, Report& report)
      : shown_(shown), ledger_(shown.ledger), report_(report) {}

  void count(const Entry& entry) {
    ++report_.total;
    ++report_.acts[index(entry.act)];
    if (report_.days.empty() || report_.days.back().day != entry.day)
      report_.days.push_back({entry.day, {}});
    ++report_.days.back().counts[index(entry.act)];
    for (NameIndex person : ledger_.people(entry)) {
      ++people_[person].count;
      people_[person].last = entry.day;
    }
    for (NameIndex tag : ledger_.tags(entry)) ++tags_[ledger_.tags().display(tag)];
    ++rows_[key_of(shown_, entry, report_.by)];
  }

  void finish() {
    report_.days_acted = static_cast<std::uint32_t>(report_.days.size());
    report_.people = ordered(shown_, people_);
    report_.tags = ordered(tags_, false);
    report_.rows = ordered(rows_, in_time(report_.by));
  }

 private:
  const Shown& shown_;
  const Ledger& ledger_;
  Report& report_;
  std::map<NameIndex, Report::Person> people_;
  std::map<std::string, std::uint32_t> tags_;
  std::map<std::string, std::uint32_t> rows_;
};

void count_prompts(const History& history, Report& report) {
  for (const ShownPrompt& prompt : history.prompts) {
    if (prompt.declined || !report.period.contains(prompt.day)) continue;
    const DayActs* acts = acts_on(history, prompt.day);
    ++report.prompts_shown;
    if (acts != nullptr && acts->counts[index(prompt.act)] > 0) ++report.prompts_taken;
  }
}

/// The latest act of the same date a year before.
std::optional<EntryText> a_year_before_today(const Ledger& ledger, Day today) {
  const Day then = a_year_before(today);
  const auto after = std::ranges::upper_bound(ledger.entries(), then, {}, &Entry::day);
  if (after == ledger.entries().begin() || std::prev(after)->day != then) return std::nullopt;
  return ledger.told(*std::prev(after));
}

std::optional<FeelingsReport> feelings_of(const Ledger& ledger, Day until, Day today) {
  const FeelingHistory history = feeling_history(ledger, {*day_of({1, 1, 1}), until}, today);
  if (history.check_ins.empty() && history.pairs.empty()) return std::nullopt;
  return feelings_report(history);
}

void redact(Report& report, const Shown& shown) {
  const auto hide = [&](std::string& name) {
    if (const auto known = shown.ledger.people().find(name)) name = shown.person(*known);
  };
  for (auto& quiet : report.quiet) hide(quiet.name);
  if (!report.a_year_ago) return;
  for (auto& name : report.a_year_ago->said.with) hide(name);
}

}  // namespace

std::string_view slug(By by) { return groupings[static_cast<std::size_t>(by)]; }

std::optional<By> by_from_word(std::string_view word) {
  const auto found = std::ranges::find(groupings, word);
  if (found == groupings.end()) return std::nullopt;
  return static_cast<By>(found - groupings.begin());
}

Report report_of(const Ledger& ledger, const History& history, const ReportWish& wish,
                 const Streak& streak) {
  const Shown shown{ledger, wish.redacted ? initials(ledger) : std::vector<std::string>{}};
  Report report;
  report.period = wish.period;
  report.today = streak.today;
  report.by = wish.by;
  report.streak = streak;
  Tally tally(shown, report);
  const auto first = std::ranges::lower_bound(ledger.entries(), wish.period.since, {}, &Entry::day);
  for (auto it = first; it != ledger.entries().end() && it->day <= wish.period.until; ++it) {
    tally.count(*it);
    if (wish.with_notes) report.entries.push_back(ledger.told(*it));
  }
  tally.finish();
  count_prompts(history, report);
  report.quiet = quiet_people(ledger, streak.today);
  report.a_year_ago = a_year_before_today(ledger, streak.today);
  report.feelings = feelings_of(ledger, wish.period.until, streak.today);
  if (wish.redacted) redact(report, shown);
  const Day first_day = report.days.empty() ? wish.period.until : report.days.front().day;
  if (wish.period.since == *day_of({1, 1, 1}))
    report.period.since = std::min(first_day, wish.period.until);
  return report;
}

std::string joined(const std::vector<std::string>& names, char separator) {
  std::string out;
  for (const auto& name : names) {
    if (!out.empty()) out += separator;
    out += name;
  }
  return out;
}

}  // namespace connect
