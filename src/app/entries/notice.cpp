// `notice` saves a kindness; alone it lists the kindnesses that were noticed.
#include <algorithm>
#include <tuple>

#include "app/entries/entry_parts.hpp"
#include "app/entries/kindnesses.hpp"
#include "app/entries/loose_words.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/text/shell_word.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {

std::vector<NoticedKindness> kindnesses_of(const Ledger& ledger, const Summary& summary,
                                           Day today) {
  std::vector<PersonNote> all(ledger.kindnesses().begin(), ledger.kindnesses().end());
  std::ranges::sort(all, [](const PersonNote& a, const PersonNote& b) {
    return std::tie(b.day, b.stamp) < std::tie(a.day, a.stamp);
  });
  std::vector<NoticedKindness> out;
  for (const PersonNote& kindness : all)
    for (const auto& name : known_spellings(ledger.people(), kindness.with)) {
      const auto person = summary.people.find(name);
      out.push_back(
          {ledger.id_text(kindness.stamp.id), name, kindness.day, kindness.note,
           person && was_thanked(summary.persons[*person], {kindness.day, kindness.stamp}, today)});
    }
  return out;
}

Outcome perform(const cli::NoticeArgs& args, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  cli::EntryArgs given = args.said;
  if (auto settled = settle_names(given, summary->people, summary->tags); !settled)
    return session.fail(settled.error());
  const Noticed said{given.day.value_or(session.today()), known_people(summary->people, given.with),
                     given.note};
  if (said.note.empty())
    return session.fail(usage_error(
        "what did " + enumerated(said.with) + " do?",
        "connect notice " + shell_word("@" + said.with.front()) + " stayed late to help"));
  const Record record = new_record(session, said);
  if (auto saved = save(session, record); !saved) return session.fail(saved.error());
  for (const auto& name : said.with) notice_near_miss(session, *summary, name, true);
  notice_cut_names(session, given, true);
  notice_loose_words(session, given, *summary, said.with, said.day, ", run connect undo, and add ");
  notice_far_day(session, said.day, true);
  if (session.json()) return session.text(render::notice_json(record.id, said));
  return session.echo(render::noticed_page(said, session.today()));
}

Outcome perform(const cli::KindnessesArgs&, Session& session) {
  const auto reading = read_ledger(session, Notes::leave);
  if (!reading) return session.fail(reading.error());
  const auto kindnesses =
      kindnesses_of(reading->ledger, summary_of(reading->ledger), session.today());
  if (session.json()) return session.text(render::kindnesses_json(kindnesses));
  return session.page(render::kindnesses_page(kindnesses, session.today()));
}

}  // namespace connect::app
