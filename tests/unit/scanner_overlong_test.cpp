// Lines and objects of more than 1 MiB: none is held in memory, and the lines around it are read.
#include <doctest/doctest.h>

#include <algorithm>

#include "store/format/scanner.hpp"

namespace connect::scanner_overlong_test {

using store::Scanner;

namespace {

const std::string mebibyte(store::longest_line, 'y');

std::string line(const std::string& id) {
  return R"({"v":1,"id":")" + id +
         R"(","op":"feel","at":"2026-11-23T22:14:05+01:00","day":"2026-11-23","felt":{"calm":5}})";
}

/// Ids of the records and lines of the problems, however large the pieces are.
std::string told(const std::string& text) {
  std::string first;
  for (std::size_t size : {1000U, 4096U, 65'536U}) {
    std::string out;
    Scanner scanner([&](const Record& record) { out += record.id + " "; },
                    [&](const store::Problem& problem) {
                      out += "line " + std::to_string(problem.line) + " ";
                    });
    for (std::size_t at = 0; at < text.size(); at += size)
      scanner.feed(std::string_view(text).substr(at, size));
    scanner.finish();
    CAPTURE(size);
    if (first.empty()) first = out;
    CHECK(out == first);
  }
  return first;
}

}  // namespace

TEST_CASE("an object over many lines is given up when it passes a mebibyte") {
  std::string text = line("a") + "\n{\"x\": [\n";
  while (text.size() <= store::longest_line + 2000) text += "\"" + std::string(900, 'y') + "\",\n";
  CHECK(told(text + line("b") + "\n").starts_with("a line 2 "));
  CHECK(told(text + line("b") + "\n").ends_with("b "));
}

TEST_CASE(
    "an array whose one element is longer than a mebibyte does not cost the lines around it") {
  const std::string text = "[" + line("a") + ",{\"x\":\"" + mebibyte + mebibyte + "\"}," +
                           line("b") + "]\n" + line("c") + "\n";
  CHECK(told(text).starts_with("a line 1 "));
  CHECK(told(text).ends_with("c "));
}

TEST_CASE("an array of several mebibytes on one line may come in pieces that end between records") {
  std::size_t records = 0, problems = 0;
  Scanner scanner([&](const Record&) { ++records; }, [&](const store::Problem&) { ++problems; });
  std::string piece;
  while (piece.size() <= store::longest_line) piece += line("a") + ",";
  const auto in_piece = static_cast<std::size_t>(std::ranges::count(piece, '{')) / 2;
  scanner.feed("[" + piece);
  scanner.feed(piece);
  scanner.feed(piece + line("b") + "]\n" + line("c") + "\n");
  scanner.finish();
  CHECK(records == 3 * in_piece + 2);
  CHECK(problems == 0);
}

TEST_CASE("a long line in an unfinished object ends both") {
  const std::string text = "{\"x\":\n\"" + mebibyte + mebibyte + "\"}\n" + line("b") + "\n";
  CHECK(told(text).ends_with("b "));
}

TEST_CASE("reading cannot go on from within an overlong line") {
  Scanner scanner([](const Record&) {}, [](const store::Problem&) {});
  scanner.feed(line("a") + "\n");
  CHECK(scanner.is_between_lines());
  scanner.feed("x" + mebibyte);
  CHECK_FALSE(scanner.is_between_lines());
  scanner.feed("x\n");
  CHECK(scanner.is_between_lines());
}

TEST_CASE("seven signs are a conflict marker only when they stand alone or before a space") {
  CHECK(told("<<<<<<< mine\n=======\n>>>>>>> theirs\n" + line("a") + "\n") ==
        "line 1 line 2 line 3 a ");
  CHECK(told("=======x\n" + line("a") + "\n") == "line 1 a ");
}

}  // namespace connect::scanner_overlong_test
