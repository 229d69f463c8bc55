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
    {"-q,--quiet", "", "only answers and errors", Takes::nothing},
    {"-h,--help", "", "show this help", Takes::nothing},
    {"-V,--version", "", "show the version", Takes::nothing},
});

constexpr auto json = std::to_array<Option>({
    {"--json", "", "answer in JSON", Takes::nothing},
});

constexpr auto entry = std::to_array<Option>({
    {"-d,--on", "DATE", "the day: yesterday, mon, 3d (3 days ago), 2w, 2026-11-20"},
    {"-y,--yesterday", "", "same as --on yesterday", Takes::nothing},
    {"--at", "HH:MM", "the time of day, such as 18:30 or 7pm"},
    {"-w,--with", "NAME", "a person; the name may have spaces; repeatable", Takes::many},
    {"-m,--note", "TEXT", "the note; - reads it from standard input"},
    {"-e,--editor", "", "write the note in $VISUAL or $EDITOR", Takes::nothing},
    {"--before", "C,T,K", "contentment, trust, calm before the act, 0 to 10; - skips one"},
    {"--felt", "C,T,K", "contentment, trust, calm afterwards"},
    {"-n,--dry-run", "", "show what would be saved, and save nothing", Takes::nothing},
});

constexpr auto new_entry = std::to_array<Option>({
    {"--ask", "WORDS", "follow up with the same people: \"fri how it went\""},
    {"--id", "ID", "an id, so that repeating the command changes nothing"},
});

constexpr auto clear = std::to_array<Option>({
    {"--clear", "FIELD", "empty this field: with, tags, note, before, felt; repeatable",
     Takes::many},
});

constexpr auto prompt = std::to_array<Option>({
    {"--once", "", "show nothing if a shell has already greeted; for startup files",
     Takes::nothing},
    {"--another", "", "show another suggestion instead", Takes::nothing},
    {"--never", "", "the same, and never show this one again", Takes::nothing},
    {"--act", "ACT", "show a suggestion for this act instead"},
    {"--small", "", "show one that takes two minutes", Takes::nothing},
    {"--place", "PLACE", "show one for this place: in-person, remote or any"},
    {"--why", "", "explain why it was chosen", Takes::nothing},
    {"--list", "", "list all suggestions", Takes::nothing},
});

constexpr auto people = std::to_array<Option>({
    {"--due,--overdue", "", "list only people who are due", Takes::nothing},
    {"--rhythms", "", "list how often you are in touch, and how to set that", Takes::nothing},
    {"--every", "SPAN", "set: how often to be in touch, such as 14d or 2w, or never"},
    {"--rest", "", "set: do not name this person in suggestions", Takes::nothing},
    {"--resume", "", "set: name this person again", Takes::nothing},
    {"--date", "MM-DD WORDS", "set: a day to remember, such as 05-12 birthday; repeatable",
     Takes::many},
    {"--place", "PLACE", "set: where acts with them fit: in-person, remote or any"},
    {"--setting", "SETTING", "set: the part of life they belong to: home, work or any"},
    {"--reach", "URL", "set: where to write, such as mailto:maya@example.org"},
});

constexpr auto write_options = std::to_array<Option>({
    {"--print", "", "print the address, and open nothing", Takes::nothing},
});

constexpr auto suggest_options = std::to_array<Option>({
    {"--hint", "TEXT", "a line below it about how to do it"},
    {"--effort", "EFFORT", "small (two minutes, the default) or medium (up to twenty)"},
    {"--place", "PLACE", "where it fits: in-person, remote or any"},
    {"--setting", "SETTING", "the part of life it is about: home, work or any"},
});

constexpr auto period_options = std::to_array<Option>({
    {"--since", "PERIOD", "only from its first day on"},
    {"--until", "PERIOD", "only up to its last day"},
    {"--period", "PERIOD", "only this period: week, 30d, november, 2025..2026, ..."},
    {"-d,--on", "DATE", "only this day: yesterday, mon, 3d (3 days ago), 2026-11-20"},
});

constexpr auto selection_options = std::to_array<Option>({
    {"--act", "ACT", "only this act; if repeated, any of these acts", Takes::many},
    {"--with", "NAME", "only with this person; if repeated, with all of them", Takes::many},
    {"--tag", "TAG", "only with this tag; if repeated, with all of them", Takes::many},
    {"--grep", "TEXT", "only with this text in note, name or tag; repeatable", Takes::many},
});

