// The fast decoder for lines of this program against the general one: it may give up, but never
// gives another result.
#include "store/format/fast_decode.hpp"

#include <doctest/doctest.h>

#include <array>

#include "store/format/codec.hpp"
#include "support/records.hpp"

namespace connect::fast_decode_test {

using namespace test;
using store::Decoded;
using store::LineKind;
using store::read_own_line;

namespace {

const std::string sound =
    R"({"v":1,"id":"x","op":"log","at":"2026-11-23T22:14:05+01:00","day":"2026-11-23","act":"thank","with":["Maya"],"note":"n","felt":{"trust":7}})";

std::string with(std::string line, std::string_view from, std::string_view to) {
  const auto at = line.find(from);
  REQUIRE(at != std::string::npos);
  return line.replace(at, from.size(), to);
}

std::string random_line(Random& random) {
  Record record = RandomRecords(random, 20).record_of(random.below(20));
  static const std::array<std::string, 6> words = {"",       "a longer note, to be on the heap",
                                                   "\"\\\n", "Zoë 李 👩‍👩‍👧",
                                                   "\u202e", "7"};
  if (auto* said = std::get_if<Logged>(&record.body)) said->note = random.pick(words);
  if (auto* said = std::get_if<Noticed>(&record.body)) said->note = random.pick(words);
  return store::encode(record);
}

/// What could be taken for a part of a line.
std::string piece(Random& random, const std::string& line) {
  static const std::array<std::string, 30> parts = {
      "\"", "\\",   "{",  "}",  "[",        "]",        ",",    ":",       " ",          "0",
      "1",  "10",   "11", "-",  ".0",       "e1",       "null", "true",    "\"\"",       "[]",
      "{}", "\x7f", "\n", "\t", "\xc0\xaf", "\xed\xa0", "é",    "\\u0041", ",\"note\":", "\xff"};
  if (random.chance(50)) return random.pick(parts);
  if (random.chance(20)) return std::string(1, static_cast<char>(random.between(0, 255)));
  const auto from = random.below(line.size());
  return line.substr(from, random.below(60));  // a field twice, or at another place
}

std::string damaged(Random& random, std::string line) {
  for (int left = random.between(1, 2); left > 0 && !line.empty(); --left) {
    const auto at = random.below(line.size());
    const auto gone = random.chance(40) ? 0 : random.below(random.chance(70) ? 3 : 40);
    line.replace(at, gone, random.chance(25) ? "" : piece(random, line));
  }
  return line;
}

/// Whether it was read the quick way, which must then be the general way as well.
bool is_read_alike(const std::string& line, Record& record) {
  if (!read_own_line(line, record)) return false;
  CAPTURE(line);
  const Decoded decoded = store::decode_any(line);
  REQUIRE(decoded.kind == LineKind::record);
  REQUIRE(decoded.record == record);
  return true;
}

}  // namespace

TEST_CASE("what this program writes every day is read the quick way, with the same meaning") {
  std::array<int, std::variant_size_v<Body>> quick{};
  Record record;  // one for all: nothing of what it held may shine through
  for (std::uint64_t seed = 1; seed <= 30'000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    const std::string line = random_line(random);
    CAPTURE(line);
    const bool is_quick = is_read_alike(line, record);
    const Decoded decoded = store::decode_any(line);
    const bool is_daily = std::holds_alternative<Logged>(decoded.record.body) ||
                          std::holds_alternative<Felt>(decoded.record.body) ||
                          std::holds_alternative<Prompted>(decoded.record.body) ||
                          std::holds_alternative<Noticed>(decoded.record.body) ||
                          std::holds_alternative<Asked>(decoded.record.body) ||
                          line.find(R"("p":0.3333333333333333})") != line.npos;
    REQUIRE(is_quick == (is_daily && line.find('\\') == line.npos));
    if (is_quick) ++quick[record.body.index()];
  }
  CHECK(quick[0] > 1000);
  CHECK(quick[1] > 1000);
  CHECK(quick[3] > 1000);
  CHECK(quick[4] > 1000);
  CHECK(quick[7] > 500);
  CHECK(quick[9] > 500);
}

TEST_CASE(
    "however a line is damaged, the quick reading agrees with the general one or says nothing") {
  int quick = 0;
  Record record;
  for (std::uint64_t seed = 1; seed <= 60'000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    if (is_read_alike(damaged(random, random_line(random)), record)) ++quick;
  }
  CHECK(quick > 1000);
}

TEST_CASE("a line that differs in form is left to the general reading") {
  Record record;
  REQUIRE(is_read_alike(sound, record));
  const std::vector<std::string> others = {
      "",
      "{",
      sound + " ",
      " " + sound,
      sound + sound,
      sound.substr(0, sound.size() - 1),
      with(sound, "\"v\":1", "\"v\":2"),
      with(sound, "\"v\":1", "\"v\": 1"),
      with(sound, "\"id\":\"x\"", "\"id\":\"\""),
      with(sound, "\"id\":\"x\",\"op\":\"log\"", "\"op\":\"log\",\"id\":\"x\""),
      with(sound, "\"op\":\"log\"", "\"op\":\"hug\""),
      with(sound, "\"op\":\"log\"", "\"op\":\"\""),
      with(sound, "22:14:05", "25:14:05"),
      with(sound, "\"day\":\"2026-11-23\"", "\"day\":\"2026-02-30\""),
      with(sound, "thank", "Thank"),
      with(sound, "[\"Maya\"]", "[]"),
      with(sound, "[\"Maya\"]", "[\"Maya\",]"),
      with(sound, "[\"Maya\"]", "[[\"Maya\"]]"),
      with(sound, "[\"Maya\"]", "\"Maya\""),
      with(sound, "\"n\"", "null"),
      with(sound, "\"n\"", "\"n\",\"note\":\"n\""),
      with(sound, "\"n\"", "\"n\",\"mood\":1"),
      with(sound, "\"n\"", "\"a\\u0062\""),
      with(sound, "\"n\"", "\"a\tb\""),
      with(sound, "\"n\"", std::string("\"a") + '\0' + "b\""),
      with(sound, "\"n\"", "\"\xc3\""),
      with(sound, "\"n\"", "\"\xc0\xaf\""),
      with(sound, "\"n\"", "\"\xed\xa0\x80\""),
      with(sound, "\"n\"", "\"\xf4\x90\x80\x80\""),
      with(sound, ":7}", ":07}"),
      with(sound, ":7}", ":11}"),
      with(sound, ":7}", ":100}"),
      with(sound, ":7}", ":-1}"),
      with(sound, ":7}", ":7.0}"),
      with(sound, ":7}", ":\"7\"}"),
      with(sound, ":7}", ":7,}"),
      with(sound, ":7}", ":7,\"trust\":7}"),
      with(sound, ":7}", ":7,\"contentment\":7}"),
      with(sound, ":7}", ":7\"calm\":7}"),
      with(sound, ":7}", ":}")};
  for (const auto& line : others) {
    CAPTURE(line);
    CHECK_FALSE(read_own_line(line, record));
  }
}

TEST_CASE("every beginning of a line is read without looking past its end") {
  Record record;
  for (std::size_t size = 0; size < sound.size(); ++size) {
    const std::vector<char> exactly(sound.begin(), sound.begin() + static_cast<long>(size));
    CHECK_FALSE(read_own_line({exactly.data(), exactly.size()}, record));
  }
}

}  // namespace connect::fast_decode_test
