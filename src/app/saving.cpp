#include "app/saving.hpp"

#include <algorithm>
#include <utility>

#include "app/ledger_access.hpp"
#include "store/cache/appends.hpp"
#include "store/journal/journal.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::app {
namespace {

/// One second after `seconds`, in the zone of `now`, or in UTC if its local date would be in the
/// year 10000, which a ledger cannot hold. If it is so in UTC too: the same second, in a zone
/// further west where it is not.
Instant later_than(std::int64_t seconds, const Instant& now) {
  const std::int64_t last = instant_at(*day_of({9999, 12, 31}), 86399, 0).seconds;
  const std::int64_t beyond = (seconds + 59 - last) / 60;  // minutes
  if (seconds >= last) return {seconds, static_cast<std::int16_t>(-beyond)};
  const bool fits = seconds + 1 + std::int64_t{now.offset_minutes} * 60 <= last;
  return {seconds + 1, fits ? now.offset_minutes : std::int16_t{0}};
}

/// Appends the lines to the ledger only.
Status append(Session& session, const std::string& path, std::string_view lines,
              std::string_view retry) {
  Files& files = session.files();
  const auto notice = files.append(path, lines, Files::Care::durable,
                                   store::noting(files, session.facts().cache_home));
  if (!notice) {
    Error error = notice.error();
    if (error.may_be_saved) error.hint = retry;
    return error;
  }
  if (!notice->empty()) session.notice(*notice);
  session.set_saved();
  return success();
}

/// Appends the lines to the safety journal, then to the ledger. If they certainly did not reach the
/// ledger, the journal disowns them.
Status save_from(Session& session, store::Origin origin, const std::vector<std::string>& lines,
                 std::string_view retry) {
  const auto path = ledger_path(session);
  if (!path) return path.error();
  Files& files = session.files();
  const auto kept = store::add_to_journal(files, session.facts(), *path,
                                          store::journal_text(lines, origin), Files::Care::ordered);
  if (auto done = append(session, *path, store::joined(lines), retry); !done) {
    // Lines that may be on disk all the same are not disowned.
    if (kept && !done.error().may_be_saved)
      store::disown(files, session.facts(), *path, lines, new_record(session, {}));
    return done;
  }
  // The records are saved, so a journal that cannot be written is only a message.
  if (!kept)
    session.notice("saved to the ledger, but not to the safety journal: " +
                   store::without_verdict(kept.error().message));
  return success();
}

}  // namespace

Record new_record(Session& session, Body body, const Stamp& after) {
  const Instant now = session.facts().now;
  auto random = session.facts().random;
  const std::uint32_t number = session.next_record_number();
  random[0] = static_cast<std::uint8_t>(random[0] + number);
  for (std::size_t i = 0; i < 3; ++i)  // the number makes ids distinct
    random[9 - i] = static_cast<std::uint8_t>(random[9 - i] ^ number >> 8 * i);
  const bool is_later = after == Stamp{} || now.seconds > after.seconds;
  const Instant at = is_later ? now : later_than(after.seconds, now);
  std::int64_t millisecond = at.seconds * 1000 + session.facts().millisecond;
  // Of two records with the same second the one with the greater id is the later one.
  if (at.seconds == after.seconds)
    millisecond = std::max(millisecond, static_cast<std::int64_t>(after.id.high >> 16) + 1);
  return {uuid_text(new_id(millisecond, random)), at, std::move(body)};
}

Status save(Session& session, const std::vector<Record>& records) {
  const auto lines = store::lines_of(records);
  return lines ? save(session, *lines, store::retry_of(records)) : lines.error();
}

Status save(Session& session, const Record& record) { return save(session, std::vector{record}); }

Status save(Session& session, const std::vector<std::string>& lines, std::string_view retry) {
  return save_from(session, store::Origin::here, lines, retry);
}

Status save_merged(Session& session, const std::vector<std::string>& lines, store::Origin origin) {
  if (lines.empty()) return success();
  return save_from(session, origin, lines, "run the same command again; nothing is merged twice");
}

bool save_unasked(const Session& session, const Record& record) {
  const auto path = ledger_path(session);
  const auto lines = store::lines_of({record});
  if (!path || !lines) return false;
  Files& files = session.files();
  const std::string text = store::joined(*lines);
  if (!files.append(*path, text, Files::Care::best_effort,
                    store::noting(files, session.facts().cache_home)))
    return false;
  // The ledger is written first here: a failure is not reported, so the journal must not hold a
  // record that the ledger lacks.
  return static_cast<bool>(
      store::add_to_journal(files, session.facts(), *path, text, Files::Care::best_effort));
}

Status confirm(const Session& session) {
  const auto path = ledger_path(session);
  return path ? session.files().confirm(*path) : path.error();
}

}  // namespace connect::app
