#include "domain/ledger/fold.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <tuple>
#include <unordered_set>

#include "domain/ledger/redaction.hpp"

namespace connect {
namespace {

/// A hash of everything a `log` record holds, to detect conflicts and to break ties. Not a secret.
std::uint32_t content_of(const Logged& body) {
  std::uint64_t hash = hash_of(slug(body.act), static_cast<std::uint64_t>(body.day.number) + 1);
  for (const auto& name : body.with) hash = hash_of(name, hash ^ 1);
  for (const auto& tag : body.tags) hash = hash_of(tag, hash ^ 2);
  hash = hash_of(body.note, hash ^ 3);
  for (const Feelings& feelings : {body.before, body.felt})
    for (auto item : feelings.items) hash = mixed(hash ^ static_cast<std::uint8_t>(item));
  hash = hash_of(body.prompt, hash);
  for (const auto& id : body.ask) hash = hash_of(id, hash ^ 4);
  for (const auto& id : body.kindness) hash = hash_of(id, hash ^ 5);
  return static_cast<std::uint32_t>(hash >> 32);
}

template <class T>
void fill(std::optional<T>& decided, const std::optional<T>& earlier) {
  if (!decided) decided = earlier;
}

/// Fills the fields that no later change has set; called with the latest change first.
void fill(Changes& decided, const Changes& earlier) {
  fill(decided.day, earlier.day);
  fill(decided.act, earlier.act);
  fill(decided.at, earlier.at);
  fill(decided.with, earlier.with);
  fill(decided.tags, earlier.tags);
  fill(decided.note, earlier.note);
  fill(decided.before, earlier.before);
  fill(decided.felt, earlier.felt);
  fill(decided.removed, earlier.removed);
}

constexpr auto by_stamp = [](const auto& a, const auto& b) { return a.stamp < b.stamp; };
constexpr auto same_id = [](const auto& a, const auto& b) { return a.stamp.id == b.stamp.id; };

template <class Item>
std::uint8_t redaction_of(const Item& item) {
  if constexpr (requires { item.redaction; }) return item.redaction;
  return 0;
}

/// Sorts by stamp and keeps one item of each id: the most redacted, then the later, then the
/// greater.
template <class Item>
void in_order(std::vector<Item>& items) {
  std::ranges::sort(items, [](const Item& a, const Item& b) {
    if (a.stamp.id != b.stamp.id) return a.stamp.id < b.stamp.id;
    const auto rank_a = redaction_of(a), rank_b = redaction_of(b);
    return rank_a != rank_b ? rank_a > rank_b : b < a;
  });
  // Not std::ranges::unique: clang 14 cannot compile its subrange.
  items.erase(std::unique(items.begin(), items.end(), same_id), items.end());
  std::ranges::sort(items, by_stamp);
}

}  // namespace

void Fold::add(const Record& record, LineRef line) {
  line_ = line;
  const Stamp stamp{record.at.seconds, id_of(record.id)};
  ++ledger_.records_;
  const bool is_asked_about = !std::holds_alternative<Logged>(record.body) &&
                              !std::holds_alternative<Prompted>(record.body) &&
                              !std::holds_alternative<Foreign>(record.body);
  if (is_asked_about) ledger_.other_ids_.push_back(stamp.id);
  std::visit([&](const auto& body) { take(record, stamp, body); }, record.body);
}

/// The id of this text. A text that is not a UUID is stored too, since the id is only its hash.
Id Fold::id_of(const std::string& text) {
  if (const auto id = uuid_from_text(text)) return *id;
  const Id id = id_from_text(text);
  ledger_.foreign_ids_.try_emplace(id, text);
  return id;
}

void Fold::take(const Record& record, const Stamp& stamp, const Logged& body) {
  Entry entry;
  entry.id = stamp.id;
  entry.seconds = record.at.seconds;
  entry.offset_minutes = record.at.offset_minutes;
  entry.day = body.day;
  entry.with = list_of(ledger_.people_, body.with, stamp);
  entry.tags = list_of(ledger_.tags_, body.tags, stamp);
  entry.content = content_of(body);
  entry.redaction = redaction_rank(record);
  entry.before = body.before;
  entry.felt = body.felt;
  entry.act = body.act;
  keep_note(entry, body.note);
  keep_line({body.day, stamp, line_});
  if (!body.prompt.empty()) link(entry, Link::To::prompt, {&body.prompt, 1});
  link(entry, Link::To::ask, body.ask);
  link(entry, Link::To::kindness, body.kindness);
  ledger_.entries_.push_back(entry);
}

void Fold::take(const Record& record, const Stamp& stamp, const Felt& body) {
  ledger_.feelings_.push_back({stamp, body.day, body.felt, record.at.offset_minutes});
}

void Fold::take(const Record& record, const Stamp& stamp, const Amended& body) {
  const Id ref = id_from_text(body.ref);
  if (body.forgotten) ledger_.forgotten_.insert(ref);
  amendments_.push_back({stamp, ref, body.set, redaction_rank(record), line_});
  auto& latest = ledger_.corrected_[ref];
  latest = std::max(latest, stamp);
}

void Fold::take(const Record& record, const Stamp& stamp, const Prompted& body) {
  const auto id_or_none = [](const std::string& text) {
    return text.empty() ? Id{} : id_from_text(text);
  };
  ledger_.suggestions_.push_back({stamp, body.day, body.act, body.suggestion, body.person,
                                  id_or_none(body.instead_of), body.occasion,
                                  body.ref.empty() ? Id{} : id_of(body.ref), body.never, body.wish,
                                  redaction_rank(record)});
}

void Fold::take(const Record& record, const Stamp& stamp, const Noticed& body) {
  add_note(ledger_.kindnesses_, record, stamp, body);
}

void Fold::take(const Record& record, const Stamp& stamp, const Asked& body) {
  add_note(ledger_.asks_, record, stamp, body);
}

void Fold::take(const Record&, const Stamp& stamp, const Rested& body) {
  rests_.push_back({stamp, body});
}

void Fold::take(const Record& record, const Stamp& stamp, const PersonSet& body) {
  people_.push_back({stamp, local_day(record.at), body, redaction_rank(record)});
}

void Fold::take(const Record& record, const Stamp& stamp, const OwnSuggestion& body) {
  ledger_.own_suggestions_.push_back({stamp, local_day(record.at), body});
}

void Fold::take(const Record&, const Stamp& stamp, const Trial& body) {
  ledger_.trials_.push_back({stamp, body});
}

void Fold::take(const Record&, const Stamp&, const Foreign& body) {
  ++ledger_.oddities_.foreign;
  if (body.version > 1) ++ledger_.oddities_.newer;
}

template <class Body>
void Fold::add_note(std::vector<PersonNote>& notes, const Record& record, const Stamp& stamp,
                    const Body& body) {
  for (const auto& name : body.with) ledger_.people_.add(name, stamp);
  notes.push_back({stamp, body.day, record.at.offset_minutes, body.with, body.note, line_});
}

void Fold::link(const Entry& entry, Link::To kind, std::span<const std::string> refs) {
  for (std::size_t i = 0; i < refs.size(); ++i) {
    const auto place = static_cast<std::uint8_t>(std::min<std::size_t>(i, UINT8_MAX));
    ledger_.links_.push_back({entry.id, entry.content, kind, place, id_of(refs[i])});
  }
}

std::uint32_t Fold::list_of(Names& names, const std::vector<std::string>& spellings,
                            const Stamp& stamp) {
  if (spellings.empty()) return 0;
  std::vector<NameIndex> list;
  for (const auto& spelling : spellings) list.push_back(names.add(spelling, stamp));
  return ledger_.lists_.intern(list);
}

/// Keeps the lines of the latest days: twice as many as are wanted, since corrections remove some.
void Fold::keep_line(const EntryLine& line) {
  constexpr std::size_t wanted = 2 * latest_entries;
  if (line < earliest_kept_) return;
  lines_.push_back(line);
  if (lines_.size() < 2 * wanted) return;
  std::ranges::nth_element(lines_, lines_.begin() + wanted, std::greater());
  lines_.resize(wanted);
  earliest_kept_ = std::ranges::min(lines_);
}

/// Appends the note's length and bytes to the shared buffer and sets `entry.note` to the offset.
/// Offsets are 32-bit; notes beyond 4 GiB are dropped.
void Fold::keep_note(Entry& entry, std::string_view note) {
  std::string& held = ledger_.notes_;
  entry.found = test_ ? test_(note) : std::uint16_t{0};
  entry.note = 0;
  const auto size = static_cast<std::uint32_t>(note.size());
  if (notes_ == Notes::leave || held.size() + sizeof size + note.size() >= UINT32_MAX) return;
  // Offset 0 means "no note", so the first note starts at 1.
  if (held.empty()) held.push_back('\0');
  entry.note = static_cast<std::uint32_t>(held.size());
  held.append(reinterpret_cast<const char*>(&size), sizeof size).append(note);
}

Ledger Fold::settled() && {
  decide();
  count_orphans();
  settle_entries();
  settle_latest();
  settle_days();
  settle_people();
  return std::move(ledger_);
}

/// Resolves the corrections, latest first: a correction counts unless a later one has removed it. A
/// tombstone cannot be taken back, whatever the stamps are.
void Fold::decide() {
  for (const Id id : ledger_.forgotten_) decided_[id].removed = true;
  in_order(amendments_);
  for (auto it = amendments_.rbegin(); it != amendments_.rend(); ++it)
    if (!is_removed(it->stamp.id)) fill(decided_[it->ref], it->set);
  for (const auto& [id, set] : decided_)
    if (set.removed.value_or(false)) ledger_.removals_.insert(id);
}

/// Counts corrections without a target. Runs before removed records are dropped.
void Fold::count_orphans() {
  std::unordered_set<Id, IdHash> here;
  const auto see = [&](Id id) {
    if (ledger_.corrected_.contains(id)) here.insert(id);
  };
  if (!amendments_.empty())
    for (const Entry& entry : ledger_.entries_) see(entry.id);
  const auto see_all = [&](const auto& items) {
    for (const auto& item : items) see(item.stamp.id);
  };
  see_all(ledger_.feelings_);
  see_all(ledger_.suggestions_);
  see_all(ledger_.kindnesses_);
  see_all(ledger_.asks_);
  see_all(ledger_.own_suggestions_);
  see_all(ledger_.trials_);
  see_all(rests_);
  see_all(people_);
  see_all(amendments_);
  ledger_.oddities_.orphans = static_cast<std::size_t>(std::ranges::count_if(
      amendments_, [&](const auto& item) { return !here.contains(item.ref); }));
}

bool Fold::is_removed(Id id) const {
  const auto found = decided_.find(id);
  return found != decided_.end() && found->second.removed.value_or(false);
}

void Fold::settle_entries() {
  auto& entries = ledger_.entries_;
  std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
    return std::tuple(a.id, b.redaction, b.at(), b.content) <
           std::tuple(b.id, a.redaction, a.at(), a.content);
  });
  for (std::size_t i = 1; i < entries.size(); ++i)
    if (entries[i].id == entries[i - 1].id && entries[i].content != entries[i - 1].content &&
        entries[i - 1].redaction == 0)
      ++ledger_.oddities_.conflicts;
  const auto is_again = [](const Entry& a, const Entry& b) { return a.id == b.id; };
  entries.erase(std::unique(entries.begin(), entries.end(), is_again), entries.end());
  if (!decided_.empty())
    for (Entry& entry : entries)
      if (const auto set = decided_.find(entry.id); set != decided_.end())
        amend(entry, set->second);
  // Not std::stable_partition, which allocates a second buffer of the same size.
  const auto is_gone = [&](const Entry& entry) { return is_removed(entry.id); };
  std::ranges::copy_if(entries, std::back_inserter(ledger_.removed_), is_gone);
  std::erase_if(entries, is_gone);
  std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
    return std::tie(a.day, a.seconds, a.id) < std::tie(b.day, b.seconds, b.id);
  });
  auto& links = ledger_.links_;
  std::ranges::sort(links);
  links.erase(std::unique(links.begin(), links.end()),
              links.end());  // of lines that are there twice
}

