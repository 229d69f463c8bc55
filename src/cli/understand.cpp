#include "cli/understand.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/guesses.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/shell_word.hpp"
#include "domain/time/day_words.hpp"
#include "domain/time/periods.hpp"

namespace connect::cli {
namespace {

constexpr std::string_view four_acts = "check-in, offer, listen or thank";

constexpr std::array<std::pair<Format, std::string_view>, 9> format_words = {
    {{Format::text, "text"},
     {Format::json, "json"},
     {Format::ndjson, "ndjson"},
     {Format::csv, "csv"},
     {Format::tsv, "tsv"},
     {Format::ics, "ics"},
     {Format::md, "md"},
     {Format::svg, "svg"},
     {Format::html, "html"}}};
constexpr auto report_formats =
    std::to_array({Format::text, Format::json, Format::ndjson, Format::csv, Format::tsv, Format::md,
                   Format::svg, Format::html});
constexpr auto effect_formats = std::to_array({Format::text, Format::json, Format::md});
constexpr auto list_formats =
    std::to_array({Format::text, Format::json, Format::ndjson, Format::csv, Format::tsv});
constexpr auto export_formats =
    std::to_array({Format::json, Format::ndjson, Format::csv, Format::tsv, Format::ics});

/// Endings of files that no command writes.
constexpr auto foreign_formats =
    std::to_array<std::string_view>({"pdf", "xml", "doc", "docx", "xls", "xlsx", "ods", "odt",
                                     "htm", "markdown", "yaml", "yml", "toml", "txt"});

/// The format that the name of the file to write ends in, or empty: "html" of "year.html".
std::string format_of_file(const std::string& file, bool has_text) {
  const auto dot = file.rfind('.');
  const std::string ending = dot == file.npos ? "" : lower_case(file.substr(dot + 1));
  if (ending == "jsonl") return "ndjson";
  if (ending == "txt" && has_text) return "text";
  if (std::ranges::find(foreign_formats, ending) != foreign_formats.end()) return ending;
  const bool is_known =
      std::ranges::any_of(format_words, [&](const auto& each) { return each.second == ending; });
  return is_known ? ending : "";
}

/// The format of --format or --json, else that of the file's name, else the first possible one.
Result<Format> format_from(const ParsedArgs& words, std::span<const Format> possible) {
  std::string wanted = words.value("format");
  if (!words.has("format")) {
    if (words.has("json")) return Format::json;
    wanted = format_of_file(words.value("output"),
                            std::ranges::find(possible, Format::text) != possible.end());
    if (wanted.empty()) return possible.front();
  }
  if (words.has("json") && wanted != "json")
    return usage_error("--json and --format " + wanted + " contradict each other",
                       "leave one of them out");
  std::vector<std::string> known;
  for (const auto& [format, word] : format_words) {
    if (std::ranges::find(possible, format) == possible.end()) continue;
    if (word == wanted) return format;
    known.emplace_back(word);
  }
  return usage_error("\"" + wanted + "\" is not a format of this command",
                     "use " + enumerated(known, "or"));
}

/// "week" of "weekly"; empty for other words.
std::string unit_of_adverb(std::string_view word) {
  if (word == "daily") return "day";
  for (const std::string_view unit : {"week", "month", "year"})
    if (word == std::string(unit) + "ly") return std::string(unit);
  return "";
}

/// A usage error for the words "by person", "weekly" or "html", which are probably options.
std::optional<Error> option_as_word(const ParsedArgs& words, std::span<const Format> possible) {
  const auto& given = words.words;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i] == "by" && i + 1 < given.size() && by_from_word(given[i + 1]))
      if (const auto option = word_as_option(words, "by"))
        return usage_error("by is an option of connect report", *option);
    if (const std::string unit = unit_of_adverb(given[i]);
        by_from_word(unit) && find_option(*words.line.command, "--by") != nullptr)
      return usage_error("\"" + given[i] + "\" could be a way to group or text to search for",
                         "use --by " + unit + " to group by " + unit + ", or --grep " + given[i] +
                             " for the text");
    for (const auto& [format, word] : format_words)
      if (word == given[i] && format != Format::text &&
          std::ranges::find(possible, format) != possible.end())
        return usage_error("\"" + given[i] + "\" could be the format or text to search for",
                           "use --format " + given[i] + " for the format, or --grep " + given[i] +
                               " for the text");
  }
  return std::nullopt;
}

