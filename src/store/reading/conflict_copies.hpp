// Copies of a ledger that sync tools leave in its folder when two machines changed it at the same
// time.
//
// The name of a copy is that of the ledger with a mark directly after its stem, or after the whole
// name. Only marks that nobody gives to a file by hand are recognized:
//
//   ledger.sync-conflict-20261123-120000-ABCDEFG.jsonl     Syncthing
//   ledger (Ana's conflicted copy 2026-11-23).jsonl        Dropbox, in any of its languages
//   ledger (conflicted copy 2026-11-23 120000).jsonl       Nextcloud, ownCloud
//   ledger_conflict-20261123-120000.jsonl                  ownCloud before 2.5
//   ledger (SFConflict ana@example.org 2026-11-23-12-00-00).jsonl   Seafile
//   ledger.conflict1.jsonl, ledger.jsonl.conflict1, ledger.jsonl..path1   rclone bisync
//   ledger.variant-1a2b.jsonl                              git-annex
//
// OneDrive (ledger-DESKTOP.jsonl), iCloud (ledger 2.jsonl) and Google Drive (ledger (1).jsonl) use
// names that may as well belong to another ledger; `doctor` reports such files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "connect/app.hpp"

namespace connect::store {

/// Whether a file of this name can only be a conflict copy of the ledger named `of`.
bool is_conflict_copy(std::string_view name, std::string_view of);

/// The file names of the conflict copies in the ledger's folder; if the path is a symbolic link, in
/// the folder of its target.
std::vector<std::string> conflict_copies(Files& files, const std::string& path);
/// The same, as paths.
std::vector<std::string> conflict_paths(Files& files, const std::string& path);

/// Files in that folder whose names begin like the ledger's and that are not certainly
/// conflict copies.
std::vector<std::string> similar_paths(Files& files, const std::string& path);

}  // namespace connect::store
