// Properties of every cache file: it is used only for the ledger that it was made from, and not at
// all when it is damaged.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>

namespace connect::test {

/// Checks that every flipped bit, every truncation and an added byte are detected.
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

/// Checks that the cache is used for the ledger that it covers and for the same ledger with lines
/// appended, and for no shorter, repeated or edited one.
inline void check_only_this_ledger_is_answered_for(std::string& ledger,
                                                   const std::function<bool()>& is_used) {
  CHECK(is_used());
  const std::string before = ledger;
  ledger.pop_back();
  CHECK_FALSE(is_used());
  ledger = before + before;
  CHECK_FALSE(is_used());  // every record occurs twice
  ledger = before;
  ledger[before.size() - 9] = '#';
  CHECK_FALSE(is_used());
  ledger += "more\n";
  CHECK_FALSE(is_used());
  ledger = before + "more\n";
  CHECK(is_used());
}

}  // namespace connect::test
