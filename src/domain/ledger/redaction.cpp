#include "domain/ledger/redaction.hpp"

#include <algorithm>

namespace connect {
namespace {

/// How many names, tags and notes a record still has.
std::size_t words_in(const Logged& said) {
  return said.with.size() + said.tags.size() + (said.note.empty() ? 0U : 1U);
}
std::size_t words_in(const Amended& said) {
  const auto size = [](const auto& field) { return field ? field->size() : 0; };
  return size(said.set.with) + size(said.set.tags) + (size(said.set.note) > 0 ? 1U : 0U);
}
std::size_t words_in(const Prompted& said) { return said.person.empty() ? 0 : 1; }
std::size_t words_in(const PersonSet& said) {
  return (said.dates ? said.dates->size() : 0) + (said.reach && !said.reach->empty() ? 1U : 0U);
}
template <class Other>
std::size_t words_in(const Other&) {
  return 0;
}

/// Reduces the first argument to what both have: equal text, common names.
void meet(std::string& text, const std::string& other) {
  if (text != other) text.clear();
}
template <class Item>
void meet(std::vector<Item>& list, const std::vector<Item>& other) {
  std::erase_if(list,
                [&](const auto& item) { return std::ranges::find(other, item) == other.end(); });
}
template <class T>
void meet(std::optional<T>& field, const std::optional<T>& other) {
  if (field && other) meet(*field, *other);
}

void meet(Logged& said, const Logged& other) {
  meet(said.with, other.with);
  meet(said.tags, other.tags);
  meet(said.note, other.note);
}
void meet(Amended& said, const Amended& other) {
  meet(said.set.with, other.set.with);
  meet(said.set.tags, other.set.tags);
  meet(said.set.note, other.set.note);
}
void meet(Prompted& said, const Prompted& other) { meet(said.person, other.person); }
void meet(PersonSet& said, const PersonSet& other) {
  meet(said.dates, other.dates);
  meet(said.reach, other.reach);
}
template <class Other>
void meet(Other&, const Other&) {}

}  // namespace

std::uint8_t redaction_rank(const Record& record) {
  if (!record.redacted) return 0;
  const auto words = std::visit([](const auto& body) { return words_in(body); }, record.body);
  return static_cast<std::uint8_t>(255 - std::min<std::size_t>(words, 254));
}

Record redacted_meet(const Record& a, const Record& b) {
  // Fields other than text come from the more redacted record, so that the arguments commute.
  const auto key = [](const Record& each) {
    return std::tuple(redaction_rank(each), each.at, each.body);
  };
  Record out = key(a) < key(b) ? b : a;
  const Record& other = key(a) < key(b) ? a : b;
  std::visit(
      [&](auto& body) {
        using Said = std::decay_t<decltype(body)>;
        if (const auto* said = std::get_if<Said>(&other.body)) meet(body, *said);
      },
      out.body);
  out.redacted = true;
  return out;
}

void Tombstones::add(const Record& record) {
  const auto* said = std::get_if<Amended>(&record.body);
  if (said != nullptr && said->forgotten)
    forgotten_.try_emplace(id_from_text(said->ref), said->ref);
  if (!record.redacted) return;
  const auto [known, is_new] = redacted_.try_emplace(id_from_text(record.id), record);
  if (!is_new && known->second.body.index() == record.body.index())
    known->second = redacted_meet(known->second, record);
}

Tombstones::Fate Tombstones::apply(Record& record) {
  const Id id = id_from_text(record.id);
  if (forgotten_.contains(id)) return Fate::gone;
  if (const auto* said = std::get_if<Amended>(&record.body); said != nullptr && !said->forgotten) {
    const Id ref = id_from_text(said->ref);
    if (forgotten_.contains(ref) || gone_.contains(ref)) {
      gone_.insert(id);
      return Fate::gone;
    }
  }
  const auto known = redacted_.find(id);
  if (known == redacted_.end() || known->second.body.index() != record.body.index())
    return Fate::stays;
  Record left = redacted_meet(known->second, record);
  if (left == record) return Fate::stays;
  record = std::move(left);
  return Fate::changed;
}

}  // namespace connect
