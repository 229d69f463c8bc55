// Every command on every kind of ledger, with every injected failure and without a home directory:
// documented exit statuses, and no line lost.
#include <doctest/doctest.h>

#include <array>

#include "store/format/codec.hpp"
#include "support/facts.hpp"
#include "support/ledger_lines.hpp"
#include "support/memory_programs.hpp"
#include "support/scripted_git.hpp"

namespace connect::every_command_test {

using namespace test;
using testing::MemoryFiles;
using testing::MemoryPrograms;
using testing::says;
using testing::ScriptedGit;
using testing::Trouble;

namespace {

using Words = std::vector<std::string>;

const std::string path = "/data/connect/ledger.jsonl";

const std::vector<Words> commands = {
    {},
    {"prompt"},
    {"prompt", "--why"},
    {"prompt", "--another", "--act", "listen"},
    {"prompt", "--list", "--act", "thank"},
    {"prompt", "@Maya", "listen", "--small", "--place", "remote"},
    {"prompt", "--once"},
    {"done", "@Maya"},
    {"log", "thank", "@Maya", "+work", "a", "word"},
    {"log", "listen", "@Sam", "--dry-run"},
    {"log", "thank", "--id", "mine"},
    {"notice", "@Sam", "stayed"},
    {"feel", "6,7,5"},
    {"rest", "tomorrow"},
    {"streak"},
    {"streak", "--explain"},
    {"list"},
    {"list", "--with", "Nobody"},
    {"list", "--grep", "word", "--format", "csv"},
    {"people"},
    {"people", "--overdue"},
    {"@Maya"},
    {"people", "set", "Maya", "--every", "14d"},
    {"people", "set", "Maya", "--date", "05-12", "birthday", "--reach", "tel:1"},
    {"write", "@Maya", "--print"},
    {"people", "rename", "Maya", "May"},
    {"get", "streak.current"},
    {"why"},
    {"why", "listen"},
    {"complete", "people"},
    {"complete", "tags"},
    {"undo"},
    {"redo"},
    {"amend", "last", "-m", "other"},
    {"amend", "last", "--clear", "note"},
    {"remove", "last"},
    {"export"},
    {"export", "--format", "ics", "--no-notes"},
    {"export", "--no-notes", "-o", "/out.json"},
    {"import", "ndjson", "/theirs.jsonl"},
    {"import", "harsh", "/harsh.log", "--map", "Walk=thank:Maya", "--map", "Gym=skip"},
    {"import", "harsh", "/harsh.log"},
    {"import", "vcard", "/contacts.vcf", "--all", "--reach"},
    {"merge"},
    {"merge", "/theirs.jsonl"},
    {"sync"},
    {"sync", "/srv/l.git"},
    {"forget", "last"},
    {"forget", "last", "--dry-run"},
    {"forget", "--person", "Maya"},
    {"doctor"},
    {"doctor", "--fix"},
    {"config"},
    {"config", "edit"},
    {"init", "bash"},
    {"completions", "fish"},
    {"--help"},
    {"help", "all"},
    {"report"},
};

/// These may change what is written already.
bool rewrites(const Words& words) {
  return !words.empty() && (words[0] == "doctor" || words[0] == "forget");
}

/// So many days of acts and feelings, people and tags, and a correction.
std::string eventful(int days) {
  std::string out;
  std::size_t id = 1;
  const auto add = [&](Body body) {
    out += store::encode(record(id, static_cast<int>(id), std::move(body))) + "\n";
    ++id;
  };
  const Day first = day("2026-09-20");
  const std::array<std::string, 4> people = {"Maya", "Sam", "Zoë", ""};
  for (int i = 0; i < days; ++i) {
    Feelings feelings;
    feelings.items = {static_cast<std::int8_t>(i % 9), static_cast<std::int8_t>((i + i / 8) % 11),
                      static_cast<std::int8_t>(i / 7)};
    add(Felt{first + i, feelings});
    if (i % 5 == 3) continue;
    Logged said = logged(iso(first + i), all_acts[static_cast<std::size_t>(i) % 4]);
    if (const auto& name = people[static_cast<std::size_t>(i) % 4]; !name.empty())
      said.with = {name};
    if (i % 3 == 0) said.tags = {"tag" + std::to_string(i)};
    if (i % 2 == 0) said.note = "a word";
    said.before = feelings;
    said.felt = feelings;
    add(said);
  }
  Changes later;
  later.note = "another word";
  add(amended(2, later));
  add(Rested{{first + 3, first + 3}, true});
  return out;
}

struct Machine {
  MemoryFiles files;
  MemoryPrograms programs{files};
  ScriptedGit git;
  Facts facts = testing::facts_at("2026-11-23T22:14:05+01:00");

