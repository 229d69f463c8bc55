#include "domain/text/table_cells.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "domain/text/utf8.hpp"
#include "domain/text/visible.hpp"

namespace connect {
namespace {

/// = + - @ and their full-width forms, which start a formula.
bool starts_with_sign(std::string_view text) {
  constexpr std::array<std::string_view, 8> signs = {
      "=", "+", "-", "@", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
  return std::ranges::any_of(signs, [&](auto sign) { return text.starts_with(sign); });
}

std::string_view without_any(std::string_view text, std::string_view quotes) {
  return text.substr(std::min(text.find_first_not_of(quotes), text.size()));
}

/// Whether a spreadsheet may compute a cell that begins like this; it may strip quotes, TAB, CR and
/// LF first.
bool starts_formula(std::string_view text) {
  text = without_any(text, "'\"");
  return starts_with_sign(text) || text.starts_with('\t') || text.starts_with('\r') ||
         text.starts_with('\n');
}

/// A parsed escape.
struct Spelled {
  char32_t value = 0;
  std::size_t size = 0;  // without the backslash
};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// Parses "u001b" or "U000e0041" at the start of the text, which follows a backslash.
std::optional<Spelled> spelled_at(std::string_view text) {
  if (!text.starts_with('u') && !text.starts_with('U')) return std::nullopt;
  const Spelled none{0, text[0] == 'u' ? std::size_t{5} : std::size_t{9}};
  if (text.size() < none.size) return std::nullopt;
  Spelled found = none;
  for (char c : text.substr(1, none.size - 1)) {
    if (hex_digit(c) < 0) return std::nullopt;
    found.value = found.value << 4 | static_cast<char32_t>(hex_digit(c));
  }
  return found;
}

std::string spelling_of(char32_t c) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = c > 0xffff ? "\\U" : "\\u";
  for (int shift = c > 0xffff ? 28 : 12; shift >= 0; shift -= 4) out += digits[c >> shift & 15];
  return out;
}

std::size_t backslashes_at(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of('\\', at), text.size()) - at;
}

}  // namespace

std::string guarded(std::string_view text) {
  return (starts_formula(text) ? "'" : "") + std::string(text);
}

std::string unguarded(std::string_view cell) {
  if (cell.starts_with('\'') && starts_formula(cell)) cell.remove_prefix(1);
  return std::string(cell);
}

std::string split_guarded(std::string_view cell) {
  std::string out;
  for (std::size_t at = 0; at < cell.size(); ++at) {
    const bool splits = std::string_view(",;\n").find(cell[at]) != std::string_view::npos;
    if (!splits || !starts_with_sign(without_any(cell.substr(at + 1), "\""))) {
      out += cell[at];
      continue;
    }
    // Backslashes before the escape are doubled, as in spelled_out().
    const std::size_t run = out.size() - std::min(out.find_last_not_of('\\') + 1, out.size());
    out.append(run, '\\').append(spelling_of(static_cast<unsigned char>(cell[at])));
  }
  return out;
}

std::string spelled_out(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t run = backslashes_at(text, at);
    out.append(run, '\\');
    at += run;
    if (at == text.size()) break;
    const CodePoint next = decode(text, at);
    const bool hidden = is_hidden(next.value) && next.value != '\n';
    if (hidden || (run > 0 && spelled_at(text.substr(at)))) out.append(run, '\\');
    if (hidden) {
      out += spelling_of(next.value);
    } else {
      append_utf8(out, next.value);
    }
    at += next.bytes;
  }
  return out;
}

std::string unspelled(std::string_view cell) {
  std::string out;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t run = backslashes_at(cell, at);
    at += run;
    const auto spelled = run > 0 ? spelled_at(cell.substr(at)) : std::nullopt;
    out.append(spelled ? run / 2 : run, '\\');
    if (spelled && run % 2 == 1) {
      append_utf8(out, spelled->value);
      at += spelled->size;
    } else if (at < cell.size()) {
      out += cell[at++];
    }
  }
  return out;
}

std::string listed_names(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) {
    if (&name != names.data()) out += ';';
    for (char c : name) out.append(c == ';' || c == '\\' ? "\\" : "").append(1, c);
  }
  return out;
}

std::vector<std::string> names_of_list(std::string_view list) {
  std::vector<std::string> names(1);
  for (std::size_t at = 0; at < list.size(); ++at) {
    if (list[at] == ';') {
      names.emplace_back();
    } else {
      const bool escapes = list[at] == '\\' && at + 1 < list.size();
      names.back() += list[escapes ? ++at : at];
    }
  }
  std::erase(names, "");
  return names;
}

}  // namespace connect
