// Steps shared by the commands that log and amend entries.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.hpp"
#include "domain/summary/summary.hpp"

namespace connect::app {

/// Reads the note from standard input or the editor if the command line asks for it, and validates
/// it: UTF-8, at most 8 KiB. Input is appended to a note given as words; the editor opens with it.
/// Line ends become LF, and those at the end are dropped.
Status fill_note(cli::EntryArgs& entry, Session& session);
/// Decides what words with names mean, now that the people are known: "@Sam Jr." and "@Aunt Ruth"
/// are one name if it is known. A usage error if a note remains in words and --note gives one too.
Status settle_names(cli::EntryArgs& entry, const Names& people, const Names& tags);
/// The same for the words of a query; its people are then spelled as the ledger spells them.
void settle_names(Selection& selection, const std::vector<cli::NameWord>& words,
                  const Names& people, const Names& tags);
/// The names as the ledger spells them, without duplicates; new names stay as given. Names with the
/// same fold key are one person or tag.
std::vector<std::string> known_spellings(const Names& names, const std::vector<std::string>& given);
/// The same for people, whose names may be written without their spaces and full stops or with
/// hyphens.
std::vector<std::string> known_people(const Names& people, const std::vector<std::string>& given);
/// The error for a name that nobody has, with the one that may have been meant.
Error unknown_person(const std::string& name, const Summary& summary);
/// A message if a new name is close to a known one. `is_saved`: whether `undo` can take it back, so
/// call it once the name is saved.
void notice_near_miss(Session& session, const Summary& known, const std::string& name,
                      bool is_saved);
/// The same for the people and tags of an entry.
void notice_near_misses(Session& session, const Summary& known, const Logged& said, bool is_saved);
/// A message about each new name whose next word looks like a part of it: "@Aunt Ruth", if nobody
/// is known by that name.
void notice_cut_names(Session& session, const cli::EntryArgs& entry, bool is_saved);
/// The stamp of the latest record about people, or of the latest one that decides how this name is
/// spelled. A new record about a person must be later to take effect.
Stamp last_word_on_person(const Summary& summary, const std::string& name);
/// A usage error if the entry has a time of today that has not come yet.
Status not_ahead(const cli::EntryArgs& entry, const Session& session, Day day);
/// A message if the day is more than a century ago, or almost a year ago or more ahead, as a day
/// without its year is that was meant to be on the other side of today.
void notice_far_day(Session& session, Day day, bool is_saved);
/// The moment of a local time, in minutes after midnight, on the user's `day`. A time before
/// `day_start` is on the next calendar date.
Instant moment_of(int minutes, const Session& session, Day day);

}  // namespace connect::app
