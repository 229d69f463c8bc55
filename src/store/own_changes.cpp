#include "store/own_changes.hpp"

#include <algorithm>

#include "store/scanner.hpp"

namespace connect::store {
namespace {

/// An amendment by undo is no change of its own: it turns one to undone.
void take(std::vector<OwnChange>& changes, const Record& record) {
  const auto* amended = std::get_if<Amended>(&record.body);
  if (amended == nullptr || !amended->undo) return changes.push_back({record});
  for (OwnChange& change : changes)
    if (change.record.id == amended->ref) change.undone = amended->set.removed.value_or(true);
}

}  // namespace

std::vector<OwnChange> own_changes(Files& files, const std::string& journal) {
  std::vector<OwnChange> changes;
  if (journal.empty()) return changes;
  Scanner scanner([&](const Record& record) { take(changes, record); }, [](const Problem&) {});
  // A journal that cannot be read is one that is not there: then there is nothing to undo.
  static_cast<void>(files.read(journal, 0, [&](std::string_view bytes) { scanner.feed(bytes); }));
  scanner.finish();
  return changes;
}

}  // namespace connect::store
