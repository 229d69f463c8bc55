// Builds the tree of a commit: that of the base commit, with the ledger and .gitattributes as they
// are now.
#include <algorithm>

#include "store/git/repository.hpp"

namespace connect::store {
namespace {

TreeEntry* entry_in(Tree& tree, const std::string& name) {
  const auto found = std::ranges::find(tree, name, &TreeEntry::name);
  return found == tree.end() ? nullptr : &*found;
}

/// The names of the folders from the top of the repository down to the ledger's.
std::vector<std::string> folders_on_the_way(const std::string& prefix) {
  return lines_of(prefix, '/');
}

/// A tree without these names.
Tree without(Tree tree, const std::vector<std::string>& names) {
  std::erase_if(tree, [&](const TreeEntry& entry) {
    return std::ranges::find(names, entry.name) != names.end();
  });
  return tree;
}

}  // namespace

const TreeEntry* Snapshot::find(const std::string& name) const {
  if (folders.empty()) return nullptr;
  const auto found = std::ranges::find(folders.back(), name, &TreeEntry::name);
  return found == folders.back().end() ? nullptr : &*found;
}

Result<std::vector<std::string>> Repository::ids_of(const std::vector<std::string>& names) const {
  std::string input;
  for (const std::string& name : names) input += name + "\n";
  const auto answer = ask({"cat-file", "--batch-check"}, input);
  if (!answer) return answer.error();
  auto ids = parse_object_ids(*answer, names);
  if (!ids) return unclear("cat-file");
  return *std::move(ids);
}

Result<std::string> Repository::object(const std::string& name, std::string_view kind) const {
  const auto answer = ask({"cat-file", "--batch"}, name + "\n");
  if (!answer) return answer.error();
  auto bytes = parse_object(*answer, kind);
  if (!bytes) return unclear("cat-file");
  return *std::move(bytes);
}

Result<Snapshot> Repository::snapshot(const std::string& ref) const {
  const auto ids = ids_of({ref + "^{commit}"});
  if (!ids) return ids.error();
  const auto steps = folders_on_the_way(prefix_);
  Snapshot snapshot{(*ids)[0], std::vector<Tree>(steps.size() + 1)};
  if (snapshot.commit.empty()) return snapshot;
  std::string name = snapshot.commit + "^{tree}";
  for (std::size_t depth = 0; depth <= steps.size(); ++depth) {
    const auto bytes = object(name, "tree");
    if (!bytes) return bytes.error();
    auto tree = parse_tree(*bytes, snapshot.commit.size() / 2);
    if (!tree) return unclear("cat-file");
    snapshot.folders[depth] = *std::move(tree);
    if (depth == steps.size()) break;
    const TreeEntry* const below = entry_in(snapshot.folders[depth], steps[depth]);
    if (below == nullptr || !below->is_folder()) break;
    name = below->id;
  }
  return snapshot;
}

Result<Snapshot> Repository::here() const { return snapshot("HEAD"); }

Result<Snapshot> Repository::there(const std::string& branch) const {
  return snapshot("refs/connect/theirs/" + branch);
}

Result<bool> Repository::agree_elsewhere(const Snapshot& ours, const Snapshot& theirs) const {
  const auto steps = folders_on_the_way(prefix_);
  for (std::size_t depth = 0; depth < ours.folders.size(); ++depth) {
    const auto names =
        depth < steps.size() ? std::vector{steps[depth]} : std::vector{name_, attributes_file};
    if (without(ours.folders[depth], names) != without(theirs.folders[depth], names)) return false;
  }
  const auto our_words = attributes_in(ours);
  if (!our_words) return our_words.error();
  const auto their_words = attributes_in(theirs);
  if (!their_words) return their_words.error();
  if (our_words->empty()) return true;  // take_attributes() adds theirs
  // The local .gitattributes may have more lines than theirs, not fewer.
  const auto known = lines_of(*our_words);
  return std::ranges::all_of(lines_of(*their_words), [&](const auto& line) {
    return std::ranges::find(known, line) != known.end();
  });
}

/// Sets a file in the ledger's folder. An error if its name belongs to something other than a file.
Status Repository::put(Snapshot& snapshot, const std::string& name, const std::string& blob) const {
  Tree& folder = snapshot.folders.back();
  if (TreeEntry* const entry = entry_in(folder, name)) {
    if (!entry->is_file()) return failed(name + " is not a file in its last commit");
    entry->id = blob;
  } else {
    folder.push_back({"100644", blob, name});
  }
  return success();
}

/// Writes the trees from the ledger's folder up to the top; returns the id of the top one.
Result<std::string> Repository::write_trees(Snapshot& snapshot) const {
  const auto steps = folders_on_the_way(prefix_);
  for (std::size_t depth = steps.size();; --depth) {
    // The entries come from existing trees, so their objects need not be present here.
    auto id = ask_id({"mktree", "-z", "--missing"}, mktree_input(snapshot.folders[depth]));
    if (!id || depth == 0) return id;
    Tree& above = snapshot.folders[depth - 1];
    std::erase_if(above, [&](const auto& entry) { return entry.name == steps[depth - 1]; });
    above.push_back({"40000", *id, steps[depth - 1]});
  }
}

Result<Snapshot> Repository::commit(const Snapshot& base, const std::vector<std::string>& parents,
                                    const std::string& message) const {
  Snapshot made = base;
  if (auto added = put_attributes(made); !added) return added.error();
  if (auto added = put_ledger(made); !added) return added.error();
  const auto tree = write_trees(made);
  if (!tree) return tree.error();
  const auto identity = run({"var", "GIT_COMMITTER_IDENT"});
  if (!identity) return identity.error();
  if (identity->code != 0 && identity->code != 128) return unclear("var");
  std::vector<std::string> words;
  if (identity->code == 128)  // git has no identity configured
    words = {"-c", "user.name=connect", "-c", "user.email=connect@localhost"};
  words.insert(words.end(), {"commit-tree", *tree, "-m", message});
  for (const auto& parent : parents) words.insert(words.end(), {"-p", parent});
  if (is_set("commit.gpgsign")) words.emplace_back("-S");
  auto id = ask_id(words);
  if (!id) return id.error();
  made.commit = *std::move(id);
  return made;
}

Status Repository::tell_index(const Snapshot& tip, const Snapshot& before) const {
  const auto listed = ask({"ls-files", "-s", "-z", "--", ":(literal)" + name_, attributes_file});
  if (!listed) return listed.error();
  const auto staged = [&](const std::string& name) {
    for (const auto& line : lines_of(*listed, '\0'))  // 100644 ID 0<tab>NAME
      if (line.ends_with("\t" + name)) return line.substr(0, line.find(' ', line.find(' ') + 1));
    return std::string();
  };
  const auto in = [](const Snapshot& snapshot, const std::string& name) {
    const TreeEntry* const entry = snapshot.find(name);
    return entry == nullptr ? "" : entry->mode + " " + entry->id;
  };
  bool is_told = false;
  for (const auto& name : {name_, attributes_file}) {
    const std::string has = staged(name);
    const bool is_the_owners = name != name_ && !has.empty() && has != in(before, name);
    const TreeEntry* const entry = tip.find(name);
    if (entry == nullptr || is_the_owners || has == in(tip, name)) continue;
    const std::string what = entry->mode + "," + entry->id + "," + prefix_ + name;
    const auto told = ask({"update-index", "--add", "--cacheinfo", what});
    if (!told) return told.error();
    is_told = true;
  }
  // It exits with an error if other files are modified, which does not matter here.
  if (is_told) std::ignore = run({"update-index", "-q", "--refresh"});
  return success();
}

}  // namespace connect::store