/// Finds the lines of the latest entries. There are none if a correction has the id of one of them.
void Fold::settle_latest() {
  const auto& entries = ledger_.entries_;
  auto& latest = ledger_.latest_;
  std::unordered_map<Id, std::size_t, IdHash> owner;  // in `latest`, by id of entry or correction
  for (std::size_t i = entries.size() - std::min(entries.size(), latest_entries);
       i < entries.size(); ++i) {
    owner[entries[i].id] = latest.size();
    latest.push_back({entries[i].day, stamp_of(entries[i]), {}, {}});
  }
  for (const Amendment& each : amendments_)
    if (owner.contains(each.stamp.id)) return latest.clear();
  std::vector<bool> is_read(latest.size());
  for (const EntryLine& each : lines_)
    if (const auto found = owner.find(each.stamp.id); found != owner.end()) {
      latest[found->second].line = is_read[found->second] ? LineRef{} : each.line;
      is_read[found->second] = true;
    }
  // In rounds, since a correction may have an earlier stamp than the one that it corrects.
  for (std::size_t known = 0; known != owner.size();) {
    known = owner.size();
    for (const Amendment& each : amendments_)
      if (const auto found = owner.find(each.ref);
          found != owner.end() && owner.emplace(each.stamp.id, found->second).second)
        latest[found->second].corrections.push_back(each.line);
  }
}

