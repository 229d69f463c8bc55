#include "domain/summary/daily_details.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace connect {
namespace {

using Row = DailyDetails::Row;
using Share = DailyDetails::Share;

/// Appends shares day after day, one for each list and day.
class Shares {
 public:
  explicit Shares(std::vector<Share>& all) : all_(all) {}

  void begin_day() { begin_ = all_.size(); }
  void count(std::uint32_t list, std::uint32_t times) {
    if (list >= place_.size()) place_.resize(list + 1, UINT32_MAX);
    std::uint32_t& place = place_[list];
    const bool is_of_today = place >= begin_ && place < all_.size();
    if (!is_of_today) {
      place = end();
      all_.push_back({list, 0});
    }
    all_[place].count += times;
  }
  std::uint32_t end() const { return static_cast<std::uint32_t>(all_.size()); }

 private:
  std::vector<Share>& all_;
  std::vector<std::uint32_t> place_;  // by list, index in all_; stale if it is before begin_
  std::size_t begin_ = 0;
};

/// Maps the list numbers of a ledger to those of the details.
class Lists {
 public:
  explicit Lists(NameLists& ours) : ours_(ours) {}

  template <class Names>
  std::uint32_t number(std::uint32_t theirs, Names names) {
    if (theirs >= known_.size()) known_.resize(theirs + 1, UINT32_MAX);
    std::uint32_t& known = known_[theirs];
    if (known == UINT32_MAX) known = ours_.intern(names());
    return known;
  }

 private:
  NameLists& ours_;
  std::vector<std::uint32_t> known_;
};

/// Rebuilds the rows by merging those counted before with the entries of a ledger, in order of
/// days.
class Days {
 public:
  Days(DailyDetails& details, const Ledger& ledger)
      : ledger_(ledger),
        out_(details),
        old_rows_(std::exchange(details.rows, {})),
        old_latest_(std::exchange(details.latest, {})),
        old_with_(std::exchange(details.with, {})),
        old_tagged_(std::exchange(details.tagged, {})) {}

  void write() {
    const auto entries = ledger_.entries();
    for (std::size_t i = 0; i < entries.size();) {
      begin(entries[i].day);
      std::size_t end = i;
      for (; end < entries.size() && entries[end].day == entries[i].day; ++end) count(entries[end]);
      out_.latest.back() = latest(entries[end - 1]);
      close();
      i = end;
    }
    while (next_ < old_rows_.size()) copy();
  }

 private:
  void begin(Day day) {
    while (next_ < old_rows_.size() && old_rows_[next_].acts.day <= day) copy();
    if (!out_.rows.empty() && out_.rows.back().acts.day == day) return;
    open({{day, {}}, 0, 0});
    out_.latest.emplace_back();
  }

  void open(const Row& row) {
    out_.rows.push_back(row);
    with_.begin_day();
    tagged_.begin_day();
  }

  void close() {
    out_.rows.back().with_end = with_.end();
    out_.rows.back().tags_end = tagged_.end();
  }

  void copy() {
    // Only the last rows have an element in `latest`.
    const std::size_t bare = old_rows_.size() - old_latest_.size();
    if (next_ >= bare) out_.latest.push_back(old_latest_[next_ - bare]);
    const Row& row = old_rows_[next_++];
    open(row);
    for (; with_read_ < row.with_end; ++with_read_)
      with_.count(old_with_[with_read_].list, old_with_[with_read_].count);
    for (; tags_read_ < row.tags_end; ++tags_read_)
      tagged_.count(old_tagged_[tags_read_].list, old_tagged_[tags_read_].count);
    close();
  }

  void count(const Entry& entry) {
    ++out_.rows.back().acts.counts[index(entry.act)];
    with_.count(people_of(entry), 1);
    tagged_.count(tags_of(entry), 1);
    if (!entry.before.empty() || !entry.felt.empty())
      out_.felt.push_back({entry.day.number, entry.before, entry.felt});
  }

  DailyDetails::Latest latest(const Entry& entry) {
    const auto prompts = ledger_.links_of(entry, Link::To::prompt);
    const Id prompt = prompts.empty() ? Id{} : prompts.front();
    for (const Id id : {entry.id, prompt})
      if (const std::string* text = ledger_.foreign_text(id))
        out_.foreign_ids.emplace_back(id, *text);
    return {stamp_of(entry), prompt,     people_of(entry),     tags_of(entry),
            entry.before,    entry.felt, entry.offset_minutes, entry.act};
  }

  std::uint32_t people_of(const Entry& entry) {
    return people_lists_.number(entry.with, [&] { return ledger_.people(entry); });
  }
  std::uint32_t tags_of(const Entry& entry) {
    return tags_lists_.number(entry.tags, [&] { return ledger_.tags(entry); });
  }

