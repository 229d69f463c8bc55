// Fuzz target: text of any bytes, made safe to show, clipped to a width, folded to a key, and
// quoted in rows for other programs.
#include "domain/text/cell_width.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/utf8.hpp"
#include "domain/text/visible.hpp"
#include "fuzz/target.hpp"
#include "render/terminal/rows.hpp"

namespace connect::fuzz {
namespace {

void check_shown(const std::string& text) {
  const std::string repaired = repaired_utf8(text);
  must(!invalid_utf8_at(repaired), "repaired text is UTF-8");
  must(invalid_utf8_at(text) || repaired == text, "UTF-8 needs no repair");
  const std::string shown = visible(text);
  must(is_seen(shown, false), "visible text is seen");
  must(visible(shown) == shown, "visible text stays as it is");
  must(is_seen(ascii_only(shown), false), "so is its ASCII form");
  must(std::ranges::all_of(ascii_only(shown), [](char c) { return c >= ' ' && c <= '~'; }),
       "ASCII is ASCII");
}

void check_cut(const std::string& shown, std::size_t width) {
  const std::string cut = clipped(shown, width);
  must(cells(cut) <= width, "clipped text fits");
  must(!invalid_utf8_at(cut), "clipping parts no code point");
}

void check_name(const std::string& text) {
  const std::string key = fold_key(text);
  must(fold_key(key) == key, "folding twice is folding once");
  const std::vector<std::string> names = {"Maya", "Aunt Ruth", "Zoë", "李小龍"};
  const auto close = nearest(text, names);
  must(!close || *close != text, "a name is not proposed for itself");
}

/// A field as a spreadsheet reads it (RFC 4180).
std::string unquoted(std::string_view row) {
  if (!row.starts_with('"')) return std::string(row);
  std::string out;
  for (std::size_t i = 1; i + 1 < row.size(); ++i) {
    if (row[i] == '"') must(row[++i] == '"', "a quote within quotes is doubled");
    out += row[i];
  }
  must(row.ends_with('"') && row.size() > 1, "a quoted field is closed");
  return out;
}

void check_rows(const std::string& text) {
  using render::Formulas;
  using render::Separator;
  std::string row = render::row({text}, Separator::comma, Formulas::guarded);
  must(row.ends_with("\r\n"), "a row ends with CRLF");
  row.resize(row.size() - 2);
  must(is_seen(row, true), "nothing unseen is in a row");
  const std::string field = unquoted(row);
  must(field.empty() || std::string_view("=+-@\t\r\n").find(field[0]) == std::string_view::npos,
       "no field begins a formula");
  const auto tabbed = render::row({text, "x"}, Separator::tab, Formulas::raw);
  must(std::ranges::count(tabbed, '\t') == 1 && std::ranges::count(tabbed, '\n') == 1,
       "a row by tabs has its own tabs and line end only");
}

}  // namespace

void target(std::string_view input) {
  Bytes bytes(input);
  const unsigned width = bytes.byte();
  const std::string text(bytes.rest());
  check_shown(text);
  check_cut(visible(text), width);
  check_name(text);
  check_rows(text);
}

}  // namespace connect::fuzz