  Machine() {
    facts.runtime_home = "/run";
    files.contents["/theirs.jsonl"] =
        store::encode(record(901, 0, logged("2026-11-01", Act::offer, {"Maya"}))) + "\n";
    files.contents["/harsh.log"] =
        "2026-11-01 : Walk : y : by the sea\n2026-11-02 : Gym : y\n2026-11-03 : Tea : y\n";
    files.contents["/contacts.vcf"] =
        "BEGIN:VCARD\nFN:Maya\nBDAY:--0512\nEND:VCARD\nBEGIN:VCARD\nFN:Ida\nTEL:1\nEND:VCARD\n";
    git.answers = {{"rev-parse --is-inside-work-tree", says("true\n\n")},
                   {"config -z", says(std::string("core.bare\nfalse\0", 16))},
                   {"symbolic-ref -q", says("refs/heads/main\n")}};
    programs.on_git = [this](const auto& words) { return git(words); };
  }

  Outcome run(const Words& words) { return connect::run(words, facts, files, programs); }
};

void check_answer(const Words& words, const Outcome& outcome) {
  std::string line;
  for (const auto& word : words) line += " " + word;
  INFO("connect", line, ": ", outcome.code, " ", outcome.err, outcome.out);
  CHECK(outcome.code >= 0);
  CHECK(outcome.code <= 5);
  CHECK((outcome.code <= 1 || !(outcome.err + outcome.out).empty()));
  CHECK((outcome.out.empty() || outcome.out.ends_with('\n')));
}

}  // namespace

TEST_CASE("every command answers with a documented code, and no trouble costs a line") {
  const std::string events = eventful(10);
  const std::vector<std::string> ledgers = {"", events, events + "not json\n{\"v\":1,\"id",
                                            "Dear diary,\n"};
  for (const std::string& ledger : ledgers)
    for (const Trouble trouble : {Trouble::none, Trouble::disk_full, Trouble::read_only,
                                  Trouble::busy, Trouble::unreadable})
      for (const Words& command : commands)
        for (const bool json : {false, true}) {
          Machine machine;
          if (!ledger.empty()) machine.files.contents[path] = ledger;
          machine.files.trouble = trouble;
          Words words = command;
          if (json) words.emplace_back("--json");
          const Outcome outcome = machine.run(words);
          check_answer(words, outcome);
          if (!rewrites(command)) CHECK(machine.files.contents[path].starts_with(ledger));
          if (trouble == Trouble::disk_full || trouble == Trouble::read_only)
            CHECK(machine.files.contents[path] == ledger);
        }
}

TEST_CASE("without a home nothing is saved, and every command says so or needs none") {
  for (const Words& words : commands) {
    Machine machine;
    const auto before = machine.files.contents;
    machine.facts.data_home = machine.facts.state_home = machine.facts.config_home =
        machine.facts.cache_home = machine.facts.runtime_home = "";
    const Outcome outcome = machine.run(words);
    check_answer(words, outcome);
    CHECK_FALSE(outcome.saved);
    for (const auto& [name, bytes] : machine.files.contents)
      CHECK((before.contains(name) || name == "/out.json"));
  }
}

TEST_CASE("a report of an eventful time is whole in every format, by every unit, and in ASCII") {
  Machine machine;
  machine.files.contents[path] = eventful(64);
  const std::array<const char*, 3> extras = {"--quiet", "--with-notes", "--redact"};
  std::size_t turn = 0;
  for (const char* period : {"month", "2026", "2026-09-21..2026-10-02"})
    for (const char* by : {"day", "week", "month", "act", "person", "tag"})
      for (const char* format : {"text", "json", "ndjson", "csv", "tsv", "md", "svg", "html"}) {
        machine.facts.utf8 = turn % 2 == 0;
        const Words words = {"report", period, "--by", by, "--format", format, extras[turn % 3]};
        const Outcome outcome = machine.run(words);
        check_answer(words, outcome);
        if (turn++ % 3 == 2) CHECK(outcome.out.find("Maya") == std::string::npos);
      }
}

}  // namespace connect::every_command_test
