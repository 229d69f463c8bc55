// Fuzz target: a damaged cache file with a valid checksum. No command may crash, write anything to
// the ledger but its own record, or exit with a code other than 0 or 1.
//
// Input: one byte selects the file; then edits of its bytes, made before it is sealed, of four
// bytes each: two for the position, one for the kind of edit, one for the value.
#include "cli/machine.hpp"
#include "fuzz/target.hpp"
#include "store/cache/continuing.hpp"
#include "store/cache/days_file.hpp"
#include "store/cache/index.hpp"
#include "store/cache/packing.hpp"
#include "support/lifetime.hpp"

namespace connect::fuzz {
namespace {

using testing::Machine;

/// A cache file, the command that makes it and the commands that read it.
struct Aim {
  store::Kind kind;
  std::string_view ending;
  const char* maker;
  std::vector<const char*> askers;
};

const std::array<Aim, 3> aims = {{
    {store::Kind::index,
     store::index_ending,
     "connect streak",
     {"connect streak --json", "connect streak --explain", "connect people --json",
      "connect complete tags", "connect prompt --json", "connect prompt --another --json",
      "connect get streak.longest people.overdue", "connect --json", "connect log offer @Maya"}},
    {store::Kind::days,
     store::recent_ending,
     "connect report month",
     {"connect report month --json", "connect report 365d --by person", "connect report week"}},
    {store::Kind::days,
     store::days_ending,
     "connect report all",
     {"connect report all --by tag --json", "connect report 2025 --by person --json",
      "connect report all --format svg"}},
}};

/// A machine with a ledger of two years or more and its caches; made once.
const Machine& start() {
  static const Machine made = [] {
    Machine machine;
    test::Random random(5);
    test::Lifetime life(random, *day_of({2026, 11, 23}));  // the machine's date
    std::string lines = life.past(700);
    while (lines.size() <= store::kept_size) lines = life.past(700) + lines;
    machine.files.contents[machine.ledger] = lines;
    for (const Aim& aim : aims) testing::answer_to(machine, testing::words_of(aim.maker));
    return machine;
  }();
  return made;
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
  Machine machine = start();
  const std::string path = store::cache_path(machine.facts.cache_home, machine.ledger, aim.ending);
  std::string body(store::unsealed(aim.kind, machine.files.contents[path]).value_or(""));
  must(!body.empty(), "the cache was made");
  damage(body, bytes);
  machine.files.contents[path] = store::sealed(aim.kind, body);
  const std::string ledger = machine.files.contents[machine.ledger];
  for (const char* line : aim.askers) {
    const Outcome outcome = testing::answer_to(machine, testing::words_of(line));
    must(outcome.code == 0 || outcome.code == 1, "an everyday exit code");
  }
  must(machine.files.contents[machine.ledger].starts_with(ledger), "older lines stay");
}

}  // namespace connect::fuzz
