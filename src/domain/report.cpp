#include "connect/report.hpp"

#include <algorithm>
#include <map>

namespace connect {
namespace {

constexpr std::array<std::string_view, 6> groupings = {"day", "week",   "month",
                                                       "act", "person", "tag"};

std::string week_key(Day day) {
  const IsoWeek week = iso_week(day);
  return std::to_string(week.year) + (week.week < 10 ? "-W0" : "-W") + std::to_string(week.week);
}

std::string key_of(const Ledger& ledger, const Entry& entry, By by) {
  switch (by) {
    case By::day: return iso(entry.day);
    case By::week: return week_key(entry.day);
    case By::month: return iso(entry.day).substr(0, 7);
    case By::act: return std::string(slug(entry.act));
    case By::person: return joined(ledger.people(), ledger.people(entry));
    case By::tag: return joined(ledger.tags(), ledger.tags(entry));
  }
  return "";
}

bool in_time(By by) { return by == By::day || by == By::week || by == By::month; }

/// Calendar groupings in order of time, all others by how often, then by name.
std::vector<Report::Count> ordered(const std::map<std::string, std::uint32_t>& counts,
                                   bool by_key) {
  std::vector<Report::Count> out;
  for (const auto& [key, count] : counts) out.push_back({key, count});
  if (!by_key) std::ranges::stable_sort(out, std::greater(), &Report::Count::count);
  return out;
}

std::vector<Report::Person> ordered(const Names& names,
                                    const std::map<NameIndex, Report::Person>& counts) {
  std::vector<Report::Person> out;
  for (const auto& [index, person] : counts) {
    out.push_back(person);
    out.back().name = names.display(index);
  }
  std::ranges::sort(out, [](const auto& a, const auto& b) {
    return std::tie(b.count, b.last, a.name) < std::tie(a.count, a.last, b.name);
  });
  return out;
}

/// Counts entry by entry; what it gathers is put in order at the end.
class Tally {
 public:
  Tally(const Ledger& ledger, Report& report) : ledger_(ledger), report_(report) {}

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
    ++rows_[key_of(ledger_, entry, report_.by)];
  }

  void finish() {
    report_.days_acted = static_cast<std::uint32_t>(report_.days.size());
    report_.people = ordered(ledger_.people(), people_);
    report_.tags = ordered(tags_, false);
    report_.rows = ordered(rows_, in_time(report_.by));
  }

 private:
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

}  // namespace

std::string_view slug(By by) { return groupings[static_cast<std::size_t>(by)]; }

std::optional<By> by_from_word(std::string_view word) {
  const auto found = std::ranges::find(groupings, word);
  if (found == groupings.end()) return std::nullopt;
  return static_cast<By>(found - groupings.begin());
}

Report report_of(const Ledger& ledger, const History& history, DayRange period, By by,
                 const Streak& streak) {
  Report report;
  report.period = period;
  report.today = streak.today;
  report.by = by;
  report.streak = streak;
  Tally tally(ledger, report);
  const auto first = std::ranges::lower_bound(ledger.entries(), period.since, {}, &Entry::day);
  for (auto it = first; it != ledger.entries().end() && it->day <= period.until; ++it)
    tally.count(*it);
  tally.finish();
  count_prompts(history, report);
  const Day first_day = report.days.empty() ? period.until : report.days.front().day;
  if (period.since == *day_of({1, 1, 1})) report.period.since = std::min(first_day, period.until);
  return report;
}

std::string joined(const Names& names, std::span<const NameIndex> list) {
  std::string out;
  for (NameIndex name : list) out.append(out.empty() ? "" : ";").append(names.display(name));
  return out;
}

}  // namespace connect
