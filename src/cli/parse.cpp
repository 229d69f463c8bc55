// The only file that uses CLI11. CLI11 options are built only for the command that was named,
// because a shell greeting must not pay for options that nobody gave.
#include "cli/parse.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/guesses.hpp"
#include "cli/understand.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/shell_word.hpp"
#include "domain/text/utf8.hpp"
#include "domain/time/day_words.hpp"
#include "domain/time/periods.hpp"

namespace connect::cli {
namespace {

/// Of files that connect writes.
constexpr auto file_endings = std::to_array<std::string_view>(
    {".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".ics", ".md", ".html", ".svg"});

bool takes_value(std::string_view word) {
  return std::ranges::any_of(global_options(), [&](const Option& option) {
    return option.takes != Takes::nothing && option.is_called(word);
  });
}

/// The index of the command's name: the first word that is neither an option nor its value;
/// words.size() if there is none.
std::size_t command_place(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") return words.size();
    if (!words[i].starts_with('-')) return i;
    if (takes_value(words[i])) ++i;
  }
  return words.size();
}

/// The whole line with the wrong word replaced, or `short_form` if it cannot be repeated.
std::string instead(const CommandLine& line, std::string_view wrong, const std::string& right,
                    std::string short_form) {
  const std::string whole = line.with(wrong, right);
  return whole.empty() ? std::move(short_form) : whole;
}

/// The command for a word: its own name, `log` for an act, or `people` for @NAME.
const Command* command_of(std::string_view word) {
  if (word.starts_with('@')) return find_command("people");
  return act_from_command(word) ? find_command("log") : find_command(word);
}

/// The names of commands, and the acts, which may take their place.
std::vector<std::string> words_of_commands() {
  std::vector<std::string> names;
  for (const Command& command : commands())
    if (!command.group.empty()) names.emplace_back(command.name);
  for (auto& word : act_words())
    if (act_from_command(word)) names.push_back(std::move(word));
  return names;
}

/// Writes the day at the end of the line as --on DAY: "called @Maya yesterday" is `connect check-in
/// @Maya --on yesterday`.
void day_to_option(CommandLine& line, const Calendar& calendar) {
  constexpr std::size_t most = 4;  // "fri 20 nov 2026"
  auto& words = line.words;
  for (std::size_t count = std::min(most, words.size() - line.place - 1); count > 0; --count) {
    const std::string day = words_joined(std::span(words).last(count));
    const bool is_value = words[words.size() - count - 1].starts_with('-');
    if (is_value || !day_from_words(day, calendar)) continue;
    words.resize(words.size() - count);
    words.insert(words.end(), {"--on", day});
    return;
  }
}

/// The error for a word that is usual elsewhere.
Error guessed_command(const std::string& what, const Guess& guess, CommandLine line,
                      const Calendar& calendar) {
  const std::string meant(guess.meant), hint(guess.hint);
  if (meant.empty()) return usage_error(what, hint);
  line.command = command_of(meant.substr(0, meant.find(' ')));
  if (act_from_command(meant)) day_to_option(line, calendar);
  return usage_error(what + "; did you mean " + meant + "?",
                     line.words.size() > 1 ? instead(line, guess.word, meant, hint) : hint);
}

/// The error for a period or day in place of a command: "2026", "last week", "friday". A single
/// word with a guess of its own keeps it. Names and options after it are repeated.
std::optional<Error> period_first(const std::string& what, CommandLine line,
                                  const Calendar& calendar) {
  constexpr std::size_t most = 8;  // "from 20 nov 2025 to 3 jan 2026"
  std::string words, phrase;
  std::size_t end = line.place;
  bool is_day = false;
  for (auto i = line.place; i < std::min(line.words.size(), line.place + most); ++i) {
    words.append(words.empty() ? "" : " ").append(line.words[i]);
    const auto period = period_from_words(words, calendar);
    if (!period) continue;
    phrase = words;
    is_day = period->since == period->until && day_looking_back(words, calendar.today);
    end = i + 1;
  }
  if (phrase.empty() || (end == line.place + 1 && command_guess(phrase) != nullptr))
    return std::nullopt;
  std::string hint = is_day ? "connect list " : "connect report ";
  hint += phrase;
  for (auto i = end; i < line.words.size() && has_names(line.words[i]); ++i)
    hint += " " + shell_word(line.words[i]);
  return usage_error(what, hint);
}

Error unknown_command(CommandLine line, const Calendar& calendar) {
  const std::string& name = line.words[line.place];
  const std::string what = "\"" + name + "\" is not a command";
  if (name == "help") return usage_error(what + " of its own", "connect help all");
  if (act_from_word(name)) {  // a single letter
    line.command = find_command("log");
    return usage_error(what, instead(line, name, "log " + name, "connect log " + name));
  }
  if (name == "all") return usage_error(what, "connect help all");
  if (name.starts_with('+')) {
    line.command = find_command("list");
    return usage_error(what, instead(line, name, "list " + name, "connect list " + name));
  }
  if (auto error = period_first(what, line, calendar)) return *std::move(error);
  if (const Guess* guess = command_guess(name))
    return guessed_command(what, *guess, line, calendar);
  const auto close = nearest(name, words_of_commands());
  if (!close) return usage_error(what, "connect --help lists the commands");
  line.command = command_of(*close);
  return usage_error(what + "; did you mean " + *close + "?",
                     instead(line, name, *close, as_form(*close)));
}

/// Words such as "-5" or "-,7,5" are values; any other word with a dash was meant as an option.
bool looks_like_option(const std::string& word) {
  return word.size() > 1 && word[0] == '-' && word[1] != ',' && (word[1] < '0' || word[1] > '9');
}

/// A word such as -@Maya or -+work, of a command that takes names away.
bool may_take_away(const Command& command, std::string_view word) {
  return (word.starts_with("-@") || word.starts_with("-+")) &&
         command.operands.find("[-]@") != std::string_view::npos;
}

template <class Visit>
void each_option(const Command& command, Visit visit) {
  for (const Option& option : global_options()) visit(option);
  for (const auto& group : command.options)
    for (const Option& option : group) visit(option);
}

std::string whole_name(const Command& command) {
  return "connect" + std::string(command.name.empty() ? "" : " ") + std::string(command.name);
}

/// A usage error for a last option without its value, or for a flag with one.
std::optional<Error> unvalued(const Command& command, const std::vector<std::string>& words) {
  std::optional<Error> error;
  each_option(command, [&](const Option& option) {
    const std::string name = "--" + std::string(option.key());
    if (option.takes != Takes::nothing) {
      if (!words.empty() && option.is_called(words.back()))
        error = usage_error(words.back() + " needs a value",
                            words.back() + " " + std::string(option.value));
    } else if (std::ranges::any_of(
                   words, [&](const auto& word) { return word.starts_with(name + "="); })) {
      error = usage_error(name + " takes no value", whole_name(command) + " " + name);
    }
  });
  return error;
}

/// Whether the usage of the command has this word, such as "edit" in "[edit]".
bool has_operand(const Command& command, std::string_view word) {
  const std::string_view usage = command.operands;
  const auto is_letter = [&](std::size_t at) {
    return at < usage.size() && usage[at] >= 'a' && usage[at] <= 'z';
  };
  for (auto at = usage.find(word); at != usage.npos; at = usage.find(word, at + 1))
    if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return !word.empty();
  return false;
}

/// The option that was meant by `name`, which is none: with the dashes mended, usual elsewhere, or
/// misspelled; empty if there is none.
std::string meant_option(const Command& command, const std::string& name) {
  if (find_option(command, "-" + name) != nullptr) return "-" + name;  // -yesterday
  if (name.size() == 3 && find_option(command, name.substr(1)) != nullptr)
    return name.substr(1);  // --n
  if (const auto guess = option_guess(command, name); !guess.empty()) return std::string(guess);
  std::vector<std::string> keys;
  each_option(command, [&](const Option& option) {
    // One slip in two letters makes any other word of them.
    if (option.key().size() > 2) keys.emplace_back(option.key());
  });
  const auto close = nearest(name.substr(std::min(name.find_first_not_of('-'), name.size())), keys);
  return close ? "--" + *close : "";
}

/// The error for `connect @Maya --yesterday`, which was meant as an entry without its act.
std::optional<Error> option_of_entry(const std::string& option, CommandLine line) {
  line.command = find_command("log");
  const std::string person = line.place < line.words.size() ? line.words[line.place] : "";
  if (!person.starts_with('@') || find_option(*line.command, option) == nullptr)
    return std::nullopt;
  const std::string meant = "log ACT " + shell_word(person);
  return usage_error(option + " is an option of connect log",
                     instead(line, person, meant, "connect " + meant + " " + option));
}

/// The line with the act that --act names as a word; a form if it cannot be repeated.
std::string with_act(CommandLine line, const std::string& option) {
  const std::string form = whole_name(*line.command) + " ACT";
  auto& words = line.words;
  const auto found = std::ranges::find(words, option);
  const auto sign = option.find('=');
  const bool is_next = sign == option.npos && found != words.end() && found + 1 != words.end();
  const std::string act = is_next ? found[1] : sign == option.npos ? "" : option.substr(sign + 1);
  if (!act_from_command(act) || found - words.begin() < static_cast<std::ptrdiff_t>(line.place))
    return form;
  words.erase(found, found + (is_next ? 2 : 1));
  std::size_t at = line.place;
  if (!act_from_command(words[at])) ++at;
  const auto is_act = [&] { return at < words.size() && act_from_word(words[at]); };
  if (line.command->name == "amend" && at < words.size() && !is_act() &&
      words[at].find_first_of("@+-") != 0)
    ++at;  // the entry
  if (is_act())
    words[at] = act;
  else
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), act);
  const std::string name = words[line.place];
  return instead(line, name, name, form);
}

// Options that people give to `rest`, whose days are words: those of the first day, of the last,
// and those that are the day.
constexpr auto first_days = std::to_array<std::string_view>(
    {"--on", "-d", "--date", "--day", "--from", "--since", "--start"});
constexpr auto last_days = std::to_array<std::string_view>({"--to", "--until", "--end"});
constexpr auto whole_days =
    std::to_array<std::string_view>({"-y", "--yesterday", "--today", "--tomorrow"});

/// Whether the word is one of these options, with a value or without.
bool is_one_of_these(std::span<const std::string_view> names, std::string_view word) {
  return std::ranges::find(names, word.substr(0, word.find('='))) != names.end();
}

/// The error for such an option: `--on sat`, `--from 24 dec --to 27 dec`, `--yesterday`.
Error day_of_rest(const std::string& what, const std::string& wrong, CommandLine line) {
  std::vector<std::string> words;
  bool has_first = false;
  for (const auto& word : line.words) {
    const auto sign = word.find('=');
    const std::string value = sign == word.npos ? "" : word.substr(sign + 1);
    if (is_one_of_these(first_days, word)) {
      has_first = true;
    } else if (is_one_of_these(last_days, word)) {
      words.emplace_back(has_first ? "to" : "until");
    } else {
      words.push_back(word == "-y" ? "yesterday" : word == wrong ? word.substr(2) : word);
      continue;
    }
    if (!value.empty()) words.push_back(value);
  }
  line.words = std::move(words);
  return usage_error(what, instead(line, "rest", "rest", "connect rest"));
}

/// The error for `rest --on sat` and `ask @Maya --on friday how`: these take a day as words.
std::optional<Error> day_as_option(const Command& command, const std::string& word,
                                   CommandLine line) {
  const auto sign = word.find('=');
  const std::string name = word.substr(0, sign);
  const std::string what = name + " is not an option of " + whole_name(command);
  if (command.name == "rest" &&
      (is_one_of_these(first_days, name) || is_one_of_these(last_days, name) ||
       is_one_of_these(whole_days, name)))
    return day_of_rest(what, word, line);
  const bool is_day = name == "--on" || name == "-d" || name == "--date" || name == "--day";
  if (!is_day || command.name != "ask") return std::nullopt;
  const auto found = std::ranges::find(line.words, word);
  if (sign == word.npos)
    line.words.erase(found);
  else
    *found = word.substr(sign + 1);
  std::string people;
  for (const auto& each : line.words)
    if (has_names(each)) people += " " + shell_word(each);
  const std::string day = day_before_words(words_joined({found, line.words.end()}));
  return usage_error(what, "connect ask" + (people.empty() ? " @NAME" : people) + " " +
                               (day.empty() ? "friday" : day) + " WORDS");
}

/// The line with every other option mended that is usual elsewhere: "--to 2020" in "list --from
/// 2018 --to 2020".
CommandLine with_other_options(CommandLine line, const Command& command, const std::string& wrong) {
  for (auto& word : line.words) {
    const std::string name = word.substr(0, word.find('='));
    if (word == "--") break;
    if (name == wrong || find_option(command, name) != nullptr) continue;
    if (const auto guess = option_guess(command, name); !guess.empty())
      word.replace(0, name.size(), guess);
  }
  return line;
}

Error unknown_option(const Command& command, const std::string& word, const CommandLine& given) {
  const std::string name = word.starts_with("--") ? word.substr(0, word.find('=')) : word;
  const std::string where = whole_name(command);
  const CommandLine line = with_other_options(given, command, name);
  if (auto error = option_of_entry(name, line)) return *std::move(error);
  if (auto error = day_as_option(command, word, line)) return *std::move(error);
  const auto takes = [&](std::string_view operand) {
    return command.operands.find(operand) != std::string_view::npos;
  };
  if ((name == "--tag" || name == "-t") && takes("+TAG"))
    return usage_error(name + " is not an option of " + where, "write a tag as a word: +work");
  if (name == "--act" && takes("ACT"))
    return usage_error(name + " is not an option of " + where,
                       "write the act as a word: " + with_act(line, word));
  // log --since monday
  if (command.name == "log" && line.words[line.place] == "log" &&
      line.place + 1 < line.words.size() && line.words[line.place + 1].starts_with('-') &&
      (name == "--oneline" || find_option(*find_command("list"), name) != nullptr)) {
    CommandLine list = line;
    list.command = find_command("list");
    return usage_error(
        name + " is not an option of " + where,
        name == "--oneline" ? "connect list" : instead(list, "log", "list", "connect list"));
  }
  const auto operand = word.substr(std::min(word.find_first_not_of('-'), word.size()));
  if (has_operand(command, operand) || (command.name.empty() && command_of(operand) != nullptr))
    return usage_error(word + " is not an option of " + where,
                       instead(line, word, operand, where + " " + operand));
  if (takes("QUERY") && (operand.starts_with('@') || operand.starts_with('+')))
    return usage_error("entries can be chosen by " + operand + ", but not left out by it",
                       instead(line, word, operand, where + " " + shell_word(operand)));
  if (takes("QUERY") && std::ranges::find(period_words(), operand) != period_words().end())
    return usage_error(word + " is not an option of " + where,
                       instead(line, word, operand, where + " " + operand));
  if (find_option(command, "--format") != nullptr &&
      std::ranges::find(file_endings, "." + operand) != file_endings.end())
    return usage_error(word + " is not an option of " + where,
                       instead(line, word, "--format " + operand, where + " --format " + operand));
  if (word == "-v" && command.name.empty())
    return usage_error(word + " is not an option of " + where, where + " -V");
  const std::string close = meant_option(command, name);
  if (close.empty())
    return usage_error(word + " is not an option of " + where,
                       (command.name.empty() ? "connect help all" : where + " --help") +
                           " lists its options; text that starts with - goes after --");
  const auto value = find_option(command, close)->value;
  const std::string bare = close + (value.empty() ? "" : " " + std::string(value));
  return usage_error(name + " is not an option of " + where + "; did you mean " + close + "?",
                     instead(line, name, line.words.back() == word && word == name ? bare : close,
                             where + " " + bare));
}

/// A usage error for a word such as -yesterday, which would be read as -y, -e and so on.
std::optional<Error> one_dash_short(const CommandLine& line,
                                    const std::vector<std::string>& arguments) {
  const Option* previous = nullptr;
  for (const auto& word : arguments) {
    const bool is_value = previous != nullptr && previous->takes != Takes::nothing;
    if (!is_value && word.starts_with('-') && !word.starts_with("--") &&
        find_option(*line.command, "-" + word.substr(0, word.find('='))) != nullptr)
      return unknown_option(*line.command, word, line);
    previous = is_value ? nullptr : find_option(*line.command, word);
  }
  return std::nullopt;
}

/// A usage error for an option that takes one value and was given several.
std::optional<Error> given_twice(const Command& command, const ParsedArgs& words) {
  std::optional<Error> error;
  each_option(command, [&](const Option& option) {
    const std::string name = "--" + std::string(option.key());
    if (option.takes == Takes::one && words.values(option.key()).size() > 1)
      error = usage_error(name + " was given twice, but takes one value",
                          "give " + name + " " + std::string(option.value) + " once");
  });
  return error;
}

/// Splits "--note=" into the option and an empty value, because CLI11 would report that one is
/// missing.
void part_empty_values(std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() < 4 || !words[i].starts_with("--") || !words[i].ends_with('=')) continue;
    words[i].pop_back();
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(++i), "");
  }
}

