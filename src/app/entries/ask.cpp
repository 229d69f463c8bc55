// `ask` saves a follow-up; alone it lists those that are open.
#include <algorithm>

#include "app/entries/entry_parts.hpp"
#include "app/entries/follow_ups.hpp"
#include "app/entries/loose_words.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "domain/suggest/person_choice.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/text/shell_word.hpp"
#include "domain/time/dates.hpp"
#include "domain/time/day_words.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

FollowUp::State state_of(const OpenNote& ask, Day today) {
  if (ask.day > today) return FollowUp::State::ahead;
  return has_come(ask, today) ? FollowUp::State::due : FollowUp::State::older;
}

/// The words at the end of a text that name a day to come, other than tomorrow; "the last 3 days"
/// and "on sat" rarely do.
std::string closing_day(std::string_view text, const Calendar& calendar) {
  constexpr int most_words = 4;  // "on fri 20 nov"
  std::string found;
  std::size_t at = text.size();
  for (int count = 0; count < most_words && at != text.npos && at > 0; ++count) {
    at = text.rfind(' ', at - 1);
    if (at == text.npos) break;
    const std::string_view words = text.substr(at + 1);
    const auto day = leading_day(words, calendar);
    if (!day || !*day || (*day)->size != words.size() || (*day)->day == calendar.today + 1)
      continue;
    if (days_from_words(words) || words == "sat" || words == "sun" || words == "today") continue;
    found = words;
  }
  return found;
}

void notice_closing_day(Session& session, std::string_view words) {
  const std::string day = closing_day(words, {session.today(), session.config().week_start});
  if (!day.empty())
    session.notice("\"" + day +
                   "\" is part of the words. For that day, put it before them; connect undo takes "
                   "this back");
}

}  // namespace

std::vector<FollowUp> open_follow_ups(const Session& session, const Summary& summary) {
  const Day today = session.today();
  std::vector<FollowUp> out;
  for (const OpenNote& ask : summary.asks) {
    std::string text;
    for (NameIndex name : ask.with) {
      const PersonTotals& person = summary.persons[name];
      if (was_met(person, ask.when(), today)) continue;
      if (text.empty()) text = note_of(session, ask);
      out.push_back({summary.id_text(ask.stamp.id), person.name, ask.day, text,
                     ask.made(session.config().preferences.day_start), state_of(ask, today)});
    }
  }
  return out;
}

Result<Asked> follow_up_from(std::string_view words, std::vector<std::string> with,
                             Session& session, AskedIn from) {
  Asked said{session.today() + 1, std::move(with), ""};
  if (said.with.empty()) return usage_error("whom do you want to ask?", "name a person: @NAME");
  const bool has_day = from != AskedIn::note && !words.starts_with("-- ");
  if (words.starts_with("-- ")) words.remove_prefix(3);
  const auto day = leading_day(has_day ? words : std::string_view(),
                               {session.today(), session.config().week_start});
  if (!day) return day.error();
  if (*day) {
    said.day = (*day)->day;
    words.remove_prefix((*day)->size);
  }
  words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
  said.note = words;
  const std::string day_word = *day ? iso(said.day) : "tomorrow";
  if (!*day && from == AskedIn::words) notice_closing_day(session, said.note);
  if (said.note.empty())
    return usage_error("what do you want to ask " + enumerated(said.with) + "?",
                       from == AskedIn::option
                           ? "use --ask \"" + day_word + " how it went\""
                           : "connect ask " + shell_word("@" + said.with.front()) + " " + day_word +
                                 " how it went");
  return said;
}

Closed closed_by(const Session& session, const Summary& summary, const Record& entry) {
  const auto& said = std::get<Logged>(entry.body);
  const DatedStamp now{said.day, {entry.at.seconds, id_from_text(entry.id)}};
  Closed closed;
  const auto close = [&](const std::vector<OpenNote>& notes, std::vector<std::string>& ids,
                         auto is_settled) {
    for (const OpenNote& note : notes) {
      const auto names_them = [&](NameIndex name) {
        const PersonTotals& person = summary.persons[name];
        return std::ranges::find(said.with, person.name) != said.with.end() &&
               !is_settled(person, note.when(), Day{INT32_MAX});
      };
      if (now < note.when() || std::ranges::none_of(note.with, names_them)) continue;
      ids.push_back(summary.id_text(note.stamp.id));
      closed.texts.push_back(note_of(session, note));
    }
  };
  close(summary.asks, closed.asks, was_met);
  if (said.act == Act::thank) close(summary.kindnesses, closed.kindnesses, was_thanked);
  return closed;
}

Outcome perform(const cli::AskArgs& args, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  cli::EntryArgs given = args.said;
  if (auto settled = settle_names(given, summary->people, summary->tags); !settled)
    return session.fail(settled.error());
  const auto said = follow_up_from(given.note, known_people(summary->people, given.with), session,
                                   given.loose > 0 ? AskedIn::words : AskedIn::note);
  if (!said) return session.fail(said.error());
  const Record record = new_record(session, *said);
  if (auto saved = save(session, record); !saved) return session.fail(saved.error());
  for (const auto& name : said->with) notice_near_miss(session, *summary, name, true);
  notice_cut_names(session, given, true);
  notice_far_day(session, said->day, true);
  if (session.json()) return session.text(render::ask_json(record.id, *said));
  return session.echo(render::asked_page(*said, session.today()));
}

Outcome perform(const cli::AsksArgs&, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  const auto asks = open_follow_ups(session, *summary);
  if (session.json()) return session.text(render::asks_json(asks));
  return session.page(render::asks_page(asks, session.today()));
}

}  // namespace connect::app