/// Applies the resolved changes of one entry.
void Fold::amend(Entry& entry, const Changes& set) {
  const Stamp stamp = stamp_of(entry);
  if (set.day) entry.day = *set.day;
  if (set.act) entry.act = *set.act;
  if (set.at) entry.seconds = set.at->seconds;
  if (set.at) entry.offset_minutes = set.at->offset_minutes;
  if (set.with) entry.with = list_of(ledger_.people_, *set.with, stamp);
  if (set.tags) entry.tags = list_of(ledger_.tags_, *set.tags, stamp);
  if (set.note) keep_note(entry, *set.note);
  if (set.before) entry.before = *set.before;
  if (set.felt) entry.felt = *set.felt;
}

template <class Item>
void Fold::keep_standing(std::vector<Item>& items) {
  in_order(items);
  std::erase_if(items, [&](const Item& item) { return is_removed(item.stamp.id); });
}

void Fold::settle_days() {
  keep_standing(ledger_.feelings_);
  keep_standing(ledger_.suggestions_);
  keep_standing(ledger_.kindnesses_);
  keep_standing(ledger_.asks_);
  keep_standing(ledger_.own_suggestions_);
  keep_standing(ledger_.trials_);
  keep_standing(rests_);
  for (const auto& [stamp, said] : rests_)
    said.rest ? ledger_.rests_.add(said.days) : ledger_.rests_.remove(said.days);
}

