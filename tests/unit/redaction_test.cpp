// Erased text stays erased: tombstones and redacted records, folded and merged.
#include "domain/ledger/redaction.hpp"

#include <doctest/doctest.h>

#include <set>

#include "store/reading/join.hpp"
#include "store/upkeep/redactor.hpp"
#include "support/ledger_lines.hpp"
#include "support/repetitions.hpp"

namespace connect::redaction_test {

using namespace test;

namespace {

Record tombstone(std::size_t id, int second, std::size_t ref) {
  Amended body = amended(ref, removal());
  body.undo = body.forgotten = true;
  return record(id, second, body);
}

Record act(std::size_t id, std::vector<std::string> with, std::string note = "") {
  Logged said = logged("2026-11-23", Act::thank, std::move(with));
  said.note = std::move(note);
  return record(id, 5, said);
}

Record redacted(Record record) {
  record.redacted = true;
  return record;
}

Ledger folded_in_order(const std::vector<Record>& records, Random& random) {
  return folded(random.shuffled(records));
}

/// As `merge` and `sync` leave a ledger.
std::string joined(const std::string& ledger, const std::string& other) {
  store::Known known;
  REQUIRE(store::newcomers(known, store::text_source(ledger)));
  const auto found = store::newcomers(known, store::text_source(other));
  REQUIRE(found);
  const std::string all = ledger + found->lines + (found->lines.empty() ? "" : "\n");
  return store::without(all, known.tombstones()).bytes.value_or(all);
}

std::multiset<std::string> bag(const std::string& text) {
  std::multiset<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.insert(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// Forms of few records, some redacted by one machine or another, and tombstones of some of them.
std::string random_ledger(Random& random) {
  std::string out;
  for (int i = random.between(0, 8); i > 0; --i) {
    const std::size_t id = random.below(4);
    Record one = random.chance(25)   ? tombstone(20 + id, 9, id)
                 : random.chance(25) ? record(10 + id, 6, amended(id, removal(random.chance(50))))
                                     : act(id, {"Maya", "Sam"}, "note");
    if (auto* said = std::get_if<Logged>(&one.body); said != nullptr && random.chance(60)) {
      one.redacted = true;
      said->note.clear();
      if (random.chance(60)) said->with = {random.pick(std::vector<std::string>{"Maya", "Sam"})};
    }
    const std::string line = store::encode(one) + "\n";
    if (out.find(line) == std::string::npos) out += line;
  }
  return joined("", out);
}

}  // namespace

TEST_CASE("what was forgotten stays out, whatever is said of it afterwards and in which order") {
  Random random(7);
  const std::vector<Record> records = {act(0, {"Maya"}), tombstone(1, 10, 0),
                                       record(2, 20, amended(1, removal())),
                                       record(3, 30, amended(0, removal(false)))};
  for (int i = 0; i < 24; ++i) {
    const Ledger ledger = folded_in_order(records, random);
    CHECK(ledger.entries().empty());
    CHECK(ledger.is_forgotten(id_from_text(id_number(0))));
    CHECK_FALSE(ledger.is_forgotten(id_from_text(id_number(1))));
  }
}

TEST_CASE(
    "of the forms of a record the redacted one counts, and of several the one that says least") {
  Random random(7);
  Record later = act(0, {"Maya", "Sam"}, "tea");
  later.at.seconds += 100;
  const std::vector<Record> records = {later, redacted(act(0, {"Sam"})), redacted(act(0, {})),
                                       redacted(act(0, {"Maya"}))};
  for (int i = 0; i < 24; ++i) {
    const Ledger ledger = folded_in_order(records, random);
    REQUIRE(ledger.entries().size() == 1);
    CHECK(ledger.entry_text(ledger.entries().front()).said.with.empty());
    CHECK(ledger.note(ledger.entries().front()).empty());
    CHECK(ledger.oddities().conflicts == 0);
  }
}

TEST_CASE("a redacted correction and a redacted suggestion count before their older forms") {
  Changes named, unnamed;
  named.with = {"Maya"};
  unnamed.with.emplace();
  Prompted shown{day("2026-11-23"), Act::thank, "thank-07", "Maya", ""};
  Prompted hushed = shown;
  hushed.person.clear();
  const Ledger ledger = folded({act(0, {"Sam"}), record(1, 9, amended(0, named)),
                                redacted(record(1, 9, amended(0, unnamed))), record(2, 9, shown),
                                redacted(record(2, 9, hushed))});
  REQUIRE(ledger.entries().size() == 1);
  CHECK(ledger.entry_text(ledger.entries().front()).said.with.empty());
  REQUIRE(ledger.suggestions().size() == 1);
  CHECK(ledger.suggestions().front().person.empty());
}

TEST_CASE("the mark of a redacted record is written and read") {
  const Record record = redacted(act(1, {"Sam"}));
  const std::string line = store::encode(record);
  CHECK(line.ends_with(R"(,"redacted":true})"));
  CHECK(store::decode(line).record == record);
  store::Decoded decoded;
  store::decode(line, decoded);
  store::decode(store::encode(act(2, {})), decoded);
  CHECK_FALSE(decoded.record.redacted);
}

TEST_CASE("what two forms of a record say is the same whichever is given first") {
  const Record a = redacted(act(1, {"Maya", "Sam"}, "tea")), b = redacted(act(1, {"Sam", "Zoe"}));
  CHECK(redacted_meet(a, b) == redacted_meet(b, a));
  CHECK(redacted_meet(a, b) == redacted(act(1, {"Sam"})));
  CHECK(redacted_meet(a, a) == a);
}

TEST_CASE("nothing that was forgotten is taken in, be the tombstone here or there") {
  const std::string words = store::encode(act(0, {"Maya"}, "secret")) + "\n" +
                            store::encode(record(5, 7, amended(0, removal()))) + "\n";
  const std::string mark = store::encode(tombstone(1, 9, 0)) + "\n";
  CHECK(joined(mark, words) == mark);
  CHECK(joined("", words + mark) == mark);
  CHECK(joined("", mark + words) == mark);
  CHECK(joined(words, mark) == mark);
  store::Known known;
  REQUIRE(store::newcomers(known, store::text_source(mark)));
  const auto found = store::newcomers(known, store::text_source(words));
  REQUIRE(found);
  CHECK(found->refused == 2);
  CHECK(found->amount == Amount{});
}

TEST_CASE("ledgers with tombstones come to the same in any order and any grouping") {
  const std::size_t cases = repetitions(1000, 300'000);
  for (std::size_t seed = 0; seed < cases; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::string a = random_ledger(random), b = random_ledger(random),
                      c = random_ledger(random);
    const std::string whole = joined(joined(a, b), c);
    CHECK(bag(joined(joined(c, b), a)) == bag(whole));
    CHECK(bag(joined(a, joined(b, c))) == bag(whole));
    CHECK(joined(whole, b) == whole);
    CHECK(joined(whole, whole) == whole);
  }
}

}  // namespace connect::redaction_test
