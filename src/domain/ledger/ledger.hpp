// The folded ledger: all entries, feelings, suggestions, kindnesses, follow-ups, rest days and
// people after corrections. Built by Fold (fold.hpp) and read-only afterwards, but for keep_only().
// Entries refer to names, lists and notes by 32-bit numbers into shared tables, so that each is
// stored once.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "connect/record.hpp"
#include "domain/ledger/names.hpp"
#include "domain/time/day_set.hpp"

namespace connect {

/// An act that was logged. 56 bytes, because ledgers of a million entries must fit in memory.
struct Entry {
  Id id;
  std::int64_t seconds = 0;  // UTC; the time of the act
  Day day;
  std::uint32_t with = 0;     // number of a list of people, see Ledger::people
  std::uint32_t tags = 0;     // number of a list of tags, see Ledger::tags
  std::uint32_t note = 0;     // offset of its text, 0 without one, see Ledger::note
  std::uint32_t content = 0;  // hash of everything in the record
  std::int16_t offset_minutes = 0;
  std::uint16_t found = 0;  // the NoteTest of the fold, applied to its note
  Feelings before;
  Feelings felt;
  Act act = Act::check_in;
  std::uint8_t redaction = 0;  // redaction_rank of its record

  Instant at() const { return {seconds, offset_minutes}; }
};
static_assert(sizeof(Entry) == 56);

inline Stamp stamp_of(const Entry& entry) { return {entry.seconds, entry.id}; }

/// An entry with its id, names and note as text.
struct EntryText {
  std::string id;
  Instant at;
  Logged said;
  std::string suggested = {};  // the text of the suggestion that it took up, if that was looked up
  bool operator==(const EntryText&) const = default;
};

/// A rating of a day, apart from any act.
struct FeelingNote {
  Stamp stamp;
  Day day;
  Feelings felt;
  std::int16_t offset_minutes = 0;  // of the moment in `stamp`
  auto operator<=>(const FeelingNote&) const = default;
};

/// A reference of an entry to another record.
struct Link {
  enum class To : std::uint8_t { prompt, ask, kindness };
  Id entry;
  std::uint32_t content = 0;  // of the entry, see Entry: two records may share its id
  To kind = To::prompt;
  std::uint8_t place = 0;  // in the list of the record
  Id ref;
  auto operator<=>(const Link&) const = default;
};

/// A suggestion that was shown.
struct ShownSuggestion {
  Stamp stamp;
  Day day;
  Act act = Act::check_in;
  std::string suggestion;
  std::string person;
  Id instead_of;               // id of the suggestion it replaced, or empty
  std::string occasion = {};   // why it was suggested, a word of suggest/occasion.hpp, or empty
  Id ref = {};                 // id of the follow-up or kindness that was the occasion, or empty
  bool never = false;          // the suggestion that it replaced is not to come again
  Wishes wish = {};            // what was asked for of it on that day
  std::uint8_t redaction = 0;  // redaction_rank of its record
  auto operator<=>(const ShownSuggestion&) const = default;
};

/// The place of a record's line in the file of the ledger; empty if it is unknown.
struct LineRef {
  std::uint64_t offset = 0;  // of its first byte
  std::uint32_t length = 0;  // in bytes, without the LF
  auto operator<=>(const LineRef&) const = default;
};

/// One of the latest entries, and where it can be read again.
struct EntryRef {
  Day day;
  Stamp stamp;
  LineRef line;                      // of its record; unknown if the id occurs more than once
  std::vector<LineRef> corrections;  // of it, and of its corrections
  auto operator<=>(const EntryRef&) const = default;
};
/// As many are kept.
inline constexpr std::size_t latest_entries = 32;

/// What the user wants to come back to with somebody: a kindness to thank for, noticed on `day`, or
/// a follow-up to ask about on `day`.
struct PersonNote {
  Stamp stamp;
  Day day;
  std::int16_t offset_minutes = 0;  // local time minus UTC where it was written down
  std::vector<std::string> with;
  std::string note;
  LineRef line;
  auto operator<=>(const PersonNote&) const = default;
};

/// A suggestion of the user's own.
struct AddedSuggestion {
  Stamp stamp;
  Day made;  // the local day on which it was added
  OwnSuggestion said;
  auto operator<=>(const AddedSuggestion&) const = default;
};

/// A day of the experiment.
struct TrialDay {
  Stamp stamp;
  Trial said;
  auto operator<=>(const TrialDay&) const = default;
};

/// A rating with its id as text.
struct Rating {
  std::string id;
  Instant at;
  Felt said;
};

/// A kindness of one person as text. `thanked`: whether a thank-you to them was logged since.
struct NoticedKindness {
  std::string id;
  std::string person;
  Day day;
  std::string text;
  bool thanked = false;
};

/// A follow-up with one person as text.
struct FollowUp {
  /// `due` for two weeks from its day on; `older` is still open, but not suggested any more.
  enum class State : std::uint8_t { ahead, due, older };
  std::string id;
  std::string person;
  Day day;
  std::string text;
  Day made;  // when it was written down
  State state = State::ahead;
};

/// The settings of a person.
struct PersonFacts {
  int every_days = 0;  // 0: no rhythm
  bool resting = false;
  Day rhythm_since{};              // the day on which the rhythm was set, if there is one
  Place place = Place::any;        // where suggestions for them can be done
  Setting setting = Setting::any;  // the part of life that they belong to
  bool operator==(const PersonFacts&) const = default;
};

/// The settings of a person from a day on: the local day of the record that set them.
struct DatedFacts {
  Day since;
  PersonFacts facts;
  bool operator==(const DatedFacts&) const = default;
};

/// A date of a person, and the local day of the record that added it.
struct KnownDate {
  PersonDate date;
  Day since;
  bool operator==(const KnownDate&) const = default;
};

/// The dates of a person, and how to write to them.
struct PersonDetails {
  std::vector<KnownDate> dates;  // in the order of the year
  std::string reach;             // a URL, or empty
  bool operator==(const PersonDetails&) const = default;
};

/// Its dates, without the days on which they were added.
std::vector<PersonDate> dates_of(const PersonDetails& details);
/// Whether a date is a birthday, by its words.
bool is_birthday(std::string_view words);

/// The settings now. `settings` are in the order of their stamps.
PersonFacts latest_facts(std::span<const DatedFacts> settings);
/// The settings as of the morning of `day`. A setting made on that day, or on the next day by a
/// machine further east, does not count yet; one dated even later, by a wrong clock, does.
PersonFacts facts_on_morning(std::span<const DatedFacts> settings, Day day);
/// Drops settings that facts_on_morning does not need for `day` or later days.
void forget_settings_before(std::vector<DatedFacts>& settings, Day day);

/// Counts of records that the fold could not use or had to choose between.
struct Oddities {
  std::size_t foreign = 0;    // of a kind or version unknown here; their lines are kept
  std::size_t newer = 0;      // of these, in a newer version of the format
  std::size_t conflicts = 0;  // ids that two different entries share
  std::size_t orphans = 0;    // corrections of a record that is not in the ledger (yet)
};

class Ledger {
 public:
  /// Entries that are not removed, sorted by day, time and id.
  std::span<const Entry> entries() const { return entries_; }
  /// The last of them, in the same order.
  std::span<const EntryRef> latest() const { return latest_; }
  std::span<const FeelingNote> feelings() const { return feelings_; }
  std::span<const ShownSuggestion> suggestions() const { return suggestions_; }
  std::span<const PersonNote> kindnesses() const { return kindnesses_; }
  std::span<const PersonNote> asks() const { return asks_; }
  std::span<const AddedSuggestion> own_suggestions() const { return own_suggestions_; }
  /// In the order of their stamps; a day may have several, from several machines.
  std::span<const TrialDay> trials() const { return trials_; }
  const DaySet& rests() const { return rests_; }
  const Names& people() const { return people_; }
  const Names& tags() const { return tags_; }

