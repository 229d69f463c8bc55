// Fuzz target: the user's own suggestions. The file is accepted as a whole or refused as a whole,
// and shown safely either way.
#include "cli/laws.hpp"
#include "cli/machine.hpp"
#include "fuzz/target.hpp"
#include "store/suggestions_file.hpp"

namespace connect::fuzz {

void target(std::string_view input) {
  Bank bank;
  const std::size_t before = bank.items().size();
  const auto added = store::add_suggestions(bank, std::string(input));
  must(added || bank.items().size() == before, "a file that is refused adds nothing");
  must(added || !added.error().hint.empty(), "a refusal has a remedy");

  testing::Machine machine;
  machine.files.contents[machine.facts.config_home + "/connect/suggestions.json"] = input;
  for (const char* line : {"connect prompt", "connect prompt --list", "connect prompt --json"}) {
    const auto words = testing::words_of(line);
    const Outcome outcome = testing::answer_to(machine, words);
    must(outcome.code == 0, "no suggestion stops a prompt");
    for (const auto& fault : testing::faults_of(machine.facts, words, outcome))
      must(false, fault.c_str());
  }
}

}  // namespace connect::fuzz