/// A number and a month, in any order, also "31 feb".
bool has_shape_of_date(std::string_view words) {
  const auto space = words.find(' ');
  if (space == words.npos) return false;
  const std::string first = lower_case(words.substr(0, space));
  const std::string second = lower_case(words.substr(space + 1));
  return (small_number(first) && month_from_word(second)) ||
         (month_from_word(first) && small_number(second));
}

/// Whether these words are a value of the option: a date, a period or a time.
bool is_value_of(const Option& option, const std::string& words, const Calendar& calendar) {
  if (option.value == "DATE")
    return day_looking_back(words, calendar.today) || has_shape_of_date(words);
  if (option.value == "PERIOD") return static_cast<bool>(period_from_words(words, calendar));
  return option.value == "HH:MM" && minutes_from_words(words).has_value();
}

/// Joins the words from this place on, up to the next that looks like an option.
void join_until_option(std::vector<std::string>& words, std::size_t place) {
  const auto first = words.begin() + static_cast<std::ptrdiff_t>(place);
  auto end = first + 1;
  for (; end != words.end() && !looks_like_option(*end); ++end) first->append(" ").append(*end);
  words.erase(first + 1, end);
}

/// Joins the words of a date, period or time that was given without quotes: --on fri 20 nov.
void join_values(const Command& command, std::vector<std::string>& words,
                 const Calendar& calendar) {
  constexpr std::size_t most = 4;  // "fri 20 nov 2026"
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto sign = words[i].find('=');
    const Option* option = find_option(command, words[i].substr(0, sign));
    if (option != nullptr && option->value.ends_with("WORDS"))
      join_until_option(words, sign == std::string::npos ? i + 1 : i);
    if (sign != std::string::npos || i + 2 >= words.size()) continue;
    if (option == nullptr || option->takes == Takes::nothing) continue;
    std::string phrase = words[++i], longest = phrase;
    std::size_t end = i;
    for (std::size_t next = i + 1; next < std::min(words.size(), i + most); ++next) {
      if (words[next].find_first_of("-@+") == 0) break;
      phrase += ' ' + words[next];
      if (!is_value_of(*option, phrase, calendar)) continue;
      longest = phrase;
      end = next;
    }
    words[i] = longest;
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(i);
    words.erase(first + 1, first + 1 + static_cast<std::ptrdiff_t>(end - i));
  }
}

