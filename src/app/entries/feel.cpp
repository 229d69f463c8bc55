// `feel` saves a rating of a day; without numbers it shows those of a day or of the last weeks.
#include <algorithm>
#include <tuple>

#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

constexpr int weeks_shown = 4;

/// The ratings that were given apart from an act, newest first.
std::vector<Rating> ratings_of(const Ledger& ledger, std::optional<Day> day, Day today) {
  std::vector<FeelingNote> notes;
  for (const FeelingNote& note : ledger.feelings())
    if (day ? note.day == *day : note.day > today - weeks_shown * 7) notes.push_back(note);
  std::ranges::sort(notes, [](const FeelingNote& a, const FeelingNote& b) {
    return std::tie(b.day, b.stamp) < std::tie(a.day, a.stamp);
  });
  std::vector<Rating> ratings;
  for (const FeelingNote& note : notes)
    ratings.push_back({ledger.id_text(note.stamp.id), {note.day, note.felt}});
  return ratings;
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
  const auto ratings = ratings_of(reading->ledger, args.day, session.today());
  if (session.json()) return session.text(render::ratings_json(ratings));
  return session.page(render::ratings_page(ratings, args.day, session.today()));
}

}  // namespace connect::app
