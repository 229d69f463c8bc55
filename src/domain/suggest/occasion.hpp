// The occasion of a suggestion: why it names this person today. Occasions come before the rotation
// of the acts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/summary/summary_views.hpp"

namespace connect {

struct Occasion {
  /// In the order in which they come. `ask` and `date` are bound to their day.
  enum class Kind : std::uint8_t {
    ask,       // a follow-up is due
    date,      // today is a birthday, or another day to remember
    kindness,  // a kindness was not thanked for yet
    due,       // the person's rhythm has run out
    quiet,     // a person whom one met often, and not for long
    none,
  };
  Kind kind = Kind::none;
  const PersonTotals* person = nullptr;
  const OpenNote* note = nullptr;    // the follow-up or kindness
  const PersonDate* date = nullptr;  // with Kind::date
};

/// The word in records and in JSON, and for `ask`, `date` and `kindness` also the id of the
/// suggestion; empty for `none`.
std::string_view slug(Occasion::Kind kind);
/// `none` for any other word.
Occasion::Kind occasion_from_word(std::string_view word);
/// Whether the suggestion is made of the occasion, not taken from the bank.
bool makes_suggestion(Occasion::Kind kind);

/// The text of such a suggestion: "Thank Sam: stayed late to help." `words`: the note of the
/// kindness or follow-up, or what the date is; only the first line is used, and not more than 160
/// bytes.
std::string occasion_text(Occasion::Kind kind, const std::string& person, std::string_view words);
/// How to do it, one line; it stays the same all day.
std::string_view occasion_hint(Occasion::Kind kind, Day day);
/// Why it is suggested, one sentence; empty for `none`. `day`: today; `day_start`: minutes after
/// midnight at which a day begins.
std::string occasion_why(const Occasion& occasion, std::string_view words, Day day, int day_start);

}  // namespace connect
