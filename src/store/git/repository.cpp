#include "store/git/repository.hpp"

#include <algorithm>

#include "domain/text/addresses.hpp"
#include "domain/text/shell_word.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::store {
namespace {

const std::string theirs_below = "refs/connect/theirs/";  // fetched branches
constexpr std::string_view heads = "refs/heads/";

Error git_error(std::string message, std::string hint) {
  return {ErrorKind::apart, std::move(message), std::move(hint)};
}

/// Whether it is a path, by git's rule: without a colon, or with a slash before the first one.
bool is_local(const std::string& remote) {
  const auto colon = remote.find(':');
  return colon == remote.npos || remote.find('/') < colon;
}

/// Whether git looked for a repository and found none. After any other error there may be one.
bool is_in_none(const ProcessResult& ran) {
  return ran.err.find("not a git repository (or any") != std::string::npos ||
         (ran.err.find("cannot change to ") != std::string::npos &&
          ran.err.find("No such file or directory") != std::string::npos);
}

}  // namespace

Repository::Repository(Files& files, Programs& programs, std::string ledger)
    : files_(&files), programs_(&programs), ledger_(std::move(ledger)) {
  std::tie(folder_, name_) = folder_and_name(ledger_);
}

Result<ProcessResult> Repository::run(const std::vector<std::string>& words,
                                      std::string_view input) const {
  return programs_->git(folder_, words, input);
}

Result<std::string> Repository::ask(const std::vector<std::string>& words,
                                    std::string_view input) const {
  auto ran = run(words, input);
  if (!ran) return ran.error();
  if (ran->code == 0) return std::move(ran->out);
  return failed(reason_of(*ran));
}

Error Repository::failed(const std::string& reason) const {
  const bool is_locked = reason.find(".lock': File exists") != std::string::npos;
  return git_error(
      "git failed in " + folder_ + ": " + reason,
      is_locked ? "everything is saved here; if no other git is running there, delete that "
                  "lock file, then run the same command again"
                : "everything is saved here; fix that there, then run the same command again");
}

Error Repository::unclear(const std::string& command) const {
  return failed("git " + command + " gave an incomplete answer");
}

Result<std::string> Repository::ask_id(const std::vector<std::string>& words,
                                       std::string_view input) const {
  auto answer = ask(words, input);
  if (!answer) return answer;
  if (answer->ends_with('\n')) answer->pop_back();
  if (!is_object_id(*answer)) return unclear(words[0]);
  return answer;
}

std::string Repository::setting(const std::string& name) const {
  const auto found = settings_.find(name);
  return found == settings_.end() ? "" : found->second;
}

bool Repository::is_set(const std::string& name) const {
  std::string value = setting(name);
  for (char& c : value)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return value == "true" || value == "yes" || value == "on" || value == "1";
}

/// Reads what stays the same during a sync: the configuration and the current branch.
Status Repository::read_state() {
  const auto listed = ask({"config", "-z", "--list"});
  if (!listed) return listed.error();
  auto settings = parse_settings(*listed);
  if (!settings) return unclear("config");
  settings_ = *std::move(settings);
  const auto head = run({"symbolic-ref", "-q", "HEAD"});
  if (!head) return head.error();
  branch_.clear();
  if (head->code == 1) return success();  // HEAD is detached
  const auto lines = lines_of(head->out);
  if (head->code != 0 || lines.size() != 1 || !lines[0].starts_with(heads))
    return unclear("symbolic-ref");
  branch_ = lines[0].substr(heads.size());
  return success();
}

