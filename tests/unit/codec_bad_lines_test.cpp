// Which lines the decoder rejects, field by field and kind by kind, and which it accepts.
#include <doctest/doctest.h>

#include "store/format/codec.hpp"
#include "store/reading/ledger_reader.hpp"
#include "support/memory_files.hpp"
#include "support/records.hpp"

namespace connect::codec_bad_lines_test {

using namespace test;
using store::LineKind;

namespace {

std::string line(const std::string& fields) {
  return R"({"v":1,"id":"x","at":"2026-11-23T22:14:05+01:00",)" + fields + "}";
}

LineKind kind(const std::string& text) {
  CAPTURE(text);
  return store::decode(text).kind;
}

store::ReadReport account_of(const std::string& ledger) {
  testing::MemoryFiles files;
  files.contents["/ledger.jsonl"] = ledger;
  const auto reading = store::read_ledger(files, "/ledger.jsonl", Notes::keep);
  REQUIRE(bool(reading));
  return *reading;
}

}  // namespace

TEST_CASE("each kind of record needs its fields, and needs them well-formed") {
  const std::array<std::string, 10> whole = {
      R"("op":"log","day":"2026-11-23","act":"thank")",
      R"("op":"feel","day":"2026-11-23","felt":{})",
      R"("op":"amend","ref":"y","set":{})",
      R"("op":"prompt","day":"2026-11-23","act":"thank")",
      R"("op":"notice","day":"2026-11-23")",
      R"("op":"rest","from":"2026-11-23","to":"2026-11-24")",
      R"("op":"person","name":"Maya")",
      R"("op":"suggestion","act":"thank","text":"x")",
      R"("op":"trial","day":"2026-11-23","held":true,"p":0.5)",
      R"("op":"prompt","day":"2026-11-23","act":"thank",)"
      R"("wish":["small","silent"])"};
  for (const auto& fields : whole) CHECK(kind(line(fields)) == LineKind::record);
  for (const std::string fields :
       {R"("op":"log","act":"thank")",
        R"("op":"log","day":"2026-11-23")",
        R"("op":"log","day":"2026-02-30","act":"thank")",
        R"("op":"log","day":"2026-11-23","act":"t")",
        R"("op":"feel","felt":{})",
        R"("op":"feel","day":"2026-11-23")",
        R"("op":"amend","ref":"y")",
        R"("op":"amend","set":{})",
        R"("op":"amend","ref":"y","set":{"day":"x"})",
        R"("op":"amend","ref":"y","set":{"act":"x"})",
        R"("op":"amend","ref":"y","set":{"at":"x"})",
        R"("op":"prompt","act":"thank")",
        R"("op":"prompt","day":"2026-11-23","act":"x")",
        R"("op":"notice","day":"x")",
        R"("op":"rest","to":"2026-11-24")",
        R"("op":"rest","from":"2026-11-23")",
        R"("op":"person","set":{})",
        R"("op":"suggestion","text":"x")",
        R"("op":"suggestion","act":"thank")",
        R"("op":"suggestion","act":"t","text":"x")",
        R"("op":"suggestion","act":"thank","text":"x","effort":"huge")",
        R"("op":"suggestion","act":"thank","text":"x","place":"here")",
        R"("op":"suggestion","act":"thank","text":"x","setting":"school")",
        R"("op":"trial","held":true,"p":0.5)",
        R"("op":"trial","day":"2026-11-23","p":0.5)",
        R"("op":"trial","day":"2026-11-23","held":true)",
        R"("op":"trial","day":"2026-11-23","held":true,"p":0.0)",
        R"("op":"trial","day":"2026-11-23","held":true,"p":1.0)",
        R"("op":"trial","day":"2026-11-23","held":true,"p":-0.5)",
        R"("op":"trial","day":"2026-11-23","held":true,"p":1)",
        R"("op":"trial","day":"2026-11-23","held":true,"p":"0.5")",
        R"("op":"trial","day":"2026-11-23","held":1,"p":0.5)"})
    CHECK(kind(line(fields)) == LineKind::bad);
}

TEST_CASE("a line with a field of the wrong type is foreign only if it is whole otherwise") {
  const std::string odd = R"("note":7)";
  CHECK(kind(R"({"v":2,"id":"x","op":"log",)" + odd + "}") == LineKind::record);
  CHECK(kind(R"({"v":1,"id":"x","op":"wave","at":"2026-11-23T22:14:05Z",)" + odd + "}") ==
        LineKind::record);
  for (const std::string rest :
       {R"("v":2,"op":"log")", R"("v":2,"id":"x")", R"("id":"x","op":"log")",
        R"("v":2,"id":"","op":"log")", R"("v":1,"id":"x","op":"log")"})
    CHECK(kind("{" + rest + "," + odd + "}") == LineKind::bad);
}

TEST_CASE("a record has an id that says something") {
  CHECK(kind(R"({"v":1,"id":"","op":"wave","at":"2026-11-23T22:14:05Z"})") == LineKind::bad);
  CHECK(kind(R"({"v":1,"op":"wave","at":"2026-11-23T22:14:05Z"})") == LineKind::bad);
}

TEST_CASE("a feeling is a number, not an object or list of numbers") {
  const std::string head = R"("op":"feel","day":"2026-11-23","felt":)";
  for (const std::string felt :
       {R"({"calm":{}})", R"({"calm":[5]})", R"({"calm":[]})", R"({"trust":1,"calm":{"calm":5}})"})
    CHECK(kind(line(head + felt)) == LineKind::bad);
  CHECK(kind(line(head + R"({"joy":[5],"calm":5})")) == LineKind::record);
}

TEST_CASE("a set within a set is not a second one") {
  CHECK(kind(line(R"("op":"amend","ref":"y","set":{"set":{}})")) == LineKind::bad);
  CHECK(kind(line(R"("op":"amend","ref":"y","set":{"x":{"set":{"removed":1}}})")) ==
        LineKind::record);
}

TEST_CASE("an id is dated when it is a UUID of version 7 in full") {
  const std::string id = id_number(0);
  CHECK(written_at(id).has_value());
  CHECK_FALSE(written_at(id + "0").has_value());
  for (auto [at, c] : {std::pair{std::size_t{14}, '4'}, {std::size_t{8}, '0'}}) {
    std::string other = id;
    other[at] = c;
    CHECK_FALSE(written_at(other).has_value());
  }
}

TEST_CASE("JSON of another kind is reported like a bad line, and the first fifty are named") {
  std::string ledger = store::encode(record(0, 0, logged("2026-11-23"))) + "\n";
  for (int i = 0; i < 60; ++i) ledger += i % 2 == 0 ? "{\"name\":\"x\"}\n" : "x\n";
  const store::ReadReport account = account_of(ledger);
  CHECK(account.is_ledger);
  CHECK(account.bad_lines == 60);
  CHECK(account.problems.size() == 50);
  CHECK(account.problems[0].damage == store::Damage::foreign);
}

}  // namespace connect::codec_bad_lines_test
