#include "domain/suggest/prompt.hpp"

#include <algorithm>
#include <utility>

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

/// Of three suggestions that are drawn by `number`, the one whose labels were taken up most often.
/// Takes the ones that it draws out of the list.
const Suggestion& best_of_three(std::vector<const Suggestion*> list, std::uint64_t number,
                                const LabelCounts& labels, bool names_person) {
  constexpr int draws = 3;
  const Suggestion* best = nullptr;
  std::int64_t best_score = 0;
  for (int i = 0; i < draws && !list.empty(); ++i, number = mixed(number)) {
    const auto place = list.begin() + static_cast<std::ptrdiff_t>(number % list.size());
    const std::int64_t score = label_score(labels, **place, names_person);
    if (best == nullptr || score > best_score) {
      best = *place;
      best_score = score;
    }
    list.erase(place);
  }
  return *best;
}

/// How many suggestions of an act come before one of them may come again.
std::size_t returns_after(const Bank& bank, Act act) {
  const auto of_act = std::ranges::count_if(
      bank.items(), [&](const Suggestion* item) { return item->act == act && !item->retired; });
  return static_cast<std::size_t>(of_act) / 2;
}

/// Picks a suggestion that was not among the last `pause` ones of this act, nor declined among
/// twice as many, by a hash of the day and the number shown that day, and by its labels. If none is
/// left, the one that was shown longest ago.
const Suggestion& picked_suggestion(Suggestions all, std::uint64_t seed,
                                    const std::vector<const Suggestion*>& choice, Act act, Day day,
                                    std::size_t pause, const LabelCounts& labels,
                                    bool names_person) {
  std::vector<std::uint64_t> recent;  // of this act, the latest first
  std::vector<std::uint64_t> resting;
  std::uint64_t shown_today = 0;
  std::size_t seen = 0;
  for (auto it = all.rbegin(); it != all.rend(); ++it) {
    // Declines are looked for where every summary has them, and no further.
    const bool is_late = recent.size() >= pause;
    if (is_late && (recent.size() >= 2 * pause || seen >= suggestions_kept)) break;
    if (it->day > day) continue;
    ++seen;
    if (it->day == day) ++shown_today;
    if (it->act != act) continue;
    recent.push_back(it->suggestion);
    if (!is_late || it->declined) resting.push_back(it->suggestion);
  }
  const auto shown_ago = [&](const Suggestion* item) {
    return std::ranges::find(recent, hash_of(item->id)) - recent.begin();
  };
  std::vector<const Suggestion*> fresh = choice;
  std::erase_if(fresh, [&](const Suggestion* item) {
    return std::ranges::find(resting, hash_of(item->id)) != resting.end();
  });
  if (fresh.empty()) fresh = {*std::ranges::max_element(choice, {}, shown_ago)};
  const auto number = mixed(
      seed ^ mixed(static_cast<std::uint64_t>(day.number) * 16 + shown_today * 4 + index(act)));
  return best_of_three(std::move(fresh), number, labels, names_person);
}

/// Leaves out those that are not to come again, unless nothing would be left. `also`: one more of
/// them, or null.
void leave_out_unwanted(std::vector<const Suggestion*>& items, const Summary& summary, Day day,
                        const ResolvedSuggestion* also) {
  auto unwanted = unwanted_suggestions(summary, day + 1);
  if (also != nullptr) unwanted.push_back(also->suggestion);
  if (unwanted.empty()) return;
  auto left = items;
  std::erase_if(left, [&](const Suggestion* item) {
    return std::ranges::find(unwanted, hash_of(item->id)) != unwanted.end();
  });
  if (!left.empty()) items = std::move(left);
}

/// Who was met within the last week, the latest; null if nobody was. Who rests is left out.
const PersonTotals* recent_contact(const Summary& summary, Day day) {
  constexpr int days_recent = 7;
  const PersonTotals* found = nullptr;
  std::optional<DatedStamp> latest;
  for (const PersonTotals& person : summary.persons) {
    const auto met = person.met.until(day - 1);
    if (!met || day - met->day > days_recent || person.facts_on(day).resting || met <= latest)
      continue;
    found = &person;
    latest = met;
  }
  return found;
}

/// Puts a line to somebody else first, if this person was not met for half a year: practising on
/// people one is in touch with was what made others write to an old friend (Aknin & Sandstrom
/// 2024).
void warm_up(Prompt& prompt, const Summary& summary, const PersonTotals& person, Day day) {
  constexpr int half_a_year = 180;
  const auto last = person.met.until(day - 1);
  if (!last || day - last->day <= half_a_year) return;
  if (const PersonTotals* other = recent_contact(summary, day))
    prompt.text = "First send one line to " + other->name + ", to warm up. Then: " + prompt.text;
}

