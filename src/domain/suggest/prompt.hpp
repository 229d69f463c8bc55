// Today's suggestion: an act, a concrete way to do it, perhaps a person, and the reason. A pure
// function of the day and the folded ledger; what is logged today never changes it.
#pragma once

#include <optional>
#include <string>

#include "domain/suggest/bank.hpp"
#include "domain/summary/history.hpp"

namespace connect {

struct Prompt {
  std::string record;      // id of the record that pins it; empty before it is shown
  std::string instead_of;  // id of the record that it replaces, or empty
  Act act = Act::check_in;
  std::string suggestion;  // id in the bank
  std::string text;        // with the person's name, or "someone", filled in
  std::string hint;
  std::string person;   // empty: anybody
  std::string noticed;  // the note on this person's kindness, if that is the reason; may be empty
  std::string why;      // one sentence
  bool tells_notice = false;  // there is such a kindness, even if its note is not in the history
};

/// What the user asks of the suggestion.
struct PromptWish {
  bool another = false;    // replace the current one
  std::optional<Act> act;  // for this act
};

/// The current suggestion of this day, or the one to show if there is none or another one is asked
/// for. Writing its record pins it; until then `record` is empty.
Prompt prompt_of(const History& history, Day day, const Bank& bank, Preferences preferences = {},
                 PromptWish wish = {});

/// The state of the act choice on the morning of `day`, from earlier days alone.
ActChoiceState choice_state_before(const History& history, Day day);

/// Whether a history from the cache reaches back far enough for a suggestion of this day. If not,
/// the whole ledger is needed.
bool is_enough(const History& history, Day day, const Bank& bank);

/// The person to name in a suggestion of this act, or null. For Act::thank first a person whose
/// kindness was noticed and not thanked for since, whatever their rhythm; then the most overdue
/// (days since / rhythm) of those who are due on this day. Nobody who rests, or who was named in
/// the last 7 days.
const PersonHistory* person_to_name(const History& history, Act act, Day day);

/// The oldest kindness of this person noticed before `day` and not thanked for by then, or null.
const NoticedKindness* open_notice(const History& history, const PersonHistory& person, Day day);

}  // namespace connect
