// Pages of `people`, `notice` and `ask`, and the bank of suggestions.
#include <algorithm>
#include <cctype>
#include <cmath>
#include <ranges>

#include "domain/text/cell_width.hpp"
#include "domain/text/counted.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/text/shell_word.hpp"
#include "domain/text/visible.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

/// "resting", "every 14 days, due", or empty without a rhythm.
std::string rhythm_words(const PersonTotals& person, Day today) {
  if (person.facts().resting) return "resting";
  const auto due = due_day(person, today);
  if (!due) return "";
  const std::string every = "every " + counted(person.facts().every_days, "day");
  return every + (*due <= today ? ", due" : ", due " + spoken(*due, today));
}

/// "Maya: every 14 days, resting", or "Mya is now called Maya".
std::string set_words(const PersonSet& said) {
  if (said.renamed) return said.name + " is now called " + *said.renamed;
  std::vector<std::string> settings;
  if (said.every_days)
    settings.push_back(*said.every_days > 0 ? "every " + counted(*said.every_days, "day")
                                            : "no rhythm");
  if (said.resting) settings.emplace_back(*said.resting ? "resting" : "no longer resting");
  if (said.place) settings.push_back("place " + std::string(slug(*said.place)));
  if (said.setting) settings.push_back("setting " + std::string(slug(*said.setting)));
  if (said.reach) settings.push_back(said.reach->empty() ? "no address" : *said.reach);
  if (said.dates && said.dates->empty()) settings.emplace_back("no dates");
  if (said.dates)
    for (const PersonDate& each : *said.dates)
      settings.push_back(each.what + " on " + spoken(each.on));
  return said.name + ": " + enumerated(settings);
}

/// "about every 9 days (hoped: 14), due"; the rhythm alone before the usual gap is known.
std::string gap_words(const PersonTotals& person, Day today) {
  const auto median = median_gap_days(person, today);
  if (!median) return rhythm_words(person, today);
  const auto days = std::lround(*median);
  std::string out = "about every " + (days == 1 ? "day" : counted(days, "day"));
  const PersonFacts facts = person.facts();
  if (facts.every_days > 0) out += " (hoped: " + std::to_string(facts.every_days) + ")";
  if (facts.resting) return out + ", resting";
  const auto due = due_day(person, today);
  return due && *due <= today ? out + ", due" : out;
}

/// "12 times this year".
std::string this_year_words(const std::vector<EntryText>& entries, Day today) {
  const auto times = std::ranges::count_if(entries, [&](const EntryText& entry) {
    return civil(entry.said.day).year == civil(today).year;
  });
  return times == 0 ? "not this year" : counted(times, "time") + " this year";
}

/// The first line of a card: the name, the last act, how often and how regularly.
Page card_heading(const PersonTotals& person, const std::vector<EntryText>& entries, Day today) {
  Page page;
  constexpr std::size_t widest = 24;
  constexpr std::string_view gap_after_name = "  ";
  const bool fits = cells(visible(person.name)) <= widest;
  if (!fits) page.line({{person.name, Style::strong}}, 2);
  std::vector<std::string> facts;
  if (entries.empty()) {
    facts.emplace_back("nothing logged yet");
  } else {
    const Logged& last = entries.front().said;
    std::string done = done_phrase(last.act, "");
    done[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(done[0])));
    facts.push_back(done + ", " + spoken(last.day, today));
    facts.push_back(this_year_words(entries, today));
  }
  if (const std::string gap = gap_words(person, today); !gap.empty()) facts.push_back(gap);
  std::vector<Span> spans = {{fits ? person.name : "", Style::strong, label_width - 2}};
  for (const auto& fact : facts) {
    spans.push_back({std::string(spans.size() == 1 ? gap_after_name : " · ")});
    spans.push_back({fact, Style::plain, 0, true});
  }
  page.line(std::move(spans), label_width);
  return page;
}

/// The first line of a text, cut to fit beside a label, and its day.
Page dated_line(std::string_view name, std::string_view text, Day day, Day today, int columns) {
  const std::string when = " (" + spoken(day, today) + ")";
  const int room = std::max(columns - label_width - static_cast<int>(when.size()), label_width);
  const std::string line = visible(text.substr(0, text.find('\n')));
  Page page;
  page.line({label(name), {clipped(line, static_cast<std::size_t>(room))}, {when, Style::quiet}},
            label_width);
  return page;
}

