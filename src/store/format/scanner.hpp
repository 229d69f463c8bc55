// Cuts the bytes of a ledger into records. Normally a line is a record; but the file is the user's
// own, so what editors, jq, git and power cuts make of it is read as well: objects spread over
// several lines, a top-level array, NULs, CR and BOM around a line, conflict markers, a torn tail.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "store/format/codec.hpp"

namespace connect::store {

enum class Damage : std::uint8_t {
  bad_line,  // kept in the file, skipped
  torn,      // an unfinished last line
  marker,    // a git conflict marker; both sides are taken
  foreign,   // JSON, but no record of a ledger
};

struct Problem {
  Damage damage = Damage::bad_line;
  std::size_t line = 0;  // from 1
  std::string reason;
  std::size_t last_line = 0;  // the last one that is part of it

  /// Whether it shows that the file may be something else than a ledger.
  bool is_strange() const;
};

/// How a record stands in the file.
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

  /// `first_line`: the number of the line with which the bytes begin.
  Scanner(OnRecord on_record, OnProblem on_problem, std::size_t first_line = 1)
      : on_record_(std::move(on_record)),
        on_problem_(std::move(on_problem)),
        line_number_(first_line) {}

  /// Asked of lines that hold a whole object: those for which it is true are passed over unread.
  std::function<bool(std::string_view)> passes_over;
  /// Called before a record is handed on, with its text.
  OnText on_text;

  /// Takes the next bytes of the file, cut anywhere.
  void feed(std::string_view bytes);
  /// Takes the end of the file: what is unfinished now is torn.
  void finish();
  /// Nothing is unfinished: what comes next can be read without what came before.
  bool is_between_lines() const { return pending_.empty() && open_.empty() && !skipping_; }
  std::size_t line_number() const { return line_number_; }

 private:
  struct Braces {  // where in a JSON object the scan stands
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
  std::string open_;     // an object that goes on over lines
  Braces braces_;        // where open_ stands
  std::size_t open_line_ = 0;
  std::size_t line_number_;
  Decoded decoded_;        // the latest, whose room the next one takes
  bool array_ = false;     // a line too long to hold is an array of records
  bool hollow_ = false;    // and so far it has none
  bool skipping_ = false;  // inside an overlong line that is none
};

}  // namespace connect::store
