#include "domain/text/counted.hpp"

namespace connect {

std::string counted(std::int64_t number, std::string_view noun, std::string_view plural) {
  std::string out = std::to_string(number) + " ";
  if (number != 1 && !plural.empty()) return out.append(plural);
  return out.append(noun).append(number == 1 ? "" : "s");
}

}  // namespace connect
