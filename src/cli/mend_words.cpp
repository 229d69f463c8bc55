// Parses the words of `amend` and `remove`: which entry, and its new values.
#include <algorithm>
#include <array>
#include <span>

#include "cli/amend_command.hpp"
#include "cli/guesses.hpp"
#include "cli/understand.hpp"
#include "domain/ledger/id.hpp"
#include "domain/text/shell_word.hpp"
#include "domain/time/periods.hpp"

namespace connect::cli {
namespace {

constexpr std::string_view clearable = "use with, tags, note, before or felt";

Error no_id(const std::string& word, std::string_view command) {
  return usage_error("\"" + word + "\" is not an entry id",
                     word.starts_with('@')
                         ? "connect list " + shell_word(word) + " shows the ends of the ids"
                     : command == "amend" && word.find(' ') != word.npos
                         ? "for the note of the last entry: connect amend last -m NOTE"
                         : "connect list shows the ends of the ids; last is the latest entry");
}

/// "-@Maya" or "-+work".
bool takes_away(std::string_view word) { return word.starts_with("-@") || word.starts_with("-+"); }

/// An entry as the command line names it, and how many words do so.
struct EntryName {
  std::string entry;
  std::size_t words = 1;
};

/// The entry that the first words name: "last", the end of an id, or a day, which may have several
/// words: "21 nov". "last sat" and "last week" could also be the last entry and a note.
/// `command`: amend or remove.
Result<EntryName> entry_name(std::span<const std::string> words, std::string_view command,
                             const Calendar& calendar) {
  const std::string& first = words[0];
  const std::size_t count = words_of_day(words, calendar.today);
  const std::string day =
      count > 1 ? iso(*day_looking_back(words_joined(words.first(count)), calendar.today)) : "";
  const std::string phrase = first == "last" && words.size() > 1 ? "last " + words[1] : "";
  std::string rest;  // "+work" of "last friday +work"; no error shows the words of a note
  for (const auto& word : words.subspan(std::min(std::max<std::size_t>(count, 2), words.size())))
    if (has_names(word) || takes_away(word)) rest += " " + shell_word(word);
  if (!phrase.empty() && !day.empty())
    return usage_error(
        "\"" + phrase + "\" could be a day, or the last entry",
        command == "remove"
            ? "for the day: connect remove " + day + "; for the entry: connect remove last"
            : "for the entry of that day: connect amend " + day + rest +
                  "; to set the day: connect amend last" + rest + " --on " + words[1] +
                  "; for a note: connect amend last -m NOTE");
  if (!phrase.empty() && period_from_words(phrase, calendar))
    return usage_error("\"" + phrase + "\" is a period, not an entry",
                       "connect list " + phrase + " shows the ids");
  if (command == "amend" && phrase == "last last")
    return usage_error("\"last\" is given twice", "leave one of them out, or give a note with -m");
  if (!day.empty()) return EntryName{day, count};
  if (!is_plain_id(first)) return no_id(first, command);
  return EntryName{first};
}

/// Sets the entry to the one that is named first, or to "last" if the first word is an act, @PERSON
/// or +TAG and so a change. Returns the number of words that were used.
Result<std::size_t> take_id(AmendArgs& args, const ParsedArgs& words, const Calendar& calendar) {
  args.entry = "last";
  if (words.words.empty()) return std::size_t{0};
  const std::string& first = words.words[0];
  if (first.starts_with('@') || first.starts_with('+') || takes_away(first) || act_from_word(first))
    return std::size_t{0};
  const auto named = entry_name(words.words, "amend", calendar);
  if (!named) return named.error();
  args.entry = named->entry;
  return named->words;
}

template <class T>
Status empty_value(std::optional<T>& field, bool given, const std::string& name) {
  if (given)
    return usage_error("--clear " + name + " and a new value contradict each other",
                       "leave one of them out");
  field.emplace();
  return success();
}

Status clear_field(AmendArgs& args, const std::string& name) {
  const EntryArgs& say = args.say;
  const bool has_note = !say.note.empty() || say.note_from_input || say.note_from_editor;
  // Those that are named are added afterwards.
  if (name == "with") return empty_value(args.emptied.with, false, name);
  if (name == "tags") return empty_value(args.emptied.tags, false, name);
  if (name == "note") return empty_value(args.emptied.note, has_note, name);
  if (name == "before") return empty_value(args.emptied.before, !say.before.empty(), name);
  if (name == "felt") return empty_value(args.emptied.felt, !say.felt.empty(), name);
  return usage_error("\"" + name + "\" is not a field to clear", std::string(clearable));
}

/// Clears the fields that --clear names, and those that were given an empty value.
Status take_cleared(AmendArgs& args, const ParsedArgs& words) {
  for (const auto& name : words.values("clear"))
    if (auto status = clear_field(args, name); !status) return status;
  const EntryArgs& say = args.say;
  if (words.has("note") && say.note.empty() && !say.note_from_input && !say.note_from_editor)
    args.emptied.note.emplace();
  if (words.has("before") && say.before.empty()) args.emptied.before.emplace();
  if (words.has("felt") && say.felt.empty()) args.emptied.felt.emplace();
  return success();
}

bool says_nothing(const AmendArgs& args) {
  const EntryArgs& say = args.say;
  return !args.act && say.with.empty() && say.tags.empty() && say.note.empty() &&
         !say.note_from_input && !say.note_from_editor && !say.day && !say.minutes &&
         say.before.empty() && say.felt.empty() && args.emptied == Changes{} &&
         args.without_people.empty() && args.without_tags.empty();
}

/// What was probably meant by `amend WORD`, where WORD is not an act: a day, a time, a name or part
/// of a note, or an id, which ends in hexadecimal digits unless --id made it.
std::string change_of(const std::string& word, const Calendar& calendar) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  if (day_from_words(word, calendar)) return "connect amend --on " + word;
  if (minutes_from_words(word)) return "connect amend --at " + word;
  const bool is_word = word.find_first_not_of(letters) == word.npos &&
                       word.find_first_not_of("abcdef") != word.npos && word != "last";
  if (is_word)
    return "connect amend @" + word + " for a person, connect amend -- " + word + " for a note";
  return "connect amend " + word + " -e";
}

/// Moves -@PERSON and -+TAG from the words to what is to be taken away.
Status take_away(AmendArgs& args, ParsedArgs& words) {
  std::vector<std::string> others;
  for (const std::string& word : words.words) {
    if (!takes_away(word)) {
      others.push_back(word);
      continue;
    }
    const auto added = add_names({args.without_people, args.without_tags, args.without_words},
                                 std::string_view(word).substr(1));
    if (!added) return added;
    for (auto& place : words.with_places)
      if (place > others.size()) --place;
  }
  words.words = std::move(others);
  return success();
}

/// The error if the act and the words after it may be one sentence: "thank you for the call". A
/// single letter can only be the act. `first`: the place of the act.
std::optional<Error> doubtful_act(const AmendArgs& args, const ParsedArgs& given,
                                  std::size_t first) {
  const auto words = std::span(given.words).subspan(first);
  if (!args.act || words.size() < 2 || words[0].size() == 1 || has_names(words[1]) ||
      std::ranges::find(given.with_places, first + 1) != given.with_places.end())
    return std::nullopt;
  AmendArgs other;
  other.entry = args.entry;
  return usage_error("\"" + words[0] + "\" could be the act or the first word of the note",
                     "for the act: " + amend_command(args) + " -m NOTE; for a note: " +
                         amend_command(other) + " -- " + words[0] + " NOTE");
}

/// Words that lead to a day or a time: "yesterday" of "day to yesterday".
constexpr auto leads =
    std::to_array<std::string_view>({"to", "the", "day", "date", "time", "on", "at"});

std::string without_leads(std::string text) {
  const auto is_lead = [&](std::string_view lead) {
    return text.size() > lead.size() && text.starts_with(lead) && text[lead.size()] == ' ';
  };
  for (auto lead = leads.begin(); lead != leads.end();) {
    lead = std::ranges::find_if(leads, is_lead);
    if (lead != leads.end()) text.erase(0, lead->size() + 1);
  }
  return text;
}

/// The error if the words of the note were probably meant as something else. An amended note
/// replaces the old one, so they are not taken for a note.
std::optional<Error> doubtful_note(const AmendArgs& args, const Calendar& calendar) {
  const std::string note = args.say.note.substr(0, args.say.loose);
  const std::string command = amend_command(args);
  const std::string as_note = "for a note: " + command + " -m " + shell_word(note);
  if (note.starts_with('@') || note.starts_with('+')) {
    const std::string sign = note.substr(0, 1);
    return usage_error("a name is missing after \"" + sign + "\"",
                       command + (sign == "@" ? " @NAME" : " +TAG") + "; a note that begins with " +
                           sign + " goes after --");
  }
  const auto named = act_from_phrase(note);
  if (const auto act = named ? named : act_guess(note)) {
    AmendArgs other = args;
    other.act = act;
    return usage_error(
        "\"" + note + (args.act ? "\" is a second act" : "\" could be the act or the whole note"),
        "for the act: " + amend_command(other) + "; " + as_note);
  }
  const std::string when = without_leads(note);
  if (!args.say.minutes && minutes_from_words(when))
    return usage_error("\"" + note + "\" is a time, and would be the whole note",
                       "for the time: " + command + " --at " + shell_word(when) + "; " + as_note);
  if (args.say.day || !day_looking_back(when, calendar.today)) return std::nullopt;
  const auto past = day_from_words(when, calendar);
  return usage_error(
      "\"" + note + "\" is a day, and would be the whole note",
      (past ? "for the day: " + command + " --on " + shell_word(when) + "; " : "") + as_note);
}

}  // namespace

