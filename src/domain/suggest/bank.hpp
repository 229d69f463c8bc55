// The suggestions that can be made: the built-in ones and the user's own, from suggestions.json and
// from the ledger.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/suggest/suggestion.hpp"
#include "domain/time/day.hpp"

namespace connect {

struct OwnSuggestion;
struct Summary;

/// What is wanted of suggestions; `any` matches everything.
struct Preferences {
  Place place = Place::any;
  Setting setting = Setting::any;
  bool small = false;                      // only those that take two minutes
  std::uint8_t work_weekdays = 0b0011111;  // those with suggestions about work; bit 0 is Monday
  After after = After::recent;  // how long ago the person was met; `recent` matches everything
  bool names_quiet = true;      // whether people who have been quiet are named, unasked
  int day_start = 0;            // minutes after midnight at which a day begins, 0 to 720
};

bool fits(const Suggestion& item, const Preferences& preferences);

/// The text with the name in place of the placeholder, or "someone" if it is empty.
std::string worded(const Suggestion& item, const std::string& person);
/// One of the user's own as an item of the bank; it refers to the texts that are passed.
Suggestion own_item(std::string_view id, const OwnSuggestion& said);

class Bank {
 public:
  Bank();
  Bank(const Bank&) = delete;
  Bank& operator=(const Bank&) = delete;
  Bank(Bank&&) = default;
  Bank& operator=(Bank&&) = default;

  /// Adds a suggestion of the user, whose id must not be taken. Copies its texts.
  void add(const Suggestion& own);
  /// Adds those of the ledger. One that was added on `morning`, or on the next day by a machine
  /// further east, is known, but not suggested yet; without a morning all are.
  void add_own(const Summary& summary, std::optional<Day> morning);
  /// Null if unknown. Binary search in the built-in tables, a hash table for the user's own.
  const Suggestion* find(std::string_view id) const;
  /// The built-in ones, grouped by act in the order of all_acts and sorted by id within an act,
  /// retired ones included; then the user's own. The pointers are valid as long as the bank.
  const std::vector<const Suggestion*>& items() const { return items_; }

  /// The suggestions of an act that match. With a person to name, those that can name one;
  /// otherwise those that need none. Never empty: the built-in ones cover all preferences.
  std::vector<const Suggestion*> fitting(Act act, Preferences preferences, bool with_person) const;

 private:
  std::string_view keep(std::string_view text);

  std::vector<const Suggestion*> items_;  // into the built-in tables and own_
  std::unordered_map<std::string_view, const Suggestion*> own_by_id_;
  std::deque<Suggestion> own_;  // deques, whose elements keep their addresses as they grow
  std::deque<std::string> texts_;
};

}  // namespace connect
