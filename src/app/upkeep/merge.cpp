// `merge`: appends the records that other copies of the ledger have and it lacks. Without FILE it
// merges the conflict copies in the ledger's folder and moves them to the backup folder.
#include <algorithm>

#include "app/perform.hpp"
#include "app/saving.hpp"
#include "app/upkeep/merging.hpp"
#include "render/json.hpp"
#include "render/terminal/copies.hpp"
#include "store/format/codec.hpp"
#include "store/journal/journal.hpp"
#include "store/journal/places.hpp"
#include "store/reading/conflict_copies.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::app {
namespace {

using Ids = std::unordered_set<Id, IdHash>;

/// A copy to be merged. `state`: the file's state when it was read. `lines`: its records that the
/// ledger lacks.
struct Copy {
  TakenIn taken;
  std::string lines;
  std::optional<FileState> state;
  bool tells_of_forgotten = false;
};

/// Reads a copy; an error if it does not exist or is not a ledger.
Result<Copy> read_copy(Session& session, store::Known& known, const std::string& file) {
  Copy copy;
  copy.state = session.files().state(file);
  auto found = store::newcomers(known, store::file_source(session.files(), file));
  if (!found) return found.error();
  if (!found->exists)
    return usage_error(
        "there is no file " + file,
        "check its name; without FILE, connect merge merges the copies beside the ledger");
  if (!found->is_ledger)
    return Error{ErrorKind::damaged, file + " is not a connect ledger; it was not merged",
                 "leave it out, or use another file"};
  notice_kept_out(session, file, found->problems);
  copy.taken = {file, found->amount, found->problems.size(), ""};
  copy.lines = std::move(found->lines);
  copy.tells_of_forgotten = found->tells_of_forgotten || found->refused > 0;
  return copy;
}

Result<std::vector<Copy>> read_copies(Session& session, store::Known& known,
                                      const std::vector<std::string>& files) {
  std::vector<Copy> copies;
  for (const auto& file : files) {
    auto copy = read_copy(session, known, file);
    if (!copy) return copy.error();
    copies.push_back(*std::move(copy));
  }
  return copies;
}

/// The same for copies that nobody named: one that cannot be read is reported and skipped.
std::vector<Copy> read_what_can_be(Session& session, store::Known& known,
                                   const std::vector<std::string>& files) {
  std::vector<Copy> copies;
  for (const auto& file : files) {
    auto copy = read_copy(session, known, file);
    if (copy)
      copies.push_back(*std::move(copy));
    else
      session.notice(copy.error().message);
  }
  return copies;
}

/// What the name of a copy has in addition to that of the ledger: "sync-conflict-20261122.jsonl".
std::string what_is_added(const std::string& ledger, const std::string& copy) {
  const std::string stem = store::folder_and_name(ledger).second;
  const std::string name = store::folder_and_name(copy).second;
  const auto begin = name.find_first_not_of(" .-_", std::min(stem.rfind('.'), stem.size()));
  return begin == name.npos ? name : name.substr(begin);
}

/// Moves a merged copy to the backup folder. One that has changed since it was read stays.
void move_aside(Session& session, const std::string& ledger, Copy& copy) {
  const std::string folder = store::backup_folder(session.facts());
  if (folder.empty())
    return session.notice(copy.taken.file + " was merged, but there is no folder to move it to");
  if (session.files().state(copy.taken.file) != copy.state)
    return session.notice(copy.taken.file + " has changed since it was read, so it was not moved");
  const std::string name = store::backup_prefix(session.files(), session.facts(), ledger) +
                           what_is_added(session.files().real_path(ledger), copy.taken.file);
  auto place = session.files().set_aside(copy.taken.file, folder + "/" + name);
  if (!place)
    return session.notice(copy.taken.file + " was merged, but not moved: " +
                          store::without_verdict(place.error().message));
  copy.taken.moved = *std::move(place);
}

/// Appends the records that the copies have and the ledger lacks, as one change. Records with an id
/// that the ledger had before are appended outside of it: `undo` removes by id, and would remove
/// the ledger's own record with them. Returns whether there is a change to undo.
Result<bool> take_in(Session& session, const std::vector<Copy>& copies, const Ids& ids_before) {
  std::vector<std::string> change, others;
  for (const Copy& copy : copies)
    for (std::string& text : store::apart(copy.lines)) {
      const Id id = id_from_text(store::decode(text).record.id);
      (ids_before.contains(id) ? others : change).push_back(std::move(text));
    }
  if (auto saved = save_merged(session, others, store::Origin::elsewhere); !saved)
    return saved.error();
  if (auto saved = save_merged(session, change, store::Origin::merge); !saved) return saved.error();
  return !change.empty();
}

}  // namespace

Outcome perform(const cli::MergeArgs& args, Session& session) {
  auto ledger = own_records(session);
  if (!ledger) return session.fail(ledger.error());
  const bool beside = args.files.empty();
  const Ids ids_before = ledger->known.ids();
  Result<std::vector<Copy>> copies =
      beside ? read_what_can_be(session, ledger->known,
                                store::conflict_paths(session.files(), ledger->path))
             : read_copies(session, ledger->known, args.files);
  if (!copies) return session.fail(copies.error());
  const auto saved = take_in(session, *copies, ids_before);
  if (!saved) return session.fail(saved.error());
  std::vector<TakenIn> taken;
  for (Copy& copy : *copies) {
    if (beside) move_aside(session, ledger->path, copy);
    taken.push_back(std::move(copy.taken));
  }
  if (ledger->holds_forgotten || std::ranges::any_of(*copies, &Copy::tells_of_forgotten))
    if (auto done = forget_here_too(session, ledger->path, ledger->known); !done)
      return session.fail(done.error());
  if (session.json()) return session.text(render::merge_json(taken));
  return session.echo(render::merge_page(taken, *saved));
}

}  // namespace connect::app
