#include "domain/suggest/prompt.hpp"

#include <algorithm>

#include "domain/ledger/id.hpp"
#include "domain/suggest/act_choice.hpp"
#include "domain/suggest/prompt_why.hpp"
#include "domain/text/name_folding.hpp"

namespace connect {
namespace {

constexpr int naming_pause = 7;  // days before anybody is named again

/// Adds the prompts of one day, from index `first` on, as known on the morning of `morning`: of
/// that day itself only the declines.
void observe_day(ActChoiceState& state, const History& history, std::size_t first, Day morning) {
  const auto& all = history.prompts;
  const Day day = all[first].day;
  const DayActs* acts = day == morning ? nullptr : acts_on(history, day);
  for (std::size_t i = first; i < all.size() && all[i].day == day; ++i) {
    const ShownPrompt& shown = all[i];
    if (day == morning && !shown.declined) continue;
    // Asking for another suggestion of the same act declines the text, not the act.
    const bool has_next = i + 1 < all.size() && all[i + 1].day == day;
    if (shown.declined && has_next && all[i + 1].act == shown.act) continue;
    const bool taken = acts != nullptr && acts->counts[index(shown.act)] > 0;
    observe(state, {day.number, shown.act, taken, shown.declined});
  }
}

void observe_done_days(ActChoiceState& state, const History& history, Day since, Day morning) {
  auto acts = std::ranges::lower_bound(history.days, since, {}, &DayActs::day);
  for (; acts != history.days.end() && acts->day < morning; ++acts)
    for (Act act : all_acts)
      if (acts->counts[index(act)] > 0) observe_done(state, act, acts->day.number);
}

/// The state of the act choice on the morning of `day`, with the declines of that day so far.
ActChoiceState choice_state(const History& history, Day day) {
  ActChoiceState state = choice_state_before(history, day);
  const auto today = std::ranges::lower_bound(history.prompts, day, {}, &ShownPrompt::day);
  if (today != history.prompts.end() && today->day == day)
    observe_day(state, history, static_cast<std::size_t>(today - history.prompts.begin()), day);
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
const Suggestion& picked_suggestion(const History& history,
                                    const std::vector<const Suggestion*>& choice, Act act,
                                    Day day) {
  std::vector<const Suggestion*> fresh = choice;
  std::size_t recent = choice.size() / 2;
  std::uint64_t shown_today = 0;
  for (auto it = history.prompts.rbegin(); it != history.prompts.rend() && recent > 0; ++it) {
    if (it->day == day) ++shown_today;
    if (it->act != act || it->day > day) continue;
    --recent;
    std::erase_if(fresh, [&](const Suggestion* item) { return item->id == it->suggestion; });
  }
  const auto number =
      mixed(seed_on(history, day) ^
            mixed(static_cast<std::uint64_t>(day.number) * 16 + shown_today * 4 + index(act)));
  const auto& list = fresh.empty() ? choice : fresh;
  return *list[number % list.size()];
}

void say(Prompt& prompt, const Suggestion& item) {
  prompt.suggestion = item.id;
  prompt.text = worded(item.text, prompt.person);
  prompt.hint = item.hint;
}

bool named_lately(const History& history, std::string_view person, Day day) {
  const auto same_day_or_week = [&](const ShownPrompt& shown) {
    return shown.day <= day && day - shown.day < naming_pause &&
           fold_key(shown.person) == fold_key(person);
  };
  return std::ranges::any_of(history.prompts, same_day_or_week);
}

bool may_be_named(const History& history, const PersonHistory& person, Day day) {
  return !person.facts_on(day).resting && !named_lately(history, person.name, day);
}

/// The pinned prompt as it was shown, as far as its suggestion is still known.
Prompt pinned(const ShownPrompt& shown, const Bank& bank) {
  Prompt prompt;
  prompt.record = shown.id;
  prompt.act = shown.act;
  prompt.person = shown.person;
  prompt.suggestion = shown.suggestion;
  if (const Suggestion* item = bank.find(shown.suggestion)) {
    say(prompt, *item);
  } else {
    prompt.text = title(shown.act);  // another machine's own suggestion, unknown here
  }
  return prompt;
}

/// The act asked for; else the chosen act, or the next in its ranking if that is the act to be
/// replaced.
Act wished_act(const ShownPrompt* standing, const ActChoice& choice, const PromptWish& wish) {
  if (wish.act) return *wish.act;
  if (standing == nullptr || choice.act != standing->act) return choice.act;
  return choice.ranking[1];
}

}  // namespace

ActChoiceState choice_state_before(const History& history, Day day) {
  ActChoiceState state = history.before;
  const Day since = history.base_day.value_or(Day{INT32_MIN});
  const auto& all = history.prompts;
  for (std::size_t i = 0; i < all.size() && all[i].day < day; ++i)
    if (all[i].day >= since && (i == 0 || all[i - 1].day != all[i].day))
      observe_day(state, history, i, day);
  observe_done_days(state, history, since, day);
  return state;
}

bool is_enough(const History& history, Day day, const Bank& bank) {
  if (history.base_day && day - *history.base_day < naming_pause) return false;
  if (!history.is_cut) return true;
  // Compare picked_suggestion, which looks back over half as many prompts as there are suggestions.
  std::array<std::size_t, 4> shown{}, items{};
  for (const ShownPrompt& prompt : history.prompts)
    if (prompt.day <= day) ++shown[index(prompt.act)];
  for (const Suggestion* item : bank.items()) ++items[index(item->act)];
  return std::ranges::all_of(all_acts,
                             [&](Act act) { return shown[index(act)] >= items[index(act)] / 2; });
}

Prompt prompt_of(const History& history, Day day, const Bank& bank, Preferences preferences,
                 PromptWish wish) {
  const ShownPrompt* standing = prompt_for(history, day);
  const ActChoice choice =
      choose_act(choice_state(history, day), day.number, seed_on(history, day));
  Prompt prompt;
  const bool stays =
      standing != nullptr && !wish.another && (!wish.act || *wish.act == standing->act);
  if (stays) {
    prompt = pinned(*standing, bank);
  } else {
    prompt.act = wished_act(standing, choice, wish);
    if (standing != nullptr) prompt.instead_of = standing->id;
    if (const PersonHistory* person = person_to_name(history, prompt.act, day))
      prompt.person = person->name;
    say(prompt,
        picked_suggestion(history, bank.fitting(prompt.act, preferences, !prompt.person.empty()),
                          prompt.act, day));
  }
  const PersonHistory* person = find_person(history, prompt.person);
  if (person != nullptr && prompt.act == Act::thank)
    if (const NoticedKindness* notice = open_notice(history, *person, day)) {
      prompt.noticed = notice->note;
      prompt.tells_notice = true;
    }
  const bool asked = !stays || std::ranges::any_of(history.prompts, [&](const ShownPrompt& shown) {
    return shown.day == day && shown.declined;
  });
  prompt.why = why_words(prompt, choice, asked, person, day);
  return prompt;
}

const PersonHistory* person_to_name(const History& history, Act act, Day day) {
  if (act == Act::thank)
    for (const NoticedKindness& notice : history.notices) {
      const PersonHistory* person = find_person(history, notice.person);
      if (person != nullptr && open_notice(history, *person, day) == &notice &&
          may_be_named(history, *person, day))
        return person;
    }
  for (const PersonHistory* person : due_on_morning(history, day))
    if (may_be_named(history, *person, day)) return person;
  return nullptr;
}

const NoticedKindness* open_notice(const History& history, const PersonHistory& person, Day day) {
  const auto thanked = person.thanked.until(day - 1);
  for (const NoticedKindness& notice : history.notices)
    if (notice.person == person.name && notice.day < day && (!thanked || *thanked < notice.day))
      return &notice;
  return nullptr;
}

}  // namespace connect
