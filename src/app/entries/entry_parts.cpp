#include "app/entries/entry_parts.hpp"

#include <algorithm>
#include <ranges>
#include <span>

#include "domain/summary/summary_views.hpp"
#include "domain/text/bare_name.hpp"
#include "domain/text/foreign_text.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/shell_word.hpp"
#include "domain/text/utf8.hpp"
#include "domain/time/dates.hpp"
#include "domain/time/day_words.hpp"
#include "store/journal/drafts.hpp"

namespace connect::app {
namespace {

/// A known name that words after @NAME continue, and how many of them.
struct LongerName {
  std::string name;
  std::size_t words = 0;
};

/// The longest known name that begins with the last name of `word`: "@Aunt" and "Ruth for the soup"
/// are Aunt Ruth. If Aunt is known as well, "ruth" must be written as in Aunt Ruth.
std::optional<LongerName> longer_name(const cli::NameWord& word, const std::string& name,
                                      std::span<const std::string> following, const Names& people) {
  // As it was typed: a comma or colon after it ends the name, the full stop of "@Dr." does not.
  std::string typed =
      tidy_name(std::string_view(word.whole).substr(word.whole.find_last_of(",@") + 1), '@');
  if (typed.empty()) return std::nullopt;
  const bool is_known = people.find(name).has_value();
  std::optional<LongerName> longer;
  for (std::size_t i = 0; i < following.size(); ++i) {
    typed += ' ';
    const std::string bare = name_in_sentence(following[i]);
    for (const auto& end : {following[i], bare, bare + "."}) {
      const auto known = people.find(typed + end);
      if (!known || bare.empty()) continue;
      if (is_known && !people.display(*known).ends_with(" " + end)) continue;
      longer = {people.display(*known), i + 1};
      break;
    }
    typed += following[i];
  }
  return longer;
}

constexpr std::size_t most_words = 8;  // that continue a name

/// Whether the word probably continues a name: a capital letter and a small one, and no day.
bool looks_like_name(const std::string& word) {
  const auto is_between = [&](std::size_t at, char first, char last) {
    return at < word.size() && word[at] >= first && word[at] <= last;
  };
  const std::string lower = lower_case(word);
  return is_between(0, 'A', 'Z') && is_between(1, 'a', 'z') && !weekday_from_word(lower) &&
         !month_from_word(lower);
}

/// Moves the words of the note that continue a name to it.
bool take_rest_of_name(cli::EntryArgs& entry, const cli::NameWord& word, const Names& people) {
  if (word.from == word.to) return false;
  std::vector<std::string> following;
  std::vector<std::size_t> ends;
  for (std::size_t at = word.from; at < word.to && ends.size() < most_words; at = ends.back() + 1) {
    ends.push_back(std::min(entry.note.find(' ', at), word.to));
    following.push_back(entry.note.substr(at, ends.back() - at));
  }
  std::string& name = entry.with[word.first + word.count - 1];
  const auto longer = longer_name(word, name, following, people);
  if (!longer) {
    const std::string next = name_in_sentence(following.front());
    if (!people.find_loosely(name) && !word.whole.ends_with(',') && !word.has_phrase &&
        looks_like_name(next))
      entry.cut_names.push_back({name, next});
    return false;
  }
  std::size_t taken = ends[longer->words - 1];
  // "and" of "@Aunt Ruth and @Sam".
  if (const std::string rest = entry.note.substr(taken, word.to - taken);
      word.is_before_name && (rest == " and" || rest == " &"))
    taken = word.to;
  // The space goes with the words, on the side where there is one.
  const std::size_t from = word.from - (word.from > 0 ? 1 : 0);
  const std::size_t to = from == word.from && taken < entry.note.size() ? taken + 1 : taken;
  entry.note.erase(from, to - from);
  entry.loose -= to - from;
  name = longer->name;
  return true;
}

/// Moves the texts of a query that continue a name to it.
bool take_rest_of_name(Selection& selection, const cli::NameWord& word, const Names& people) {
  if (word.from == word.to) return false;
  auto& texts = selection.texts;
  const auto begin = texts.begin() + static_cast<std::ptrdiff_t>(word.from);
  std::string& name = selection.with[word.first + word.count - 1];
  const auto longer =
      longer_name(word, name, {begin, std::min(word.to - word.from, most_words)}, people);
  if (!longer) return false;
  texts.erase(begin, begin + static_cast<std::ptrdiff_t>(longer->words));
  name = longer->name;
  return true;
}

void erase(std::vector<std::string>& names, std::size_t first, std::size_t count) {
  const auto begin = names.begin() + static_cast<std::ptrdiff_t>(first);
  names.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
}

/// Makes one name of those of a word that is known as a whole. `names`: an entry or a selection.
template <class HasNames>
void take_whole(HasNames& names, const cli::NameWord& word, const Names& people,
                const Names& tags) {
  if (!(word.is_tag ? tags : people).find(word.whole)) return;
  erase(names.with, word.first, word.count);
  erase(names.tags, word.first_tag, word.tags);
  auto& list = word.is_tag ? names.tags : names.with;
  const auto place = word.is_tag ? word.first_tag : word.first;
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(place), word.whole);
}

std::vector<std::string> spelled_as(const Names& names, const std::vector<std::string>& given,
                                    std::optional<NameIndex> (Names::*find)(std::string_view)
                                        const) {
  std::vector<std::string> out;
  for (const auto& spelling : given) {
    const auto known = (names.*find)(spelling);
    const std::string& name = known ? names.display(*known) : spelling;
    if (std::ranges::find(out, fold_key(name), fold_key) == out.end()) out.push_back(name);
  }
  return out;
}

/// What else a new name was probably meant as: a day, several people or an address; empty for an
/// ordinary name.
std::string oddity_of(const std::string& name, Day today) {
  constexpr std::string_view small_letters = "abcdefghijklmnopqrstuvwxyz";
  if (day_looking_back(name, today)) return "; for a day, use --on " + shell_word(name);
  const auto dot = name.rfind('.');
  const std::string end = dot == name.npos ? "" : name.substr(dot + 1);
  const bool is_of_address = end.size() > 1 && end.find_first_not_of(small_letters) == end.npos &&
                             name.find(' ') == name.npos && dot > 1;
  const auto at = name.find('@');
  if (is_of_address || (at != name.npos && at > 0 && at + 1 < name.size()))
    return "; for an address, use connect people set NAME --reach URL";
  for (const std::string_view joint : {" and ", " & ", "/"})
    if (name.find(joint) != name.npos) return "; for several people, put commas between them";
  return "";
}

std::string question_end(bool is_saved) {
  return is_saved ? "? connect undo takes this back" : "?";
}

}  // namespace

