// The choice of an act: deterministic, true to its formula, and each choice with a true reason.
#include "domain/suggest/act_choice.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>
#include <set>
#include <type_traits>
#include <vector>

namespace connect::act_choice_test {

using Kind = ActReason::Kind;

static_assert(std::is_trivially_copyable_v<ActChoiceState>);
static_assert(std::has_unique_object_representations_v<ActChoiceState>);

namespace {

constexpr std::uint64_t histories_seed = 20'240'607;
constexpr int histories = 20'000;
constexpr std::int32_t friday = 20'000;  // 2024-10-04
constexpr std::int32_t saturday = friday + 1;
constexpr std::int64_t one = 65'536;

bool weekend(std::int32_t day) { return ((std::int64_t{day} + 3) % 7 + 7) % 7 >= 5; }

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  int below(int n) { return static_cast<int>(random_() % static_cast<std::uint64_t>(n)); }
  bool chance(int percent) { return below(100) < percent; }

 private:
  std::mt19937_64 random_;
};

// A life as the command would record it: some days missed, some prompts declined, some acts done
// unasked.
struct History {
  std::uint64_t seed{};
  std::int32_t day{};
  ActChoiceState state;
  std::vector<PromptOutcome> shown;
  std::array<std::int32_t, act_count> done{never, never, never, never};
};

void live_a_day(History& history, Dice& dice, const std::array<int, act_count>& taste) {
  history.day += 1 + (dice.chance(30) ? dice.below(9) : 0);
  const int declines = dice.chance(25) ? dice.below(6) : 0;
  for (int k = 0; k <= declines; ++k) {
    const Act act = choose_act(history.state, history.day, history.seed).act;
    const bool taken = dice.chance(k < declines ? 5 : taste[index(act)]);
    history.shown.push_back({history.day, act, taken, k < declines});
    observe(history.state, history.shown.back());
    if (taken) history.done[index(act)] = history.day;
  }
  for (std::size_t a = 0; a < act_count; ++a) {
    if (!dice.chance(taste[a] / 6)) continue;
    observe_done(history.state, static_cast<Act>(a), history.day);
    history.done[a] = history.day;
  }
}

template <class Check>
void for_each_history(int count, std::uint64_t seed, Check check) {
  Dice dice(seed);
  for (int i = 0; i < count; ++i) {
    History history{.seed = static_cast<std::uint64_t>(i) * 77,
                    .day = dice.below(60'000) - 30'000,
                    .state = {},
                    .shown = {}};
    std::array<int, act_count> taste{};
    for (int& percent : taste) percent = dice.below(101);
    const int days = 5 + dice.below(30);
    for (int d = 0; d < days; ++d) live_a_day(history, dice, taste);
    ++history.day;
    check(history);
  }
}

bool repeats(const std::vector<PromptOutcome>& shown) {
  return std::ranges::adjacent_find(shown, {}, &PromptOutcome::act) != shown.end();
}

bool every_window_is_full(const std::vector<PromptOutcome>& shown) {
  for (std::size_t i = 0; i + 7 <= shown.size(); ++i) {
    std::set<Act> acts;
    for (std::size_t j = i; j < i + 7; ++j) acts.insert(shown[j].act);
    if (acts.size() < act_count) return false;
  }
  return true;
}

bool counts_are_true(const History& history, const ActChoice& choice) {
  std::vector<bool> outcomes;
  for (const PromptOutcome& prompt : history.shown)
    if (prompt.act == choice.act && weekend(prompt.day) == weekend(history.day))
      outcomes.push_back(prompt.taken);
  const auto asked = std::min<std::ptrdiff_t>(10, std::ssize(outcomes));
  const auto taken = std::count(outcomes.end() - asked, outcomes.end(), true);
  return choice.reason.asked == asked && choice.reason.taken == taken && asked >= 3 && taken > 0 &&
         choice.reason.weekend == weekend(history.day);
}

bool reason_is_true(const History& history, const ActChoice& choice) {
  const std::int32_t done = history.done[index(choice.act)];
  const auto last = std::find_if(history.shown.rbegin(), history.shown.rend(),
                                 [&](const PromptOutcome& p) { return p.act == choice.act; });
  switch (choice.reason.kind) {
    case Kind::first_days: return history.shown.size() < 8;
    case Kind::due:
    case Kind::fresh: return choice.reason.days == history.day - last->day;
    case Kind::need: return choice.reason.days == (done == never ? never : history.day - done);
    case Kind::receptive: return counts_are_true(history, choice);
    case Kind::even: return true;
  }
  return false;
}

// The formula in real numbers.
double ripe(double asked, double done) {
  return (1 - 0.6 * std::pow(0.7, asked - 1)) * (1 - 0.7 * std::pow(0.75, done - 1));
}

double real(std::int64_t fixed) { return static_cast<double>(fixed) / 65'536; }

double real_receptivity(const ActStatistics& act, std::int32_t day, std::int64_t weekday_gain) {
  double n = 0, s = 0, n_of_type = 0, s_of_type = 0;
  const auto weekday = static_cast<std::size_t>(((std::int64_t{day} + 3) % 7 + 7) % 7);
  for (std::size_t d = 0; d < 7; ++d) {
    n += real(act.trials[d]);
    s += real(act.successes[d]);
    if ((d >= 5) != (weekday >= 5)) continue;
    n_of_type += real(act.trials[d]);
    s_of_type += real(act.successes[d]);
  }
  const double m = (s + 3.2) / (n + 8);
  const double t = (s_of_type + 12 * m) / (n_of_type + 12);
  const double u = (real(act.successes[weekday]) + 6 * t) / (real(act.trials[weekday]) + 6);
  const double p = t + std::clamp(0.5 + real(weekday_gain), 0.0, 1.0) * (u - t);
  return p + 0.5 * std::sqrt(p * (1 - p) / (n + 9));
}

double real_score(const ActChoiceState& state, const ActStatistics& act, std::int32_t day) {
  const double asked = std::max(1.0, static_cast<double>(day) - act.asked_day);
  const double done = std::max(1.0, static_cast<double>(day) - act.done_day);
  const double today = ripe(asked, done);
  const double x = real_receptivity(act, day, state.weekday_gain);
  double mean = 0;
  for (std::int32_t d = 0; d < 7; ++d)
    mean += real_receptivity(act, day + d, state.weekday_gain) / 7;
  const double score = x * today - 2 * mean * (ripe(asked + 1, done + 1) - today);
  return score >= x / 64 ? score : x / 128 + score / 1024;
}

// Amounts spread over the days of the week: `weekdays` over Monday to Friday, `weekend` over two.
std::array<std::int64_t, 7> by_day(std::int64_t weekdays, std::int64_t weekend) {
  const std::int64_t a = weekdays * one / 5, b = weekend * one / 2;
  return {a, a, a, a, a, b, b};
}

// Four acts alike in everything on the given day; check-in was the last shown, offer the one
// before, ...
ActChoiceState alike(std::int32_t day) {
  ActChoiceState state{.shown = 40, .acts = {}};
  for (std::size_t a = 0; a < act_count; ++a) {
    ActStatistics& act = state.acts[a];
    act.trials = by_day(10, 10);
    act.successes = by_day(4, 4);
    act.turn = 40 - static_cast<std::int64_t>(a);
    act.asked_day = day - 4;
    act.done_day = day - 4;
    act.recent = {0xfU, 0xfU};
    act.known = {10, 10};
  }
  return state;
}

// The act preferred by nearly all seeds when `change` is made to `listen`.
template <class Change>
bool preferred(std::int32_t day, Change change) {
  ActChoiceState state = alike(day);
  change(state.acts[index(Act::listen)]);
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    if (choose_act(state, day, seed).act != Act::listen) return false;
  return true;
}

template <class Change>
ActReason reason_for(std::int32_t day, Change change) {
  ActChoiceState state = alike(day);
  change(state.acts[index(Act::listen)]);
  return choose_act(state, day, 1).reason;
}

}  // namespace

TEST_CASE(
    "over random histories no act comes twice running and none waits for more than seven prompts") {
  std::printf("engine: %d histories, seed %llu\n", histories,
              static_cast<unsigned long long>(histories_seed));
  std::size_t prompts = 0;
  for_each_history(histories, histories_seed, [&](const History& history) {
    prompts += history.shown.size();
    REQUIRE_FALSE(repeats(history.shown));
    REQUIRE(every_window_is_full(history.shown));
  });
  CHECK(prompts > 500'000);
}

TEST_CASE("the same state, day and seed give the same choice, also when folded anew") {
  for_each_history(2'000, histories_seed + 1, [](const History& history) {
    ActChoiceState again{};
    for (std::size_t a = 0; a < act_count; ++a)
      if (history.done[a] != never) observe_done(again, static_cast<Act>(a), history.done[a]);
    for (const PromptOutcome& prompt : history.shown) observe(again, prompt);
    REQUIRE(again == history.state);
    REQUIRE(choose_act(again, history.day, history.seed) ==
            choose_act(history.state, history.day, history.seed));
  });
}

TEST_CASE("the ranking is what one decline after another brings") {
  for_each_history(2'000, histories_seed + 2, [](const History& history) {
    const ActChoice first = choose_act(history.state, history.day, history.seed);
    ActChoiceState state = history.state;
    for (const Act expected : first.ranking) {
      REQUIRE(choose_act(state, history.day, history.seed).act == expected);
      observe(state, {history.day, expected, false, true});
    }
    REQUIRE(std::set<Act>(first.ranking.begin(), first.ranking.end()).size() == act_count);
  });
}

TEST_CASE("a fifth choice after four declines starts another round") {
  for_each_history(500, histories_seed + 3, [](const History& history) {
    ActChoiceState state = history.state;
    const ActChoice first = choose_act(state, history.day, history.seed);
    for (const Act act : first.ranking) observe(state, {history.day, act, false, true});
    REQUIRE(choose_act(state, history.day, history.seed).act == first.act);
  });
}

TEST_CASE("every reason is true of the history, and every kind occurs") {
  std::array<int, 6> kinds{};
  for_each_history(histories, histories_seed + 4, [&](const History& history) {
    const ActChoice choice = choose_act(history.state, history.day, history.seed);
    REQUIRE(reason_is_true(history, choice));
    ++kinds[static_cast<std::size_t>(choice.reason.kind)];
  });
  for (const int count : kinds) CHECK(count > 50);
}

TEST_CASE("the integers follow the formula in real numbers") {
  for_each_history(4'000, histories_seed + 5, [](const History& history) {
    const ActChoice choice = choose_act(history.state, history.day, history.seed);
    if (choice.reason.kind == Kind::first_days || choice.reason.kind == Kind::due) return;
    const ActChoiceState& state = history.state;
    const double chosen = real_score(state, state.acts[index(choice.act)], history.day);
    for (const ActStatistics& act : state.acts)
      if (act.turn != state.shown) REQUIRE(real_score(state, act, history.day) <= chosen + 2e-4);
  });
}

