// The guarantees come first, then the scores of act_scores.cpp, then the reason.

#include "domain/suggest/act_choice.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "domain/suggest/act_scores.hpp"

namespace connect {
namespace {

constexpr std::int64_t first_prompts = 8;  // before that, the four acts take turns
constexpr std::int64_t window_turns = 7;   // every act is shown within so many prompts
constexpr std::int64_t fading = 200;       // each prompt takes 1/200 off the sums so far
constexpr int recent_size = 10;            // outcomes kept for each act and day type, below 32
constexpr std::int64_t barred = -1;        // the score of an act that must not be shown

using AllFactors = std::array<Factors, act_count>;
using Order = std::array<std::size_t, act_count>;

std::uint64_t hash(std::uint64_t seed, std::int64_t day, std::size_t act) {  // splitmix64
  std::uint64_t x =
      seed + 0x9e3779b97f4a7c15U * (static_cast<std::uint64_t>(day) * act_count + act + 1);
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

/// The factors of all four acts. The act shown last and those declined today are barred.
AllFactors all_factors(const ActChoiceState& state, std::int32_t day) {
  AllFactors all{};
  for (std::size_t a = 0; a < act_count; ++a) {
    const ActStatistics& act = state.acts[a];
    all[a] = factors(act, day, state.weekday_gain);
    if (act.turn == state.shown || act.declined_day == day) all[a].score = barred;
  }
  return all;
}

template <class Key>
Order ordered_by(Key key) {
  Order order{0, 1, 2, 3};
  std::ranges::sort(order, {}, key);
  return order;
}

Order best_first(const AllFactors& all, std::int32_t day, std::uint64_t seed) {
  return ordered_by([&](std::size_t act) {
    return std::pair{-all[act].score, hash(seed, day, act)};
  });
}

/// The act shown longest ago; of those never shown, the first in the seed's order.
std::size_t oldest_act(const ActChoiceState& state, std::uint64_t seed) {
  return ordered_by([&](std::size_t act) {
    return std::pair{state.acts[act].turn, hash(seed, -1, act)};
  })[0];
}

/// Whether the oldest act must be shown now, so that no act waits for more than seven prompts: of
/// the acts in the order in which they were shown last, the one at place j must be shown within j
/// more prompts.
bool is_due(const ActChoiceState& state) {
  std::array<std::int64_t, act_count> turns{};
  for (std::size_t a = 0; a < act_count; ++a) turns[a] = state.acts[a].turn;
  std::ranges::sort(turns);
  for (std::size_t place = 0; place < act_count; ++place)
    if (window_turns - (state.shown + 1 - turns[place]) <= static_cast<std::int64_t>(place))
      return true;
  return false;
}

std::int32_t days_since(std::int32_t then, std::int32_t day) {
  const std::int64_t days = std::int64_t{day} - then;
  return then == never ? never
                       : static_cast<std::int32_t>(std::clamp<std::int64_t>(days, 0, 1'000'000));
}

/// The counts for "7 of 10"; empty if there are fewer than 3, or if the rate is not above the
/// average of the four acts.
ActReason counts(const ActChoiceState& state, std::size_t act, std::size_t type) {
  std::int32_t taken = 0;
  std::int32_t asked = 0;
  for (const ActStatistics& each : state.acts) {
    taken += std::popcount(each.recent[type]);
    asked += each.known[type];
  }
  const std::int32_t own_taken = std::popcount(state.acts[act].recent[type]);
  const std::int32_t own_asked = state.acts[act].known[type];
  if (own_asked < 3 || own_taken * asked <= taken * own_asked) return {};
  return {.kind = ActReason::Kind::receptive,
          .weekend = type == 1,
          .taken = own_taken,
          .asked = own_asked};
}

/// The factor with the largest ratio to that of the runner-up, among those with a fact to state.
ActReason compared(const ActChoiceState& state, const AllFactors& all, const Order& order,
                   std::int32_t day) {
  const Factors& best = all[order[0]];
  const Factors& next = all[order[1]];
  const ActStatistics& act = state.acts[order[0]];
  Fixed largest = one;
  ActReason reason{};
  const auto consider = [&](Fixed mine, Fixed other, const ActReason& candidate) {
    if (candidate.kind == ActReason::Kind::even || mine * one / other <= largest) return;
    largest = mine * one / other;
    reason = candidate;
  };
  consider(best.need, next.need,
           {.kind = ActReason::Kind::need, .days = days_since(act.done_day, day)});
  consider(best.freshness, next.freshness,
           {.kind = ActReason::Kind::fresh, .days = days_since(act.asked_day, day)});
  consider(best.receptivity, next.receptivity, counts(state, order[0], day_type(weekday_of(day))));
  return reason;
}

struct Pick {
  std::size_t act;
  ActReason reason;
};

Pick pick(const ActChoiceState& state, std::int32_t day, std::uint64_t seed) {
  const std::size_t oldest = oldest_act(state, seed);
  if (state.shown < first_prompts) return {oldest, {.kind = ActReason::Kind::first_days}};
  if (is_due(state))
    return {oldest,
            {.kind = ActReason::Kind::due, .days = days_since(state.acts[oldest].asked_day, day)}};
  const AllFactors all = all_factors(state, day);
  const Order best = best_first(all, day, seed);
  if (all[best[0]].score == barred)
    return {oldest, {}};  // all four were declined today: start over
  if (all[best[1]].score == barred) return {best[0], {}};  // no runner-up left
  return {best[0], compared(state, all, best, day)};
}

Fixed faded(Fixed sum) { return sum - sum / fading; }

}  // namespace

void observe(ActChoiceState& state, const PromptOutcome& prompt) {
  ActStatistics& act = state.acts[static_cast<std::size_t>(prompt.act)];
  const std::size_t weekday = weekday_of(prompt.day);
  if (!prompt.declined || prompt.taken)
    state.weekday_gain = faded(state.weekday_gain) + gain(rates(act, weekday), prompt.taken);
  for (ActStatistics& each : state.acts) {
    std::ranges::transform(each.trials, each.trials.begin(), faded);
    std::ranges::transform(each.successes, each.successes.begin(), faded);
  }
  const std::size_t type = day_type(weekday);
  act.trials[weekday] += prompt.declined && !prompt.taken ? one / 2 : one;
  act.successes[weekday] += prompt.taken ? one : 0;
  act.recent[type] =
      (act.recent[type] << 1U | (prompt.taken ? 1U : 0U)) & ((1U << recent_size) - 1);
  act.known[type] = static_cast<std::uint16_t>(std::min(act.known[type] + 1, recent_size));
  act.turn = ++state.shown;
  act.asked_day = prompt.day;
  if (prompt.declined) act.declined_day = prompt.day;
  if (prompt.taken) observe_done(state, prompt.act, prompt.day);
}

void observe_done(ActChoiceState& state, Act act, std::int32_t day) {
  std::int32_t& done = state.acts[static_cast<std::size_t>(act)].done_day;
  done = std::max(done, day);
}

bool may_be_shown(const ActChoiceState& state, Act act, std::int32_t day, std::uint64_t seed) {
  const auto number = static_cast<std::size_t>(act);
  if (state.shown < first_prompts || is_due(state)) return oldest_act(state, seed) == number;
  return all_factors(state, day)[number].score != barred;
}

ActChoice choose_act(const ActChoiceState& state, std::int32_t day, std::uint64_t seed) {
  const Pick first = pick(state, day, seed);
  ActChoice choice{static_cast<Act>(first.act), first.reason, {}};
  ActChoiceState after = state;
  for (Act& act : choice.ranking) {
    act = static_cast<Act>(pick(after, day, seed).act);
    observe(after, {.day = day, .act = act, .taken = false, .declined = true});
  }
  return choice;
}

}  // namespace connect