void fill_in(Prompt& prompt, const Suggestion& item) {
  prompt.suggestion = item.id;
  prompt.text = worded(item, prompt.person);
  prompt.hint = item.hint;
}

bool is_work_day(const Preferences& preferences, Day day) {
  return (preferences.work_weekdays >> weekday(day) & 1) != 0;
}

/// Without a preference for a setting, work is left out on other weekdays than those of work. Days
/// taken off with `rest` do not matter: one that is taken off today must not change the suggestion.
Preferences preferences_on(Day day, Preferences preferences) {
  if (preferences.setting == Setting::any && !is_work_day(preferences, day))
    preferences.setting = Setting::home;
  return preferences;
}

/// The note that a suggestion was made of, if it is still known.
const OpenNote* note_of_id(const Summary& summary, Id id) {
  for (const auto* notes : {&summary.asks, &summary.kindnesses})
    for (const OpenNote& note : *notes)
      if (note.stamp.id == id) return &note;
  return nullptr;
}

const PersonDate* date_on(const PersonTotals& person, Day day) {
  for (const auto& [date, since] : person.details.dates)
    if (falls_on(date.on, day)) return &date;
  return nullptr;
}

/// The occasion of the pinned suggestion.
Occasion occasion_of(const Summary& summary, const ShownSuggestion& shown) {
  const PersonTotals* person = find_person(summary, shown.person);
  if (person == nullptr) return {};
  const auto kind = occasion_from_word(shown.occasion);
  return {kind, person, shown.ref.empty() ? nullptr : note_of_id(summary, shown.ref),
          kind == Occasion::Kind::date ? date_on(*person, shown.day) : nullptr};
}

/// The note of the occasion, or what the date is.
std::string words_of(const Occasion& occasion, const NoteOf& note_of) {
  if (occasion.date != nullptr) return occasion.date->what;
  return occasion.note != nullptr && note_of ? note_of(*occasion.note) : "";
}

constexpr int recent_days = 30;  // for After::recent

/// What is wanted of suggestions of this act for this person. Only check-ins suit a long silence. A
/// setting of today counts only for a suggestion that was `asked_for`, not for that of the morning.
Preferences preferences_for(const PersonTotals* person, Act act, Day day, bool asked_for,
                            Preferences preferences) {
  if (person == nullptr) return preferences;
  const PersonFacts facts = asked_for ? person->facts() : person->facts_on(day);
  if (facts.place != Place::any) preferences.place = facts.place;
  if (facts.setting != Setting::any) preferences.setting = facts.setting;
  const auto last = person->met.until(day - 1);
  if (!last || day - last->day > recent_days) preferences.after = After::any;
  if (act == Act::check_in && is_out_of_touch(*person, day)) preferences.after = After::lasting;
  return preferences;
}

/// The wish together with what was asked for of the current suggestion.
PromptWish joined(PromptWish wish, const ShownSuggestion& current) {
  const Wishes& before = current.wish;
  if (!wish.act && before.act) wish.act = current.act;
  if (wish.person.empty() && before.person) wish.person = current.person;
  if (!wish.place) wish.place = before.place;
  wish.small = wish.small || before.small;
  return wish;
}

