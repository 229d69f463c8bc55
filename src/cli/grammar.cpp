#include "cli/grammar.hpp"

#include <algorithm>
#include <array>

#include "cli/understand.hpp"

namespace connect::cli {
namespace {

// Groups of options; each command lists the groups that it takes.
constexpr auto every_command = std::to_array<Option>({
    {"--ledger", "FILE", "use this ledger"},
    {"--color", "WHEN", "auto, always or never"},
    {"-q,--quiet", "", "say only what was asked", Takes::nothing},
    {"-h,--help", "", "show this help", Takes::nothing},
    {"--version", "", "show the version", Takes::nothing},
});

constexpr auto json = std::to_array<Option>({
    {"--json", "", "answer in JSON", Takes::nothing},
});

constexpr auto entry = std::to_array<Option>({
    {"-d,--on", "DATE", "today, yesterday, mon..sun, 3d, 2w, 2026-11-20"},
    {"-y,--yesterday", "", "the same as --on yesterday", Takes::nothing},
    {"--at", "HH:MM", "the time of day"},
    {"-w,--with", "NAME", "a person, also with spaces; repeatable", Takes::many},
    {"-m,--note", "TEXT", "the note; - reads it from standard input"},
    {"-e,--editor", "", "write the note in $VISUAL or $EDITOR", Takes::nothing},
    {"--before", "C,T,K", "contentment, trust, calm before, 0-10; - skips"},
    {"--felt", "C,T,K", "the same after"},
    {"-n,--dry-run", "", "show what would be saved", Takes::nothing},
});

constexpr auto entry_id = std::to_array<Option>({
    {"--id", "ID", "name the entry; saying it again changes nothing"},
});

constexpr auto clear = std::to_array<Option>({
    {"--clear", "FIELD", "empty with, tags, note, before or felt; repeatable", Takes::many},
});

constexpr auto prompt = std::to_array<Option>({
    {"--once", "", "only if no shell has greeted yet; for startup files", Takes::nothing},
    {"--another", "", "another one instead", Takes::nothing},
    {"--act", "ACT", "one of this act"},
    {"--why", "", "say why this one", Takes::nothing},
    {"--list", "", "show every suggestion there is", Takes::nothing},
});

constexpr auto people = std::to_array<Option>({
    {"--overdue", "", "only those who are due", Takes::nothing},
    {"--every", "SPAN", "set: how often, such as 14d or 2w; never takes it away"},
    {"--rest", "", "set: do not name this person in suggestions", Takes::nothing},
    {"--resume", "", "set: name them again", Takes::nothing},
});

constexpr auto filter = std::to_array<Option>({
    {"--since", "DATE", "from this day on"},
    {"--until", "DATE", "up to this day"},
    {"--period", "PERIOD", "today, week, month, 30d, 2026-11, all, ..."},
    {"--act", "ACT", "only this act; repeatable: any of them", Takes::many},
    {"--with", "NAME", "only with this person; repeatable: all of them", Takes::many},
    {"--tag", "TAG", "only with this tag; repeatable: all of them", Takes::many},
    {"--grep", "TEXT", "only notes that contain it"},
    {"--limit", "N", "at most N, 0 for all"},
});

constexpr auto one_act = std::to_array<Option>({
    {"--act", "ACT", "check-in, offer, listen or thank"},
});

constexpr auto explain = std::to_array<Option>({
    {"--explain", "", "show the days and which rest each used", Takes::nothing},
});

constexpr auto list_format = std::to_array<Option>({
    {"--format", "FORMAT", "text, json, ndjson, csv or tsv"},
    {"--raw", "", "csv and tsv without the guard for spreadsheets", Takes::nothing},
});

constexpr auto report_options = std::to_array<Option>({
    {"--by", "UNIT", "day, week, month, act, person or tag"},
    {"--format", "FORMAT", "text, json, ndjson, csv, tsv, md, svg or html"},
    {"-o,--output", "FILE", "write it there, readable by you alone"},
    {"--force", "", "replace FILE if it exists", Takes::nothing},
    {"--with-notes", "", "include the notes", Takes::nothing},
    {"--redact", "", "show people as initials", Takes::nothing},
});

constexpr auto export_options = std::to_array<Option>({
    {"--format", "FORMAT", "json, ndjson, csv, tsv or ics"},
    {"-o,--output", "FILE", "write it there, readable by you alone"},
    {"--force", "", "replace FILE if it exists", Takes::nothing},
    {"--no-notes", "", "leave the notes out", Takes::nothing},
    {"--raw", "", "csv and tsv without the guard for spreadsheets", Takes::nothing},
});

constexpr auto feel_options = std::to_array<Option>({
    {"-d,--on", "DATE", "the day it was"},
    {"-y,--yesterday", "", "the same as --on yesterday", Takes::nothing},
});

constexpr auto rest_options = std::to_array<Option>({
    {"--off", "", "these days count again", Takes::nothing},
});

constexpr auto import_options = std::to_array<Option>({
    {"--map", "HABIT=ACT", "which act a habit is, ACT:PERSON with whom, skip for none; repeatable",
     Takes::many},
    {"-n,--dry-run", "", "show what would come in", Takes::nothing},
});

constexpr auto get_options = std::to_array<Option>({
    {"--exit-code", "", "exit with 1 when today.done is 0", Takes::nothing},
});

constexpr auto forget_options = std::to_array<Option>({
    {"--person", "NAME", "a person's name, and every note about them"},
    {"-n,--dry-run", "", "show what would go", Takes::nothing},
});

constexpr auto doctor_options = std::to_array<Option>({
    {"--fix", "", "mend what can be mended, after a backup", Takes::nothing},
});

constexpr std::string_view each_day = "Each day";
constexpr std::string_view look_back = "Look back";
constexpr std::string_view unlisted;  // works, but is not in --help
constexpr std::string_view mend = "Mend and move";
constexpr std::string_view shell = "Shell";

constexpr auto table = std::to_array<Command>({
    {"",
     "",
     "",
     "today at a glance",
     "Shows today's suggestion, what is logged and how steady you have been. Changes nothing.",
     "",
     {json},
     understand_today},
    {"prompt",
     each_day,
     "",
     "today's suggestion",
     "The same all day, in every shell and on every machine that shares the ledger. With --act "
     "or "
     "--another it gives way to another one.",
     "connect prompt --why\nconnect prompt --another --act listen\n"
     "connect prompt --json | jq -r .suggestion.text",
     {prompt, json},
     understand_prompt},
    {"done",
     each_day,
     "[@PERSON]... [+TAG]... [NOTE...]",
     "log today's suggestion",
     "Logs the act that today's suggestion asks for. Words as in `connect log`.",
     "connect done @Maya +work \"she had half an hour\"",
     {entry, entry_id, json},
     understand_done},
    {"log",
     each_day,
     "ACT [@PERSON]... [+TAG]... [NOTE...]",
     "log an act",
     "ACT is check-in (c), offer (o), listen (l) or thank (t). A word that begins with @ is a "
     "person, with + a tag; after -- all is note. Every change can be undone.",
     "connect log thank @Maya for the quiet words on Monday\n"
     "connect log listen --with \"Aunt Ruth\" -y +family\n"
     "connect log c @Sam --at 18:30 -- +1 from me",
     {entry, entry_id, json},
     understand_log},
    {"notice",
     each_day,
     "@PERSON WORDS...",
     "jot down a kindness seen",
     "Keep an effort or a kindness you saw for the day on which a thank comes up.",
     "connect notice @Sam stayed late to help",
     {json},
     understand_notice},
    {"feel",
     each_day,
     "C,T,K",
     "note how you feel",
     "Contentment, trust and calm right now, each from 0 (not at all) to 10 (completely); - "
     "skips "
     "one. I feel content. I feel I can trust the people around me. I feel calm.",
     "connect feel 6,7,5\nconnect feel 6,-,5 --on yesterday",
     {feel_options, json},
     understand_feel},
    {"rest",
     each_day,
     "[DATE | FROM..TO]",
     "days that ask nothing",
     "Days of rest are taken out of the calendar: a thread runs on behind them.",
     "connect rest\nconnect rest 2026-12-24..2026-12-27\nconnect rest tomorrow --off",
     {rest_options, json},
     understand_rest},
    {"streak",
     look_back,
     "",
     "how steady you have been",
     "A thread of acted days that a few free rests a week keep alive. Today is never a miss.",
     "connect streak\nconnect streak --act listen --json",
     {one_act, explain, json},
     understand_streak},
    {"report",
     look_back,
     "[PERIOD]",
     "the story of a period",
     "PERIOD is today, week, month (the default), year, last-week, last-month, 30d, 2026, "
     "2026-11, "
     "2026-W47, 2026-Q4, all, a day or FROM..TO. Notes are left out.",
     "connect report last-month\nconnect report 2026 --by person --format csv\n"
     "connect report all --json | jq .acts",
     {report_options, json},
     understand_report},
    {"list",
     look_back,
     "",
     "entries, newest first",
     "A terminal shows the latest 20 unless you say otherwise; a pipe gets all of them.",
     "connect list --with Maya --period year\nconnect list --format csv > acts.csv",
     {filter, list_format, json},
     understand_list},
    {"people",
     look_back,
     "[set NAME | rename NAME NAME]",
     "who, how lately, how often",
     "With a rhythm (--every) a person is named in suggestions once they are due. `rename` makes "
     "two names one.",
     "connect people set Maya --every 14d\nconnect people --overdue\n"
     "connect people set \"Aunt Ruth\" --rest\nconnect people rename Mya Maya",
     {people, json},
     understand_people},
    {"get",
     look_back,
     "KEY...",
     "bare values for scripts",
     "Keys: today.done today.count prompt.act prompt.text prompt.person streak.current "
     "streak.longest people.overdue. One value a line.",
     "connect get streak.current\nconnect get today.done --exit-code && echo done",
     {get_options, json},
     understand_get},
    {"why",
     look_back,
     "[ACT]",
     "what the research says",
     "Findings with their strength and their doubts, for one act or for all.",
     "connect why listen",
     {json},
     understand_why},
    {"complete",
     unlisted,
     "people|tags",
     "names from the ledger, for the shells' completions",
     "One name a line. Silent and successful, whatever happens.",
     "connect complete people",
     {},
     understand_complete},
    {"undo",
     mend,
     "",
     "take back the last change",
     "Say it again for the one before. Nothing is erased: the record stays in the ledger, marked "
     "as removed.",
     "connect undo",
     {json},
     understand_undo},
    {"redo",
     mend,
     "",
     "put back what undo took",
     "Once for every undo, until something new is saved.",
     "connect redo",
     {json},
     understand_redo},
    {"amend",
     mend,
     "[ID|last] [ACT] [@PERSON]... [+TAG]... [NOTE...]",
     "correct an entry",
     "ID is the end of an entry's id, as `connect list` shows it; without one the latest entry "
     "is meant. What you give replaces what was there; --clear empties it.",
     "connect amend @Maya @Sam --on yesterday\nconnect amend 000300 listen -m \"a long walk\"\n"
     "connect amend last --clear note",
     {entry, clear, json},
     understand_amend},
    {"remove",
     mend,
     "ID|last...",
     "take entries out",
     "ID is the end of an entry's id. The entries stay in the ledger, marked as "
     "removed; "
     "connect undo puts them back.",
     "connect remove last\nconnect remove 000300 000500",
     {json},
     understand_remove},
    {"export",
     mend,
     "",
     "everything, to take along",
     "json and ndjson (a ledger again) hold all that stands; csv, tsv and ics hold the entries. "
     "With a filter, only the entries that it lets through are exported.",
     "connect export -o connect.json\nconnect export --format ics --no-notes -o acts.ics",
     {filter, export_options, json},
     understand_export},
    {"import",
     mend,
     "FORMAT FILE",
     "bring in your old records",
     "FORMAT is harsh, habitctl, loop (a file or its folder), dijo, friends, habitbull, "
     "beaverhabits, or our own csv, tsv, json or ndjson; FILE may be - for standard input. All "
     "of "
     "it comes in or nothing, a second time adds nothing, and one undo takes all of it back.",
     "connect import harsh ~/harsh/log --map \"Called Mom=check-in:Mom\" --map \"Gym=skip\"\n"
     "connect import friends friends.md --dry-run\n"
     "connect import csv acts.csv",
     {import_options, json},
     understand_import},
    {"merge",
     mend,
     "[FILE]...",
     "take in other copies",
     "Adds the lines that the ledger lacks. Without FILE it takes in the conflict copies that a "
     "sync tool left beside the ledger, and puts them aside. Once more changes nothing.",
     "connect merge\nconnect merge old-laptop.jsonl",
     {json},
     understand_merge},
    {"sync",
     mend,
     "[REMOTE]",
     "many machines, your own git",
     "REMOTE is a git repository of yours, as a URL or a path; it is remembered. Only the ledger "
     "and .gitattributes are sent, and nothing is ever overwritten.",
     "connect sync git@example.org:ana/ledger.git     # the first time\nconnect sync",
     {json},
     understand_sync},
    {"forget",
     mend,
     "[ID|last]...",
     "erase text for good",
     "Erases entries by the ends of their ids, or a person's name and every note about them, "
     "from "
     "the ledger, its journal, backups and caches. There is no way back, and no backup. Copies "
     "elsewhere stay: see connect-forget(1).",
     "connect forget 000100 --dry-run\nconnect forget --person \"Aunt Ruth\"",
     {forget_options, json},
     understand_forget},
    {"doctor",
     mend,
     "",
     "look for damage and mend it",
     "Looks over the ledger and the files around it, and exits with 1 when something needs care. "
     "With --fix it keeps a backup, and loses no line that it cannot read.",
     "connect doctor\nconnect doctor --fix",
     {doctor_options, json},
     understand_doctor},
    {"init",
     shell,
     "bash|zsh|fish",
     "a greeting once a day",
     "Prints what the shell is to run. It looks at the clock by itself and starts connect only "
     "when a greeting is due. CONNECT_NO_PROMPT=1 turns it off.",
     "eval \"$(connect init bash)\"     # ~/.bashrc\n"
     "eval \"$(connect init zsh)\"      # ~/.zshrc\n"
     "connect init fish | source       # ~/.config/fish/config.fish",
     {json},
     understand_init},
    {"completions",
     shell,
     "bash|zsh|fish",
     "what the Tab key offers",
     "Prints the completions, for where the installed ones are not found.",
     "connect completions fish > ~/.config/fish/completions/connect.fish",
     {json},
     understand_completions},
});

}  // namespace

std::string ParsedArgs::value(std::string_view option) const {
  const auto found = options.find(option);
  return found == options.end() || found->second.empty() ? "" : found->second.back();
}

std::vector<std::string> ParsedArgs::values(std::string_view option) const {
  const auto found = options.find(option);
  return found == options.end() ? std::vector<std::string>{} : found->second;
}

std::span<const Command> commands() { return table; }

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(table, name, &Command::name);
  return found == table.end() || name.empty() ? nullptr : &*found;
}

std::span<const Option> global_options() { return every_command; }

}  // namespace connect::cli
