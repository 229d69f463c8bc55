// The formats that connect can import, in one table, and how the files of one are read.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "connect/app.hpp"
#include "store/import/readers.hpp"

namespace connect::store {

struct ImportFormat {
  std::string_view name;
  void (*read)(Sources sources, Harvest& harvest);
  enum class Rows : std::uint8_t {
    records,   // our own, ready for the ledger
    a_day,     // one a habit and day: said twice, the last one counts
    separate,  // each is an entry of its own
  } rows;
  std::string_view check_in;  // a habit that is a check-in unless its user says otherwise
};

std::span<const ImportFormat> import_formats();
const ImportFormat* find_import_format(std::string_view name);

/// Reads a text that is one whole file of the format, whatever bytes it holds.
void read_text(const ImportFormat& format, std::string text, Harvest& harvest);

inline constexpr std::size_t longest_import = 256 << 20;  // bytes

/// Reads the file (for loop also a folder; - is standard input) into the harvest. An error when
/// there is nothing to read; bad rows are the harvest's to tell.
Status read_import(Files& files, const ImportFormat& format, const std::string& path,
                   Harvest& harvest);

}  // namespace connect::store
