#include "domain/ledger/names.hpp"

#include <algorithm>
#include <utility>

#include "domain/text/name_folding.hpp"

namespace connect {

Names::Names(std::vector<Name> all) : names_(std::move(all)) {}

/// Most commands restore names from the cache and look up a few: comparing them with up to a
/// hundred costs less than a table.
std::optional<NameIndex> Names::with_key(const std::string& key) const {
  constexpr std::size_t few = 100;
  if (names_.size() <= few) {
    const auto found = std::ranges::find(names_, key, &Name::key);
    return found == names_.end() ? std::nullopt
                                 : std::optional(static_cast<NameIndex>(found - names_.begin()));
  }
  for (auto i = static_cast<NameIndex>(by_key_.size()); i < names_.size(); ++i)
    by_key_.emplace(names_[i].key, i);
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? std::nullopt : std::optional(found->second);
}

NameIndex Names::add(std::string_view spelling, const Stamp& stamp) {
  const std::string text(spelling);
  const auto [known, is_new] = by_spelling_.try_emplace(text, 0);
  if (is_new) known->second = by_key(spelling, stamp);
  Name& name = names_[known->second];
  if (name.shown < stamp || (name.shown == stamp && name.display < text)) {
    name.shown = stamp;
    if (name.display != text) name.display = text;
  }
  return known->second;
}

NameIndex Names::by_key(std::string_view spelling, const Stamp& stamp) {
  std::string key = fold_key(spelling);
  if (const auto known = with_key(key)) return *known;
  const auto next = static_cast<NameIndex>(names_.size());
  names_.push_back({std::string(spelling), std::move(key), stamp, next, next});
  return next;
}

std::optional<NameIndex> Names::find(std::string_view spelling) const {
  const auto known = with_key(fold_key(spelling));
  return known ? std::optional(root(*known)) : std::nullopt;
}

std::optional<NameIndex> Names::find_loosely(std::string_view spelling) const {
  if (const auto exact = find(spelling)) return exact;
  const std::string wanted = without_gaps(fold_key(spelling));
  std::optional<NameIndex> found;
  if (wanted.empty()) return found;
  for (NameIndex i = 0; i < names_.size(); ++i) {
    if (without_gaps(names_[i].key) != wanted) continue;
    if (found && *found != root(i)) return std::nullopt;
    found = root(i);
  }
  return found;
}

void Names::rename(NameIndex from, NameIndex to) {
  const NameIndex old_root = root(from);
  const NameIndex new_root = root(to);
  names_[new_root].face = to;
  names_[old_root].parent = new_root;
}

NameIndex Names::root(NameIndex name) const {
  while (names_[name].parent != name) name = names_[name].parent;
  return name;
}

std::uint32_t NameLists::intern(const std::vector<NameIndex>& list) {
  const auto next = static_cast<std::uint32_t>(lists_.size());
  const auto [known, is_new] = index_.try_emplace(list, next);
  if (is_new) lists_.push_back(list);
  return known->second;
}

}  // namespace connect
