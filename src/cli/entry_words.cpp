// Parses the words and options that describe an entry.
#include <algorithm>

#include "cli/understand.hpp"
#include "domain/ledger/id.hpp"
#include "domain/text/bare_name.hpp"
#include "domain/text/foreign_text.hpp"
#include "domain/text/name_folding.hpp"

namespace connect::cli {
namespace {

/// Appends a word to the note; returns where it begins.
std::size_t add_to_note(EntryArgs& entry, const std::string& word) {
  if (!entry.note.empty()) entry.note += ' ';
  const std::size_t place = entry.note.size();
  entry.note += word;
  return place;
}

/// An operand, or a value of --with.
struct EntryWord {
  std::string text;
  bool is_of_with = false;

  bool is_name() const { return is_of_with || has_names(text); }
};

/// The words of an entry in the order in which they were typed.
std::vector<EntryWord> entry_words(const ParsedArgs& words, std::size_t first_word) {
  std::vector<EntryWord> out;
  const auto with = words.values("with");
  std::size_t next = 0;
  for (std::size_t i = first_word; i < words.words.size(); ++i) {
    for (; next < words.with_places.size() && words.with_places[next] <= i; ++next)
      out.push_back({with[next], true});
    out.push_back({words.words[i]});
  }
  for (; next < with.size(); ++next) out.push_back({with[next], true});
  return out;
}

/// Whether the word only joins others: "and" in "@Maya and @Sam", or those before the name in
/// "listen to @Maya", "check in on @Maya" and "thank you to @Maya".
bool is_joint(std::span<const EntryWord> words, std::size_t place) {
  const std::string& word = words[place].text;
  if (words[place].is_of_with || place + 1 == words.size()) return false;
  const bool follows_you = place == 1 && words[0].text == "you" && !words[0].is_of_with;
  if (place == 0 && word == "you")
    return words[1].is_name() || (words[1].text == "to" && is_joint(words, 1));
  if (!words[place + 1].is_name()) return false;
  if (place == 0 || follows_you) return word == "to" || word == "with" || word == "on";
  return (word == "and" || word == "&") && words[place - 1].is_name();
}

/// @NAME adds people, +NAME tags; any other word is appended to the note.
Status add_words(EntryArgs& entry, std::span<const EntryWord> words) {
  const NamesGiven lists{entry.with, entry.tags, entry.name_words};
  bool follows_name = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& [text, is_of_with] = words[i];
    if (is_joint(words, i)) continue;
    if (!words[i].is_name()) {
      const std::size_t place = add_to_note(entry, text);
      if (!follows_name) continue;
      NameWord& name = entry.name_words.back();
      if (name.to == 0) {
        name.from = place;
        name.has_phrase = text.find(' ') != text.npos;
      }
      name.to = entry.note.size();
      continue;
    }
    if (follows_name) entry.name_words.back().is_before_name = true;
    const auto added = is_of_with ? add_people(lists, text) : add_names(lists, text);
    if (!added) return added;
    follows_name = is_of_with || may_go_on(text);
  }
  return success();
}

Status add_note(EntryArgs& entry, const ParsedArgs& words) {
  for (const auto& word : words.rest) add_to_note(entry, word);
  const std::string text = words.value("note");
  entry.note_from_input = text == "-";
  entry.note_from_editor = words.has("editor");
  if (!text.empty() && !entry.note_from_input) {
    add_to_note(entry, text);
    entry.of_option = text.size();
  }
  std::string text_of_note = unix_text(entry.note);
  if (text_of_note.size() != entry.note.size()) {  // the places have moved
    for (auto& word : entry.name_words) word.from = word.to = 0;
    entry.loose = entry.of_option = 0;
  }
  entry.note = std::move(text_of_note);
  if (entry.note_from_input && entry.note_from_editor)
    return usage_error("the note can come from standard input or an editor, not from both",
                       "leave out -e or -m -");
  return success();
}

Status add_time(EntryArgs& entry, const ParsedArgs& words, const Calendar& calendar) {
  const auto day = day_option(words, calendar);
  if (!day) return day.error();
  entry.day = *day;
  if (!words.has("at")) return success();
  entry.minutes = minutes_from_words(words.value("at"));
  if (entry.minutes) return success();
  return usage_error("\"" + words.value("at") + "\" is not a time of day",
                     "use --at 18:30 or --at 6:30pm");
}

Status add_feelings(EntryArgs& entry, const ParsedArgs& words) {
  for (const auto& [option, field] :
       {std::pair("before", &EntryArgs::before), std::pair("felt", &EntryArgs::felt)}) {
    if (!words.has(option)) continue;
    const auto feelings = feelings_from(words.value(option));
    if (!feelings) return feelings.error();
    entry.*field = *feelings;
  }
  return success();
}

Status add_id(EntryArgs& entry, const ParsedArgs& words) {
  entry.id = words.value("id");
  if (entry.id.size() > longest_name)
    return usage_error("the id is longer than " + std::to_string(longest_name) + " bytes",
                       "use a shorter --id, or leave it out");
  if (words.has("id") && !is_plain_id(entry.id))
    return usage_error("an id is made of letters, digits and - _ . :",
                       "use --id \"$(uuidgen)\", or leave it out");
  if (words.has("id") && !is_usable_id(entry.id))
    return usage_error(
        "\"" + entry.id + "\" cannot be an id, because commands would read it as another word",
        "use --id \"$(uuidgen)\", or leave it out");
  return success();
}

}  // namespace

