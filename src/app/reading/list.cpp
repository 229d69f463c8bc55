// `list`: the entries that match a filter, newest first, as text, JSON, NDJSON, CSV or TSV.
#include <algorithm>

#include "app/entries/entry_named.hpp"
#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/reading/matching.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/rows.hpp"

namespace connect::app {
namespace {

using cli::Format;

constexpr std::size_t terminal_limit = 20;  // entries on a terminal without --limit and PERIOD

std::string lines(const std::vector<EntryText>& entries) {
  std::string out;
  for (const auto& entry : entries) out.append(render::entry_json(entry)).append("\n");
  return out;
}

std::string document(const std::vector<EntryText>& entries) {
  std::vector<std::string> objects;
  for (const auto& entry : entries) objects.push_back(render::entry_json(entry));
  return render::list_json(objects);
}

std::string table(const std::vector<EntryText>& entries, const cli::ListArgs& args) {
  const auto separator =
      args.format == Format::csv ? render::Separator::comma : render::Separator::tab;
  const auto formulas = args.raw ? render::Formulas::raw : render::Formulas::guarded;
  return render::list_table(entries, separator, formulas);
}

void notice_empty(const cli::Filter& filter, const Found& found, Session& session) {
  if (found.of == 0) {
    notice_nothing_logged(session);
  } else if (filter.period || !filter.selection.empty()) {
    notice_nothing_found(filter.selection, filter.period, found.near_miss, session);
  }
}

/// The entry that `last` means for `amend`, too.
Result<Found> last_entry(Session& session) {
  const auto reading = read_ledger(session, Notes::keep);
  if (!reading) return reading.error();
  const Ledger& ledger = reading->ledger;
  if (ledger.entries().empty()) return Found{};
  const auto last = entry_named(session, ledger, "last");
  if (!last) return last.error();
  return Found{{ledger.entry_text(**last)}, 0, ledger.entries().size(), {}};
}

}  // namespace

Outcome perform(const cli::ListArgs& given, Session& session) {
  cli::ListArgs args = given;
  const bool for_a_person = args.format == Format::text && session.facts().out.terminal;
  const std::size_t usual = for_a_person && !args.filter.period ? terminal_limit : 0;
  if (const auto accepted = accept_words(args.filter, session); !accepted)
    return session.fail(accepted.error());
  const bool is_last = args.last && !args.filter.period && args.filter.selection.empty();
  auto result = is_last ? last_entry(session)
                        : matching(args.filter, args.filter.limit.value_or(usual), session);
  if (!result) return session.fail(result.error());
  Found& found = *result;
  if (args.reverse) std::ranges::reverse(found.entries);
  if (args.format != Format::csv && args.format != Format::tsv)
    add_suggested(session, found.entries);
  switch (args.format) {
    case Format::json: return session.text(document(found.entries));
    case Format::ndjson: return session.text(lines(found.entries));
    case Format::csv:
    case Format::tsv: return session.text(table(found.entries, args));
    default: break;
  }
  if (found.entries.empty()) notice_empty(args.filter, found, session);
  // With an explicit --limit, nothing is said about earlier entries.
  const bool cut_silently = args.filter.limit.has_value();
  return session.page(render::list_page(found.entries, cut_silently ? 0 : found.earlier,
                                        session.today(), session.columns()));
}

}  // namespace connect::app