constexpr auto streak_options = std::to_array<Option>({
    {"--explain", "", "draw the last weeks, and say why a streak ended", Takes::nothing},
});

constexpr auto list_options = std::to_array<Option>({
    {"-n,--limit", "N", "at most N entries; 0 means all"},
    {"--reverse", "", "oldest first", Takes::nothing},
    {"--format", "FORMAT", "text, json, ndjson, csv or tsv"},
    {"--raw", "", "do not protect csv and tsv cells against formulas", Takes::nothing},
});

constexpr auto report_options = std::to_array<Option>({
    {"--by", "UNIT", "a table by day to year, weekday, hour, act, person or tag"},
    {"--format", "FORMAT", "text, json, ndjson, csv, tsv, md, svg or html"},
    {"-o,--output", "FILE", "write to FILE, which only you can read"},
    {"--force", "", "replace FILE if it exists", Takes::nothing},
    {"--with-notes", "", "include the notes", Takes::nothing},
    {"--redact", "", "show initials instead of names", Takes::nothing},
    {"--feelings", "", "show feelings in any format, with their statistics", Takes::nothing},
    {"--quote", "ID", "end the html page with the note of this entry"},
    {"--effect", "", "how much the greeting helps (setting: experiment)", Takes::nothing},
});

constexpr auto export_options = std::to_array<Option>({
    {"-n,--limit", "N", "at most N entries, the latest; 0 means all"},
    {"--format", "FORMAT", "json (the default), ndjson, csv, tsv or ics"},
    {"-o,--output", "FILE", "write to FILE, which only you can read"},
    {"--force", "", "replace FILE if it exists", Takes::nothing},
    {"--no-notes", "", "leave out the notes", Takes::nothing},
    {"--raw", "", "do not protect csv and tsv cells against formulas", Takes::nothing},
});

constexpr auto day_options = std::to_array<Option>({
    {"-d,--on", "DATE", "the day: yesterday, mon, 3d (3 days ago), 2w, 2026-11-20"},
    {"-y,--yesterday", "", "same as --on yesterday", Takes::nothing},
});

constexpr auto rest_options = std::to_array<Option>({
    {"--off", "", "count these days again; today, if no day is given", Takes::nothing},
});

constexpr auto import_options = std::to_array<Option>({
    {"--map", "HABIT=ACT",
     "act of a habit; ACT:PERSON adds a person, skip leaves the habit out; repeatable",
     Takes::many},
    {"--all", "", "vcard: also add people who are not known here", Takes::nothing},
    {"--reach", "", "vcard: also keep addresses, for connect write", Takes::nothing},
    {"-n,--dry-run", "", "show what would be imported, and save nothing", Takes::nothing},
});

constexpr auto get_options = std::to_array<Option>({
    {"--exit-code", "", "exit with status 1 if today.done is 0", Takes::nothing},
});

constexpr auto forget_options = std::to_array<Option>({
    {"--person", "NAME", "erase this person's name and every note about them"},
    {"-n,--dry-run", "", "show what would be erased, and erase nothing", Takes::nothing},
});

constexpr auto doctor_options = std::to_array<Option>({
    {"--fix", "", "repair what can be repaired, after making a backup", Takes::nothing},
});

constexpr std::string_view each_day = "Each day";
constexpr std::string_view look_back = "Look back";
constexpr std::string_view unlisted;  // works, but is not in --help
constexpr std::string_view keep = "Change and keep";
constexpr std::string_view further = "Other";

