// Converts a past into a history: prompts are resolved, people have their current names.
#include <algorithm>
#include <span>

#include "domain/summary/past.hpp"

namespace connect {
namespace {

bool was_declined(const ShownRecord& shown, std::span<const ShownRecord* const> of_day) {
  return std::ranges::any_of(of_day, [&](const ShownRecord* other) {
    return other->said.instead_of == shown.said.stamp.id;
  });
}

/// Appends the prompts of one day (given by stamp) that another one replaced, then the current one:
/// the latest replacement that was not replaced itself, else the first prompt. Two shells or
/// machines may have shown one each; the others that were not replaced count as never shown.
void settle_prompts(std::span<const ShownRecord* const> of_day, std::vector<ShownPrompt>& out) {
  const auto add = [&](const ShownRecord& shown, bool declined) {
    const ShownSuggestion& said = shown.said;
    out.push_back({shown.id, said.day, said.act, said.suggestion, said.person, declined});
  };
  const ShownRecord* standing = nullptr;
  for (const ShownRecord* shown : of_day) {
    if (was_declined(*shown, of_day)) {
      add(*shown, true);
    } else if (standing == nullptr || !shown->said.instead_of.empty()) {
      standing = shown;
    }
  }
  if (standing != nullptr) add(*standing, false);
}

std::vector<ShownPrompt> prompts_of(const Past& past) {
  std::vector<const ShownRecord*> shown;
  shown.reserve(past.shown.size());
  for (const ShownRecord& each : past.shown) shown.push_back(&each);
  const auto day_of = [](const ShownRecord* each) { return each->said.day; };
  std::ranges::stable_sort(shown, {}, day_of);
  std::vector<ShownPrompt> prompts;
  prompts.reserve(shown.size());
  for (std::size_t i = 0; i < shown.size();) {
    std::size_t end = i;
    while (end < shown.size() && day_of(shown[end]) == day_of(shown[i])) ++end;
    settle_prompts(std::span(shown).subspan(i, end - i), prompts);
    i = end;
  }
  return prompts;
}

/// Takes the days and settings of each person out of `past`.
std::vector<PersonHistory> people_of(Past& past) {
  const Names& names = past.people;
  std::vector<bool> noticed(names.size());
  for (const Notice& notice : past.notices)
    for (const auto& name : notice.with)
      if (const auto person = names.find(name)) noticed[*person] = true;
  std::vector<std::vector<std::string>> keys(names.size());
  for (NameIndex i = 0; i < names.size(); ++i) keys[names.root(i)].push_back(names.key(i));
  std::vector<PersonHistory> people;
  for (NameIndex i = 0; i < names.size(); ++i) {
    PersonPast& person = past.persons[i];
    const PersonFacts facts = latest_facts(person.settings);
    const bool is_here = person.count > 0 || facts.every_days > 0 || facts.resting || noticed[i];
    if (names.root(i) != i || !is_here) continue;
    people.push_back({names.display(i), person.count, std::move(person.met),
                      std::move(person.thanked), facts, std::move(person.settings),
                      std::move(keys[i])});
  }
  std::ranges::sort(people, [](const auto& a, const auto& b) {
    return std::tuple(b.met.last(), std::string_view(a.name)) <
           std::tuple(a.met.last(), std::string_view(b.name));
  });
  return people;
}

std::vector<NoticedKindness> notices_of(const Past& past) {
  std::vector<NoticedKindness> out;
  for (const Notice& notice : past.notices)
    for (const auto& name : notice.with)
      if (const auto person = past.people.find(name))
        out.push_back({past.people.display(*person), notice.day, notice.note});
  std::ranges::stable_sort(out, {}, &NoticedKindness::day);
  return out;
}

std::vector<std::string> tags_of(const Past& past) {
  std::vector<std::string> out;
  for (NameIndex i = 0; i < past.tagged.size(); ++i)
    if (past.tagged[i] != 0) out.push_back(past.tags.display(i));
  std::ranges::sort(out);
  return out;
}

std::vector<EntryText> recent_of(const Past& past) {
  std::vector<EntryText> out;
  out.reserve(past.recent.size());
  for (const RecentEntry& entry : past.recent) {
    EntryText text{{}, {entry.stamp.seconds, 0}, {}};
    text.said.day = entry.day;
    text.said.act = entry.act;
    for (NameIndex person : entry.with) text.said.with.push_back(past.people.display(person));
    out.push_back(std::move(text));
  }
  return out;
}

}  // namespace

History history_of(Past past) {
  History history;
  history.prompts = prompts_of(past);
  history.people = people_of(past);
  history.notices = notices_of(past);
  history.first_shown = past.first_shown;
  history.tags = tags_of(past);
  history.recent = recent_of(past);
  history.earlier = past.earlier;
  history.days = std::move(past.days);
  history.rests = std::move(past.rests);
  history.names = std::move(past.people);
  history.tag_names = std::move(past.tags);
  history.base_day = past.base_day;
  history.before = past.before;
  history.is_cut = past.is_cut;
  return history;
}

History history_of(const Ledger& ledger) {
  Past past;
  add(past, ledger, std::nullopt);
  return history_of(std::move(past));
}

}  // namespace connect
