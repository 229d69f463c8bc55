// Encodes text in a cell of a CSV table, and decodes it. A cell can be shown by any terminal and
// opened by any spreadsheet without harm, and decodes to exactly the text it was made from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace connect {

/// Adds an apostrophe before a text that a spreadsheet would take for a formula: one that begins
/// with = + - @, their full-width forms, a tab or a line end, or with one of these after quotes. A
/// text that begins with apostrophes followed by one of these gets one too, so that decoding is
/// unambiguous.
std::string guarded(std::string_view text);
std::string unguarded(std::string_view cell);

/// Escapes hidden characters, except the line feed, as \u001b or \U000e0041. Backslashes are
/// doubled only before such an escape: "C:\users" stays as it is.
std::string spelled_out(std::string_view text);
std::string unspelled(std::string_view cell);

/// A spreadsheet may split a row at a separator other than the comma, in many countries at ; by
/// default; the quotes, then in the middle of its cells, have no effect. So that none of its cells
/// begins with a formula, a comma, semicolon or line feed before one is escaped as \u002c, \u003b
/// or \u000a. Takes the result of spelled_out(); unspelled() decodes both.
std::string split_guarded(std::string_view cell);

/// Decodes a cell that was guarded and spelled out.
inline std::string text_of_cell(std::string_view cell) { return unguarded(unspelled(cell)); }

/// Names joined by ';'. A ';' or a backslash inside a name is escaped with a backslash.
std::string listed_names(const std::vector<std::string>& names);
/// Parses such a list. Empty names are dropped.
std::vector<std::string> names_of_list(std::string_view list);

}  // namespace connect
