#include "app/entries/suggest.hpp"

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
  return {record.id, save_unasked(session, record)};
}

}  // namespace connect::app
