#include <algorithm>

#include "app/perform.hpp"
#include "connect/text.hpp"
#include "render/json.hpp"
#include "render/pages.hpp"
#include "render/rows.hpp"

namespace connect::app {
namespace {

using cli::Format;

constexpr std::size_t terminal_limit = 20;

/// The names of a filter as the ledger knows them; a name it does not know matches nothing.
class Matcher {
 public:
  Matcher(const cli::Filter& filter, const Ledger& ledger) : filter_(filter), ledger_(ledger) {
    for (const auto& name : filter.with) people_.push_back(ledger.people().find(name));
    for (const auto& name : filter.tags) tags_.push_back(ledger.tags().find(name));
  }

  bool operator()(const Entry& entry) const {
    return (!filter_.period || filter_.period->contains(entry.day)) &&
           (!filter_.act || *filter_.act == entry.act) && all_in(people_, ledger_.people(entry)) &&
           all_in(tags_, ledger_.tags(entry)) && (filter_.grep.empty() || entry.is_found);
  }

 private:
  static bool all_in(const std::vector<std::optional<NameIndex>>& wanted,
                     const std::vector<NameIndex>& given) {
    return std::ranges::all_of(wanted, [&](const auto& name) {
      return name && std::ranges::find(given, *name) != given.end();
    });
  }

  const cli::Filter& filter_;
  const Ledger& ledger_;
  std::vector<std::optional<NameIndex>> people_;
  std::vector<std::optional<NameIndex>> tags_;
};

struct Found {
  std::vector<EntryText> entries;  // newest first
  std::size_t earlier = 0;         // more that match
  std::size_t of = 0;              // entries in all
};

Found find(const Ledger& ledger, const cli::Filter& filter, std::size_t limit) {
  Found found;
  found.of = ledger.entries().size();
  const Matcher matches(filter, ledger);
  const auto entries = ledger.entries();
  for (auto it = entries.rbegin(); it != entries.rend(); ++it) {
    if (!matches(*it)) continue;
    if (limit == 0 || found.entries.size() < limit) {
      found.entries.push_back(ledger.told(*it));
    } else {
      ++found.earlier;
    }
  }
  return found;
}

/// Whether a note contains this text, case and accents aside.
NoteTest contains(const std::string& text) {
  if (text.empty()) return {};
  return [key = fold_key(text)](std::string_view note) {
    return fold_key(note).find(key) != std::string::npos;
  };
}

bool is_choosy(const cli::Filter& filter, std::size_t limit) {
  return limit > 0 || filter.period || filter.act || !filter.with.empty() || !filter.tags.empty() ||
         !filter.grep.empty();
}

/// Of a million entries only those that are shown need their notes in memory: these are read in a
/// second round.
Result<Found> find(const cli::Filter& filter, std::size_t limit, Session& session) {
  const bool is_second_round = is_choosy(filter, limit);
  const auto reading =
      session.read(is_second_round ? Notes::leave : Notes::keep, contains(filter.grep));
  if (!reading) return reading.error();
  Found found = find(reading->ledger, filter, limit);
  if (is_second_round && !found.entries.empty())
    if (const auto added = session.add_notes(found.entries); !added) return added.error();
  return found;
}

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
  std::string out = render::list_header(separator);
  for (const auto& entry : entries) out += render::list_row(entry, separator, formulas);
  return out;
}

}  // namespace

Outcome perform(const cli::ListArgs& args, Session& session) {
  const bool for_a_person = args.format == Format::text && session.facts().out.terminal;
  const std::size_t usual = for_a_person ? terminal_limit : 0;
  const auto result = find(args.filter, args.filter.limit.value_or(usual), session);
  if (!result) return session.fail(result.error());
  const Found& found = *result;
  switch (args.format) {
    case Format::json: return session.text(document(found.entries));
    case Format::ndjson: return session.text(lines(found.entries));
    case Format::csv:
    case Format::tsv: return session.text(table(found.entries, args));
    default: break;
  }
  if (found.entries.empty() && for_a_person)
    session.notice(found.of == 0 ? "nothing logged yet; connect prompt suggests something"
                                 : "no entry matches");
  const bool cut_silently = args.filter.limit.has_value();
  return session.page(
      render::list_page(found.entries, cut_silently ? 0 : found.earlier, session.today()));
}

}  // namespace connect::app
