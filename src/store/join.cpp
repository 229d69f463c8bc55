#include "store/join.hpp"

#include "store/undo_history.hpp"

namespace connect::store {
namespace {

/// The text without white space between its parts.
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

/// What only this reading of a source needs to know.
struct Tally {
  std::size_t records = 0;
  std::size_t strangers = 0;
};

void note(Newcomers& found, Tally& tally, Problem problem) {
  if (problem.damage == Damage::marker) return;  // both sides are taken
  if (problem.reason != "unfinished") ++tally.strangers;
  found.problems.push_back(std::move(problem));
}

void take(Newcomers& found, Known& known, const Record& record, std::string_view text) {
  if (!known.add(record, text)) return;
  ++found.amount.records;
  found.amount.acts += std::holds_alternative<Logged>(record.body);
  if (!found.lines.empty()) found.lines += '\n';
  found.lines += text;
}

}  // namespace

Source file_source(Files& files, std::string path) {
  return [&files, path = std::move(path)](const Files::Sink& sink) {
    return files.read(path, 0, sink);
  };
}

Source text_source(std::string_view text) {
  return [text](const Files::Sink& sink) -> Result<bool> {
    sink(text);
    return true;
  };
}

bool Known::add(const Record& record, std::string_view text) {
  ids_.insert(id_from_text(record.id));
  return marks_.insert({id_from_text(record.id), hash_of(compact(text))}).second;
}

Result<Newcomers> newcomers(Known& known, const Source& source) {
  Newcomers found;
  Tally tally;
  Scanner scanner([&](const Record&) { ++tally.records; },
                  [&](Problem problem) { note(found, tally, std::move(problem)); });
  scanner.on_text = [&](const Record& record, std::string_view text, std::size_t, Shape) {
    if (marks_change(record)) return;  // the copy is a safety journal
    take(found, known, record, text);
  };
  const auto exists = source([&](std::string_view bytes) { scanner.feed(bytes); });
  if (!exists) return exists.error();
  scanner.finish();
  found.exists = *exists;
  found.is_ledger = tally.records > 0 || tally.strangers == 0;
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
