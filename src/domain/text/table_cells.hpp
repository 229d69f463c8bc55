// What a table says in one cell, and back. A cell can be shown by any terminal and opened by any
// spreadsheet without harm, and still gives back the very text it was made from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace connect {

/// A text that a spreadsheet would take for a formula (it begins with = + - @, their full-width
/// twins, a tab or a line end, perhaps in quotes) gets an apostrophe. So does one that begins with
/// apostrophes and goes on like that, so that there is one way back.
std::string guarded(std::string_view text);
std::string unguarded(std::string_view cell);

/// Hidden characters but the line feed as \u001b or \U000e0041. Backslashes are doubled where they
/// stand before such a form, and only there: "C:\users" stays as it is.
std::string spelled_out(std::string_view text);
std::string unspelled(std::string_view cell);

/// A spreadsheet may split a row at another sign than ours: in many countries at ; by default, and
/// then our quotes, which stand in the middle of its cells, mean nothing to it. So that no cell it
/// makes begins with a formula, a comma, semicolon or line feed before one is spelled \u002c,
/// \u003b or \u000a. Takes a text that is spelled out already; unspelled() takes both back.
std::string split_guarded(std::string_view cell);

/// The text of a cell that was guarded and spelled out.
inline std::string text_of_cell(std::string_view cell) { return unguarded(unspelled(cell)); }

/// Names joined by ';'. A ';' or a backslash inside a name has a backslash before it.
std::string listed_names(const std::vector<std::string>& names);
/// Empty names are none.
std::vector<std::string> names_of_list(std::string_view list);

}  // namespace connect
