// How often a law is tried.
#pragma once

#include <cstddef>
#include <cstdlib>

namespace connect::test {

/// CONNECT_LONG=1 asks for the long run.
inline std::size_t repetitions(std::size_t usual, std::size_t at_length) {
  const char* wish = std::getenv("CONNECT_LONG");
  return wish == nullptr || *wish == '\0' || *wish == '0' ? usual : at_length;
}

}  // namespace connect::test
