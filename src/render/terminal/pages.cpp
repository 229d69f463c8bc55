#include "render/terminal/pages.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/ledger/id.hpp"
#include "domain/suggest/evidence.hpp"
#include "domain/text/cell_width.hpp"
#include "domain/text/counted.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/time/day_words.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr std::string_view middle_dot = " · ";
// Cells by which a note is indented below its entry, so that it does not look like another one.
constexpr int note_indent = 2;

/// Splits a note into its lines.
std::vector<std::string> lines_of(std::string_view note) {
  std::vector<std::string> lines;
  while (!note.empty()) {
    const auto end = note.find('\n');
    lines.emplace_back(note.substr(0, end));
    note.remove_prefix(end == note.npos ? note.size() : end + 1);
  }
  return lines;
}

std::string tags_text(const Logged& said) {
  std::string out;
  for (const auto& tag : said.tags) out.append(" +").append(tag);
  return out;
}

Page suggestion_lines(const Prompt& prompt) {
  Page page;
  page.line({{heading(prompt.act), style_of(prompt.act)},
             {prompt.person.empty() ? "" : " "},
             {prompt.person.empty() ? "" : "· " + prompt.person, Style::strong, 0, true}},
            2);
  page.line({{"  " + prompt.text}}, 2);
  if (!prompt.hint.empty()) page.line({{"  " + prompt.hint, Style::quiet}}, 2);
  return page;
}

/// Whether the time of the entry was given (--at).
bool has_own_time(const EntryText& entry) {
  constexpr std::int64_t minute = 60;
  const auto written = written_at(entry.id);
  return written && std::abs(entry.at.seconds - *written / 1000) >= minute;
}

std::string resting_words(Day until, Day today) {
  return until == today ? "a rest day: nothing is expected"
                        : "resting until " + spoken(until, today) + ": nothing is expected";
}

}  // namespace

Page legend(const std::vector<std::string>& entries, int indent) {
  std::vector<Span> spans = {{"", Style::plain, indent}};
  for (const auto& entry : entries) {
    if (spans.size() > 1) spans.push_back({"  "});
    spans.push_back({entry, Style::quiet, 0, true});
  }
  Page page;
  page.line(std::move(spans), indent);
  return page;
}

Page note_lines(std::string_view note, int indent) {
  Page page;
  for (const auto& line : lines_of(note)) page.line({{"", Style::plain, indent}, {line}}, indent);
  return page;
}

Page confirmed(Span what, std::string days) {
  Page page;
  page.line(
      {std::move(what), {" · "}, {std::move(days), Style::plain, 0, true}, {"   "}, undo_hint()},
      2);
  return page;
}

std::string short_id(const std::string& id) {
  constexpr std::size_t shown = 6;
  return id.substr(id.size() - std::min(id.size(), shown));
}

Page prompt_page(const Prompt& prompt, bool done, bool with_reason, bool can_be_undone) {
  Page page = suggestion_lines(prompt);
  if (with_reason) page.line({{"  Why: " + prompt.why, Style::quiet}}, 2);
  page.line({{done ? "  done today" : "  when done: connect done", Style::quiet},
             {can_be_undone ? "   " : ""},
             can_be_undone ? undo_hint() : Span{}},
            2);
  return page;
}

Page today_page(const Prompt& prompt, bool done, const Streak& streak,
                const std::vector<EntryText>& logged, const std::vector<std::string>& due,
                const std::vector<std::string>& asks, const std::vector<std::string>& dates) {
  Page page = suggestion_lines(prompt);
  if (done) page.line({{"  done today", Style::quiet}});
  page.blank();
  bool first = true;
  for (const auto& entry : logged) {
    page.line({label(first ? "Logged" : ""), {act_text(entry.said), style_of(entry.said.act)}},
              label_width);
    first = false;
  }
  // Nothing is asked for on a rest day.
  if (first && !streak.rest_until)
    page.line({label("Logged"), {"nothing yet; when done: connect done"}}, label_width);
  if (!due.empty() && !streak.rest_until) page.line({label("Due"), {shortened(due)}}, label_width);
  for (const auto& date : dates)
    page.line({label(&date == dates.data() ? "Today is" : ""), {date}}, label_width);
  if (!asks.empty() && !streak.rest_until)
    page.line({label("Ask"), {shortened(asks)}}, label_width);
  const bool shows_days = streak.of_28 > 1 && streak.last_28 > 0;
  if (streak.lengths.current > 0)
    page.line(
        {label("Streak"),
         {counted(streak.lengths.current, "day"), Style::strong},
         {shows_days ? std::string(middle_dot) : ""},
         {shows_days ? fmt::format("{} of the last {} days", streak.last_28, streak.of_28) : "",
          Style::plain, 0, true}},
        label_width);
  if (streak.state == StreakState::fresh)
    page.line({label("New here"), {"connect --help lists the commands"}}, label_width);
  if (streak.rest_until && first)
    page.line({label("Today"), {resting_words(*streak.rest_until, streak.today)}}, label_width);
  else if (streak.state != StreakState::done && streak.state != StreakState::fresh)
    page.line({label("Today"), {state_words(streak)}}, label_width);
  return page;
}

