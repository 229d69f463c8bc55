// Ledger lines and records: every record round-trips, hostile input is rejected or escaped.
#include "store/format/codec.hpp"

#include <doctest/doctest.h>

#include "domain/text/utf8.hpp"
#include "domain/text/visible.hpp"
#include "support/records.hpp"

namespace connect::codec_test {

using namespace test;
using store::Decoded;
using store::LineKind;

namespace {

const std::string head = R"({"v":1,"id":"x","at":"2026-11-23T22:14:05+01:00",)";

std::string log_line(const std::string& more = "") {
  return head + R"("op":"log","day":"2026-11-23","act":"thank")" + more + "}";
}

LineKind kind(const std::string& line) { return store::decode(line).kind; }

template <class T>
T read(const std::string& line) {
  CAPTURE(line);
  const Decoded decoded = store::decode(line);
  CAPTURE(decoded.reason);
  REQUIRE(decoded.kind == LineKind::record);
  REQUIRE(std::holds_alternative<T>(decoded.record.body));
  return std::get<T>(decoded.record.body);
}

/// Text of all that could break a line: quotes, controls, bidi, every plane, keys of the format.
std::string hostile(Random& random) {
  static const std::array<std::string, 20> parts = {"\"",
                                                    "\\",
                                                    "\n",
                                                    "\r\n",
                                                    std::string(1, '\0'),
                                                    "\x1b[2J",
                                                    "\x7f",
                                                    "\u0085",
                                                    "\u202e",
                                                    "\u2028",
                                                    "\ufeff",
                                                    "\U000e0041",
                                                    "{",
                                                    "}]",
                                                    "\",\"op\":\"feel\"",
                                                    "é",
                                                    "李",
                                                    "👩‍👩‍👧",
                                                    "\uFFFD",
                                                    "plain "};
  std::string out;
  for (auto left = random.below(7); left > 0; --left) out += random.pick(parts);
  return out;
}

std::vector<std::string> hostile_list(Random& random) {
  std::vector<std::string> out(random.below(4));
  for (auto& text : out) text = hostile(random);
  return out;
}

void make_hostile(Random& random, Record& record) {
  record.id = "x" + hostile(random);
  record.at = instant_at(day("0001-01-02") + random.between(0, 3'652'055),
                         random.between(0, 86'399), random.between(-1439, 1439));
  if (auto* body = std::get_if<Logged>(&record.body)) {
    body->with = hostile_list(random);
    body->tags = hostile_list(random);
    body->note = hostile(random);
    body->prompt = hostile(random);
  } else if (auto* change = std::get_if<Amended>(&record.body)) {
    change->ref = hostile(random);
    if (change->set.note) change->set.note = hostile(random);
    if (change->set.with) change->set.with = hostile_list(random);
  } else if (auto* prompt = std::get_if<Prompted>(&record.body)) {
    prompt->suggestion = hostile(random);
    prompt->person = hostile(random);
    prompt->instead_of = hostile(random);
  } else if (auto* notice = std::get_if<Noticed>(&record.body)) {
    notice->with = hostile_list(random);
    notice->note = hostile(random);
  } else if (auto* own = std::get_if<OwnSuggestion>(&record.body)) {
    own->text = hostile(random);
    own->hint = hostile(random);
  } else if (auto* person = std::get_if<PersonSet>(&record.body)) {
    person->name = hostile(random);
    if (person->renamed) person->renamed = hostile(random);
    if (person->reach) person->reach = hostile(random);
    if (person->dates)
      for (auto& date : *person->dates) date.what = hostile(random);
  }
}

}  // namespace

TEST_CASE("what is written is read back the same, whatever it says, and is safe to show") {
  std::array<int, 10> kinds{};
  for (std::uint64_t seed = 1; seed <= 6000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    Record record = RandomRecords(random, 20).record_of(1);
    make_hostile(random, record);
    const std::string line = store::encode(record);
    CAPTURE(line);
    REQUIRE(visible(line) == line);  // no C0, C1, DEL, bidi control or ill-formed byte
    const Decoded decoded = store::decode(line);
    REQUIRE(decoded.kind == LineKind::record);
    REQUIRE(decoded.record == record);
    REQUIRE(store::encode(decoded.record) == line);
    ++kinds[record.body.index()];
  }
  for (const int count : kinds) CHECK(count > 100);
}

TEST_CASE("the lines of the design are read as they stand") {
  const auto entry = read<Logged>(
      R"({"v":1,"id":"0193","op":"log","at":"2026-11-23T22:14:05+01:00","day":"2026-11-23","act":"check-in","with":["Maya"],"tags":["work"],"note":"…","before":{"contentment":5,"trust":6,"calm":4},"felt":{"contentment":7,"trust":7,"calm":6},"prompt":"p"})");
  CHECK(entry == Logged{day("2026-11-23"),
                        Act::check_in,
                        {"Maya"},
                        {"work"},
                        "…",
                        {{5, 6, 4}},
                        {{7, 7, 6}},
                        "p"});
  CHECK(read<Felt>(head + R"("op":"feel","day":"2026-11-23","felt":{"trust":7}})").felt ==
        Feelings{{-1, 7, -1}});
  CHECK(read<Amended>(head + R"("op":"amend","ref":"y","set":{"removed":true}})") ==
        Amended{"y", removal(), false});
  CHECK(
      read<Prompted>(
          head +
          R"("op":"prompt","day":"2026-11-23","act":"thank","suggestion":"thank-07","person":"Maya","instead_of":"z"})") ==
      Prompted{day("2026-11-23"), Act::thank, "thank-07", "Maya", "z"});
  CHECK(
      read<Prompted>(
          head +
          R"("op":"prompt","day":"2026-11-23","act":"thank","suggestion":"thank-07","wish":["act","small","remote","silent"]})") ==
      Prompted{day("2026-11-23"),
               Act::thank,
               "thank-07",
               "",
               "",
               "",
               "",
               false,
               {true, false, true, Place::remote}});
  CHECK(
      read<OwnSuggestion>(
          head +
          R"("op":"suggestion","act":"offer","text":"Mend {someone}'s bicycle","hint":"Chain first.","place":"in-person","setting":"home","effort":"medium"})") ==
      OwnSuggestion{Act::offer, "Mend {someone}'s bicycle", "Chain first.", Place::in_person,
                    Setting::home, Effort::medium});
  CHECK(read<OwnSuggestion>(head + R"("op":"suggestion","act":"thank","text":"x"})") ==
        OwnSuggestion{Act::thank, "x", ""});
  CHECK(read<Trial>(head + R"("op":"trial","day":"2026-11-23","held":true,"p":0.25})") ==
        Trial{day("2026-11-23"), true, 0.25});
  CHECK(
      read<Noticed>(head + R"("op":"notice","day":"2026-11-23","with":["Sam"],"note":"stayed"})") ==
      Noticed{day("2026-11-23"), {"Sam"}, "stayed"});
  CHECK(read<Rested>(head + R"("op":"rest","from":"2026-12-24","to":"2026-12-27","rest":true})") ==
        Rested{{day("2026-12-24"), day("2026-12-27")}, true});
  CHECK(read<PersonSet>(
            head + R"("op":"person","name":"Maya","set":{"every_days":14,"resting":false}})") ==
        PersonSet{"Maya", 14, false, {}});
  CHECK(
      read<PersonSet>(
          head +
          R"("op":"person","name":"Maya","set":{"dates":[{"on":"05-12","what":"birthday"},{"on":"2019-03-02","what":"moved"}],"place":"in-person","setting":"work","reach":"tel:1"}})") ==
      PersonSet{"Maya",
                {},
                {},
                {},
                std::vector<PersonDate>{{{5, 12, 0}, "birthday"}, {{3, 2, 2019}, "moved"}},
                Place::in_person,
                Setting::work,
                "tel:1"});
}

TEST_CASE("dates of a person may have unknown fields, but no malformed ones") {
  const auto with_set = [](const std::string& set) {
    return head + R"("op":"person","name":"Maya","set":{)" + set + "}}";
  };
  CHECK(read<PersonSet>(with_set(R"("dates":[])")).dates == std::vector<PersonDate>{});
  CHECK(read<PersonSet>(with_set(R"("dates":null)")).dates == std::nullopt);
  CHECK(read<PersonSet>(with_set(R"("dates":[{"on":"02-29","x":{"on":[{"what":1}]},"y":[5,[true]],)"
                                 R"("z":1.5,"w":false,"n":null}],"every_days":3)")) ==
        PersonSet{"Maya", 3, {}, {}, std::vector<PersonDate>{{{2, 29, 0}, ""}}});
  for (const std::string set : {R"("dates":5)",
                                R"("dates":"05-12")",
                                R"("dates":{})",
                                R"("dates":true)",
                                R"("dates":[5])",
                                R"("dates":["05-12"])",
                                R"("dates":[[]])",
                                R"("dates":[true])",
                                R"("dates":[1.5])",
                                R"("dates":[{}])",
                                R"("dates":[{"on":5}])",
                                R"("dates":[{"on":{}}])",
                                R"("dates":[{"on":[]}])",
                                R"("dates":[{"on":"05-12","what":true}])",
                                R"("dates":[{"on":"05-12","what":1.5}])",
                                R"("dates":[{"on":"05-12","on":"05-12"}])",
                                R"("dates":[{"on":"02-30"}])",
                                R"("dates":[{"on":"2019-02-29"}])",
                                R"("dates":[{"on":"5-12"}])",
                                R"("dates":[],"dates":[])",
                                R"("place":"moon")",
                                R"("setting":1)",
                                R"("reach":[])"}) {
    CAPTURE(set);
    CHECK(kind(with_set(set)) == LineKind::bad);
  }
  CHECK(kind(log_line(R"(,"dates":5)")) == LineKind::record);  // known in "set" only
}

TEST_CASE("a correction that empties a field is not one that leaves it") {
  const auto set =
      read<Amended>(head + R"("op":"amend","ref":"y","set":{"note":"","with":[],"felt":{}}})").set;
  CHECK(set.note == "");
  CHECK(set.with == std::vector<std::string>{});
  CHECK(set.felt == Feelings{});
  CHECK_FALSE(set.tags.has_value());
}

TEST_CASE("a known field of the wrong type makes the line bad") {
  for (const std::string more : {R"(,"note":5)",
                                 R"(,"note":true)",
                                 R"(,"note":["x"])",
                                 R"(,"note":{})",
                                 R"(,"with":"Maya")",
                                 R"(,"with":[5])",
                                 R"(,"with":[["Maya"]])",
                                 R"(,"with":[{}])",
                                 R"(,"with":[3.9])",
                                 R"(,"with":[true])",
                                 R"(,"with":{})",
                                 R"(,"tags":1)",
                                 R"(,"before":5)",
                                 R"(,"before":[5])",
                                 R"(,"felt":{"calm":11})",
                                 R"(,"felt":{"calm":-1})",
                                 R"(,"felt":{"calm":3.9})",
                                 R"(,"felt":{"calm":"5"})",
                                 R"(,"felt":{"calm":99999999999999999999})",
                                 R"(,"prompt":7)",
                                 R"(,"removed":1)",
                                 R"(,"every_days":"x")",
                                 R"(,"set":5)",
                                 R"(,"set":[])"}) {
    CAPTURE(more);
    CHECK(kind(log_line(more)) == LineKind::bad);
  }
  CHECK(kind(log_line()) == LineKind::record);
}

TEST_CASE("numbers are taken whole or not at all") {
  const auto person = [](const std::string& every) {
    return head + R"("op":"person","name":"Maya","set":{"every_days":)" + every + "}}";
  };
  CHECK(read<PersonSet>(person("14")).every_days == 14);
  for (const std::string every :
       {"3.9", "3.0", "1e1", "1e400", "NaN", "0x10", "+3", "014", "\"14\""}) {
    CAPTURE(every);
    CHECK(kind(person(every)) == LineKind::bad);
  }
}

TEST_CASE("a number that no field can hold makes the line bad") {
  for (const std::string every : {"2147483648", "9223372036854775808", "18446744073709551615", "-1",
                                  "-2147483649", "-9223372036854775808"}) {
    CAPTURE(every);
    CHECK(kind(head + R"("op":"person","name":"Maya","set":{"every_days":)" + every + "}}") ==
          LineKind::bad);
  }
}

TEST_CASE("a key that is said twice is refused") {
  for (const std::string more :
       {R"(,"day":"2026-11-24")", R"(,"act":"listen")", R"(,"note":"a","note":"b")",
        R"(,"with":["a"],"with":["b"])", R"(,"felt":{},"felt":{})",
        R"(,"felt":{"calm":1,"calm":1})", R"(,"set":{},"set":{})", R"(,"v":1)"}) {
    CAPTURE(more);
    CHECK(kind(log_line(more)) == LineKind::bad);
  }
}

TEST_CASE("null says nothing") {
  const auto entry =
      read<Logged>(log_line(R"(,"note":null,"with":null,"felt":null,"prompt":null,"x":null)"));
  CHECK(entry == logged("2026-11-23"));
  CHECK(kind(head + R"("op":"log","day":null,"act":"thank"})") == LineKind::bad);
  CHECK(kind("null") == LineKind::bad);
}

TEST_CASE("unknown fields are passed over, whatever they hold and repeat") {
  const auto entry = read<Logged>(log_line(
      R"(,"mood":3.9,"mood":"x","extra":{"day":"1999-01-01","note":5,"set":{"v":9},"a":[1,2.5,null,[{}]]},"list":[{"act":"listen"}],"note":"kept")"));
  CHECK(entry.day == day("2026-11-23"));
  CHECK(entry.act == Act::thank);
  CHECK(entry.note == "kept");
  CHECK(read<Felt>(head + R"("op":"feel","day":"2026-11-23","felt":{"joy":7,"calm":5}})").felt ==
        Feelings{{-1, -1, 5}});
}

TEST_CASE("an unknown feeling is passed over, whatever it holds") {
  for (const std::string joy : {"7.5", "\"high\"", "true", "[1]", "{\"a\":1}"}) {
    CAPTURE(joy);
    CHECK(kind(log_line(std::string(R"(,"felt":{"joy":)") + joy + R"(,"calm":5})")) ==
          LineKind::record);
  }
}

TEST_CASE("nesting is followed to a depth of eight, and no deeper without harm") {
  const auto nested = [](std::size_t depth) {
    return log_line(",\"x\":" + std::string(depth, '[') + std::string(depth, ']'));
  };
  CHECK(kind(nested(7)) == LineKind::record);
  CHECK(kind(nested(8)) == LineKind::bad);
  CHECK(kind(nested(300'000)) == LineKind::bad);
  std::string objects = "1";
  for (int i = 0; i < 50'000; ++i) objects = "{\"a\":" + std::move(objects);
  CHECK(kind(log_line(",\"x\":" + objects)) == LineKind::bad);
}

TEST_CASE("newer versions and unknown ops are foreign records, whatever their fields hold") {
  const auto newer = read<Foreign>(R"({"v":2,"id":"x","op":"log","day":5,"with":{"a":[1.5]}})");
  CHECK(newer == Foreign{2, "log"});
  const auto dance = read<Foreign>(head + R"("op":"dance","note":5,"day":{"a":1}})");
  CHECK(dance == Foreign{1, "dance"});
  CHECK(kind(R"({"v":2,"op":"log"})") == LineKind::bad);
  CHECK(kind(R"({"v":1,"id":"x","op":"dance"})") == LineKind::bad);
  CHECK(kind(R"({"v":2,"id":"x","op":"log","y":[[[[[[[[]]]]]]]]})") == LineKind::bad);
}

TEST_CASE("JSON that is no record of any ledger is foreign") {
  for (const std::string line : {"{}", R"({"name":"package"})", R"({"v":1})", R"({"op":"log"})"}) {
    CAPTURE(line);
    CHECK(kind(line) == LineKind::foreign);
  }
  for (const std::string line :
       {"", " ", "5", "3.9", "true", "\"x\"", "[]", "[{}]", "{", "{}}", "{} {}", "nul", "{'v':1}",
        "{\"v\":1,}", "\xff\xfe{\x00}", "<html>"}) {
    CAPTURE(line);
    CHECK(kind(line) == LineKind::bad);
  }
}

TEST_CASE("a record without what its kind needs is bad") {
  const std::string line = log_line();
  for (const std::string field :
       {R"("id":"x",)", R"("day":"2026-11-23",)", R"("at":"2026-11-23T22:14:05+01:00",)"}) {
    CAPTURE(field);
    std::string without = line;
    REQUIRE(without.find(field) != std::string::npos);
    without.erase(without.find(field), field.size());
    CHECK(kind(without) == LineKind::bad);
  }
  for (const std::string rest :
       {R"("op":"log","day":"2026-02-30","act":"thank"})",
        R"("op":"log","day":"2026-11-23","act":"hug"})",
        R"("op":"log","day":"2026-11-23","act":"t"})", R"("op":"feel","day":"2026-11-23"})",
        R"("op":"amend","ref":"y"})", R"("op":"amend","set":{}})",
        R"("op":"amend","ref":"y","set":{"day":"never"}})",
        R"("op":"amend","ref":"y","set":{"at":"never"}})", R"("op":"rest","from":"2026-12-24"})",
        R"("op":"person","set":{}})"}) {
    CAPTURE(rest);
    CHECK(kind(head + rest) == LineKind::bad);
  }
}

TEST_CASE("ill-formed UTF-8 is read as U+FFFD and does not cost the line") {
  CHECK(read<Logged>(log_line(",\"note\":\"caf\xe9 \xf0\x9f\"")).note == "caf\uFFFD \uFFFD\uFFFD");
}

TEST_CASE("a reason never quotes the line") {
  for (const std::string& line :
       {log_line(R"(,"note":"secret","with":5)"), std::string(R"({"secret)"),
        log_line(R"(,"note":"secret","note":"secret")"), head + R"("op":"log","day":"secret"})"}) {
    const Decoded decoded = store::decode(line);
    CHECK(decoded.kind == LineKind::bad);
    CHECK_FALSE(decoded.reason.empty());
    CHECK(decoded.reason.find("secret") == std::string::npos);
  }
}

TEST_CASE("no damaged byte of a line does worse than make it bad, foreign or another record") {
  const std::string line =
      log_line(R"(,"with":["Maya"],"note":"n","felt":{"calm":5},"x":[{"y":1.5}])");
  for (std::size_t at = 0; at < line.size(); ++at)
    for (int byte = 0; byte < 256; byte += 5) {
      std::string damaged = line;
      damaged[at] = static_cast<char>(byte);
      const Decoded decoded = store::decode(damaged);
      if (decoded.kind != LineKind::record || std::holds_alternative<Foreign>(decoded.record.body))
        continue;
      REQUIRE(store::decode(store::encode(decoded.record)).record == decoded.record);
    }
}

}  // namespace connect::codec_test
