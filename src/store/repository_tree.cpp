// What a commit of the ledger holds: the files of the commit below it, with ours as they are now.
#include <algorithm>

#include "store/repository.hpp"

namespace connect::store {
namespace {

const std::string attributes_file = ".gitattributes";

bool has_line(std::string_view text, std::string_view line) {
  return ("\n" + std::string(text) + "\n").find("\n" + std::string(line) + "\n") !=
         std::string::npos;
}

/// Some text with the line at its end.
std::string with_line(std::string text, const std::string& line) {
  if (!text.ends_with('\n')) text += '\n';
  return text + line + "\n";
}

/// An entry of a tree, as mktree reads it.
std::string entry(const std::string& mode_and_kind, const std::string& object,
                  const std::string& name) {
  return mode_and_kind + " " + object + "\t" + name + '\0';
}

}  // namespace

/// A name is a pattern there: what is special in one stands for any one byte.
std::string Repository::attributes_line() const {
  std::string pattern = name_;
  for (char& c : pattern) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '_' || c == '-';
    if (!plain) c = '?';
  }
  return pattern + " merge=union -text";
}

std::string Repository::attributes_for(const std::string& commit) const {
  if (commit.empty()) return "";
  const auto ran = run({"cat-file", "blob", commit + ":" + prefix_ + attributes_file});
  return ran && ran->code == 0 ? ran->out : "";
}

/// One commit may say more than the other of what git is to do with files, not less.
bool Repository::has_attributes_of(const std::string& one, const std::string& other) const {
  const std::string ours = attributes_for(one);
  std::string theirs = attributes_for(other);
  if (ours.empty()) return true;  // then they are taken over
  while (!theirs.empty()) {
    const auto end = theirs.find('\n');
    if (!has_line(ours, theirs.substr(0, end))) return false;
    theirs.erase(0, end == theirs.npos ? end : end + 1);
  }
  return true;
}

Status Repository::write_attributes(const std::string& theirs) const {
  const std::string path = folder_ + "/" + attributes_file;
  const std::string there = attributes_for(theirs);
  if (!there.empty() && !files_->whole_if_readable(path))
    if (auto written = files_->write(path, there, false); !written) return written;
  const auto says = ask({"check-attr", "-z", "merge", "--", name_});
  if (!says) return says.error();
  if (says->find(std::string("\0union\0", 7)) != says->npos) return success();
  const auto added = files_->append(path, attributes_line(), Files::Care::ordered);
  if (!added) return added.error();
  return success();
}

bool Repository::lacks_attributes(const std::string& commit) const {
  const auto ours = files_->whole_if_readable(folder_ + "/" + attributes_file);
  if (!ours) return false;
  const std::string text = attributes_for(commit);
  return text.empty() || (has_line(*ours, attributes_line()) && !has_line(text, attributes_line()));
}

/// The tree in which a file is replaced or added; the tree may be empty, the path may lead below.
Result<std::string> Repository::tree_with(const std::string& tree, const std::string& path,
                                          const std::string& blob) const {
  const auto slash = path.find('/');
  const std::string name = path.substr(0, slash);
  std::string entries;
  std::string below;
  if (!tree.empty()) {
    // git lists names from the top of the repository, unless it is told otherwise.
    const auto list = ask({"ls-tree", "-z", "--full-tree", tree});
    if (!list) return list.error();
    for (std::size_t at = 0; at < list->size();) {
      const auto end = list->find('\0', at);
      const std::string line = list->substr(at, end - at);
      at = end == list->npos ? list->size() : end + 1;
      const auto tab = line.find('\t');
      if (line.substr(tab + 1) != name) {
        entries += line + '\0';
      } else if (line.starts_with("040000 tree ")) {
        below = line.substr(12, tab - 12);
      }
    }
  }
  if (slash == path.npos) {
    entries += entry("100644 blob", blob, name);
  } else {
    const auto inner = tree_with(below, path.substr(slash + 1), blob);
    if (!inner) return inner;
    entries += entry("040000 tree", *inner, name);
  }
  return ask({"mktree", "-z"}, entries);
}

Result<std::string> Repository::tree_of(const std::string& base) const {
  std::string tree;
  if (!base.empty()) tree = maybe({"rev-parse", "-q", "--verify", base + "^{tree}"});
  if (lacks_attributes(base)) {
    const std::string before = attributes_for(base);
    const auto ours = files_->whole_if_readable(folder_ + "/" + attributes_file);
    const auto blob =
        ask({"hash-object", "-w", "--stdin"},
            before.empty() ? ours.value_or("") : with_line(before, attributes_line()));
    if (!blob) return blob;
    auto with = tree_with(tree, prefix_ + attributes_file, *blob);
    if (!with) return with;
    tree = *with;
  }
  if (!files_->state(ledger_)) return tree;
  const auto blob = ask({"hash-object", "-w", "--no-filters", "--", ledger_});
  if (!blob) return blob;
  return tree_with(tree, prefix_ + name_, *blob);
}

}  // namespace connect::store
