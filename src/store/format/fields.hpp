// The fields of a ledger line as parsed from JSON, before a record is made of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/record.hpp"

namespace connect::store {

struct Fields {
  std::optional<std::int64_t> v, every_days;
  std::optional<std::string> id, op, at, day, act, note, prompt, ref, suggestion, person,
      instead_of, from, to, name, occasion, place, setting, reach, text, hint, effort;
  std::optional<std::vector<std::string>> with, tags, ask, kindness, wish;
  std::optional<bool> removed, rest, resting, undo, forgotten, redacted, never, held;
  std::optional<double> p;
  std::optional<Feelings> before, felt;
  /// An element of "dates", which is known in "set" only.
  struct Date {
    std::optional<std::string> on, what;
  };
  std::optional<std::vector<Date>> dates;
};

struct Line {
  Fields top;
  Fields set;  // the members of "set"
  bool has_set = false;
};

enum class Read : std::uint8_t {
  all_fields,
  identity,  // only v, id, op and at: others may have another type in a newer version
};

/// Parses one JSON object into `line`; returns the reason of a failure, else nothing. Unknown
/// fields are skipped, whatever they hold, and null counts as absent. A known field that is
/// repeated is an error.
std::optional<std::string> parse_fields(std::string_view text, Line& line,
                                        Read read = Read::all_fields);

/// The words of "wish", the place among them: "act", "person", "small", "remote".
std::vector<std::string> words_of(const Wishes& wishes);
/// The opposite; unknown words are left out.
Wishes wishes_from(const std::vector<std::string>& words);

}  // namespace connect::store
