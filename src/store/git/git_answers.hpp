// Strict parsers of what git prints. A git that is killed, cannot start a child or meets a damaged
// object exits with an error, prints nothing, or prints only the beginning of its answer; none of
// that may be taken for "there is no such thing". So each question is asked in a form whose answer
// is never empty and contains its length or what is missing, and any other output is parsed as
// nothing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/app.hpp"

namespace connect::store {

/// An entry of a tree object.
struct TreeEntry {
  std::string mode;  // octal, without leading zeros: "40000" is a folder, "100644" a file
  std::string id;    // hexadecimal
  std::string name;
  bool is_folder() const { return mode == "40000"; }
  bool is_file() const { return mode.starts_with("100"); }
  bool operator==(const TreeEntry&) const = default;
};
using Tree = std::vector<TreeEntry>;

/// git's configuration by full key, such as "remote.origin.url"; the last of several values.
using GitSettings = std::map<std::string, std::string>;

/// The result of a push for one remote branch.
struct PushAnswer {
  bool is_updated = false;  // it is now what was pushed
  std::string refusal;      // "remote rejected: pre-receive hook declined"; empty when not refused
};

/// Splits a text at `end`, which may be missing after the last part.
std::vector<std::string> lines_of(std::string_view text, char end = '\n');

/// A SHA-1 or SHA-256 in lower-case hexadecimal.
bool is_object_id(std::string_view text);

/// Parses `cat-file --batch-check` for these names: their ids, empty where an object is missing.
std::optional<std::vector<std::string>> parse_object_ids(std::string_view answer,
                                                         const std::vector<std::string>& names);
/// Parses `cat-file --batch` for one object: its bytes, if it is of this kind ("blob", "tree").
std::optional<std::string> parse_object(std::string_view answer, std::string_view kind);
/// Parses a tree object. `id_bytes`: 20 or 32, the length of an id in it.
std::optional<Tree> parse_tree(std::string_view bytes, std::size_t id_bytes);
/// Serializes a tree for `mktree -z`.
std::string mktree_input(const Tree& tree);
/// Parses `config -z --list`.
std::optional<GitSettings> parse_settings(std::string_view answer);
/// Parses `check-attr -z`: the values in its order, `count` of them.
std::optional<std::vector<std::string>> parse_attributes(std::string_view answer,
                                                         std::size_t count);
/// Parses `push --porcelain` for one remote branch.
PushAnswer parse_push(std::string_view answer, const std::string& branch);

/// Why git failed, in the words of git, servers and hooks: one line, without advice and
/// credentials.
std::string reason_of(const ProcessResult& ran);

}  // namespace connect::store