  /// People and tags of an entry, each by its root index (Names::root), without duplicates.
  std::vector<NameIndex> people(const Entry& entry) const;
  std::vector<NameIndex> tags(const Entry& entry) const;
  /// Empty with Notes::leave. Valid as long as the ledger.
  std::string_view note(const Entry& entry) const;
  /// The ids of records of this kind that the entry refers to.
  std::vector<Id> links_of(const Entry& entry, Link::To kind) const;
  std::string id_text(Id id) const;
  /// The text of an id that is not a UUID; null for a UUID, whose text follows from its bits.
  const std::string* foreign_text(Id id) const;
  EntryText entry_text(const Entry& entry) const;
  PersonFacts facts(NameIndex person) const;
  /// The settings of a person after each change, in the order of the stamps.
  std::span<const DatedFacts> settings(NameIndex person) const;
  PersonDetails details(NameIndex person) const;
  /// The same of all, by root: of a fold that continued from a summary, of those who were changed.
  const std::unordered_map<NameIndex, std::vector<DatedFacts>>& all_settings() const {
    return settings_;
  }
  const std::unordered_map<NameIndex, PersonDetails>& all_details() const { return details_; }

  /// Drops the entries that are not selected, and all feelings, suggestions, own ones included,
  /// kindnesses, follow-ups and trials.
  void keep_only(const std::function<bool(const Entry&)>& is_selected);

