#include "store/format/line_check.hpp"

#include <algorithm>
#include <utility>

#include "store/format/codec.hpp"

namespace connect::store {
namespace {

constexpr int lead_days = 2;  // records dated further ahead are reported
constexpr std::int64_t lead_seconds = std::int64_t{lead_days} * 24 * 3600;

std::string at_line(std::size_t line) { return "line " + std::to_string(line); }

std::string counted_records(std::size_t number, std::string_view one, std::string_view many) {
  return number == 1 ? "1 record " + std::string(one)
                     : std::to_string(number) + " records " + std::string(many);
}

}  // namespace

LineCheck::LineCheck(const Instant& now, Day today)
    : now_(now),
      today_(today),
      scanner_([this](const Record& record) { take(record); },
               [this](const Problem& problem) { take(problem); }) {
  scanner_.on_text = [this](const Record&, std::string_view, std::size_t line, Shape shape) {
    line_ = line;
    is_tidy_ = is_tidy_ && shape == Shape::line;
    if (shape == Shape::padded && padded_++ == 0) first_padded_ = line;
    if (shape == Shape::spread && spread_++ == 0) first_spread_ = line;
  };
}

void LineCheck::feed(std::string_view bytes) {
  bytes_ += bytes.size();
  scanner_.feed(bytes);
}

void LineCheck::finish() { scanner_.finish(); }

void LineCheck::know_also(Files& files, const std::string& path) {
  Scanner other([this](const Record& record) { records_.try_emplace(id_from_text(record.id)); },
                [](const Problem&) {});
  static_cast<void>(files.read(path, 0, [&](std::string_view bytes) { other.feed(bytes); }));
  other.finish();
}

void LineCheck::take(const Record& record) {
  const bool is_foreign = std::holds_alternative<Foreign>(record.body);
  const bool is_entry = std::holds_alternative<Logged>(record.body);
  const Known now{is_foreign ? 0 : hash_of(encode(record)), line_, is_entry};
  const auto [known, is_new] = records_.try_emplace(id_from_text(record.id), now);
  if (!is_new && known->second.content != now.content)
    say("same-id", line_,
        at_line(line_) + " has the same id as " + at_line(known->second.line) +
            " but other content",
        "both lines are kept and only one is counted; delete the other one from the file, or run "
        "connect forget " +
            record.id + " and log it again");
  if (const auto* said = std::get_if<Amended>(&record.body)) {
    references_.push_back({said->ref, line_, said->forgotten});
    corrections_.add(record);
  }
  if (const auto* said = std::get_if<Foreign>(&record.body)) {
    if (said->version > 1)
      say("newer", line_, at_line(line_) + " was written by a newer connect",
          "it is kept, but not counted; install that version to see it", true);
    else
      say("unknown", line_, at_line(line_) + " is a record of an unknown kind",
          "it is kept, but not counted", true);
  }
  note_future(record);
}

void LineCheck::note_future(const Record& record) {
  const auto* said = std::get_if<Logged>(&record.body);
  const bool is_ahead = record.at.seconds > now_.seconds + lead_seconds ||
                        (said != nullptr && said->day - today_ > lead_days);
  if (is_ahead && !std::holds_alternative<Foreign>(record.body))
    dated_ahead_.emplace_back(record, line_);
}

/// Whether the latest of several such records wins.
bool LineCheck::is_rival(const Record& record) {
  return std::holds_alternative<Amended>(record.body) ||
         std::holds_alternative<Rested>(record.body) ||
         std::holds_alternative<PersonSet>(record.body);
}

/// Runs once all corrections are known: a removed record is not counted as an entry, and its date
/// does not matter.
void LineCheck::settle() {
  const Ledger decided = std::move(corrections_).settled();
  entries_ = static_cast<std::size_t>(std::ranges::count_if(records_, [&](const auto& each) {
    return each.second.is_entry && !decided.is_removed(each.first);
  }));
  for (auto& [record, line] : std::exchange(dated_ahead_, {})) {
    const auto* said = std::get_if<Amended>(&record.body);
    if (decided.is_removed(id_from_text(record.id)) || (said != nullptr && said->forgotten))
      continue;
    const std::string message = at_line(line) + " is dated more than two days in the future";
    if (is_rival(record)) {
      say("ahead", line, message + " and would override all changes until then",
          "if the clock is wrong now, set it; otherwise connect doctor --fix changes the date to "
          "today");
      ahead_.push_back(std::move(record));
    } else {
      say("future", line, message,
          "it is kept, and counted when that day comes; perhaps a clock was wrong", true);
    }
  }
  std::ranges::sort(ahead_, {}, [](const Record& record) {
    return Stamp{record.at.seconds, id_from_text(record.id)};
  });
}

void LineCheck::take(const Problem& problem) {
  is_tidy_ = false;
  const std::string line = at_line(problem.line);
  const std::string moves = "connect doctor --fix moves it to the file of rejected lines";
  if (problem.damage == Damage::marker)
    return say("conflict-marker", problem.line, line + " is a git conflict marker",
               "both sides are counted; connect doctor --fix removes it");
  if (problem.is_strange()) ++strangers_;
  if (problem.damage == Damage::torn)
    return say("torn", problem.line, line + " is the last line, and incomplete", moves);
  say("bad-line", problem.line, line + " cannot be read: " + problem.reason, moves);
}

std::vector<Finding> LineCheck::findings() {
  settle();
  std::vector<Finding> out = std::move(found_);
  if (spread_ > 0)
    out.push_back(
        {"spread", first_spread_,
         counted_records(spread_, "is", "are") + " in an array or spread over several lines",
         "all are counted; connect doctor --fix puts each on its own line"});
  if (padded_ > 0)
    out.push_back({"padding", first_padded_,
                   counted_records(padded_, "has", "have") +
                       " zero bytes, spaces, CR or a byte order mark before or after",
                   "all are counted; connect doctor --fix removes these bytes"});
  for (const Reference& reference : references_)
    if (!reference.forgotten && !has(reference.ref))
      out.push_back({"waiting", reference.line,
                     at_line(reference.line) + " corrects a record that is not in the ledger",
                     "it is kept; the record may come from another machine", true});
  std::ranges::stable_sort(out, {}, [](const Finding& finding) { return finding.line; });
  return out;
}

void LineCheck::say(std::string kind, std::size_t line, std::string message, std::string remedy,
                    bool is_note) {
  found_.push_back({std::move(kind), line, std::move(message), std::move(remedy), is_note});
}

}  // namespace connect::store
