// Programs in memory: functions that a test sets are the user's editor, git and pager.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "support/memory_files.hpp"

namespace connect::testing {

class MemoryPrograms final : public Programs {
 public:
  /// `files`: where the editor leaves its drafts.
  explicit MemoryPrograms(MemoryFiles& files) : files_(files) {}
  MemoryPrograms(const MemoryPrograms&) = delete;
  MemoryPrograms& operator=(const MemoryPrograms&) = delete;

  /// The user's edit of a text; when empty, the editor fails.
  std::function<std::string(std::string_view)> editor;
  /// git: from its arguments to its result; when empty, git is not installed. Its standard input is
  /// appended to the arguments, after a "<".
  std::function<ProcessResult(const std::vector<std::string>&)> on_git;

  /// The pager, which gets the text; when empty, there is none.
  std::function<void(std::string_view)> pager;

  /// Whether there is a program that opens URLs, and those that it opened.
  bool has_opener = true;
  std::vector<std::string> opened;
  /// From the words of a program to its result; when empty, it is not installed.
  std::function<ProcessResult(const std::vector<std::string>&)> on_program;

  Result<ProcessResult> git(const std::string&, const std::vector<std::string>& words,
                            std::string_view input) override {
    std::vector<std::string> all = words;
    if (!input.empty()) all.insert(all.end(), {"<", std::string(input)});
    if (on_git) return on_git(all);
    return Error{ErrorKind::apart, "git could not be started: it is not installed",
                 "everything is saved here; install git, or check that it can be run"};
  }
  Result<Draft> edited(std::string_view text, const std::string& folder) override {
    if (!editor)
      return Error{ErrorKind::not_saved, "NOT SAVED: the editor exited with an error: vi",
                   "set VISUAL or EDITOR, or give the note with -m TEXT"};
    std::string out = editor(text);
    std::string path = (folder.empty() ? "/tmp/connect-" : folder + "/") + "note-ABCDEF.txt";
    while (files_.contents.contains(path)) ++path[path.size() - 5];  // a name of its own
    files_.contents[path] = out;
    while (out.ends_with('\n') || out.ends_with(' ')) out.pop_back();
    return Draft{std::move(out), path};
  }
  Status edit(const std::string& path) override {
    if (!editor)
      return Error{ErrorKind::not_saved, "the editor exited with an error: vi",
                   "set VISUAL or EDITOR, or open the file yourself: " + path};
    files_.contents[path] = editor(files_.contents[path]);
    return success();
  }
  bool page(std::string_view text) override {
    if (pager) pager(text);
    return static_cast<bool>(pager);
  }
  Status open(const std::string& url) override {
    if (!has_opener)
      return usage_error("xdg-open could not be started: it is not installed",
                         "add --print to see the address, or set CONNECT_OPEN to a program that "
                         "opens addresses");
    opened.push_back(url);
    return success();
  }
  Result<ProcessResult> output_of(const std::vector<std::string>& words) override {
    if (on_program) return on_program(words);
    return usage_error(words.front() + " could not be started: it is not installed",
                       "correct the program of reach in the settings: connect config edit");
  }

 private:
  MemoryFiles& files_;
};

}  // namespace connect::testing
