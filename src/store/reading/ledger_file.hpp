// The ledger as a file: its path, reading it into a fold, and serializing records to be appended.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "connect/app.hpp"
#include "domain/ledger/fold.hpp"
#include "store/format/scanner.hpp"

namespace connect::store {

/// The path of the ledger: the flag, else CONNECT_LEDGER, else the default in the data folder. An
/// error when there is no path and no home directory.
Result<std::string> ledger_path(const std::string& flag, const Facts& facts);
/// The file next to the ledger to which lines that cannot be parsed are moved.
std::string rejected_path(const std::string& ledger);

/// The lines of a conflict copy that could not be parsed.
struct SkippedInCopy {
  std::string path;
  std::size_t bad_lines = 0;
  std::vector<Problem> problems;  // the first few, in order
};

/// Report of a read: what was found besides valid records.
struct ReadReport {
  bool exists = false;
  bool is_empty = true;             // no bytes, or no file
  bool is_ledger = true;            // false: the file is something else and must not be written
  std::size_t bad_lines = 0;        // skipped; a torn last line does not count
  std::vector<Problem> problems;    // the first few, in order
  std::vector<std::string> copies;  // conflict copies that were read as well
  std::vector<SkippedInCopy> skipped_in_copies;
  std::size_t newer = 0;  // records of a newer version of the format
};

struct Reading : ReadReport {
  Ledger ledger;
};

/// Optional hooks of a read.
struct ReadHooks {
  NoteTest is_looked_for;                        // called with every note: Entry::found
  std::function<void(const Record&)> on_record;  // called with every record
};

/// Reads the ledger and its conflict copies. Damage never makes a read fail; only a file that
/// cannot be read does.
Result<Reading> read_ledger(Files& files, const std::string& path, Notes notes,
                            const ReadHooks& hooks = {});
/// Serializes records. An error when a line is too long or could not be parsed again.
Result<std::vector<std::string>> lines_of(const std::vector<Record>& records);
/// The hint for when it is unknown whether these records were saved.
std::string retry_of(const std::vector<Record>& records);

/// Lines joined by LF, for an append that writes all of them or none.
std::string joined(const std::vector<std::string>& lines);

/// The folder of a path ("." without one), and the name in it.
std::pair<std::string, std::string> folder_and_name(const std::string& path);

}  // namespace connect::store
