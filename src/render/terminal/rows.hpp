// Rows for other programs: comma- or tab-separated values. The cells are encoded by
// domain/text/table_cells.hpp, which also decodes them on import.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger/ledger.hpp"
#include "domain/report/report.hpp"

namespace connect::render {

enum class Separator : std::uint8_t {
  comma,  // RFC 4180: quoted where needed, CRLF at the end
  tab,    // LF as \n and backslash as \\, LF at the end
};

/// Whether a field that a spreadsheet would take for a formula gets a leading apostrophe.
enum class Formulas : std::uint8_t { guarded, raw };

/// One row with its line end. Hidden characters are written as \uXXXX or \UXXXXXXXX.
std::string row(const std::vector<std::string>& fields, Separator separator, Formulas formulas);

/// The names of the columns of list_row.
std::string list_header(Separator separator);
/// id, at, day, act, with, tags, note, the six feelings, prompt; several names joined by ';'.
std::string list_row(const EntryText& entry, Separator separator, Formulas formulas);
/// The header and a row per entry.
std::string list_table(const std::vector<EntryText>& entries, Separator separator,
                       Formulas formulas);
/// A header, and the rows of the report's grouping.
std::string report_rows(const Report& report, Separator separator, Formulas formulas);

}  // namespace connect::render
