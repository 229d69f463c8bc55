// The commands and their options, as one table. The parser, --help and "did you mean" read it; the
// tests compare the man pages and the completions with it.
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/invocation.hpp"
#include "connect/result.hpp"
#include "domain/time/dates.hpp"

namespace connect::cli {

/// How many values an option takes.
enum class Takes : std::uint8_t { nothing, one, many };

struct Option {
  std::string_view names;  // "-d,--on"
  std::string_view value;  // "DATE"; empty when it takes none
  std::string_view help;
  Takes takes = Takes::one;

  /// The long name without dashes: the key in ParsedArgs::options.
  std::string_view key() const { return names.substr(names.rfind("--") + 2); }
  /// Whether the word is one of the names: "-d" or "--on".
  bool is_called(std::string_view word) const;
};

struct Command;

/// The words of the user, which a hint repeats with a wrong one replaced.
struct CommandLine {
  std::vector<std::string> words;
  std::size_t place = 0;             // of the command's name; words.size() if there is none
  const Command* command = nullptr;  // the one that was named, or meant

  /// "connect log thank --with Maya" for the wrong word --wiht: the whole line as it can be copied.
  /// No error shows the text of a note: the value of --note is TEXT, and words that may be part of
  /// a note are NOTE after a person. Without a person one of them may be a name, and the line is
  /// empty.
  std::string with(std::string_view wrong, const std::string& right) const;
};

/// A command line as tokens, not validated yet.
struct ParsedArgs {
  std::map<std::string, std::vector<std::string>, std::less<>> options;  // by key; "" for a flag
  std::vector<std::string> words;                                        // operands before "--"
  std::vector<std::string> rest;                                         // operands after "--"
  std::vector<std::size_t> with_places;  // how many words come before each value of --with
  CommandLine line;

  bool has(std::string_view option) const { return options.contains(option); }
  /// The last value given, or empty.
  std::string value(std::string_view option) const;
  /// All values given, in order.
  std::vector<std::string> values(std::string_view option) const;
};

/// Validates the tokens of one command and turns them into its arguments.
using Understand = Result<Invocation> (*)(const ParsedArgs&, const Calendar&);

struct Command {
  std::string_view name;
  std::string_view group;                          // heading in --help; empty: not listed
  std::string_view operands;                       // "ACT [@PERSON]... [+TAG]... [NOTE...]"
  std::string_view summary;                        // a line of --help
  std::string_view details;                        // a paragraph or two of its own --help
  std::string_view examples;                       // one a line
  std::array<std::span<const Option>, 4> options;  // in groups, which commands share
  Understand understand;
};

/// Every command in the order of --help; the first one, without a name, is bare `connect`.
std::span<const Command> commands();
/// Null for an unknown or empty name.
const Command* find_command(std::string_view name);
std::span<const Option> global_options();
/// The option of this command, or of all, that is called so: "-d" or "--on". Null if there is none.
const Option* find_option(const Command& command, std::string_view name);

}  // namespace connect::cli
