// What holds of every file of the cache: it answers for the very ledger that it was made of, and a
// spoilt one for none.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>

namespace connect::test {

/// No flipped bit and no missing end of these bytes goes unnoticed.
inline void check_every_change_is_noticed(const std::string& bytes,
                                          const std::function<bool(std::string_view)>& is_sound) {
  REQUIRE(is_sound(bytes));
  for (std::size_t i = 0; i < bytes.size(); ++i)
    for (int bit = 0; bit < 8; ++bit) {
      std::string other = bytes;
      other[i] = static_cast<char>(other[i] ^ 1 << bit);
      REQUIRE_FALSE(is_sound(other));
    }
  for (std::size_t size = 0; size < bytes.size(); ++size)
    REQUIRE_FALSE(is_sound(std::string_view(bytes).substr(0, size)));
  CHECK_FALSE(is_sound(bytes + "x"));
}

/// Of the states of a ledger only the one that was covered, and what came after it, is answered
/// for.
inline void check_only_this_ledger_is_answered_for(std::string& ledger,
                                                   const std::function<bool()>& is_used) {
  CHECK(is_used());
  const std::string before = ledger;
  ledger.pop_back();
  CHECK_FALSE(is_used());
  ledger = before + before;
  CHECK_FALSE(is_used());  // every record comes again
  ledger = before;
  ledger[before.size() - 9] = '#';
  CHECK_FALSE(is_used());
  ledger += "more\n";
  CHECK_FALSE(is_used());
  ledger = before + "more\n";
  CHECK(is_used());
}

}  // namespace connect::test