void Fold::settle_people() {
  keep_standing(people_);
  for (const auto& [stamp, day, said, redaction] : people_) {
    // The old name only refers to the person; the new spelling is what is shown from now on.
    const NameIndex person = ledger_.people_.add(said.name, said.renamed ? Stamp{} : stamp);
    if (said.renamed) ledger_.people_.rename(person, ledger_.people_.add(*said.renamed, stamp));
  }
  for (const auto& [stamp, day, said, redaction] : people_) {
    const NameIndex person = *ledger_.people_.find(said.name);
    continue_person(person);
    if (said.dates) settle_dates(person, *said.dates, day);
    if (said.reach) ledger_.details_[person].reach = *said.reach;
    if (!said.every_days && !said.resting && !said.place && !said.setting) continue;
    auto& settings = ledger_.settings_[person];
    PersonFacts facts = latest_facts(settings);
    if (said.every_days && *said.every_days != facts.every_days) {
      facts.every_days = *said.every_days;
      facts.rhythm_since = facts.every_days > 0 ? day : Day{};
    }
    if (said.resting) facts.resting = *said.resting;
    facts.place = said.place.value_or(facts.place);
    facts.setting = said.setting.value_or(facts.setting);
    settings.push_back({day, facts});
  }
}

/// Replaces the dates of a person. One that they had before keeps the day on which it was added.
void Fold::settle_dates(NameIndex person, const std::vector<PersonDate>& dates, Day day) {
  auto& known = ledger_.details_[person].dates;
  std::vector<KnownDate> now;
  for (const PersonDate& each : dates) {
    const auto before = std::ranges::find(known, each, &KnownDate::date);
    now.push_back({each, before == known.end() ? day : before->since});
  }
  std::ranges::sort(now, {}, &KnownDate::date);
  known = std::move(now);
}

}  // namespace connect
