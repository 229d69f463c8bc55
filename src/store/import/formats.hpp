// The import formats, as one table, and how the files of each are read.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "connect/app.hpp"
#include "store/import/readers.hpp"

namespace connect::store {

/// A format of `import`, under the name that the command line takes.
struct ImportFormat {
  std::string_view name;
  void (*read)(Sources sources, Harvest& harvest);
  enum class Rows : std::uint8_t {
    records,   // of connect's own, ready for the ledger
    a_day,     // one per habit and day; the last one counts
    separate,  // each row is an entry
  } rows;
  std::string_view check_in;  // a habit that is mapped to check-in by default
};

std::span<const ImportFormat> import_formats();
/// Null for an unknown name.
const ImportFormat* find_import_format(std::string_view name);

/// Parses a text as one whole file of the format, whatever bytes it holds.
void read_text(const ImportFormat& format, std::string text, Harvest& harvest);

inline constexpr std::size_t longest_import = 256 << 20;  // bytes: 256 MiB

/// The text of one file, and its name for errors; - is standard input.
Result<Source> import_text(Files& files, const std::string& path);

/// Reads a file into the harvest; for loop also a folder, and - is standard input. An error if
/// there is nothing to read. Bad rows are not errors: the harvest collects them.
Status read_import(Files& files, const ImportFormat& format, const std::string& path,
                   Harvest& harvest);

}  // namespace connect::store
