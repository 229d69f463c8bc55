// Where text becomes HTML.
#include "render/html/html_markup.hpp"

#include "domain/text/visible.hpp"

namespace connect::render {

Html escaped(std::string_view text) {
  // Quotes are escaped in elements, too, so that a caller need not know where the text goes.
  std::string out;
  for (const char c : visible(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return Html(out);
}

}  // namespace connect::render
