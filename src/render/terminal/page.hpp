// Text for people: styled spans in lines. `painted` is the only function that turns it into bytes
// for a terminal or a pipe; it wraps the lines and makes control and bidi characters visible,
// whatever a ledger, a file name or an argument contains.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/suggest/act.hpp"

namespace connect::render {

/// `heat`: the number of acts on a day, of any kind.
enum class Style : std::uint8_t { plain, strong, quiet, check_in, offer, listen, thank, heat };
inline Style style_of(Act act) {
  return static_cast<Style>(index(act) + static_cast<std::size_t>(Style::check_in));
}

struct Span {
  std::string text;
  Style style = Style::plain;
  int width = 0;       // cells to pad to: on the right, or if negative on the left
  bool whole = false;  // never broken at its spaces; a padded one never is
};

class Page {
 public:
  struct Line {
    std::vector<Span> spans;
    int hang = 0;  // cells of indentation of continuation lines
  };

  /// Adds a line. One that is wider than the surface is wrapped at spaces, and continued with
  /// `hang` cells of indentation.
  void line(std::vector<Span> spans, int hang = 0) { lines_.push_back({std::move(spans), hang}); }
  void line(std::string text) { line({Span{std::move(text)}}); }
  void blank() { lines_.push_back({}); }
  void append(Page other);

  const std::vector<Line>& lines() const { return lines_; }
  bool empty() const { return lines_.empty(); }

 private:
  std::vector<Line> lines_;
};

/// Where a page is shown. `columns`: its width in cells.
struct Surface {
  bool colour = false;
  bool utf8 = true;
  int columns = 80;
};

/// The page as bytes: UTF-8 or ASCII, with SGR codes if the surface has colour.
std::string painted(const Page& page, const Surface& surface);

/// How many rows of a terminal a text takes, which may have SGR codes.
std::size_t screen_rows(std::string_view text, int columns);

}  // namespace connect::render
