// The state of one command, and the steps that commands share: reading the ledger, saving records,
// messages and answers. A command reads through the session, calls the domain, and hands the result
// to a renderer.
//
// Messages are collected and printed to stderr, before the error if there is one, when the command
// returns its Outcome.
#pragma once

#include <string>
#include <vector>

#include "app/config.hpp"
#include "cli/invocation.hpp"
#include "connect/app.hpp"
#include "domain/streak/streak.hpp"
#include "domain/summary/summary_views.hpp"
#include "render/terminal/page.hpp"
#include "store/journal/undo_history.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::app {

class Session {
 public:
  Session(const Facts& facts, Files& files, cli::Globals globals, Configured configured);

  const Facts& facts() const { return facts_; }
  Files& files() const { return files_; }
  bool json() const { return globals_.json; }
  bool is_quiet() const { return globals_.quiet; }
  Day today() const { return today_; }
  int columns() const { return facts_.columns; }
  const Config& config() const { return config_; }

  /// Parses and folds the whole ledger. Messages report skipped lines; a file that is not a ledger
  /// is an error. `hooks`: a test for notes, and a callback for every record.
  Result<store::Reading> read(Notes notes, const store::ReadHooks& hooks = {});
  /// Adds the notes to entries that were read with Notes::leave.
  Status add_notes(std::vector<EntryText>& entries);
  /// The totals of the ledger, from the cached summary and the bytes appended since; with
  /// `details_since` also the details that a report needs, from that day on. Messages and errors as
  /// for read().
  Result<Summary> summary(std::optional<Day> details_since = {});
  /// The same without the cache, with all days and no details.
  Result<Summary> whole_summary();
  /// The note of a kindness, from its line in the ledger.
  std::string note_of(const OpenKindness& kindness);
  RestCalendar rest_calendar(const Summary& summary) const;
  Streak streak(const Summary& summary) const;
  /// The streak of all acts, without the other totals of streak().
  StreakLengths streak_lengths(const Summary& summary) const;

  /// Settings that were not understood. They are among the messages, too, until take_notices()
  /// drops these.
  const std::vector<std::string>& warnings() const { return warnings_; }
  /// Drops the messages so far, because the answer itself contains them.
  void take_notices() { notices_ = {}; }

  /// Saves a record: to the safety journal, then durably to the ledger.
  Status save(const Record& record) { return save(std::vector{record}); }
  /// All records or none, as one change that one `undo` takes back.
  Status save(const std::vector<Record>& records);
  /// The same for encoded records. `retry`: the hint if it stays unknown whether they were saved.
  Status save(const std::vector<std::string>& lines, std::string_view retry);
  /// Saves lines from another copy of the ledger; `origin` decides whether `undo` takes them back.
  /// Without lines nothing happens.
  Status take_in(const std::vector<std::string>& lines, store::Origin origin);
  /// Syncs the ledger to disk, so that what was read from it can be reported as saved.
  Status confirm();
  /// Appends a record that nobody asked for, such as a suggestion that was shown. Best effort: one
  /// attempt that does not wait, and no error.
  void save_unasked(const Record& record);
  /// A record of this moment with a new UUIDv7. Its stamp (moment, then id) is later than `after`,
  /// so that it wins over what it corrects even if that was written by a clock that ran ahead.
  Record new_record(Body body, const Stamp& after = {});
  Result<std::string> ledger_path() const;
  /// Paths of the safety journals that hold lines of the ledger; the one that is written to is
  /// last.
  std::vector<std::string> journals() const;

  /// A message if a new name is close to a known one. `saved`: whether `undo` can take it back, so
  /// call it once the name is saved.
  void notice_near_miss(const Names& known, const std::string& name, bool saved);
  /// Adds a message of one line, unless --quiet.
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
  void is_to_save() { saves_ = true; }
  /// The command changed the ledger by other means than save(): a failing stdout must not hide it.
  void has_saved() { saved_ = true; }

 private:
  Result<Summary> summary_from(const std::string& cache_home, std::optional<Day> details_since);
  /// Whether the path leads to the ledger, by device and inode.
  bool is_ledger(const std::string& path) const;
  /// Appends the lines to the safety journal, then to the ledger. If they certainly did not reach
  /// the ledger, the journal disowns them.
  Status save(const std::vector<std::string>& lines, store::Origin origin, std::string_view retry);
  /// Appends the lines to the ledger only. `retry`: the hint if it stays unknown whether they are
  /// there.
  Status append(const std::string& path, std::string_view lines, std::string_view retry);
  /// Messages about skipped lines, on the first call only; an error if the file is not a ledger.
  Status accept(const store::ReadReport& report, const std::string& path);
  /// Warns if this machine has written to the ledger, and it is now missing or empty.
  void warn_of_loss(const store::ReadReport& report, const std::string& path);
  render::Surface surface(const Stream& stream) const;
  Outcome finished(Outcome outcome) const;

  const Facts& facts_;
  Files& files_;
  cli::Globals globals_;
  Config config_;
  Day today_;
  std::vector<std::string> warnings_;
  render::Page notices_;
  bool saved_ = false;              // something was written to the ledger
  bool accepted_ = false;           // accept() has added its messages
  bool saves_ = false;              // the command is one that saves
  bool journal_missed_ = false;     // the message about it was added
  std::uint32_t records_made_ = 0;  // by new_record
  std::string draft_;               // path, or empty
};

}  // namespace connect::app
