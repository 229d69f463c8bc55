// Checks every line of a ledger in one pass, for `doctor`: lines that cannot be parsed, records
// with an unusual layout, and records that contradict each other or refer to missing ones.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "domain/ledger/fold.hpp"
#include "domain/ledger/id.hpp"
#include "domain/outcome/finding.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::store {

class LineCheck {
 public:
  LineCheck(const Instant& now, Day today);

  void feed(std::string_view bytes);
  void finish();
  /// Adds the record ids of another file, so that corrections of them are not reported as waiting.
  /// Nothing is reported about that file.
  void know_also(Files& files, const std::string& path);

  /// Ends the check. Findings are in the order of their lines.
  std::vector<Finding> findings();
  /// Corrections, rests and person settings that count and are dated more than two days ahead: they
  /// win over everything recorded until then. In the order of their stamps; valid after `findings`.
  const std::vector<Record>& ahead() const { return ahead_; }
  bool has(const std::string& id) const { return records_.contains(id_from_text(id)); }
  /// False when the file has no records but something else.
  bool is_ledger() const { return !records_.empty() || strangers_ == 0; }
  bool is_empty() const { return bytes_ == 0; }
  /// Whether each record is alone on its line, and nothing else is in the file.
  bool is_tidy() const { return is_tidy_; }
  /// Number of entries that are not removed; valid after `findings`.
  std::size_t entries() const { return entries_; }

 private:
  struct Known {
    std::uint64_t content = 0;
    std::size_t line = 0;
    bool is_entry = false;
  };
  struct Reference {
    std::string ref;
    std::size_t line = 0;
    bool forgotten = false;
  };

  void take(const Record& record);
  void take(const Problem& problem);
  void note_future(const Record& record);
  static bool is_rival(const Record& record);
  void settle();
  void say(std::string kind, std::size_t line, std::string message, std::string remedy,
           bool is_note = false);

  Instant now_;
  Day today_;
  Scanner scanner_;
  Fold corrections_;      // of the corrections only: which records are removed
  std::size_t line_ = 0;  // of the record that comes next
  std::size_t bytes_ = 0;
  std::size_t entries_ = 0;
  std::size_t strangers_ = 0;                  // problems that suggest another kind of file
  std::size_t padded_ = 0, first_padded_ = 0;  // number of such records, line of the first
  std::size_t spread_ = 0, first_spread_ = 0;  // likewise
  bool is_tidy_ = true;
  std::unordered_map<Id, Known, IdHash> records_;
  std::vector<Reference> references_;
  std::vector<std::pair<Record, std::size_t>> dated_ahead_;  // with their lines
  std::vector<Record> ahead_;
  std::vector<Finding> found_;
};

}  // namespace connect::store