/// The error for a word such as "-work", which would be read as -w ork; nothing for others.
std::optional<Error> run_together(const Command& command, const std::vector<std::string>& words) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  for (const auto& word : words) {
    if (!looks_like_option(word) || word[1] == '-') continue;
    const Option* option = nullptr;
    std::size_t at = 0;
    do {
      option = ++at < word.size() ? find_option(command, std::string("-") + word[at]) : nullptr;
    } while (option != nullptr && option->takes == Takes::nothing);
    if (option == nullptr || (option->value != "NAME" && option->value != "TEXT")) continue;
    const std::string_view rest = std::string_view(word).substr(at + 1);
    if (rest.size() < 2 || !std::ranges::all_of(rest, is_small)) continue;
    const std::string name(1, word[at]);
    return usage_error("\"" + word + "\" would be read as -" + name + " " + std::string(rest),
                       "put a space after -" + name + ", or put the word after --");
  }
  return std::nullopt;
}

/// How many operands come before each value of --with.
std::vector<std::size_t> places_of_with(const Command& command,
                                        const std::vector<std::string>& arguments) {
  std::vector<std::size_t> places;
  std::size_t operands = 0;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    const auto name_size = word.starts_with("--") ? word.find('=') : 2;
    const Option* option =
        word.starts_with('-') ? find_option(command, word.substr(0, name_size)) : nullptr;
    if (option == nullptr) {
      ++operands;
      continue;
    }
    if (option->key() == "with") places.push_back(operands);
    if (option->takes != Takes::nothing && word.size() <= name_size) ++i;
  }
  return places;
}

