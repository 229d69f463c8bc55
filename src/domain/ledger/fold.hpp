// Folds records into a Ledger: a union by id, with last-writer-wins for each field of a correction.
// The order is that of the stamps (time, then id); among records that share an id the most redacted
// one counts, then the later, then the greater. The result depends neither on the order of the
// records nor on how often one is added (a CRDT), so any two copies of a ledger can be merged.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/ledger/ledger.hpp"

namespace connect {

struct Summary;

/// Whether the fold keeps the text of notes.
enum class Notes : std::uint8_t { keep, leave };
/// A search in the text of a note; each bit is the answer to one question.
using NoteTest = std::function<std::uint16_t(std::string_view)>;

/// Collects records with add() and resolves them in settled(). Use one object per ledger.
class Fold {
 public:
  /// With Notes::leave the text of notes is dropped, which saves memory for large ledgers. `test`
  /// is called with every note, kept or not, and its result becomes Entry::found.
  explicit Fold(Notes notes = Notes::keep, NoteTest test = {})
      : notes_(notes), test_(std::move(test)) {}
  /// Continues from the names, rest days and people of a summary (summary.hpp), which must live as
  /// long as the fold. Do not add a rename, nor a rest or a person record that is older than the
  /// latest one in that summary. The ledger has the settings and details only of people whom a
  /// person record names.
  Fold(const Summary& summary, Notes notes);

  /// Reserves memory for about this many entries. Reserved pages that are never written cost
  /// nothing, while a vector that grows by copying needs half as much again.
  void expect(std::size_t entries) { ledger_.entries_.reserve(entries); }
  /// `line`: where it was read, for records that are read again later.
  void add(const Record& record, LineRef line = {});
  /// Resolves everything that was added. Consumes the fold.
  Ledger settled() &&;

 private:
  struct Amendment {
    Stamp stamp;
    Id ref;
    Changes set;
    std::uint8_t redaction = 0;
    LineRef line;
    auto operator<=>(const Amendment&) const = default;
  };
  /// Where the record of an entry was read. Only those of the latest days are kept.
  struct EntryLine {
    Day day;  // as in the record
    Stamp stamp;
    LineRef line;
    auto operator<=>(const EntryLine&) const = default;
  };
  template <class Body>
  struct Stamped {
    Stamp stamp;
    Body body;
    auto operator<=>(const Stamped&) const = default;
  };
  /// A person record with the local day on which it was written.
  struct PersonSaid {
    Stamp stamp;
    Day day;
    PersonSet body;
    std::uint8_t redaction = 0;
    auto operator<=>(const PersonSaid&) const = default;
  };
  void take(const Record& record, const Stamp& stamp, const Logged& body);
  void take(const Record& record, const Stamp& stamp, const Felt& body);
  void take(const Record& record, const Stamp& stamp, const Amended& body);
  void take(const Record& record, const Stamp& stamp, const Prompted& body);
  void take(const Record& record, const Stamp& stamp, const Noticed& body);
  void take(const Record& record, const Stamp& stamp, const Rested& body);
  void take(const Record& record, const Stamp& stamp, const PersonSet& body);
  void take(const Record& record, const Stamp& stamp, const Asked& body);
  void take(const Record& record, const Stamp& stamp, const OwnSuggestion& body);
  void take(const Record& record, const Stamp& stamp, const Trial& body);
  void take(const Record& record, const Stamp& stamp, const Foreign& body);
  template <class Body>
  void add_note(std::vector<PersonNote>& notes, const Record& record, const Stamp& stamp,
                const Body& body);
  void link(const Entry& entry, Link::To kind, std::span<const std::string> refs);

  void decide();
  void settle_entries();
  void settle_latest();
  void settle_days();
  void settle_people();
  void continue_person(NameIndex person);
  void settle_dates(NameIndex person, const std::vector<PersonDate>& dates, Day day);
  void amend(Entry& entry, const Changes& set);
  template <class Item>
  void keep_standing(std::vector<Item>& items);
  std::uint32_t list_of(Names& names, const std::vector<std::string>& spellings, const Stamp&);
  void keep_line(const EntryLine& line);
  void keep_note(Entry& entry, std::string_view note);
  bool is_removed(Id id) const;
  Id id_of(const std::string& text);
  void count_orphans();

  const Summary* base_ = nullptr;  // that it continues from
  Notes notes_;
  LineRef line_;  // of the record that is being added
  NoteTest test_;
  Ledger ledger_;
  std::vector<Amendment> amendments_;
  std::vector<EntryLine> lines_;
  EntryLine earliest_kept_{{INT32_MIN}, {}, {}};  // earlier lines are not kept
  std::vector<Stamped<Rested>> rests_;
  std::vector<PersonSaid> people_;
  std::unordered_map<Id, Changes, IdHash> decided_;  // by id of the corrected record
};

}  // namespace connect
