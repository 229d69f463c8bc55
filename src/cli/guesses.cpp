#include "cli/guesses.hpp"

#include <algorithm>
#include <array>

namespace connect::cli {
namespace {

constexpr auto command_guesses = std::to_array<Guess>({
    {"add", "log", "connect log thank @Maya"},
    {"backup", "export", "connect export -o connect.json"},
    {"break", "rest", "connect rest today"},
    {"call", "check-in", "connect check-in @Maya"},
    {"called", "check-in", "connect check-in @Maya"},
    {"cancel", "undo", "connect undo"},
    {"check", "check-in", "connect check-in @Maya"},
    {"cheers", "thank", "connect thank @Maya"},
    {"configure", "config", "connect config"},
    {"contacts", "people", "connect people"},
    {"del", "remove", "connect remove last"},
    {"delete", "remove", "connect remove last"},
    {"did", "done", "connect done"},
    {"due", "people --overdue", "connect people --overdue"},
    {"edit", "amend", "connect amend last -- a better note"},
    {"exit", "", "there is nothing to end: each command stops by itself"},
    {"family", "", "connect people for everybody, connect list +family for this tag"},
    {"feelings", "feel", "connect feel"},
    {"find", "list", "connect list TEXT"},
    {"friends", "people", "connect people"},
    {"grep", "list", "connect list TEXT"},
    {"history", "list", "connect list"},
    {"holiday", "rest", "connect rest 2w"},
    {"hug", "", "connect check-in @Maya for a hello, connect thank @Maya for a thank-you"},
    {"journal", "", "connect list for the entries, connect log thank @Maya for a new one"},
    {"last", "", "connect list -n 1 for the last entry, connect amend last for a correction"},
    {"ls", "list", "connect list"},
    {"man", "", "connect help all for the commands, man connect for the manual"},
    {"message", "check-in", "connect check-in @Maya"},
    {"modify", "amend", "connect amend last -- a better note"},
    {"month", "report month", "connect report month"},
    {"mood", "feel", "connect feel"},
    {"new", "log", "connect log thank @Maya"},
    {"note", "", "connect amend -- TEXT for an entry, connect notice @Sam TEXT for a kindness"},
    {"pause", "rest", "connect rest today"},
    {"person", "people", "connect people"},
    {"phone", "check-in", "connect check-in @Maya"},
    {"quit", "", "there is nothing to end: each command stops by itself"},
    {"restore", "", "connect undo for what was removed, connect import json FILE for an export"},
    {"revert", "undo", "connect undo"},
    {"rm", "remove", "connect remove last"},
    {"search", "list", "connect list TEXT"},
    {"settings", "config", "connect config"},
    {"show", "list", "connect list"},
    {"skip", "", "connect prompt --another for another act, connect rest today for a day off"},
    {"snooze", "", "connect prompt --another for another act, connect rest today for a day off"},
    {"start", "log", "connect log thank @Maya"},
    {"stats", "report", "connect report"},
    {"status", "connect", "connect"},
    {"summary", "report", "connect report"},
    {"tags", "report --by tag", "connect report --by tag"},
    {"text", "check-in", "connect check-in @Maya"},
    {"thx", "thank", "connect thank @Maya"},
    {"today", "connect", "connect"},
    {"track", "log", "connect log thank @Maya"},
    {"ty", "thank", "connect thank @Maya"},
    {"vacation", "rest", "connect rest 2w"},
    {"visit", "check-in", "connect check-in @Maya"},
    {"week", "report week", "connect report week"},
    {"who", "people", "connect people"},
    {"year", "report year", "connect report year"},
    {"yesterday", "", "connect list yesterday for its entries, connect thank -y for a new one"},
});

struct OptionGuess {
  std::string_view word;
  std::string_view meant;
};
constexpr auto option_guesses = std::to_array<OptionGuess>({
    {"--comment", "--note"},
    {"--date", "--on"},
    {"--day", "--on"},
    {"--file", "--output"},
    {"--from", "--since"},
    {"--message", "--note"},
    {"--name", "--with"},
    {"--people", "--with"},
    {"--person", "--with"},
    {"--search", "--grep"},
    {"--text", "--note"},
    {"--time", "--at"},
    {"--to", "--until"},
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