/// Splits the arguments into options and operands. CLI11 is used only if a word may be an option.
Result<ParsedArgs> tokens(const CommandLine& line, std::vector<std::string> arguments,
                          const Calendar& calendar) {
  const Command& command = *line.command;
  ParsedArgs out;
  out.line = line;
  const auto dashes = std::ranges::find(arguments, "--");
  if (dashes != arguments.end()) out.rest.assign(dashes + 1, arguments.end());
  arguments.erase(dashes, arguments.end());
  // Building twenty options out of strings costs more than everything else that `log` does.
  if (std::ranges::none_of(arguments, [](const auto& word) { return word.starts_with('-'); })) {
    out.words = std::move(arguments);
    return out;
  }

  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  each_option(command, [&](const Option& option) {
    auto& values = out.options[std::string(option.key())];
    if (option.takes == Takes::nothing) {
      app.add_flag(std::string(option.names), [&values](std::int64_t) { values.emplace_back(); });
    } else {
      app.add_option_function<std::string>(std::string(option.names), [](const std::string&) {})
          ->each([&values](const std::string& value) { values.push_back(value); })
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
          ->expected(1)
          ->allow_extra_args(false);
    }
  });
  if (auto error = one_dash_short(line, arguments)) return *error;
  if (auto error = unvalued(command, arguments)) return *error;
  part_empty_values(arguments);
  if (auto error = run_together(command, arguments)) return *std::move(error);
  join_values(command, arguments, calendar);
  out.with_places = places_of_with(command, arguments);
  std::ranges::reverse(arguments);  // the order that CLI11 takes
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    return usage_error(error.what(), whole_name(command) + " --help");
  }
  out.words = app.remaining();
  std::erase_if(out.options, [](const auto& option) { return option.second.empty(); });
  for (const auto& word : out.words)
    if (looks_like_option(word) && !may_take_away(command, word))
      return unknown_option(command, word, line);
  if (auto error = given_twice(command, out)) return *error;
  return out;
}

