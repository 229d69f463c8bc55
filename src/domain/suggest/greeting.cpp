#include "domain/suggest/greeting.hpp"

#include <charconv>

namespace connect {

bool is_due(std::string_view kept, std::int64_t now, std::int64_t next) {
  // Travel may move the start of a day, but by no more than this.
  constexpr std::int64_t day = 86400;
  if (kept.ends_with('\n')) kept.remove_suffix(1);
  std::int64_t due = 0;
  const char* end = kept.data() + kept.size();
  const auto read = std::from_chars(kept.data(), end, due);
  return read.ec != std::errc{} || read.ptr != end || due <= now || due - day > next;
}

}  // namespace connect
