// `streak`: the current and the longest streak, of all entries or of those of a QUERY.
#include "domain/streak/streak.hpp"

#include <algorithm>

#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/reading/matching.hpp"
#include "domain/streak/streak_days.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/shell_word.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

constexpr int weeks_shown = 12;     // in the sparkline
constexpr int days_explained = 28;  // by --explain

/// The only act that is selected, if there is one: its streak is among the totals of all entries.
std::optional<Act> only_act(const Selection& selection) {
  const auto& acts = selection.acts;
  if (acts.empty() || std::ranges::count(acts, acts.front()) != std::ssize(acts))
    return std::nullopt;
  return acts.front();
}

/// The totals of all entries, or of those that are selected.
Result<Summary> summary_for(const Selection& selection, bool needs_strength, Session& session) {
  // The cached summary does not hold the strength of a single act, so every day is read.
  if (selection.empty()) return needs_strength ? read_whole_summary(session) : read_days(session);
  const auto found = selected(selection, Notes::leave, false, session);
  if (!found) return found.error();
  if (found->near_miss) session.notice("did you mean " + *found->near_miss + "?");
  return summary_of(found->ledger);
}

/// The words with one of them replaced, to be typed after a command.
std::string with_word(const std::vector<std::string>& words, const std::string& word,
                      const std::string& replacement) {
  std::string out;
  for (const auto& each : words) out += " " + (each == word ? replacement : shell_word(each));
  return out;
}

/// The error for a period among the words, which may be a name as well: "may".
Error refused_period(const cli::StreakArgs& args, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return summary.error();
  const auto tags = known_tags(*summary);
  for (const auto& [word, reading, option] : args.filter.doubts) {
    const PersonTotals* person = find_person(*summary, word);
    const auto tag = std::ranges::find(tags, fold_key(word), fold_key);
    if (reading != "the period" || (person == nullptr && tag == tags.end())) continue;
    const std::string name = person != nullptr ? "@" + person->name : "+" + *tag;
    return usage_error(
        "\"" + word + "\" could be the period or the " + (person != nullptr ? "person " : "tag ") +
            name + ", and a streak takes no period",
        "connect streak" + with_word(args.period_words, word, shell_word(name)) +
            (option == "--period"
                 ? ", or connect report" +
                       with_word(args.period_words, word, option + " " + shell_word(word))
                 : ""));
  }
  return usage_error("a streak runs up to today, and takes no period",
                     "connect report" + with_word(args.period_words, "", "") +
                         " shows the longest streak of that period");
}

}  // namespace

Outcome perform(const cli::StreakArgs& given, Session& session) {
  cli::StreakArgs args = given;
  if (args.filter.period) return session.fail(refused_period(args, session));
  if (const auto accepted = accept_words(args.filter, session); !accepted)
    return session.fail(accepted.error());
  Selection selection = args.filter.selection;
  const auto act = only_act(selection);
  if (act) selection.acts.clear();
  const auto summary = summary_for(selection, session.json() && act, session);
  if (!summary) return session.fail(summary.error());
  const RestCalendar rests = rest_calendar(session, *summary);
  if (session.json() && act)
    return session.text(render::streak_json(
        streak_of(*summary, rests, session.today(), session.config().rhythm, *act), act,
        args.filter.selection));
  const Streak streak = streak_today(session, *summary);
  if (session.json()) return session.text(render::streak_json(streak, std::nullopt, selection));
  render::Page page =
      act || !selection.empty()
          ? render::selected_streak_page(streak, act, selection)
          : render::streak_page(streak,
                                weekly_strength(*summary, rests, session.today(), weeks_shown));
  if (args.explain && first_acted(*summary, session.today(), act)) {
    page.blank();
    page.append(render::explained_page(
        streak_days(*summary, act, rests, session.today(), streak.rhythm, days_explained), streak,
        act, session.config().week_start));
  }
  return session.page(page);
}

}  // namespace connect::app
