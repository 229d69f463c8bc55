#include "store/journal/drafts.hpp"

#include <algorithm>

#include "domain/text/shell_word.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::store {
namespace {

constexpr std::string_view old_start = "connect-note-";

/// Anybody can put a file or a link into /tmp, so only regular files owned by the user count.
bool is_own_file(Files& files, const std::string& folder, const std::string& name) {
  const std::string path = folder + "/" + name;
  if (!files.state(path) || files.real_path(path) != files.real_path(folder) + "/" + name)
    return false;
  return std::ranges::none_of(files.privacy_findings(path),
                              [](const Finding& finding) { return finding.kind == "owner"; });
}

void add_files(std::vector<std::string>& out, Files& files, const std::string& folder,
               std::string_view part) {
  if (folder.empty()) return;
  for (const auto& name : files.names_in(folder))
    if (name.find(part) != name.npos && is_own_file(files, folder, name))
      out.push_back(folder + "/" + name);
}

}  // namespace

std::string drafts_folder(const Facts& facts) {
  return facts.state_home.empty() ? "" : facts.state_home + "/connect/drafts";
}

std::vector<std::string> drafts(Files& files, const Facts& facts) {
  std::vector<std::string> out;
  add_files(out, files, drafts_folder(facts), "");
  add_files(out, files, facts.runtime_home, old_start);
  add_files(out, files, "/tmp", old_start);
  return out;
}

std::string draft_remedy(const std::string& path) {
  return "your note is in " + path +
         ": correct it if necessary, run the same command with -m - < " + shell_word(path) +
         " instead of -e, then delete that file";
}

void remove_draft(Files& files, const std::string& path) {
  const auto [folder, name] = folder_and_name(path);
  for (const auto& other : files.names_in(folder))
    if (other.find(name) != other.npos) static_cast<void>(files.remove(folder + "/" + other));
}

std::vector<Finding> draft_findings(Files& files, const Facts& facts) {
  std::vector<Finding> out;
  for (const auto& path : drafts(files, facts)) {
    const auto bytes = files.whole_if_readable(path);
    if (!bytes || bytes->find_first_not_of(" \t\r\n") == bytes->npos) continue;
    out.push_back({"draft", std::nullopt,
                   "a note from an editor was not saved, or is still open there: " + path,
                   "connect log ACT -m - < " + shell_word(path) +
                       " saves it if it is 8 KiB or less; then delete the file"});
  }
  return out;
}

}  // namespace connect::store
