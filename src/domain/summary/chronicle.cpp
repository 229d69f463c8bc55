#include "domain/summary/chronicle.hpp"

#include <algorithm>

namespace connect {
namespace {

using DayRow = Chronicle::DayRow;
using Share = Chronicle::Share;

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

/// Maps the list numbers of a ledger to those of the chronicle.
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
  Days(Chronicle& chronicle, const Ledger& ledger)
      : ledger_(ledger),
        out_(chronicle),
        old_days_(std::exchange(chronicle.days, {})),
        old_latest_(std::exchange(chronicle.latest, {})),
        old_with_(std::exchange(chronicle.with, {})),
        old_tagged_(std::exchange(chronicle.tagged, {})) {}

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
    while (next_ < old_days_.size()) copy();
  }

 private:
  void begin(Day day) {
    while (next_ < old_days_.size() && old_days_[next_].acts.day <= day) copy();
    if (!out_.days.empty() && out_.days.back().acts.day == day) return;
    open({{day, {}}, 0, 0});
    out_.latest.emplace_back();
  }

  void open(const DayRow& row) {
    out_.days.push_back(row);
    with_.begin_day();
    tagged_.begin_day();
  }

  void close() {
    out_.days.back().with_end = with_.end();
    out_.days.back().tags_end = tagged_.end();
  }

  void copy() {
    // Only the last rows have an element in `latest`.
    const std::size_t bare = old_days_.size() - old_latest_.size();
    if (next_ >= bare) out_.latest.push_back(old_latest_[next_ - bare]);
    const DayRow& row = old_days_[next_++];
    open(row);
    for (; with_read_ < row.with_end; ++with_read_)
      with_.count(old_with_[with_read_].list, old_with_[with_read_].count);
    for (; tags_read_ < row.tags_end; ++tags_read_)
      tagged_.count(old_tagged_[tags_read_].list, old_tagged_[tags_read_].count);
    close();
  }

  void count(const Entry& entry) {
    ++out_.days.back().acts.counts[index(entry.act)];
    with_.count(people_of(entry), 1);
    tagged_.count(tags_of(entry), 1);
    if (!entry.before.empty() || !entry.felt.empty())
      out_.felt.push_back({entry.day.number, entry.before, entry.felt});
  }

  Chronicle::Latest latest(const Entry& entry) {
    const Id prompt = ledger_.prompt_of(entry);
    for (const Id id : {entry.id, prompt}) keep_text(id);
    return {stamp_of(entry), prompt,     people_of(entry),     tags_of(entry),
            entry.before,    entry.felt, entry.offset_minutes, entry.act};
  }

  void keep_text(Id id) {
    if (const std::string* text = ledger_.foreign_text(id))
      out_.foreign_ids.emplace_back(id, *text);
  }

  std::uint32_t people_of(const Entry& entry) {
    return people_lists_.number(entry.with, [&] { return ledger_.people(entry); });
  }
  std::uint32_t tags_of(const Entry& entry) {
    return tags_lists_.number(entry.tags, [&] { return ledger_.tags(entry); });
  }

  const Ledger& ledger_;
  Chronicle& out_;
  const std::vector<DayRow> old_days_;
  const std::vector<Chronicle::Latest> old_latest_;
  const std::vector<Share> old_with_, old_tagged_;
  std::size_t next_ = 0, with_read_ = 0, tags_read_ = 0;  // next old element to copy
  Shares with_{out_.with}, tagged_{out_.tagged};
  Lists people_lists_{out_.lists}, tags_lists_{out_.lists};
};

/// The latest entry of the day of this row, which `latest` must include.
const Chronicle::Latest& latest_of(const Chronicle& chronicle, std::size_t row) {
  return chronicle.latest[row - (chronicle.days.size() - chronicle.latest.size())];
}

/// Whether every entry comes after those that were counted on its day, and after the sums.
bool fits_on(const Chronicle& chronicle, const Ledger& ledger) {
  return std::ranges::all_of(ledger.entries(), [&](const Entry& entry) {
    if (chronicle.earlier && entry.day < chronicle.earlier->streaks.until) return false;
    return chronicle.acts_on(entry.day) == nullptr ||
           latest_of(chronicle, chronicle.row_since(entry.day)).stamp < stamp_of(entry);
  });
}

