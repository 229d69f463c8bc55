// Folds records into a Ledger: a union by id in which the last writer of a field wins. The result
// depends neither on the order of the records nor on how often one is added, so two copies of a
// ledger can always be laid together.
#pragma once

#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/ledger/ledger.hpp"

namespace connect {

struct Past;

enum class Notes : std::uint8_t { keep, leave };
/// Whether a note is one that is looked for.
using NoteTest = std::function<bool(std::string_view)>;

class Fold {
 public:
  /// With Notes::leave the texts of notes are not held, which makes a million entries small.
  /// `test` is asked of every note, held or not: Entry::is_found.
  explicit Fold(Notes notes = Notes::keep, NoteTest test = {})
      : notes_(notes), test_(std::move(test)) {}
  /// Goes on from the names, rests and people of a past (past.hpp). It must not be given a rename,
  /// nor a rest or a person that is older than one that is known there.
  Fold(const Past& past, Notes notes);

  /// About so many entries are to come. Room that nobody enters costs nothing, while a list that
  /// grows by copying needs half as much again.
  void expect(std::size_t entries) { ledger_.entries_.reserve(entries); }
  void add(const Record& record);
  /// What all that was added comes to; the fold is used up by it.
  Ledger settled() &&;

 private:
  struct Amendment {
    Stamp stamp;
    Id ref;
    Changes set;
    std::uint8_t redaction = 0;
    auto operator<=>(const Amendment&) const = default;
  };
  template <class Body>
  struct Stamped {
    Stamp stamp;
    Body body;
    auto operator<=>(const Stamped&) const = default;
  };
  /// With the local day on which it was said.
  struct PersonSaid {
    Stamp stamp;
    Day day;
    PersonSet body;
    auto operator<=>(const PersonSaid&) const = default;
  };
  void take(const Record& record, const Stamp& stamp, const Logged& body);
  void take(const Record& record, const Stamp& stamp, const Felt& body);
  void take(const Record& record, const Stamp& stamp, const Amended& body);
  void take(const Record& record, const Stamp& stamp, const Prompted& body);
  void take(const Record& record, const Stamp& stamp, const Noticed& body);
  void take(const Record& record, const Stamp& stamp, const Rested& body);
  void take(const Record& record, const Stamp& stamp, const PersonSet& body);
  void take(const Record& record, const Stamp& stamp, const Foreign& body);

  void decide();
  void settle_entries();
  void settle_days();
  void settle_people();
  void amend(Entry& entry, const Changes& set);
  template <class Item>
  void keep_standing(std::vector<Item>& items);
  std::uint32_t list_of(Names& names, const std::vector<std::string>& spellings, const Stamp&);
  void keep_note(Entry& entry, std::string_view note);
  bool is_removed(Id id) const;
  Id id_of(const std::string& text);
  void count_orphans();

  Notes notes_;
  NoteTest test_;
  Ledger ledger_;
  std::vector<Amendment> amendments_;
  std::vector<Stamped<Rested>> rests_;
  std::vector<PersonSaid> people_;
  std::unordered_map<Id, Changes, IdHash> decided_;
};

}  // namespace connect
