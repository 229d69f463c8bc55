// The JSON documents of schema 1. Within a schema number fields are only ever added.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connect/result.hpp"
#include "domain/ledger/ledger.hpp"
#include "domain/outcome/copies.hpp"
#include "domain/outcome/symptom.hpp"
#include "domain/report/report.hpp"
#include "domain/streak/streak.hpp"
#include "domain/suggest/prompt.hpp"
#include "domain/summary/history.hpp"

namespace connect::render {

/// `saved`: whether something was saved all the same; nothing where that is no question.
std::string error_json(const Error& error, std::optional<bool> saved = {});
/// A command that prints a constant text, such as what a shell is to run.
std::string text_json(std::string_view command, std::string_view text);
std::string prompt_json(const Prompt& prompt, Day day, bool done);
std::string entry_saved_json(std::string_view command, const EntryText& entry, bool saved,
                             int streak);
/// One entry without the surrounding document, on one line.
std::string entry_json(const EntryText& entry);
/// {schema, command: "list", entries: [...]} around lines made by entry_json.
std::string list_json(const std::vector<std::string>& entries);
/// {schema, command: "export", records: [...]} around lines of a ledger.
std::string export_json(const std::vector<std::string>& lines);
std::string streak_json(const Streak& streak, std::optional<Act> act);
/// With `with_entries` the entries of the period are a member of their own.
std::string report_json(const Report& report, bool with_entries);
/// One row a line.
std::string report_ndjson(const Report& report);
/// As entry_saved_json, with the entry as it was before.
std::string amended_json(const EntryText& was, const EntryText& now, bool saved, int streak);
std::string removed_json(const std::vector<EntryText>& entries, int streak);
/// {schema, command, saved, id, ids}: the records of the change that was taken or put back; none
/// when there was no such change.
std::string change_json(std::string_view command, const std::vector<Record>& change);
std::string merge_json(std::span<const TakenIn> copies);
std::string sync_json(const Synced& synced);
std::string bank_json(std::span<const Suggestion> items);
std::string people_json(std::span<const PersonHistory> people, Day today);
std::string notice_json(const std::string& id, const Noticed& said);
std::string felt_json(const std::string& id, const Felt& said);
std::string rested_json(const std::string& id, const Rested& said);
std::string today_json(const Prompt& prompt, const Streak& streak, std::uint32_t logged);
std::string values_json(std::span<const std::pair<std::string, std::string>> values);
std::string findings_json(std::span<const std::string_view> topics);

/// `mended`: what --fix did; nullptr when it was not asked for.
std::string checkup_json(const CheckupResult& checkup, const Mended* mended);
std::string forgotten_json(const Forgotten& forgotten, bool saved);

}  // namespace connect::render
