#include "store/upkeep/mend.hpp"

#include <algorithm>
#include <unordered_set>

#include "domain/text/counted.hpp"
#include "store/format/pieces.hpp"
#include "store/journal/places.hpp"
#include "store/upkeep/erasure.hpp"

namespace connect::store {
namespace {

using NewBytes = Result<std::optional<std::string>>;

std::string how_many(std::size_t number, std::string_view noun) {
  return counted(static_cast<std::int64_t>(number), noun);
}

/// The path of a new backup, whose name sorts by time: ledger-20261123T221405.jsonl.
std::string backup_name(Files& files, const Facts& facts, const std::string& ledger) {
  const std::string folder = backup_folder(facts);
  if (folder.empty()) return ledger + ".backup";
  std::string stamp = rfc3339(facts.now).substr(0, 19);
  std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
  return folder + "/" + backup_prefix(files, facts, ledger) + stamp + ".jsonl";
}

/// Rewrites the ledger: every record on a line of its own, its bytes unchanged.
class Renewal {
 public:
  Renewal(Files& files, const Checkup& checkup) : files_(files), checkup_(checkup) {}

  NewBytes make(std::string_view old) {
    const auto pieces = pieces_of(old);
    texts_.clear();
    rejected_.clear();
    if (is_foreign(pieces)) return std::optional<std::string>();
    bool is_tidy = true;
    for (const Piece& piece : pieces) {
      is_tidy = is_tidy && piece.kind == Piece::Kind::record && piece.is_line;
      if (piece.kind == Piece::Kind::record) texts_.push_back(piece.text);
      if (piece.kind == Piece::Kind::unreadable) rejected_.push_back(piece.text);
    }
    brought_back_ = add_missing(pieces);
    if (is_tidy && brought_back_ == 0) return std::optional<std::string>();
    if (auto kept = keep_rejected(); !kept) return kept.error();
    std::string bytes;
    for (const auto& text : texts_) bytes.append(text).append("\n");
    return std::optional(std::move(bytes));
  }

  /// Whether the written bytes have the same records in the same order.
  bool fits(std::string_view written) const {
    const auto pieces = pieces_of(written);
    return std::ranges::equal(pieces, texts_, [](const Piece& piece, const std::string& text) {
      return piece.kind == Piece::Kind::record && piece.is_line && piece.text == text;
    });
  }

  std::size_t rejected() const { return rejected_.size(); }
  std::size_t brought_back() const { return brought_back_; }

 private:
  /// Adds the missing lines, except those that came to the ledger since the examination.
  std::size_t add_missing(const std::vector<Piece>& pieces) {
    std::unordered_set<std::string> here;
    for (const Piece& piece : pieces) here.insert(piece.record.id);
    const std::size_t before = texts_.size();
    for (const Kept& line : checkup_.missing)
      if (!here.contains(line.record.id)) texts_.push_back(line.text);
    return texts_.size() - before;
  }

  /// Saves the rejected lines to their file before the ledger drops them.
  Status keep_rejected() {
    if (rejected_.empty() || rejected_ == kept_) return success();
    std::string lines;
    for (const auto& text : rejected_) lines.append(text).append("\n");
    Rewriting how;
    how.make = [&](std::string_view old) -> NewBytes {
      if (old.ends_with(lines))
        return std::optional<std::string>();  // saved by an earlier run that then failed
      const bool is_open = !old.empty() && !old.ends_with('\n');
      return std::optional(std::string(old) + (is_open ? "\n" : "") + lines);
    };
    const auto done = files_.rewrite(rejected_path(files_.real_path(checkup_.ledger)), how);
    if (!done) return done.error();
    kept_ = rejected_;
    return success();
  }