Result<std::optional<Act>> act_option(const ParsedArgs& words) {
  if (!words.has("act")) return std::optional<Act>{};
  const auto act = act_from(words.value("act"));
  if (!act) return act.error();
  return std::optional(*act);
}

std::optional<Place> place_from(std::string_view word) {
  for (const Place place : {Place::any, Place::in_person, Place::remote})
    if (slug(place) == word) return place;
  return std::nullopt;
}

Result<By> by_option(const ParsedArgs& words) {
  if (!words.has("by")) return By::day;
  const std::string given = words.value("by");
  if (const auto by = by_from_word(given)) return *by;
  const std::string unit = unit_of_adverb(given);
  const std::string close = !unit.empty()          ? unit
                            : given == "people"    ? "person"
                            : given.ends_with('s') ? given.substr(0, given.size() - 1)
                                                   : "";
  return usage_error("\"" + given + "\" is not something to group by",
                     by_from_word(close)
                         ? "use --by " + close
                         : "use day, week, month, year, weekday, hour, act, person or tag");
}

/// "-3", the number of entries in other programs.
bool is_number_option(std::string_view word) {
  return word.size() > 1 && word[0] == '-' && word.find_first_not_of("0123456789", 1) == word.npos;
}

/// The error for `log` without an act before the names; one may come after them.
Error act_is_missing(const ParsedArgs& words) {
  const auto act = std::ranges::find_if(
      words.words, [](const std::string& word) { return act_from_command(word).has_value(); });
  std::string form;
  for (auto word = words.words.begin(); word < act && has_names(*word); ++word)
    form += " " + shell_word(*word);
  if (act != words.words.end())
    return usage_error("the act comes first", "connect log " + *act + form +
                                                  (act + 1 == words.words.end() ? "" : " NOTE"));
  return usage_error("which act should be logged: " + std::string(four_acts) + "?",
                     "connect log ACT @NAME, connect done for today's suggestion, or connect list "
                     "to see what is logged");
}

/// The error for a word after `log` that is no act: another command, or what `list` would take.
std::optional<Error> other_command(const ParsedArgs& words, const Calendar& calendar) {
  const std::string& word = words.words[0];
  const std::string what = "\"" + word + "\" is not an act";
  if (find_command(word) != nullptr) {
    CommandLine line = words.line;
    line.words.erase(line.words.begin() + static_cast<std::ptrdiff_t>(line.place));
    const std::string whole = line.with(word, word);
    return usage_error(what, whole.empty() ? as_form(word) : whole);
  }
  if (is_number_option(word)) return usage_error(what, "connect list -n " + word.substr(1));
  if (period_from_words(word, calendar)) return usage_error(what, "connect list " + word);
  return std::nullopt;
}

/// The error for a word of `prompt` that is neither an act nor a person.
Error no_operand(const std::string& word, const ParsedArgs& words, bool follows_name) {
  Error error = act_from(word).error();
  const auto close = nearest_act(word);
  const std::string whole = close ? words.line.with(word, *close) : "";
  if (const auto option = word_as_option(words, word))
    error.hint = *option;
  else if (place_from(word))
    error.hint = "connect prompt --place " + word;
  else if (!whole.empty())
    error.hint = whole;
  else if (follows_name)
    error.hint = "put quotes around a name with spaces: connect prompt \"@Aunt Ruth\"";
  else
    error.hint += "; for a person: connect prompt " + shell_word("@" + word);
  return error;
}

/// The error for two acts among the words of `prompt`.
Error two_acts(const ParsedArgs& words, Act first, Act second) {
  std::string people;
  for (const auto& word : words.words)
    if (!act_from_word(word)) people += " " + shell_word(word);
  const auto command = [&](Act act) { return "connect prompt " + std::string(slug(act)) + people; };
  return usage_error("a suggestion is for one act", command(first) + ", or " + command(second));
}

