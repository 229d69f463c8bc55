#include "store/repository.hpp"

#include <algorithm>
#include <array>

#include "store/ledger_file.hpp"

namespace connect::store {
namespace {

const std::string theirs_below = "refs/connect/theirs/";

std::vector<std::string> lines_of(const std::string& text, char end = '\n') {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = std::min(text.find(end, at), text.size());
    lines.push_back(text.substr(at, next - at));
    at = next + 1;
  }
  return lines;
}

Error apart(std::string message, std::string hint) {
  return {ErrorKind::apart, std::move(message), std::move(hint)};
}

bool is_local(const std::string& remote) {
  const auto colon = remote.find(':');
  return colon == remote.npos || remote.find('/') < colon;
}

}  // namespace

std::string reason_of(const Ran& ran) {
  std::string reason = "git ended with " + std::to_string(ran.code);
  for (const auto& line : lines_of(ran.err)) {
    if (line.starts_with("fatal: ") || line.starts_with("error: "))
      return line.substr(line.find(' ') + 1);
    if (!line.empty()) reason = line;
  }
  return reason;
}

std::string shown_remote(const std::string& url) {
  const auto begin = url.find("://");
  if (begin == url.npos) return url;
  const auto end = std::min(url.find('/', begin + 3), url.size());
  const auto at = url.rfind('@', end);
  const auto colon = url.find(':', begin + 3);
  if (at == url.npos || at < begin + 3 || colon > at) return url;
  return url.substr(0, colon) + url.substr(at);
}

Repository::Repository(Files& files, std::string ledger, std::string prefix)
    : files_(&files), ledger_(std::move(ledger)), prefix_(std::move(prefix)) {
  std::tie(folder_, name_) = folder_and_name(ledger_);
}

Result<Ran> Repository::run(const std::vector<std::string>& words, std::string_view input) const {
  return files_->git(folder_, words, input);
}

Result<std::string> Repository::ask(const std::vector<std::string>& words,
                                    std::string_view input) const {
  auto ran = run(words, input);
  if (!ran) return ran.error();
  if (ran->code != 0)
    return apart("git could not do its part in " + folder_ + ": " + reason_of(*ran),
                 "everything is saved here; see to it there, then run connect sync again");
  if (ran->out.ends_with('\n')) ran->out.pop_back();
  return std::move(ran->out);
}

std::string Repository::maybe(const std::vector<std::string>& words) const {
  const auto answer = ask(words);
  return answer ? *answer : "";
}

Result<std::optional<Repository>> Repository::find(Files& files, const std::string& ledger) {
  Repository candidate(files, ledger, "");
  const auto ran = candidate.run({"rev-parse", "--is-inside-work-tree", "--show-prefix"});
  if (!ran) return ran.error();
  const auto lines = lines_of(ran->out);
  if (ran->code != 0 || lines.empty() || lines[0] != "true") return std::optional<Repository>();
  if (lines.size() > 1) candidate.prefix_ = lines[1];
  // What lies around the folder may be anything, shown to anybody: it must know the ledger.
  if (!candidate.prefix_.empty() && candidate.maybe({"ls-files", "--", candidate.name_}).empty())
    return std::optional<Repository>();
  return std::optional(std::move(candidate));
}

Result<Repository> Repository::create(Files& files, const std::string& ledger) {
  Repository fresh(files, ledger, "");
  const auto ran = files.git("", {"init", "-q", "--", fresh.folder_}, {});
  if (!ran) return ran.error();
  if (ran->code != 0)
    return apart("git cannot make a repository of " + fresh.folder_ + ": " + reason_of(*ran),
                 "check who owns the folder, and the settings of git");
  // One name for all machines, whatever each of them would call it.
  if (auto named = fresh.ask({"symbolic-ref", "HEAD", "refs/heads/main"}); !named)
    return named.error();
  return fresh;
}

std::string Repository::branch() const { return maybe({"symbolic-ref", "-q", "--short", "HEAD"}); }

Status Repository::settled() const {
  const std::string remedy = "finish or abort it there, then run connect sync again";
  if (branch().empty())
    return apart("the repository in " + folder_ + " is on no branch, or in the middle of a rebase",
                 remedy);
  for (const char* head : {"MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD"})
    if (!maybe({"rev-parse", "-q", "--verify", head}).empty())
      return apart("the repository in " + folder_ + " is in the middle of a merge", remedy);
  return success();
}

std::string Repository::url_of(const std::string& remote) const {
  const std::string url = maybe({"config", "--get", "remote." + remote + ".url"});
  return url.empty() ? remote : url;
}

Result<std::string> Repository::remote_for(const std::string& given) const {
  const auto is_known = [&](const std::string& name) { return url_of(name) != name; };
  if (!given.empty() && is_known(given)) return given;
  std::string known = maybe({"config", "--get", "branch." + branch() + ".remote"});
  if (known.empty() && is_known("origin")) known = "origin";
  if (given.empty()) return known;
  const std::string wanted = is_local(given) ? files_->real_path(given) : given;
  if (known.empty()) return wanted;
  if (url_of(known) == wanted) return known;
  return usage_error("this ledger is in sync with " + shown_remote(url_of(known)),
                     "to move it: git -C '" + folder_ + "' remote set-url " + known + " REMOTE");
}

