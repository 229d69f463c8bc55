// `export`: writes all current records (json, ndjson), or entries (csv, tsv, ics and with a
// filter), to stdout or to a file.
#include <algorithm>
#include <iterator>

#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/reading/matching.hpp"
#include "domain/ledger/current_records.hpp"
#include "domain/summary/summary_views.hpp"
#include "domain/text/counted.hpp"
#include "render/ics.hpp"
#include "render/json.hpp"
#include "render/terminal/rows.hpp"
#include "store/format/codec.hpp"

namespace connect::app {
namespace {

using cli::Format;

bool holds_records(Format format) { return format == Format::json || format == Format::ndjson; }

std::vector<Record> records_of(std::vector<EntryText> entries) {
  std::vector<Record> out;
  std::ranges::transform(entries, std::back_inserter(out),
                         [](EntryText& entry) { return record_of(std::move(entry)); });
  return out;
}

/// Clears the note of an entry, a kindness or a follow-up, and one that an amendment sets; also the
/// dates and the address of a person.
void leave_out_note(Record& record) {
  if (auto* entry = std::get_if<Logged>(&record.body)) entry->note.clear();
  if (auto* notice = std::get_if<Noticed>(&record.body)) notice->note.clear();
  if (auto* ask = std::get_if<Asked>(&record.body)) ask->note.clear();
  if (auto* amended = std::get_if<Amended>(&record.body)) amended->set.note.reset();
  if (auto* person = std::get_if<PersonSet>(&record.body)) {
    person->dates.reset();
    person->reach.reset();
  }
}

/// Without notes, suggestions of the user's own are left out, which are nothing but text.
std::string records_text(std::vector<Record> records, const cli::ExportArgs& args) {
  if (!args.notes)
    std::erase_if(records, [](const Record& record) {
      return std::holds_alternative<OwnSuggestion>(record.body);
    });
  std::vector<std::string> lines;
  for (Record& record : records) {
    if (!args.notes) leave_out_note(record);
    lines.push_back(store::encode(record));
  }
  if (args.format == Format::json) return render::export_json(lines);
  std::string out;
  for (const auto& line : lines) out.append(line).append("\n");
  return out;
}

std::string entries_text(std::vector<EntryText> entries, const cli::ExportArgs& args) {
  if (!args.notes)
    for (EntryText& entry : entries) entry.said.note.clear();
  const auto formulas = args.raw ? render::Formulas::raw : render::Formulas::guarded;
  const bool comma = args.format == Format::csv;
  return render::list_table(entries, comma ? render::Separator::comma : render::Separator::tab,
                            formulas);
}

void notice_foreign(Session& session, std::size_t records) {
  if (records == 0) return;
  session.notice("left out " + counted(static_cast<std::int64_t>(records), "record") +
                 " of unknown kinds; to keep them, copy the ledger file");
}

/// All current records, as JSON or NDJSON.
Result<std::string> whole_text(const cli::ExportArgs& args, Session& session) {
  std::vector<Record> others;
  const auto reading =
      read_ledger(session, Notes::keep, {{}, [&](const Record& record) {
                                           if (!std::holds_alternative<Logged>(record.body))
                                             others.push_back(record);
                                         }});
  if (!reading) return reading.error();
  notice_foreign(session, reading->ledger.oddities().foreign);
  return records_text(current_records(reading->ledger, std::move(others)), args);
}

/// The entries as a calendar; of a whole ledger also the dates of people, unless notes are left
/// out.
Result<std::string> calendar_text(std::vector<EntryText> entries, const cli::ExportArgs& args,
                                  Session& session) {
  if (!args.notes)
    for (EntryText& entry : entries) entry.said.note.clear();
  if (args.filtered || !args.notes) return render::calendar_ics(entries, {});
  const auto summary = read_summary(session);
  if (!summary) return summary.error();
  return render::calendar_ics(entries, known_people(*summary));
}

/// The entries that match the filter, in any of the formats.
Result<std::string> filtered_text(cli::ExportArgs args, Session& session) {
  if (const auto accepted = accept_words(args.filter, session); !accepted) return accepted.error();
  auto found = matching(args.filter, args.filter.limit.value_or(0), session);
  if (!found) return found.error();
  if (found->entries.empty() && found->of > 0)
    notice_nothing_found(args.filter.selection, args.filter.period, found->near_miss, session);
  std::ranges::reverse(found->entries);  // oldest first, as in a ledger
  if (args.format == Format::ics) return calendar_text(std::move(found->entries), args, session);
  return holds_records(args.format) ? records_text(records_of(std::move(found->entries)), args)
                                    : entries_text(std::move(found->entries), args);
}

}  // namespace

Outcome perform(const cli::ExportArgs& args, Session& session) {
  const auto text = holds_records(args.format) && !args.filtered ? whole_text(args, session)
                                                                 : filtered_text(args, session);
  if (!text) return session.fail(text.error());
  if (args.output.empty()) return session.text(*text);
  return session.file(args.output, *text, args.force, "export");
}

}  // namespace connect::app