  const Ledger& ledger_;
  DailyDetails& out_;
  const std::vector<Row> old_rows_;
  const std::vector<DailyDetails::Latest> old_latest_;
  const std::vector<Share> old_with_, old_tagged_;
  std::size_t next_ = 0, with_read_ = 0, tags_read_ = 0;  // next old element to copy
  Shares with_{out_.with}, tagged_{out_.tagged};
  Lists people_lists_{out_.lists}, tags_lists_{out_.lists};
};

/// Whether every entry comes after those that were counted on its day, and has a row.
bool fits_on(const DailyDetails& details, const Ledger& ledger) {
  return std::ranges::all_of(ledger.entries(), [&](const Entry& entry) {
    if (details.earlier && entry.day < details.earlier->until) return false;
    return details.acts_on(entry.day) == nullptr ||
           details.latest_on(details.row_since(entry.day)).stamp < stamp_of(entry);
  });
}

/// By day, and within a day in an order that does not depend on that of the records.
constexpr auto by_day = [](const CheckIn& a, const CheckIn& b) {
  return std::tie(a.day, a.feelings.items) < std::tie(b.day, b.feelings.items);
};

/// Moves the first `count` items of `items` to a vector of their own.
template <class Item>
std::vector<Item> taken_off(std::vector<Item>& items, std::size_t count) {
  const auto end = items.begin() + static_cast<std::ptrdiff_t>(count);
  std::vector<Item> out(items.begin(), end);
  items.erase(items.begin(), end);
  return out;
}

/// The same for the items of days before `until`, which come first.
template <class Item, class DayOf>
std::vector<Item> days_taken_off(std::vector<Item>& items, Day until, DayOf day_of) {
  const auto end = std::ranges::lower_bound(items, until, {}, day_of);
  return taken_off(items, static_cast<std::size_t>(end - items.begin()));
}

template <class Item>
void put_before(std::vector<Item>& items, const std::vector<Item>& earlier) {
  items.insert(items.begin(), earlier.begin(), earlier.end());
}

/// Drops the ids that no entry in `latest` has any more.
void drop_other_ids(DailyDetails& details) {
  std::unordered_set<Id, IdHash> ids;
  for (const auto& latest : details.latest) ids.insert({latest.stamp.id, latest.prompt});
  std::erase_if(details.foreign_ids, [&](const auto& each) { return !ids.contains(each.first); });
}

constexpr auto day_of_rating = [](const auto& rating) { return Day{rating.day}; };

}  // namespace

const DayActs* acts_on(std::span<const DayActs> days, Day day) {
  const auto found = std::ranges::lower_bound(days, day, {}, &DayActs::day);
  return found != days.end() && found->day == day ? &*found : nullptr;
}

std::uint32_t count_on(std::span<const DayActs> days, Day day) {
  const DayActs* acts = acts_on(days, day);
  return acts == nullptr ? 0 : acts->total();
}

void Meetings::add(Day day) {
  if (days == 0) first = day;
  if (days == 0 || last != day) ++days;
  last = day;
}

std::span<const DailyDetails::Share> DailyDetails::with_on(std::size_t row) const {
  const std::size_t begin = row == 0 ? 0 : rows[row - 1].with_end;
  return std::span(with).subspan(begin, rows[row].with_end - begin);
}

std::span<const DailyDetails::Share> DailyDetails::tagged_on(std::size_t row) const {
  const std::size_t begin = row == 0 ? 0 : rows[row - 1].tags_end;
  return std::span(tagged).subspan(begin, rows[row].tags_end - begin);
}

std::size_t DailyDetails::row_since(Day day) const {
  const auto day_of = [](const Row& row) { return row.acts.day; };
  return static_cast<std::size_t>(std::ranges::lower_bound(rows, day, {}, day_of) - rows.begin());
}

const DayActs* DailyDetails::acts_on(Day day) const {
  const std::size_t row = row_since(day);
  return row < rows.size() && rows[row].acts.day == day ? &rows[row].acts : nullptr;
}

const DailyDetails::Latest& DailyDetails::latest_on(std::size_t row) const {
  return latest[row - (rows.size() - latest.size())];
}

bool DailyDetails::add(const Ledger& ledger) {
  if (!fits_on(*this, ledger)) return false;
  for (const FeelingNote& note : ledger.feelings()) {
    if (earlier && note.day < earlier->until) return false;
    rated.push_back({note.day.number, note.felt});
  }
  std::ranges::sort(rated, by_day);
  if (ledger.entries().empty()) return true;
  Days(*this, ledger).write();
  std::ranges::stable_sort(felt, {}, &FeelingPair::day);
  return true;
}

std::vector<Meetings> DailyDetails::meetings_before(Day day, std::size_t people) const {
  std::vector<Meetings> all;
  if (earlier) all = earlier->met;
  all.resize(people);
  const std::size_t end = row_since(day);
  for (std::size_t row = 0; row < end; ++row)
    for (const Share& share : with_on(row))
      for (NameIndex person : lists[share.list]) all[person].add(rows[row].acts.day);
  return all;
}

DailyDetails split_before(DailyDetails& details, Day until, std::size_t people) {
  DailyDetails older;
  DailyDetails::Earlier earlier{until, details.meetings_before(until, people)};
  const std::size_t rows = details.row_since(until);
  const Row last = rows == 0 ? Row{} : details.rows[rows - 1];
  older.rows = taken_off(details.rows, rows);
  older.with = taken_off(details.with, last.with_end);
  older.tagged = taken_off(details.tagged, last.tags_end);
  for (Row& row : details.rows) row.with_end -= last.with_end, row.tags_end -= last.tags_end;
  older.felt = days_taken_off(details.felt, until, day_of_rating);
  older.rated = days_taken_off(details.rated, until, day_of_rating);
  older.suggested = days_taken_off(details.suggested, until, &DailyDetails::Suggested::day);
  if (details.latest.size() > details.rows.size())
    taken_off(details.latest, details.latest.size() - details.rows.size());
  drop_other_ids(details);
  details.earlier = std::move(earlier);
  return older;
}

bool rejoin(DailyDetails& details, const DailyDetails& older) {
  const Row last = older.rows.empty() ? Row{} : older.rows.back();
  if (!details.rows.empty() && !older.rows.empty() &&
      older.rows.back().acts.day >= details.rows.front().acts.day)
    return false;
  for (Row& row : details.rows) row.with_end += last.with_end, row.tags_end += last.tags_end;
  put_before(details.rows, older.rows);
  put_before(details.with, older.with);
  put_before(details.tagged, older.tagged);
  put_before(details.felt, older.felt);
  put_before(details.rated, older.rated);
  put_before(details.suggested, older.suggested);
  details.earlier.reset();
  return true;
}

}  // namespace connect
