// Fuzz target: the settings file. Acts are still logged, settings stay in their ranges, and
// messages about invalid lines are safe to print.
#include "app/config.hpp"

#include "cli/laws.hpp"
#include "cli/machine.hpp"
#include "fuzz/target.hpp"

namespace connect::fuzz {

void target(std::string_view input) {
  testing::Machine machine;
  machine.files.contents[machine.config] = input;
  const auto read = app::read_config(machine.files, machine.facts);
  must(read.config.preferences.day_start >= 0 && read.config.preferences.day_start <= 720,
       "day_start is in its range");
  must(read.config.week_start >= 0 && read.config.week_start <= 6, "week_start is in its range");
  must(read.config.rest_weekdays < 128, "rest_days are seven");
  must(read.config.rhythm.days_in_seven >= 1 && read.config.rhythm.days_in_seven <= 7,
       "the rhythm is in its range");
  for (const char* line : {"connect log thank @Maya", "connect streak --json"}) {
    const auto words = testing::words_of(line);
    const Outcome outcome = testing::answer_to(machine, words);
    must(outcome.code == 0, "no setting stops a command");
    for (const auto& fault : testing::faults_of(machine.facts, words, outcome))
      must(false, fault.c_str());
  }
}

}  // namespace connect::fuzz
