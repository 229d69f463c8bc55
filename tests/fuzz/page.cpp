// Fuzz target: the function that writes all text (render/terminal/page.cpp). Whatever the spans and
// the surface, its output has no invisible characters, fits the surface's character set, and resets
// every colour on its line.
#include "render/terminal/page.hpp"

#include "fuzz/target.hpp"

namespace connect::fuzz {
namespace {

using render::Page;
using render::Surface;

/// A span from its looks, its width in some, its length and its text.
render::Span span_from(Bytes& bytes) {
  render::Span span;
  const unsigned looks = bytes.byte();
  span.style = static_cast<render::Style>(looks % 7);
  span.whole = (looks & 64U) != 0;
  if ((looks & 128U) != 0) span.width = static_cast<int>(bytes.byte()) - 128;
  span.text = bytes.text(bytes.byte());
  return span;
}

Page page_from(Bytes& bytes) {
  Page page;
  while (!bytes.empty()) {
    std::vector<render::Span> spans(bytes.byte() % 6);
    for (auto& span : spans) span = span_from(bytes);
    page.line(std::move(spans), static_cast<int>(bytes.byte() % 64));
  }
  return page;
}

/// Removes the colours; each must end before its line does.
std::string without_colours(std::string_view text) {
  std::string out;
  bool coloured = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    must(text[at] != '\n' || !coloured, "no colour lasts longer than its line");
    if (text[at] == '\x1b') {
      const auto end = text.find('m', at);
      must(end != text.npos && end - at < 6, "an escape is a short colour code");
      coloured = text.substr(at, end - at) != "\x1b[0";
      at = end;
    } else {
      out += text[at];
    }
  }
  return out;
}

}  // namespace

void target(std::string_view input) {
  Bytes bytes(input);
  const unsigned looks = bytes.byte();
  Surface surface{(looks & 1U) != 0, (looks & 2U) != 0, 1 + static_cast<int>(bytes.byte())};
  const Page page = page_from(bytes);
  const std::string out = painted(page, surface);
  const std::string plain = surface.colour ? without_colours(out) : out;
  must(is_seen(plain, true), "nothing unseen comes out");
  must(surface.utf8 || std::ranges::all_of(plain, [](char c) { return c >= 0 && c < 127; }),
       "without UTF-8 only ASCII comes out");
  surface.colour = false;
  must(painted(page, surface) == plain, "colours change nothing else");
}

}  // namespace connect::fuzz
