// The entry point of libFuzzer.
#include <cstddef>
#include <cstdint>

#include "fuzz/target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  connect::fuzz::target({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
