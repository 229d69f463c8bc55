// Converts the ledger and .gitattributes into a commit and out of one. The owner's attributes may
// ask git to encrypt the ledger (git-crypt), to store it elsewhere (git-lfs) or to rewrite it
// (ident, working-tree-encoding, eol). git does so when it adds or checks out a file, which connect
// never lets it do, so git is asked for that step alone (hash-object --path, cat-file --filters). A
// ledger that cannot be converted, or whose records would not all come back, is refused before
// there is a commit: otherwise notes that were to be encrypted would be pushed in plain text.
#include <algorithm>

#include "store/git/repository.hpp"
#include "store/reading/join.hpp"

namespace connect::store {

const std::string attributes_file = ".gitattributes";

namespace {

bool has_line(std::string_view text, std::string_view line) {
  return ("\n" + std::string(text) + "\n").find("\n" + std::string(line) + "\n") !=
         std::string::npos;
}

std::string with_line(std::string text, const std::string& line) {
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  return text + line + "\n";
}

/// Whether an attribute has a value, rather than being set, unset or unspecified.
bool names_something(const std::string& value) {
  return value != "unspecified" && value != "unset" && value != "set";
}

Error refused(std::string message, std::string hint) {
  return {ErrorKind::apart, std::move(message), std::move(hint)};
}

/// Whether every record of the ledger `bytes` is in `other`, too.
Result<bool> has_all_records_of(std::string_view bytes, std::string_view other) {
  Known known;
  if (auto read = newcomers(known, text_source(other)); !read) return read.error();
  const auto missing = newcomers(known, text_source(bytes));
  if (!missing) return missing.error();
  return missing->amount.records == 0;
}

}  // namespace

/// The line in .gitattributes for the ledger. The name is a pattern there, so every special byte is
/// replaced by `?`, which matches any one.
std::string Repository::attributes_line() const {
  std::string pattern = name_;
  for (char& c : pattern) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '_' || c == '-';
    if (!plain) c = '?';
  }
  return pattern + " merge=union -text";
}

std::string Repository::attributes_path() const { return folder_ + "/" + attributes_file; }

Result<std::string> Repository::attributes_in(const Snapshot& snapshot) const {
  const TreeEntry* const entry = snapshot.find(attributes_file);
  if (entry == nullptr || !entry->is_file()) return std::string();
  return object(entry->id, "blob");
}

/// The values of the attributes merge and filter for the ledger.
Result<std::vector<std::string>> Repository::attributes_of_ledger() const {
  const auto answer = ask({"check-attr", "-z", "merge", "filter", "--", name_});
  if (!answer) return answer.error();
  auto values = parse_attributes(*answer, 2);
  if (!values) return unclear("check-attr");
  return *std::move(values);
}

Result<bool> Repository::take_attributes(const Snapshot& ours, const Snapshot& theirs) const {
  if (ours.find(attributes_file) != nullptr) return false;  // agree_elsewhere() compared them
  const auto wanted = attributes_in(theirs);
  if (!wanted) return wanted.error();
  if (wanted->empty()) return false;
  const auto found = files_->whole(attributes_path());
  if (!found) return found.error();
  std::string text = *wanted;
  for (const std::string& line : lines_of(found->value_or("")))
    if (!has_line(text, line)) text = with_line(text, line);
  if (text == found->value_or("")) return false;
  if (auto written = files_->write(attributes_path(), text, true); !written) return written.error();
  return !found->has_value();
}

Status Repository::drop_attributes() const { return files_->remove(attributes_path()); }

Status Repository::write_attributes() const {
  const auto values = attributes_of_ledger();
  if (!values) return values.error();
  // The output of a filter has no lines that could be merged.
  if ((*values)[0] == "union" || names_something((*values)[1])) return success();
  const auto text = files_->whole_if_readable(attributes_path());
  if (has_line(text.value_or(""), attributes_line())) return success();
  const auto added = files_->append(attributes_path(), attributes_line(), Files::Care::ordered, {});
  if (!added) return added.error();
  return success();
}