void add_names(Chronicle& chronicle, const Ledger& ledger) {
  chronicle.people = ledger.people();
  chronicle.tags = ledger.tags();
  chronicle.rests = ledger.rests();
  chronicle.facts.resize(chronicle.people.size());
  for (NameIndex i = 0; i < chronicle.facts.size(); ++i)
    if (chronicle.people.root(i) == i) chronicle.facts[i] = ledger.facts(i);
}

void add_stamped(Chronicle& chronicle, const Ledger& ledger) {
  chronicle.noted.insert(chronicle.noted.end(), ledger.feelings().begin(), ledger.feelings().end());
  std::ranges::sort(chronicle.noted, {}, &FeelingNote::stamp);
  for (const ShownSuggestion& each : ledger.suggestions())
    chronicle.shown.push_back({each.stamp, each.instead_of, each.day, each.act});
  std::ranges::sort(chronicle.shown, {}, &Chronicle::Shown::stamp);
}

std::vector<std::string> displayed(const Names& names, std::span<const NameIndex> list) {
  std::vector<std::string> out;
  for (NameIndex name : list) out.push_back(names.display(name));
  return out;
}

std::string id_text(const Chronicle& chronicle, Id id) {
  const auto foreign =
      std::ranges::find(chronicle.foreign_ids, id, &std::pair<Id, std::string>::first);
  return foreign == chronicle.foreign_ids.end() ? uuid_text(id) : foreign->second;
}

}  // namespace

std::span<const Share> Chronicle::with_on(std::size_t row) const {
  const std::size_t begin = row == 0 ? 0 : days[row - 1].with_end;
  return std::span(with).subspan(begin, days[row].with_end - begin);
}

std::span<const Share> Chronicle::tagged_on(std::size_t row) const {
  const std::size_t begin = row == 0 ? 0 : days[row - 1].tags_end;
  return std::span(tagged).subspan(begin, days[row].tags_end - begin);
}

std::size_t Chronicle::row_since(Day day) const {
  const auto day_of = [](const DayRow& row) { return row.acts.day; };
  return static_cast<std::size_t>(std::ranges::lower_bound(days, day, {}, day_of) - days.begin());
}

const DayActs* Chronicle::acts_on(Day day) const {
  const std::size_t row = row_since(day);
  return row < days.size() && days[row].acts.day == day ? &days[row].acts : nullptr;
}

bool add(Chronicle& chronicle, const Ledger& ledger) {
  if (!fits_on(chronicle, ledger)) return false;
  add_names(chronicle, ledger);
  add_stamped(chronicle, ledger);
  if (ledger.entries().empty()) return true;
  Days(chronicle, ledger).write();
  std::ranges::stable_sort(chronicle.felt, {}, &FeelingPair::day);
  return true;
}

Chronicle chronicle_of(const Ledger& ledger) {
  Chronicle chronicle;
  add(chronicle, ledger);
  return chronicle;
}

Past going_on(const Chronicle& chronicle) {
  Past past;
  past.people = chronicle.people;
  past.tags = chronicle.tags;
  past.rests = chronicle.rests;
  past.persons.resize(chronicle.facts.size());
  for (NameIndex i = 0; i < past.persons.size(); ++i)
    if (chronicle.facts[i] != PersonFacts{})
      past.persons[i].settings = {{Day{INT32_MIN}, chronicle.facts[i]}};
  past.tagged.resize(past.tags.size());
  if (chronicle.earlier) past.earlier = chronicle.earlier->streaks;
  for (std::size_t row = chronicle.recent_row(); row < chronicle.days.size(); ++row)
    past.days.push_back(chronicle.days[row].acts);
  for (const auto& each : chronicle.shown)
    past.shown.push_back({{each.stamp, each.day, each.act, "", "", each.instead_of}, ""});
  return past;
}

EntryText latest_entry(const Chronicle& chronicle, std::size_t row) {
  const auto& latest = latest_of(chronicle, row);
  EntryText text{
      id_text(chronicle, latest.stamp.id), {latest.stamp.seconds, latest.offset_minutes}, {}};
  text.said.day = chronicle.days[row].acts.day;
  text.said.act = latest.act;
  text.said.with = displayed(chronicle.people, chronicle.lists[latest.with]);
  text.said.tags = displayed(chronicle.tags, chronicle.lists[latest.tags]);
  text.said.before = latest.before;
  text.said.felt = latest.felt;
  if (!latest.prompt.empty()) text.said.prompt = id_text(chronicle, latest.prompt);
  return text;
}

}  // namespace connect
