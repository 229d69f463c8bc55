#include "domain/summary/summary_window.hpp"

#include <algorithm>

#include "domain/streak/streak.hpp"
#include "domain/suggest/prompt.hpp"
#include "domain/summary/summary_views.hpp"

namespace connect {
namespace {

constexpr int days_needed = 90;  // streaks need these days one by one
constexpr int days_listed = days_needed + 10;
// Days that need details: for the entry of a year ago, for people last met up to a year ago, and
// for feelings.
constexpr int details_needed = 366;
constexpr int details_listed = details_needed + 34;
constexpr int details_slack = 34;  // days beyond `details_listed` before any are split off

constexpr Day never_yet{INT32_MIN};

/// Drops the notes that were settled, with each of their people, by an entry before `base`. Such an
/// entry counts on the morning of every day that can still be asked about. `is_settled`:
/// was_thanked or was_met.
void drop_settled(std::vector<OpenNote>& notes, const Summary& summary, Day base,
                  bool (*is_settled)(const PersonTotals&, const DatedStamp&, Day)) {
  std::erase_if(notes, [&](const OpenNote& note) {
    return std::ranges::all_of(note.with, [&](NameIndex person) {
      return is_settled(summary.persons[person], note.when(), base - 1);
    });
  });
}

/// Settles those of `all` resolved suggestions that are of days before `base`, and adds them to the
/// details.
void settle_suggestions(Summary& summary, std::vector<ResolvedSuggestion> all, Day base) {
  std::erase_if(all, [&](const ResolvedSuggestion& each) { return each.day >= base; });
  summary.unwanted = unwanted_suggestions(summary, base);
  for (std::size_t i = summary.settled.size(); i < all.size(); ++i) {
    if (const auto person = summary.people.find(all[i].shown->person))
      summary.persons[*person].named = all[i].day;
    all[i].shown = nullptr;
    if (summary.details && !all[i].declined)
      summary.details->suggested.push_back({all[i].day, all[i].act});
  }
  summary.settled = std::move(all);
  std::erase_if(summary.shown, [&](const ShownSuggestion& each) { return each.day < base; });
}

/// Drops the texts of ids that the summary has no more.
void drop_foreign_ids(Summary& summary) {
  std::erase_if(summary.foreign_ids, [&](const auto& id) {
    const auto has_it = [&](const auto& each) { return each.stamp.id == id.first; };
    return std::ranges::none_of(summary.shown, has_it) &&
           std::ranges::none_of(summary.kindnesses, has_it) &&
           std::ranges::none_of(summary.asks, has_it) && std::ranges::none_of(summary.own, has_it);
  });
}

/// Drops the oldest settled suggestions beyond `suggestions_kept`, only whole days. Returns whether
/// any was dropped.
bool cut_suggestions(std::vector<ResolvedSuggestion>& settled) {
  if (settled.size() <= suggestions_kept) return false;
  const Day since = settled[settled.size() - suggestions_kept].day;
  return std::erase_if(settled, [&](const auto& each) { return each.day < since; }) > 0;
}

}  // namespace

void move_checkpoint(Summary& summary, Day today, StreakRules rules) {
  Checkpoint next;
  const auto& before = summary.before;
  next.settled = std::max(today - days_open, before ? before->settled : never_yet);
  const Day listed = std::max(today - days_listed, before ? before->streaks.until : never_yet);
  auto suggestions = resolved_suggestions(summary);
  next.act_choice = choice_state_before(summary, suggestions, next.settled);
  next.labels = label_counts_before(summary, suggestions, next.settled);
  next.streaks =
      streak_checkpoint(summary, {summary.rests, rules.rest_weekdays}, listed, rules.rhythm);
  settle_suggestions(summary, std::move(suggestions), next.settled);
  next.is_cut = cut_suggestions(summary.settled) || (before && before->is_cut);
  drop_settled(summary.kindnesses, summary, next.settled, was_thanked);
  drop_settled(summary.asks, summary, next.settled, was_met);
  drop_foreign_ids(summary);
  std::erase_if(summary.days, [&](const DayActs& acts) { return acts.day < listed; });
  for (PersonTotals& person : summary.persons) person.forget_before(next.settled);
  summary.before = next;
}

bool is_split_due(const Summary& summary, Day today) {
  const auto& earlier = summary.details->earlier;
  return earlier && earlier->until + details_listed + details_slack < today;
}

std::optional<DailyDetails> split_older_days(Summary& summary, Day today) {
  DailyDetails& details = *summary.details;
  if (details.earlier) return std::nullopt;
  // Rows that were put back have no latest entry, so they are split off again, also when the clock
  // was put back meanwhile.
  const std::size_t bare = details.rows.size() - details.latest.size();
  const Day next = bare == 0 ? never_yet : details.rows[bare - 1].acts.day + 1;
  return split_before(details, std::max(today - details_listed, next), summary.people.size());
}

bool covers(const Summary& summary, const Question& question) {
  const auto& before = summary.before;
  if (!before || before->streaks.until > question.today - days_needed ||
      before->streaks.rules != question.rules)
    return false;
  if (!question.details_since) return true;
  return summary.details && (!summary.details->earlier ||
                             summary.details->earlier->until <= question.today - details_needed);
}

bool lacks_older_days(const Summary& summary, const Question& question) {
  return question.details_since && summary.details->earlier &&
         *question.details_since < summary.details->earlier->until;
}

bool is_settled_before(const Summary& summary, const Record& record) {
  const Day base = summary.before->settled;
  if (const auto* said = std::get_if<Logged>(&record.body)) return said->day >= base;
  if (const auto* said = std::get_if<Prompted>(&record.body)) return said->day >= base;
  if (const auto* said = std::get_if<Amended>(&record.body))
    return said->set.day.value_or(base) >= base;
  if (const auto* said = std::get_if<Rested>(&record.body))
    return said->days.since >= summary.before->streaks.until;
  return true;
}

}  // namespace connect
