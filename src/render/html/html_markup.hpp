// HTML as a type of its own. Text that nobody escaped cannot get into a page, nor can it be escaped
// twice, because neither compiles.
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace connect::render {

class Html;

/// What `markup` accepts: HTML, or a whole number, whose digits are never markup. A char is not
/// among them, because it could be a '<'.
template <class T>
concept HtmlPart = std::same_as<T, Html> || std::same_as<T, int> || std::same_as<T, std::uint32_t>;

/// A piece of HTML: elements, text between them, or the value of a quoted attribute. `escaped`
/// makes it from text, `markup` from a literal, numbers and other pieces; pieces can be joined. No
/// other string becomes HTML, not even explicitly: the SVG on a page is made as Html, too, so
/// nothing needs a way around the escaping.
class Html {
 public:
  Html() = default;

  bool empty() const { return text_.empty(); }
  /// As a string, which never becomes HTML again.
  const std::string& str() const { return text_; }

  Html& operator+=(const Html& more) {
    text_ += more.text_;
    return *this;
  }
  friend Html operator+(Html first, const Html& second) {
    first += second;
    return first;
  }

 private:
  explicit Html(std::string text) : text_(std::move(text)) {}

  friend Html escaped(std::string_view text);
  template <HtmlPart... Parts>
  friend Html markup(fmt::format_string<const Parts&...> form, const Parts&... parts);

  std::string text_;
};

/// Text as HTML, for an element or a quoted attribute: markup escaped, hidden characters made
/// visible.
Html escaped(std::string_view text);

}  // namespace connect::render

/// Lets fmt write a piece where a {} is.
template <>
struct fmt::formatter<connect::render::Html> : fmt::formatter<std::string_view> {
  auto format(const connect::render::Html& html, fmt::format_context& context) const {
    return fmt::formatter<std::string_view>::format(html.str(), context);
  }
};

namespace connect::render {

/// markup("<b>{}</b>", escaped(name)): the literal `form` with a part where each {} is. The
/// compiler checks that it is a literal, and that there are enough parts.
template <HtmlPart... Parts>
Html markup(fmt::format_string<const Parts&...> form, const Parts&... parts) {
  return Html(fmt::format(form, parts...));
}
/// With fmt::runtime a form would not have to be a literal.
template <class... Parts>
Html markup(decltype(fmt::runtime("")) form, const Parts&... parts) = delete;

}  // namespace connect::render
