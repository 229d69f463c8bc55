#include "store/journal/undo_history.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "store/format/codec.hpp"
#include "store/format/scanner.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::store {
namespace {

constexpr std::string_view together = "together";
constexpr std::string_view count_field = R"(,"count":)";
constexpr std::string_view from_merge = R"(,"from":"merge"})";
constexpr std::string_view from_elsewhere = R"(,"from":"elsewhere"})";

/// The first suggestion of a day, and a day of the experiment, are recorded by the program on its
/// own, so they are no changes. What was imported has a marker.
bool is_change(const Record& record) {
  if (std::holds_alternative<Trial>(record.body)) return false;
  const auto* shown = std::get_if<Prompted>(&record.body);
  return shown == nullptr || !shown->instead_of.empty();
}

/// is_change() of a line, without parsing the lines of everyday changes.
bool is_change_alone(const std::string& line) {
  const auto has = [&](std::string_view op) { return line.find(op) != line.npos; };
  const bool may_be_none = has(R"("op":"prompt")") || has(R"("op":"trial")");
  return !may_be_none || is_change(decode(line).record);
}

/// The lines of one command.
struct Group {
  std::vector<Record> records;
  Origin origin = Origin::here;
  bool is_marked = false;  // a marker came before it
  bool is_torn = false;    // one line of a group that was not closed
};

/// Puts the lines of a journal into groups.
class GroupReader {
 public:
  explicit GroupReader(std::function<void(Group)> take_group)
      : take_group_(std::move(take_group)) {}

  /// `text`: the line, if it is a marker.
  void take(const Record& record, std::string_view text) {
    if (marks_change(record)) return open(record, text);
    if (!is_open_) return take_group_({{record}});
    group_.records.push_back(record);
    const std::size_t size = group_.records.size();
    if (record.id == last_ && (count_ == 0 || size == count_)) {
      is_open_ = false;
      take_group_(std::exchange(group_, {}));
    } else if (count_ != 0 && size >= count_) {
      tear();
    }
  }

  /// The open group will not be closed: each of its lines becomes a group of its own.
  void tear() {
    is_open_ = false;
    for (const Record& record : std::exchange(group_, {}).records)
      take_group_({{record}, Origin::here, true, true});
  }

 private:
  void open(const Record& marker, std::string_view text) {
    tear();
    is_open_ = true;
    group_.is_marked = true;
    last_ = marker.id;
    count_ = 0;
    if (const auto at = text.rfind(count_field); at != text.npos)
      std::from_chars(text.data() + at + count_field.size(), text.data() + text.size(), count_);
    group_.origin = text.ends_with(from_merge)       ? Origin::merge
                    : text.ends_with(from_elsewhere) ? Origin::elsewhere
                                                     : Origin::here;
  }

  std::function<void(Group)> take_group_;
  Group group_;
  bool is_open_ = false;
  std::string last_;       // id of the group's last line
  std::size_t count_ = 0;  // 0: unknown
};

Status each_group(Files& files, const std::vector<std::string>& journals,
                  std::function<void(Group)> take_group) {
  for (const auto& path : journals) {
    GroupReader groups(take_group);
    std::string text;
    Scanner scanner([&](const Record& record) { groups.take(record, text); },
                    [&](const Problem&) { groups.tear(); });
    scanner.on_text = [&](const Record& record, std::string_view object, std::size_t, Shape) {
      if (marks_change(record)) text = object;
    };
    const auto found = files.read(path, 0, [&](std::string_view bytes) { scanner.feed(bytes); });
    if (!found)
      return Error{
          found.error().kind, found.error().message,
          "this is the safety journal, which undo needs; check who owns it and its folder"};
    scanner.finish();
    groups.tear();
  }
  return success();
}

/// The ids of all records in the ledger, sorted.
std::vector<Id> ids_in_ledger(const Ledger& ledger) {
  auto ids = ledger.ids();
  for (const auto& shown : ledger.suggestions()) ids.push_back(shown.stamp.id);
  std::ranges::sort(ids);
  return ids;
}

class HistoryBuilder {
 public:
  explicit HistoryBuilder(const Ledger& ledger) : ledger_(ledger), here_(ids_in_ledger(ledger)) {}

  void take(Group group) {
    std::erase_if(group.records, [&](const Record& record) { return !is_here(record); });
    OwnChange change;
    change.origin = group.origin;
    for (Record& record : group.records) {
      const bool is_own = group.origin == Origin::here;
      const auto* said = std::get_if<Amended>(&record.body);
      if (group.origin == Origin::elsewhere) {
        if (torn_.contains(record.id)) drop(record.id);
        is_past_sync_ = true;
      } else if (is_own && said != nullptr && said->undo) {
        turn(record.id, said->ref);
      } else if (group.is_marked || is_change(record)) {
        drop(record.id);
        if (group.is_torn) torn_.insert(record.id);
        change.records.push_back(std::move(record));
      }
    }
    if (!change.records.empty()) add(std::move(change));
    if (is_past_sync_) note_sync();
  }

