// Selects entries by act, person, tag and text: the part of a query that is not about days.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ledger/fold.hpp"

namespace connect {

/// Texts are bits of Entry::found.
inline constexpr std::size_t most_texts = 16;

struct Selection {
  std::vector<Act> acts;           // any of them; none: every act
  std::vector<std::string> with;   // all of them
  std::vector<std::string> tags;   // all of them
  std::vector<std::string> texts;  // all of them: each in the note, in a name or in a tag

  bool empty() const { return acts.empty() && with.empty() && tags.empty() && texts.empty(); }
};

/// The test of notes for the fold that reads the ledger: which texts a note contains, case and
/// accents aside. Empty without texts.
NoteTest note_test(const Selection& selection);

/// Whether entries of a ledger, folded with note_test(), are selected. Names are looked up once; a
/// name that is not in the ledger selects nothing. Valid as long as the ledger.
class Selector {
 public:
  Selector(const Selection& selection, const Ledger& ledger);
  bool operator()(const Entry& entry) const;
  /// Whether the entry has the text with this index.
  bool has_text(const Entry& entry, std::size_t text) const;

 private:
  using Wanted = std::vector<std::optional<NameIndex>>;

  const Ledger& ledger_;
  std::vector<Act> acts_;
  Wanted people_;
  Wanted tags_;
  // By text, then by NameIndex: whether a name contains the text.
  std::vector<std::vector<bool>> people_with_, tags_with_;
};

/// What was probably meant by the first person, tag or text of a selection that a ledger does not
/// have, as it would be typed: "Maya", "+family", "thank", "november". Empty if nothing is close.
std::optional<std::string> near_miss(const Selection& selection, const Ledger& ledger);

}  // namespace connect