/// A usage error for a word that is the name of a file to write, where --output is needed. Words
/// such as "to" before it are left out.
std::optional<Error> file_as_word(const ParsedArgs& words) {
  if (find_option(*words.line.command, "--output") == nullptr) return std::nullopt;
  for (const auto& word : words.words) {
    if (std::ranges::none_of(file_endings, [&](auto ending) { return word.ends_with(ending); }))
      continue;
    CommandLine line = words.line;
    const auto place = std::ranges::find(line.words, word);
    if (const auto filler = place - 1; *filler == "to" || *filler == "as" || *filler == "into")
      line.words.erase(filler);
    return usage_error("\"" + word + "\" is one word too many",
                       instead(line, word, "-o " + shell_word(word),
                               whole_name(*line.command) + " -o " + shell_word(word)));
  }
  return std::nullopt;
}

Result<Globals> globals_from(const ParsedArgs& words) {
  Globals globals;
  globals.ledger = words.value("ledger");
  if (words.has("ledger") && globals.ledger.empty())
    return usage_error("the name of the ledger is empty",
                       "name a file with --ledger FILE, or leave the option out");
  globals.quiet = words.has("quiet");
  globals.json = words.has("json") || words.value("format") == "json";
  const std::string colour = words.value("color");
  if (colour == "always") globals.colour = Globals::Colour::always;
  if (colour == "never") globals.colour = Globals::Colour::never;
  if (!colour.empty() && colour != "auto" && globals.colour == Globals::Colour::automatic)
    return usage_error("\"" + colour + "\" is not a colour setting", "use auto, always or never");
  return globals;
}

