// The ledger as a file: where it is, how it is read into a fold, how a record is added to it.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "connect/app.hpp"
#include "domain/ledger/fold.hpp"
#include "store/format/scanner.hpp"

namespace connect::store {

/// The ledger's path: the flag, CONNECT_LEDGER, or its place in the user's data folder. An error
/// when there is neither a path nor a home.
Result<std::string> ledger_path(const std::string& flag, const Facts& facts);
/// A file beside the ledger, for lines that were none.
std::string rejected_path(const std::string& ledger);

/// The lines of a conflict copy that were skipped.
struct SkippedInCopy {
  std::string path;
  std::size_t bad_lines = 0;
  std::vector<Problem> problems;  // the first few, in order
};

/// What a reading met besides records.
struct Account {
  bool exists = false;
  bool is_empty = true;             // not a byte, or no file
  bool is_ledger = true;            // false: something else is in the file; it must not be written
  std::size_t bad_lines = 0;        // skipped, torn tails not counted
  std::vector<Problem> problems;    // the first few, in order
  std::vector<std::string> copies;  // conflict copies that were read into the union
  std::vector<SkippedInCopy> skipped_in_copies;
  std::size_t newer = 0;  // records of a newer version of the format
};

struct Reading : Account {
  Ledger ledger;
};

/// What a reading is to heed besides the fold.
struct Heed {
  NoteTest is_looked_for;                        // asked of every note: Entry::is_found
  std::function<void(const Record&)> on_record;  // gets every record
};

/// Reads the file and the conflict copies beside it. Damage never fails a reading; only a file that
/// cannot be opened does.
Result<Reading> read_ledger(Files& files, const std::string& path, Notes notes,
                            const Heed& heed = {});
/// The lines of these records. Refuses one that is too long, or that could not be read again.
Result<std::vector<std::string>> lines_of(const std::vector<Record>& records);
/// What to do when it stays unknown whether these records were saved.
std::string retry_of(const std::vector<Record>& records);

/// Lines as they are appended: all in one write, or none.
std::string joined(const std::vector<std::string>& lines);

/// The folder that a path lies in, and what it is called there.
std::pair<std::string, std::string> folder_and_name(const std::string& path);

}  // namespace connect::store
