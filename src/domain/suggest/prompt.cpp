#include "domain/suggest/prompt.hpp"

#include <algorithm>

#include "domain/ledger/id.hpp"
#include "domain/suggest/act_choice.hpp"
#include "domain/suggest/person_choice.hpp"
#include "domain/suggest/prompt_why.hpp"
#include "domain/text/name_folding.hpp"

namespace connect {
namespace {

using Suggestions = std::span<const ResolvedSuggestion>;

/// Adds the suggestions of one day, from index `first` on, as known on the morning of `morning`: of
/// that day itself only the declines.
void observe_day(ActChoiceState& state, const Summary& summary, Suggestions all, std::size_t first,
                 Day morning) {
  const Day day = all[first].day;
  const DayActs* acts = day == morning ? nullptr : acts_on(summary, day);
  for (std::size_t i = first; i < all.size() && all[i].day == day; ++i) {
    const ResolvedSuggestion& shown = all[i];
    if (day == morning && !shown.declined) continue;
    // Asking for another suggestion of the same act declines the text, not the act.
    const bool has_next = i + 1 < all.size() && all[i + 1].day == day;
    if (shown.declined && has_next && all[i + 1].act == shown.act) continue;
    const bool taken = acts != nullptr && acts->counts[index(shown.act)] > 0;
    observe(state, {day.number, shown.act, taken, shown.declined});
  }
}

void observe_done_days(ActChoiceState& state, const Summary& summary, Day since, Day morning) {
  auto acts = std::ranges::lower_bound(summary.days, since, {}, &DayActs::day);
  for (; acts != summary.days.end() && acts->day < morning; ++acts)
    for (Act act : all_acts)
      if (acts->counts[index(act)] > 0) observe_done(state, act, acts->day.number);
}

/// The state of the act choice on the morning of `day`, with the declines of that day so far.
ActChoiceState choice_state(const Summary& summary, Suggestions all, Day day) {
  ActChoiceState state = choice_state_before(summary, all, day);
  const auto today = std::ranges::lower_bound(all, day, {}, &ResolvedSuggestion::day);
  if (today != all.end() && today->day == day)
    observe_day(state, summary, all, static_cast<std::size_t>(today - all.begin()), day);
  return state;
}

/// The text with the placeholder replaced by the name or by "someone".
std::string worded(std::string_view text, const std::string& person) {
  std::string out(text);
  const auto place = out.find(someone_placeholder);
  if (place != out.npos)
    out.replace(place, someone_placeholder.size(), person.empty() ? "someone" : person);
  return out;
}

/// Picks a suggestion that was not shown recently, by a hash of the day and the number shown that
/// day. Recent are the last prompts of this act, half as many as there are suggestions.
const Suggestion& picked_suggestion(Suggestions all, std::uint64_t seed,
                                    const std::vector<const Suggestion*>& choice, Act act,
                                    Day day) {
  std::vector<std::uint64_t> recent;
  std::uint64_t shown_today = 0;
  for (auto it = all.rbegin(); it != all.rend() && recent.size() < choice.size() / 2; ++it) {
    if (it->day == day) ++shown_today;
    if (it->act == act && it->day <= day) recent.push_back(it->suggestion);
  }
  std::vector<const Suggestion*> fresh = choice;
  std::erase_if(fresh, [&](const Suggestion* item) {
    return std::ranges::find(recent, hash_of(item->id)) != recent.end();
  });
  const auto number = mixed(
      seed ^ mixed(static_cast<std::uint64_t>(day.number) * 16 + shown_today * 4 + index(act)));
  const auto& list = fresh.empty() ? choice : fresh;
  return *list[number % list.size()];
}

void fill_in(Prompt& prompt, const Suggestion& item) {
  prompt.suggestion = item.id;
  prompt.text = worded(item.text, prompt.person);
  prompt.hint = item.hint;
}

/// Without a preference for a setting, work is left out on other weekdays than those of work. Days
/// taken off with `rest` do not matter: one that is taken off today must not change the suggestion.
Preferences preferences_on(Day day, Preferences preferences) {
  const bool is_for_work = (preferences.work_weekdays >> weekday(day) & 1) != 0;
  if (preferences.setting == Setting::any && !is_for_work) preferences.setting = Setting::home;
  return preferences;
}

/// The suggestions for this act and person (null: nobody) from which one is picked. If a kindness
/// of the person is to be quoted, only those whose text fits any kindness.
std::vector<const Suggestion*> choice_for(const Summary& summary, const Bank& bank,
                                          Preferences preferences, Act act,
                                          const PersonTotals* person, Day day) {
  preferences = preferences_on(day, preferences);
  if (act == Act::thank && person != nullptr && open_kindness(summary, *person, day) != nullptr)
    return bank.fitting_kindness(preferences);
  return bank.fitting(act, preferences, person != nullptr);
}

/// The kindness to quote with this prompt, or null. A pinned suggestion may be one that fits no
/// kindness: a kindness can be dated back after it was shown.
const OpenKindness* kindness_to_quote(const Summary& summary, const Prompt& prompt,
                                      const Bank& bank, const PersonTotals* person, Day day) {
  const Suggestion* item = bank.find(prompt.suggestion);
  if (person == nullptr || prompt.act != Act::thank || item == nullptr || !item->fits_kindness)
    return nullptr;
  return open_kindness(summary, *person, day);
}

/// The pinned prompt as it was shown, as far as its suggestion is still known.
Prompt pinned(const Summary& summary, const ShownSuggestion& shown, const Bank& bank) {
  Prompt prompt;
  prompt.record = summary.id_text(shown.stamp.id);
  prompt.act = shown.act;
  prompt.person = shown.person;
  prompt.suggestion = shown.suggestion;
  if (const Suggestion* item = bank.find(shown.suggestion)) {
    fill_in(prompt, *item);
  } else {
    prompt.text = title(shown.act);  // another machine's own suggestion, unknown here
  }
  return prompt;
}

/// Whether the current suggestion is what is wished for.
bool is_as_wished(const Summary& summary, const ShownSuggestion& shown, const Bank& bank,
                  const PromptWish& wish) {
  if (wish.another || (wish.act && *wish.act != shown.act)) return false;
  if (!wish.person.empty() &&
      find_person(summary, wish.person) != find_person(summary, shown.person))
    return false;
  if (!wish.small && !wish.place) return true;
  const Suggestion* item = bank.find(shown.suggestion);
  return item != nullptr &&
         fits(*item, {wish.place.value_or(Place::any), Setting::any, wish.small});
}

/// The act asked for; else that of the suggestion whose text is replaced. Without either, the
/// chosen act, or the next in its ranking if that is the act to be replaced.
Act wished_act(const ResolvedSuggestion* current, const ActChoice& choice, const PromptWish& wish) {
  if (wish.act) return *wish.act;
  if (current == nullptr) return choice.act;
  if (!wish.another) return current->act;
  return choice.act == current->act ? choice.ranking[1] : choice.act;
}

/// The person asked for; else whom the suggestion names whose text is replaced, or whom one of this
/// act names. Null: nobody.
const PersonTotals* wished_person(const Summary& summary, Suggestions all,
                                  const ResolvedSuggestion* current, Act act,
                                  const PromptWish& wish, Day day) {
  if (!wish.person.empty()) return find_person(summary, wish.person);
  const bool keeps_act = current != nullptr && !wish.another && current->act == act;
  if (keeps_act && !current->shown->person.empty())
    return find_person(summary, current->shown->person);
  return person_to_name(summary, all, act, day);
}

}  // namespace

ActChoiceState choice_state_before(const Summary& summary, std::span<const ResolvedSuggestion> all,
                                   Day day) {
  ActChoiceState state;
  Day since{INT32_MIN};
  if (summary.before) {
    state = summary.before->act_choice;
    since = summary.before->settled;
  }
  for (std::size_t i = 0; i < all.size() && all[i].day < day; ++i)
    if (all[i].day >= since && (i == 0 || all[i - 1].day != all[i].day))
      observe_day(state, summary, all, i, day);
  observe_done_days(state, summary, since, day);
  return state;
}

bool is_enough(const Summary& summary, Day day, const Bank& bank) {
  if (!summary.before) return true;
  if (day - summary.before->settled < longest_pause) return false;
  if (!summary.before->is_cut) return true;
  // Compare picked_suggestion, which looks back over half as many prompts as there are suggestions.
  std::array<std::size_t, 4> shown{}, items{};
  for (const ResolvedSuggestion& each : resolved_suggestions(summary))
    if (each.day <= day) ++shown[index(each.act)];
  for (const Suggestion* item : bank.items()) ++items[index(item->act)];
  return std::ranges::all_of(all_acts,
                             [&](Act act) { return shown[index(act)] >= items[index(act)] / 2; });
}

Prompt prompt_of(const Summary& summary, Day day, const Bank& bank, Preferences preferences,
                 const PromptWish& wish, const KindnessNote& note_of) {
  const auto all = resolved_suggestions(summary);
  const std::uint64_t seed = seed_on(summary, day);
  const ResolvedSuggestion* current = suggestion_for(all, day);
  const ActChoiceState state = choice_state(summary, all, day);
  const ActChoice choice = choose_act(state, day.number, seed);
  Prompt prompt;
  const bool stays = current != nullptr && is_as_wished(summary, *current->shown, bank, wish);
  if (stays) {
    prompt = pinned(summary, *current->shown, bank);
  } else {
    prompt.act = wished_act(current, choice, wish);
    // A kindness comes before the rotation, as soon as a thank-you can be suggested.
    const bool is_open = current == nullptr && !wish.act && wish.person.empty();
    if (is_open && may_be_shown(state, Act::thank, day.number, seed) &&
        person_to_thank(summary, all, day) != nullptr)
      prompt.act = Act::thank;
    if (current != nullptr) prompt.instead_of = summary.id_text(current->shown->stamp.id);
    const PersonTotals* named = wished_person(summary, all, current, prompt.act, wish, day);
    if (named != nullptr) prompt.person = named->name;
    preferences.place = wish.place.value_or(preferences.place);
    preferences.small = wish.small;
    const auto items = choice_for(summary, bank, preferences, prompt.act, named, day);
    fill_in(prompt, picked_suggestion(all, seed, items, prompt.act, day));
  }
  const PersonTotals* person = find_person(summary, prompt.person);
  if (const auto* kindness = kindness_to_quote(summary, prompt, bank, person, day))
    if (note_of) prompt.noticed = note_of(*kindness);
  const bool asked = !stays || std::ranges::any_of(all, [&](const ResolvedSuggestion& shown) {
    return shown.day == day && shown.declined;
  });
  prompt.why = why_words(prompt, choice, asked, person, day);
  return prompt;
}

}  // namespace connect