std::string amend_command(const AmendArgs& args) {
  std::string command = "connect amend";
  // "amend to yesterday" names no entry
  if (std::ranges::find(leads, args.entry) == leads.end()) command += " " + args.entry;
  if (args.act) command.append(" ").append(slug(*args.act));
  return command + signed_words("@", args.say.with) + signed_words("+", args.say.tags) +
         signed_words("-@", args.without_people) + signed_words("-+", args.without_tags) +
         when_options(args.say);
}

Result<Invocation> understand_amend(const ParsedArgs& given, const Calendar& calendar) {
  AmendArgs args;
  auto next = take_id(args, given, calendar);
  if (!next) return next.error();
  ParsedArgs words = given;
  if (auto taken = take_away(args, words); !taken) return taken.error();
  if (*next < words.words.size()) args.act = act_from_word(words.words[*next]);
  auto say = entry_from(words, *next + (args.act ? 1U : 0U), calendar);
  if (!say) return say.error();
  args.say = *std::move(say);
  if (auto error = doubtful_note(args, calendar)) return *error;
  if (auto error = doubtful_act(args, words, *next)) return *error;
  if (auto cleared = take_cleared(args, words); !cleared) return cleared.error();
  if (says_nothing(args))
    return usage_error("what should change?", change_of(args.entry, calendar));
  return Invocation{std::move(args)};
}

Result<Invocation> understand_remove(const ParsedArgs& given, const Calendar& calendar) {
  std::vector<std::string> words = given.words;
  words.insert(words.end(), given.rest.begin(), given.rest.end());
  if (words.empty())
    return usage_error("which entry should be removed?",
                       "connect remove last, or connect remove ID; connect list shows the ids");
  RemoveArgs args;
  for (std::size_t at = 0; at < words.size();) {
    const auto named = entry_name(std::span(words).subspan(at), "remove", calendar);
    if (!named) return named.error();
    args.entries.push_back(named->entry);
    at += named->words;
  }
  return Invocation{std::move(args)};
}

}  // namespace connect::cli