TEST_CASE("the first eight prompts are the four in the seed's order, twice") {
  std::set<std::array<Act, 4>> orders;
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    ActChoiceState state{};
    const auto order = choose_act(state, friday, seed).ranking;
    orders.insert(order);
    for (std::int32_t k = 0; k < 8; ++k) {
      const ActChoice choice = choose_act(state, friday + k, seed);
      REQUIRE(choice.act == order[static_cast<std::size_t>(k % 4)]);
      REQUIRE(choice.reason.kind == Kind::first_days);
      observe(state, {friday + k, choice.act, k % 2 == 0, false});
    }
    REQUIRE(choose_act(state, friday + 8, seed).reason.kind != Kind::first_days);
  }
  CHECK(orders.size() == 24);
}

TEST_CASE("between acts alike in everything the seed and the day decide") {
  std::set<Act> by_seed;
  std::set<Act> by_day;
  for (std::int32_t k = 0; k < 50; ++k) {
    by_seed.insert(choose_act(alike(friday), friday, static_cast<std::uint64_t>(k)).act);
    by_day.insert(choose_act(alike(friday + k), friday + k, 0).act);
  }
  CHECK(by_seed == std::set{Act::offer, Act::listen, Act::thank});
  CHECK(by_day == by_seed);
  CHECK(choose_act(alike(friday), friday, 1).reason.kind == Kind::even);
}

