// Parses the words of `people`, `notice` and `ask`.
#include <algorithm>
#include <array>
#include <span>

#include "cli/understand.hpp"
#include "domain/text/bare_name.hpp"
#include "domain/text/shell_word.hpp"
#include "domain/time/day_words.hpp"

namespace connect::cli {
namespace {

constexpr std::string_view quotes_needed = "put quotes around a name with spaces: ";

struct VerbHint {
  std::string_view verb;
  std::string_view hint;
};
constexpr std::string_view to_add =
    "connect people set NAME --every 14d, or name a person in an entry: connect thank @NAME";
constexpr std::string_view to_remove =
    "connect people set NAME --rest for no more suggestions, connect forget --person NAME to erase "
    "the name";
constexpr std::string_view to_join = "connect people rename NAME NAME";
constexpr std::string_view to_list = "connect people";

/// What people try as a subcommand, and what to type instead.
constexpr auto verb_hints = std::to_array<VerbHint>({
    {"add", to_add},
    {"delete", to_remove},
    {"due", "connect people --due"},
    {"forget", to_remove},
    {"join", to_join},
    {"list", to_list},
    {"merge", to_join},
    {"new", to_add},
    {"remove", to_remove},
    {"rm", to_remove},
    {"show", to_list},
});

/// "2w" for "2 weeks", "1w" for "week" or "7"; empty for what is no span.
std::string short_span(const std::string& text) {
  if (text == "month") return "30d";
  auto days = days_from_words(text);
  if (!days) days = days_from_words("1 " + text);
  if (!days) days = span_days(text + "d");
  if (!days || *days < 1) return "";
  return *days % 7 == 0 ? std::to_string(*days / 7) + "w" : std::to_string(*days) + "d";
}

/// The span that is said by the words after the name: "14d", "every 14d", "--every 2 weeks".
std::string loose_span(const ParsedArgs& words) {
  std::string text = words.value("every");
  for (std::size_t i = 2; i < words.words.size(); ++i)
    if (i > 2 || words.words[i] != "every")
      text.append(text.empty() ? "" : " ").append(words.words[i]);
  return short_span(text);
}

/// The days of "14d" or "2w"; 0 for "never".
Result<int> span_from(const std::string& text) {
  if (text == "never") return 0;
  if (const auto days = span_days(text); days && *days > 0) return *days;
  const std::string span = short_span(text);
  return usage_error("\"" + text + "\" is not a span of days",
                     span.empty() ? "use 14d, 2w or never" : "use --every " + span);
}

/// The line of the user with these words as one, in quotes (sign: a space) or with commas; empty if
/// they are not next to each other, or no name.
std::string line_with_names(const ParsedArgs& words, std::span<const std::string> names,
                            char sign) {
  CommandLine line = words.line;
  const auto found = std::ranges::search(line.words, names).begin();
  if (!are_of_name(names) || found == line.words.end()) return "";
  *found = words_joined(names);
  std::ranges::replace(*found, ' ', sign);
  line.words.erase(found + 1, found + static_cast<std::ptrdiff_t>(names.size()));
  return line.with(words.words[0], words.words[0]);
}

Result<Invocation> understand_set(const ParsedArgs& words) {
  if (words.words.size() < 2)
    return usage_error("which person do you mean?", "connect people set NAME --every 14d");
  // "Sam,Lena", "Sam, Lena" and "@Sam @Lena" are two people.
  std::string list = words.words[1];
  std::size_t used = 2;
  for (; used < words.words.size(); ++used) {
    const std::string& next = words.words[used];
    if (!list.ends_with(',') && !next.starts_with('@')) break;
    list.append(list.ends_with(',') ? "" : ",").append(next);
  }
  if (auto error = surplus(words, used)) {
    const std::string span = loose_span(words);
    const auto names = std::span<const std::string>(words.words).subspan(1);
    for (const auto& name : names)
      if (auto hint = word_as_option(words, name); hint && span.empty()) {
        error->hint = *std::move(hint);
        return *error;
      }
    const bool sets = std::ranges::any_of(
        words.options, [](const auto& option) { return option.first != "json"; });
    const std::string quoted = sets && words.rest.empty() ? line_with_names(words, names, ' ') : "";
    error->hint = !quoted.empty() && span.empty()
                      ? "for a name with spaces: " + quoted +
                            "; for several people: " + line_with_names(words, names, ',')
                  : !span.empty()
                      ? "connect people set " + shell_word(words.words[1]) + " --every " + span
                      : std::string(quotes_needed) + "connect people set \"Aunt Ruth\" --every 14d";
    return *error;
  }
  PersonSetArgs args;
  args.name = single_name(list);
  std::vector<std::string> tags;
  std::vector<NameWord> name_words;
  if (const auto added = add_people({args.names, tags, name_words}, list); !added)
    return added.error();
  if (!tags.empty())
    return usage_error("people set takes people, not a tag", "leave out +" + tags[0]);
  if (words.has("every")) {
    const auto days = span_from(words.value("every"));
    if (!days) return days.error();
    args.every_days = *days;
  }
  if (words.has("rest") && words.has("resume"))
    return usage_error("--rest and --resume contradict each other", "leave one of them out");
  if (words.has("rest") || words.has("resume")) args.resting = words.has("rest");
  if (const auto taken = take_details(words, args); !taken) return taken.error();
  if (!args.every_days && !args.resting && args.dates.empty() && !args.place && !args.setting &&
      !args.reach)
    return usage_error("what should be set for " + args.name + "?",
                       "use --every 14d, --rest, --resume, --date 05-12 birthday, --place, "
                       "--setting or --reach");
  return Invocation{args};
}

/// The hint if more than two words may be two names: those between which "to" stands, else the
/// first name with two words, or the second; of four words two each. Empty for others.
std::string renamings(const ParsedArgs& words) {
  const std::span<const std::string> names = std::span(words.words).subspan(1);
  if (!are_of_name(names) || names.size() < 3) return "";
  const auto command = [&](std::size_t end, std::size_t first) {
    return "connect people rename " + shell_word(words_joined(names.first(end))) + " " +
           shell_word(words_joined(names.subspan(first)));
  };
  for (std::size_t i = 1; i + 1 < names.size(); ++i)
    if (names[i] == "to" || names[i] == "as") return command(i, i + 1);
  if (names.size() > 4) return "";
  return std::string(quotes_needed) + command(2, 2) +
         (names.size() == 3 ? ", or " + command(1, 1) : "");
}

Result<Invocation> understand_rename(const ParsedArgs& words) {
  if (const std::string ways = renamings(words); !ways.empty() && words.rest.empty())
    return usage_error("people rename needs two names", ways);
  if (words.words.size() != 3)
    return usage_error("people rename needs two names",
                       words.words.size() < 3 ? "connect people rename NAME NAME"
                                              : std::string(quotes_needed) +
                                                    "connect people rename Ruth \"Aunt Ruth\"");
  PersonRenameArgs args{single_name(words.words[1]), single_name(words.words[2])};
  for (const auto& name : {args.from, args.to})
    if (auto error = unfit_name(name)) return *error;
  return Invocation{args};
}

/// The error for more words than the name of one person. A note is not shown.
Error more_than_a_name(const ParsedArgs& words) {
  const std::string what = "a card shows one person and takes no other words";
  if (words.rest.empty() && std::ranges::all_of(words.words, has_names)) {
    std::string list = "connect list";
    for (const auto& word : words.words) list += " " + shell_word(word);
    return usage_error(what, list);
  }
  const std::string person = shell_word("@" + tidy_name(words.words[0], '@'));
  return usage_error(what, "connect log ACT " + person + " NOTE for a new entry, connect list " +
                               person + " TEXT for a search, or put quotes around a name with " +
                               "spaces: connect \"@Aunt Ruth\"");
}

/// `people @Maya`, `people Maya` or `@Maya`.
Result<Invocation> understand_card(const ParsedArgs& words) {
  const std::string& word = words.words[0];
  if (words.has("overdue"))
    return usage_error("--due lists everybody who is due and takes no name",
                       "connect people --due");
  if (words.words.size() + words.rest.size() > 1 || word.find(",@") != word.npos ||
      (word.starts_with('@') && signed_parts(word).size() > 1))
    return more_than_a_name(words);
  PersonCardArgs args{single_name(word)};
  if (auto error = unfit_name(args.name)) return *error;
  return Invocation{args};
}

/// The people, and the words about them. `whom`: the error without people; `no_tags`: that with
/// tags.
Result<EntryArgs> words_about(const ParsedArgs& words, const Calendar& calendar, Error whom,
                              const char* no_tags) {
  auto about = entry_from(words, 0, calendar);
  if (!about) return about.error();
  if (about->with.empty()) {
    // "notice Sam stayed late"
    const std::string first = words.words.empty() ? "" : words.words[0];
    if (first.size() > 1 && first[0] >= 'A' && first[0] <= 'Z' && first.find(' ') == first.npos)
      if (const auto at = whom.hint.find("@NAME"); at != whom.hint.npos)
        whom.hint.replace(at, 5, shell_word("@" + first));
    return whom;
  }
  if (!about->tags.empty()) return usage_error(no_tags, "put words that start with + after --");
  return about;
}

bool has_no_words(const ParsedArgs& words) { return words.words.empty() && words.rest.empty(); }

}  // namespace

Result<Invocation> understand_people(const ParsedArgs& words, const Calendar&) {
  const std::string verb = words.words.empty() ? "" : words.words[0];
  if (!words.rest.empty() && !verb.starts_with('@')) return *surplus(words, words.words.size());
  if (verb == "set") return understand_set(words);
  for (const std::string_view option :
       {"every 14d", "rest", "resume", "date 05-12 birthday", "place remote", "setting home",
        "reach mailto:maya@example.org"}) {
    const std::string name(option.substr(0, option.find(' ')));
    if (words.has(name))
      return usage_error("--" + name + " works only with people set",
                         "connect people set NAME --" + std::string(option));
    if (verb != name) continue;
    const std::string person = words_joined(std::span(words.words).subspan(1));
    const bool is_person = name == option && !person.empty();
    return usage_error("people has no subcommand \"" + verb + "\"",
                       "connect people set " + (is_person ? shell_word(person) : "NAME") + " --" +
                           std::string(option));
  }
  if (verb == "rename") return understand_rename(words);
  if (words.has("overdue") && words.has("rhythms"))
    return usage_error("--due and --rhythms are two lists", "leave one of them out");
  if (verb.empty()) return Invocation{PeopleArgs{words.has("overdue"), words.has("rhythms")}};
  const auto known = std::ranges::find(verb_hints, verb, &VerbHint::verb);
  auto hint = word_as_option(words, verb);
  if (!hint && known != verb_hints.end()) hint = std::string(known->hint);
  if (hint) return usage_error("people has no subcommand \"" + verb + "\"", *hint);
  return understand_card(words);
}

Result<Invocation> understand_write(const ParsedArgs& words, const Calendar& calendar) {
  auto entry =
      words_about(words, calendar,
                  usage_error("whom do you want to write to?", "connect write @NAME, with the @"),
                  "a message has no tags");
  if (!entry) return entry.error();
  return Invocation{WriteArgs{*std::move(entry), words.has("print")}};
}

Result<Invocation> understand_notice(const ParsedArgs& words, const Calendar& calendar) {
  if (has_no_words(words)) return Invocation{KindnessesArgs{}};
  auto entry =
      words_about(words, calendar, usage_error("whom did you notice?", "connect notice @NAME NOTE"),
                  "a kindness has no tags");
  if (!entry) return entry.error();
  return Invocation{NoticeArgs{*std::move(entry)}};
}

Result<Invocation> understand_ask(const ParsedArgs& words, const Calendar& calendar) {
  if (has_no_words(words)) return Invocation{AsksArgs{}};
  auto entry = words_about(
      words, calendar,
      usage_error("whom do you want to ask?", "connect ask @NAME friday WORDS, with the @"),
      "a follow-up has no tags");
  if (!entry) return entry.error();
  return Invocation{AskArgs{*std::move(entry)}};
}

}  // namespace connect::cli
