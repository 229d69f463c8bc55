// Fuzz target: a damaged cache file with valid checksums. No command may crash, write anything to
// the ledger but its own record, or exit with a code other than 0 or 1.
//
// Input: one byte selects the section; then edits of its bytes, made before it is sealed, of four
// bytes each: two for the position, one for the kind of edit, one for the value.
#include "cli/machine.hpp"
#include "fuzz/target.hpp"
#include "store/cache/packing.hpp"
#include "store/cache/summary_cache.hpp"
#include "support/lifetime.hpp"

namespace connect::fuzz {
namespace {

using testing::Machine;

/// A section of a cache file and the commands that read it.
struct Aim {
  store::Kind kind;
  std::string_view ending;  // of the file
  std::vector<const char*> askers;
};

const std::array<Aim, 4> aims = {{
    {store::Kind::summary,
     store::summary_ending,
     {"connect streak --json", "connect streak --explain", "connect get streak.longest today.count",
      "connect --json", "connect report month", "connect log offer @Maya"}},
    {store::Kind::people,
     store::summary_ending,
     {"connect people --json", "connect complete tags", "connect prompt --json",
      "connect prompt --another --json", "connect get streak.longest people.overdue",
      "connect --json", "connect report month", "connect log offer @Maya"}},
    {store::Kind::details,
     store::summary_ending,
     {"connect report month --json", "connect report 365d --by person", "connect report week",
      "connect report all --by tag --json", "connect streak --json"}},
    {store::Kind::older,
     store::older_ending,
     {"connect report all --by tag --json", "connect report 2025 --by person --json",
      "connect report all --format svg"}},
}};

/// The sections of a cache file, each with its body.
std::vector<std::pair<store::Kind, std::string>> sections_of(std::string_view bytes) {
  std::vector<std::pair<store::Kind, std::string>> out;
  for (const store::Kind kind :
       {store::Kind::summary, store::Kind::people, store::Kind::details, store::Kind::older})
    if (const auto body = store::unsealed(kind, bytes)) out.emplace_back(kind, *body);
  must(bytes.empty() && !out.empty(), "the cache was made");
  return out;
}

/// The files of a machine with a ledger of two years or more and its cache; made once.
const testing::MemoryFiles& start() {
  static const testing::MemoryFiles made = [] {
    Machine machine;
    test::Random random(5);
    test::Lifetime life(random, *day_of({2026, 11, 23}));  // the machine's date
    std::string lines = life.past(700);
    while (lines.size() <= store::cached_size) lines = life.past(700) + lines;
    machine.files.contents[machine.ledger] = lines;
    testing::answer_to(machine, {"connect", "streak"});  // writes the cache
    return machine.files;
  }();
  return made;
}

/// Makes the summary in `file` refer to a section of older days with this body.
void expect_older(std::string& file, std::string_view body) {
  auto cached = store::unpacked(file, Parts::details);
  must(cached && store::packed(*cached) == file, "what is read is what was written");
  cached->older = store::checksum(body);
  file = store::packed(*cached);
}

void damage(std::string& bytes, Bytes input) {
  while (!input.empty()) {
    const unsigned high = input.byte();
    const std::size_t at = (high << 8 | input.byte()) % (bytes.size() + 1);
    const unsigned kind = input.byte(), value = input.byte();
    switch (kind % 4) {
      case 0:
        if (at < bytes.size()) bytes[at] = static_cast<char>(value);
        break;
      case 1:
        if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] + (value % 2 == 0 ? 1 : -1));
        break;
      case 2: bytes.erase(at, value); break;
      default: bytes.insert(at, value, static_cast<char>(high));
    }
  }
}

}  // namespace

void target(std::string_view input) {
  Bytes bytes(input);
  const Aim& aim = aims[bytes.byte() % aims.size()];
  Machine machine;
  machine.files = start();
  const auto file = [&](std::string_view ending) -> std::string& {
    const auto path = store::cache_path(machine.facts.cache_home, machine.ledger, ending);
    return machine.files.contents[path];
  };
  std::string damaged;
  for (auto& [kind, body] : sections_of(file(aim.ending))) {
    if (kind == aim.kind) damage(body, bytes);
    damaged += store::sealed(kind, body);
    if (kind == store::Kind::older) expect_older(file(store::summary_ending), body);
  }
  file(aim.ending) = damaged;
  const std::string ledger = machine.files.contents[machine.ledger];
  for (const char* line : aim.askers) {
    const Outcome outcome = testing::answer_to(machine, testing::words_of(line));
    must(outcome.code == 0 || outcome.code == 1, "an everyday exit code");
  }
  must(machine.files.contents[machine.ledger].starts_with(ledger), "older lines stay");
}

}  // namespace connect::fuzz