Page saved_page(const EntryText& entry, std::string_view lead, Day today, int streak,
                bool with_time) {
  Page page;
  page.line({{std::string(lead)},
             {act_text(entry.said), style_of(entry.said.act)},
             {tags_text(entry.said)},
             {std::string(middle_dot)},
             {spoken(entry.said.day, today) + (with_time ? " " + clock_time(entry.at) : ""),
              Style::plain, 0, true},
             {entry.said.note.empty() ? "" : std::string(middle_dot)},
             {entry.said.note.empty() ? "" : "with a note", Style::plain, 0, true},
             {streak > 0 ? std::string(middle_dot) : ""},
             {streak > 0 ? fmt::format("{}-day streak", streak) : "", Style::plain, 0, true},
             {lead.empty() ? "   " : ""},
             lead.empty() ? undo_hint() : Span{}},
            2);
  return page;
}

namespace {

/// An entry below a word of `when` cells, the day or the year: its id, what was done, and its note
/// or what it took up.
Page entry_lines(const EntryText& entry, const std::string& word, int when, int id, int columns) {
  const int text = when + id;
  Page page;
  page.line({{word, Style::quiet, when},
             {short_id(entry.id), Style::quiet, id},
             {act_text(entry.said), style_of(entry.said.act)},
             {tags_text(entry.said), Style::quiet},
             {has_own_time(entry) ? " · " + clock_time(entry.at) : "", Style::quiet, 0, true}},
            text);
  const int indent = text + note_indent;
  page.append(note_lines(entry.said.note, indent));
  if (!entry.said.note.empty() || entry.suggested.empty()) return page;
  const auto room = static_cast<std::size_t>(std::max(columns - indent, 12));
  page.line({{"", Style::plain, indent}, {clipped(entry.suggested, room), Style::quiet}}, indent);
  return page;
}

/// Cells of the widest id and a gap.
int id_width(const std::vector<EntryText>& entries) {
  std::size_t widest = 0;
  for (const auto& entry : entries) widest = std::max(widest, short_id(entry.id).size());
  return static_cast<int>(widest) + 2;
}

}  // namespace

Page list_page(const std::vector<EntryText>& entries, std::size_t earlier, Day today, int columns) {
  Page page;
  const auto day_words = [&](Day day) {
    return spoken(day, today) + (day > today ? " (ahead)" : "");
  };
  constexpr int narrow = 60;  // columns; below, a day has a line of its own
  const bool is_narrow = columns < narrow;
  int when = is_narrow ? note_indent : 0;
  if (!is_narrow)
    for (const auto& entry : entries)
      when = std::max(when, static_cast<int>(day_words(entry.said.day).size()) + 2);
  const int id = id_width(entries);
  Day last{INT32_MIN};
  for (const auto& entry : entries) {
    const Day day = entry.said.day;
    const std::string word = day == last ? "" : day_words(day);
    if (is_narrow && !word.empty()) page.line({{word, Style::quiet}});
    page.append(entry_lines(entry, is_narrow ? "" : word, when, id, columns));
    last = day;
  }
  if (earlier > 0)
    page.line({{fmt::format("{}; --limit 0 shows all", counted(static_cast<std::int64_t>(earlier),
                                                               "earlier entry", "earlier entries")),
                Style::quiet}});
  return page;
}

Page memories_page(const std::vector<EntryText>& entries, const std::string& person,
                   const std::optional<EntryText>& last, Day day, Day today, int columns) {
  constexpr int year_width = 6;
  const Civil date = civil(day);
  const std::string name = fmt::format("{} {}", date.day, month_name(date.month));
  Page page;
  if (entries.empty()) page.line("Nothing was logged on " + name + " in earlier years.");
  if (!entries.empty()) page.line({{name + " in earlier years", Style::strong}});
  const int id = id_width(entries);
  int shown = 0;
  for (const auto& entry : entries) {
    const int year = civil(entry.said.day).year;
    page.append(
        entry_lines(entry, year == shown ? "" : std::to_string(year), year_width, id, columns));
    shown = year;
  }
  if (!last) return page;
  page.blank();
  page.line({{"Last time with " + person, Style::strong}});
  page.append(list_page({*last}, 0, today, columns));
  return page;
}

Page findings_page(std::span<const std::string_view> topics) {
  Page page;
  for (auto topic : topics) {
    if (!page.empty()) page.blank();
    const auto act = act_from_word(topic);
    std::string name = act ? heading(*act) : std::string(topic);
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    page.line({{name, act ? style_of(*act) : Style::strong}});
    for (const ResearchFinding& finding : findings()) {
      if (finding.topic != topic) continue;
      page.line({{"  - " + std::string(finding.claim)}}, 4);
      const std::string doi = finding.doi.empty() ? "" : ", doi " + std::string(finding.doi);
      page.line({{"    " + std::string(finding.source) + doi, Style::quiet}}, 4);
    }
  }
  return page;
}

Page error_page(const Error& error) {
  Page page;
  page.line({{"connect: " + error.message}}, 2);
  if (!error.hint.empty()) page.line({{"  try: " + error.hint}}, 7);
  return page;
}

}  // namespace connect::render