/// Adds the people and the act among the words of `prompt`.
Status add_operands(PromptArgs& args, const ParsedArgs& words) {
  std::vector<std::string> tags;
  std::optional<Act>& act = args.wish.act;
  for (const auto* operands : {&words.words, &words.rest})
    for (const auto& word : *operands) {
      if (word.starts_with('@') || word.starts_with('+')) {
        const auto added = add_names({args.with, tags, args.name_words}, word);
        if (!added) return added;
        if (tags.empty()) continue;
        return usage_error(
            "a suggestion is for an act or a person, not for a tag",
            "connect report " + shell_word("+" + tags[0]) + " shows when you used it");
      }
      const auto given = act_from_word(word);
      if (!given) return no_operand(word, words, !args.name_words.empty());
      if (act && *act != *given) return two_acts(words, *act, *given);
      act = given;
    }
  return success();
}

/// Of a selection all time, else this month; to today unless the QUERY has an end.
DayRange report_period(const Filter& filter, const Calendar& calendar) {
  DayRange period = filter.period.value_or(
      *period_from_words(filter.selection.empty() ? "month" : "all", calendar));
  if (period.until == *day_of({9999, 12, 31}))
    period.until = std::max(period.since, calendar.today);
  return period;
}

/// A usage error when --redact cannot hide every name.
std::optional<Error> unhidden(const ReportWish& wish) {
  if (wish.redacted && wish.with_notes)
    return usage_error("notes could contain the names that --redact hides",
                       "leave out --with-notes or --redact");
  if (wish.redacted && !wish.selection.texts.empty())
    return usage_error("the text you search for could be a name that --redact hides",
                       "leave out the text or --redact; a person is written @NAME");
  return std::nullopt;
}

/// Statistics if they are asked for, and always in JSON; other formats than text are often meant
/// for others.
Result<WithFeelings> feelings_in(const ParsedArgs& words, const ReportWish& wish, Format format) {
  if (words.has("feelings") && wish.redacted)
    return usage_error("a report with --redact never has feelings",
                       "leave out --feelings or --redact");
  if (words.has("feelings") && !wish.selection.empty())
    return usage_error("feelings belong to days, not to the entries that you search for",
                       "use --feelings with a period only: connect report 12m --feelings");
  if (words.has("feelings") || format == Format::json) return WithFeelings::statistics;
  return format == Format::text ? WithFeelings::levels : WithFeelings::nothing;
}

/// The entry whose note closes the page. Only a page has room for it.
Result<std::optional<std::string>> quote_in(const ParsedArgs& words, const ReportWish& wish,
                                            Format format) {
  if (!words.has("quote")) return std::optional<std::string>();
  if (wish.redacted)
    return usage_error("a quoted note could contain the names that --redact hides",
                       "leave out --quote or --redact");
  if (format != Format::html)
    return usage_error("only the html page ends with a quote",
                       "use --format html, or leave out --quote");
  return std::optional(words.value("quote"));
}

template <class Args>
Result<Invocation> bare(const ParsedArgs& words) {
  if (auto error = surplus(words, 0)) {
    const std::string name(words.line.command == nullptr ? "" : words.line.command->name);
    error->hint = name.empty() ? "connect" : "connect " + name;
    return *error;
  }
  return Invocation{Args{}};
}

/// The file to write; empty for standard output, which "-" means too.
std::string output_from(const ParsedArgs& words) {
  const std::string output = words.value("output");
  return output == "-" ? "" : output;
}

/// The error if the whole note is the name of an act: "listen thank @Maya". An entry has one act.
std::optional<Error> second_act(Act act, const EntryArgs& entry) {
  const auto second = act_from_phrase(entry.note);
  if (!second || *second == act || entry.loose != entry.note.size()) return std::nullopt;
  const std::string names =
      signed_words("@", entry.with) + signed_words("+", entry.tags) + when_options(entry);
  return usage_error("\"" + entry.note + "\" is a second act",
                     "for the act: connect log " + std::string(slug(*second)) + names +
                         "; for a note: connect log " + std::string(slug(act)) + names + " -m " +
                         shell_word(entry.note));
}

