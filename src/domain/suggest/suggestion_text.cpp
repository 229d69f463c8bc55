#include "domain/suggest/suggestion_text.hpp"

#include "domain/text/cell_width.hpp"
#include "domain/text/visible.hpp"

namespace connect {

std::string why_unfit(std::string_view text, std::size_t longest) {
  if (text.empty()) return "is empty";
  if (visible(text) != text) return "has control characters";
  if (cells(text) > longest) return "is longer than " + std::to_string(longest) + " characters";
  return "";
}

}  // namespace connect
