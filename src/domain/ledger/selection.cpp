#include "domain/ledger/selection.hpp"

#include <algorithm>

#include "domain/text/name_folding.hpp"
#include "domain/time/periods.hpp"

namespace connect {
namespace {

std::vector<std::optional<NameIndex>> looked_up(const std::vector<std::string>& names,
                                                const Names& known) {
  std::vector<std::optional<NameIndex>> out;
  for (const auto& name : names) out.push_back(known.find(name));
  return out;
}

bool has_all(const std::vector<std::optional<NameIndex>>& wanted,
             const std::vector<NameIndex>& given) {
  return std::ranges::all_of(wanted, [&](const auto& name) {
    return name && std::ranges::find(given, *name) != given.end();
  });
}

/// For each text, by NameIndex: whether the name that is shown contains it.
std::vector<std::vector<bool>> names_with(const std::vector<std::string>& texts,
                                          const Names& names) {
  std::vector<std::vector<bool>> out(texts.size(), std::vector<bool>(names.size()));
  if (texts.empty()) return out;
  for (NameIndex name = 0; name < names.size(); ++name) {
    const std::string key = fold_key(names.display(name));
    for (std::size_t text = 0; text < texts.size(); ++text)
      out[text][name] = key.find(fold_key(texts[text])) != key.npos;
  }
  return out;
}

/// The names that entries have, as they are shown, sorted.
template <class NamesOf>
std::vector<std::string> used_names(const Ledger& ledger, const Names& names, NamesOf names_of) {
  std::vector<bool> used(names.size());
  for (const Entry& entry : ledger.entries())
    for (NameIndex name : names_of(entry)) used[name] = true;
  std::vector<std::string> out;
  for (NameIndex name = 0; name < names.size(); ++name)
    if (used[name]) out.push_back(names.display(name));
  std::ranges::sort(out);
  return out;
}

}  // namespace

NoteTest note_test(const Selection& selection) {
  if (selection.texts.empty()) return {};
  std::vector<std::string> keys;
  for (const auto& text : selection.texts) keys.push_back(fold_key(text));
  return [keys](std::string_view note) {
    const std::string key = fold_key(note);
    unsigned found = 0;
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (key.find(keys[i]) != key.npos) found |= 1U << i;
    return static_cast<std::uint16_t>(found);
  };
}

Selector::Selector(const Selection& selection, const Ledger& ledger)
    : ledger_(ledger),
      acts_(selection.acts),
      people_(looked_up(selection.with, ledger.people())),
      tags_(looked_up(selection.tags, ledger.tags())),
      people_with_(names_with(selection.texts, ledger.people())),
      tags_with_(names_with(selection.texts, ledger.tags())) {}

bool Selector::operator()(const Entry& entry) const {
  if (!acts_.empty() && std::ranges::find(acts_, entry.act) == acts_.end()) return false;
  if (!has_all(people_, ledger_.people(entry)) || !has_all(tags_, ledger_.tags(entry)))
    return false;
  for (std::size_t text = 0; text < people_with_.size(); ++text)
    if (!has_text(entry, text)) return false;
  return true;
}

bool Selector::has_text(const Entry& entry, std::size_t text) const {
  if ((entry.found >> text & 1U) != 0) return true;
  return std::ranges::any_of(ledger_.people(entry),
                             [&](NameIndex name) { return people_with_[text][name]; }) ||
         std::ranges::any_of(ledger_.tags(entry),
                             [&](NameIndex name) { return tags_with_[text][name]; });
}

namespace {

/// nearest_name(), or "May or Maya" if two are as near.
std::optional<std::string> nearest_names(const std::string& name, std::vector<std::string> known) {
  auto close = nearest_name(name, known);
  if (!close) return close;
  std::erase(known, *close);
  const auto next = nearest_name(name, known);
  const auto distance = [&](const std::string& to) {
    return edit_distance(fold_key(name), fold_key(to));
  };
  if (next && distance(*next) == distance(*close)) *close += " or " + *next;
  return close;
}

}  // namespace

std::optional<std::string> near_miss(const Selection& selection, const Ledger& ledger) {
  const auto people =
      used_names(ledger, ledger.people(), [&](const Entry& entry) { return ledger.people(entry); });
  const auto tags =
      used_names(ledger, ledger.tags(), [&](const Entry& entry) { return ledger.tags(entry); });
  const auto is_used = [](const auto& names, const std::string& name) {
    return std::ranges::find(names, fold_key(name), fold_key) != names.end();
  };
  for (const auto& name : selection.with)
    if (!is_used(people, name))
      if (auto close = nearest_names(name, people)) return close;
  for (const auto& tag : selection.tags)
    if (!is_used(tags, tag))
      if (const auto close = nearest_name(tag, tags)) return "+" + *close;
  const std::vector<std::string> periods(period_words().begin(), period_words().end());
  const Selector selector(selection, ledger);
  for (std::size_t i = 0; i < selection.texts.size(); ++i) {
    const std::string& text = selection.texts[i];
    const auto has_it = [&](const Entry& entry) { return selector.has_text(entry, i); };
    if (std::ranges::any_of(ledger.entries(), has_it)) continue;
    if (act_from_word(text)) continue;  // it was meant as text
    if (auto close = nearest_name(text, act_words())) return close;
    if (auto close = nearest_names(text, people)) return close;
    if (const auto close = nearest_name(text, tags)) return "+" + *close;
    if (auto close = nearest_name(text, periods)) return close;
  }
  return std::nullopt;
}

}  // namespace connect