/// The value of --ask.
std::optional<std::string> follow_up_in(const ParsedArgs& words) {
  return words.has("ask") ? std::optional(words.value("ask")) : std::nullopt;
}

}  // namespace

Result<std::optional<Place>> place_option(const ParsedArgs& words) {
  if (!words.has("place")) return std::optional<Place>{};
  const auto place = place_from(words.value("place"));
  if (place) return place;
  return usage_error("\"" + words.value("place") + "\" is not a place",
                     "use in-person, remote or any");
}

std::optional<std::string> nearest_act(const std::string& word) {
  if (const Guess* guess = command_guess(word); guess != nullptr && act_from_word(guess->meant))
    return std::string(guess->meant);
  return nearest(word, act_words());
}

Result<Act> act_from(const std::string& word) {
  if (const auto act = act_from_word(word)) return *act;
  const auto close = nearest_act(word);
  return usage_error(
      "\"" + word + "\" is not an act" + (close ? "; did you mean " + *close + "?" : ""),
      "use " + std::string(four_acts));
}

std::string as_form(const std::string& command) {
  if (command == "log") return "connect log ACT @NAME NOTE";
  const bool logs =
      act_from_command(command) || command == "done" || command == "notice" || command == "ask";
  return "connect " + command + (logs ? " @NAME NOTE" : "");
}

Result<Act> act_of(const ParsedArgs& words) {
  auto act = act_from(words.words[0]);
  if (act) return act;
  Error error = act.error();
  if (const auto close = nearest_act(words.words[0]))
    if (std::string whole = words.line.with(words.words[0], *close); !whole.empty())
      error.hint = std::move(whole);
  return error;
}

std::optional<std::string> word_as_option(const ParsedArgs& words, const std::string& word) {
  const Command* command = words.line.command;
  if (command == nullptr || find_option(*command, "--" + word) == nullptr) return std::nullopt;
  const std::string whole = words.line.with(word, "--" + word);
  return whole.empty() ? std::nullopt : std::optional(whole);
}

