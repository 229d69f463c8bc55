// Today's suggestion: one act, one concrete way to do it, perhaps one person, and why. A pure
// function of the day and the folded ledger; what is logged today never changes it.
#pragma once

#include <optional>
#include <string>

#include "domain/suggest/bank.hpp"
#include "domain/summary/history.hpp"

namespace connect {

struct Prompt {
  std::string record;      // id of the record that pins it; empty while it was not shown yet
  std::string instead_of;  // id of the record that it replaces, or empty
  Act act = Act::check_in;
  std::string suggestion;  // id in the bank
  std::string text;        // with the person's name, or "someone", in its place
  std::string hint;
  std::string person;   // empty: anybody
  std::string noticed;  // what the user noticed of this person, when that is why; may be empty
  std::string why;      // one sentence
  bool tells_notice = false;  // there is such a thing, whether its words are known here or not
};

/// What the user asks of the suggestion.
struct PromptWish {
  bool another = false;    // replace the one that stands
  std::optional<Act> act;  // of this act
};

/// The suggestion that stands for this day, or the one to show when there is none yet or another
/// one is wished for. It is pinned by writing its record; until then `record` is empty.
Prompt prompt_of(const History& history, Day day, const Bank& bank, Preferences preferences = {},
                 PromptWish wish = {});

/// What the engine knows on the morning of `day`, from earlier days alone.
EngineState engine_state_before(const History& history, Day day);

/// Whether a history that was put aside reaches back far enough for a suggestion of this day.
bool is_enough(const History& history, Day day, const Bank& bank);

/// Someone to name in a suggestion of this act, or nobody. Among those who are due on this day the
/// most overdue (days since / rhythm); for a thank first someone whose kindness was noticed and not
/// thanked since, whatever their rhythm. Nobody who rests, or who was named in the last 7 days.
const PersonHistory* person_to_name(const History& history, Act act, Day day);

/// The oldest kindness noticed of this person before `day` and not thanked for by then, or nothing.
const NoticedKindness* open_notice(const History& history, const PersonHistory& person, Day day);

}  // namespace connect
