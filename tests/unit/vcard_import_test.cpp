// `import vcard` as a whole: a large address book adds nobody unless asked.
#include <doctest/doctest.h>

#include <algorithm>

#include "connect/app.hpp"
#include "support/memory_programs.hpp"

namespace connect::vcard_import_test {
namespace {

const std::string path = "/data/connect/ledger.jsonl";

struct Machine {
  testing::MemoryFiles files;
  testing::MemoryPrograms programs{files};
  Facts facts;

  Machine() {
    facts.now = *instant_from_rfc3339("2026-11-23T22:14:05+01:00");
    facts.offset_at = [](Day, int) { return 60; };
    facts.data_home = "/data";
    facts.state_home = "/state";
    facts.cache_home = "/cache";
    std::string& cards = files.contents["/contacts.vcf"];
    for (int i = 0; i < 1000; ++i)
      cards += "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person " + std::to_string(i) +
               "\r\nBDAY:1985-05-12\r\nEMAIL:p" + std::to_string(i) +
               "@example.org\r\nEND:VCARD\r\n";
  }

  Outcome run(const std::vector<std::string>& words) {
    ++facts.now.seconds;
    ++facts.random[8];
    return connect::run(words, facts, files, programs);
  }
  std::ptrdiff_t people() {
    const std::string out = run({"complete", "people"}).out;
    return std::ranges::count(out, '\n');
  }
};

}  // namespace

TEST_CASE("a thousand contacts add nobody, and with --all everybody, as one change") {
  Machine machine;
  REQUIRE(machine.run({"log", "thank", "@Person 7"}).code == 0);
  REQUIRE(machine.run({"import", "vcard", "/contacts.vcf", "--reach"}).code == 0);
  CHECK(machine.people() == 1);
  const std::string before = machine.files.contents[path];
  const Outcome again = machine.run({"import", "vcard", "/contacts.vcf", "--reach"});
  CHECK(again.out.starts_with("Nothing new"));
  CHECK(machine.files.contents[path] == before);
  REQUIRE(machine.run({"import", "vcard", "/contacts.vcf", "--all"}).code == 0);
  CHECK(machine.people() == 1000);
  CHECK(machine.run({"undo"}).out ==
        "Taken back: the settings for Person 0, Person 1, Person 2 and 996 more\n");
  CHECK(machine.people() == 1);
  CHECK(machine.run({"write", "@Person 7", "--print"}).out == "mailto:p7@example.org\n");
}

TEST_CASE("write opens one address, and changes nothing") {
  Machine machine;
  REQUIRE(machine.run({"people", "set", "Maya", "--reach", "mailto:m@example.org"}).code == 0);
  const auto before = machine.files.contents[path];
  const Outcome outcome = machine.run({"write", "@Maya", "a", "line\n& \xc3\xab"});
  CHECK(outcome.out == "Opened mailto:m@example.org for Maya\n");
  CHECK(machine.programs.opened ==
        std::vector<std::string>{"mailto:m@example.org?body=a%20line%0D%0A%26%20%C3%AB"});
  CHECK(machine.files.contents[path] == before);
}

}  // namespace connect::vcard_import_test