TEST_CASE("an act taken up more often is preferred, and says how often") {
  const auto often = [](ActStatistics& act) {
    act.successes = by_day(7, 4);
    act.recent[0] = 0x7fU;
  };
  CHECK(preferred(friday, often));
  CHECK(reason_for(friday, often) == ActReason{Kind::receptive, false, never, 7, 10});
}

TEST_CASE("weekdays and weekends have chances of their own") {
  const auto on_weekends = [](ActStatistics& act) { act.successes = by_day(1, 7); };
  CHECK(preferred(saturday, on_weekends));
  CHECK(preferred(saturday + 1, on_weekends));
  CHECK_FALSE(preferred(friday, on_weekends));
  CHECK_FALSE(preferred(saturday + 2, on_weekends));
  CHECK(preferred(-5, on_weekends));  // 1969-12-27, a Saturday
  CHECK(preferred(-4, on_weekends));
  CHECK_FALSE(preferred(-6, on_weekends));
  CHECK_FALSE(preferred(-3, on_weekends));
}

TEST_CASE("a day of the week counts as far as such days have told more than weekdays do") {
  const auto on_fridays = [](ActStatistics& act) { act.successes[4] = act.trials[4]; };
  CHECK(preferred(friday, on_fridays));
  ActChoiceState state = alike(friday);
  on_fridays(state.acts[index(Act::listen)]);
  const auto score = [&](std::int64_t gain) {
    state.weekday_gain = gain;
    return real_score(state, state.acts[index(Act::listen)], friday);
  };
  CHECK(score(one / 2) > score(0));
  CHECK(score(0) > score(-one / 2));
  CHECK(score(one) == score(one / 2));
}

