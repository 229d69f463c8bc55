#include "store/cache/coverage.hpp"

#include <algorithm>

namespace connect::store {
namespace {

constexpr std::size_t problems_told = 3;  // bad lines that a message names

}  // namespace

bool has_covered_bytes(Files& files, const std::string& path, const Coverage& covered) {
  Checksum found;
  const auto read = files.read(path, 0, [&](std::string_view bytes) {
    found.add(bytes.substr(
        0, std::min<std::uint64_t>(covered.bytes.size() - found.size(), bytes.size())));
  });
  return read && *read && found.size() == covered.bytes.size() &&
         found.value() == covered.bytes.value();
}

bool leaves_settled(const Coverage& covered, const Record& record) {
  if (std::holds_alternative<Foreign>(record.body)) return true;
  if (!is_new(covered.marks, record)) return false;
  const Stamp stamp{record.at.seconds, id_from_text(record.id)};
  if (std::holds_alternative<Rested>(record.body)) return stamp > covered.marks.rest;
  if (const auto* said = std::get_if<PersonSet>(&record.body))
    return stamp > covered.marks.person && !said->renamed;
  return true;
}

void end_at(Coverage& covered, const Checksum& bytes, const LedgerReader& intake,
            std::uint64_t size) {
  covered.bytes = bytes;
  covered.ending = checksum(intake.ending());
  const bool is_whole = intake.is_resumable() && intake.end().byte >= size;
  covered.next_line = is_whole ? intake.end().line : 0;
}

void shorten(ReadReport& account) {
  std::erase_if(account.problems, [](const Problem& problem) {
    return problem.damage != Damage::bad_line && problem.damage != Damage::foreign;
  });
  if (account.problems.size() > problems_told) account.problems.resize(problems_told);
}

}  // namespace connect::store
