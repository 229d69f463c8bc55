// What one ledger line says, as a value. Every line is one record; an entry is what the records of
// one id come to once folded (see ledger.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/suggest/act.hpp"
#include "domain/time/day.hpp"
#include "domain/time/instant.hpp"

namespace connect {

inline constexpr std::size_t longest_note = 8192;     // bytes
inline constexpr std::size_t longest_record = 65536;  // bytes of the encoded line
inline constexpr std::size_t longest_name = 200;      // bytes of a person, tag or id

/// How someone feels, each item from 0 (not at all) to 10 (completely), or skipped.
struct Feelings {
  std::array<std::int8_t, 3> items = {-1, -1, -1};  // contentment, trust, calm; -1 when skipped
  auto operator<=>(const Feelings&) const = default;
  bool empty() const { return *this == Feelings{}; }
};
inline constexpr std::array<std::string_view, 3> feeling_names = {"contentment", "trust", "calm"};

struct Logged {
  Day day;
  Act act = Act::check_in;
  std::vector<std::string> with;
  std::vector<std::string> tags;
  std::string note;
  Feelings before;
  Feelings felt;
  std::string prompt;  // id of the day's prompt when the entry took it up, else empty
  auto operator<=>(const Logged&) const = default;
};

struct Felt {
  Day day;
  Feelings felt;
  auto operator<=>(const Felt&) const = default;
};

/// A correction: only what is set changes. The last writer of a field wins.
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

/// Corrects the record `ref`, whatever its kind; an amendment may itself be amended away.
struct Amended {
  std::string ref;
  Changes set;
  bool undo = false;       // written by undo or redo, which pass over such amendments
  bool forgotten = false;  // all that is left of a record whose text was erased
  auto operator<=>(const Amended&) const = default;
};

struct Prompted {
  Day day;
  Act act = Act::check_in;
  std::string suggestion;  // id in the bank
  std::string person;      // named by the prompt, or empty
  std::string instead_of;  // id of the prompt it replaces, or empty
  auto operator<=>(const Prompted&) const = default;
};

struct Noticed {
  Day day;
  std::vector<std::string> with;
  std::string note;
  auto operator<=>(const Noticed&) const = default;
};

struct Rested {
  DayRange days;
  bool rest = true;
  auto operator<=>(const Rested&) const = default;
};

struct PersonSet {
  std::string name;
  std::optional<int> every_days;  // 0 takes the rhythm away
  std::optional<bool> resting;
  std::optional<std::string> renamed;
  auto operator<=>(const PersonSet&) const = default;
};

/// A record of a kind that this program does not know; its line stays as it is.
struct Foreign {
  int version = 1;
  std::string op;
  auto operator<=>(const Foreign&) const = default;
};

using Body = std::variant<Logged, Felt, Amended, Prompted, Noticed, Rested, PersonSet, Foreign>;

struct Record {
  std::string id;
  Instant at;
  Body body;
  bool redacted = false;  // a person was taken out of it: see redaction.hpp
  bool operator==(const Record&) const = default;
};

/// The correction that a record is; null when it says something of its own.
inline const Amended* correction_in(const Record& record) {
  return std::get_if<Amended>(&record.body);
}

}  // namespace connect
