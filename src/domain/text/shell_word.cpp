#include "domain/text/shell_word.hpp"

#include <algorithm>

namespace connect {

std::string shell_word(const std::string& text) {
  const bool plain = !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view("-_./=:,+@").find(c) != std::string_view::npos;
  });
  if (plain) return text;
  std::string out = "'";
  for (char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

std::string signed_words(std::string_view sign, const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += " " + shell_word(std::string(sign) + name);
  return out;
}

}  // namespace connect