Status fill_note(cli::EntryArgs& entry, Session& session) {
  if (entry.note_from_input) {
    auto text = session.files().standard_input(longest_note);
    if (!text) return text.error();
    *text = unix_text(*text);
    if (!entry.note.empty()) text->insert(0, entry.note + " ");
    entry.note = *std::move(text);
  }
  if (entry.note_from_editor) {
    auto draft = session.programs().edited(entry.note, store::drafts_folder(session.facts()));
    if (!draft) return draft.error();
    session.keep_draft(std::move(draft->path));
    entry.note = unix_text(draft->text);
  }
  if (entry.note_from_input || entry.note_from_editor)
    while (entry.note.ends_with('\n')) entry.note.pop_back();
  if (const auto at = invalid_utf8_at(entry.note))
    return usage_error("the note is not UTF-8 at byte " + std::to_string(*at),
                       "convert it first, for example: iconv -f latin1 -t utf-8");
  if (entry.note.size() > longest_note)
    return usage_error("the note is longer than 8 KiB; nothing was saved",
                       "shorten it, or split it into several entries");
  return success();
}

// From the last word on, so that the places of the others stay as they are.

Status settle_names(cli::EntryArgs& entry, const Names& people, const Names& tags) {
  for (const auto& word : entry.name_words | std::views::reverse)
    if (!take_rest_of_name(entry, word, people)) take_whole(entry, word, people, tags);
  entry.name_words.clear();
  if (entry.of_option > 0 && entry.of_option < entry.note.size())
    return usage_error("the note is given twice: in words and with -m",
                       "give it once; with -m, put it in quotes");
  return success();
}

