// `feel` saves a rating of a day; without numbers it shows the last weeks, or the ratings of a day.
#include <algorithm>
#include <set>
#include <tuple>

#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "domain/feelings/feelings.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

constexpr int weeks_shown = 12;

/// The ratings that were given apart from an act, newest first.
std::vector<Rating> ratings_of(const Ledger& ledger, DayRange days) {
  std::vector<FeelingNote> notes;
  for (const FeelingNote& note : ledger.feelings())
    if (days.contains(note.day)) notes.push_back(note);
  std::ranges::sort(notes, [](const FeelingNote& a, const FeelingNote& b) {
    return std::tie(b.day, b.stamp) < std::tie(a.day, a.stamp);
  });
  std::vector<Rating> ratings;
  for (const FeelingNote& note : notes)
    ratings.push_back({ledger.id_text(note.stamp.id),
                       {note.stamp.seconds, note.offset_minutes},
                       {note.day, note.felt}});
  return ratings;
}

/// The latest answer to each question.
Feelings latest_of(const std::vector<Rating>& ratings) {
  Feelings latest;
  for (const Rating& rating : ratings)
    for (std::size_t i = 0; i < latest.items.size(); ++i)
      if (latest.items[i] < 0) latest.items[i] = rating.said.felt.items[i];
  return latest;
}

/// The number of days with an entry in each week from this day on.
std::vector<int> days_acted(const Ledger& ledger, DayRange days) {
  std::set<Day> acted;
  for (const Entry& entry : ledger.entries())
    if (days.contains(entry.day)) acted.insert(entry.day);
  std::vector<int> weeks(weeks_shown);
  for (const Day day : acted) ++weeks[static_cast<std::size_t>((day - days.since) / 7)];
  return weeks;
}

Outcome recent_feelings(const Ledger& ledger, Session& session) {
  const Day monday = first_of_week(session.today(), 0);
  const DayRange days{monday - (weeks_shown - 1) * 7, session.today()};
  const auto ratings = ratings_of(ledger, days);
  std::vector<CheckIn> check_ins;
  for (const Rating& rating : ratings)
    check_ins.push_back({rating.said.day.number, rating.said.felt});
  const FeelingWeeks weeks = feeling_weeks(check_ins, days);
  if (session.json()) return session.text(render::ratings_json(ratings, weeks));
  return session.page(
      render::recent_feelings_page(weeks, latest_of(ratings), days_acted(ledger, days)));
}

}  // namespace

Outcome perform(const cli::FeelArgs& args, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  const Felt said{args.day.value_or(session.today()), args.felt};
  const Record record = new_record(session, said);
  if (auto saved = save(session, record); !saved) return session.fail(saved.error());
  if (session.json()) return session.text(render::felt_json(record.id, said));
  return session.echo(render::felt_page(said, session.today()));
}

Outcome perform(const cli::RatingsArgs& args, Session& session) {
  const auto reading = read_ledger(session, Notes::leave);
  if (!reading) return session.fail(reading.error());
  if (!args.day) return recent_feelings(reading->ledger, session);
  const auto ratings = ratings_of(reading->ledger, {*args.day, *args.day});
  if (session.json()) return session.text(render::ratings_json(ratings, {}));
  return session.page(render::ratings_page(ratings, *args.day, session.today()));
}

}  // namespace connect::app
