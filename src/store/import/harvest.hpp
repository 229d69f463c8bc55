// What the readers of import formats produce: rows, each with the outcome of a habit on a day,
// records that are ready for the ledger, and rows that were refused. Readers only add; text that is
// too long and days in the future are refused here, for all formats.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "connect/record.hpp"
#include "connect/result.hpp"

namespace connect::store {

/// One input file. `habit`: the habit of all its rows, if the file itself does not name one.
struct Source {
  std::string name;
  std::string text;
  std::string habit;
};

/// What was done for a habit on a day.
struct Row {
  enum class Said : std::uint8_t { done, missed, skipped };
  std::string place;  // "log.txt line 3"
  Day day;
  std::string habit;
  Said said = Said::done;
  std::string note;
  std::vector<std::string> with;
  std::vector<std::string> tags;
  /// Tells habits with the same name apart, where the file can. Of rows with the same habit, day
  /// and origin the last one counts; done rows that differ in origin only are merged.
  std::string origin;
};

/// A record of connect's own format, and the line to append for it.
struct ReadyRecord {
  Record record;
  std::string line;
};

struct BadRow {
  std::string place;
  std::string reason;
};

class Harvest {
 public:
  /// `latest`: later days are in the future. `moment_of_day`: the moment for a day without a
  /// recorded time. `is_left_out`: whether the user skips a habit, so that its bad rows do not
  /// matter.
  Harvest(Day latest, std::function<Instant(Day)> moment_of_day,
          std::function<bool(const std::string&)> is_left_out = {})
      : moment_of(std::move(moment_of_day)),
        latest_(latest),
        is_left_out_(std::move(is_left_out)) {}

  /// Adds a row, or refuses it. Names are tidied, and blank ones are dropped.
  void add(Row row);
  /// Adds a record, or refuses it for its id, its size or its day.
  void add(std::string place, ReadyRecord ready);
  /// Refuses a row; if its habit is left out, only the habit is noted. `habit`: empty if unknown.
  void refuse(std::string place, std::string reason, const std::string& habit = "");
  bool leaves_out(const std::string& habit) const;

  const std::function<Instant(Day)> moment_of;
  std::vector<Row> rows;
  std::vector<ReadyRecord> records;
  std::vector<BadRow> bad;  // the first three
  std::size_t bad_count = 0;
  std::set<std::string> left_out;  // habits whose bad rows were ignored

 private:
  Day latest_;
  std::function<bool(const std::string&)> is_left_out_;
};

/// The names, tidied, without blank ones.
std::vector<std::string> tidied_names(const std::vector<std::string>& names);

/// "log.txt line 3".
std::string place_in(const Source& source, std::size_t line);

/// Calls on_line(number, text) for each line that is not blank, without its line end.
template <class OnLine>
void each_line(std::string_view text, OnLine on_line) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") != line.npos) on_line(number, line);
  }
}

/// The text without spaces and tabs at its ends.
std::string_view trimmed_spaces(std::string_view text);
/// Parses a number such as 3, -1, 2.5 or -2.15E+09 into `value`; false for any other text.
bool reads_number(std::string_view text, double& value);
/// The comment, followed by the amount if there is one: "Reviewed some (3)".
std::string with_amount(std::string_view comment, std::string_view amount);

}  // namespace connect::store
