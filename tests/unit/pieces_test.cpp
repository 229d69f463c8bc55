// Splitting a damaged ledger into pieces for repair: no byte is lost.
#include "store/format/pieces.hpp"

#include <doctest/doctest.h>

#include "store/format/codec.hpp"
#include "support/records.hpp"

namespace connect::pieces_test {

using namespace test;
using store::Piece;

namespace {

std::string line_of(std::size_t id) {
  return store::encode(record(id, static_cast<int>(id), logged("2026-11-23")));
}

std::vector<std::string> texts(std::string_view bytes, Piece::Kind kind) {
  std::vector<std::string> out;
  for (const Piece& piece : store::pieces_of(bytes))
    if (piece.kind == kind) out.push_back(piece.text);
  return out;
}

}  // namespace

TEST_CASE("every record is a piece with its own bytes") {
  const std::string bytes = line_of(1) + "\n" + line_of(2) + "\r\n" + line_of(3);
  CHECK(texts(bytes, Piece::Kind::record) ==
        std::vector<std::string>{line_of(1), line_of(2), line_of(3)});
  const auto pieces = store::pieces_of(bytes);
  CHECK(pieces[0].is_line);
  CHECK_FALSE(pieces[1].is_line);
}

TEST_CASE("an array gives its records, each with its own bytes") {
  const std::string bytes = "[" + line_of(1) + ",\n" + line_of(2) + "]\n";
  CHECK(texts(bytes, Piece::Kind::record) == std::vector<std::string>{line_of(1), line_of(2)});
  CHECK(texts(bytes, Piece::Kind::unreadable).empty());
}

TEST_CASE("what cannot be read is a piece with the bytes of its whole lines") {
  const std::string torn = R"({"v":1,"id":"x","note":"a)";
  const std::string bytes =
      "oops\n" + line_of(1) + "\n{\"v\":1,\n \"op\":\n" + line_of(2) + "\n" + torn;
  CHECK(texts(bytes, Piece::Kind::unreadable) ==
        std::vector<std::string>{"oops", "{\"v\":1,\n \"op\":", torn});
  CHECK(texts(bytes, Piece::Kind::record).size() == 2);
}

TEST_CASE("two faults on one line are one piece") {
  CHECK(texts("{\"a\":1}{\"b\":2}\nrest\n", Piece::Kind::unreadable) ==
        std::vector<std::string>{"{\"a\":1}{\"b\":2}", "rest"});
}

TEST_CASE("wherever a ledger is cut, no byte of it is in no piece") {
  const std::string bytes = line_of(1) + "\n" + line_of(2) + "\noops\n" + line_of(3) + "\n";
  for (std::size_t size = 0; size <= bytes.size(); ++size) {
    std::string whole;
    for (const Piece& piece : store::pieces_of(std::string_view(bytes).substr(0, size)))
      whole += piece.text + "\n";
    if (whole.size() > size) whole.pop_back();  // the last line had no end
    CHECK(whole == bytes.substr(0, size));
  }
}

TEST_CASE("markers in the midst of an unfinished object are among its lines") {
  const std::string torn = "{\"v\":1,\n<<<<<<< HEAD\n \"op\":\n=======";
  const std::string bytes = "{{\n>>>>>>> theirs\n" + line_of(1) + "\n" + torn + "\n" + line_of(2);
  CHECK(texts(bytes, Piece::Kind::unreadable) ==
        std::vector<std::string>{"{{\n>>>>>>> theirs", torn});
  CHECK(texts(bytes, Piece::Kind::record).size() == 2);
  CHECK(texts(bytes, Piece::Kind::marker).empty());
}

TEST_CASE("whatever stands beside what, every line of a ledger is in a piece, in its order") {
  const std::vector<std::string> kinds = {line_of(1),
                                          "oops",
                                          "<<<<<<< HEAD",
                                          "=======",
                                          ">>>>>>> theirs",
                                          "{{{",
                                          "{\"v\":1,",
                                          "\"a",
                                          "{\"v\":1,\"op\":\"log\"}"};
  for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    std::string bytes, pieces;
    for (auto left = 1 + random.below(6); left > 0; --left) bytes += random.pick(kinds) + "\n";
    for (const Piece& piece : store::pieces_of(bytes)) pieces += piece.text + "\n";
    REQUIRE(pieces == bytes);
  }
}

TEST_CASE("something without one record is no ledger, our own torn line is") {
  CHECK(store::is_foreign(store::pieces_of("Dear diary\n")));
  CHECK_FALSE(store::is_foreign(store::pieces_of("{\"v\":1,\"id\":\"x")));
  CHECK_FALSE(store::is_foreign(store::pieces_of("")));
}

}  // namespace connect::pieces_test
