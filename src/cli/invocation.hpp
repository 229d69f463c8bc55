// A parsed command line as a value: one struct per command. The parser makes them, app/perform.hpp
// runs them.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "connect/record.hpp"
#include "domain/ledger/selection.hpp"
#include "domain/outcome/import.hpp"
#include "domain/report/report.hpp"
#include "domain/suggest/act.hpp"
#include "domain/suggest/prompt.hpp"
#include "domain/time/day.hpp"

namespace connect::cli {

/// Options that every command takes.
struct Globals {
  std::string ledger;
  enum class Colour : std::uint8_t { automatic, always, never } colour = Colour::automatic;
  bool quiet = false;
  bool json = false;
};

/// A word with names, as it was typed. Only who knows the names can tell whether it has one name
/// with punctuation ("Sam Jr.", "Smith, John", "R+D") or whether the words after it continue it
/// ("@Aunt Ruth").
struct NameWord {
  std::string whole;      // without the sign
  bool is_tag = false;    // whether it begins with +
  std::size_t first = 0;  // its names in `with`
  std::size_t count = 0;
  std::size_t first_tag = 0;  // and in `tags`
  std::size_t tags = 0;
  // The words that follow it: bytes of the note, or places of texts in a query; none if from == to.
  std::size_t from = 0;
  std::size_t to = 0;
  bool is_before_name = false;  // whether a word with names comes after those
  bool has_phrase = false;      // whether the first of them was typed with a space, in quotes
};

/// A new name, and a word of the note after it that may belong to it: "Aunt" and "Ruth".
struct CutName {
  std::string name;
  std::string next;
};

/// Selects entries: the words of a QUERY, and the options that mean the same.
struct Filter {
  /// A word that was read as an act or as a period, and that may also name a person or a tag.
  struct Doubt {
    std::string word;
    std::string reading;  // "the act" or "the period"
    std::string option;   // "--act", "--period" or "--since"
  };

  /// Words that follow each other and were read as text: places in selection.texts. Only who knows
  /// the names can tell whether people are among them: "with Maya and Sam".
  struct Run {
    std::size_t from = 0;
    std::size_t to = 0;
  };

