#include "render/ics.hpp"

#include <fmt/format.h>

#include "domain/ledger/id.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/utf8.hpp"
#include "domain/text/visible.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr std::size_t longest_line = 75;  // octets without the line end (RFC 5545, 3.1)

/// A TEXT value (RFC 5545, 3.3.11): a line feed becomes \n, backslash, semicolon and comma are
/// escaped, and hidden characters are made visible.
std::string value(std::string_view text) {
  std::string out;
  while (true) {
    const auto end = text.find('\n');
    for (char c : visible(text.substr(0, end)))
      out.append(c == '\\' || c == ';' || c == ',' ? "\\" : "").append(1, c);
    if (end == text.npos) return out;
    out += "\\n";
    text.remove_prefix(end + 1);
  }
}

/// Appends one content line, folded at 75 octets, but never inside a UTF-8 character.
void add_line(std::string& out, std::string_view line) {
  std::size_t room = longest_line;
  while (line.size() > room) {
    const std::size_t end = character_end(line, room);
    out.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = longest_line - 1;  // after the leading space
  }
  out.append(line).append("\r\n");
}

/// "20261123".
std::string compact(Day day) {
  const Civil date = civil(day);
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

/// "20261123T211405Z".
std::string utc(const Instant& at) {
  const Instant there{at.seconds, 0};
  const int second = local_second(there);
  return fmt::format("{}T{:02}{:02}{:02}Z", compact(local_day(there)), second / 3600,
                     second / 60 % 60, second % 60);
}

void add_event(std::string& out, const EntryText& entry) {
  const Logged& said = entry.said;
  add_line(out, "BEGIN:VEVENT");
  add_line(out, "UID:" + value(entry.id));
  add_line(out, "DTSTAMP:" + utc(entry.at));
  add_line(out, "DTSTART;VALUE=DATE:" + compact(said.day));
  add_line(out, "SUMMARY:" + value(act_text(said)));
  if (!said.note.empty()) add_line(out, "DESCRIPTION:" + value(said.note));
  std::string categories = "CATEGORIES:" + value(slug(said.act));
  for (const auto& tag : said.tags) categories.append(",").append(value(tag));
  add_line(out, categories);
  add_line(out, "CLASS:PRIVATE");
  add_line(out, "TRANSP:TRANSPARENT");
  add_line(out, "END:VEVENT");
}

/// A date of a person. Without its year it begins in 2000, a leap year. 29 February is the last day
/// of February (RFC 5545, 3.3.10), as in years without it.
void add_date(std::string& out, const PersonTotals& person, const KnownDate& known) {
  const auto& [date, since] = known;
  const bool is_leap_day = date.on.month == 2 && date.on.day == 29;
  const int year = date.on.year == 0 ? 2000 : date.on.year;
  const auto number = hash_of(iso(date.on), hash_of(fold_key(person.name)));
  add_line(out, "BEGIN:VEVENT");
  add_line(out, fmt::format("UID:date-{:016x}", number));
  add_line(out, "DTSTAMP:" + compact(since) + "T000000Z");
  add_line(out,
           fmt::format("DTSTART;VALUE=DATE:{:04}{:02}{:02}", year, date.on.month, date.on.day));
  add_line(out, is_leap_day ? "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "RRULE:FREQ=YEARLY");
  add_line(out, "SUMMARY:" + value(person.name + ": " + date.what));
  add_line(out, "CLASS:PRIVATE");
  add_line(out, "TRANSP:TRANSPARENT");
  add_line(out, "END:VEVENT");
}

}  // namespace

std::string calendar_ics(const std::vector<EntryText>& entries,
                         std::span<const PersonTotals* const> people) {
  std::string out;
  add_line(out, "BEGIN:VCALENDAR");
  add_line(out, "VERSION:2.0");
  add_line(out, "PRODID:-//connect//connect//EN");
  for (const EntryText& entry : entries) add_event(out, entry);
  for (const PersonTotals* person : people)
    for (const KnownDate& date : person->details.dates) add_date(out, *person, date);
  add_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace connect::render
