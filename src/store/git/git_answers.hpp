// What git prints, read strictly. A git that is killed, cannot start a child or meets a damaged
// object ends badly, prints nothing, or only the beginning of its answer; none of that may be taken
// for "there is no such thing". So each question is asked in a form whose answer is never empty and
// says how long it is or what is missing, and an answer of any other form is nothing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/app.hpp"

namespace connect::store {

/// An entry of a folder in a commit.
struct TreeEntry {
  std::string mode;  // octal, without leading zeros: "40000" is a folder, "100644" a file
  std::string id;    // hexadecimal
  std::string name;
  bool is_folder() const { return mode == "40000"; }
  bool is_file() const { return mode.starts_with("100"); }
  bool operator==(const TreeEntry&) const = default;
};
using Tree = std::vector<TreeEntry>;

/// git's settings by their full names, such as "remote.origin.url"; of several values the last.
using GitSettings = std::map<std::string, std::string>;

/// What a push did to one branch there.
struct PushAnswer {
  bool is_updated = false;  // it is now what was pushed
  std::string refusal;      // "remote rejected: pre-receive hook declined"; empty when not refused
};

std::vector<std::string> lines_of(std::string_view text, char end = '\n');

/// A SHA-1 or SHA-256 in hexadecimal.
bool is_object_id(std::string_view text);

/// The ids that `cat-file --batch-check` printed for these names, empty where an object is missing.
std::optional<std::vector<std::string>> parse_object_ids(std::string_view answer,
                                                         const std::vector<std::string>& names);
/// The bytes of the one object that `cat-file --batch` printed, if it is of this kind.
std::optional<std::string> parse_object(std::string_view answer, std::string_view kind);
/// The entries of a tree object. `id_bytes`: 20 or 32, the length of an id in it.
std::optional<Tree> parse_tree(std::string_view bytes, std::size_t id_bytes);
/// A tree as `mktree -z` reads it.
std::string mktree_input(const Tree& tree);
/// What `config -z --list` printed.
std::optional<GitSettings> parse_settings(std::string_view answer);
/// The values that `check-attr -z` printed, in its order.
std::optional<std::vector<std::string>> parse_attributes(std::string_view answer,
                                                         std::size_t count);
/// What `push --porcelain` printed of a branch there.
PushAnswer parse_push(std::string_view answer, const std::string& branch);

/// Why git failed, in its own words and those of the servers and hooks it talked to: one line,
/// without credentials.
std::string reason_of(const Ran& ran);

}  // namespace connect::store