bool has_names(std::string_view word) {
  return (word.starts_with('@') || word.starts_with('+')) &&
         std::ranges::any_of(signed_parts(word), [](std::string_view part) {
           return !names_in(part, part[0]).empty();
         });
}

bool may_go_on(std::string_view word) { return signed_parts(word).back().starts_with('@'); }

Status add_tags(std::vector<std::string>& tags, std::string_view value) {
  const auto names = names_in(value, '+');
  if (auto error = unfit_names(names)) return *error;
  tags.insert(tags.end(), names.begin(), names.end());
  return success();
}

Status add_names(NamesGiven lists, std::string_view word) {
  if (word.starts_with("+@") || word.starts_with("@+"))
    return usage_error("\"" + std::string(word) + "\" could be a person or a tag",
                       "use @NAME for a person, +TAG for a tag");
  const auto parts = signed_parts(word);
  NameWord name{.whole = tidy_name(word, word[0]),
                .is_tag = word[0] == '+',
                .first = lists.with.size(),
                .first_tag = lists.tags.size()};
  for (const auto part : parts) {
    const auto names = names_in(part, part[0]);
    if (auto error = unfit_names(names)) return *error;
    auto& list = part[0] == '@' ? lists.with : lists.tags;
    list.insert(list.end(), names.begin(), names.end());
  }
  name.count = lists.with.size() - name.first;
  name.tags = lists.tags.size() - name.first_tag;
  if (!name.is_tag || parts.size() > 1) lists.words.push_back(std::move(name));
  return success();
}

Status add_people(NamesGiven lists, std::string_view value) {
  if (value.starts_with('@')) return add_names(lists, value);
  const auto names = names_in(value, '@');
  if (auto error = unfit_names(names)) return *error;
  lists.words.push_back(
      {.whole = tidy_name(value, '@'), .first = lists.with.size(), .count = names.size()});
  lists.with.insert(lists.with.end(), names.begin(), names.end());
  return success();
}

std::optional<Error> unfit_names(const std::vector<std::string>& names) {
  if (names.empty()) return unfit_name("");
  for (const auto& name : names)
    if (auto error = unfit_name(name)) return error;
  return std::nullopt;
}

std::optional<Error> unfit_name(const std::string& name) {
  if (fold_key(name).empty())
    return usage_error("a name cannot be empty",
                       "give a name, such as @Maya or --with \"Aunt Ruth\"");
  if (name.size() > longest_name)
    return usage_error("a name is longer than " + std::to_string(longest_name) + " bytes",
                       "shorten it, and put the rest in the note");
  return std::nullopt;
}

Result<std::optional<Day>> day_option(const ParsedArgs& words, const Calendar& calendar) {
  if (words.has("on") && words.has("yesterday"))
    return usage_error("--on and --yesterday both set the day", "leave one of them out");
  if (words.has("yesterday")) return std::optional(calendar.today - 1);
  if (!words.has("on")) return std::optional<Day>{};
  const auto day = day_from_words(words.value("on"), calendar);
  if (!day) return day.error();
  return std::optional(*day);
}

std::string when_options(const EntryArgs& entry) {
  std::string options;
  if (entry.day) options += " --on " + iso(*entry.day);
  if (entry.minutes) options += " --at " + clock_time({std::int64_t{*entry.minutes} * 60, 0});
  return options;
}

Result<EntryArgs> entry_from(const ParsedArgs& words, std::size_t first_word,
                             const Calendar& calendar) {
  EntryArgs entry;
  if (const auto added = add_words(entry, entry_words(words, first_word)); !added)
    return added.error();
  entry.loose = entry.note.size();
  for (const auto& status : {add_note(entry, words), add_time(entry, words, calendar),
                             add_feelings(entry, words), add_id(entry, words)})
    if (!status) return status.error();
  entry.dry_run = words.has("dry-run");
  return entry;
}

}  // namespace connect::cli
