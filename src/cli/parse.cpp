// The only file that uses CLI11. CLI11 options are built only for the command that was named,
// because a shell greeting must not pay for options that nobody gave.
#include "cli/parse.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "domain/text/name_folding.hpp"
#include "domain/text/utf8.hpp"

namespace connect::cli {
namespace {

bool is_name_of(const Option& option, std::string_view word) {
  return ("," + std::string(option.names) + ",").find("," + std::string(word) + ",") !=
         std::string::npos;
}

bool takes_value(std::string_view word) {
  return std::ranges::any_of(global_options(), [&](const Option& option) {
    return option.takes != Takes::nothing && is_name_of(option, word);
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

Error unknown_command(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands())
    if (!command.group.empty()) names.emplace_back(command.name);
  if (act_from_word(name))
    return usage_error("\"" + name + "\" is not a command", "connect log " + name);
  if (name == "all")
    return usage_error("\"" + name + "\" is not a command", "connect help all");
  const auto close = nearest(name, names);
  return usage_error(
      "\"" + name + "\" is not a command" + (close ? "; did you mean " + *close + "?" : ""),
      close ? "connect " + *close : "connect --help lists the commands");
}

/// Words such as "-5" or "-,7,5" are values; any other word with a dash was meant as an option.
bool looks_like_option(const std::string& word) {
  return word.size() > 1 && word[0] == '-' && word[1] != ',' && (word[1] < '0' || word[1] > '9');
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
      if (!words.empty() && is_name_of(option, words.back()))
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

Error unknown_option(const Command& command, const std::string& word) {
  std::vector<std::string> names;
  std::map<std::string, std::string> values;
  each_option(command, [&](const Option& option) {
    names.push_back("--" + std::string(option.key()));
    if (!option.value.empty()) values[names.back()] = " " + std::string(option.value);
  });
  const auto close = nearest(word.substr(0, word.find('=')), names);
  const std::string where = whole_name(command);
  const auto bare = word.substr(std::min(word.find_first_not_of('-'), word.size()));
  if (has_operand(command, bare))
    return usage_error(word + " is not an option of " + where, where + " " + bare);
  if (word == "-v") return usage_error(word + " is not an option of " + where, where + " -V");
  if (!close)
    return usage_error(word + " is not an option of " + where,
                       (command.name.empty() ? "connect help all" : where + " --help") +
                           " lists its options; text that starts with - goes after --");
  return usage_error(word + " is not an option of " + where + "; did you mean " + *close + "?",
                     where + " " + *close + values[*close]);
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

/// Splits the arguments into options and operands. CLI11 is used only if a word may be an option.
Result<ParsedArgs> tokens(const Command& command, std::vector<std::string> arguments) {
  ParsedArgs out;
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
  if (auto error = unvalued(command, arguments)) return *error;
  part_empty_values(arguments);
  std::ranges::reverse(arguments);  // the order that CLI11 takes
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    return usage_error(error.what(), whole_name(command) + " --help");
  }
  out.words = app.remaining();
  std::erase_if(out.options, [](const auto& option) { return option.second.empty(); });
  for (const auto& word : out.words)
    if (looks_like_option(word)) return unknown_option(command, word);
  if (auto error = given_twice(command, out)) return *error;
  return out;
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

Result<Request> help_of(const std::string& name) {
  const bool all = name == "all" || name == "--all" || name == "-a";
  if (all || name.empty() || name.starts_with('-')) return Request{{}, HelpArgs{"", all}};
  if (find_command(name) == nullptr) return unknown_command(name);
  return Request{{}, HelpArgs{name}};
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
  return place < words.size() && words[place] == "complete";
}

bool wants_json(const std::vector<std::string>& words) {
  const auto end = std::ranges::find(words, "--");
  for (auto it = words.begin(); it != end; ++it)
    if (*it == "--json" || *it == "--format=json" ||
        (*it == "--format" && it + 1 != end && it[1] == "json"))
      return true;
  return false;
}

Result<Request> parse(const std::vector<std::string>& words, const Calendar& calendar) {
  if (auto error = ill_formed(words)) return *error;
  const std::size_t place = command_place(words);
  std::vector<std::string> arguments = words;
  const Command* command = commands().data();
  if (place < words.size()) {
    if (words[place] == "help") return help_of(place + 1 < words.size() ? words[place + 1] : "");
    if (words[place] == "version") return Request{{}, VersionArgs{}};
    command = find_command(words[place]);
    if (command == nullptr) return unknown_command(words[place]);
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(place));
  }
  const auto tokens_found = tokens(*command, std::move(arguments));
  if (!tokens_found) return tokens_found.error();
  const auto globals = globals_from(*tokens_found);
  if (!globals) return globals.error();
  if (tokens_found->has("help")) return Request{*globals, HelpArgs{std::string(command->name)}};
  if (tokens_found->has("version")) return Request{*globals, VersionArgs{}};
  auto invocation = command->understand(*tokens_found, calendar);
  if (!invocation) return invocation.error();
  return Request{*globals, *std::move(invocation)};
}

}  // namespace connect::cli
