// The JSON documents of schema 1. Each begins with "schema" and "command", an error with "schema"
// and "error"; each ends with a line feed. Within a schema number fields are only ever added.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connect/result.hpp"
#include "domain/ledger/ledger.hpp"
#include "domain/outcome/copies.hpp"
#include "domain/outcome/finding.hpp"
#include "domain/outcome/settings.hpp"
#include "domain/report/effect.hpp"
#include "domain/report/report.hpp"
#include "domain/streak/streak.hpp"
#include "domain/suggest/prompt.hpp"
#include "domain/summary/summary_views.hpp"

namespace connect::render {

/// `saved`: whether something was saved all the same; nothing if that is unknown or does not apply.
std::string error_json(const Error& error, std::optional<bool> saved = {});
/// A command that prints a constant text, such as a shell script.
std::string text_json(std::string_view command, std::string_view text);
/// `done`: whether the act of the suggestion was logged today.
std::string prompt_json(const Prompt& prompt, Day day, bool done);
/// `ask`: the record of the follow-up that was saved with the entry, or null.
std::string entry_saved_json(std::string_view command, const EntryText& entry, bool saved,
                             int streak, const Record* ask);
/// One entry on one line, without a document around it.
std::string entry_json(const EntryText& entry);
/// {schema, command: "list", entries: [...]} around lines made by entry_json.
std::string list_json(const std::vector<std::string>& entries);
/// {schema, command: "export", records: [...]} around lines of a ledger.
std::string export_json(const std::vector<std::string>& lines);
/// `act`: the only one that is selected, if there is one. `selection`: of the entries.
std::string streak_json(const Streak& streak, std::optional<Act> act,
                        const Selection& selection = {});
/// `with_entries`: adds the entries of the period, with their notes, as the member "entries".
std::string report_json(const Report& report, bool with_entries);
/// See render::memories_page.
std::string memories_json(const std::vector<EntryText>& entries, const std::string& person,
                          const std::optional<EntryText>& last, Day day);
/// Of `report --effect`.
std::string effect_json(const EffectView& view);
/// NDJSON: the rows of the grouping, one a line.
std::string report_ndjson(const Report& report);
/// As entry_saved_json, with the entry before the change as "was".
std::string amended_json(const EntryText& was, const EntryText& now, bool saved, int streak);
std::string removed_json(const std::vector<Record>& records, int streak);
/// {schema, command, saved, id, ids}: the records of the change that was undone or redone. Without
/// such a change "saved" is false and "ids" is empty.
std::string change_json(std::string_view command, const std::vector<Record>& change);
std::string merge_json(std::span<const TakenIn> copies);
std::string sync_json(const Synced& synced);
/// A suggestion that was added to the bank.
std::string suggestion_added_json(const Suggestion& item);
/// The suggestions that `suggest` added.
std::string own_suggestions_json(std::span<const Suggestion> items);
std::string bank_json(std::span<const Suggestion> items);
std::string people_json(std::span<const PersonTotals* const> people, Day today);
/// The same of one person, with their entries, kindnesses and follow-ups. `person` has the days of
/// all entries.
std::string card_json(const PersonTotals& person, const std::vector<EntryText>& entries,
                      std::span<const NoticedKindness> kindnesses, std::span<const FollowUp> asks,
                      Day today);
/// `opened`: whether the address was opened, not only printed.
std::string write_json(const std::string& person, const std::string& url, bool opened);
std::string notice_json(const std::string& id, const Noticed& said);
std::string ask_json(const std::string& id, const Asked& said);
std::string asks_json(std::span<const FollowUp> asks);
std::string kindnesses_json(std::span<const NoticedKindness> kindnesses);
std::string felt_json(const std::string& id, const Felt& said);
/// `weeks`: of `feel` alone; else empty.
std::string ratings_json(std::span<const Rating> ratings, const FeelingWeeks& weeks);
/// `planned`: the rest days that are not over.
std::string rested_json(const std::string& id, const Rested& said,
                        std::span<const DayRange> planned);
/// The same when nothing was saved.
std::string rests_json(std::span<const DayRange> planned);
/// `logged`: how many entries today has.
std::string today_json(const Prompt& prompt, const Streak& streak, std::uint32_t logged,
                       const std::vector<std::string>& due, const std::vector<std::string>& asks);
std::string values_json(std::span<const std::pair<std::string, std::string>> values);
std::string findings_json(std::span<const std::string_view> topics);

/// `mended`: what --fix did; null without --fix.
std::string checkup_json(const CheckupResult& checkup, const Mended* mended);
std::string settings_json(const SettingsView& view);
std::string forgotten_json(const Forgotten& forgotten, bool saved);

}  // namespace connect::render
