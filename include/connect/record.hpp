// The ledger's records as values. A ledger line holds one record: an id, a moment and a body of one
// of eleven kinds. Records are never changed in place; a correction is a record that refers to an
// earlier one by its id, and folding all of them (domain/ledger/fold.hpp) gives the entries.
// store/format/codec.hpp maps records to JSON.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/suggest/act.hpp"
#include "domain/suggest/suggestion.hpp"
#include "domain/time/day.hpp"
#include "domain/time/instant.hpp"
#include "domain/time/yearly_day.hpp"

namespace connect {

inline constexpr std::size_t longest_note = 8192;     // bytes
inline constexpr std::size_t longest_record = 65536;  // bytes of the encoded line
inline constexpr std::size_t longest_name = 200;      // bytes of a person, tag or id

/// How somebody feels: three ratings from 0 (not at all) to 10 (completely).
struct Feelings {
  std::array<std::int8_t, 3> items = {-1, -1, -1};  // contentment, trust, calm; -1 when skipped
  auto operator<=>(const Feelings&) const = default;
  bool empty() const { return *this == Feelings{}; }
};
inline constexpr std::array<std::string_view, 3> feeling_names = {"contentment", "trust", "calm"};

/// An entry: one act on a day.
struct Logged {
  Day day;
  Act act = Act::check_in;
  std::vector<std::string> with;
  std::vector<std::string> tags;
  std::string note;
  Feelings before;
  Feelings felt;
  std::string prompt;                 // id of the Prompted record that this act answers, else empty
  std::vector<std::string> ask = {};  // ids of the follow-ups that it closes
  std::vector<std::string> kindness = {};  // ids of the kindnesses that it thanks for
  auto operator<=>(const Logged&) const = default;
};

/// Ratings of a day that belong to no act.
struct Felt {
  Day day;
  Feelings felt;
  auto operator<=>(const Felt&) const = default;
};

/// The fields that a correction sets; the others stay. Of several corrections the latest wins.
struct Changes {
  std::optional<Day> day;
  std::optional<Act> act;
  std::optional<Instant> at;
  std::optional<std::vector<std::string>> with;
  std::optional<std::vector<std::string>> tags;
  std::optional<std::string> note;
  std::optional<Feelings> before;
  std::optional<Feelings> felt;
  std::optional<bool> removed;
  auto operator<=>(const Changes&) const = default;
};

/// Corrects the record with the id `ref`, of any kind; an amendment can be amended as well.
struct Amended {
  std::string ref;
  Changes set;
  bool undo = false;       // written by undo or redo, which skip such amendments
  bool forgotten = false;  // a tombstone: the only trace of an erased record
  auto operator<=>(const Amended&) const = default;
};

/// What was asked for of a suggestion. The act and the person are those that it has.
struct Wishes {
  bool act = false;
  bool person = false;
  bool small = false;
  std::optional<Place> place = {};
  auto operator<=>(const Wishes&) const = default;
};

/// A suggestion that was shown, so that every shell and machine shows the same one that day.
struct Prompted {
  Day day;
  Act act = Act::check_in;
  std::string suggestion;     // id in the bank of suggestions
  std::string person;         // the person it names, or empty
  std::string instead_of;     // id of the Prompted record that it replaces, or empty
  std::string occasion = {};  // why it was suggested (domain/suggest/occasion.hpp), or empty
  std::string ref = {};       // id of the follow-up or kindness that is the occasion, or empty
  bool never = false;         // the suggestion that it replaces is not to come again
  Wishes wish = {};           // what was asked for of it on that day
  auto operator<=>(const Prompted&) const = default;
};

/// A kindness, to mention in a later suggestion to say thanks.
struct Noticed {
  Day day;
  std::vector<std::string> with;
  std::string note;
  auto operator<=>(const Noticed&) const = default;
};

/// A follow-up: what to ask somebody on a day, which may lie ahead.
struct Asked {
  Day day;
  std::vector<std::string> with;
  std::string note;
  auto operator<=>(const Asked&) const = default;
};

/// A suggestion of the user's own. Its id in the bank is that of the record.
struct OwnSuggestion {
  Act act = Act::check_in;
  std::string text;
  std::string hint;
  Place place = Place::any;
  Setting setting = Setting::any;
  Effort effort = Effort::small;
  auto operator<=>(const OwnSuggestion&) const = default;
};

/// Rest days, or with `rest` false their removal.
struct Rested {
  DayRange days;
  bool rest = true;
  auto operator<=>(const Rested&) const = default;
};

/// A birthday or another day to remember of a person.
struct PersonDate {
  YearlyDay on;
  std::string what;  // "birthday"
  auto operator<=>(const PersonDate&) const = default;
};

/// Settings of a person; only what is set changes.
struct PersonSet {
  std::string name;
  std::optional<int> every_days;                      // the rhythm in days; 0 removes it
  std::optional<bool> resting;                        // never named in suggestions while true
  std::optional<std::string> renamed;                 // the new name
  std::optional<std::vector<PersonDate>> dates = {};  // all of them
  std::optional<Place> place = {};                    // where suggestions for them can be done
  std::optional<Setting> setting = {};                // the part of life that they belong to
  std::optional<std::string> reach = {};  // the URL at which to write to them; empty removes it
  auto operator<=>(const PersonSet&) const = default;
};

/// A day of the experiment (domain/report/effect.hpp): the greeting of the shells was shown, or
/// held back by a draw.
struct Trial {
  Day day;
  bool held = false;       // the greeting was held back
  double probability = 0;  // with which the draw holds it back, 0 < probability < 1
  auto operator<=>(const Trial&) const = default;
};

/// A record of an unknown kind or a newer format version; its line is kept as it is.
struct Foreign {
  int version = 1;
  std::string op;
  auto operator<=>(const Foreign&) const = default;
};

using Body = std::variant<Logged, Felt, Amended, Prompted, Noticed, Rested, PersonSet, Asked,
                          OwnSuggestion, Trial, Foreign>;

struct Record {
  std::string id;
  Instant at;
  Body body;
  bool redacted = false;  // a person was erased from it, see domain/ledger/redaction.hpp
  bool operator==(const Record&) const = default;
};

/// The amendment in a record; null when the record is of another kind.
inline const Amended* correction_in(const Record& record) {
  return std::get_if<Amended>(&record.body);
}

}  // namespace connect
