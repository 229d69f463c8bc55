// What every command works with: the facts, the files, the settings, and the few steps that most of
// them share. A command loads, asks the domain, hands the answer to a renderer.
#pragma once

#include <string>
#include <vector>

#include "app/config.hpp"
#include "cli/invocation.hpp"
#include "connect/app.hpp"
#include "domain/streak/streak.hpp"
#include "domain/summary/chronicle.hpp"
#include "domain/summary/history.hpp"
#include "render/terminal/page.hpp"
#include "store/journal/undo_history.hpp"
#include "store/reading/past_reader.hpp"

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

  /// The ledger, folded. Says on stderr what was skipped; refuses what is no ledger.
  Result<store::Reading> read(Notes notes, const store::Heed& heed = {});
  /// Gives entries that were read without their notes these notes.
  Status add_notes(std::vector<EntryText>& entries);
  /// What the everyday commands need of it, with the same words on stderr. The ledger is read whole
  /// only where its index cannot answer, or if `whole`.
  Result<History> history(bool whole = false);
  /// What reports need of it, likewise: all days, or with `since` at least those from then on.
  Result<Chronicle> chronicle(std::optional<Day> since);
  RestCalendar rest_calendar(const History& history) const;
  Streak streak(const History& history) const;
  /// Its thread alone.
  Thread thread(const History& history) const;

  /// What the settings held that could not be understood. Said on stderr already, unless it was
  /// taken from there.
  const std::vector<std::string>& warnings() const { return warnings_; }
  /// What was said on stderr so far stands in the answer itself.
  void take_notices() { notices_ = {}; }

  /// Saves what a person said, durably, and remembers that this machine wrote it.
  Status save(const Record& record) { return save(std::vector{record}); }
  /// All of them or none, as one change.
  Status save(const std::vector<Record>& records);
  /// The same of lines that are records. `retry`: what to do when it stays unknown whether they
  /// were saved.
  Status save(const std::vector<std::string>& lines, std::string_view retry);
  /// Saves lines that another copy of the ledger had. Nothing happens without a line.
  Status take_in(const std::vector<std::string>& lines, store::Origin origin);
  /// Makes sure that what was read is on disk, before it is called saved.
  Status confirm();
  /// Saves what the program noted for itself, if that is possible at once.
  void note_in_passing(const Record& record);
  /// A record of this moment with a new id. Its stamp (moment, then id) is later than `after`, so
  /// that it wins over what it corrects even when that was written by a clock that ran ahead.
  Record new_record(Body body, const Stamp& after = {});
  Result<std::string> ledger_path() const;
  /// The safety journals that hold lines of the ledger, the one that is written to last.
  std::vector<std::string> journals() const;

  /// Says on stderr when a new name is close to a known one, with what to do about it.
  void notice_near_miss(const Names& known, const std::string& name, std::string_view remedy);
  /// One line on stderr, unless --quiet.
  void notice(std::string text);
  /// The same whatever was asked for.
  void alarm(std::string text);

  Outcome page(const render::Page& page) const;
  /// What was done, shown to whoever did it: nothing with --quiet.
  Outcome echo(const render::Page& page) const;
  Outcome text(std::string text) const;
  /// The answer as a file, and a notice of it. `what` it is stands in an error's hint. Whatever
  /// else `replace` allows: never in the place of the ledger.
  Outcome file(const std::string& path, std::string_view bytes, bool replace,
               std::string_view what);
  Outcome fail(Error error) const;
  /// What the editor left in this file is what the command is to save: an error says where it is.
  void keep_draft(std::string path) { draft_ = std::move(path); }
  /// It is saved, or is not to be: the file is not needed any more.
  void drop_draft();
  /// The command is one that saves: what it fails of is called NOT SAVED.
  void is_to_save() { saves_ = true; }
  /// The command changed the ledger itself: a failing stdout must not hide it.
  void has_saved() { saved_ = true; }

 private:
  store::Question question() const { return {today_, {config_.rhythm, config_.rest_weekdays}}; }
  bool is_ledger(const std::string& path) const;
  /// Adds the lines to the safety journal and to the ledger.
  Status save(const std::vector<std::string>& lines, store::Origin origin, std::string_view retry);
  /// Adds the lines to the ledger. `retry`: the hint when it stays unknown whether they are there.
  Status append(const std::string& path, std::string_view lines, std::string_view retry);
  /// Says what was skipped, once; an error when this is no ledger.
  Status accept(const store::Account& account, const std::string& path);
  void warn_of_loss(const store::Account& account, const std::string& path);
  render::Surface surface(const Stream& stream) const;
  Outcome finished(Outcome outcome) const;

  const Facts& facts_;
  Files& files_;
  cli::Globals globals_;
  Config config_;
  Day today_;
  std::vector<std::string> warnings_;
  render::Page notices_;
  bool saved_ = false;
  bool accepted_ = false;
  bool saves_ = false;
  bool journal_missed_ = false;
  std::uint32_t records_made_ = 0;
  std::string draft_;
};

}  // namespace connect::app
