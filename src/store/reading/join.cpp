#include "store/reading/join.hpp"

#include "store/format/codec.hpp"
#include "store/journal/undo_history.hpp"

namespace connect::store {
namespace {

/// The text without white space between tokens.
std::string compact(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  std::string out;
  out.reserve(text.size());
  bool in_string = false;
  bool escaped = false;
  for (const char c : text) {
    if (!in_string && white.find(c) != white.npos) continue;
    out += c;
    if (c == '"' && !escaped) in_string = !in_string;
    escaped = in_string && c == '\\' && !escaped;
  }
  return out;
}

/// Counts of one source.
struct Tally {
  std::size_t records = 0;
  std::size_t strangers = 0;
};

void note(Newcomers& found, Tally& tally, Problem problem) {
  if (problem.damage == Damage::marker) return;  // both sides count
  if (problem.is_strange()) ++tally.strangers;
  found.problems.push_back(std::move(problem));
}

void take_newcomer(Newcomers& found, const Record& record, std::string_view text) {
  const auto* said = std::get_if<Amended>(&record.body);
  if (record.redacted || (said != nullptr && said->forgotten)) found.tells_of_forgotten = true;
  ++found.amount.records;
  found.amount.acts += std::holds_alternative<Logged>(record.body);
  if (!found.lines.empty()) found.lines += '\n';
  found.lines += text;
}

/// Filters the new records again once all tombstones are known: a tombstone may come after the
/// records that it covers.
void leave_out_forgotten(Newcomers& found, Known& known) {
  if (found.lines.empty() || known.tombstones().empty()) return;
  const std::string lines = std::move(found.lines);
  found.lines.clear();
  found.amount = {};
  found.tells_of_forgotten = false;
  Scanner scanner([](const Record&) {}, [](const Problem&) {});
  scanner.on_text = [&](const Record& record, std::string_view text, std::size_t, Shape) {
    Record left = record;
    const auto fate = known.tombstones().apply(left);
    if (fate == Tombstones::Fate::stays) return take_newcomer(found, record, text);
    ++found.refused;
    if (fate == Tombstones::Fate::gone) return;
    if (const auto less = encode(left); known.add(left, less)) take_newcomer(found, left, less);
  };
  scanner.feed(lines);
  scanner.finish();
}

}  // namespace

CopySource file_source(Files& files, std::string path) {
  return [&files, path = std::move(path)](const Files::Sink& sink) {
    return files.read(path, 0, sink);
  };
}

CopySource text_source(std::string_view text) {
  return [text](const Files::Sink& sink) -> Result<bool> {
    sink(text);
    return true;
  };
}

bool Known::add(const Record& record, std::string_view text) {
  ids_.insert(id_from_text(record.id));
  tombstones_.add(record);
  return marks_.insert({id_from_text(record.id), hash_of(compact(text))}).second;
}

Result<Newcomers> newcomers(Known& known, const CopySource& source) {
  Newcomers found;
  Tally tally;
  Scanner scanner([&](const Record&) { ++tally.records; },
                  [&](Problem problem) { note(found, tally, std::move(problem)); });
  scanner.on_text = [&](const Record& record, std::string_view text, std::size_t, Shape) {
    if (marks_change(record)) return;  // a marker: the copy is a safety journal
    if (known.add(record, text)) take_newcomer(found, record, text);
  };
  const auto exists = source([&](std::string_view bytes) { scanner.feed(bytes); });
  if (!exists) return exists.error();
  scanner.finish();
  found.exists = *exists;
  found.is_ledger = tally.records > 0 || tally.strangers == 0;
  leave_out_forgotten(found, known);
  return found;
}

std::vector<std::string> apart(std::string_view lines) {
  std::vector<std::string> texts;
  Scanner scanner([](const Record&) {}, [](const Problem&) {});
  scanner.on_text = [&](const Record&, std::string_view text, std::size_t, Shape) {
    texts.emplace_back(text);
  };
  scanner.feed(lines);
  scanner.finish();
  return texts;
}

}  // namespace connect::store
