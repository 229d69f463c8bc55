// The directives of conversations, which change the machine between its commands. To add one, write
// a function and a row in the table at the end.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>

#include "cli/machine.hpp"
#include "cli/pretended_git.hpp"
#include "cli/unescaped.hpp"

namespace connect::testing {
namespace {

const std::string home = "/home/ana";

// A directive gets the rest of its line, and returns false when it cannot parse that.

using Directive = bool (*)(Machine&, const std::string&);

/// The value of "on" or "off".
std::optional<bool> switched(const std::string& word) {
  if (word == "on") return true;
  if (word == "off") return false;
  return std::nullopt;
}

bool set_now(Machine& machine, const std::string& text) {
  const auto now = instant_from_rfc3339(text);
  if (now) machine.facts.now = *now;
  return now.has_value();
}

bool set_columns(Machine& machine, const std::string& text) {
  machine.facts.columns = std::atoi(text.c_str());
  return machine.facts.columns > 0;
}

bool set_colour(Machine& machine, const std::string& text) {
  const auto on = switched(text);
  machine.facts.out.colour = machine.facts.err.colour = on.value_or(false);
  return on.has_value();
}

bool set_terminal(Machine& machine, const std::string& text) {
  const auto on = switched(text);
  machine.facts.out.terminal = machine.facts.err.terminal = on.value_or(false);
  return on.has_value();
}

bool set_ascii(Machine& machine, const std::string& text) {
  const auto on = switched(text);
  machine.facts.utf8 = !on.value_or(false);
  return on.has_value();
}

bool set_home(Machine& machine, const std::string& text) {
  const auto on = switched(text);
  const std::string base = on.value_or(true) ? home : "";
  const auto under = [&](const char* folder) { return base.empty() ? "" : base + folder; };
  machine.facts.folder = home;
  machine.facts.home = base;
  machine.facts.data_home = under("/.local/share");
  machine.facts.config_home = under("/.config");
  machine.facts.state_home = under("/.local/state");
  machine.facts.cache_home = under("/.cache");
  return on.has_value();
}

bool set_runtime(Machine& machine, const std::string& text) {
  const auto on = switched(text);
  machine.facts.runtime_home = on.value_or(false) ? "/run/user/1000" : "";
  return on.has_value();
}

/// The user's editor appends this text; with "fails" it fails.
bool set_editor(Machine& machine, const std::string& text) {
  machine.programs.editor = nullptr;
  if (text != "fails")
    machine.programs.editor = [typed = unescaped(text)](std::string_view given) {
      return std::string(given) + typed;
    };
  return true;
}

bool set_stdin(Machine& machine, const std::string& text) {
  machine.files.input = unescaped(text) + "\n";
  return true;
}

bool set_stdin_of(Machine& machine, const std::string& text) {
  machine.files.input = std::string(static_cast<std::size_t>(std::atoi(text.c_str())), 'x');
  return true;
}

bool add_ledger(Machine& machine, const std::string& text) {
  machine.files.contents[machine.ledger] += text + "\n";
  return true;
}

bool add_torn(Machine& machine, const std::string& text) {
  machine.files.contents[machine.ledger] += text;
  return true;
}

bool add_bytes(Machine& machine, const std::string& text) {
  machine.files.contents[machine.ledger] += unescaped(text);
  return true;
}

/// NAME LINE: appends a line to a file in the ledger's folder.
bool add_beside(Machine& machine, const std::string& text) {
  const auto space = text.find(' ');
  if (space == text.npos) return false;
  const std::string folder = machine.ledger.substr(0, machine.ledger.rfind('/') + 1);
  machine.files.contents[folder + text.substr(0, space)] += text.substr(space + 1) + "\n";
  return true;
}

/// Copies the files of tests/import/samples to the folder "samples".
bool add_samples(Machine& machine, const std::string&) {
  const std::filesystem::path folder = CONNECT_SAMPLES;
  for (const auto& found : std::filesystem::recursive_directory_iterator(folder)) {
    if (!found.is_regular_file()) continue;
    std::ifstream file(found.path(), std::ios::binary);
    const auto name = "samples/" + std::filesystem::relative(found.path(), folder).string();
    std::string& bytes = machine.files.contents[name];
    bytes.resize(static_cast<std::size_t>(found.file_size()));
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  return true;
}

/// NAME TEXT: a whole file, with \n, \t, \\ and \xHH in the text.
bool set_file(Machine& machine, const std::string& text) {
  const auto space = text.find(' ');
  if (space == text.npos) return false;
  machine.files.contents[text.substr(0, space)] = unescaped(text.substr(space + 1));
  return true;
}

/// PATH LINE: appends a line to a file below the home directory.
bool add_line_of_file(Machine& machine, const std::string& text) {
  const auto space = text.find(' ');
  if (space == text.npos) return false;
  machine.files.contents[home + "/" + text.substr(0, space)] += text.substr(space + 1) + "\n";
  return true;
}

/// Makes every file of this name readable by others.
bool loosen_file(Machine& machine, const std::string& name) {
  for (const auto& [path, bytes] : machine.files.contents)
    if (path.ends_with("/" + name)) machine.files.loose.insert(path);
  return !machine.files.loose.empty();
}

/// The disk keeps only half of the bytes that a rewrite gives it.
bool spoil_disk(Machine& machine, const std::string& text) {
  const auto on = switched(text);
  machine.files.spoil = nullptr;
  if (on.value_or(false))
    machine.files.spoil = [](std::string& bytes) { bytes.resize(bytes.size() / 2); };
  return on.has_value();
}

bool add_config(Machine& machine, const std::string& text) {
  machine.files.contents[machine.config] += text + "\n";
  return true;
}

bool remove_file(Machine& machine, const std::string& name) {
  return std::erase_if(machine.files.contents,
                       [&](const auto& file) { return file.first.ends_with("/" + name); }) > 0;
}

bool set_trouble(Machine& machine, const std::string& word) {
  constexpr std::array<std::string_view, 5> words = {"off", "disk-full", "read-only", "busy",
                                                     "unreadable"};
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return false;
  machine.files.trouble = static_cast<Trouble>(found - words.begin());
  return true;
}

bool set_given(Machine& machine, const std::string& text) {
  return answer_to(machine, words_of(text)).code == 0;
}

bool set_acted(Machine& machine, const std::string& text) {
  const auto words = words_of(text);
  const std::string range = words.empty() ? "" : words.back();
  const auto first = day_from_iso(range.substr(0, 10));
  const auto last = day_from_iso(range.substr(std::min<std::size_t>(12, range.size())));
  if (words.size() != 2 || !first || !last) return false;
  for (Day day = *first; day <= *last; ++day.number)
    if (!set_given(machine, "connect log " + words[0] + " --on " + iso(day))) return false;
  return true;
}

/// "off": git is not installed; "here": an empty remote; "away": a remote that cannot be reached;
/// else a line of the remote's ledger.
bool set_git(Machine& machine, const std::string& text) {
  machine.programs.on_git = nullptr;
  if (text == "off") return true;
  const bool line = text.starts_with('{');
  machine.programs.on_git = PretendedGit{text == "away", line ? text + "\n" : "", ""};
  return line || text == "away" || text == "here";
}

/// on, off: whether there is a program that opens URLs.
bool set_opener(Machine& machine, const std::string& text) {
  const auto on = switched(text);
  machine.programs.has_opener = on.value_or(true);
  return on.has_value();
}

/// What the program for addresses prints; {1} is its second word. "fails": its exit status is 1.
bool set_program(Machine& machine, const std::string& text) {
  machine.programs.on_program = [line = unescaped(text)](const std::vector<std::string>& words) {
    ProcessResult result{line == "fails" ? 1 : 0, line + "\n", ""};
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string mark = "{" + std::to_string(i) + "}";
      if (const auto at = result.out.find(mark); at != result.out.npos)
        result.out.replace(at, mark.size(), words[i]);
    }
    return result;
  };
  return true;
}

bool set_held(Machine& machine, const std::string& text) {
  const auto on = switched(text);
  machine.files.elsewhere = on.value_or(false);
  return on.has_value();
}

struct Named {
  std::string_view name;
  Directive follow;
};

constexpr std::array<Named, 28> directives = {{
    {"now", set_now},            // RFC 3339; its offset is used for all local times
    {"columns", set_columns},    // the width of the terminal
    {"colour", set_colour},      // on, off: whether both streams show colours
    {"terminal", set_terminal},  // on, off: whether both streams are terminals
    {"ascii", set_ascii},        // on, off: a locale that is not UTF-8
    {"home", set_home},          // on, off: whether there is a home directory
    {"runtime", set_runtime},    // on, off: whether there is an XDG_RUNTIME_DIR
    {"editor", set_editor},      // text that the user adds in the editor, or "fails"
    {"given", set_given},        // a command that must succeed; its output is not checked
    {"acted", set_acted},        // ACT FIRST..LAST: logs one act on each of these days
    {"stdin", set_stdin},        // text with \n, \t, \xHH, and an LF added; read once
    {"stdin-of", set_stdin_of},  // standard input of this many bytes
    {"ledger", add_ledger},      // appends a line to the ledger
    {"torn", add_torn},          // the same without an LF
    {"bytes", add_bytes},        // the same without an LF, with \n, \t, \xHH
    {"beside", add_beside},      // NAME LINE: a line of a file in the ledger's folder
    {"samples", add_samples},    // on: sample files of other programs, for import
    {"file", set_file},          // NAME TEXT: a whole file, with \n, \t, \xHH
    {"line", add_line_of_file},  // PATH LINE: a line of a file below the home directory
    {"loose", loosen_file},      // a file, by its name, becomes readable by others
    {"spoil", spoil_disk},       // on, off: whether the disk loses bytes of a rewrite
    {"config", add_config},      // appends a line to config.toml
    {"remove", remove_file},     // deletes a file, by its name without folders
    {"git", set_git},            // off, here, away, or a line of the remote's ledger
    {"opener", set_opener},      // on, off: whether there is a program that opens URLs
    {"program", set_program},    // what the program of reach in the settings prints, or "fails"
    {"held", set_held},          // on, off: another process syncs or merges
    {"fail", set_trouble},       // disk-full, read-only, busy, unreadable, off
}};

}  // namespace

Machine::Machine() {
  facts.build = "7bcfbcb, 2026-11-30, linux x86_64";
  set_home(*this, "on");
  set_now(*this, "2026-11-23T22:14:05+01:00");
}

bool follow(Machine& machine, std::string_view line) {
  const auto space = line.find(' ');
  const auto known = std::ranges::find(directives, line.substr(1, space - 1), &Named::name);
  const std::string rest(space == line.npos ? "" : line.substr(space + 1));
  return known != directives.end() && known->follow(machine, rest);
}

}  // namespace connect::testing
