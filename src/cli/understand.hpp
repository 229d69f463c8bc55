// What each command makes of its words: the grammar table points here.
#pragma once

#include "cli/grammar.hpp"

namespace connect::cli {

Result<Invocation> understand_today(const Words& words, const Calendar& calendar);
Result<Invocation> understand_prompt(const Words& words, const Calendar& calendar);
Result<Invocation> understand_done(const Words& words, const Calendar& calendar);
Result<Invocation> understand_log(const Words& words, const Calendar& calendar);
Result<Invocation> understand_streak(const Words& words, const Calendar& calendar);
Result<Invocation> understand_report(const Words& words, const Calendar& calendar);
Result<Invocation> understand_list(const Words& words, const Calendar& calendar);
Result<Invocation> understand_get(const Words& words, const Calendar& calendar);
Result<Invocation> understand_undo(const Words& words, const Calendar& calendar);
Result<Invocation> understand_redo(const Words& words, const Calendar& calendar);
Result<Invocation> understand_amend(const Words& words, const Calendar& calendar);
Result<Invocation> understand_remove(const Words& words, const Calendar& calendar);
Result<Invocation> understand_export(const Words& words, const Calendar& calendar);
Result<Invocation> understand_import(const Words& words, const Calendar& calendar);
Result<Invocation> understand_merge(const Words& words, const Calendar& calendar);
Result<Invocation> understand_sync(const Words& words, const Calendar& calendar);
Result<Invocation> understand_complete(const Words& words, const Calendar& calendar);
Result<Invocation> understand_people(const Words& words, const Calendar& calendar);
Result<Invocation> understand_notice(const Words& words, const Calendar& calendar);
Result<Invocation> understand_feel(const Words& words, const Calendar& calendar);
Result<Invocation> understand_rest(const Words& words, const Calendar& calendar);
Result<Invocation> understand_doctor(const Words& words, const Calendar& calendar);
Result<Invocation> understand_forget(const Words& words, const Calendar& calendar);
Result<Invocation> understand_why(const Words& words, const Calendar& calendar);
Result<Invocation> understand_init(const Words& words, const Calendar& calendar);
Result<Invocation> understand_completions(const Words& words, const Calendar& calendar);

// Pieces they share.

/// The act that a word names; else an error with what is possible and what may have been meant.
Result<Act> act_from(const std::string& word);
/// "7,6,-": contentment, trust, calm, each 0 to 10 or skipped.
Result<Feelings> feelings_from(const std::string& text);
/// The name, tidied; the sign before it is no part of it.
std::string tidy_name(std::string_view name, char sign);
/// A name fit for a person or tag, or why it is not.
std::optional<Error> unfit_name(const std::string& name);
/// People, tags, note and options of an entry, from these words on.
Result<EntryArgs> entry_from(const Words& words, std::size_t first_word, const Calendar& calendar);
Result<Filter> filter_from(const Words& words, const Calendar& calendar);
/// The day that --on or --yesterday names, if either was given.
Result<std::optional<Day>> day_option(const Words& words, const Calendar& calendar);
/// A usage error for the first operand past `allowed`, or nothing.
std::optional<Error> surplus(const Words& words, std::size_t allowed);

}  // namespace connect::cli