Wishes wishes_in(const PromptWish& wish, const PersonTotals* person) {
  return {wish.act.has_value(), person != nullptr, wish.small, wish.place};
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
  // One that is made of an occasion can be done in two minutes, anywhere.
  if ((!wish.small && !wish.place) || makes_suggestion(occasion_from_word(shown.suggestion)))
    return true;
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

/// What decides a suggestion that is not pinned.
struct Morning {
  const Summary& summary;
  Suggestions all;
  const ActChoiceState& state;
  const ResolvedSuggestion* current;
  Day day;
  std::uint64_t seed;
  const Preferences& preferences;

  bool may_show(Act act) const { return may_be_shown(state, act, day.number, seed); }
};

/// A suggestion that is bound to its day is a check-in, or the other act after a check-in.
Act bound_act(const Morning& morning, Act other) {
  for (auto last = morning.all.rbegin(); last != morning.all.rend(); ++last)
    if (last->day <= morning.day) return last->act == Act::check_in ? other : Act::check_in;
  return Act::check_in;
}

NamingRules rules_for(const Morning& morning, Act act, bool may_check_in) {
  return {act, may_check_in, morning.preferences.names_quiet,
          is_work_day(morning.preferences, morning.day)};
}

struct Chosen {
  Act act;
  Occasion occasion;
};

/// Whether another one is wanted than that of this occasion, which was shown on the day already.
bool is_passed_over(const Morning& morning, Occasion::Kind kind, const PersonTotals& person,
                    const PromptWish& wish) {
  return wish.another && std::ranges::any_of(morning.all, [&](const ResolvedSuggestion& each) {
           return each.day == morning.day && each.shown != nullptr &&
                  occasion_from_word(each.shown->suggestion) == kind &&
                  find_person(morning.summary, each.shown->person) == &person;
         });
}

/// The suggestion about a person who was asked for.
Chosen chosen_for(const Morning& morning, const PersonTotals& person, const ActChoice& choice,
                  const PromptWish& wish) {
  const auto& [summary, all, state, current, day, seed, preferences] = morning;
  if (!wish.act) {
    if (const OpenNote* ask = due_ask(summary, person, day, preferences.day_start);
        ask != nullptr && !is_passed_over(morning, Occasion::Kind::ask, person, wish))
      return {bound_act(morning, Act::listen), {Occasion::Kind::ask, &person, ask}};
    if (const PersonDate* date = date_on(person, day);
        date != nullptr && !is_passed_over(morning, Occasion::Kind::date, person, wish))
      return {bound_act(morning, Act::thank), {Occasion::Kind::date, &person, nullptr, date}};
  }
  const Act act = wished_act(current, choice, wish);
  const bool may_thank =
      act == Act::thank && !is_passed_over(morning, Occasion::Kind::kindness, person, wish);
  const OpenNote* kindness = may_thank ? open_kindness(summary, person, day) : nullptr;
  return {act, {kindness ? Occasion::Kind::kindness : Occasion::Kind::none, &person, kindness}};
}

/// The suggestion if neither an act nor a person was asked for. Occasions come first.
Chosen chosen_freely(const Morning& morning, const ActChoice& choice, const PromptWish& wish) {
  const auto& [summary, all, state, current, day, seed, preferences] = morning;
  if (current == nullptr || wish.another) {
    if (const Occasion ask =
            ask_to_suggest(summary, all, day, current ? day : day - 1, preferences.day_start);
        ask.person != nullptr)
      return {bound_act(morning, Act::listen), ask};
    if (const Occasion date = date_to_suggest(summary, all, day); date.person != nullptr)
      return {bound_act(morning, Act::thank), date};
  }
  if (current == nullptr && morning.may_show(Act::thank))
    if (const Occasion kindness = kindness_to_suggest(summary, all, day);
        kindness.person != nullptr)
      return {Act::thank, kindness};
  Act act = wished_act(current, choice, wish);
  const bool keeps_person = current != nullptr && !wish.another && current->act == act;
  if (keeps_person && !current->shown->person.empty())
    return {act, occasion_of(summary, *current->shown)};
  const bool may_check_in =
      act == Act::check_in || (!keeps_person && morning.may_show(Act::check_in));
  const Occasion occasion =
      person_to_name(summary, all, day, rules_for(morning, act, may_check_in));
  if (occasion.person != nullptr && is_out_of_touch(*occasion.person, day)) act = Act::check_in;
  return {act, occasion};
}

Chosen chosen(const Morning& morning, const ActChoice& choice, const PromptWish& wish) {
  const auto& [summary, all, state, current, day, seed, preferences] = morning;
  if (!wish.person.empty())
    if (const PersonTotals* person = find_person(summary, wish.person))
      return chosen_for(morning, *person, choice, wish);
  const bool keeps_act = current != nullptr && !wish.another && wish.act == current->act;
  if (!wish.act || keeps_act) return chosen_freely(morning, choice, wish);
  if (*wish.act == Act::thank)
    if (const Occasion kindness = kindness_to_suggest(summary, all, day);
        kindness.person != nullptr)
      return {Act::thank, kindness};
  const bool checks_in = *wish.act == Act::check_in;
  return {*wish.act, person_to_name(summary, all, day, rules_for(morning, *wish.act, checks_in))};
}

/// Fills in what is made of an occasion; `words`: its note.
void fill_in(Prompt& prompt, const Occasion& occasion, const std::string& words, Day day) {
  prompt.suggestion = slug(occasion.kind);
  prompt.text = occasion_text(occasion.kind, prompt.person, words);
  prompt.hint = occasion_hint(occasion.kind, day);
  if (occasion.kind == Occasion::Kind::kindness) prompt.noticed = words;
}

}  // namespace

bool is_done(const Prompt& prompt, const DayActs* acts) {
  if (makes_suggestion(prompt.occasion)) return prompt.is_closed;
  return acts != nullptr && acts->counts[index(prompt.act)] > 0;
}

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

LabelCounts label_counts_before(const Summary& summary, std::span<const ResolvedSuggestion> all,
                                Day day) {
  LabelCounts counts;
  if (summary.before) counts = summary.before->labels;
  for (const ResolvedSuggestion& each : all) {
    if (each.shown == nullptr || each.day >= day) continue;
    const Suggestion* item = built_in_suggestion(each.shown->suggestion);
    if (item == nullptr) continue;
    const DayActs* acts = acts_on(summary, each.day);
    const bool taken = !each.declined && acts != nullptr && acts->counts[index(each.act)] > 0;
    observe(counts, *item, !each.shown->person.empty(), taken);
  }
  return counts;
}