  UndoHistory history() && {
    std::erase_if(history_.changes, [](const auto& change) { return change.records.empty(); });
    return std::move(history_);
  }

 private:
  bool is_here(const Record& record) const {
    const Id id = id_from_text(record.id);
    // The ledger does not list suggestions that were taken back.
    const bool may_be_removed = std::holds_alternative<Prompted>(record.body);
    return std::ranges::binary_search(here_, id) || (may_be_removed && ledger_.is_removed(id));
  }

  void add(OwnChange change) {
    forget_undone();
    history_.changes.push_back(std::move(change));
    for (const Record& record : history_.changes.back().records)
      places_[record.id] = history_.changes.size() - 1;
  }

  /// Removes an earlier copy of the record, left by a writer that was interrupted.
  void drop(const std::string& id) {
    const auto place = places_.find(id);
    if (place == places_.end()) return;
    auto& records = history_.changes[place->second].records;
    std::erase_if(records, [&](const Record& record) { return record.id == id; });
    places_.erase(place);
  }

  /// An amendment by undo takes a record back; one by redo takes that amendment back.
  void turn(const std::string& id, const std::string& ref) {
    const auto found = places_.find(ref);
    if (found == places_.end()) return;
    OwnChange& change = history_.changes[found->second];
    if (change.undone_by.erase(ref) > 0) return;
    change.undone_by.insert(id);
    places_[id] = found->second;
  }

  /// Discards the changes that redo could have restored.
  void forget_undone() {
    auto& changes = history_.changes;
    for (; !changes.empty() && !changes.back().stands(); changes.pop_back()) {
      for (const auto& record : changes.back().records) places_.erase(record.id);
      for (const auto& id : changes.back().undone_by) places_.erase(id);
      is_past_sync_ = is_past_sync_ || changes.back().is_before_sync;
    }
    if (is_past_sync_) note_sync();
  }

  /// At the last change in effect, the next one to take back.
  void note_sync() {
    is_past_sync_ = false;
    auto& changes = history_.changes;
    const auto last = std::ranges::find_if(changes.rbegin(), changes.rend(), &OwnChange::stands);
    if (last == changes.rend())
      history_.is_after_sync = true;
    else
      last->is_before_sync = true;
  }

  const Ledger& ledger_;
  std::vector<Id> here_;
  std::unordered_set<std::string> torn_;  // ids of lines whose group was not closed
  UndoHistory history_;
  std::unordered_map<std::string, std::size_t> places_;  // change by id of a record or undo
  bool is_past_sync_ = false;
};

}  // namespace

const OwnChange* UndoHistory::to_undo() const {
  const auto last = std::ranges::find_if(changes.rbegin(), changes.rend(), &OwnChange::stands);
  return last == changes.rend() ? nullptr : &*last;
}

const OwnChange* UndoHistory::to_redo() const {
  const OwnChange* next = nullptr;
  for (auto it = changes.rbegin(); it != changes.rend() && !it->stands(); ++it) next = &*it;
  return next;
}

bool UndoHistory::passes_over_sync(const OwnChange* change) const {
  return change == nullptr ? is_after_sync : change->is_before_sync;
}

Result<UndoHistory> undo_history(Files& files, const std::vector<std::string>& journals,
                                 const Ledger& ledger) {
  HistoryBuilder builder(ledger);
  const auto read =
      each_group(files, journals, [&](Group group) { builder.take(std::move(group)); });
  if (!read) return read.error();
  return std::move(builder).history();
}

Result<std::optional<Id>> last_logged_here(Files& files, const std::vector<std::string>& journals,
                                           const Ledger& ledger) {
  std::vector<Id> standing;
  for (const Entry& entry : ledger.entries()) standing.push_back(entry.id);
  std::ranges::sort(standing);
  std::optional<Id> last;
  const auto read = each_group(files, journals, [&](const Group& group) {
    for (const Record& record : group.records)
      if (group.origin == Origin::here && std::holds_alternative<Logged>(record.body))
        if (const Id id = id_from_text(record.id); std::ranges::binary_search(standing, id))
          last = id;
  });
  if (!read) return read.error();
  return last;
}

bool marks_change(const Record& record) {
  const auto* mark = std::get_if<Foreign>(&record.body);
  return mark != nullptr && mark->op == together;
}

std::string journal_text(const std::vector<std::string>& lines, Origin origin) {
  const bool needs_marker = lines.size() > 1 || (lines.size() == 1 && !is_change_alone(lines[0]));
  if (!needs_marker && origin == Origin::here) return joined(lines);
  const Record last = decode(lines.back()).record;
  std::string marker = encode({last.id, last.at, Foreign{1, std::string(together)}});
  marker.pop_back();  // the closing brace
  marker.append(count_field).append(std::to_string(lines.size()));
  marker += origin == Origin::merge       ? from_merge
            : origin == Origin::elsewhere ? from_elsewhere
                                          : "}";
  return marker + "\n" + joined(lines);
}

}  // namespace connect::store
