// Text for people: spans with a style, laid out in lines. `painted` is the one function that turns
// it into bytes for a terminal or a pipe; whatever a ledger, a file name or an argument contains,
// no control or bidi character gets past it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/suggest/act.hpp"

namespace connect::render {

/// `heat`: how much was done on a day, whatever it was.
enum class Style : std::uint8_t { plain, strong, quiet, check_in, offer, listen, thank, heat };
inline Style style_of(Act act) {
  return static_cast<Style>(index(act) + static_cast<std::size_t>(Style::check_in));
}

struct Span {
  std::string text;
  Style style = Style::plain;
  int width = 0;       // padded on the right to this many cells; negative: on the left
  bool whole = false;  // never broken at its spaces, as a padded one is not
};

class Page {
 public:
  struct Line {
    std::vector<Span> spans;
    int hang = 0;  // cells by which continuation lines are set in
  };

  /// A line wider than the surface goes on below, set in by `hang`, broken at spaces.
  void line(std::vector<Span> spans, int hang = 0) { lines_.push_back({std::move(spans), hang}); }
  void line(std::string text) { line({Span{std::move(text)}}); }
  void blank() { lines_.push_back({}); }
  void append(Page other);

  const std::vector<Line>& lines() const { return lines_; }
  bool empty() const { return lines_.empty(); }

 private:
  std::vector<Line> lines_;
};

/// Where a page is shown.
struct Surface {
  bool colour = false;
  bool utf8 = true;
  int columns = 80;
};

std::string painted(const Page& page, const Surface& surface);

}  // namespace connect::render
