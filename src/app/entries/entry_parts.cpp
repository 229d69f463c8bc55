#include "app/entries/entry_parts.hpp"

#include <algorithm>

#include "domain/text/bare_name.hpp"
#include "domain/text/foreign_text.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/utf8.hpp"
#include "store/journal/drafts.hpp"

namespace connect::app {
namespace {

/// Moves the words of the note that continue a name to it: "@Aunt" and "Ruth for the soup" are Aunt
/// Ruth if she is known and Aunt is not.
bool take_rest_of_name(cli::EntryArgs& entry, const cli::NameWord& word, const Names& people) {
  constexpr std::size_t most_words = 8;
  std::string& name = entry.with[word.first + word.count - 1];
  // Punctuation after a name ends it.
  if (word.from == word.to || !word.whole.ends_with(name) || people.find(name)) return false;
  const std::string_view words = std::string_view(entry.note).substr(0, word.to);
  std::size_t taken = word.from;
  std::string longer;
  for (std::size_t end = word.from, i = 0; end < words.size() && i < most_words; ++i) {
    end = std::min(words.find(' ', end + 1), words.size());
    const std::string part(words.substr(word.from, end - word.from));
    for (const auto& rest : {part, bare_name(part)})
      if (const auto known = people.find(name + " " + rest)) {
        taken = end;
        longer = people.display(*known);
        break;
      }
  }
  if (taken == word.from) return false;
  // The space goes with the words, on the side where there is one.
  const std::size_t from = word.from - (word.from > 0 ? 1 : 0);
  const std::size_t to = from == word.from && taken < entry.note.size() ? taken + 1 : taken;
  entry.note.erase(from, to - from);
  entry.loose -= to - from;
  name = longer;
  return true;
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

/// The known name that a new one is close to.
std::optional<std::string> close_known_name(const Names& known, const std::string& name) {
  if (known.find(name)) return std::nullopt;
  std::vector<std::string> others;
  for (NameIndex i = 0; i < known.size(); ++i) others.push_back(known.display(i));
  std::ranges::sort(others);  // independent of the order of records
  return nearest_name(name, others);
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

void settle_names(cli::EntryArgs& entry, const Names& people) {
  // From the last one on, so that the places of the others stay as they are.
  while (!entry.name_words.empty()) {
    const cli::NameWord word = std::move(entry.name_words.back());
    entry.name_words.pop_back();
    if (take_rest_of_name(entry, word, people) || !people.find(word.whole)) continue;
    const auto first = entry.with.begin() + static_cast<std::ptrdiff_t>(word.first);
    entry.with.erase(first + 1, first + static_cast<std::ptrdiff_t>(word.count));
    *first = word.whole;
  }
}

std::vector<std::string> known_spellings(const Names& names,
                                         const std::vector<std::string>& given) {
  return spelled_as(names, given, &Names::find);
}

std::vector<std::string> known_people(const Names& people, const std::vector<std::string>& given) {
  return spelled_as(people, given, &Names::find_loosely);
}

void notice_near_miss(Session& session, const Names& known, const std::string& name,
                      bool is_saved) {
  if (const auto close = close_known_name(known, name))
    session.notice(name + " is a new name; did you mean " + *close + question_end(is_saved));
}

void notice_near_misses(Session& session, const Names& people, const Names& tags,
                        const Logged& said, bool is_saved) {
  for (const auto& person : said.with) notice_near_miss(session, people, person, is_saved);
  for (const auto& tag : said.tags)
    if (const auto close = close_known_name(tags, tag))
      session.notice("+" + tag + " is a new tag; did you mean +" + *close + question_end(is_saved));
}

Status not_ahead(const cli::EntryArgs& entry, const Session& session, Day day) {
  if (!entry.minutes || day != session.today()) return success();
  const Instant at = moment_of(*entry.minutes, session, day);
  if (at.seconds <= session.facts().now.seconds) return success();
  return usage_error(
      "\"" + clock_time(at) + "\" is in the future; now it is " + clock_time(session.facts().now),
      "if it was yesterday: --on yesterday --at " + clock_time(at));
}

void notice_long_ago(Session& session, Day day, bool is_saved) {
  constexpr int century = 100;
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
  const Day date = minutes < session.config().day_start ? day + 1 : day;
  const int second = minutes * 60;
  return instant_at(date, second, session.facts().offset_at(date, second));
}

}  // namespace connect::app