TEST_CASE("what days of the week have told grows with a weekly habit, and not without one") {
  const auto after_a_year = [](auto takes) {
    ActChoiceState state{};
    for (std::int32_t day = friday; day < friday + 364; ++day)
      for (std::size_t a = 0; a < act_count; ++a)
        observe(state, {day, static_cast<Act>(a), takes(day), false});
    return state.weekday_gain;
  };
  CHECK(after_a_year([](std::int32_t day) { return day % 7 == friday % 7; }) > one);
  CHECK(after_a_year([](std::int32_t day) { return day % 2 == 0; }) < one / 2);
}

TEST_CASE("what one day type shows counts a little for the other") {
  CHECK(preferred(friday, [](ActStatistics& act) { act.successes = by_day(4, 9); }));
}

TEST_CASE("an act that has not come up for longer is preferred, and says for how long") {
  const auto rested = [](ActStatistics& act) { act.asked_day -= 3; };
  CHECK(preferred(friday, rested));
  CHECK(reason_for(friday, rested) == ActReason{Kind::fresh, false, 7, 0, 0});
}

TEST_CASE("an act not done for longer is preferred, and says for how long") {
  const auto missed = [](ActStatistics& act) { act.done_day -= 2; };
  CHECK(preferred(friday, missed));
  CHECK(reason_for(friday, missed) == ActReason{Kind::need, false, 6, 0, 0});
  CHECK(reason_for(friday, [](ActStatistics& act) { act.done_day = never; }) ==
        ActReason{Kind::need, false, never, 0, 0});
}

TEST_CASE("of two acts with the same rate the less known is preferred") {
  CHECK(preferred(friday, [](ActStatistics& act) {
    act.trials = by_day(5, 5);
    act.successes = by_day(2, 2);
  }));
}

TEST_CASE(
    "an act that still ripens quickly is left for later, though its score today is a little "
    "higher") {
  ActChoiceState state = alike(friday);
  for (ActStatistics& act : state.acts) {
    act.asked_day = friday - 12;
    act.done_day = friday - 30;
  }
  ActStatistics& listen = state.acts[index(Act::listen)];
  listen.asked_day = friday - 2;
  listen.successes = by_day(9, 9);  // x r q: 0.86 x 0.58 against 0.44 x 0.99
  CHECK(choose_act(state, friday, 1).act != Act::listen);
  listen.asked_day = friday - 5;
  CHECK(choose_act(state, friday, 1).act == Act::listen);
}

TEST_CASE("an act that is due comes before any better one") {
  ActChoiceState state = alike(friday);
  state.acts[index(Act::thank)].turn = 34;
  state.acts[index(Act::thank)].successes = {};
  state.acts[index(Act::thank)].done_day = friday - 1;
  const ActChoice choice = choose_act(state, friday, 1);
  CHECK(choice.act == Act::thank);
  CHECK(choice.reason == ActReason{Kind::due, false, 4, 0, 0});
  state.acts[index(Act::thank)].turn = 35;
  CHECK(choose_act(state, friday, 1).act != Act::thank);
}

TEST_CASE("later prompts weigh more than earlier ones") {
  ActChoiceState state{};
  for (std::int32_t k = 0; k < 80; ++k)
    for (std::size_t a = 0; a < act_count; ++a)
      observe(state, {friday - 200 + k, static_cast<Act>(a), (k < 40) == (a < 2), false});
  for (ActStatistics& act : state.acts) act.asked_day = act.done_day = friday - 4;
  state.acts[index(Act::thank)].turn = state.shown - 3;
  state.acts[index(Act::check_in)].turn = state.shown;
  CHECK(choose_act(state, friday, 1).act != Act::offer);
  CHECK(state.acts[0].successes[0] < state.acts[3].successes[0]);
}