/// `line`: connect help NAME.
Result<Request> help_of(CommandLine line, const Calendar& calendar) {
  ++line.place;
  const std::string name = line.place < line.words.size() ? line.words[line.place] : "";
  const bool all = name == "all" || name == "--all" || name == "-a";
  if (all || name.empty() || name.starts_with('-')) return Request{{}, HelpArgs{"", all}};
  const Command* command = command_of(name);
  if (command == nullptr && has_names(name))
    return usage_error("\"" + name + "\" is not a command", "connect help all");
  if (command == nullptr) return unknown_command(std::move(line), calendar);
  return Request{{}, HelpArgs{std::string(command->name)}};
}

/// Writes the act "check in" as one word, where the command takes an act or is one: for `log` and
/// `amend`, other words are a note.
void join_check_in(std::vector<std::string>& words, std::size_t place, const Calendar& calendar) {
  const Command* command = place < words.size() ? find_command(words[place]) : nullptr;
  std::size_t last = place;
  if (command != nullptr && command->name == "log")
    last = place + 1;
  else if (command != nullptr && command->name == "amend")
    last =
        place + 1 +  // after the entry: a word, or those of a day
        std::max<std::size_t>(1, words_of_day(std::span(words).subspan(place + 1), calendar.today));
  else if (command != nullptr && (command->operands.find("ACT") != std::string_view::npos ||
                                  command->operands.find("QUERY") != std::string_view::npos))
    last = words.size();
  for (std::size_t i = place; i + 1 < words.size() && i <= last && words[i] != "--"; ++i) {
    if (lower_case(words[i]) != "check" || lower_case(words[i + 1]) != "in") continue;
    const Option* option = i > place ? find_option(*command, words[i - 1]) : nullptr;
    if (option != nullptr && option->takes != Takes::nothing && option->key() != "act") continue;
    words[i] = "check-in";
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    return;
  }
}

