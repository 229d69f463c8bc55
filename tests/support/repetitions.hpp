// How often a property is tried.
#pragma once

#include <cstddef>
#include <cstdlib>

namespace connect::test {

/// `at_length` if CONNECT_LONG is set and does not begin with 0, else `usual`.
inline std::size_t repetitions(std::size_t usual, std::size_t at_length) {
  const char* wish = std::getenv("CONNECT_LONG");
  return wish == nullptr || *wish == '\0' || *wish == '0' ? usual : at_length;
}

}  // namespace connect::test