constexpr auto table = std::to_array<Command>({
    {"",
     "",
     "",
     "show today at a glance",
     "Shows today's suggestion, what is logged and your streak. Changes nothing.",
     "",
     {json},
     understand_today},
    {"prompt",
     each_day,
     "[ACT | @PERSON]...",
     "show today's suggestion",
     "Shows today's suggestion. It stays the same all day, in every shell and on every machine "
     "that shares the ledger. --another replaces it; an act, @PERSON, --small and --place replace "
     "it unless it is like that already.",
     "connect prompt --why\nconnect prompt @Maya --small\n"
     "connect prompt --another --act listen\n"
     "connect prompt --json | jq -r .suggestion.text",
     {prompt, json},
     understand_prompt},
    {"done",
     each_day,
     "[@PERSON]... [+TAG]... [NOTE...]",
     "log today's suggestion",
     "Logs the act that today's suggestion asks for. People, tags and the note are written as in "
     "connect log.",
     "connect done @Maya +work \"she had half an hour\"",
     {entry, new_entry, json},
     understand_done},
    {"log",
     each_day,
     "ACT [@PERSON]... [+TAG]... [NOTE...]",
     "log an act",
     "ACT is check-in (c), offer (o), listen (l) or thank (t). @NAME is a person, +NAME a tag, and "
     "all other words are the note; after --, all words are. An act is also a command: connect "
     "thank @Maya.",
     "connect log thank @Maya for the quiet words after the meeting\n"
     "connect log listen --with \"Aunt Ruth\" -y +family\n"
     "connect log c @Sam -y --at 18:30 -- +1 from me",
     {entry, new_entry, json},
     understand_log},
    {"notice",
     each_day,
     "[@PERSON WORDS...]",
     "note a kindness you saw",
     "Remembers an effort or a kindness you saw, so that a later suggestion to say thanks can "
     "mention it. Without words it lists the kindnesses you noticed, and whether you logged a "
     "thank-you since.",
     "connect notice @Sam stayed late to help\nconnect notice @Sam -y made us laugh\nconnect "
     "notice",
     {day_options, json},
     understand_notice},
    {"ask",
     each_day,
     "[@PERSON [DATE] WORDS...]",
     "follow up on something",
     "Remembers what you want to ask somebody, and suggests it on that day: tomorrow, or the DATE "
     "that comes before the words, such as friday, 3d, next week or 24 dec. An entry with that "
     "person on the day or later closes it. Without words it lists what is open, and connect "
     "remove ID drops one.",
     "connect ask @Maya friday how the interview went\nconnect ask",
     {json},
     understand_ask},
    {"feel",
     each_day,
     "[C,T,K]",
     "record how you feel",
     "C, T and K say how true these sentences are right now, from 0 (not at all) to 10 "
     "(completely), with commas or spaces between them; - skips one. C: I feel content. T: I feel "
     "I can trust the people around me. K: I feel calm. Without numbers it shows the last "
     "twelve weeks, or with --on the ratings of a day.",
     "connect feel 6,7,5\nconnect feel 6 - 5 --on yesterday\nconnect feel",
     {day_options, json},
     understand_feel},
    {"rest",
     each_day,
     "[DATE | FROM..TO | 2w | until DATE]",
     "take days off",
     "Makes rest days of the days that you name: they never count as missed, and the streak "
     "continues after them. Days lie ahead: sat is the next Saturday, 24 dec the next 24 December, "
     "3d today and the two days after. Without a day it shows what is planned; --off all takes "
     "back what is planned.",
     "connect rest today\nconnect rest 24 dec..27 dec\nconnect rest until 6 jan\n"
     "connect rest tomorrow --off\nconnect rest --off all",
     {rest_options, json},
     understand_rest},
    {"streak",
     look_back,
     "[ACT | @PERSON | TEXT]...",
     "show how steady you are",
     "A streak is a run of days with an act; a few free rest days a week do not end it. Today "
     "never counts as missed. With acts, people, +TAG or text, as in connect list, it is the "
     "streak of the entries that match.",
     "connect streak\nconnect streak listen +work --json\nconnect streak @Maya --explain",
     {selection_options, streak_options, json},
     understand_streak},
    {"report",
     look_back,
     "[QUERY]",
     "summarize a period",
     "Summarizes a PERIOD: month by default, or all. QUERY is as in connect list, for example "
     "connect report 2018..2020 +family.",
     "",
     {period_options, selection_options, report_options, json},
     understand_report},
    {"list",
     look_back,
     "[QUERY]",
     "list entries, newest first",
     "QUERY is any of ACT, @PERSON, +TAG, PERIOD and text, in any order. Text is searched in "
     "notes, names and tags; after --, every word is text. A terminal shows the latest 20 "
     "unless you set --limit or a PERIOD; a pipe gets all.",
     "connect list @Maya november\nconnect list thank +work soup --format csv > acts.csv",
     {period_options, selection_options, list_options, json},
     understand_list},
    {"people",
     look_back,
     "[@PERSON|set NAME|rename NAME NAME]",
     "keep track of people",
     "Lists people: how recently and how often you were in touch. With @PERSON it shows one of "
     "them, as connect @Maya does. `set` with --every lets suggestions name a person when they are "
     "due. --date 05-12 birthday remembers a day of every year, and --date 05-12 - removes it. "
     "`rename` gives a new name, or joins two people.",
     "connect people set Maya --every 14d --date 05-12 birthday\nconnect @Maya\n"
     "connect people set \"Aunt Ruth\" --rest",
     {people, json},
     understand_people},
    {"get",
     look_back,
     "KEY...",
     "print values for scripts",
     "KEY is today.done, today.count, prompt.act, prompt.text, prompt.person, streak.current, "
     "streak.longest, people.due, people.overdue or ask.due. Each value is printed on a line of "
     "its own.",
     "connect get streak.current\nconnect get today.done --exit-code && echo done",
     {get_options, json},
     understand_get},
    {"complete",
     unlisted,
     "people|tags",
     "print names for the shells' completions",
     "Prints the names, one per line. It prints no errors, and the exit status is always 0.",
     "connect complete people",
     {},
     understand_complete},
    {"undo",
     keep,
     "",
     "take back the last change",
     "Takes back the last change made on this machine; run it again for the one before. Nothing is "
     "erased: the record stays in the ledger, marked as removed.",
     "connect undo",
     {json},
     understand_undo},
    {"redo",
     keep,
     "",
     "restore what undo took back",
     "Reverses one undo at a time, until something new is saved.",
     "connect redo",
     {json},
     understand_redo},
    {"amend",
     keep,
     "[ID|last] [ACT] [[-]@PERSON]... [[-]+TAG]... [NOTE...]",
     "correct an entry",
     "ID is the end of an entry's id, as connect list shows it, or a day that has only one entry; "
     "without it, the latest entry is corrected. @PERSON and +TAG are added, -@PERSON and -+TAG "
     "taken away; other new values replace the old ones. --clear empties a field.",
     "connect amend @Sam -@Maya +family --on yesterday\n"
     "connect amend 000300 listen -m \"a long walk\"\nconnect amend last --clear note",
     {entry, clear, json},
     understand_amend},
    {"remove",
     keep,
     "ID|last...",
     "remove entries",
     "ID is the end of an entry's id, as connect list shows it; last is the latest entry. Removed "
     "entries stay in the ledger, marked as removed; connect undo restores them.",
     "connect remove last\nconnect remove 000300 000500",
     {json},
     understand_remove},
    {"export",
     keep,
     "[QUERY]",
     "write everything to a file",
     "json and ndjson have every record (an ndjson file is a ledger itself); csv, tsv and ics "
     "have the entries. A QUERY, as in connect list, selects entries.",
     "connect export 2026 --format ics --no-notes -o acts.ics",
     {period_options, selection_options, export_options, json},
     understand_export},
    {"import",
     keep,
     "FORMAT FILE",
     "import from other programs",
     "FORMAT is harsh, habitctl, loop (a file or its folder), dijo, friends, habitbull, "
     "beaverhabits, vcard (birthdays of people), or connect's own csv, tsv, json or ndjson. FILE "
     "may be - for standard input. Either everything is imported or nothing. Importing again adds "
     "nothing, and one undo takes "
     "all of it back.",
     "connect import harsh ~/harsh/log --map \"Called Mom=check-in:Mom\"\n"
     "connect import friends friends.md --dry-run\n"
     "connect import vcard contacts.vcf\n"
     "connect import csv acts.csv",
     {import_options, json},
     understand_import},
    {"merge",
     keep,
     "[FILE]...",
     "merge copies of the ledger",
     "Adds the lines that the ledger lacks. Without FILE it merges the conflict copies that a sync "
     "tool left beside the ledger, and moves them away. Running it again changes nothing.",
     "connect merge\nconnect merge old-laptop.jsonl",
     {json},
     understand_merge},
    {"sync",
     keep,
     "[REMOTE]",
     "sync machines through git",
     "REMOTE is the URL or path of your own git repository; connect remembers it. Only the ledger "
     "and .gitattributes are sent, and nothing is ever overwritten.",
     "connect sync git@example.org:ana/ledger.git     # the first time\nconnect sync",
     {json},
     understand_sync},
    {"forget",
     keep,
     "[ID|last]...",
     "erase text for good",
     "Erases entries, or a person's name and every note about them, from the ledger, the safety "
     "journal, backups and caches. ID is the end of an entry's id, as connect list shows it; last "
     "is the latest entry. This cannot be undone, and no backup is kept. Copies elsewhere are not "
     "erased: see connect-forget(1).",
     "connect forget 000100 --dry-run\nconnect forget --person \"Aunt Ruth\"",
     {forget_options, json},
     understand_forget},
    {"doctor",
     keep,
     "",
     "find and repair damage",
     "Checks the ledger and the files around it, and exits with status 1 if something needs "
     "attention. With --fix it makes a backup first, and keeps lines that it cannot read.",
     "connect doctor\nconnect doctor --fix",
     {doctor_options, json},
     understand_doctor},
    {"write",
     keep,
     "@PERSON [WORDS...]",
     "write to a person",
     "Opens the address of a person (people set NAME --reach URL) with $CONNECT_OPEN, else with "
     "the "
     "program of your desktop. WORDS are the first line, for mailto: and sms:. It sends nothing "
     "and logs nothing.",
     "connect write @Maya\nconnect write @Maya \"how did the interview go?\"\n"
     "connect write @Maya --print",
     {write_options, json},
     understand_write},
    {"suggest",
     keep,
     "[ACT TEXT...]",
     "add your own suggestion",
     "Adds a suggestion for an act, which comes up like the others from the next day on. "
     "{someone} in the text is replaced by a name or by \"someone\". Without "
     "words it lists your suggestions, and connect remove ID takes one away.",
     "connect suggest check-in \"Send the family group a photo of your lunch\"\n"
     "connect suggest listen 'Ask {someone} how the garden is' --hint \"Then wait.\"\n"
     "connect suggest",
     {suggest_options, json},
     understand_suggest},
    {"config",
     keep,
     "[edit]",
     "show or edit the settings",
     "Shows every setting, its value and where the value comes from, and the paths of all files. "
     "`edit` opens config.toml in $VISUAL or $EDITOR; a new file lists every setting, commented "
     "out.",
     "connect config\nconnect config edit\n"
     "connect config --json | jq -r .paths.ledger",
     {json},
     understand_config},
    {"init",
     further,
     "bash|zsh|fish",
     "set up a daily greeting",
     "Prints code that your shell reads when it starts: the first shell of the day shows the "
     "suggestion. If you keep the code in a file, the other shells of the day start no process "
     "(bash 5, zsh, fish 3.6). CONNECT_NO_PROMPT=1 turns the greeting off.",
     "connect init bash > ~/.connect.bash   # then in ~/.bashrc: . ~/.connect.bash\n"
     "eval \"$(connect init zsh)\"           # in ~/.zshrc, without a file\n"
     "connect init fish > ~/.config/fish/conf.d/connect.fish",
     {json},
     understand_init},
    {"completions",
     further,
     "bash|zsh|fish",
     "set up Tab completion",
     "Prints the completion file, for shells that do not find the installed one.",
     "connect completions fish > ~/.config/fish/completions/connect.fish",
     {json},
     understand_completions},
    {"memories",
     further,
     "[DATE]",
     "this day, years ago",
     "Shows what you logged on this day in earlier years, with the notes, and when you last met "
     "the person of today's suggestion. DATE shows another day.",
     "connect memories\nconnect memories 24 dec",
     {json},
     understand_memories},
    {"why",
     further,
     "[ACT]",
     "show research findings",
     "Shows research findings for one act or for all: how strong they are and what speaks against "
     "them.",
     "connect why listen",
     {json},
     understand_why},
});

}  // namespace

bool Option::is_called(std::string_view word) const {
  return !word.empty() &&
         ("," + std::string(names) + ",").find("," + std::string(word) + ",") != std::string::npos;
}

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

const Option* find_option(const Command& command, std::string_view name) {
  const Option* found = nullptr;
  const auto look_in = [&](std::span<const Option> group) {
    for (const Option& option : group)
      if (option.is_called(name)) found = &option;
  };
  look_in(every_command);
  for (const auto& group : command.options) look_in(group);
  return found;
}

}  // namespace connect::cli
