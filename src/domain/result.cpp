#include "connect/result.hpp"

#include <array>

namespace connect {
namespace {

struct KindFacts {
  std::string_view slug;
  int exit;
};

/// In the order of ErrorKind.
constexpr std::array<KindFacts, 6> kinds = {
    {{"usage", 2}, {"damaged", 3}, {"not-saved", 4}, {"busy", 5}, {"not-synced", 1}, {"bug", 70}}};

}  // namespace

int exit_code(ErrorKind kind) { return kinds[static_cast<std::size_t>(kind)].exit; }
std::string_view slug(ErrorKind kind) { return kinds[static_cast<std::size_t>(kind)].slug; }

}  // namespace connect