Result<std::optional<Repository>> Repository::find(Files& files, Programs& programs,
                                                   const std::string& ledger) {
  Repository candidate(files, programs, ledger);
  const auto ran = candidate.run({"rev-parse", "--is-inside-work-tree", "--show-prefix"});
  if (!ran) return ran.error();
  if (ran->code != 0 && is_in_none(*ran)) return std::optional<Repository>();
  const auto lines = lines_of(ran->out);
  const std::string& folder = candidate.folder_;
  if (ran->code != 0)
    return git_error("git cannot tell which repository " + folder + " is in: " + reason_of(*ran),
                     "nothing was changed; fix what git -C " + shell_word(folder) +
                         " status reports, then run the same command again");
  if (!lines.empty() && lines[0] == "false") return std::optional<Repository>();  // inside .git
  if (lines.size() != 2 || lines[0] != "true") return candidate.unclear("rev-parse");
  candidate.prefix_ = lines[1];
  if (auto read = candidate.read_state(); !read) return read.error();
  const auto usable = candidate.is_ours_to_use();
  if (!usable) return usable.error();
  if (*usable) return std::optional(std::move(candidate));
  if (!candidate.prefix_.empty()) return std::optional<Repository>();
  return git_error(
      "the repository in " + folder + " does not track this ledger, so nothing was sent",
      "if the ledger belongs there: git -C " + shell_word(folder) + " add -f -- " +
          shell_word(candidate.name_) + ", then run the same command again");
}

/// Any repository may be public. So the ledger must be tracked in it, or it must hold nothing else:
/// no commit and no remote yet, or only .gitattributes.
Result<bool> Repository::is_ours_to_use() const {
  const auto tracked = ask({"ls-files", "-z", "--", ":(literal)" + name_});
  if (!tracked) return tracked.error();
  if (!tracked->empty()) return true;
  const auto last = here();
  if (!last) return last.error();
  if (last->find(name_) != nullptr) return true;
  if (!prefix_.empty()) return false;
  if (last->commit.empty())
    return std::ranges::none_of(settings_,
                                [](const auto& each) { return each.first.starts_with("remote."); });
  const Tree& top = last->folders[0];
  return top.size() == 1 && top[0].name == ".gitattributes";
}

Result<Repository> Repository::create(Files& files, Programs& programs, const std::string& ledger) {
  Repository fresh(files, programs, ledger);
  // One branch name on all machines, whatever init.defaultBranch says there; and files with mode
  // 0600, whatever the umask.
  const auto ran = programs.git(
      "", {"-c", "init.defaultBranch=main", "init", "-q", "--shared=0600", "--", fresh.folder_},
      {});
  if (!ran) return ran.error();
  if (ran->code != 0)
    return git_error(
        "git could not create a repository in " + fresh.folder_ + ": " + reason_of(*ran),
        "check who owns the folder, and your git settings");
  if (auto read = fresh.read_state(); !read) return read.error();
  if (fresh.branch_ == "main") return fresh;
  // git before 2.28 ignores init.defaultBranch.
  if (auto named = fresh.ask({"symbolic-ref", "HEAD", "refs/heads/main"}); !named)
    return named.error();
  fresh.branch_ = "main";
  return fresh;
}

Status Repository::settled() const {
  if (branch_.empty())
    return git_error(
        "the repository in " + folder_ + " is not on a branch, or is in the middle of a rebase",
        "finish or abort the rebase, or switch to a branch, then run the same command again");
  const auto ids = ids_of({"MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD"});
  if (!ids) return ids.error();
  if (std::ranges::any_of(*ids, [](const auto& id) { return !id.empty(); }))
    return git_error(
        "the repository in " + folder_ + " is in the middle of a merge, cherry-pick or revert",
        "finish or abort it there, then run the same command again");
  return success();
}

std::string Repository::url_of(const std::string& remote) const {
  const std::string url = setting("remote." + remote + ".url");
  return url.empty() ? remote : url;
}

Result<std::string> Repository::remote_for(const std::string& given) const {
  const auto is_known = [&](const std::string& name) { return url_of(name) != name; };
  if (!given.empty() && is_known(given)) return given;
  std::string known = setting("branch." + branch_ + ".remote");
  if (known == ".") known.clear();  // it follows a local branch
  if (known.empty() && is_known("origin")) known = "origin";
  if (given.empty()) return known;
  const std::string wanted = is_local(given) ? files_->real_path(given) : given;
  if (known.empty()) return wanted;
  if (url_of(known) == wanted) return known;
  // The branch may name a remote, or be set to an address without a name.
  const std::string change = is_known(known)
                                 ? "remote set-url " + shell_word(known)
                                 : "config " + shell_word("branch." + branch_ + ".remote");
  return usage_error(
      "this ledger is already synced with " + without_credentials(url_of(known)),
      "to use another one: git -C " + shell_word(folder_) + " " + change + " REMOTE");
}

