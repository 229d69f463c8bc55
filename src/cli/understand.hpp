// One function per command that turns its tokens into arguments, as the command table refers to
// them. Every error is a usage error with a hint.
#pragma once

#include "cli/grammar.hpp"

namespace connect::cli {

Result<Invocation> understand_today(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_prompt(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_done(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_log(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_streak(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_report(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_list(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_get(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_undo(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_redo(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_amend(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_remove(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_export(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_import(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_merge(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_sync(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_complete(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_people(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_write(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_notice(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_ask(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_suggest(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_feel(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_rest(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_doctor(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_forget(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_config(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_memories(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_why(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_init(const ParsedArgs& words, const Calendar& calendar);
Result<Invocation> understand_completions(const ParsedArgs& words, const Calendar& calendar);

// Functions that these share.

/// The act that a word names; an error lists the acts and the one that may have been meant.
Result<Act> act_from(const std::string& word);
/// The act that a word may have meant, as it is typed.
std::optional<std::string> nearest_act(const std::string& word);
/// The act that the first word names; the hint repeats the whole line if it can.
Result<Act> act_of(const ParsedArgs& words);
/// The command for lines that cannot be repeated; one that logs asks for what it should log.
std::string as_form(const std::string& command);
/// The line as it was meant if this word is the name of an option without its dashes: `connect
/// streak --explain` for "explain".
std::optional<std::string> word_as_option(const ParsedArgs& words, const std::string& word);
/// Parses "7,6,-": contentment, trust and calm, each 0 to 10 or skipped.
Result<Feelings> feelings_from(const std::string& text);
/// Whether the word is @PERSON or +TAG, not a sign alone.
bool has_names(std::string_view word);
/// The names of an entry or a query. `words` gets those that may have one name instead of several.
struct NamesGiven {
  std::vector<std::string>& with;
  std::vector<std::string>& tags;
  std::vector<NameWord>& words;
};
/// Adds the names of a @WORD, a +WORD or one that is both, such as "@Maya+work".
Status add_names(NamesGiven lists, std::string_view word);
/// Adds the people of a value of --with.
Status add_people(NamesGiven lists, std::string_view value);
/// Whether words after this one may continue its last name: not if that is a tag.
bool may_go_on(std::string_view word);
/// Adds the tags of a value of --tag.
Status add_tags(std::vector<std::string>& tags, std::string_view value);
/// The error if this cannot be the name of a person or tag: empty, or over 200 bytes.
std::optional<Error> unfit_name(const std::string& name);
/// The error of the first unfit name, or if there is none at all.
std::optional<Error> unfit_names(const std::vector<std::string>& names);
/// Parses people, tags, note and options of an entry; operands before `first_word` are skipped.
Result<EntryArgs> entry_from(const ParsedArgs& words, std::size_t first_word,
                             const Calendar& calendar);
/// Parses a QUERY: the operands and options that select entries.
Result<Filter> filter_from(const ParsedArgs& words, const Calendar& calendar);
/// The day given by --on or --yesterday, if any; an error if both are given.
Result<std::optional<Day>> day_option(const ParsedArgs& words, const Calendar& calendar);
/// The place given by --place, if any.
Result<std::optional<Place>> place_option(const ParsedArgs& words);
/// The setting given by --setting, if any.
Result<std::optional<Setting>> setting_option(const ParsedArgs& words);
/// Adds the dates, place, setting and address that `people set` gives.
Status take_details(const ParsedArgs& words, PersonSetArgs& args);
/// The options that give the day and time of the entry, for remedies: " --on 2026-11-20 --at
/// 18:30".
std::string when_options(const EntryArgs& entry);
/// The words with spaces between them.
std::string words_joined(std::span<const std::string> words);
/// How many of these words, from the first on, name a day: 2 of "21 nov +work"; 0 if they do not.
std::size_t words_of_day(std::span<const std::string> words, Day today);
/// Whether all of these words may be parts of a name: no signs and no digits.
bool are_of_name(std::span<const std::string> words);
/// The words of a day to come with which the text begins, whichever day it is today; empty if it
/// begins with none.
std::string day_before_words(const std::string& text);
/// A usage error for the first operand beyond `allowed`, or nothing.
std::optional<Error> surplus(const ParsedArgs& words, std::size_t allowed);

}  // namespace connect::cli
