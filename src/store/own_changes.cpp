#include "store/own_changes.hpp"

#include <algorithm>
#include <unordered_map>

#include "store/codec.hpp"
#include "store/ledger_file.hpp"
#include "store/scanner.hpp"

namespace connect::store {
namespace {

/// Stands before several records of one change, under the id of the last of them.
constexpr std::string_view together = "together";

class Journal {
 public:
  explicit Journal(const Ledger& ledger) : here_(ledger.ids()) {}

  void take(const Record& record) {
    if (std::holds_alternative<Foreign>(record.body)) {
      if (marks_group(record)) last_of_group_ = record.id;
      in_group_ = false;
      return;
    }
    if (std::ranges::binary_search(here_, id_from_text(record.id))) place(record);
    if (record.id != last_of_group_) return;
    last_of_group_.clear();
    in_group_ = false;
  }

  std::vector<OwnChange> all() && { return std::move(changes_); }

 private:
  void place(const Record& record) {
    const auto* amended = std::get_if<Amended>(&record.body);
    if (amended != nullptr && amended->undo) return turn(record.id, amended->ref);
    if (!in_group_) {
      forget_undone();
      changes_.emplace_back();
    }
    changes_.back().records.push_back(record);
    places_[record.id] = changes_.size() - 1;
    in_group_ = !last_of_group_.empty();
  }

  /// An amendment by undo takes a record back; one by redo takes such an amendment back.
  void turn(const std::string& id, const std::string& ref) {
    const auto found = places_.find(ref);
    if (found == places_.end()) return;
    OwnChange& change = changes_[found->second];
    if (change.undone_by.erase(ref) > 0) return;
    change.undone_by.insert(id);
    places_[id] = found->second;
  }

  void forget_undone() {
    for (; !changes_.empty() && !changes_.back().stands(); changes_.pop_back()) {
      for (const auto& record : changes_.back().records) places_.erase(record.id);
      for (const auto& id : changes_.back().undone_by) places_.erase(id);
    }
  }

  std::vector<Id> here_;
  std::vector<OwnChange> changes_;
  std::unordered_map<std::string, std::size_t> places_;  // of records and what took them back
  std::string last_of_group_;
  bool in_group_ = false;
};

}  // namespace

Result<std::vector<OwnChange>> own_changes(Files& files, const std::string& journal,
                                           const Ledger& ledger) {
  if (journal.empty()) return std::vector<OwnChange>{};
  Journal changes(ledger);
  Scanner scanner([&](const Record& record) { changes.take(record); }, [](const Problem&) {});
  const auto found = files.read(journal, 0, [&](std::string_view bytes) { scanner.feed(bytes); });
  if (!found)
    return Error{found.error().kind, found.error().message,
                 "what this machine wrote stands in that file; check who owns it and its folder"};
  scanner.finish();
  return std::move(changes).all();
}

const OwnChange* to_undo(const std::vector<OwnChange>& changes) {
  const auto last = std::ranges::find_if(changes.rbegin(), changes.rend(), &OwnChange::stands);
  return last == changes.rend() ? nullptr : &*last;
}

const OwnChange* to_redo(const std::vector<OwnChange>& changes) {
  const OwnChange* next = nullptr;
  for (auto it = changes.rbegin(); it != changes.rend() && !it->stands(); ++it) next = &*it;
  return next;
}

bool marks_group(const Record& record) {
  const auto* mark = std::get_if<Foreign>(&record.body);
  return mark != nullptr && mark->op == together;
}

std::string journal_text(const std::vector<std::string>& lines) {
  if (lines.size() < 2) return joined(lines);
  const Record last = decode(lines.back()).record;
  return encode({last.id, last.at, Foreign{1, std::string(together)}}) + "\n" + joined(lines);
}

}  // namespace connect::store