Status Repository::remember(const std::string& remote) const {
  if (url_of(remote) != remote) return success();
  const auto there_branch = branch_there();
  if (!there_branch) return there_branch.error();
  // The branch is configured so that the owner's own git pull works, too.
  const std::string own = "branch." + branch_;
  for (const auto& words : {std::vector<std::string>{"remote", "add", "--", "origin", remote},
                            {"config", own + ".remote", "origin"},
                            {"config", own + ".merge", std::string(heads) + *there_branch}})
    if (auto set = ask(words); !set) return set.error();
  return success();
}

Result<ProcessResult> Repository::fetch(const std::string& remote) const {
  return run({"fetch", "-q", "--no-tags", "--prune", "--no-recurse-submodules", "--", remote,
              "+refs/heads/*:" + theirs_below + "*"});
}

Result<std::string> Repository::branch_there() const {
  const std::string followed = setting("branch." + branch_ + ".merge");
  if (followed.starts_with(heads)) return followed.substr(heads.size());
  const auto listed = ask({"for-each-ref", "--format=%(refname)", theirs_below});
  if (!listed) return listed.error();
  auto names = lines_of(*listed);
  for (auto& name : names) name.erase(0, theirs_below.size());
  if (names.empty() || std::ranges::find(names, branch_) != names.end()) return branch_;
  if (names.size() == 1) return names[0];
  return git_error("the remote has several branches, but none called " + branch_,
                   "choose one: git -C " + shell_word(folder_) +
                       " branch -m BRANCH, then run the same command again");
}

Result<std::string> Repository::common_ancestor(const std::string& one,
                                                const std::string& other) const {
  const auto ran = run({"merge-base", one, other});
  if (!ran) return ran.error();
  if (ran->code == 1 && ran->out.empty()) return std::string();
  const auto lines = lines_of(ran->out);
  if (ran->code != 0 || lines.size() != 1 || !is_object_id(lines[0])) return unclear("merge-base");
  return lines[0];
}

Status Repository::advance(const std::string& to, const std::string& before) const {
  const std::string none(to.size(), '0');
  const auto moved = ask({"update-ref", "-m", "connect sync", std::string(heads) + branch_, to,
                          before.empty() ? none : before});
  if (!moved) return moved.error();
  return success();
}

Result<Pushed> Repository::push(const std::string& remote, const std::string& commit,
                                const std::string& branch) const {
  std::vector<std::string> words;
  // A mirror push would send every ref of this repository and delete all others there.
  if (!setting("remote." + remote + ".mirror").empty())
    words = {"-c", "remote." + remote + ".mirror=false"};
  words.insert(words.end(), {"push", "--porcelain", "--no-follow-tags", "--recurse-submodules=no",
                             "--", remote, commit + ":refs/heads/" + branch});
  auto ran = run(words);
  if (!ran) return ran.error();
  const PushAnswer answer = parse_push(ran->out, branch);
  if (ran->code == 0 && answer.is_updated && answer.refusal.empty()) return Pushed{true, ""};
  if (!answer.refusal.empty()) ran->err += "\n" + answer.refusal;
  const std::string reason =
      ran->code == 0 && answer.refusal.empty() ? "git pushed nothing" : reason_of(*ran);
  if (!answer.refusal.empty()) return Pushed{false, reason};
  return git_error("could not send to " + without_credentials(url_of(remote)) + ": " + reason,
                   "everything is saved here; fix that, then run the same command again");
}

bool Repository::pushes_elsewhere(const std::string& remote) const {
  return std::ranges::any_of(settings_, [&](const auto& each) {
    return each.first == "remote." + remote + ".pushurl" ||
           (each.first.starts_with("url.") && each.first.ends_with(".pushinsteadof"));
  });
}

}  // namespace connect::store
