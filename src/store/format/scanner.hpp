// Splits the bytes of a ledger into records. Normally a line is a record, but users edit the file,
// so what editors, jq, git and power failures leave in it is parsed as well: objects over several
// lines, a top-level array, NULs, CR and BOM around a line, conflict markers, a torn last line. The
// bytes arrive in chunks; no more than an unfinished line or object is held, and a line longer than
// 1 MiB is skipped unless it is an array.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "domain/ledger/ledger.hpp"
#include "store/format/codec.hpp"

namespace connect::store {

enum class Damage : std::uint8_t {
  bad_line,  // kept in the file, skipped
  torn,      // an unfinished last line
  marker,    // a git conflict marker; the records of both sides count
  foreign,   // JSON, but not a ledger record
};

struct Problem {
  Damage damage = Damage::bad_line;
  std::size_t line = 0;  // its first line, from 1
  std::string reason;
  std::size_t last_line = 0;  // its last line

  /// Whether it suggests that the file is not a ledger: it is not a conflict marker, an unfinished
  /// record of ours or an empty array.
  bool is_strange() const;
};

/// The layout of a record in the file.
enum class Shape : std::uint8_t {
  line,    // alone on a line, as it was written
  padded,  // with NULs, spaces, CR or BOM around it
  spread,  // over several lines, in an array, or with others on its line
};

inline constexpr std::size_t longest_line = 1 << 20;  // bytes; a longer one is bad

class Scanner {
 public:
  using OnRecord = std::function<void(const Record&)>;
  using OnProblem = std::function<void(Problem)>;
  using OnText = std::function<void(const Record&, std::string_view text, std::size_t line, Shape)>;

  /// The bytes begin at offset `first_byte` of the file, in the line of number `first_line`.
  Scanner(OnRecord on_record, OnProblem on_problem, std::size_t first_line = 1,
          std::uint64_t first_byte = 0)
      : on_record_(std::move(on_record)),
        on_problem_(std::move(on_problem)),
        line_number_(first_line),
        next_byte_(first_byte) {}

  /// Called with lines that hold one whole object; lines for which it returns true are skipped
  /// without being parsed.
  std::function<bool(std::string_view)> passes_over;
  /// Called before `on_record`, with the text of the record.
  OnText on_text;

  /// Adds the next bytes of the file, split anywhere.
  void feed(std::string_view bytes);
  /// Ends the file and reports what is unfinished: as torn if the last line has no LF or an open
  /// object began on it, else as bad.
  void finish();
  /// Whether nothing is unfinished, so that another scanner can continue from here.
  bool is_between_lines() const { return pending_.empty() && open_.empty() && !skipping_; }
  std::size_t line_number() const { return line_number_; }
  /// Within `on_record`: the place of the record's line; empty if it is not alone on one.
  LineRef record_line() const { return record_line_; }

 private:
  struct Braces {  // state of the brace matching within a JSON object
    int depth = 0;
    bool in_string = false;
    bool escaped = false;
    /// Continues through `text`; the offset just after the object's last brace, or npos.
    std::size_t end_of_object(std::string_view text);
  };

  enum class End : std::uint8_t { of_line, of_file, none };  // what follows a piece of text

  void line(std::string_view text, End end);
  void spread(std::string_view text, End end);
  void objects(std::string_view text, End end);
  void continue_object(std::string_view text, End end);
  void leave_open(End end);
  void take_or_report(std::string_view object, std::size_t line);
  bool take(std::string_view object, std::size_t line, Shape shape);
  void overlong();
  void end_array();
  void drop_open(Damage damage, std::size_t last_line);
  void problem(Damage damage, std::size_t line, std::string reason, std::size_t last_line = 0);

  OnRecord on_record_;
  OnProblem on_problem_;
  std::string pending_;  // the unfinished line
  std::string open_;     // an object that continues over several lines
  Braces braces_;        // the state at the end of open_
  std::size_t open_line_ = 0;
  std::size_t line_number_;
  std::uint64_t next_byte_;       // the offset in the file of the next byte to be fed
  std::uint64_t line_begin_ = 0;  // the offset of the line that is being read
  LineRef record_line_;
  Decoded decoded_;        // the latest; its memory is reused
  bool array_ = false;     // an overlong line is being read, and it is an array
  bool hollow_ = false;    // and no record was found in it yet
  bool skipping_ = false;  // inside an overlong line that is not an array
};

}  // namespace connect::store
