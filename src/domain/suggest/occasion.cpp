#include "domain/suggest/occasion.hpp"

#include <array>
#include <cmath>

#include "domain/ledger/id.hpp"
#include "domain/text/counted.hpp"

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
  if (text.size() <= longest) return std::string(text);
  std::size_t end = longest;
  while (end > 0 && (text[end] & 0xc0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "...";
}

std::string as_sentence(std::string text) {
  if (!text.empty() && std::string_view(".?!").find(text.back()) == std::string_view::npos)
    text += '.';
  return text;
}

bool is_birthday(std::string_view words) { return words == "birthday"; }

/// "3 weeks" from three weeks on, else days.
std::string span_words(int days) {
  if (days >= 21) return counted((days + 3) / 7, "week");
  return counted(days, "day");
}

std::string due_why(const PersonTotals& person, Day day) {
  const int every = person.facts_on(day).every_days;
  const auto last = person.met.until(day - 1);
  // A correction, or a sync, may have taken the reason away since.
  if (every <= 0) return person.name + " was due when this was suggested.";
  const std::string hoped = every == 1 ? "every day" : "every " + span_words(every);
  if (!last) return person.name + ": no entry yet; you hoped for " + hoped + ".";
  return person.name + ": " + span_words(day - last->day) +
         " since your last entry; you hoped for " + hoped + ".";
}

std::string quiet_why(const PersonTotals& person, Day day) {
  const auto last = person.met.until(day - 1);
  const auto gap = median_gap_days(person, day - 1);
  if (!last || !gap) return person.name + " had been quiet for long when this was suggested.";
  const int days = std::max(1, static_cast<int>(std::lround(*gap)));
  return "You and " + person.name + " were in touch about every " +
         (days == 1 ? "day" : span_words(days)) + "; the last entry is " +
         span_words(day - last->day) + " old.";
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

std::string occasion_why(const Occasion& occasion, std::string_view words, Day day) {
  const PersonTotals& person = *occasion.person;
  const std::string line = first_line(words);
  const auto when = [&](Day other) { return spoken(other, day); };
  switch (occasion.kind) {
    case Kind::ask:
      if (occasion.note == nullptr) return "You wanted to ask " + person.name + " something.";
      return "You wanted to ask " + person.name + " " + (line.empty() ? "something" : line) +
             " (noted " + when(occasion.note->made) + ").";
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
