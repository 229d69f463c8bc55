// The git repository that carries the ledger from machine to machine. git never writes a file of
// the work tree: commits are built from the ledger's bytes, branches are moved by update-ref, and
// the index is updated. So the ledger is only ever appended to, whatever happens to a fetch, a push
// or a merge, and everything else in the repository stays as its owner left it.
//
// A commit is built from a tree that was read completely, with the ledger and a line in
// .gitattributes put in (repository_tree.cpp); if an answer of git is incomplete, no commit is made
// (git_answers.hpp). What the owner's .gitattributes demand for the ledger (filter, ident, text,
// working-tree-encoding) is applied in both directions, as `git add` and `git checkout` would
// (repository_filters.cpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connect/app.hpp"
#include "store/git/git_answers.hpp"

namespace connect::store {

/// ".gitattributes", in the ledger's folder.
extern const std::string attributes_file;

/// A commit, as far as it concerns the ledger.
struct Snapshot {
  std::string commit;  // its id; empty: no commit yet, and no files
  /// The trees from the top of the repository down to the ledger's folder; empty where one is
  /// missing.
  std::vector<Tree> folders;

  /// An entry of the ledger's folder; null if it is missing.
  const TreeEntry* find(const std::string& name) const;
};

struct Pushed {
  bool done = false;   // the remote branch is now what was pushed
  std::string reason;  // if not: why it was refused
};

class Repository {
 public:
  /// The repository that carries this ledger: connect's own, or one of the user's that tracks it.
  /// Nothing if there is none; an error if git cannot tell, or if the ledger is at the top of a
  /// repository that does not track it.
  static Result<std::optional<Repository>> find(Files& files, Programs& programs,
                                                const std::string& ledger);
  /// Makes the ledger's folder a repository, with the branch main and files of mode 0600.
  static Result<Repository> create(Files& files, Programs& programs, const std::string& ledger);

  /// An error in the middle of a merge, cherry-pick, revert or rebase, or if no branch is checked
  /// out.
  Status settled() const;
  /// The ledger's folder.
  const std::string& folder() const { return folder_; }

  /// The remote to sync with, by its name if it has one. `given`: a name, URL or path; if it is
  /// empty, the remote that the branch follows, or origin, or empty. An error if the ledger is in
  /// sync with another remote.
  Result<std::string> remote_for(const std::string& given) const;
  /// The URL of a remote. It may contain a password: show without_credentials(url).
  std::string url_of(const std::string& remote) const;
  /// Adds the remote of a successful sync to git's configuration as origin, unless it has a name
  /// already.
  Status remember(const std::string& remote) const;

  /// Fetches all branches of the remote into refs/connect/theirs/. A failure is in the exit code.
  Result<ProcessResult> fetch(const std::string& remote) const;
  /// The remote branch that corresponds to the local one; an error if there are several candidates.
  Result<std::string> branch_there() const;

  /// The last commit here, and that of a fetched remote branch.
  Result<Snapshot> here() const;
  Result<Snapshot> there(const std::string& branch) const;
  /// The merge base of two commits; empty if there is none.
  Result<std::string> common_ancestor(const std::string& one, const std::string& other) const;
  /// Whether two commits have the same files besides the ledger, and the .gitattributes of `ours`
  /// are missing or contain every line of theirs.
  Result<bool> agree_elsewhere(const Snapshot& ours, const Snapshot& theirs) const;
  /// The ledger in a commit, converted as for the work tree; empty if it is not there.
  Result<std::string> ledger_in(const Snapshot& snapshot) const;

  /// If `ours` has no .gitattributes, adds the lines of `theirs`, which say how to read their
  /// ledger, to the file here. True if the file is new.
  Result<bool> take_attributes(const Snapshot& ours, const Snapshot& theirs) const;
  /// Deletes the file again.
  Status drop_attributes() const;
  /// Adds `merge=union` for the ledger to .gitattributes, so that git itself would merge ledgers
  /// line by line; not if the ledger has a filter.
  Status write_attributes() const;
  /// Whether a commit lacks .gitattributes, or the ledger's line that the file here has.
  Result<bool> lacks_attributes(const Snapshot& snapshot) const;

  /// Makes a commit of the current ledger and the other files of `base`, with these parents. No
  /// branch points to it yet.
  Result<Snapshot> commit(const Snapshot& base, const std::vector<std::string>& parents,
                          const std::string& message) const;
  /// Moves the local branch to `to`. An error if it is not at `before` any more.
  Status advance(const std::string& to, const std::string& before) const;
  /// Updates the ledger in the index to `tip`; otherwise the owner's next commit would revert it.
  /// Changes to .gitattributes that the owner has staged stay staged.
  Status tell_index(const Snapshot& tip, const Snapshot& before) const;
  /// Pushes a commit to a remote branch. A refusal is a result; every other failure is an error.
  Result<Pushed> push(const std::string& remote, const std::string& commit,
                      const std::string& branch) const;
  /// Whether pushes to a remote may go to another address than fetches (pushurl, pushInsteadOf).
  bool pushes_elsewhere(const std::string& remote) const;

 private:
  Repository(Files& files, Programs& programs, std::string ledger);

  /// Runs git in the ledger's folder.
  Result<ProcessResult> run(const std::vector<std::string>& words,
                            std::string_view input = {}) const;
  /// The output of git; an error unless it exits with 0.
  Result<std::string> ask(const std::vector<std::string>& words, std::string_view input = {}) const;
  /// The same for an answer that is an object id.
  Result<std::string> ask_id(const std::vector<std::string>& words,
                             std::string_view input = {}) const;
  /// The error for a git that failed.
  Error failed(const std::string& reason) const;
  /// The error for an answer that does not parse.
  Error unclear(const std::string& command) const;
  /// A value of git's configuration, or empty.
  std::string setting(const std::string& name) const;
  bool is_set(const std::string& name) const;

  Status read_state();
  Result<bool> is_ours_to_use() const;
  /// The ids of these objects, empty where one is missing.
  Result<std::vector<std::string>> ids_of(const std::vector<std::string>& names) const;
  Result<Snapshot> snapshot(const std::string& ref) const;
  Result<std::string> object(const std::string& name, std::string_view kind) const;

  std::string attributes_line() const;
  std::string attributes_path() const;
  Result<std::string> attributes_in(const Snapshot& snapshot) const;
  Result<std::vector<std::string>> attributes_of_ledger() const;
  /// The git options that make the ledger's filter a required one; none without a filter.
  Result<std::vector<std::string>> filter_words(bool to_commit) const;
  Result<std::string> checked_out(const std::string& blob) const;
  Result<std::string> checked_in(const std::string& bytes) const;

  Status put_attributes(Snapshot& snapshot) const;
  Status put_ledger(Snapshot& snapshot) const;
  Status put(Snapshot& snapshot, const std::string& name, const std::string& blob) const;
  Result<std::string> write_trees(Snapshot& snapshot) const;

  Files* files_;
  Programs* programs_;
  std::string ledger_;  // absolute
  std::string folder_;
  std::string name_;    // of the ledger in its folder
  std::string prefix_;  // path of the folder in the repository, "" or with a slash at the end
  std::string branch_;  // the current one; empty if HEAD is detached
  GitSettings settings_;
};

}  // namespace connect::store
