#include "domain/suggest/occasion.hpp"

#include <array>
#include <cmath>

#include "domain/ledger/id.hpp"
#include "domain/text/counted.hpp"
#include "domain/text/utf8.hpp"

namespace connect {
namespace {

using Kind = Occasion::Kind;

constexpr std::array<std::string_view, 5> kind_words = {"ask", "date", "kindness", "due", "quiet"};

constexpr std::array<std::string_view, 3> ask_hints = {
    "One line is enough. Then leave room for the answer.",
    "Ask, and let them decide how much to tell.",
    "No advice is needed; that you remembered is the gift.",
};
constexpr std::array<std::string_view, 3> date_hints = {
    "One line is enough; nobody counts the words.",
    "Say that you thought of it, and what you remember.",
    "A short message now beats a long one next week.",
};
constexpr std::array<std::string_view, 4> kindness_hints = {
    "Say what it changed for you; plain words are best.",
    "Name the thing itself, then stop; it needs no speech.",
    "A short message counts as much as a spoken word.",
    "Late thanks are welcome thanks; leave out the apology.",
};

/// The first line, cut between two characters if it is long.
std::string first_line(std::string_view text) {
  constexpr std::size_t longest = 160;
  text = text.substr(0, text.find('\n'));
  const std::size_t end = character_end(text, longest);
  return std::string(text.substr(0, end)) + (end < text.size() ? "..." : "");
}

std::string as_sentence(std::string text) {
  if (!text.empty() && std::string_view(".?!").find(text.back()) == std::string_view::npos)
    text += '.';
  return text;
}

constexpr int weeks_from = 28;  // days; from here on silences are counted in weeks

/// "9 days", and from four weeks on "4 weeks".
std::string silence_words(int days) {
  return days >= weeks_from ? counted((days + 3) / 7, "week") : counted(days, "day");
}

/// "every day", "every 10 days"; with `in_weeks` whole weeks as "every 2 weeks".
std::string rhythm_words(int days, bool in_weeks) {
  if (days <= 1) return "every day";
  const bool is_whole = in_weeks && days >= 14 && days % 7 == 0;
  return "every " + (is_whole ? counted(days / 7, "week") : counted(days, "day"));
}

std::string due_why(const PersonTotals& person, Day day) {
  const int every = person.facts_on(day).every_days;
  const auto last = person.met.until(day - 1);
  // A correction, or a sync, may have taken the reason away since.
  if (every <= 0) return person.name + " was due when this was suggested.";
  const int silence = last ? day - last->day : 0;
  const std::string hoped = "; you hoped for " + rhythm_words(every, silence >= weeks_from) + ".";
  if (!last) return person.name + ": no entry yet" + hoped;
  return person.name + ": " + silence_words(silence) + " since your last entry" + hoped;
}

std::string quiet_why(const PersonTotals& person, Day day) {
  const auto last = person.met.until(day - 1);
  const auto gap = median_gap_days(person, day - 1);
  if (!last || !gap) return person.name + " had been quiet for long when this was suggested.";
  const int days = static_cast<int>(std::lround(*gap));
  return "You and " + person.name + " were in touch about " + rhythm_words(days, true) +
         "; the last entry is " + silence_words(day - last->day) + " old.";
}

}  // namespace

std::string_view slug(Kind kind) {
  return kind == Kind::none ? "" : kind_words[static_cast<std::size_t>(kind)];
}

Kind occasion_from_word(std::string_view word) {
  for (std::size_t i = 0; i < kind_words.size(); ++i)
    if (word == kind_words[i]) return static_cast<Kind>(i);
  return Kind::none;
}

bool makes_suggestion(Kind kind) {
  return kind == Kind::ask || kind == Kind::date || kind == Kind::kindness;
}

std::string occasion_text(Kind kind, const std::string& person, std::string_view words) {
  const std::string lead = kind == Kind::ask        ? "Ask " + person
                           : kind == Kind::kindness ? "Thank " + person
                                                    : "Send " + person + " a line today";
  const std::string line = first_line(words);
  if (kind == Kind::date && is_birthday(line)) return "Wish " + person + " a happy birthday.";
  if (kind == Kind::date && !line.empty()) return lead + " (" + line + ").";
  return as_sentence(line.empty() ? lead : lead + ": " + line);
}

std::string_view occasion_hint(Kind kind, Day day) {
  const auto number = mixed(static_cast<std::uint64_t>(day.number));
  if (kind == Kind::ask) return ask_hints[number % ask_hints.size()];
  if (kind == Kind::date) return date_hints[number % date_hints.size()];
  return kindness_hints[number % kindness_hints.size()];
}

std::string occasion_why(const Occasion& occasion, std::string_view words, Day day, int day_start) {
  const PersonTotals& person = *occasion.person;
  const std::string line = first_line(words);
  const auto when = [&](Day other) { return spoken(other, day); };
  switch (occasion.kind) {
    case Kind::ask:
      if (occasion.note == nullptr) return "You wanted to ask " + person.name + " something.";
      return "You wanted to ask " + person.name + " " + (line.empty() ? "something" : line) +
             " (noted " + when(occasion.note->made(day_start)) + ").";
    case Kind::date:
      if (is_birthday(line)) return "Today is " + person.name + "'s birthday.";
      return as_sentence("Today is a day to remember with " + person.name +
                         (line.empty() ? "" : ": " + line));
    case Kind::kindness:
      if (occasion.note == nullptr) return "You noticed a kindness by " + person.name + ".";
      return as_sentence("On " + when(occasion.note->day) + " you noticed: " + person.name + " " +
                         line);
    case Kind::due: return due_why(person, day);
    case Kind::quiet: return quiet_why(person, day);
    case Kind::none: break;
  }
  return "";
}

}  // namespace connect
