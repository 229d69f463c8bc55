#include "app/entries/suggest.hpp"

#include <algorithm>
#include <unordered_map>

#include "app/ledger_access.hpp"
#include "app/saving.hpp"
#include "store/suggestions_file.hpp"

namespace connect::app {

std::string suggestions_path(const Facts& facts) {
  return facts.config_home.empty() ? "" : facts.config_home + "/connect/suggestions.json";
}

std::optional<std::string> add_own_suggestions(Bank& bank, Session& session) {
  const std::string path = suggestions_path(session.facts());
  if (path.empty()) return std::nullopt;
  const auto state = session.files().state(path);
  if (state && state->size > store::largest_suggestions_file)
    return path + " is larger than 1 MiB; none of its suggestions is used";
  const auto text = session.files().whole(path);
  if (!text) return text.error().message;
  if (!*text) return std::nullopt;
  if (const auto added = store::add_suggestions(bank, **text); !added)
    return path + ": " + added.error().message;
  return std::nullopt;
}

Bank read_bank(Session& session, const Summary& summary, std::optional<Day> morning) {
  Bank bank;
  bank.add_own(summary, morning);
  if (auto wrong = add_own_suggestions(bank, session)) session.notice(*std::move(wrong));
  return bank;
}

namespace {

bool took_up(const EntryText& entry) {
  return entry.said.note.empty() && !entry.said.prompt.empty();
}

/// The text of a suggestion that was shown; empty for one made of a date or a kindness.
std::string text_of(const ShownSuggestion& shown, const Bank& bank, const Ledger& ledger) {
  if (const Suggestion* item = bank.find(shown.suggestion)) return worded(*item, shown.person);
  const auto ask = std::ranges::find(ledger.asks(), shown.ref,
                                     [](const PersonNote& each) { return each.stamp.id; });
  return ask == ledger.asks().end() ? ""
                                    : occasion_text(Occasion::Kind::ask, shown.person, ask->note);
}

}  // namespace

void add_suggested(Session& session, std::vector<EntryText>& entries) {
  store::RecordIds ids;
  for (const EntryText& entry : entries)
    if (took_up(entry)) ids.insert(entry.said.prompt);
  if (ids.empty()) return;
  const auto summary = read_summary(session);
  const auto ledger = read_suggestions(session, ids);
  if (!summary || !ledger) return;  // the entries are shown all the same
  const Bank bank = read_bank(session, *summary, std::nullopt);
  std::unordered_map<Id, const ShownSuggestion*, IdHash> shown;
  for (const ShownSuggestion& each : ledger->suggestions()) shown.emplace(each.stamp.id, &each);
  for (EntryText& entry : entries) {
    const auto found = took_up(entry) ? shown.find(id_from_text(entry.said.prompt)) : shown.end();
    if (found != shown.end()) entry.suggested = text_of(*found->second, bank, *ledger);
  }
}

Prompt todays_prompt(Session& session, const Summary& summary, const PromptWish& wish) {
  const Bank bank = read_bank(session, summary, session.today());
  const auto prompt_from = [&](const Summary& known) {
    return prompt_of(known, session.today(), bank, session.config().preferences, wish,
                     [&](const OpenNote& note) { return note_of(session, note); });
  };
  if (is_enough(summary, session.today(), bank)) return prompt_from(summary);
  // The cached summary lacks older suggestions. If the whole ledger cannot be read, the suggestion
  // is made from the summary.
  const auto whole = read_whole_summary(session);
  return prompt_from(whole ? *whole : summary);
}

Pinned pin(Session& session, const Prompt& prompt) {
  if (!prompt.record.empty()) return {prompt.record, false};
  const Record record =
      new_record(session, Prompted{session.today(), prompt.act, prompt.suggestion, prompt.person,
                                   prompt.instead_of, std::string(slug(prompt.occasion)),
                                   prompt.ref, prompt.never, prompt.wish});
  // Another one was asked for, so `undo` must find it, whatever state the journal is in.
  if (!prompt.instead_of.empty()) return {record.id, static_cast<bool>(save(session, record))};
  return {record.id, save_unasked(session, record)};
}

}  // namespace connect::app
