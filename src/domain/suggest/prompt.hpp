// Today's suggestion: an act, a concrete way to do it, perhaps a person, and the reason. A pure
// function of the day and the folded ledger; what is logged today never changes it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "domain/suggest/bank.hpp"
#include "domain/suggest/occasion.hpp"
#include "domain/summary/summary_views.hpp"

namespace connect {

struct Prompt {
  std::string record;      // id of the record that pins it; empty before it is shown
  std::string instead_of;  // id of the record that it replaces, or empty
  Act act = Act::check_in;
  std::string suggestion;  // id in the bank
  std::string text;        // with the person's name, or "someone", filled in
  std::string hint;
  std::string person;  // empty: anybody
  Occasion::Kind occasion = Occasion::Kind::none;
  std::string ref;         // id of the follow-up or kindness that is the occasion, or empty
  bool is_closed = false;  // whether the occasion is settled by an entry of the day
  bool never = false;      // whether the one that it replaces is not to come again
  Wishes wish;             // what was asked for of it
  std::string noticed;     // the note on the kindness that is the occasion; may be empty
  std::string why;         // one sentence
};

/// Whether the suggestion is done: its occasion is settled, or else its act is among those of the
/// day (null: none).
bool is_done(const Prompt& prompt, const DayActs* acts);

/// What the user asks of the suggestion. The current one is replaced unless it is like that; what
/// was asked for of that one still holds for the next one of the day.
struct PromptWish {
  bool another = false;             // replace it in any case
  std::optional<Act> act = {};      // for this act
  std::string person = {};          // naming this person, who must be known; empty: no matter whom
  bool small = false;               // one that takes two minutes
  std::optional<Place> place = {};  // for this place, whatever the preferences say
  // With `another`: the replaced one is not to come again, only the text; act and person stay,
  // unless others are asked for.
  bool never = false;
};

/// Reads the text of a kindness or a follow-up, which is in the ledger only.
using NoteOf = std::function<std::string(const OpenNote&)>;

/// The current suggestion of this day, or the one to show if there is none or it is not as wished
/// for. Writing its record pins it; until then `record` is empty.
Prompt prompt_of(const Summary& summary, Day day, const Bank& bank, Preferences preferences = {},
                 const PromptWish& wished = {}, const NoteOf& note_of = {});

/// The state of the act choice on the morning of `day`, from earlier days alone. `all`: the
/// suggestions as resolved_suggestions() returns them.
ActChoiceState choice_state_before(const Summary& summary, std::span<const ResolvedSuggestion> all,
                                   Day day);

/// What is known of labels on the morning of `day`, from earlier days alone.
LabelCounts label_counts_before(const Summary& summary, std::span<const ResolvedSuggestion> all,
                                Day day);

/// Whether a summary with a checkpoint reaches back far enough for a suggestion of this day. If
/// not, the whole ledger is needed.
bool is_enough(const Summary& summary, Day day, const Bank& bank);

}  // namespace connect