  Files& files_;
  const Checkup& checkup_;
  std::vector<std::string> texts_;
  std::vector<std::string> rejected_;
  std::vector<std::string> kept_;
  std::size_t brought_back_ = 0;
};

Status renew(Mended& mended, Files& files, const Facts& facts, const Checkup& checkup) {
  Renewal renewal(files, checkup);
  Rewriting how;
  how.make = [&](std::string_view old) { return renewal.make(old); };
  how.fits = [&](std::string_view written) { return renewal.fits(written); };
  const auto state = files.state(checkup.ledger);
  if (state && state->size > 0) how.backup = backup_name(files, facts, checkup.ledger);
  const auto done = files.rewrite(checkup.ledger, how);
  if (!done) return done.error();
  if (!done->done) return success();
  mended.backup = done->backup;
  if (renewal.rejected() > 0)
    mended.steps.push_back("Moved " + how_many(renewal.rejected(), "unreadable piece") + " to " +
                           rejected_path(files.real_path(checkup.ledger)));
  if (!checkup.is_tidy) mended.steps.emplace_back("Put every record on its own line");
  if (renewal.brought_back() > 0)
    mended.steps.push_back("Restored " + how_many(renewal.brought_back(), "record") +
                           " from the safety journal");
  return success();
}

/// Erases from every file what the tombstones of the ledger name; returns the largest number of
/// records that were changed in one file.
Result<std::size_t> erase_forgotten(Files& files, const Facts& facts, const std::string& ledger) {
  const auto tombstones = tombstones_of(files, ledger);
  if (!tombstones) return tombstones.error();
  const auto done = erase_again(files, facts, ledger, *tombstones, false);
  if (!done) return done.error();
  std::size_t count = 0;
  for (const auto& place : done->places) count = std::max(count, place.records + place.unreadable);
  return count;
}

/// Erases text that was forgotten and came back, or that another machine forgot.
Status forget_again(Mended& mended, Files& files, const Facts& facts, const Checkup& checkup) {
  const auto count = erase_forgotten(files, facts, checkup.ledger);
  if (!count) return count.error();
  if (*count > 0)
    mended.steps.push_back("Erased the text of " + how_many(*count, "forgotten record"));
  return success();
}

/// Rewrites the safety journals first: until the ledger has the new records, they are found missing
/// there and can be added again.
Status date_anew(Mended& mended, Files& files, const Facts& facts, const Checkup& checkup,
                 const NewRecord& new_record) {
  if (!new_record || checkup.ahead.empty()) return success();
  const auto records = redated(checkup.ahead, new_record);
  auto paths = journals_of(files, facts, checkup.ledger).all();
  paths.push_back(checkup.ledger);
  for (const auto& path : paths) {
    Rewriting how;
    how.make = [&](std::string_view old) -> NewBytes { return with_redated(old, records); };
    if (path == checkup.ledger && mended.backup.empty())
      how.backup = backup_name(files, facts, checkup.ledger);
    const auto done = files.rewrite(path, how);
    if (!done) return done.error();
    if (!done->backup.empty()) mended.backup = done->backup;
  }
  mended.steps.push_back("Changed the date of " + how_many(records.size(), "record") + " to today");
  // Backups and copies still have the old lines, which would come back from there.
  const auto erased = erase_forgotten(files, facts, checkup.ledger);
  return erased ? success() : Status(erased.error());
}

}  // namespace

Status mend(Mended& mended, Files& files, const Facts& facts, const Checkup& checkup,
            const NewRecord& new_record) {
  if (!checkup.is_ledger) return success();
  for (const auto& path : checkup.loose) {
    if (auto done = files.tighten(path); !done) return done;
    mended.steps.push_back("Tightened the permissions of " + path);
  }
  if (!checkup.is_tidy || !checkup.missing.empty())
    if (auto done = renew(mended, files, facts, checkup); !done) return done;
  if (auto done = forget_again(mended, files, facts, checkup); !done) return done;
  if (auto done = date_anew(mended, files, facts, checkup, new_record); !done) return done;
  for (const auto& path : checkup.debris) {
    if (auto done = files.remove(path); !done) return done;
    mended.steps.push_back("Removed " + path);
  }
  return success();
}

}  // namespace connect::store
