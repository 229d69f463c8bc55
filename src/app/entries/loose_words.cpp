#include "app/entries/loose_words.hpp"

#include <algorithm>
#include <array>

#include "domain/summary/summary_views.hpp"
#include "domain/text/bare_name.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/shell_word.hpp"
#include "domain/time/dates.hpp"
#include "domain/time/day_words.hpp"

namespace connect::app {
namespace {

/// Removes a bracket or other mark before or after the word; false if there is none.
bool strip_mark(std::string_view& word) {
  constexpr auto marks = std::to_array<std::string_view>(
      {"(", ")", "[", "]", "{", "}", "<", ">", "\"", "'", "*", "_", "#", "@", "-",
       "–", "—", "…", "“", "”", "„", "‘", "’", "‚",  "«", "»", "‹", "›", "¿", "¡"});
  for (const auto mark : marks) {
    if (word.starts_with(mark)) return word.remove_prefix(mark.size()), true;
    if (word.ends_with(mark)) return word.remove_suffix(mark.size()), true;
  }
  return false;
}

/// The word without the punctuation and marks around it.
std::string_view stripped(std::string_view word) {
  do word = word.substr(0, bare_name(word).size());
  while (strip_mark(word));
  return word;
}

/// "Maya" of "Maya's"; other words as they are.
std::string_view without_possessive(std::string_view word) {
  for (const std::string_view end : {"'s", "'S", "’s", "’S"})
    if (word.ends_with(end)) return word.substr(0, word.size() - end.size());
  return word;
}

struct LooseWord {
  std::string text;   // without punctuation
  std::string owner;  // the same without 's
  std::string key;    // their fold keys
  std::string owner_key;
  bool has_stop = false;  // whether a full stop came after it, as in "20.11."
};

/// The words of a part of a note.
struct LooseWords {
  std::vector<LooseWord> words;