std::string words_joined(std::span<const std::string> words) {
  std::string text;
  for (const auto& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

std::size_t words_of_day(std::span<const std::string> words, Day today) {
  constexpr std::size_t most = 4;  // "fri 20 nov 2026"
  std::size_t longest = 0;
  for (std::size_t count = 1; count <= std::min(most, words.size()); ++count)
    if (day_looking_back(words_joined(words.first(count)), today)) longest = count;
  return longest;
}

bool are_of_name(std::span<const std::string> words) {
  constexpr std::string_view none_of_name = "@+-=/:_0123456789";
  return std::ranges::all_of(words, [&](const std::string& word) {
    return !word.empty() && word.find_first_of(none_of_name) == word.npos;
  });
}

std::string day_before_words(const std::string& text) {
  const auto day = leading_day(text, {*day_of({2000, 1, 1}), 0});
  return day && *day ? text.substr(0, (*day)->size) : "";
}

std::optional<Error> surplus(const ParsedArgs& words, std::size_t allowed) {
  const std::size_t given = words.words.size() + words.rest.size();
  if (given <= allowed) return std::nullopt;
  const std::string& word = words.words.size() > allowed ? words.words[allowed]
                                                         : words.rest[allowed - words.words.size()];
  auto error = usage_error("\"" + word + "\" is one word too many",
                           "leave it out; --help shows which words this command takes");
  if (auto option = word_as_option(words, word)) error.hint = *std::move(option);
  return error;
}

Result<Invocation> understand_today(const ParsedArgs& words, const Calendar&) {
  return bare<TodayArgs>(words);
}

Result<Invocation> understand_prompt(const ParsedArgs& words, const Calendar&) {
  PromptArgs args;
  const auto act = act_option(words);
  if (!act) return act.error();
  const auto place = place_option(words);
  if (!place) return place.error();
  const bool never = words.has("never");
  args.wish = {never || words.has("another"), *act, "", words.has("small"), *place, never};
  args.why = words.has("why");
  args.list = words.has("list");
  args.once = words.has("once");
  if (const auto added = add_operands(args, words); !added) return added.error();
  if (args.list && !args.with.empty())
    return usage_error("--list cannot be combined with a person", "leave out --list or @PERSON");
  if (args.once && (args.list || words.has("json")))
    return usage_error("--once cannot be combined with --json or --list",
                       "leave out --once, or --json and --list");
  return Invocation{args};
}

Result<Invocation> understand_done(const ParsedArgs& words, const Calendar& calendar) {
  auto entry = entry_from(words, 0, calendar);
  if (!entry) return entry.error();
  return Invocation{LogArgs{std::nullopt, *std::move(entry), follow_up_in(words)}};
}

Result<Invocation> understand_log(const ParsedArgs& words, const Calendar& calendar) {
  if (words.words.empty() || words.words[0].starts_with('@') || words.words[0].starts_with('+'))
    return act_is_missing(words);
  if (words.words.size() == 1 && words.words[0] == "help" && words.rest.empty())
    return usage_error("\"help\" could be the act or a question",
                       "use connect log offer for the act, or connect help log");
  const auto act = act_of(words);
  if (!act) return other_command(words, calendar).value_or(act.error());
  auto entry = entry_from(words, 1, calendar);
  if (!entry) return entry.error();
  if (auto error = second_act(*act, *entry)) return *std::move(error);
  return Invocation{LogArgs{*act, *std::move(entry), follow_up_in(words)}};
}

Result<Invocation> understand_streak(const ParsedArgs& words, const Calendar& calendar) {
  for (const auto& word : words.words)
    if (word == "explain")
      return usage_error("\"explain\" could be the option or text to search for",
                         "use --explain for the option, or --grep explain for the text");
  auto filter = filter_from(words, calendar);
  if (!filter) return filter.error();
  StreakArgs args{*std::move(filter), words.has("explain"), {}};
  if (args.filter.period) args.period_words = words.words;
  return Invocation{std::move(args)};
}

namespace {

Result<Invocation> understand_effect(const ParsedArgs& words, const Calendar& calendar) {
  for (const std::string option : {"by", "with-notes", "redact", "feelings", "quote"})
    if (words.has(option))
      return usage_error("--effect and --" + option + " cannot be combined",
                         "leave one of them out");
  EffectArgs args;
  auto filter = filter_from(words, calendar);
  if (!filter) return filter.error();
  args.filter = *std::move(filter);
  if (!args.filter.selection.empty())
    return usage_error("--effect is about days, not about the entries that you search for",
                       "use it with a period only: connect report 12m --effect");
  const auto format = format_from(words, effect_formats);
  if (!format) return format.error();
  args.format = *format;
  args.output = output_from(words);
  args.force = words.has("force");
  return Invocation{args};
}

}  // namespace

Result<Invocation> understand_report(const ParsedArgs& words, const Calendar& calendar) {
  if (words.has("effect")) return understand_effect(words, calendar);
  ReportArgs args;
  if (auto error = option_as_word(words, report_formats)) return *error;
  auto filter = filter_from(words, calendar);
  if (!filter) return filter.error();
  args.filter = *std::move(filter);
  const auto by = by_option(words);
  if (!by) return by.error();
  args.wish = {report_period(args.filter, calendar),
               *by,
               words.has("with-notes"),
               words.has("redact"),
               words.has("by"),
               args.filter.selection};
  if (auto error = unhidden(args.wish)) return *error;
  const auto format = format_from(words, report_formats);
  if (!format) return format.error();
  args.format = *format;
  const auto feelings = feelings_in(words, args.wish, *format);
  if (!feelings) return feelings.error();
  args.wish.feelings = *feelings;
  auto quote = quote_in(words, args.wish, *format);
  if (!quote) return quote.error();
  args.quote = *std::move(quote);
  args.output = output_from(words);
  args.force = words.has("force");
  return Invocation{args};
}

Result<Invocation> understand_list(const ParsedArgs& words, const Calendar& calendar) {
  if (auto error = option_as_word(words, list_formats)) return *error;
  for (const auto& word : words.words)
    if (is_number_option(word)) {
      const std::string limit = "-n " + word.substr(1);
      return usage_error(word + " is not an option of connect list; did you mean " + limit + "?",
                         words.line.with(word, limit));
    }
  const bool has_article = words.words.size() == 2 && words.words[0] == "the";
  const std::string only = words.words.size() == 1 || (has_article && words.words[1] == "last")
                               ? words.words.back()
                               : "";
  if (const auto number = small_number(only); number && *number < 1000)
    return usage_error("\"" + only + "\" could be a number of entries or text to search for",
                       "use -n " + only + " for the number, or --grep " + only + " for the text");
  ParsedArgs query = words;
  if (only == "last") {
    query.words.clear();
    std::ranges::fill(query.with_places, 0);
  }
  auto filter = filter_from(query, calendar);
  if (!filter) return filter.error();
  const bool is_last = only == "last" && !filter->limit;
  if (is_last) filter->limit = 1;
  const auto format = format_from(words, list_formats);
  if (!format) return format.error();
  return Invocation{
      ListArgs{*std::move(filter), *format, words.has("raw"), words.has("reverse"), is_last}};
}

Result<Invocation> understand_export(const ParsedArgs& words, const Calendar& calendar) {
  if (auto error = option_as_word(words, export_formats)) return *error;
  auto filter = filter_from(words, calendar);
  if (!filter) return filter.error();
  const auto format = format_from(words, export_formats);
  if (!format) return format.error();
  ExportArgs args;
  args.filter = *std::move(filter);
  args.format = *format;
  args.raw = words.has("raw");
  args.notes = !words.has("no-notes");
  args.filtered = !words.words.empty() || !words.rest.empty();
  for (const char* option :
       {"since", "until", "period", "on", "act", "with", "tag", "grep", "limit"})
    args.filtered = args.filtered || words.has(option);
  args.output = output_from(words);
  args.force = words.has("force");
  return Invocation{std::move(args)};
}

Result<Invocation> understand_get(const ParsedArgs& words, const Calendar&) {
  if (!words.rest.empty()) return *surplus(words, words.words.size());
  return Invocation{GetArgs{words.words, words.has("exit-code")}};
}

/// An unknown kind of name, which newer completions may ask for, has no names.
Result<Invocation> understand_complete(const ParsedArgs& words, const Calendar&) {
  using Of = CompleteArgs::Of;
  const std::string what = words.words.empty() ? "" : words.words[0];
  return Invocation{CompleteArgs{what == "people" ? Of::people
                                 : what == "tags" ? Of::tags
                                                  : Of::nothing}};
}

Result<Invocation> understand_undo(const ParsedArgs& words, const Calendar&) {
  return bare<UndoArgs>(words);
}

Result<Invocation> understand_redo(const ParsedArgs& words, const Calendar&) {
  return bare<RedoArgs>(words);
}

Result<Invocation> understand_memories(const ParsedArgs& words, const Calendar& calendar) {
  std::vector<std::string> all = words.words;
  all.insert(all.end(), words.rest.begin(), words.rest.end());
  if (all.empty()) return Invocation{MemoriesArgs{}};
  const std::string text = words_joined(all);
  // In March, "24 dec" is that of this year: the one of last year is a memory, too.
  const Day new_year = *day_of({civil(calendar.today).year, 1, 1});
  if (const auto date = date_from_words(lower_case(text)); date && !date->year && !date->weekday)
    if (const auto day = first_of(*date, new_year)) return Invocation{MemoriesArgs{*day}};
  if (const auto day = day_looking_back(text, calendar.today))
    return Invocation{MemoriesArgs{*day}};
  return day_from_words(text, calendar).error();
}

Result<Invocation> understand_why(const ParsedArgs& words, const Calendar&) {
  if (auto error = surplus(words, 1)) return *error;
  if (words.words.empty()) return Invocation{WhyArgs{}};
  const auto act = act_of(words);
  if (!act) return act.error();
  return Invocation{WhyArgs{*act}};
}

}  // namespace connect::cli
