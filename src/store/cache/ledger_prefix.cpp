#include "store/cache/ledger_prefix.hpp"

#include <algorithm>

namespace connect::store {
namespace {

constexpr std::size_t problems_told = 3;  // bad lines that a message names

}  // namespace

bool has_covered_bytes(Files& files, const std::string& path, const LedgerPrefix& prefix) {
  Checksum found;
  const auto read = files.read(path, 0, [&](std::string_view bytes) {
    found.add(
        bytes.substr(0, std::min<std::uint64_t>(prefix.bytes.size() - found.size(), bytes.size())));
  });
  return read && *read && found.size() == prefix.bytes.size() &&
         found.value() == prefix.bytes.value();
}

bool leaves_settled(const LedgerPrefix& prefix, const Record& record) {
  if (std::holds_alternative<Foreign>(record.body)) return true;
  if (!is_new(prefix.marks, record)) return false;
  const Stamp stamp{record.at.seconds, id_from_text(record.id)};
  if (std::holds_alternative<Rested>(record.body)) return stamp > prefix.marks.rest;
  if (const auto* said = std::get_if<PersonSet>(&record.body))
    return stamp > prefix.marks.person && !said->renamed;
  return true;
}

void end_at(LedgerPrefix& prefix, const Checksum& bytes, const LedgerReader& reader,
            std::uint64_t size) {
  prefix.bytes = bytes;
  prefix.ending = checksum(reader.ending());
  const bool is_whole = reader.is_resumable() && reader.end().byte >= size;
  prefix.next_line = is_whole ? reader.end().line : 0;
}

void shorten(ReadReport& report) {
  std::erase_if(report.problems, [](const Problem& problem) {
    return problem.damage != Damage::bad_line && problem.damage != Damage::foreign;
  });
  if (report.problems.size() > problems_told) report.problems.resize(problems_told);
}

}  // namespace connect::store
