// Readers for the log of harsh, `2025-01-01 : Code review : y : Reviewed 3 PRs : 3`, and for that
// of habitctl, whose three fields are separated by tabs. In both a line that begins with # is a
// comment.
#include <optional>

#include "store/import/readers.hpp"

namespace connect::store {
namespace {

using Parts = std::vector<std::string_view>;

Parts split(std::string_view line, std::string_view separator) {
  Parts parts;
  while (true) {
    const auto end = line.find(separator);
    parts.push_back(trimmed_spaces(line.substr(0, end)));
    if (end == line.npos) return parts;
    line.remove_prefix(end + separator.size());
  }
}

std::optional<Row::Said> said_by(std::string_view word) {
  if (word == "y" || word == "Y") return Row::Said::done;
  if (word == "n" || word == "N") return Row::Said::missed;
  if (word == "s" || word == "S") return Row::Said::skipped;
  return std::nullopt;
}

/// The comment, which may contain the separator, and after it the amount: the last field if it is a
/// number.
std::string note_of(const Parts& parts) {
  double number = 0;
  const bool has_amount = parts.size() > 4 && reads_number(parts.back(), number);
  std::string comment;
  for (std::size_t i = 3; i < parts.size() - (has_amount ? 1 : 0); ++i)
    comment.append(comment.empty() || parts[i].empty() ? "" : " : ").append(parts[i]);
  return with_amount(comment, has_amount && number != 0 ? parts.back() : "");
}

void take_harsh_line(std::string place, const Parts& parts, Harvest& harvest) {
  const std::string habit(parts.size() > 1 ? parts[1] : "");
  const auto day = day_from_iso(parts[0]);
  const auto said = parts.size() > 2 ? said_by(parts[2]) : std::nullopt;
  std::string why;
  if (!said) why = "the outcome is neither y, n nor s";
  if (!day) why = "the day is not a date such as 2026-11-23";
  if (parts.size() < 3) why = "not a day, a habit and y, n or s";
  if (!why.empty()) return harvest.refuse(std::move(place), why, habit);
  harvest.add({std::move(place), *day, habit, *said, note_of(parts), {}, {}, ""});
}

void read_log(Sources sources, Harvest& harvest, std::string_view separator) {
  std::string padded;
  for (const Source& source : sources)
    each_line(source.text, [&](std::size_t number, std::string_view line) {
      // The space restores one that an editor has removed from an empty last field.
      if (!line.starts_with('#'))
        take_harsh_line(place_in(source, number), split(padded.assign(line).append(" "), separator),
                        harvest);
    });
}

}  // namespace

void read_harsh(Sources sources, Harvest& harvest) { read_log(sources, harvest, " : "); }
void read_habitctl(Sources sources, Harvest& harvest) { read_log(sources, harvest, "\t"); }

}  // namespace connect::store
