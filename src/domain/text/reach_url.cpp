#include "domain/text/reach_url.hpp"

#include <algorithm>
#include <array>

#include "domain/text/visible.hpp"

namespace connect {
namespace {

constexpr std::array<std::string_view, 5> openable = {
    "mailto:", "sms:", "tel:", "xmpp:", "https://"};

/// All but the unreserved characters of RFC 3986, 2.3, as %XX; a line feed as CR LF (RFC 6068).
std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (is_plain) {
      out += c;
    } else {
      if (c == '\n') out += "%0D";
      out.append(1, '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    }
  }
  return out;
}

}  // namespace

bool is_reach_url(std::string_view url) {
  const bool is_known = std::ranges::any_of(openable, [&](std::string_view beginning) {
    return url.starts_with(beginning) && url.size() > beginning.size();
  });
  return is_known && url.size() <= longest_reach && url.find(' ') == url.npos &&
         visible(url) == url;
}

std::string reach_url_of(std::string_view text) {
  std::string url(text);
  if (is_reach_url(url)) return url;
  const bool is_number = url.find_first_not_of("+-0123456789") == url.npos;
  if (url.find_first_of(":/") != url.npos) return "";
  if (url.find('@') != url.npos) {
    url = "mailto:" + url;
  } else if (is_number) {
    url = "tel:" + url;
  }
  return is_reach_url(url) ? url : "";
}

std::string with_first_line(const std::string& url, std::string_view line) {
  const bool takes_it = url.starts_with("mailto:") || url.starts_with("sms:");
  if (line.empty() || !takes_it) return url;
  return url + (url.find('?') == url.npos ? "?" : "&") + "body=" + percent_encoded(line);
}

}  // namespace connect
