// Which entries a selection has, and what was probably meant when it has none.
#include "domain/ledger/selection.hpp"

#include <doctest/doctest.h>

#include "support/records.hpp"

namespace connect::selection_test {
namespace {

using namespace test;

Record said(std::size_t number, const Logged& entry) { return record(number, 0, entry); }

Logged with_note(Logged entry, std::string note) {
  entry.note = std::move(note);
  return entry;
}

std::vector<Record> diary() {
  Logged family = logged("2026-11-03", Act::listen, {"Sam"});
  family.tags = {"family"};
  return {said(1, with_note(logged("2026-11-01", Act::thank, {"Zoë"}), "for the Soup")),
          said(2, with_note(logged("2026-11-02", Act::listen, {"Maya", "Sam"}), "he was tired")),
          said(3, family), said(4, logged("2026-11-04", Act::offer))};
}

Ledger folded_for(const Selection& selection, const std::vector<Record>& records = diary()) {
  Fold fold(Notes::leave, note_test(selection));
  for (const Record& record : records) fold.add(record);
  return std::move(fold).settled();
}

/// The days of November that are selected.
std::vector<int> days_of(const Selection& selection) {
  Ledger ledger = folded_for(selection);
  ledger.keep_only(Selector(selection, ledger));
  std::vector<int> out;
  for (const Entry& entry : ledger.entries()) out.push_back(static_cast<int>(civil(entry.day).day));
  return out;
}

std::string meant(const Selection& selection) {
  return near_miss(selection, folded_for(selection)).value_or("");
}

using Days = std::vector<int>;

}  // namespace

TEST_CASE("several acts select any of them, several people, tags and texts all of them") {
  CHECK(days_of({{Act::thank, Act::offer}, {}, {}, {}}) == Days{1, 4});
  CHECK(days_of({{}, {"sam"}, {}, {}}) == Days{2, 3});
  CHECK(days_of({{}, {"Sam", "Maya"}, {}, {}}) == Days{2});
  CHECK(days_of({{}, {"Nobody"}, {}, {}}).empty());
  CHECK(days_of({{}, {"Sam"}, {"FAMILY"}, {}}) == Days{3});
  CHECK(days_of({{Act::thank}, {"Sam"}, {}, {}}).empty());
  CHECK(days_of({}) == Days{1, 2, 3, 4});
}

TEST_CASE("a text is found in notes, names and tags, case and accents aside") {
  CHECK(days_of({{}, {}, {}, {"soup"}}) == Days{1});
  CHECK(days_of({{}, {}, {}, {"zoe"}}) == Days{1});
  CHECK(days_of({{}, {}, {}, {"fam"}}) == Days{3});
  CHECK(days_of({{}, {}, {}, {"tired", "maya"}}) == Days{2});
  CHECK(days_of({{}, {}, {}, {"tired", "soup"}}).empty());
}

TEST_CASE("every text up to the most has an answer of its own") {
  std::vector<std::string> texts(most_texts, "soup");
  CHECK(days_of({{}, {}, {}, texts}) == Days{1});
  texts.back() = "nothing";
  CHECK(days_of({{}, {}, {}, texts}).empty());
}

TEST_CASE("a near miss is named as it would be typed") {
  CHECK(meant({{}, {"Mya"}, {}, {}}) == "Maya");
  CHECK(meant({{}, {}, {"famly"}, {}}) == "+family");
  CHECK(meant({{}, {}, {}, {"thnak"}}) == "thank");
  CHECK(meant({{}, {}, {}, {"mya"}}) == "Maya");
  CHECK(meant({{}, {}, {}, {"novmber"}}) == "november");
  CHECK(meant({{}, {}, {}, {"lat-week"}}) == "last-week");
}

TEST_CASE("a name or a text that the ledger has is no near miss") {
  CHECK(meant({{Act::offer}, {"MAYA"}, {}, {}}).empty());
  CHECK(meant({{Act::offer}, {}, {"Family"}, {}}).empty());
  CHECK(meant({{Act::offer}, {}, {}, {"tired"}}).empty());
  CHECK(meant({{}, {"Xi"}, {}, {"xylophone"}}).empty());
}

TEST_CASE("what is kept of a ledger has nothing but the selected entries") {
  std::vector<Record> records = diary();
  records.push_back(record(5, 0, Felt{day("2026-11-02"), {{5, 5, 5}}}));
  Ledger ledger = folded_for({}, records);
  ledger.keep_only([](const Entry& entry) { return entry.act == Act::offer; });
  CHECK(ledger.entries().size() == 1);
  CHECK(ledger.latest().empty());
  CHECK(ledger.feelings().empty());
  CHECK(ledger.people().find("Maya").has_value());  // names keep their numbers
}

}  // namespace connect::selection_test
