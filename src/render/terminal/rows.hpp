// Rows for other programs: comma- or tab-separated values. Each cell is made and read back by
// cells.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger/ledger.hpp"
#include "domain/report/report.hpp"

namespace connect::render {

enum class Separator : std::uint8_t {
  comma,  // RFC 4180: quoted where needed, CRLF at the ends
  tab,    // \t \n \r \\ escaped, LF at the ends
};

/// Whether a field that a spreadsheet would take for a formula gets a leading apostrophe.
enum class Formulas : std::uint8_t { guarded, raw };

std::string row(const std::vector<std::string>& fields, Separator separator, Formulas formulas);

std::string list_header(Separator separator);
/// id, at, day, act, with, tags, note, the six feelings, prompt; several names joined by ';'.
std::string list_row(const EntryText& entry, Separator separator, Formulas formulas);
/// The header and a row for each.
std::string list_table(const std::vector<EntryText>& entries, Separator separator,
                       Formulas formulas);
/// A header and the rows of the report's grouping.
std::string report_rows(const Report& report, Separator separator, Formulas formulas);

}  // namespace connect::render
