// Today's suggestion: one act, one concrete way to do it, perhaps one person, and why. A pure
// function of the day and the folded ledger.
#pragma once

#include <string>

#include "connect/history.hpp"
#include "connect/suggestion.hpp"

namespace connect {

struct Prompt {
  std::string record;  // id of the record that pins it; empty while it was not shown yet
  Act act = Act::check_in;
  std::string suggestion;  // id in the bank
  std::string text;        // with the person's name, or "someone", in its place
  std::string hint;
  std::string person;  // empty: anybody
  std::string why;     // one sentence
};

/// The suggestion for this day: the one that was shown already, or else the one to show.
Prompt prompt_of(const History& history, Day day);

}  // namespace connect
