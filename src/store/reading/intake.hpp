// One file of records on its way into a fold, with an account of what was odd about it and of
// where it ended, so that a later reading can go on from there.
#pragma once

#include <array>
#include <functional>
#include <string>

#include "domain/ledger/fold.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::store {

/// The first halves of the latest UUIDs of version 7, in order, zeros before them. Writers who wait
/// for each other append in another order than they began in, so the newest alone would not tell
/// what is new; of thirty writers a starved one is overtaken by a hundred records.
using LatestIds = std::array<std::uint64_t, 256>;

/// The latest of what was read: a record that is not later could change what is settled.
struct Marks {
  LatestIds ids{};
  Stamp rest;    // of records of rests
  Stamp person;  // of records of people
};

/// Whether this id says when it was made.
bool is_dated(const std::string& id);
void raise(Marks& marks, const Record& record);
/// Whether certainly none of this id was read, nor a correction that may wait for it.
bool is_new(const Marks& marks, const Record& record);

inline constexpr std::uint64_t ending_size = 4096;

/// Where in a file a reading begins: at the start of a line.
struct Start {
  std::uint64_t byte = 0;
  std::size_t line = 1;  // its number
};

class Intake {
 public:
  Intake(Fold& fold, Account& account) : fold_(fold), account_(account) {}

  Result<bool> read(Files& files, const std::string& path, Start start = {});

  /// Asked of lines, which are passed over unread if it is true.
  std::function<bool(std::string_view)> passes_over;
  /// Called with every record before it is folded.
  std::function<void(const Record&)> on_record;
  /// Gets all bytes from the start on.
  std::function<void(std::string_view)> on_bytes;

  /// Nothing in it was a record, yet something was there besides our own unfinished line.
  bool is_foreign() const { return records_ == 0 && strangers_ > 0; }
  std::size_t records() const { return records_; }
  /// The file ended with a whole line, so that reading can go on after it.
  bool is_resumable() const { return resumable_; }
  /// Where the reading ended.
  Start end() const { return end_; }
  /// The last 4 KiB before the start, and before the end.
  const std::string& before() const { return before_; }
  const std::string& ending() const { return ending_; }

 private:
  void take(const Record& record);
  void note(const Problem& problem);

  Fold& fold_;
  Account& account_;
  std::size_t records_ = 0;
  std::size_t strangers_ = 0;
  bool resumable_ = false;
  Start end_;
  std::string before_;
  std::string ending_;
};

/// Reads a ledger and the conflict copies beside it; `intake` is for the ledger itself.
Result<bool> read_into(Fold& fold, Account& account, Files& files, const std::string& path,
                       Intake& intake);

}  // namespace connect::store