TEST_CASE("every prompt fades what is known of all four acts by half a percent") {
  ActChoiceState state{};
  observe(state, {friday, Act::offer, true, false});
  observe(state, {saturday, Act::thank, false, false});
  const std::int64_t faded = one - one / 200;
  using Week = std::array<std::int64_t, 7>;
  CHECK(state.acts[index(Act::offer)].trials == Week{0, 0, 0, 0, faded, 0, 0});
  CHECK(state.acts[index(Act::offer)].successes == Week{0, 0, 0, 0, faded, 0, 0});
  CHECK(state.acts[index(Act::thank)].trials == Week{0, 0, 0, 0, 0, one, 0});
}

TEST_CASE("the reason is the factor that differs most, and nothing when no other act is left") {
  const auto both = [](std::int32_t days) {
    return [days](ActStatistics& act) {
      act.successes = by_day(6, 4);
      act.recent[0] = 0x3fU;
      act.done_day = friday - days;
    };
  };
  CHECK(reason_for(friday, both(5)).kind == Kind::receptive);
  CHECK(reason_for(friday, both(20)).kind == Kind::need);
  ActChoiceState state = alike(friday);
  state.acts[index(Act::check_in)].done_day = never;
  for (const Act act : {Act::offer, Act::listen, Act::thank})
    observe(state, {friday, act, false, true});
  CHECK(choose_act(state, friday, 1).act == Act::check_in);
  CHECK(choose_act(state, friday, 1).reason == ActReason{});
}

TEST_CASE("a declined prompt is shown, and half a failure; one done all the same is a success") {
  const auto after = [](bool taken, bool declined) {
    ActChoiceState state{};
    observe(state, {friday, Act::offer, taken, declined});
    return state.acts[index(Act::offer)];
  };
  CHECK(after(false, false).trials[4] == one);
  CHECK(after(false, true).trials[4] == one / 2);
  CHECK(after(true, true).trials[4] == one);
  CHECK(after(true, true).successes[4] == one);
  CHECK(after(false, true).turn == 1);
  CHECK(after(false, true).declined_day == friday);
  CHECK(after(true, false).done_day == friday);
}

TEST_CASE("acts logged in any order, and twice, leave the same memory") {
  ActChoiceState forwards{};
  ActChoiceState backwards{};
  for (const std::int32_t day : {1, 5, 9, 9}) observe_done(forwards, Act::thank, day);
  for (const std::int32_t day : {9, 5, 1}) observe_done(backwards, Act::thank, day);
  CHECK(forwards == backwards);
}

TEST_CASE("a foreign history is healed: an act never shown is due at once, and nothing repeats") {
  ActChoiceState state{};
  for (std::int32_t k = 0; k < 20; ++k)
    observe(state, {friday + k, k % 2 == 0 ? Act::offer : Act::listen, true, false});
  std::vector<PromptOutcome> shown;
  for (std::int32_t k = 20; k < 60; ++k) {
    shown.push_back({friday + k, choose_act(state, friday + k, 3).act, k % 3 == 0, false});
    observe(state, shown.back());
  }
  CHECK(std::set{shown[0].act, shown[1].act} == std::set{Act::check_in, Act::thank});
  CHECK_FALSE(repeats(shown));
  CHECK(every_window_is_full(shown));
}

TEST_CASE("the ends of the calendar and a very long history overflow nothing") {
  constexpr std::int32_t first = std::numeric_limits<std::int32_t>::min() + 1;
  constexpr std::int32_t last = std::numeric_limits<std::int32_t>::max();
  ActChoiceState state{};
  for (std::int32_t k = 0; k < 20; ++k)
    observe(state, {first + k, choose_act(state, first + k, 0).act, true, false});
  CHECK(choose_act(state, last, std::numeric_limits<std::uint64_t>::max()).reason.days >= never);
  observe_done(state, Act::thank, last);
  CHECK(choose_act(state, first + 20, 9).ranking.size() == act_count);
  for (std::int32_t k = 0; k < 500'000; ++k)
    observe(state, {last - 500'000 + k, static_cast<Act>(k % 4), true, false});
  state.shown += std::int64_t{1} << 40;
  for (ActStatistics& act : state.acts) {
    act.turn += std::int64_t{1} << 40;
    CHECK(act.trials[0] + act.trials[1] <= 101 * one);
    CHECK(act.successes[0] <= act.trials[0]);
  }
  CHECK(choose_act(state, last, 0).act != static_cast<Act>(499'999 % 4));
}

}  // namespace connect::act_choice_test
