#include "cli/guesses.hpp"

#include <algorithm>
#include <array>

namespace connect::cli {
namespace {

constexpr auto command_guesses = std::to_array<Guess>({
    {"rm", "remove", "connect remove last"},
    {"del", "remove", "connect remove last"},
    {"delete", "remove", "connect remove last"},
    {"add", "log", "connect log thank @Maya"},
    {"new", "log", "connect log thank @Maya"},
    {"start", "log", "connect log thank @Maya"},
    {"track", "log", "connect log thank @Maya"},
    {"did", "done", "connect done"},
    {"check", "check-in", "connect check-in @Maya"},
    {"search", "list", "connect list TEXT"},
    {"find", "list", "connect list TEXT"},
    {"grep", "list", "connect list TEXT"},
    {"ls", "list", "connect list"},
    {"show", "list", "connect list"},
    {"stats", "report", "connect report"},
    {"summary", "report", "connect report"},
    {"edit", "amend", "connect amend last -- a better note"},
    {"modify", "amend", "connect amend last -- a better note"},
    {"cancel", "undo", "connect undo"},
    {"revert", "undo", "connect undo"},
    {"today", "", "connect"},
    {"status", "", "connect"},
    {"settings", "config", "connect config"},
    {"configure", "config", "connect config"},
    {"person", "people", "connect people"},
    {"tags", "report --by tag", "connect report --by tag"},
    {"called", "check-in", "connect check-in @Maya"},
    {"backup", "export", "connect export -o connect.json"},
});

struct OptionGuess {
  std::string_view word;
  std::string_view meant;
};
constexpr auto option_guesses = std::to_array<OptionGuess>({
    {"--date", "--on"},
    {"--day", "--on"},
    {"--time", "--at"},
    {"--person", "--with"},
    {"--people", "--with"},
    {"--name", "--with"},
    {"--message", "--note"},
    {"--text", "--note"},
    {"--comment", "--note"},
    {"--from", "--since"},
    {"--to", "--until"},
    {"--search", "--grep"},
    {"--file", "--output"},
});

}  // namespace

const Guess* command_guess(std::string_view word) {
  const auto found = std::ranges::find(command_guesses, word, &Guess::word);
  return found == command_guesses.end() ? nullptr : &*found;
}

std::string_view option_guess(const Command& command, std::string_view name) {
  const auto found = std::ranges::find(option_guesses, name, &OptionGuess::word);
  if (found == option_guesses.end() || find_option(command, found->meant) == nullptr) return {};
  return found->meant;
}

}  // namespace connect::cli
