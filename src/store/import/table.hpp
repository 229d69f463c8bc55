// Parses comma-separated (RFC 4180) and tab-separated tables, row by row.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace connect::store {

struct TableRow {
  std::size_t line = 0;  // where it begins, from 1
  std::vector<std::string> fields;
  std::string fault;  // why it does not parse, or empty
};

class TableReader {
 public:
  /// `text` must outlive the reader. `separator`: ',' for quoted fields, or '\t' for fields in
  /// which \t, \n, \r and \\ are escapes.
  TableReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// Reads the next row that is not blank; false at the end.
  bool next(TableRow& row);

 private:
  bool read_comma_row(TableRow& row);
  bool read_tab_row(TableRow& row);
  std::string quoted_field(TableRow& row);

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace connect::store
