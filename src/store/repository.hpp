// The git repository that carries the ledger from machine to machine. git never writes a file here:
// commits are made of what the ledger holds, branches are moved on, and the index is told. So the
// ledger is only ever appended to, whatever becomes of a fetch, a push or a merge, and whatever
// else the repository holds stays as its owner left it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connect/app.hpp"

namespace connect::store {

class Repository {
 public:
  /// The repository that carries this ledger: one whose top is its folder, or one around that which
  /// has the ledger already. Nothing when there is none; an error without git.
  static Result<std::optional<Repository>> find(Files& files, const std::string& ledger);
  /// Makes the ledger's folder a repository.
  static Result<Repository> create(Files& files, const std::string& ledger);

  /// An error while its owner is in the middle of something: a merge, a rebase, no branch.
  Status settled() const;
  const std::string& folder() const { return folder_; }

  /// What to call this remote to git: its name when it has one. Without a word from the user, the
  /// one that the branch follows; empty when there is none.
  Result<std::string> remote_for(const std::string& given) const;
  /// Where that is.
  std::string url_of(const std::string& remote) const;
  /// Remembers a remote that was reached, so that no word is needed the next time.
  Status remember(const std::string& remote) const;

  /// Looks what the remote has. How it ended is told by git's exit code.
  Result<Ran> fetch(const std::string& remote) const;
  /// The branch there that ours goes with; an error when it could be any of several.
  Result<std::string> branch_there() const;

  /// The last commit here, and there; empty when there is none.
  std::string here() const;
  std::string there(const std::string& branch) const;
  bool is_ancestor(const std::string& older, const std::string& newer) const;
  /// Whether two commits, either of which may be empty, have the same files besides the ledger.
  Result<bool> agree_elsewhere(const std::string& one, const std::string& other) const;
  /// The ledger in a commit; nothing when it is not there.
  Result<std::string> ledger_in(const std::string& commit) const;

  /// Sees to it that git itself would merge ledgers line by line, taking over what the other side
  /// has said of that.
  Status write_attributes(const std::string& theirs) const;
  /// Whether a commit lacks these words.
  bool lacks_attributes(const std::string& commit) const;

  /// Makes a commit of the ledger as it is now, on top of these, and makes it ours.
  Result<std::string> commit(const std::vector<std::string>& parents, const std::string& before,
                             const std::string& message) const;
  /// Moves our branch on. An error when somebody else has moved it from `before`.
  Status advance(const std::string& to, const std::string& before) const;
  Result<Ran> push(const std::string& remote, const std::string& commit,
                   const std::string& branch) const;

 private:
  Repository(Files& files, std::string ledger, std::string prefix);

  Result<Ran> run(const std::vector<std::string>& words, std::string_view input = {}) const;
  Result<std::string> ask(const std::vector<std::string>& words, std::string_view input = {}) const;
  /// What it printed; empty when it ended badly.
  std::string maybe(const std::vector<std::string>& words) const;
  std::string branch() const;
  std::string attributes_line() const;
  bool has_attributes_of(const std::string& one, const std::string& other) const;
  std::string attributes_for(const std::string& commit) const;
  Result<std::string> tree_with(const std::string& tree, const std::string& path,
                                const std::string& blob) const;
  Result<std::string> tree_of(const std::string& base) const;
  void tell_index(const std::string& commit) const;

  Files* files_;
  std::string ledger_;  // absolute
  std::string folder_;
  std::string name_;    // of the ledger, in its folder
  std::string prefix_;  // of the folder, in the repository
};

/// git's own word about why it failed, one line.
std::string reason_of(const Ran& ran);
/// An address without the password in it.
std::string shown_remote(const std::string& url);

}  // namespace connect::store
