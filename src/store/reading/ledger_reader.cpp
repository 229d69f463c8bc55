#include "store/reading/ledger_reader.hpp"

#include <algorithm>

namespace connect::store {
namespace {

constexpr std::size_t problems_kept = 50;  // of bad lines, and of problems altogether

/// The id of this text, if it is a UUIDv7.
std::optional<Id> dated(std::string_view text) {
  return written_at(text) ? uuid_from_text(text) : std::nullopt;
}

/// Inserts an id; the smallest one is dropped.
void raise(LatestIds& ids, std::string_view text) {
  const std::uint64_t id = dated(text).value_or(Id{}).high;
  const auto place = std::ranges::lower_bound(ids, id);
  if (place == ids.begin() || (place != ids.end() && *place == id)) return;
  *std::shift_left(ids.begin(), place, 1) = id;
}

void keep_ending(std::string& ending, std::string_view bytes) {
  ending.append(bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), ending_size)));
  if (ending.size() > ending_size) ending.erase(0, ending.size() - ending_size);
}

}  // namespace

bool is_new(const Marks& marks, const Record& record) {
  const auto id = dated(record.id);
  return id && id->high > marks.ids.front() && !std::ranges::binary_search(marks.ids, id->high);
}

void raise(Marks& marks, const Record& record) {
  raise(marks.ids, record.id);
  // A correction may come before its record.
  if (const auto* amended = std::get_if<Amended>(&record.body)) raise(marks.ids, amended->ref);
  const auto stamp = [&] { return Stamp{record.at.seconds, id_from_text(record.id)}; };
  if (std::holds_alternative<Rested>(record.body)) marks.rest = std::max(marks.rest, stamp());
  if (std::holds_alternative<PersonSet>(record.body))
    marks.person = std::max(marks.person, stamp());
}

Result<bool> LedgerReader::read(Files& files, const std::string& path, Start start) {
  Scanner scanner([&](const Record& record) { take(record, scanner.record_line()); },
                  [&](const Problem& problem) { note(problem); }, start.line, start.byte);
  scanner.passes_over = passes_over;
  const std::uint64_t lead = std::min(start.byte, ending_size);
  end_.byte = start.byte;
  auto found = files.read(path, start.byte - lead, [&](std::string_view bytes) {
    keep_ending(ending_, bytes);
    const auto earlier = std::min<std::size_t>(bytes.size(), lead - before_.size());
    before_.append(bytes.substr(0, earlier));
    bytes.remove_prefix(earlier);
    end_.byte += bytes.size();
    if (on_bytes) on_bytes(bytes);
    scanner.feed(bytes);
  });
  resumable_ = scanner.is_between_lines();
  end_.line = scanner.line_number();
  scanner.finish();
  return found;
}

void LedgerReader::take(const Record& record, LineRef line) {
  ++records_;
  if (on_record) on_record(record);
  fold_.add(record, keeps_places ? line : LineRef{});
}

void LedgerReader::note(const Problem& problem) {
  const bool is_bad = problem.damage == Damage::bad_line || problem.damage == Damage::foreign;
  if (is_bad) ++report_.bad_lines;
  if (problem.is_strange()) ++strangers_;
  // The first bad lines are kept, however many other problems there are.
  if ((is_bad ? report_.bad_lines : report_.problems.size()) <= problems_kept)
    report_.problems.push_back(problem);
}

}  // namespace connect::store
