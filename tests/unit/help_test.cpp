// The output of --help, for every command: it fits the terminal, also a narrow one.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/grammar.hpp"
#include "connect/app.hpp"
#include "domain/text/cell_width.hpp"
#include "support/memory_programs.hpp"

namespace connect::help_test {
namespace {

std::vector<std::string> lines_of(const std::vector<std::string>& words, int columns) {
  testing::MemoryFiles files;
  testing::MemoryPrograms programs(files);
  Facts facts;
  facts.columns = columns;
  const Outcome outcome = run(words, facts, files, programs);
  REQUIRE(outcome.code == 0);
  std::vector<std::string> lines;
  for (std::string_view text = outcome.out; !text.empty();) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::vector<std::string> help_lines(std::string_view command, int columns) {
  std::vector<std::string> words = {"--help"};
  if (!command.empty()) words.emplace(words.begin(), command);
  return lines_of(words, columns);
}

/// A word that is wider than its line cannot be helped; it stands alone then.
bool fits(const std::string& line, std::size_t columns) {
  const auto word = line.find_first_not_of(' ');
  return cells(line) <= columns || line.find(' ', word) == line.npos;
}

bool has(const std::vector<std::string>& lines, std::string_view text) {
  return std::ranges::any_of(lines, [&](const auto& line) { return line.find(text) != line.npos; });
}

}  // namespace

TEST_CASE("the help of every command fits on a terminal of 80 by 24, with a line to type on") {
  for (const auto& command : cli::commands()) {
    const auto lines = help_lines(command.name, 80);
    CAPTURE(command.name);
    CHECK(lines.size() <= 23);
    for (const auto& line : lines) CHECK(cells(line) <= 80);
  }
}

TEST_CASE("no line of a help is broken by a narrow terminal") {
  for (const auto& command : cli::commands()) {
    for (const int columns : {40, 41, 50, 60, 79}) {
      for (const auto& line : help_lines(command.name, columns)) {
        CAPTURE(line);
        CHECK(fits(line, static_cast<std::size_t>(columns)));
      }
    }
  }
  for (const int columns : {40, 41, 50, 60, 79})
    for (const auto& line : lines_of({"help", "all"}, columns))
      CHECK(fits(line, static_cast<std::size_t>(columns)));
}

TEST_CASE("the help names every command, those of every day with what they are for") {
  for (const int columns : {40, 80, 200}) {
    const auto lines = help_lines("", columns);
    CAPTURE(columns);
    for (const auto& command : cli::commands()) {
      if (command.group.empty()) continue;
      CHECK(has(lines, command.name));
      if (command.group == "Each day" || command.group == "Look back") {
        if (columns >= 80) CHECK(has(lines, command.operands));
        CHECK(has(lines, command.summary));
      }
    }
  }
}

TEST_CASE("help all names every command with what it is for, in one column and in two") {
  for (const int columns : {40, 80, 200}) {
    const auto lines = lines_of({"help", "all"}, columns);
    CAPTURE(columns);
    for (const auto& command : cli::commands())
      if (!command.group.empty()) {
        CHECK(has(lines, command.name));
        CHECK(has(lines, command.summary));
      }
  }
}

}  // namespace connect::help_test