Status Repository::remember(const std::string& remote) const {
  if (url_of(remote) != remote) return success();
  const std::string mine = branch();
  if (auto added = ask({"remote", "add", "--", "origin", remote}); !added) return added.error();
  const auto there_branch = branch_there();
  if (!there_branch) return there_branch.error();
  // So that a git pull of the owner's knows its way, too.
  const std::string own = "branch." + mine;
  for (const auto& words : {std::vector<std::string>{"config", own + ".remote", "origin"},
                            {"config", own + ".merge", "refs/heads/" + *there_branch}})
    if (auto set = ask(words); !set) return set.error();
  return success();
}

Result<Ran> Repository::fetch(const std::string& remote) const {
  return run({"fetch", "-q", "--no-tags", "--prune", "--no-recurse-submodules", "--", remote,
              "+refs/heads/*:" + theirs_below + "*"});
}

Result<std::string> Repository::branch_there() const {
  const std::string mine = branch();
  const std::string followed = maybe({"config", "--get", "branch." + mine + ".merge"});
  constexpr std::string_view heads = "refs/heads/";
  if (followed.starts_with(heads)) return followed.substr(heads.size());
  auto names = lines_of(maybe({"for-each-ref", "--format=%(refname)", theirs_below}));
  for (auto& name : names) name.erase(0, theirs_below.size());
  if (names.empty() || std::ranges::find(names, mine) != names.end()) return mine;
  if (names.size() == 1) return names[0];
  return apart("the remote has several branches, and none called " + mine,
               "say which: git -C '" + folder_ + "' branch -m BRANCH");
}

std::string Repository::here() const { return maybe({"rev-parse", "-q", "--verify", "HEAD"}); }

std::string Repository::there(const std::string& branch) const {
  return maybe({"rev-parse", "-q", "--verify", theirs_below + branch});
}

bool Repository::is_ancestor(const std::string& older, const std::string& newer) const {
  const auto ran = run({"merge-base", "--is-ancestor", older, newer});
  return ran && ran->code == 0;
}

Result<bool> Repository::agree_elsewhere(const std::string& one, const std::string& other) const {
  std::array<std::string, 2> trees = {one, other};
  for (auto& tree : trees) {
    if (!tree.empty()) continue;
    auto empty = ask({"mktree"});
    if (!empty) return empty.error();
    tree = *empty;
  }
  const auto names = ask({"diff-tree", "-r", "-z", "--name-only", trees[0], trees[1]});
  if (!names) return names.error();
  return std::ranges::all_of(lines_of(*names, '\0'), [&](const auto& name) {
    return name == prefix_ + name_ ||
           (name == prefix_ + ".gitattributes" && has_attributes_of(one, other));
  });
}

Result<std::string> Repository::ledger_in(const std::string& commit) const {
  if (commit.empty()) return std::string();
  const std::string blob = maybe({"rev-parse", "-q", "--verify", commit + ":" + prefix_ + name_});
  if (blob.empty()) return std::string();
  return ask({"cat-file", "blob", blob});
}

Result<std::string> Repository::commit(const std::vector<std::string>& parents,
                                       const std::string& before,
                                       const std::string& message) const {
  const auto tree = tree_of(parents.empty() ? "" : parents[0]);
  if (!tree) return tree.error();
  std::vector<std::string> words;
  if (maybe({"var", "GIT_COMMITTER_IDENT"}).empty())
    words = {"-c", "user.name=connect", "-c", "user.email=connect@localhost"};
  words.insert(words.end(), {"commit-tree", *tree, "-m", message});
  for (const auto& parent : parents) words.insert(words.end(), {"-p", parent});
  auto made = ask(words);
  if (!made) return made;
  if (auto advanced = advance(*made, before); !advanced) return advanced.error();
  return made;
}

Status Repository::advance(const std::string& to, const std::string& before) const {
  const std::string none(to.size(), '0');
  const auto moved = ask({"update-ref", "-m", "connect sync", "refs/heads/" + branch(), to,
                          before.empty() ? none : before});
  if (!moved) return moved.error();
  tell_index(to);
  return success();
}

/// Else the next commit of the owner would take the old ledger along. An index that is in use is
/// told the next time.
void Repository::tell_index(const std::string& commit) const {
  for (const auto& name : {name_, std::string(".gitattributes")}) {
    const std::string blob = maybe({"rev-parse", "-q", "--verify", commit + ":" + prefix_ + name});
    if (!blob.empty())
      maybe({"update-index", "--add", "--cacheinfo", "100644," + blob + "," + prefix_ + name});
  }
  maybe({"update-index", "-q", "--refresh"});
}

Result<Ran> Repository::push(const std::string& remote, const std::string& commit,
                             const std::string& branch) const {
  return run(
      {"push", "--porcelain", "--no-follow-tags", "--", remote, commit + ":refs/heads/" + branch});
}

}  // namespace connect::store
