// The commands and their options, as one table. Parsing, --help, did-you-mean, the man pages and
// the completions are all held against it.
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

enum class Takes : std::uint8_t { nothing, one, many };

struct Option {
  std::string_view names;  // "-d,--on"
  std::string_view value;  // "DATE"; empty when it takes none
  std::string_view help;
  Takes takes = Takes::one;

  /// The long name without dashes, by which Words knows it.
  std::string_view key() const { return names.substr(names.rfind("--") + 2); }
};

/// A command line, taken apart but not yet understood.
struct Words {
  std::map<std::string, std::vector<std::string>, std::less<>> options;
  std::vector<std::string> words;  // before any "--"
  std::vector<std::string> rest;   // after it

  bool has(std::string_view option) const { return options.contains(option); }
  /// The last value given, or empty.
  std::string value(std::string_view option) const;
  std::vector<std::string> values(std::string_view option) const;
};

using Understand = Result<Invocation> (*)(const Words&, const Calendar&);

struct Command {
  std::string_view name;
  std::string_view group;
  std::string_view operands;                       // "ACT [@PERSON]... [+TAG]... [NOTE...]"
  std::string_view summary;                        // a line of --help
  std::string_view details;                        // a paragraph or two of its own --help
  std::string_view examples;                       // one a line
  std::array<std::span<const Option>, 3> options;  // those that many commands share, apart
  Understand understand;
};

/// Every command, in the order of --help; the first, nameless one is bare `connect`.
std::span<const Command> commands();
const Command* find_command(std::string_view name);
std::span<const Option> global_options();

}  // namespace connect::cli