  explicit LooseWords(std::string_view text) {
    while (!text.empty()) {
      const auto end = std::min(text.find_first_of(" \t\n"), text.size());
      const std::string_view typed = text.substr(0, end), word = stripped(typed);
      const std::string_view owner = stripped(without_possessive(word));
      const bool has_stop =
          typed.substr(static_cast<std::size_t>(word.data() + word.size() - typed.data()))
              .starts_with('.');
      words.push_back(
          {std::string(word), std::string(owner), fold_key(word), fold_key(owner), has_stop});
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  /// Whether the words from `place` on are this name, a fold key without_gaps(): "Dr. Lee" is also
  /// written "dr lee", "Anne-Marie" also "anne marie".
  bool has(std::string_view name, std::size_t place) const {
    for (std::size_t i = place; i < words.size(); ++i) {
      if (name == without_gaps(words[i].owner_key)) return true;
      const std::string key = without_gaps(words[i].key);
      if (key.empty() || !name.starts_with(key)) return false;
      name.remove_prefix(key.size());
      if (name.empty()) return true;
    }
    return false;
  }

  /// Whether it is written as the name is. An ordinary word of a sentence can be a name as well:
  /// "will", "rose".
  bool is_written_as(const std::string& name, std::size_t place) const {
    const std::string& word = words[place].owner;
    const bool is_lower = std::ranges::none_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    return place == 0 || !is_lower || name.starts_with(word);
  }

  /// `count` words from `place` on, with single spaces.
  std::string phrase(std::size_t place, std::size_t count) const {
    std::string out = words[place].text;
    for (std::size_t i = 1; i < count; ++i) out += " " + words[place + i].text;
    return out;
  }
};

/// The words of the note that may mean something else: not what came after "--". A note is given in
/// words or by --note.
LooseWords loose_words(const cli::EntryArgs& entry) {
  const std::string_view note = entry.note;
  if (entry.note_from_editor) return LooseWords("");
  return LooseWords(note.substr(0, entry.of_option > 0 ? note.size() : entry.loose));
}

/// Whether the note has this known name as words of a sentence.
bool has_name(const LooseWords& loose, const Names& people, NameIndex name) {
  const std::string key = without_gaps(people.key(name));
  for (std::size_t place = 0; place < loose.words.size() && !key.empty(); ++place)
    if (loose.has(key, place) && loose.is_written_as(people.spelling(name), place)) return true;
  return false;
}

std::vector<std::string> names_in_note(const LooseWords& loose, const Summary& known,
                                       const std::vector<std::string>& with) {
  const Names& people = known.people;
  std::vector<std::string> found;
  std::array<bool, 256> begins{};  // most names begin like no word of the note
  for (const auto& word : loose.words)
    if (!word.key.empty()) begins[static_cast<unsigned char>(word.key[0])] = true;
  for (NameIndex i = 0; i < people.size() && !loose.words.empty(); ++i) {
    const std::string& key = people.key(i);
    if (key.size() < 2 || !begins[static_cast<unsigned char>(key[0])] ||
        !has_name(loose, people, i) || !is_known(known, people.root(i)))
      continue;
    const std::string& name = people.display(i);
    const auto is_same = [&](const std::string& other) {
      return fold_key(other) == fold_key(name);
    };
    if (std::ranges::none_of(with, is_same) && std::ranges::none_of(found, is_same))
      found.push_back(name);
  }
  std::ranges::sort(found);  // independent of the order of records
  return found;
}

/// Whether the word is written as a name is: a capital, then a small letter.
bool is_capitalized(const std::string& word) {
  return word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z' && !(word[1] >= 'A' && word[1] <= 'Z');
}

/// The words at the beginning of a note, after "to" or "with", that look like a new name: "Maya",
/// "Priya for the late shift", "Dr. Lee". Capitals alone are not enough, since a sentence begins
/// with one and some languages write all nouns so: the note ends there, or "for" or the like
/// follows.
std::string new_name_in_note(const LooseWords& loose) {
  constexpr std::size_t most = 3;
  constexpr auto follow = std::to_array<std::string_view>(
      {"for", "about", "on", "with", "and", "at", "over", "after", "who", "when", "because"});
  std::size_t place = 0;
  for (const std::string_view lead : {"you", "to", "with", "on"})
    if (place < loose.words.size() && loose.words[place].text == lead) ++place;
  std::string name;
  for (const std::size_t end = place + most; place < std::min(end, loose.words.size()); ++place) {
    const LooseWord& word = loose.words[place];
    if (!is_capitalized(word.owner) || weekday_from_word(lower_case(word.text)) ||
        month_from_word(lower_case(word.text)))
      break;
    name += (name.empty() ? "" : " ") + word.owner;
    const bool goes_on =
        place + 1 < loose.words.size() && is_capitalized(loose.words[place + 1].text);
    if (word.has_stop && goes_on) name += '.';
  }
  const bool ends = place == loose.words.size() ||
                    std::ranges::find(follow, loose.words[place].key) != follow.end();
  return ends ? name : "";
}

/// Whether a sentence that has these words probably means a day by them. The name of a weekday is
/// ordinary within a sentence, "sat" and "sun" are so at its end as well, and so is "3 days".
bool means_day(const LooseWords& loose, std::size_t place, std::size_t count) {
  const std::string& key = loose.words[place].key;
  if (count > 1)
    return key == "last" || loose.words[place + count - 1].key == "ago" ||
           date_from_words(lower_case(loose.phrase(place, count)));
  const bool is_ordinary = key == "sat" || key == "sun";
  const bool is_at_end = place == 0 || (place + 1 == loose.words.size() && !is_ordinary);
  return is_at_end || key == "yesterday" || (!key.empty() && key[0] >= '0' && key[0] <= '9');
}

/// Whether these words are "last night", the evening of yesterday.
bool is_last_night(const LooseWords& loose, std::size_t place, std::size_t count) {
  return count == 2 && lower_case(loose.phrase(place, count)) == "last night";
}

/// Words of a note, and how an option names the day.
struct DayInNote {
  std::string words;
  std::string day;
};

/// The words of the note that may have been meant as another day than the entry's.
DayInNote day_in_note(const LooseWords& loose, Session& session, Day day) {
  constexpr std::size_t longest_day = 4;  // "fri 20 nov 2026"
  const Calendar calendar{session.today(), session.config().week_start};
  for (std::size_t place = 0; place < loose.words.size(); ++place)
    for (std::size_t count = std::min(longest_day, loose.words.size() - place); count > 0;
         --count) {
      if (!means_day(loose, place, count)) continue;
      std::string phrase = loose.phrase(place, count);
      if (place > 1 && lower_case(loose.phrase(place - 2, 3)) == "day before yesterday")
        return day == session.today() - 2
                   ? DayInNote{}
                   : DayInNote{loose.phrase(place - 2, 3), iso(session.today() - 2)};
      if (place > 0 && loose.words[place - 1].key == "next") continue;
      auto meant = day_from_words(phrase, calendar);
      if (!meant && loose.words[place + count - 1].has_stop)
        meant = day_from_words(phrase += '.', calendar);
      if (is_last_night(loose, place, count) && day == session.today())
        return {phrase, "yesterday"};
      if (!meant) continue;
      if (*meant != day) return {phrase, phrase};
      place += count - 1;  // "2026" of "20 nov 2026" is no day of its own
      break;
    }
  return {};
}

/// The two words or the word at the beginning or end of the note that mean something; empty if none
/// do.
template <class Means>
std::string at_an_end(const LooseWords& loose, Means means) {
  for (const std::size_t count : {2U, 1U}) {
    if (loose.words.size() < count) continue;
    for (const std::size_t place : {std::size_t{0}, loose.words.size() - count})
      if (std::string phrase = loose.phrase(place, count); means(phrase)) return phrase;
  }
  return "";
}

/// "18:30" or "6 pm"; "19.30" may be a price.
bool is_clear_time(const std::string& phrase) {
  return (phrase.find(':') != phrase.npos || phrase.ends_with('m')) && minutes_from_words(phrase);
}

bool is_coming_day(const std::string& phrase) {
  constexpr auto coming = std::to_array<std::string_view>({"tomorrow", "next week", "next month"});
  const std::string words = lower_case(phrase);
  return std::ranges::find(coming, words) != coming.end() ||
         (words.starts_with("next ") && weekday_from_word(words.substr(5)));
}

}  // namespace

void notice_loose_words(Session& session, const cli::EntryArgs& entry, const Summary& known,
                        const std::vector<std::string>& with, Day day, const std::string& remedy) {
  if (session.is_quiet()) return;
  const LooseWords loose = loose_words(entry);
  auto names = names_in_note(loose, known, with);
  if (names.empty() && with.empty() && entry.of_option == 0)
    if (std::string name = new_name_in_note(loose); !name.empty()) names.push_back(std::move(name));
  for (const auto& name : names)
    session.notice("\"" + name + "\" is part of the note. To add the person" + remedy +
                   shell_word("@" + name));
  if (entry.day) return;
  if (const auto [words, on] = day_in_note(loose, session, day); !words.empty())
    session.notice("\"" + words + "\" is part of the note. To set the day" + remedy + "--on " +
                   shell_word(on));
}

void notice_loose_times(Session& session, const cli::EntryArgs& entry,
                        const std::vector<std::string>& with, const std::string& remedy) {
  if (session.is_quiet()) return;
  const LooseWords loose = loose_words(entry);
  if (const std::string time = at_an_end(loose, is_clear_time); !time.empty() && !entry.minutes)
    session.notice("\"" + time + "\" is part of the note. To set the time" + remedy + "--at " +
                   shell_word(time));
  if (const std::string day = at_an_end(loose, is_coming_day); !day.empty())
    // "next friday" could be two days, and ask refuses it
    session.notice("\"" + day + "\" is part of the note. For something to come: connect ask " +
                   (with.empty() ? "@NAME" : shell_word("@" + with.front())) + " " +
                   (weekday_from_word(lower_case(day).substr(day.rfind(' ') + 1)) ? "DAY" : day) +
                   " WORDS");
  const auto second = day_looking_back(entry.note, session.today());
  if (entry.day && second && *second != *entry.day && entry.loose == entry.note.size())
    session.notice("\"" + entry.note + "\" is part of the note; an entry has one day");
}

}  // namespace connect::app
