#include "domain/text/addresses.hpp"

#include <algorithm>

namespace connect {
namespace {

bool is_in_scheme(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
         c == '-' || c == '.';
}

/// The scheme at the end of the text.
std::string_view scheme_at_end_of(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_in_scheme(text[begin - 1])) --begin;
  return text.substr(begin);
}

/// The length of the credentials at the start of an address (the part after "://"), including the
/// at sign; 0 without credentials.
std::size_t length_of_credentials(std::string_view address, bool is_ssh) {
  // A slash in a password should be %2F; where it is not, all of the password is removed anyway.
  const auto end =
      std::min(address.find_first_of(is_ssh ? " \t\r\n'\"<>/" : " \t\r\n'\"<>"), address.size());
  const auto at = address.substr(0, end).rfind('@');
  return at == address.npos ? 0 : at + 1;
}

}  // namespace

std::string without_credentials(std::string_view text) {
  std::string out;
  for (;;) {
    const auto mark = text.find("://");
    if (mark == text.npos) return out.append(text);
    const bool is_ssh = scheme_at_end_of(text.substr(0, mark)).find("ssh") != text.npos;
    out.append(text.substr(0, mark + 3));
    text.remove_prefix(mark + 3);
    const auto length = length_of_credentials(text, is_ssh);
    if (is_ssh && length > 0) out.append(text.substr(0, text.find_first_of(":@"))).append("@");
    text.remove_prefix(length);
  }
}

}  // namespace connect
