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

/// Whether the word only joins two names: "@Maya and @Sam".
bool joins_names(std::span<const std::string> words, std::size_t place) {
  return place > 0 && place + 1 < words.size() && (words[place] == "and" || words[place] == "&") &&
         has_names(words[place - 1]) && has_names(words[place + 1]);
}

/// @NAME adds people, +NAME tags; any other word is appended to the note.
Status add_words(EntryArgs& entry, std::span<const std::string> words) {
  bool follows_name = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (joins_names(words, i)) continue;
    if (!has_names(word)) {
      const std::size_t place = add_to_note(entry, word);
      if (!follows_name) continue;
      NameWord& name = entry.name_words.back();
      if (name.to == 0) name.from = place;
      name.to = entry.note.size();
      continue;
    }
    follows_name = word[0] == '@';
    const auto added =
        follows_name ? add_people(entry.with, entry.name_words, word) : add_tags(entry.tags, word);
    if (!added) return added;
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
  return (word.starts_with('@') || word.starts_with('+')) && !names_in(word, word[0]).empty();
}

Status add_tags(std::vector<std::string>& tags, std::string_view word) {
  const auto names = names_in(word, '+');
  if (auto error = unfit_names(names)) return *error;
  tags.insert(tags.end(), names.begin(), names.end());
  return success();
}

Status add_people(std::vector<std::string>& with, std::vector<NameWord>& words,
                  std::string_view word) {
  const auto names = names_in(word, '@');
  if (auto error = unfit_names(names)) return *error;
  words.push_back({tidy_name(word, '@'), with.size(), names.size(), 0, 0});
  with.insert(with.end(), names.begin(), names.end());
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

Result<EntryArgs> entry_from(const ParsedArgs& words, std::size_t first_word,
                             const Calendar& calendar) {
  EntryArgs entry;
  if (const auto added = add_words(entry, std::span(words.words).subspan(first_word)); !added)
    return added.error();
  entry.loose = entry.note.size();
  for (const auto& value : words.values("with"))
    if (const auto added = add_people(entry.with, entry.name_words, value); !added)
      return added.error();
  for (const auto& status : {add_note(entry, words), add_time(entry, words, calendar),
                             add_feelings(entry, words), add_id(entry, words)})
    if (!status) return status.error();
  entry.dry_run = words.has("dry-run");
  return entry;
}

}  // namespace connect::cli
