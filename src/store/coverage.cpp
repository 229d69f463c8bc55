#include "store/coverage.hpp"

#include <cstring>

#include "connect/id.hpp"

namespace connect::store {
namespace {

constexpr std::size_t problems_told = 3;

}  // namespace

std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = bytes.size();
  const auto take = [&](std::uint64_t word) {
    sum = (sum ^ word) * 0x9e3779b97f4a7c15U;
    sum ^= sum >> 29;
  };
  std::uint64_t word = 0;
  for (; bytes.size() >= sizeof word; bytes.remove_prefix(sizeof word)) {
    std::memcpy(&word, bytes.data(), sizeof word);
    take(word);
  }
  word = 0;
  if (!bytes.empty()) std::memcpy(&word, bytes.data(), bytes.size());
  take(word);
  return mixed(sum);
}

bool may_continue(const FileState& then, const FileState& now) {
  if (then.path != now.path || then.device != now.device || then.inode != now.inode) return false;
  return then.size < now.size || (then.size == now.size && then.modified == now.modified);
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

void end_at(Coverage& covered, const FileState& before, const Intake& intake) {
  covered.file = before;
  covered.file.size = intake.end().byte;
  covered.ending = checksum(intake.ending());
  const bool is_whole = intake.is_resumable() && intake.end().byte >= before.size;
  covered.next_line = is_whole ? intake.end().line : 0;
}

void shorten(Account& account) {
  std::erase_if(account.problems, [](const Problem& problem) {
    return problem.damage != Damage::bad_line && problem.damage != Damage::foreign;
  });
  if (account.problems.size() > problems_told) account.problems.resize(problems_told);
}

}  // namespace connect::store