bool is_enough(const Summary& summary, Day day, const Bank& bank) {
  if (!summary.before) return true;
  if (day - summary.before->settled < longest_pause) return false;
  if (!summary.before->is_cut) return true;
  // Compare returns_after().
  std::array<std::size_t, 4> shown{}, items{};
  for (const ResolvedSuggestion& each : resolved_suggestions(summary))
    if (each.day <= day) ++shown[index(each.act)];
  for (const Suggestion* item : bank.items()) ++items[index(item->act)];
  return std::ranges::all_of(all_acts,
                             [&](Act act) { return shown[index(act)] >= items[index(act)] / 2; });
}

/// Whether the suggestion was made of a follow-up or a kindness, or was one of the user's own, that
/// was removed since.
bool is_gone(const Summary& summary, const ShownSuggestion& shown, const Bank& bank) {
  if (makes_suggestion(occasion_from_word(shown.suggestion)))
    return !shown.ref.empty() && note_of_id(summary, shown.ref) == nullptr;
  return uuid_from_text(shown.suggestion) && bank.find(shown.suggestion) == nullptr;
}

Prompt prompt_of(const Summary& summary, Day day, const Bank& bank, Preferences preferences,
                 const PromptWish& wished, const NoteOf& note_of) {
  const auto all = resolved_suggestions(summary);
  const std::uint64_t seed = seed_on(summary, day);
  const ResolvedSuggestion* current = suggestion_for(all, day);
  const ActChoiceState state = choice_state(summary, all, day);
  const ActChoice choice = choose_act(state, day.number, seed);
  Prompt prompt;
  Occasion occasion;
  PromptWish wish = wished;
  if (current != nullptr && is_gone(summary, *current->shown, bank)) wish.another = true;
  const bool stays = current != nullptr && is_as_wished(summary, *current->shown, bank, wish);
  if (stays) {
    prompt = pinned(summary, *current->shown, bank);
    occasion = occasion_of(summary, *current->shown);
  }
  if (current != nullptr) wish = joined(std::move(wish), *current->shown);
  prompt.wish = wishes_in(wish, wish.person.empty() ? nullptr : find_person(summary, wish.person));
  if (stays && prompt.wish != current->shown->wish) {
    // It is recorded again with the wish, so that the wish holds for the rest of the day.
    prompt.instead_of = std::exchange(prompt.record, {});
  } else if (!stays) {
    if (wish.never && current != nullptr) {
      if (!wish.act) wish.act = current->act;
      if (wish.person.empty()) wish.person = current->shown->person;
    }
    const Chosen found =
        chosen({summary, all, state, current, day, seed, preferences}, choice, wish);
    prompt.act = found.act;
    occasion = found.occasion;
    prompt.never = wish.never && current != nullptr;
    if (current != nullptr) prompt.instead_of = summary.id_text(current->shown->stamp.id);
    if (occasion.person != nullptr) prompt.person = occasion.person->name;
    preferences = preferences_for(occasion.person, prompt.act, day,
                                  current != nullptr || !wish.person.empty(), preferences);
    preferences.place = wish.place.value_or(preferences.place);
    preferences.small = wish.small;
    if (!makes_suggestion(occasion.kind)) {
      auto items =
          bank.fitting(prompt.act, preferences_on(day, preferences), occasion.person != nullptr);
      leave_out_unwanted(items, summary, day, wish.never ? current : nullptr);
      fill_in(prompt, picked_suggestion(
                          all, seed, items, prompt.act, day, returns_after(bank, prompt.act),
                          label_counts_before(summary, all, day), occasion.person != nullptr));
    }
  }
  prompt.occasion = occasion.kind;
  if (occasion.note != nullptr) {
    prompt.ref = summary.id_text(occasion.note->stamp.id);
    const auto is_settled = occasion.kind == Occasion::Kind::ask ? was_met : was_thanked;
    prompt.is_closed = is_settled(*occasion.person, occasion.note->when(), day);
  } else if (occasion.date != nullptr) {
    const auto met = occasion.person->met.until(day);
    prompt.is_closed = met && met->day == day;
  }
  const std::string words = words_of(occasion, note_of);
  if (makes_suggestion(occasion.kind))
    fill_in(prompt, occasion, words, day);
  else if (occasion.person != nullptr)
    warm_up(prompt, summary, *occasion.person, day);
  const bool asked = !stays || std::ranges::any_of(all, [&](const ResolvedSuggestion& shown) {
    return shown.day == day && shown.declined;
  });
  prompt.why = occasion.kind != Occasion::Kind::none
                   ? occasion_why(occasion, words, day, preferences.day_start)
                   : why_words(prompt, choice, asked, find_person(summary, prompt.person), day);
  return prompt;
}

}  // namespace connect
