// `prompt`: shows today's suggestion, another one, or the bank; `--once` greets a new shell.
#include "domain/suggest/prompt.hpp"

#include "app/entries/entry_parts.hpp"
#include "app/entries/once.hpp"
#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "domain/feelings/feelings.hpp"
#include "domain/text/shell_word.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

Outcome list_bank(const cli::PromptArgs& args, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  const Bank bank = read_bank(session, *summary, std::nullopt);
  const auto& wish = args.wish;
  const Preferences wanted{wish.place.value_or(Place::any), Setting::any, wish.small};
  std::vector<Suggestion> items;
  for (const Suggestion* item : bank.items())
    if (!item->retired && (!wish.act || *wish.act == item->act) && fits(*item, wanted))
      items.push_back(*item);
  if (session.json()) return session.text(render::bank_json(items));
  return session.page(render::bank_page(items));
}

/// The wish with its person, who must be one whom the ledger knows.
Result<PromptWish> wish_of(const cli::PromptArgs& args, const Summary& summary) {
  PromptWish wish = args.wish;
  if (args.with.empty()) return wish;
  Selection named{{}, args.with, {}, {}};
  settle_names(named, args.name_words, summary.people, summary.tags);
  wish.person = named.with.front();
  if (named.with.size() > 1)
    return usage_error("a suggestion names one person",
                       "connect prompt " + shell_word("@" + wish.person));
  if (find_person(summary, wish.person) != nullptr) return wish;
  return unknown_person(wish.person, summary);
}

Outcome show(const Summary& summary, const PromptWish& wish, const cli::PromptArgs& args,
             Session& session) {
  const Prompt prompt = todays_prompt(session, summary, wish);
  const bool is_new = pin(session, prompt).is_new;
  const DayActs* acts = acts_on(summary, session.today());
  const bool done = is_done(prompt, acts);
  if (session.json()) return session.text(render::prompt_json(prompt, session.today(), done));
  const bool can_be_undone = is_new && !prompt.instead_of.empty() && !session.is_quiet();
  render::Page page = render::prompt_page(prompt, done, args.why, can_be_undone);
  if (session.config().feelings &&
      asks_about_feelings(seed_on(summary, session.today()), session.today()))
    page.append(render::feelings_question());
  return session.page(page);
}

/// The error for --never if the suggestion was made of an occasion, not taken from the bank.
std::optional<Error> keeps_coming(const Prompt& shown) {
  const std::string what = "today's suggestion is not one of the list: ";
  switch (shown.occasion) {
    case Occasion::Kind::ask:
      return usage_error(what + "it is a follow-up", "connect remove " + shown.ref + " drops it");
    case Occasion::Kind::kindness:
      return usage_error(what + "it is a kindness", "connect remove " + shown.ref + " drops it");
    case Occasion::Kind::date:
      return usage_error(what + "it is a date of " + shown.person,
                         "connect prompt --another for something else today");
    default: return std::nullopt;
  }
}

/// The greeting of a shell. Nobody asked for it, so errors and messages are dropped, and there is
/// none on a rest day, nor on a day on which the experiment holds it back.
Outcome greeting(const cli::PromptArgs& args, Session& session) {
  if (!claims_greeting(session)) return {};
  const auto summary = read_summary(session);
  if (!summary || rest_calendar(session, *summary).contains(session.today())) return {};
  if (is_held_back(session, *summary)) return {};
  Outcome shown = show(*summary, args.wish, args, session);
  return {0, shown.code == 0 ? std::move(shown.out) : "", "", false, true};
}

}  // namespace

Outcome perform(const cli::PromptArgs& args, Session& session) {
  if (args.once) return greeting(args, session);
  if (args.list) return list_bank(args, session);
  auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  auto wish = wish_of(args, *summary);
  if (!wish) return session.fail(wish.error());
  if (wish->another) {
    // What `connect` showed, without recording it, is what another one replaces.
    const Prompt shown = todays_prompt(session, *summary);
    if (wish->never)
      if (auto error = keeps_coming(shown)) return session.fail(*std::move(error));
    if (pin(session, shown).is_new) summary = read_summary(session);
  }
  if (!summary) return session.fail(summary.error());
  return show(*summary, *wish, args, session);
}

}  // namespace connect::app