/// The dates of a person, the next one first, and what else is set for them.
Page details_lines(const PersonTotals& person, Day today) {
  std::vector<PersonDate> dates;
  for (const KnownDate& each : person.details.dates) dates.push_back(each.date);
  std::ranges::sort(dates, {}, [&](const PersonDate& each) { return next_on(each.on, today); });
  int width = 0;
  for (const PersonDate& each : dates)
    width = std::max(width, static_cast<int>(spoken(each.on).size()) + 2);
  Page page;
  for (const PersonDate& each : dates)
    page.line({label(&each == dates.data() ? "Dates" : ""),
               {spoken(each.on), Style::plain, width},
               {each.what}},
              label_width + width);
  const PersonFacts facts = person.facts();
  if (facts.place != Place::any)
    page.line({label("Place"), {std::string(slug(facts.place))}}, label_width);
  if (facts.setting != Setting::any)
    page.line({label("Setting"), {std::string(slug(facts.setting))}}, label_width);
  if (!person.details.reach.empty())
    page.line({label("Reach"), {person.details.reach}}, label_width);
  return page;
}

/// Kindnesses or follow-ups: the day, the person, what `marks` returns, and the text below.
template <class Note, class Marks>
Page notes_by_day(const std::vector<Note>& notes, Act act, Day today, Marks marks) {
  int when = 0;
  for (const auto& each : notes)
    when = std::max(when, static_cast<int>(spoken(each.day, today).size()) + 2);
  Page page;
  Day last{INT32_MIN};
  for (const auto& each : notes) {
    std::vector<Span> spans = {
        {each.day == last ? "" : spoken(each.day, today), Style::quiet, when},
        {each.person, style_of(act)}};
    for (Span& mark : marks(each)) spans.push_back(std::move(mark));
    page.line(std::move(spans), when);
    page.append(note_lines(each.text, when));
    last = each.day;
  }
  return page;
}

}  // namespace

Page person_set_page(const PersonSet& said, std::span<const PersonTotals* const> row, Day today,
                     int columns) {
  Page page;
  page.line({{set_words(said)}, {"   "}, undo_hint()}, 2);
  if (!row.empty()) page.append(people_page(row, today, columns));
  return page;
}

Page people_page(std::span<const PersonTotals* const> people, Day today, int columns) {
  Page page;
  if (people.empty()) {
    page.line("No people yet; to name someone: connect log thank @Maya");
    return page;
  }
  const auto last_words = [&](const PersonTotals& person) {
    return person.met.last() ? ago(person.met.last()->day, today) : "not yet";
  };
  std::size_t width = 0, last_width = 0;
  for (const auto* person : people) {
    width = std::max(width, cells(visible(person->name)));
    last_width = std::max(last_width, last_words(*person).size());
  }
  const std::size_t longest = columns < 60 ? 14 : 24;
  const int name_width = static_cast<int>(std::min(width, longest)) + 2;
  for (const PersonTotals* each : people) {
    const PersonTotals& person = *each;
    const bool fits = cells(visible(person.name)) <= longest;
    if (!fits) page.line({{person.name, Style::strong}}, 2);
    page.line({{fits ? person.name : "", Style::strong, name_width},
               {std::to_string(person.entries), Style::plain, -4},
               {"  "},
               {last_words(person), Style::plain, static_cast<int>(last_width)},
               {"  "},
               {rhythm_words(person, today), Style::quiet, 0, true}},
              2);
  }
  return page;
}

Page rhythms_page(std::span<const PersonTotals* const> people, Day today) {
  Page page;
  if (people.empty()) {
    page.line(
        "Nobody was met four times yet; a rhythm can be set all the same: connect people set "
        "Maya --every 14d");
    return page;
  }
  std::size_t width = 0;
  for (const auto* person : people) width = std::max(width, cells(visible(person->name)));
  constexpr std::size_t longest = 24;
  const int name_width = static_cast<int>(std::min(width, longest)) + 2;
  for (const auto* person : people) {
    const auto days = std::max(1L, std::lround(*median_gap_days(*person, today)));
    page.line({{person->name, Style::strong, name_width}, {gap_words(*person, today)}}, name_width);
    if (person->facts().every_days != days)
      page.line({{"", Style::plain, name_width},
                 {"connect people set " + shell_word(person->name) + " --every " +
                      std::to_string(days) + "d",
                  Style::quiet}},
                name_width);
  }
  return page;
}

