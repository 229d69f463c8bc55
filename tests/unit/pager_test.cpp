// When an answer is shown in the pager: on a terminal, if it is longer than the screen.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "connect/app.hpp"
#include "render/terminal/page.hpp"
#include "support/facts.hpp"
#include "support/memory_programs.hpp"

namespace connect::pager_test {
namespace {

/// A terminal of 80 by 24, and a pager that remembers what it was given.
struct Screen {
  testing::MemoryFiles files;
  testing::MemoryPrograms programs{files};
  Facts facts = testing::facts_at("2026-11-23T22:14:05+01:00");
  std::string paged;

  Screen() {
    facts.out.terminal = true;
    facts.rows = 24;
    programs.pager = [this](std::string_view text) { paged += text; };
  }

  Outcome run(const std::vector<std::string>& words) {
    paged.clear();
    return connect::run(words, facts, files, programs);
  }
};

}  // namespace

TEST_CASE("an answer that is longer than the screen goes through the pager, and nowhere else") {
  Screen screen;
  const Outcome outcome = screen.run({"why"});
  CHECK(outcome.out.empty());
  CHECK(outcome.code == 0);
  const std::string paged = screen.paged;
  screen.programs.pager = nullptr;
  CHECK(screen.run({"why"}).out == paged);
}

TEST_CASE("an answer that fits on the screen with a prompt after it is printed") {
  Screen screen;
  const Outcome outcome = screen.run({"--help"});
  CHECK(screen.paged.empty());
  CHECK(render::screen_rows(outcome.out, 80) == 23);
  screen.facts.rows = 23;
  CHECK(screen.run({"--help"}).out.empty());
  CHECK(screen.paged == outcome.out);
}

TEST_CASE("the exit status and the messages stay those of the command") {
  Screen screen;
  screen.files.contents["/config/connect/config.toml"] = std::string(40, '\n') + "rythm = 4\n";
  screen.facts.rows = 2;
  const Outcome outcome = screen.run({"doctor"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK(screen.paged.find("rythm") != std::string::npos);
  CHECK(screen.run({"streak"}).err.find("did you mean rhythm?") != std::string::npos);
}

TEST_CASE("a pipe, a terminal of unknown height, a greeting and a glance at today get no pager") {
  Screen screen;
  screen.facts.rows = 2;
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {}, {"prompt"}, {"prompt", "--list"}, {"prompt", "--once"}, {"complete", "people"}}) {
    screen.run(words);
    CHECK(screen.paged.empty());
  }
  screen.facts.rows = 0;
  CHECK_FALSE(screen.run({"why"}).out.empty());
  screen.facts.rows = 2;
  screen.facts.out.terminal = false;
  CHECK_FALSE(screen.run({"why"}).out.empty());
  CHECK(screen.paged.empty());
}

TEST_CASE("an answer in JSON goes through the pager, too, and the colours are kept") {
  Screen screen;
  screen.facts.rows = 2;
  screen.facts.out.colour = true;
  screen.run({"streak", "--json"});
  CHECK(screen.paged.starts_with("{"));
  screen.run({"help", "all"});
  CHECK(screen.paged.find("\x1b[1m") != std::string::npos);
}

TEST_CASE("rows of the screen are counted in cells, without colours") {
  CHECK(render::screen_rows("", 10) == 0);
  CHECK(render::screen_rows("one\ntwo\n", 10) == 2);
  CHECK(render::screen_rows("one\n\ntwo", 10) == 3);
  CHECK(render::screen_rows("0123456789\n", 10) == 1);
  CHECK(render::screen_rows("0123456789a\n", 10) == 2);
  CHECK(render::screen_rows("\x1b[1m0123456789\x1b[0m\n", 10) == 1);
  CHECK(render::screen_rows("äöüäöüäöüä\n", 10) == 1);
}

}  // namespace connect::pager_test
