#include "domain/ledger/names.hpp"

#include "domain/text/name_folding.hpp"

namespace connect {
namespace {

std::string without_gaps(std::string key) {
  std::erase_if(key, [](char c) { return c == ' ' || c == '-' || c == '.'; });
  return key;
}

}  // namespace

Names::Names(std::vector<Name> all) : names_(std::move(all)) {}

/// Most commands restore names from the cache and look up none.
void Names::fill_keys() const {
  if (by_key_.size() < names_.size())
    for (NameIndex i = 0; i < names_.size(); ++i) by_key_.emplace(names_[i].key, i);
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
  fill_keys();
  const auto next = static_cast<NameIndex>(names_.size());
  const auto [known, is_new] = by_key_.try_emplace(fold_key(spelling), next);
  if (is_new) names_.push_back({std::string(spelling), known->first, stamp, next, next});
  return known->second;
}

std::optional<NameIndex> Names::find(std::string_view spelling) const {
  fill_keys();
  const auto known = by_key_.find(fold_key(spelling));
  if (known == by_key_.end()) return std::nullopt;
  return root(known->second);
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
