// What a reader of another program's file finds there: rows that say of a day and a habit what was
// done, records that are ready for the ledger, and rows that cannot be taken. Readers only add;
// what is too long, or lies in the future, is refused here for all of them.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "connect/record.hpp"
#include "connect/result.hpp"

namespace connect::store {

/// One file, and of which habit it tells where it does not say so itself.
struct Source {
  std::string name;
  std::string text;
  std::string habit;
};

struct Row {
  enum class Said : std::uint8_t { done, missed, skipped };
  std::string place;  // "log.txt line 3"
  Day day;
  std::string habit;
  Said said = Said::done;
  std::string note;
  std::vector<std::string> with;
  std::vector<std::string> tags;
  /// Tells habits of one name apart where the file can: rows of one habit and day replace each
  /// other, done days of two habits are united.
  std::string origin;
};

/// A record of our own, and its line as it shall stand in the ledger.
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
  /// `latest`: a day after it is in the future. `moment_of`: what stands for an hour nobody noted.
  /// `is_left_out`: whether the user wants nothing of a habit, so that its bad rows do not matter.
  Harvest(Day latest, std::function<Instant(Day)> moment_of_day,
          std::function<bool(const std::string&)> is_left_out = {})
      : moment_of(std::move(moment_of_day)),
        latest_(latest),
        is_left_out_(std::move(is_left_out)) {}

  /// Takes names without blanks at their ends; a blank name is nobody.
  void add(Row row);
  void add(std::string place, ReadyRecord ready);
  /// Notes a row that cannot be taken. `habit`: of which it tells; empty when that is unknown.
  void refuse(std::string place, std::string reason, const std::string& habit = "");
  bool leaves_out(const std::string& habit) const;

  const std::function<Instant(Day)> moment_of;
  std::vector<Row> rows;
  std::vector<ReadyRecord> records;
  std::vector<BadRow> bad;  // the first few
  std::size_t bad_count = 0;
  std::set<std::string> left_out;  // habits of which bad rows did not matter

 private:
  Day latest_;
  std::function<bool(const std::string&)> is_left_out_;
};

/// The names, tidied; those that are blank are left out.
std::vector<std::string> tidied_names(const std::vector<std::string>& names);

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

std::string_view trimmed_spaces(std::string_view text);
/// Whether the text is a number such as 3, -1, 2.5 or -2.15E+09; its value goes to `value`.
bool reads_number(std::string_view text, double& value);
/// The comment with the amount behind it, where there is one: "Reviewed some (3)".
std::string with_amount(std::string_view comment, std::string_view amount);

}  // namespace connect::store
