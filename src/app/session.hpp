// The state of one command: what it knows about its environment, its messages, and its answer. A
// command reads the ledger (ledger_access.hpp), calls the domain, saves records (saving.hpp), and
// hands the result to a renderer.
//
// Messages are collected and printed to stderr, before the error if there is one, when the command
// returns its Outcome.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/config.hpp"
#include "cli/invocation.hpp"
#include "connect/app.hpp"
#include "render/terminal/page.hpp"

namespace connect::app {

class Session {
 public:
  Session(const Facts& facts, Files& files, Programs& programs, cli::Globals globals,
          Configured configured);

  const Facts& facts() const { return facts_; }
  Files& files() const { return files_; }
  Programs& programs() const { return programs_; }
  const cli::Globals& globals() const { return globals_; }
  bool json() const { return globals_.json; }
  bool is_quiet() const { return globals_.quiet; }
  Day today() const { return today_; }
  int columns() const { return facts_.columns; }
  const Config& config() const { return config_; }

  /// Settings that were not understood. They are among the messages, too, until
  /// drop_messages().
  const std::vector<std::string>& warnings() const { return warnings_; }
  /// Drops the messages so far, because the answer itself contains them.
  void drop_messages() { messages_.clear(); }

  /// Adds a message of one line, once, unless --quiet.
  void notice(std::string text);
  /// The same, with --quiet too.
  void alarm(std::string text);

  /// An answer on stdout, laid out for its width and colours.
  Outcome page(const render::Page& page) const;
  /// The same for a confirmation of what was done: nothing with --quiet.
  Outcome echo(const render::Page& page) const;
  /// An answer on stdout, byte for byte.
  Outcome text(std::string text) const;
  /// Writes the answer to a file, and a message of it. `what`: the noun for it in a hint.
  /// `replace`: an existing file is overwritten, but never the ledger.
  Outcome file(const std::string& path, std::string_view bytes, bool replace,
               std::string_view what);
  /// The outcome of a failed command: the error on stderr, with --json also on stdout.
  Outcome fail(Error error) const;
  /// Where the editor left the note that the command is to save; an error then names the file.
  void keep_draft(std::string path) { draft_ = std::move(path); }
  /// Deletes that file, once the command has succeeded.
  void drop_draft();
  /// Marks the command as one that saves: its errors say NOT SAVED.
  void set_saves() { saves_ = true; }
  bool saves() const { return saves_; }
  /// The command has changed the ledger: a failing stdout must not hide it.
  void set_saved() { saved_ = true; }
  /// True at the first call only: later reads of the ledger add no messages.
  bool is_first_read() { return !std::exchange(was_read_, true); }
  /// 0, 1, 2, ...: the number of each new record of this command.
  std::uint32_t next_record_number() { return records_made_++; }

 private:
  /// Whether the path leads to the ledger, by device and inode.
  bool is_ledger(const std::string& path) const;
  render::Surface surface(const Stream& stream) const;
  Outcome finished(Outcome outcome) const;

  const Facts& facts_;
  Files& files_;
  Programs& programs_;
  cli::Globals globals_;
  Config config_;
  Day today_;
  std::vector<std::string> warnings_;
  std::vector<std::string> messages_;
  bool saved_ = false;  // something was written to the ledger
  bool saves_ = false;  // the command is one that saves
  bool was_read_ = false;
  std::uint32_t records_made_ = 0;
  std::string draft_;  // path, or empty
};

}  // namespace connect::app
