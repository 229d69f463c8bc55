// Erasing records and people from the bytes of a ledger file.
#include "store/upkeep/erasure.hpp"

#include <doctest/doctest.h>

#include "domain/text/name_folding.hpp"
#include "store/format/codec.hpp"
#include "store/upkeep/mentions.hpp"
#include "store/upkeep/redactor.hpp"
#include "support/records.hpp"

namespace connect::erasure_test {

using namespace test;
using store::Erasure;

namespace {

std::string bytes_of(const std::vector<Record>& records) {
  std::string out;
  for (const Record& each : records) out += store::encode(each) + "\n";
  return out;
}

Record act(std::size_t id, std::vector<std::string> with = {}, std::string note = "") {
  Logged said = logged("2026-11-23", Act::thank, std::move(with));
  said.note = std::move(note);
  return record(id, static_cast<int>(id), said);
}

Record noted(std::size_t id, std::size_t ref, const std::string& note) {
  Changes set;
  set.note = note;
  return record(id, static_cast<int>(id), amended(ref, set));
}

Record tombstone(std::size_t id, std::size_t ref) {
  Amended body = amended(ref, removal());
  body.undo = body.forgotten = true;
  return record(id, static_cast<int>(id), body);
}

Record redacted(Record record) {
  record.redacted = true;
  return record;
}

Erasure of_ids(const std::vector<std::size_t>& ids) {
  Erasure what;
  for (std::size_t id : ids) what.ids.push_back(id_number(id));
  return what;
}

Erasure of_names(const std::vector<std::string>& names) {
  Erasure what;
  for (const auto& name : names) what.names.push_back(fold_key(name));
  return what;
}

std::string left(const std::vector<Record>& records, const Erasure& what) {
  return store::without(bytes_of(records), what, {}).bytes.value_or("as it was");
}

}  // namespace

TEST_CASE("an entry goes with its corrections and what corrects these") {
  CHECK(left({act(1), act(2), noted(3, 1, "x"), record(4, 4, amended(3, removal()))},
             of_ids({1})) == bytes_of({act(2)}));
}

TEST_CASE("a file that does not speak of it is left as it is") {
  CHECK(left({act(1), act(2)}, of_ids({3})) == "as it was");
  CHECK(left({act(1, {"Sam"}, "tea")}, of_names({"Maya"})) == "as it was");
}

TEST_CASE("a tombstone takes the record's place, and there is only one of it") {
  const auto once = store::without(bytes_of({act(1), act(2)}), of_ids({1}), {tombstone(5, 1)});
  REQUIRE(once.bytes);
  CHECK(*once.bytes == bytes_of({act(2), tombstone(5, 1)}));
  CHECK_FALSE(store::without(*once.bytes, of_ids({1}), {tombstone(6, 1)}).bytes);
  const auto again =
      store::without(bytes_of({act(1)}) + *once.bytes, of_ids({1}), {tombstone(6, 1)});
  CHECK(again.bytes == once.bytes);
}

TEST_CASE("other records keep their very bytes, also those that cannot be read") {
  const std::string odd =
      "{ \"v\":1,\"id\":\"odd\",\"op\":\"log\",\"at\":\"2026-11-23T09:00:00Z\","
      "\"day\":\"2026-11-23\",\"act\":\"thank\",\"mood\":3}\noops\n";
  const auto erased = store::without(bytes_of({act(1)}) + odd, of_ids({1}), {});
  CHECK(erased.bytes == odd);
}

TEST_CASE("a line that cannot be read goes when it holds the id or the note") {
  Erasure what = of_ids({1});
  what.notes = {"the secret"};
  const std::string bytes =
      bytes_of({act(2)}) + "{\"id\":\"" + id_number(1) + "\nhalf of the secret\nother\n";
  const auto erased = store::without(bytes, what, {});
  CHECK(erased.bytes == bytes_of({act(2)}) + "other\n");
  CHECK(erased.unreadable == 2);
}

TEST_CASE("a person leaves an entry together with its note, and the act stays") {
  CHECK(left({act(1, {"MAYA", "Sam"}, "tea")}, of_names({"Maya"})) ==
        bytes_of({redacted(act(1, {"Sam"}))}));
}

TEST_CASE("the note of another entry goes when it speaks of the person") {
  CHECK(left({act(1, {"Sam"}, "tea, with Zoé!")}, of_names({"Zoë"})) ==
        bytes_of({redacted(act(1, {"Sam"}))}));
}

TEST_CASE("a later note of an entry with the person goes too") {
  CHECK(left({act(1, {"Maya"}), noted(2, 1, "her words")}, of_names({"Maya"})) ==
        bytes_of({redacted(act(1)), redacted(noted(2, 1, ""))}));
}

TEST_CASE("what was noticed or said of a person goes, with its corrections") {
  const Record seen = record(1, 1, Noticed{day("2026-11-23"), {"Maya", "Sam"}, "soup"});
  const Record told = record(2, 2, PersonSet{"maya", 14, std::nullopt, std::nullopt});
  const Record renamed = record(3, 3, PersonSet{"Mia", std::nullopt, std::nullopt, "Maya"});
  CHECK(left({seen, told, renamed, record(4, 4, amended(1, removal())), act(5)},
             of_names({"Maya"})) == bytes_of({act(5)}));
}

TEST_CASE("somebody else's date or address goes when it speaks of the person") {
  PersonSet said{
      "Sam",
      14,
      {},
      {},
      std::vector<PersonDate>{{{5, 12, 0}, "birthday"}, {{6, 1, 0}, "wedding with Maya"}}};
  said.reach = "mailto:maya@example.org";
  PersonSet left_over = said;
  left_over.dates->pop_back();
  left_over.reach = "";
  CHECK(left({record(1, 1, said)}, of_names({"Maya"})) ==
        bytes_of({redacted(record(1, 1, left_over))}));
  CHECK(left({record(1, 1, left_over)}, of_names({"Maya"})) == "as it was");
}

TEST_CASE("a kindness is erased if its note mentions the person") {
  const Record told = record(1, 1, Noticed{day("2026-11-23"), {"Sam"}, "like Maya did"});
  CHECK(left({told, act(2)}, of_names({"Maya"})) == bytes_of({act(2)}));
}

TEST_CASE("a tag that is the person's name goes") {
  Logged tagged = logged("2026-11-23");
  tagged.tags = {"maya", "tea"};
  Logged left_over = tagged;
  left_over.tags = {"tea"};
  CHECK(left({record(1, 1, tagged)}, of_names({"Maya"})) ==
        bytes_of({redacted(record(1, 1, left_over))}));
}

TEST_CASE("every tombstone that is given is added, also of a record that was elsewhere") {
  const auto done = store::without(bytes_of({act(1), act(3)}), of_ids({1, 2}),
                                   {tombstone(4, 1), tombstone(5, 2)});
  CHECK(done.bytes == bytes_of({act(3), tombstone(4, 1), tombstone(5, 2)}));
  CHECK(done.forgotten == std::vector<std::string>{id_number(1)});
}

TEST_CASE("a correction that goes with its record needs no tombstone") {
  const auto done = store::without(bytes_of({act(1), noted(2, 1, "x")}), of_ids({1}), {});
  CHECK(done.forgotten == std::vector<std::string>{id_number(1)});
}

TEST_CASE(
    "what is noticed of a person, and a record of an unknown kind, can be told by their ids") {
  const Record seen = record(1, 1, Noticed{day("2026-11-23"), {"Maya"}, "soup"});
  const std::string unknown =
      R"({"v":1,"id":"odd","op":"sing","at":"2026-11-23T09:00:00Z","to":"Maya"})"
      "\n";
  const auto done = store::without(bytes_of({seen}) + unknown, of_names({"Maya"}), {});
  CHECK(done.forgotten == std::vector<std::string>{id_number(1), "odd"});
}

TEST_CASE("a mark in the safety journal that bears the id of a record gets no tombstone") {
  const std::string mark = R"({"v":1,"id":"maya-1","op":"together","at":"2026-11-23T09:00:00Z"})"
                           "\n";
  Record said = act(1);
  said.id = "maya-1";
  CHECK(store::without(mark + bytes_of({said}), of_names({"Maya"}), {}).forgotten.empty());
}

TEST_CASE("tombstones take out their records with the corrections, wherever these are") {
  Tombstones tombstones;
  tombstones.add(tombstone(9, 1));
  const auto done =
      store::without(bytes_of({act(1), noted(2, 1, "x"), record(3, 3, amended(2, removal())),
                               act(4), tombstone(9, 1)}) +
                         "{\"id\":\"" + id_number(1) + "\nother\n",
                     tombstones);
  CHECK(done.bytes == bytes_of({act(4), tombstone(9, 1)}) + "other\n");
  CHECK(done.records == 3);
  CHECK(done.unreadable == 1);
  CHECK_FALSE(store::without(*done.bytes, tombstones).bytes);
}

TEST_CASE("of an older form of a redacted record only what both say stays, and once") {
  Tombstones tombstones;
  const Record less = redacted(act(1, {"Sam"}));
  tombstones.add(less);
  const auto done =
      store::without(bytes_of({act(1, {"Maya", "Sam"}, "tea"), act(2), less}), tombstones);
  CHECK(done.bytes == bytes_of({act(2), less}));
  const auto elsewhere = store::without(bytes_of({act(1, {"Maya", "Sam"}, "tea")}), tombstones);
  CHECK(elsewhere.bytes == bytes_of({less}));
}

TEST_CASE("nothing goes for an empty id, and no conflict marker goes at all") {
  Erasure what = of_ids({1});
  what.ids.emplace_back();
  const auto done = store::without("<<<<<<< Maya\n{ torn\n" + bytes_of({act(1), act(2)}), what, {});
  CHECK(done.bytes == "<<<<<<< Maya\n{ torn\n" + bytes_of({act(2)}));
  CHECK_FALSE(store::without("<<<<<<< Maya\n", of_names({"Maya"}), {}).bytes);
}

TEST_CASE("a suggestion forgets whom it named") {
  Prompted shown;
  shown.day = day("2026-11-23");
  shown.suggestion = "thank-07";
  shown.person = "Maya";
  Prompted hushed = shown;
  hushed.person.clear();
  CHECK(left({record(1, 1, shown)}, of_names({"maya"})) ==
        bytes_of({redacted(record(1, 1, hushed))}));
}

TEST_CASE("erasing twice is erasing once, for random records") {
  Random random(20261123);
  RandomRecords records(random, 12);
  for (int round = 0; round < 50; ++round) {
    std::vector<Record> written;
    for (std::size_t i = 0; i < 30; ++i) written.push_back(records.record_of(i % 20));
    for (const auto& what : {of_ids({1, 3, 5}), of_names({"Maya", "zoe"})}) {
      const auto once = store::without(bytes_of(written), what, {});
      REQUIRE(once.bytes);
      CHECK_FALSE(store::without(*once.bytes, what, {}).bytes);
    }
  }
}

TEST_CASE("a name is mentioned as a word, case and accents aside") {
  CHECK(store::mentions("Tea with MAYA's aunt", {"maya"}));
  CHECK(store::mentions("(zoé)", {fold_key("Zoë")}));
  CHECK(store::mentions("with aunt   ruth", {"aunt ruth"}));
  CHECK(store::mentions("Mayas Geburtstag", {"maya"}));
  CHECK(store::mentions("two Mayas", {"maya"}));
  CHECK(store::mentions("at Maya\u2019s", {"maya"}));
  CHECK(store::mentions("tea #maya", {"maya"}));
  CHECK(store::mentions("for @AuntRuth, aunt-ruth and AUNT_RUTH", {"aunt ruth"}));
  CHECK(store::mentions("aunt-ruth's garden", {"aunt ruth"}));
  CHECK(store::mentions("James' and Jamess", {"james"}));
  CHECK_FALSE(store::mentions("aunt and ruth", {"aunt ruth"}));
  CHECK_FALSE(store::mentions("mayass", {"maya"}));
  CHECK_FALSE(store::mentions("a mayan temple", {"maya"}));
  CHECK_FALSE(store::mentions("listened", {"li"}));
  CHECK(store::mentions("和李小龍喝茶", {fold_key("李小龍")}));
  CHECK_FALSE(store::mentions("anything", {""}));
}

}  // namespace connect::erasure_test
