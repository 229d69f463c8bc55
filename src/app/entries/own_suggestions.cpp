// `suggest` adds a suggestion of the user's own; alone it lists them.
#include <algorithm>

#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "domain/text/name_folding.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

/// The error if the bank has a suggestion with the same words for this act.
std::optional<Error> known_already(const Bank& bank, const Summary& summary,
                                   const OwnSuggestion& said) {
  const auto same = std::ranges::find_if(bank.items(), [&](const Suggestion* item) {
    return item->act == said.act && !item->retired && fold_key(item->text) == fold_key(said.text);
  });
  if (same == bank.items().end()) return std::nullopt;
  const std::string id((*same)->id);
  const bool is_removable = std::ranges::any_of(summary.own, [&](const AddedSuggestion& each) {
    return summary.id_text(each.stamp.id) == id;
  });
  return usage_error(
      "this suggestion is in the list already",
      is_removable ? "to change it: connect remove " + render::short_id(id) + ", then add it again"
                   : "connect prompt --list shows it, as " + id);
}

}  // namespace

Outcome perform(const cli::SuggestArgs& args, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  const Bank bank = read_bank(session, *summary, std::nullopt);
  if (auto error = known_already(bank, *summary, args.said)) return session.fail(*std::move(error));
  const Record record = new_record(session, args.said);
  if (auto saved = save(session, record); !saved) return session.fail(saved.error());
  const Suggestion item = own_item(record.id, args.said);
  if (session.json()) return session.text(render::suggestion_added_json(item));
  return session.echo(render::suggestion_added_page(item));
}

Outcome perform(const cli::SuggestionsArgs&, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  Bank bank;
  bank.add_own(*summary, std::nullopt);
  std::vector<Suggestion> items;
  for (const Suggestion* item : bank.items())
    if (built_in_suggestion(item->id) == nullptr) items.push_back(*item);
  if (session.json()) return session.text(render::own_suggestions_json(items));
  return session.page(render::own_suggestions_page(items));
}

}  // namespace connect::app