Result<bool> Repository::lacks_attributes(const Snapshot& snapshot) const {
  const auto ours = files_->whole_if_readable(attributes_path());
  if (!ours) return false;
  const auto text = attributes_in(snapshot);
  if (!text) return text.error();
  return text->empty() ||
         (has_line(*ours, attributes_line()) && !has_line(*text, attributes_line()));
}

Status Repository::put_attributes(Snapshot& snapshot) const {
  const auto is_lacking = lacks_attributes(snapshot);
  if (!is_lacking) return is_lacking.error();
  if (!*is_lacking) return success();
  const auto before = attributes_in(snapshot);
  if (!before) return before.error();
  const std::string text = before->empty()
                               ? files_->whole_if_readable(attributes_path()).value_or("")
                               : with_line(*before, attributes_line());
  const auto blob = ask_id({"hash-object", "-w", "--stdin"}, text);
  if (!blob) return blob.error();
  return put(snapshot, attributes_file, *blob);
}

Status Repository::put_ledger(Snapshot& snapshot) const {
  const auto bytes = files_->whole(ledger_);
  if (!bytes) return bytes.error();
  if (bytes->value_or("").empty()) return success();
  const auto blob = checked_in(**bytes);
  if (!blob) return blob.error();
  return put(snapshot, name_, *blob);
}

/// git ignores a filter that is unknown or fails, unless it is configured as required.
Result<std::vector<std::string>> Repository::filter_words(bool to_commit) const {
  const auto values = attributes_of_ledger();
  if (!values) return values.error();
  const std::string& name = (*values)[1];
  if (!names_something(name)) return std::vector<std::string>();
  const auto has = [&](const char* step) {
    return !setting("filter." + name + "." + step).empty();
  };
  if (name.find('=') != name.npos || (!has("clean") && !has("smudge") && !has("process")))
    return refused("the git filter " + name + ", which .gitattributes asks for, is not set up in " +
                       folder_ + "; nothing was committed",
                   "set it up there, for example with git-crypt unlock or git lfs install, then "
                   "run the same command again");
  if (!has("process") && !has(to_commit ? "clean" : "smudge")) return std::vector<std::string>();
  return std::vector<std::string>{"-c", "filter." + name + ".required=true"};
}

/// The content of a blob, converted as by `git checkout`.
Result<std::string> Repository::checked_out(const std::string& blob) const {
  auto words = filter_words(false);
  if (!words) return words.error();
  words->insert(words->end(), {"cat-file", "--filters", "--path=" + prefix_ + name_, blob});
  return ask(*words);
}

/// Writes a blob of these bytes, converted as by `git add`. An error if a record would be lost when
/// it is converted back.
Result<std::string> Repository::checked_in(const std::string& bytes) const {
  auto words = filter_words(true);
  if (!words) return words.error();
  words->insert(words->end(), {"hash-object", "-w", "--stdin", "--path=" + name_});
  auto blob = ask_id(*words, bytes);
  if (!blob) return blob;
  const auto back = checked_out(*blob);
  if (!back) return back.error();
  if (*back == bytes) return blob;
  const auto is_whole = has_all_records_of(bytes, *back);
  if (!is_whole) return is_whole.error();
  if (*is_whole) return blob;
  return refused(
      "git would change text in the ledger because of .gitattributes; nothing was committed",
      "remove ident, filter or working-tree-encoding for " + name_ + " from " + attributes_path() +
          ", then run the same command again");
}

Result<std::string> Repository::ledger_in(const Snapshot& snapshot) const {
  const TreeEntry* const entry = snapshot.find(name_);
  if (entry == nullptr) return std::string();
  auto text = checked_out(entry->id);
  if (!text || !text->empty()) return text;
  // Empty output is right only for an empty blob.
  const auto bytes = object(entry->id, "blob");
  if (!bytes) return bytes.error();
  if (!bytes->empty()) return unclear("cat-file");
  return text;
}

}  // namespace connect::store
