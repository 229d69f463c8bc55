// Reads one file of records into a fold, with a report of its problems and of where it ended, so
// that a later read can resume there.
#pragma once

#include <array>
#include <functional>
#include <string>

#include "domain/ledger/fold.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::store {

/// The high 64 bits of the latest UUIDv7 ids, ascending, with zeros before them. The latest one
/// alone does not show what is new, because concurrent writers do not append in the order of their
/// ids: with thirty writers, a starved one is overtaken by a hundred records.
using LatestIds = std::array<std::uint64_t, 256>;

/// The latest of what was read: a record that is not later could change what is already computed.
struct Marks {
  LatestIds ids{};
  Stamp rest;    // of records of rests
  Stamp person;  // of records of people
};

/// Updates the marks with a record that was read.
void raise(Marks& marks, const Record& record);
/// Whether certainly neither a record with this id was read nor a correction of one.
bool is_new(const Marks& marks, const Record& record);

/// Bytes before the end of a read that are kept, so that a resumed read can compare them.
inline constexpr std::uint64_t ending_size = 4096;

/// The position in a file at which a read begins: the start of a line.
struct Start {
  std::uint64_t byte = 0;
  std::size_t line = 1;  // its number
};

/// Reader of one file. The fold and the report must outlive it.
class LedgerReader {
 public:
  LedgerReader(Fold& fold, ReadReport& report) : fold_(fold), report_(report) {}

  /// False when there is no such file; an error when it cannot be read.
  Result<bool> read(Files& files, const std::string& path, Start start = {});

  /// Whether the fold gets the places of the lines: not of those of a conflict copy.
  bool keeps_places = true;
  /// See Scanner::passes_over.
  std::function<bool(std::string_view)> passes_over;
  /// Called with every record before it is folded.
  std::function<void(const Record&)> on_record;
  /// Called with all bytes from the start on.
  std::function<void(std::string_view)> on_bytes;

  /// Whether the file is not a ledger: it has no record, but a problem that is strange (Problem).
  bool is_foreign() const { return records_ == 0 && strangers_ > 0; }
  std::size_t records() const { return records_; }
  /// Whether the file ended with a complete line, so that a later read can resume after it.
  bool is_resumable() const { return resumable_; }
  /// The position at which the read ended.
  Start end() const { return end_; }
  /// Up to 4 KiB before the start, and before the end.
  const std::string& before() const { return before_; }
  const std::string& ending() const { return ending_; }

 private:
  void take(const Record& record, LineRef line);
  void note(const Problem& problem);

  Fold& fold_;
  ReadReport& report_;
  std::size_t records_ = 0;
  std::size_t strangers_ = 0;
  bool resumable_ = false;
  Start end_;
  std::string before_;
  std::string ending_;
};

/// Reads a ledger with `reader`, and its conflict copies into the same fold. False when there is no
/// ledger.
Result<bool> read_into(Fold& fold, ReadReport& report, Files& files, const std::string& path,
                       LedgerReader& reader);

}  // namespace connect::store