void settle_names(Selection& selection, const std::vector<cli::NameWord>& words,
                  const Names& people, const Names& tags) {
  for (const auto& word : words | std::views::reverse)
    if (!take_rest_of_name(selection, word, people)) take_whole(selection, word, people, tags);
  selection.with = known_people(people, selection.with);
}

std::vector<std::string> known_spellings(const Names& names,
                                         const std::vector<std::string>& given) {
  return spelled_as(names, given, &Names::find);
}

std::vector<std::string> known_people(const Names& people, const std::vector<std::string>& given) {
  return spelled_as(people, given, &Names::find_loosely);
}

Error unknown_person(const std::string& name, const Summary& summary) {
  const auto close = nearest_name(name, names_of(connect::known_people(summary)));
  return usage_error(
      "no person is called \"" + name + "\"" + (close ? "; did you mean " + *close + "?" : ""),
      "connect people lists the names");
}

void notice_near_miss(Session& session, const Summary& known, const std::string& name,
                      bool is_saved) {
  if (known.people.find(name)) return;
  if (const std::string odd = oddity_of(name, session.today()); !odd.empty())
    return session.notice(name + " is a new name" + odd +
                          (is_saved ? "; connect undo takes this back" : ""));
  if (const auto close = nearest_name(name, names_of(connect::known_people(known))))
    session.notice(name + " is a new name; did you mean " + *close + question_end(is_saved));
}

void notice_near_misses(Session& session, const Summary& known, const Logged& said, bool is_saved) {
  for (const auto& person : said.with) notice_near_miss(session, known, person, is_saved);
  for (const auto& tag : said.tags)
    if (const auto close =
            known.tags.find(tag) ? std::nullopt : nearest_name(tag, known_tags(known)))
      session.notice("+" + tag + " is a new tag; did you mean +" + *close + question_end(is_saved));
}

void notice_cut_names(Session& session, const cli::EntryArgs& entry, bool is_saved) {
  for (const auto& [name, next] : entry.cut_names | std::views::reverse)
    session.notice(name + " is a new name, and \"" + next +
                   "\" is part of the note. For the name " + name + " " + next +
                   (is_saved ? ", run connect undo, and use " : ", use ") +
                   shell_word("@" + name + " " + next));
}

Status not_ahead(const cli::EntryArgs& entry, const Session& session, Day day) {
  if (!entry.minutes || day != session.today()) return success();
  const Instant at = moment_of(*entry.minutes, session, day);
  if (at.seconds <= session.facts().now.seconds) return success();
  return usage_error(
      "\"" + clock_time(at) + "\" is in the future; now it is " + clock_time(session.facts().now),
      "if it was yesterday: --on yesterday --at " + clock_time(at));
}

void notice_far_day(Session& session, Day day, bool is_saved) {
  constexpr int century = 100, nearly_a_year = 330;
  if (const int days = session.today() - day; days > nearly_a_year && days < 366)
    session.notice(iso(day) + (is_saved ? " is almost a year ago; connect undo takes this back"
                                        : " is almost a year ago"));
  if (day - session.today() > nearly_a_year)
    session.notice(iso(day) + " is almost a year ahead or more; connect undo takes this back");
  const Civil date = civil(day);
  const Civil now = civil(session.today());
  const bool is_earlier_in_year = std::pair(date.month, date.day) <= std::pair(now.month, now.day);
  const int years = now.year - date.year - (is_earlier_in_year ? 0 : 1);
  if (years < century) return;
  session.notice(iso(day) + " is " + std::to_string(years) +
                 (is_saved ? " years ago; connect undo takes this back" : " years ago"));
}

Instant moment_of(int minutes, const Session& session, Day day) {
  // A time before the start of the day belongs to the next calendar date.
  const Day date = minutes < session.config().preferences.day_start ? day + 1 : day;
  const int second = minutes * 60;
  return instant_at(date, second, session.facts().offset_at(date, second));
}

}  // namespace connect::app
