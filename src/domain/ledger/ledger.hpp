// The ledger, folded: what all its records come to. Built by Fold (fold.hpp), read by everybody.
#pragma once

#include <cstdint>
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

/// An act that was logged. Kept to 56 bytes: people keep decades of them.
struct Entry {
  Id id;
  std::int64_t seconds = 0;  // with the offset below, when it was
  Day day;
  std::uint32_t with = 0;     // a list of people: Ledger::people
  std::uint32_t tags = 0;     // a list of tags: Ledger::tags
  std::uint32_t note = 0;     // where its text is held: Ledger::note
  std::uint32_t content = 0;  // hash of all that the record said
  std::int16_t offset_minutes = 0;
  Feelings before;
  Feelings felt;
  Act act = Act::check_in;
  bool is_found = false;       // its note is one that was looked for
  std::uint8_t redaction = 0;  // redaction_rank of its record

  Instant at() const { return {seconds, offset_minutes}; }
};
static_assert(sizeof(Entry) == 56);

inline Stamp stamp_of(const Entry& entry) { return {entry.seconds, entry.id}; }

/// An entry with everything it says spelled out.
struct EntryText {
  std::string id;
  Instant at;
  Logged said;
  bool operator==(const EntryText&) const = default;
};

/// How a day felt, apart from any act.
struct FeelingNote {
  Stamp stamp;
  Day day;
  Feelings felt;
  auto operator<=>(const FeelingNote&) const = default;
};

/// A suggestion that was shown.
struct ShownSuggestion {
  Stamp stamp;
  Day day;
  Act act = Act::check_in;
  std::string suggestion;
  std::string person;
  Id instead_of;               // the one it replaced, or empty
  std::uint8_t redaction = 0;  // redaction_rank of its record
  auto operator<=>(const ShownSuggestion&) const = default;
};

/// An effort or kindness that was seen.
struct Notice {
  Stamp stamp;
  Day day;
  std::vector<std::string> with;
  std::string note;
  auto operator<=>(const Notice&) const = default;
};

/// What was said of a person apart from entries.
struct PersonFacts {
  int every_days = 0;  // 0: no rhythm
  bool resting = false;
  bool operator==(const PersonFacts&) const = default;
};

/// What was said of a person from a day on: the local day of the record that said so.
struct DatedFacts {
  Day since;
  PersonFacts facts;
  bool operator==(const DatedFacts&) const = default;
};

/// What is said of a person now. `settings` are in the order of their stamps.
PersonFacts latest_facts(std::span<const DatedFacts> settings);
/// What was said of a person on the morning of `day`. A setting made on that day, or on the next
/// one by a machine further east, does not count yet; one that a wrong clock dated later does.
PersonFacts facts_on_morning(std::span<const DatedFacts> settings, Day day);
/// Leaves out settings that facts_on_morning cannot ask for any more, for `day` or a later day.
void forget_settings_before(std::vector<DatedFacts>& settings, Day day);

/// What the fold met besides records that it understands.
struct Oddities {
  std::size_t foreign = 0;    // of a kind or version unknown here; kept as they are
  std::size_t newer = 0;      // of these, written by a newer version of the format
  std::size_t conflicts = 0;  // ids that two different records claim
  std::size_t orphans = 0;    // corrections of a record that is not here (yet)
};

class Ledger {
 public:
  /// Standing entries, oldest first: by day, moment and id.
  std::span<const Entry> entries() const { return entries_; }
  std::span<const FeelingNote> feelings() const { return feelings_; }
  std::span<const ShownSuggestion> suggestions() const { return suggestions_; }
  std::span<const Notice> notices() const { return notices_; }
  const DaySet& rests() const { return rests_; }
  const Names& people() const { return people_; }
  const Names& tags() const { return tags_; }

  /// People and tags of an entry, each by the one index that stands for the name.
  std::vector<NameIndex> people(const Entry& entry) const;
  std::vector<NameIndex> tags(const Entry& entry) const;
  std::string_view note(const Entry& entry) const;
  Id prompt_of(const Entry& entry) const;  // the prompt it took up, or empty
  std::string id_text(Id id) const;
  /// Nothing for a UUID, which gives its own text.
  const std::string* foreign_text(Id id) const;
  EntryText told(const Entry& entry) const;
  PersonFacts facts(NameIndex person) const;
  /// All that was said of a person, in the order of the stamps: one for each change.
  std::span<const DatedFacts> settings(NameIndex person) const;

  /// Entries that were taken back; their lines are still in the file.
  std::span<const Entry> removed() const { return removed_; }
  /// Whether a record, standing or removed, bears this id. Prompts are not asked about.
  bool knows(Id id) const;
  /// The ids of all of these, sorted.
  std::vector<Id> ids() const;
  /// Whether the last word on this record, whatever its kind, is that it is removed.
  bool is_removed(Id id) const { return removals_.contains(id); }
  /// Whether its words were erased for good. Nothing brings it back, and its id is not free again.
  bool is_forgotten(Id id) const { return forgotten_.contains(id); }
  /// The stamp of the latest correction of this record, empty without one. A new correction has to
  /// come after it, whatever the clock of this machine says.
  Stamp last_correction(Id id) const;

  /// The same on every machine that shares this ledger: from the first suggestion that was shown, 0
  /// before that. No entry, however dated, can change it.
  std::uint64_t seed() const;
  std::size_t records() const { return records_; }
  const Oddities& oddities() const { return oddities_; }

 private:
  friend class Fold;

  std::vector<Entry> entries_;
  std::vector<Entry> removed_;
  std::vector<FeelingNote> feelings_;
  std::vector<ShownSuggestion> suggestions_;
  std::vector<Notice> notices_;
  DaySet rests_;
  Names people_;
  Names tags_;
  NameLists lists_;
  std::string notes_;  // each after its size; the first begins at 1
  std::unordered_map<NameIndex, std::vector<DatedFacts>> settings_;
  std::unordered_map<Id, Stamp, IdHash> corrected_;  // by record, its latest correction
  std::unordered_set<Id, IdHash> removals_;
  std::unordered_set<Id, IdHash> forgotten_;  // ids that tombstones name
  std::vector<Id> other_ids_;                 // of records that are neither entries nor prompts
  std::vector<std::pair<Id, Id>> taken_up_;   // entry and prompt, sorted
  std::unordered_map<Id, std::string, IdHash> foreign_ids_;  // texts of ids that are no UUID
  std::size_t records_ = 0;
  Oddities oddities_;
};

}  // namespace connect
