// The suggestions that may be made: the built-in ones and the user's own.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/suggest/suggestion.hpp"

namespace connect {

/// What the user asked suggestions to fit; `any` fits everything.
struct Preferences {
  Place place = Place::any;
  Setting setting = Setting::any;
};

class Bank {
 public:
  Bank();
  Bank(const Bank&) = delete;
  Bank& operator=(const Bank&) = delete;
  Bank(Bank&&) = default;
  Bank& operator=(Bank&&) = default;

  /// A suggestion of the user's own, with an id that is not taken. Its texts are copied.
  void add(const Suggestion& own);
  /// In no more time for many suggestions than for few.
  const Suggestion* find(std::string_view id) const;
  /// The built-in ones, grouped by act in the order of all_acts and by id within an act, retired
  /// ones too; then the user's own. They live as long as the bank.
  const std::vector<const Suggestion*>& items() const { return items_; }

  /// Items of an act that fit. With a person named, those that speak of one; without, those that
  /// need none. Never empty: a preference that leaves nothing is dropped.
  std::vector<const Suggestion*> fitting(Act act, Preferences preferences, bool with_person) const;

 private:
  std::string_view keep(std::string_view text);

  std::vector<const Suggestion*> items_;  // the built-in tables are looked at where they are
  std::unordered_map<std::string_view, const Suggestion*> own_by_id_;
  std::deque<Suggestion> own_;  // what is pointed to stays valid as these two grow
  std::deque<std::string> texts_;
};

}  // namespace connect
