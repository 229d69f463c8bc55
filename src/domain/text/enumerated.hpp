// Lists of names in a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace connect {

/// "Maya", "Maya and Sam", "Maya, Sam and Ruth"; with "or" as the conjunction "Maya, Sam or Ruth".
std::string enumerated(const std::vector<std::string>& names, std::string_view conjunction = "and");
/// The names with the separator between them.
std::string joined(const std::vector<std::string>& names, std::string_view separator);

}  // namespace connect