/// A usage error for the first argument that is not UTF-8.
std::optional<Error> ill_formed(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (const auto at = invalid_utf8_at(words[i]))
      return usage_error(
          "argument " + std::to_string(i + 1) + " is not UTF-8 at byte " + std::to_string(*at),
          "check the terminal's encoding, or read the note from a file: -m - < FILE");
  return std::nullopt;
}

}  // namespace

bool is_completion(const std::vector<std::string>& words) {
  const std::size_t place = command_place(words);
  return place + 1 < words.size() && words[place] == "complete";
}

std::vector<std::string> words_of_no_command(const std::vector<std::string>& words) {
  auto place = command_place(words);
  if (place < words.size() && words[place] == "help") ++place;
  if (ill_formed(words) || place >= words.size() || command_of(words[place]) != nullptr) return {};
  return {words.begin() + static_cast<std::ptrdiff_t>(place), words.end()};
}

std::string ledger_option(const std::vector<std::string>& words) {
  constexpr std::string_view name = "--ledger";
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i].starts_with(std::string(name) + "=")) return words[i].substr(name.size() + 1);
    if (words[i] == name && i + 1 < words.size()) return words[i + 1];
  }
  return "";
}

bool wants_json(const std::vector<std::string>& words) {
  const auto end = std::ranges::find(words, "--");
  for (auto it = words.begin(); it != end; ++it)
    if (*it == "--json" || *it == "--format=json" ||
        (*it == "--format" && it + 1 != end && it[1] == "json"))
      return true;
  return false;
}

Result<Request> parse(const std::vector<std::string>& given, const Calendar& calendar) {
  if (auto error = ill_formed(given)) return *error;
  std::vector<std::string> words = given;
  join_check_in(words, command_place(words), calendar);
  CommandLine line{words, command_place(words), commands().data()};
  std::vector<std::string> arguments = words;
  if (line.place < words.size()) {
    if (words[line.place] == "help") return help_of(std::move(line), calendar);
    if (words[line.place] == "version") return Request{{}, VersionArgs{}};
    line.command = command_of(words[line.place]);
    if (words[line.place] == "complete" && !is_completion(words)) line.command = nullptr;
    if (line.command == nullptr) return unknown_command(std::move(line), calendar);
    // An act stays: it is the first operand of `log`. So does @NAME, an operand of `people`.
    if (line.command->name == words[line.place])
      arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(line.place));
  }
  const auto tokens_found = tokens(line, std::move(arguments), calendar);
  if (!tokens_found) return tokens_found.error();
  const auto globals = globals_from(*tokens_found);
  if (!globals) return globals.error();
  if (tokens_found->has("help"))
    return Request{*globals, HelpArgs{std::string(line.command->name)}};
  if (tokens_found->has("version")) return Request{*globals, VersionArgs{}};
  if (auto error = file_as_word(*tokens_found)) return *error;
  auto invocation = line.command->understand(*tokens_found, calendar);
  if (!invocation) return invocation.error();
  return Request{*globals, *std::move(invocation)};
}

}  // namespace connect::cli
