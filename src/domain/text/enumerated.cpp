#include "domain/text/enumerated.hpp"

namespace connect {

std::string enumerated(const std::vector<std::string>& names, std::string_view conjunction) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0 && i + 1 == names.size()) {
      out.append(" ").append(conjunction).append(" ");
    } else if (i > 0) {
      out += ", ";
    }
    out += names[i];
  }
  return out;
}

std::string joined(const std::vector<std::string>& names, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out.append(i == 0 ? "" : separator).append(names[i]);
  return out;
}

}  // namespace connect