Page card_page(const PersonTotals& person, const std::vector<EntryText>& entries,
               const std::vector<NoticedKindness>& kindnesses, const std::vector<FollowUp>& asks,
               Day today, int columns) {
  constexpr std::size_t most_entries = 5, most_open = 3;
  const std::size_t shown = std::min(entries.size(), most_entries);
  const std::size_t earlier = entries.size() - shown;
  const auto has_note = [](const EntryText& entry) { return !entry.said.note.empty(); };
  Page page = card_heading(person, entries, today);
  // A note among the entries below is not shown twice.
  const auto noted = std::ranges::find_if(entries, has_note);
  if (noted != entries.end() && noted - entries.begin() >= static_cast<std::ptrdiff_t>(shown))
    page.append(dated_line("Last note", noted->said.note, noted->said.day, today, columns));
  for (const auto& each : asks)
    page.append(dated_line(&each == asks.data() ? "Ask" : "", each.text, each.day, today, columns));
  std::size_t open = 0;
  for (const auto& each : kindnesses | std::views::reverse)
    if (!each.thanked && open++ < most_open)
      page.append(dated_line(open == 1 ? "Kindness" : "", each.text, each.day, today, columns));
  page.append(details_lines(person, today));
  if (entries.empty()) return page;
  page.blank();
  page.append(list_page({entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(shown)}, 0,
                        today, columns));
  if (earlier > 0)
    page.line({{counted(static_cast<std::int64_t>(earlier), "earlier entry", "earlier entries") +
                    "; connect list " + shell_word("@" + person.name) + " shows all",
                Style::quiet}},
              2);
  return page;
}

Page written_page(const std::string& person, const std::string& url) {
  Page page;
  page.line({{"Opened "}, {url, Style::strong}, {" for " + person}}, 2);
  return page;
}

Page noticed_page(const Noticed& said, Day today) {
  return confirmed({kindness_words(said), Style::thank}, spoken(said.day, today));
}

Page kindnesses_page(const std::vector<NoticedKindness>& kindnesses, Day today) {
  if (kindnesses.empty()) {
    Page page;
    page.line("No kindness noticed yet; to note one: connect notice @Sam stayed late to help");
    return page;
  }
  return notes_by_day(kindnesses, Act::thank, today, [](const NoticedKindness& each) {
    return std::vector<Span>{{each.thanked ? "  thanked since" : "", Style::quiet, 0, true}};
  });
}

Page asked_page(const Asked& said, Day today) {
  Page page = confirmed({follow_up_words(said), style_of(Act::check_in)}, spoken(said.day, today));
  page.append(note_lines(said.note, 2));
  return page;
}

Page asks_page(const std::vector<FollowUp>& asks, Day today) {
  if (asks.empty()) {
    Page page;
    page.line("No follow-ups; to note one: connect ask @Maya friday how the interview went");
    return page;
  }
  return notes_by_day(asks, Act::check_in, today, [](const FollowUp& each) {
    return std::vector<Span>{{each.state == FollowUp::State::due ? "  due" : ""},
                             {"  " + short_id(each.id), Style::quiet, 0, true}};
  });
}

Page closing_lines(const std::vector<std::string>& closed, const Asked* ask, Day today) {
  Page page;
  for (const auto& text : closed)
    page.line({{"  closes: " + text.substr(0, text.find('\n')), Style::quiet}}, 10);
  if (ask != nullptr)
    page.line({{"  " + follow_up_words(*ask) + " · " + spoken(ask->day, today) + ": " + ask->note,
                Style::quiet}},
              4);
  return page;
}

Page bank_page(std::span<const Suggestion> items) {
  Page page;
  for (const Suggestion& item : items) {
    std::string id(item.id);
    if (uuid_from_text(id)) id = short_id(id);
    std::vector<Span> spans = {{id, style_of(item.act), 14}, {std::string(item.text)}};
    if (built_in_suggestion(item.id) == nullptr)
      spans.push_back({"  yours", Style::quiet, 0, true});
    page.line(std::move(spans), 14);
  }
  return page;
}

Page suggestion_added_page(const Suggestion& item) {
  Page page = confirmed({heading(item.act), style_of(item.act)}, "from tomorrow on");
  page.append(note_lines(item.text, 2));
  page.append(note_lines(item.hint, 2));
  return page;
}

Page own_suggestions_page(std::span<const Suggestion> items) {
  Page page;
  constexpr int act_width = 10;
  if (items.empty())
    page.line(
        "No suggestions of your own; to add one: connect suggest listen 'Ask {someone} how the "
        "garden is'");
  for (const Suggestion& item : items) {
    page.line({{std::string(slug(item.act)), style_of(item.act), act_width},
               {std::string(item.text)},
               {"  " + short_id(std::string(item.id)), Style::quiet, 0, true}},
              act_width);
    page.append(note_lines(item.hint, act_width));
  }
  return page;
}

}  // namespace connect::render