  Selection selection;
  std::optional<DayRange> period;
  std::optional<std::size_t> limit;  // 0 means all
  std::vector<Doubt> doubts;
  std::vector<NameWord> name_words;   // in order
  std::vector<Run> runs;              // in order
  std::vector<std::string> messages;  // about words that meant something else in version 1.0
};

struct TodayArgs {};

struct PromptArgs {
  PromptWish wish;                // without its person
  std::vector<std::string> with;  // the person, as typed
  std::vector<NameWord> name_words;
  bool why = false;
  bool list = false;
  bool once = false;  // greet, unless another shell has
};

struct PeopleArgs {
  bool overdue = false;
  bool rhythms = false;  // how often one is in touch, without those who were met too rarely
};

/// `people @Maya`: the card of a person.
struct PersonCardArgs {
  std::string name;
};

struct PersonSetArgs {
  std::string name;                // as it was typed
  std::vector<std::string> names;  // in it, unless somebody is called so as a whole
  std::optional<int> every_days;   // 0 takes the rhythm away
  std::optional<bool> resting;
  std::vector<PersonDate> dates;  // to add; with the words "-" to remove
  std::optional<Place> place;
  std::optional<Setting> setting;
  std::optional<std::string> reach;  // empty removes it
};

struct PersonRenameArgs {
  std::string from;
  std::string to;
};

/// The fields of an entry, for `log`, `done` and `amend`.
struct EntryArgs {
  std::vector<std::string> with;
  std::vector<std::string> tags;
  std::string note;
  bool note_from_input = false;   // -m -
  bool note_from_editor = false;  // --editor
  std::optional<Day> day;
  std::optional<int> minutes;  // after local midnight
  Feelings before;
  Feelings felt;
  std::string id;  // --id, or empty
  bool dry_run = false;
  std::vector<NameWord> name_words;  // in order, until they are settled
  std::vector<CutName> cut_names;    // once they are settled
  std::size_t loose = 0;             // bytes at the start of the note that were words before "--"
  std::size_t of_option = 0;         // bytes at its end that --note gave; in the end all or none
};

struct NoticeArgs {
  EntryArgs said;  // people and a note
};

/// `write @Maya`: opens the address of a person.
struct WriteArgs {
  EntryArgs said;      // a person and the first line
  bool print = false;  // only print the address
};

/// `notice` alone: the kindnesses.
struct KindnessesArgs {};

struct AskArgs {
  EntryArgs said;  // people, and a note that may begin with a day
};

/// `ask` alone: the follow-ups.
struct AsksArgs {};

struct SuggestArgs {
  OwnSuggestion said;
};

/// `suggest` alone: the suggestions of one's own.
struct SuggestionsArgs {};

struct LogArgs {
  std::optional<Act> act;  // none: that of a suggestion (`done`)
  EntryArgs entry;
  std::optional<std::string> ask;  // --ask: a follow-up with the people of the entry
};

struct StreakArgs {
  Filter filter;
  bool explain = false;
  std::vector<std::string> period_words;  // if there is a period, which is refused: all words
};

enum class Format : std::uint8_t { text, json, ndjson, csv, tsv, md, svg, html, ics };

struct ReportArgs {
  ReportWish wish;
  Filter filter;
  Format format = Format::text;
  std::string output;
  bool force = false;
  std::optional<std::string> quote = {};  // the entry whose note closes the page, as in amend
};

/// `report --effect`: what the greeting does.
struct EffectArgs {
  Filter filter;  // only its period
  Format format = Format::text;
  std::string output;
  bool force = false;
};

struct ListArgs {
  Filter filter;
  Format format = Format::text;
  bool raw = false;      // csv and tsv without the guard against spreadsheet formulas
  bool reverse = false;  // oldest first
  bool last = false;     // the entry that `amend last` corrects, unless something else is chosen
};

struct ExportArgs {
  Filter filter;
  bool filtered = false;  // matching entries only
  Format format = Format::json;
  bool raw = false;
  bool notes = true;
  std::string output;  // a file, or empty
  bool force = false;
};

struct GetArgs {
  std::vector<std::string> keys;
  bool exit_code = false;
};

struct UndoArgs {};

struct RedoArgs {};

struct AmendArgs {
  std::string entry;  // the end of its id, or "last"
  std::optional<Act> act;
  EntryArgs say;    // people and tags to add, and new values of other fields
  Changes emptied;  // fields to clear; people and tags are added afterwards
  std::vector<std::string> without_people;  // to take away
  std::vector<std::string> without_tags;
  std::vector<NameWord> without_words;
};

struct RemoveArgs {
  std::vector<std::string> entries;  // ends of ids, or "last"
};

struct ImportArgs {
  std::string format;
  std::string file;  // - for standard input
  std::vector<HabitMapping> mappings;
  bool dry_run = false;
  bool all = false;    // vcard: adds people who are not known
  bool reach = false;  // vcard: keeps addresses
};

struct MergeArgs {
  std::vector<std::string> files;  // none: the conflict copies
};

struct SyncArgs {
  std::string remote;  // empty: the remembered one
};

struct DoctorArgs {
  bool fix = false;
};

struct ForgetArgs {
  std::vector<std::string> ids;  // endings of ids, or "last"
  std::string person;            // instead of ids
  bool dry_run = false;
};

struct WhyArgs {
  std::optional<Act> act;
};

struct MemoriesArgs {
  std::optional<Day> day;  // nothing: today
};

struct CompleteArgs {
  enum class Of : std::uint8_t { people, tags, nothing } of = Of::people;
};

struct FeelArgs {
  Feelings felt;
  std::optional<Day> day;
};

/// `feel` without numbers: the ratings of a day, or those of the last weeks.
struct RatingsArgs {
  std::optional<Day> day;
};

struct RestArgs {
  std::optional<DayRange> days;  // nothing: today
  bool rest = true;
  bool all = false;                   // with --off: every day that is planned
  std::optional<DayRange> just_over;  // the past days that the words may have meant
};

/// `rest` alone: the days that are planned.
struct RestsArgs {};

enum class Shell : std::uint8_t { bash, zsh, fish };

struct InitArgs {
  Shell shell = Shell::bash;
};

struct CompletionsArgs {
  Shell shell = Shell::bash;
};

struct ConfigArgs {
  bool edit = false;
};

struct HelpArgs {
  std::string command;  // empty: the whole program
  bool all = false;     // every command and option, not only what fits on one screen
};

struct VersionArgs {};

using Invocation =
    std::variant<TodayArgs, PromptArgs, LogArgs, StreakArgs, ReportArgs, EffectArgs, ListArgs,
                 GetArgs, UndoArgs, RedoArgs, AmendArgs, RemoveArgs, ExportArgs, ImportArgs,
                 MergeArgs, SyncArgs, DoctorArgs, ForgetArgs, WhyArgs, PeopleArgs, PersonCardArgs,
                 PersonSetArgs, PersonRenameArgs, WriteArgs, NoticeArgs, KindnessesArgs, AskArgs,
                 AsksArgs, SuggestArgs, SuggestionsArgs, FeelArgs, RatingsArgs, RestArgs, RestsArgs,
                 MemoriesArgs, CompleteArgs, InitArgs, CompletionsArgs, ConfigArgs, HelpArgs,
                 VersionArgs>;

template <class Args, class... Known>
inline constexpr bool is_one_of = (std::is_same_v<Args, Known> || ...);
/// Whether the command is run to save something: its errors then say NOT SAVED.
template <class Args>
inline constexpr bool is_saving =
    is_one_of<Args, LogArgs, UndoArgs, RedoArgs, AmendArgs, RemoveArgs, ImportArgs, MergeArgs,
              PersonSetArgs, PersonRenameArgs, NoticeArgs, AskArgs, SuggestArgs, FeelArgs, RestArgs,
              ForgetArgs>;

/// Whether an answer that is longer than the screen is shown in the pager. Not in greetings, and
/// not where names are printed for completions.
template <class Args>
inline constexpr bool is_paged = !is_one_of<Args, TodayArgs, PromptArgs, WriteArgs, CompleteArgs>;

struct Request {
  Globals globals;
  Invocation invocation;
};

}  // namespace connect::cli
