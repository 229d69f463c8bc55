#include "domain/text/reach_url.hpp"

#include <algorithm>
#include <array>

#include "domain/text/visible.hpp"

namespace connect {
namespace {

constexpr std::array<std::string_view, 5> openable = {
    "mailto:", "sms:", "tel:", "xmpp:", "https://"};

}  // namespace

bool is_reach_url(std::string_view url) {
  const bool is_known = std::ranges::any_of(openable, [&](std::string_view beginning) {
    return url.starts_with(beginning) && url.size() > beginning.size();
  });
  return is_known && url.size() <= longest_reach && url.find(' ') == url.npos &&
         visible(url) == url;
}

}  // namespace connect