  /// Removed entries. Their lines are still in the file.
  std::span<const Entry> removed() const { return removed_; }
  /// Whether a record has this id, removed or not. Prompts and foreign records are not searched.
  bool knows(Id id) const;
  /// The ids that knows() finds, sorted; an id may occur twice.
  std::vector<Id> ids() const;
  /// Whether this record, whatever its kind, is removed: by the latest correction that sets
  /// `removed`, or by a tombstone.
  bool is_removed(Id id) const { return removals_.contains(id); }
  /// Whether its text was erased for good. That cannot be undone, and the id is not reusable.
  bool is_forgotten(Id id) const { return forgotten_.contains(id); }
  /// The stamp of the latest correction of this record, or an empty one. A new correction must be
  /// later than that, whatever this machine's clock reports.
  Stamp last_correction(Id id) const;

  /// The seed of the suggestions, the same on every machine that shares this ledger: a hash of the
  /// id of the first suggestion that was shown, 0 before that. No entry can change it, whatever its
  /// date.
  std::uint64_t seed() const;
  std::size_t records() const { return records_; }
  const Oddities& oddities() const { return oddities_; }

 private:
  friend class Fold;

  std::vector<Entry> entries_;
  std::vector<Entry> removed_;
  std::vector<EntryRef> latest_;
  std::vector<FeelingNote> feelings_;
  std::vector<ShownSuggestion> suggestions_;
  std::vector<PersonNote> kindnesses_;
  std::vector<PersonNote> asks_;
  std::vector<AddedSuggestion> own_suggestions_;
  std::vector<TrialDay> trials_;
  DaySet rests_;
  Names people_;
  Names tags_;
  NameLists lists_;
  std::string notes_;  // length (32 bits) and text of each note; offset 0 is unused
  std::unordered_map<NameIndex, std::vector<DatedFacts>> settings_;
  std::unordered_map<NameIndex, PersonDetails> details_;
  std::unordered_map<Id, Stamp, IdHash> corrected_;  // from a record's id to its latest correction
  std::unordered_set<Id, IdHash> removals_;
  std::unordered_set<Id, IdHash> forgotten_;  // ids of tombstones
  std::vector<Id> other_ids_;                 // of records that are neither entries nor prompts
  std::vector<Link> links_;                   // sorted
  std::unordered_map<Id, std::string, IdHash> foreign_ids_;  // texts of ids that are not UUIDs
  std::size_t records_ = 0;
  Oddities oddities_;
};

}  // namespace connect
