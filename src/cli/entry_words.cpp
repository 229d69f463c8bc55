// Parses the words and options that describe an entry.
#include <algorithm>
#include <charconv>

#include "cli/understand.hpp"
#include "domain/ledger/id.hpp"
#include "domain/text/foreign_text.hpp"
#include "domain/text/name_folding.hpp"

namespace connect::cli {
namespace {

constexpr std::string_view feelings_grammar =
    "use three numbers from 0 to 10, or - to skip one: 7,6,5 or 7,-,5";

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Drops punctuation after a name in a sentence: "@Maya," means Maya.
std::string bare_name(std::string_view word) {
  while (word.size() > 1 && std::string_view(",;:!?").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  return std::string(word);
}

std::optional<Error> unfit_names(const EntryArgs& entry) {
  for (const auto* names : {&entry.with, &entry.tags})
    for (const auto& name : *names)
      if (auto error = unfit_name(name)) return error;
  return std::nullopt;
}

/// @NAME adds a person, +NAME a tag; any other word is appended to the note.
void add_word(EntryArgs& entry, const std::string& word) {
  const char sign = word.empty() ? '\0' : word[0];
  const std::string name =
      sign == '@' || sign == '+' ? tidy_name(bare_name(word), sign) : std::string();
  if (sign == '@' && !name.empty()) {
    entry.with.push_back(name);
  } else if (sign == '+' && !name.empty()) {
    entry.tags.push_back(name);
  } else {
    entry.note.append(entry.note.empty() ? "" : " ").append(word);
  }
}

Status add_note(EntryArgs& entry, const ParsedArgs& words) {
  for (const auto& word : words.rest) entry.note.append(entry.note.empty() ? "" : " ").append(word);
  const std::string text = words.value("note");
  entry.note_from_input = text == "-";
  entry.note_from_editor = words.has("editor");
  if (!text.empty() && !entry.note_from_input)
    entry.note.append(entry.note.empty() ? "" : " ").append(text);
  entry.note = unix_text(entry.note);
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
  entry.minutes = minutes_from_clock(words.value("at"));
  if (entry.minutes) return success();
  return usage_error("\"" + words.value("at") + "\" is not a time of day", "use --at 18:30");
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

std::string tidy_name(std::string_view name, char sign) {
  std::string out = tidied(name);
  while (out.starts_with(sign)) out = tidied(std::string_view(out).substr(1));
  return out;
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

Result<Feelings> feelings_from(const std::string& text) {
  const auto parts = split(text, ',');
  Feelings feelings;
  bool fits = parts.size() == feelings.items.size();
  for (std::size_t i = 0; fits && i < parts.size(); ++i) {
    if (parts[i] == "-") continue;
    const auto value = number(parts[i]);
    fits = value && *value >= 0 && *value <= 10;
    if (fits) feelings.items[i] = static_cast<std::int8_t>(*value);
  }
  if (fits) return feelings;
  return usage_error("\"" + text + "\" is not a rating of contentment, trust and calm",
                     std::string(feelings_grammar));
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
  for (std::size_t i = first_word; i < words.words.size(); ++i) add_word(entry, words.words[i]);
  for (const auto& name : words.values("with")) entry.with.push_back(tidy_name(name, '@'));
  if (auto error = unfit_names(entry)) return *error;
  for (const auto& status : {add_note(entry, words), add_time(entry, words, calendar),
                             add_feelings(entry, words), add_id(entry, words)})
    if (!status) return status.error();
  entry.dry_run = words.has("dry-run");
  return entry;
}

}  // namespace connect::cli
