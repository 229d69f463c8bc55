#include "cli/guesses.hpp"

#include <algorithm>
#include <array>

#include "domain/time/day_words.hpp"

namespace connect::cli {
namespace {

constexpr auto command_guesses = std::to_array<Guess>({
    {"add", "log", "connect log ACT @NAME"},
    {"annotate", "amend -e", "connect amend last -e"},
    {"another", "prompt --another", "connect prompt --another"},
    {"append", "amend -e", "connect amend last -e"},
    {"asked", "ask", "connect ask @NAME friday WORDS"},
    {"backup", "export", "connect export -o connect.json"},
    {"birthday", "", "connect people set NAME --date 05-12 birthday"},
    {"break", "rest", "connect rest today"},
    {"calendar", "report", "connect report"},
    {"call", "check-in", "connect check-in @NAME"},
    {"called", "check-in", "connect check-in @NAME"},
    {"cancel", "undo", "connect undo"},
    {"chat", "check-in", "connect check-in @NAME"},
    {"check", "", "connect check-in @NAME for an act, connect doctor for the ledger"},
    {"checked", "check-in", "connect check-in @NAME NOTE"},
    {"cheers", "thank", "connect thank @NAME"},
    {"commit", "", "connect sync"},
    {"complete", "done", "connect done @NAME NOTE"},
    {"completed", "done", "connect done @NAME NOTE"},
    {"configure", "config", "connect config"},
    {"contacts", "people", "connect people"},
    {"count", "report", "connect report"},
    {"del", "remove", "connect remove ID"},
    {"delete", "remove", "connect remove ID"},
    {"did", "done", "connect done @NAME NOTE"},
    {"do", "done", "connect done @NAME NOTE"},
    {"drop", "remove", "connect remove ID"},
    {"due", "people --due", "connect people --due"},
    {"edit", "amend -e", "connect amend last -e"},
    {"email", "check-in", "connect check-in @NAME"},
    {"emailed", "check-in", "connect check-in @NAME NOTE"},
    {"encouraged", "thank", "connect thank @NAME NOTE"},
    {"erase", "",
     "connect remove ID to take an entry away, connect forget ID to erase it for good"},
    {"exit", "", "there is nothing to end: each command stops by itself"},
    {"family", "", "connect people for everybody, connect list +family for this tag"},
    {"feeling", "feel", "connect feel"},
    {"feelings", "feel", "connect feel"},
    {"felt", "feel", "connect feel"},
    {"fetch", "", "connect sync"},
    {"find", "list", "connect list TEXT"},
    {"finish", "done", "connect done @NAME NOTE"},
    {"finished", "done", "connect done @NAME NOTE"},
    {"follow-up", "ask", "connect ask @NAME friday WORDS"},
    {"followup", "ask", "connect ask @NAME friday WORDS"},
    {"friend", "", "connect list @NAME for one person, connect people for everybody"},
    {"friends", "people", "connect people"},
    {"git", "", "connect list for the entries, connect sync to keep them in a git repository"},
    {"grep", "list", "connect list TEXT"},
    {"heard", "listen", "connect listen @NAME NOTE"},
    {"hello", "check-in", "connect check-in @NAME"},
    {"helped", "offer", "connect offer @NAME NOTE"},
    {"history", "list", "connect list"},
    {"holiday", "rest", "connect rest FROM..TO"},
    {"hug", "", "connect check-in @NAME for a hello, connect thank @NAME for a thank-you"},
    {"info", "", "connect for today, connect config for the settings and paths"},
    {"journal", "", "connect list for the entries, connect log ACT @NAME for a new one"},
    {"last", "", "connect list last for the last entry, connect amend last for a correction"},
    {"listened", "listen", "connect listen @NAME NOTE"},
    {"ls", "list", "connect list"},
    {"man", "", "connect help all for the commands, man connect for the manual"},
    {"meet", "check-in", "connect check-in @NAME"},
    {"message", "check-in", "connect check-in @NAME"},
    {"messaged", "check-in", "connect check-in @NAME NOTE"},
    {"met", "check-in", "connect check-in @NAME NOTE"},
    {"modify", "amend", "connect amend last -e"},
    {"month", "report month", "connect report month"},
    {"mood", "feel", "connect feel"},
    {"new", "log", "connect log ACT @NAME"},
    {"next", "",
     "connect ask @NAME next week WORDS for a follow-up, connect rest next week for days off"},
    {"note", "", "connect amend -e for an entry, connect notice @NAME NOTE for a kindness"},
    {"noticed", "notice", "connect notice @NAME NOTE"},
    {"off", "rest", "connect rest today"},
    {"offered", "offer", "connect offer @NAME NOTE"},
    {"overdue", "people --due", "connect people --due"},
    {"pause", "rest", "connect rest today"},
    {"person", "", "connect list @NAME for one person, connect people for everybody"},
    {"phone", "check-in", "connect check-in @NAME"},
    {"phoned", "check-in", "connect check-in @NAME NOTE"},
    {"praised", "thank", "connect thank @NAME NOTE"},
    {"pull", "", "connect sync"},
    {"push", "", "connect sync"},
    {"question", "ask", "connect ask @NAME friday WORDS"},
    {"quit", "", "there is nothing to end: each command stops by itself"},
    {"recent", "list", "connect list"},
    {"remember", "ask", "connect ask @NAME friday WORDS"},
    {"remind", "ask", "connect ask @NAME friday WORDS"},
    {"reminder", "ask", "connect ask @NAME friday WORDS"},
    {"remote", "", "connect sync"},
    {"rename", "people rename", "connect people rename NAME NAME"},
    {"reset", "", "connect undo for the last change, connect config edit for the settings"},
    {"rested", "rest", "connect rest today"},
    {"restore", "", "connect undo for what was removed, connect import json FILE for an export"},
    {"revert", "undo", "connect undo"},
    {"rm", "remove", "connect remove ID"},
    {"saw", "check-in", "connect check-in @NAME NOTE"},
    {"search", "list", "connect list TEXT"},
    {"see", "", "connect check-in @NAME for an act, connect list @NAME for what was logged"},
    {"set", "",
     "connect config edit for a setting, connect people set NAME --every 14d for a rhythm"},
    {"settings", "config", "connect config"},
    {"show", "list", "connect list"},
    {"skip", "", "connect prompt --another for another act, connect rest today for a day off"},
    {"snooze", "", "connect prompt --another for another act, connect rest today for a day off"},
    {"start", "log", "connect log ACT @NAME"},
    {"stats", "report", "connect report"},
    {"status", "connect", "connect"},
    {"summary", "report", "connect report"},
    {"tag", "", "connect amend last +TAG to add one, connect list +TAG for its entries"},
    {"tags", "", "connect report --by tag"},
    {"talk", "check-in", "connect check-in @NAME"},
    {"talked", "check-in", "connect check-in @NAME NOTE"},
    {"task", "",
     "connect ask @NAME friday WORDS for a follow-up, connect log ACT @NAME for an entry"},
    {"text", "check-in", "connect check-in @NAME"},
    {"texted", "check-in", "connect check-in @NAME NOTE"},
    {"thank-you", "thank", "connect thank @NAME"},
    {"thanked", "thank", "connect thank @NAME NOTE"},
    {"thankyou", "thank", "connect thank @NAME"},
    {"thx", "thank", "connect thank @NAME"},
    {"today", "connect", "connect"},
    {"tomorrow", "",
     "connect ask @NAME tomorrow WORDS for a follow-up, connect rest tomorrow for a day off"},
    {"track", "log", "connect log ACT @NAME"},
    {"ty", "thank", "connect thank @NAME"},
    {"vacation", "rest", "connect rest FROM..TO"},
    {"view", "list", "connect list"},
    {"visit", "check-in", "connect check-in @NAME"},
    {"visited", "check-in", "connect check-in @NAME NOTE"},
    {"week", "report week", "connect report week"},
    {"who", "", "connect people for everybody, connect people --due for those who are due"},
    {"wrote", "check-in", "connect check-in @NAME NOTE"},
    {"year", "report year", "connect report year"},
    {"yesterday", "", "connect list yesterday for its entries, connect log ACT -y for a new one"},
});

struct OptionGuess {
  std::string_view word;
  std::string_view meant;
};
constexpr auto option_guesses = std::to_array<OptionGuess>({
    {"--after", "--since"},
    {"--before", "--until"},
    {"--comment", "--note"},
    {"--date", "--on"},
    {"--day", "--on"},
    {"--file", "--output"},
    {"--follow-up", "--ask"},
    {"--from", "--since"},
    {"--message", "--note"},
    {"--name", "--with"},
    {"--people", "--with"},
    {"--person", "--with"},
    {"--remind", "--ask"},
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

std::optional<Act> act_from_phrase(std::string_view words) {
  return lower_case(words) == "check in" ? Act::check_in : act_from_word(words);
}

std::optional<Act> act_guess(std::string_view words) {
  std::string text = lower_case(words);
  for (const std::string_view end : {" on", " to", " with"})
    if (text.ends_with(end)) text.resize(text.size() - end.size());
  if (text == "checked in") return Act::check_in;
  const Guess* guess = command_guess(text);
  return guess == nullptr ? std::nullopt : act_from_command(guess->meant);
}

std::string_view option_guess(const Command& command, std::string_view name) {
  const auto found = std::ranges::find(option_guesses, name, &OptionGuess::word);
  if (found == option_guesses.end() || find_option(command, found->meant) == nullptr) return {};
  return found->meant;
}

}  // namespace connect::cli
