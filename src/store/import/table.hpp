// Reads comma-separated (RFC 4180) and tab-separated tables, row by row.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace connect::store {

struct TableRow {
  std::size_t line = 0;  // on which it begins, from 1
  std::vector<std::string> fields;
  std::string fault;  // why it cannot be read, or empty
};

class TableReader {
 public:
  /// `separator`: ',' with quoted fields, or '\t' with \t \n \r \\ for what a field cannot hold.
  TableReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// The next row that is not blank; false at the end.
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
