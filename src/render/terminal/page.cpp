#include "render/terminal/page.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

#include "domain/text/cell_width.hpp"
#include "domain/text/visible.hpp"
#include "render/terminal/colours.hpp"

namespace connect::render {
namespace {

// SGR codes by Style.
constexpr std::array<std::string_view, 8> codes = {"",
                                                   "1",
                                                   tone("quiet").terminal,
                                                   tone("check-in").terminal,
                                                   tone("offer").terminal,
                                                   tone("listen").terminal,
                                                   tone("thank").terminal,
                                                   tone("heat-3").terminal};

/// A word or a run of spaces; lines are broken between pieces.
struct Piece {
  std::string text;
  Style style;
  int width;  // cells
  bool space;
  bool may_begin_line = false;  // even without a space before it
};

std::string safe(std::string_view text, const Surface& surface) {
  std::string shown = visible(text);
  return surface.utf8 ? shown : ascii_only(shown);
}

std::string padded(std::string text, int width) {
  const int missing = std::abs(width) - static_cast<int>(cells(text));
  if (missing <= 0) return text;
  const std::string spaces(static_cast<std::size_t>(missing), ' ');
  return width < 0 ? spaces + text : text + spaces;
}

/// Cuts a span into words and runs of spaces; a padded span stays whole. A word wider than `room`,
/// the width of a line, is cut further where that is possible.
void cut(const Span& span, const Surface& surface, int room, std::vector<Piece>& out) {
  const std::string text = padded(safe(span.text, surface), span.width);
  const auto fits = [&](std::string_view part) {
    const auto width = static_cast<std::size_t>(room);
    return part.size() <= width || cells(part) <= width;  // never more cells than bytes
  };
  const auto add = [&](std::string_view part, bool space, bool may_begin_line = false) {
    out.push_back(
        {std::string(part), span.style, static_cast<int>(cells(part)), space, may_begin_line});
  };
  if (span.width != 0 || (span.whole && fits(text))) return add(text, false);
  for (std::size_t at = 0; at < text.size();) {
    const bool space = text[at] == ' ';
    std::size_t end = at;
    while (end < text.size() && (text[end] == ' ') == space) ++end;
    const auto word = std::string_view(text).substr(at, end - at);
    if (space || fits(word)) {
      add(word, space);
    } else {
      for (const auto part : parts_of_word(word)) add(part, false, part.data() != word.data());
    }
    at = end;
  }
}

/// Wraps lines and writes them with their SGR codes.
class Painter {
 public:
  Painter(const Surface& surface, std::string& out) : surface_(surface), out_(out) {}

  void line(const Page::Line& line) {
    std::vector<Piece> pieces;
    const int hang = hang_of(line);
    for (const Span& span : line.spans) cut(span, surface_, surface_.columns - hang, pieces);
    while (!pieces.empty() && blank(pieces.back())) pieces.pop_back();
    if (!pieces.empty()) trim(pieces.back());
    int column = 0;
    bool fresh = true;  // nothing but the hang on this line yet
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Piece& piece = pieces[i];
      if (!fresh && !piece.space && column + word_width(pieces, i) > surface_.columns) {
        drop_spaces();
        set_style(Style::plain);
        out_.append("\n").append(static_cast<std::size_t>(hang), ' ');
        column = hang;
        fresh = true;
      }
      // Spaces get no SGR codes, so that drop_spaces() can remove them again.
      if (!blank(piece)) set_style(piece.style);
      out_.append(piece.text);
      column += piece.width;
      fresh = fresh && blank(piece) && column <= hang;
    }
    set_style(Style::plain);
    out_ += '\n';
  }

 private:
  static bool blank(const Piece& piece) {
    return piece.text.find_first_not_of(' ') == std::string::npos;
  }

  /// The hang of a line, smaller where it would leave fewer than 12 cells for words.
  int hang_of(const Page::Line& line) const {
    constexpr int room = 12;
    return line.hang + room <= surface_.columns ? line.hang
                                                : std::min(line.hang, surface_.columns / 4);
  }

  /// No line ends in spaces, not even in padding.
  static void trim(Piece& piece) {
    const auto last = piece.text.find_last_not_of(' ');
    piece.width -= static_cast<int>(piece.text.size() - last - 1);
    piece.text.resize(last + 1);
  }

  /// The width of a word, which may consist of several pieces without a space between them.
  static int word_width(const std::vector<Piece>& pieces, std::size_t from) {
    int width = 0;
    for (std::size_t i = from; i < pieces.size() && !pieces[i].space; ++i) {
      if (i > from && pieces[i].may_begin_line) break;
      width += pieces[i].width;
    }
    return width;
  }

  void drop_spaces() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
  }

  void set_style(Style style) {
    if (style == style_ || !surface_.colour) return;
    if (style_ != Style::plain) out_ += "\x1b[0m";
    if (style != Style::plain)
      out_.append("\x1b[").append(codes[static_cast<std::size_t>(style)]).append("m");
    style_ = style;
  }

  const Surface& surface_;
  std::string& out_;
  Style style_ = Style::plain;
};

}  // namespace

void Page::append(Page other) { std::ranges::move(other.lines_, std::back_inserter(lines_)); }

std::string painted(const Page& page, const Surface& surface) {
  std::string out;
  Painter painter(surface, out);
  for (const auto& line : page.lines()) painter.line(line);
  return out;
}

std::size_t screen_rows(std::string_view text, int columns) {
  const auto width = static_cast<std::size_t>(std::max(columns, 1));
  std::size_t rows = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string line(text.substr(0, end));
    for (auto at = line.find("\x1b["); at != line.npos; at = line.find("\x1b[", at))
      line.erase(at, line.find('m', at) - at + 1);
    rows += std::max<std::size_t>(1, (cells(line) + width - 1) / width);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return rows;
}

}  // namespace connect::render
