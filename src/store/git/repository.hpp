// The git repository that carries the ledger from machine to machine. git never writes a file here:
// commits are made of what the ledger holds, branches are moved on, and the index is told. So the
// ledger is only ever appended to, whatever becomes of a fetch, a push or a merge, and whatever
// else the repository holds stays as its owner left it.
//
// A commit is made of a tree that was read whole, with the ledger and a line in .gitattributes put
// in (repository_tree.cpp); where git does not answer in full, there is no commit
// (git_answers.hpp). What the owner's .gitattributes say of the ledger (filter, ident, text,
// working-tree-encoding) is done on the way in and out, as `git add` and `git checkout` would
// (repository_filters.cpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connect/app.hpp"
#include "store/git/git_answers.hpp"

namespace connect::store {

/// In the ledger's folder: how git is to treat it.
extern const std::string attributes_file;

/// A commit, as far as it concerns the ledger.
struct Snapshot {
  std::string commit;  // empty: there is none yet, and so no file
  /// The folders from the top of the repository down to the ledger's; empty where one is missing.
  std::vector<Tree> folders;

  /// An entry of the ledger's folder; null when it is missing.
  const TreeEntry* find(const std::string& name) const;
};

struct Pushed {
  bool done = false;   // the branch there is what was pushed
  std::string reason;  // else: why it was refused
};

class Repository {
 public:
  /// The repository that carries this ledger: connect's own, or one of the user's that tracks it.
  /// Nothing when there is none; an error where git cannot tell, and where the ledger is at the top
  /// of a repository that does not track it.
  static Result<std::optional<Repository>> find(Files& files, const std::string& ledger);
  /// Makes the ledger's folder a repository.
  static Result<Repository> create(Files& files, const std::string& ledger);

  /// An error while its owner is in the middle of something: a merge, a rebase, no branch.
  Status settled() const;
  const std::string& folder() const { return folder_; }

  /// What to call this remote to git: its name when it has one. Without a word from the user, the
  /// one that the branch follows; empty when there is none.
  Result<std::string> remote_for(const std::string& given) const;
  /// Where that is. It may hold a password: without_credentials(url) can be shown.
  std::string url_of(const std::string& remote) const;
  /// Remembers a remote that a sync went well with, so that it need not be named the next time.
  Status remember(const std::string& remote) const;

  /// Looks what the remote has. How it ended is told by git's exit code.
  Result<Ran> fetch(const std::string& remote) const;
  /// The branch there that ours goes with; an error when it could be any of several.
  Result<std::string> branch_there() const;

  /// The last commit here, and on a branch there, as it was fetched.
  Result<Snapshot> here() const;
  Result<Snapshot> there(const std::string& branch) const;
  /// The newest commit that is part of both; empty when there is none.
  Result<std::string> common_ancestor(const std::string& one, const std::string& other) const;
  /// Whether two commits have the same files besides the ledger, and .gitattributes that ours can
  /// stand for.
  Result<bool> agree_elsewhere(const Snapshot& ours, const Snapshot& theirs) const;
  /// The ledger in a commit, as it is in a work tree; empty when it is not there.
  Result<std::string> ledger_in(const Snapshot& snapshot) const;

  /// Takes over their .gitattributes, which say how to read their ledger, where there are none of
  /// ours. True when the file is new.
  Result<bool> take_attributes(const Snapshot& ours, const Snapshot& theirs) const;
  Status drop_attributes() const;
  /// Sees to it that git itself would merge ledgers line by line.
  Status write_attributes() const;
  /// Whether a commit lacks what this machine's .gitattributes say of that.
  Result<bool> lacks_attributes(const Snapshot& snapshot) const;

  /// A commit of the ledger as it is now, with the other files of `base`, on top of these commits.
  /// No branch knows it yet.
  Result<Snapshot> commit(const Snapshot& base, const std::vector<std::string>& parents,
                          const std::string& message) const;
  /// Moves our branch on. An error when somebody else has moved it from `before`.
  Status advance(const std::string& to, const std::string& before) const;
  /// Tells the index of the ledger in our last commit, else the owner's next commit would take the
  /// old one along. .gitattributes that the owner has staged stay staged.
  Status tell_index(const Snapshot& tip, const Snapshot& before) const;
  /// Pushes a commit to a branch there. An error when git does not say that it was refused.
  Result<Pushed> push(const std::string& remote, const std::string& commit,
                      const std::string& branch) const;
  /// Whether pushes to a remote may go elsewhere than fetches.
  bool pushes_elsewhere(const std::string& remote) const;

 private:
  Repository(Files& files, std::string ledger);

  Result<Ran> run(const std::vector<std::string>& words, std::string_view input = {}) const;
  Result<std::string> ask(const std::vector<std::string>& words, std::string_view input = {}) const;
  /// The same, where the answer is an id.
  Result<std::string> ask_id(const std::vector<std::string>& words,
                             std::string_view input = {}) const;
  Error failed(const std::string& reason) const;
  /// For an answer of another form than the command's.
  Error unclear(const std::string& command) const;
  std::string setting(const std::string& name) const;
  bool is_set(const std::string& name) const;

  Status read_state();
  Result<bool> is_ours_to_use() const;
  /// The id of each object, empty where there is none.
  Result<std::vector<std::string>> ids_of(const std::vector<std::string>& names) const;
  Result<Snapshot> snapshot(const std::string& ref) const;
  Result<std::string> object(const std::string& name, std::string_view kind) const;

  std::string attributes_line() const;
  std::string attributes_path() const;
  Result<std::string> attributes_in(const Snapshot& snapshot) const;
  Result<std::vector<std::string>> attributes_of_ledger() const;
  /// The words before a command that make a filter of the ledger which fails an error.
  Result<std::vector<std::string>> filter_words(bool to_commit) const;
  Result<std::string> checked_out(const std::string& blob) const;
  Result<std::string> checked_in(const std::string& bytes) const;

  Status put_attributes(Snapshot& snapshot) const;
  Status put_ledger(Snapshot& snapshot) const;
  Status put(Snapshot& snapshot, const std::string& name, const std::string& blob) const;
  Result<std::string> write_trees(Snapshot& snapshot) const;

  Files* files_;
  std::string ledger_;  // absolute
  std::string folder_;
  std::string name_;    // of the ledger, in its folder
  std::string prefix_;  // of the folder, in the repository; ends with a slash, or is empty
  std::string branch_;  // that is checked out; empty when none is
  GitSettings settings_;
};

}  // namespace connect::store
