#include "render/ics.hpp"

#include <fmt/format.h>

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
    std::size_t end = room;
    while ((static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) --end;
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

}  // namespace

std::string entries_ics(const std::vector<EntryText>& entries) {
  std::string out;
  add_line(out, "BEGIN:VCALENDAR");
  add_line(out, "VERSION:2.0");
  add_line(out, "PRODID:-//connect//connect//EN");
  for (const EntryText& entry : entries) add_event(out, entry);
  add_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace connect::render
