// How often the feelings analysis sees something that is not there, and something that is.
// Histories are made up from an AR(1) mood; answers are whole points from 0 to 10. Fixed seed, so a
// changed table means changed code. `--long` repeats more, `--json` prints one object.
// Every rate is at the nominal 5 % level; "90% covers" is how often the interval holds the true
// value. Where acts follow low days, feeling -> next act is no false alarm: moods last, so a low
// day does foretell an act. It goes together without being a cause, which is what the sentence
// says.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <numbers>
#include <string>
#include <vector>

#include "domain/feelings/feelings.hpp"
#include "domain/feelings/feelings_parts.hpp"

namespace {

using connect::FeelingHistory;

/// xoshiro256**, its state filled by splitmix64: the same numbers on every compiler.
/// Source: Blackman & Vigna, "Scrambled linear pseudorandom number generators" (2021).
class Xoshiro256 {
 public:
  explicit Xoshiro256(std::uint64_t seed) {
    for (auto& word : state_) {
      seed += 0x9e3779b97f4a7c15U;
      std::uint64_t mixed = seed;
      mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
      mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
      word = mixed ^ (mixed >> 31);
    }
  }
  /// A double in [0, 1), a multiple of 2^-53.
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

 private:
  std::uint64_t next() {
    const std::uint64_t scrambled = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return scrambled;
  }

  std::array<std::uint64_t, 4> state_{};
};

constexpr double ordinary = 5.5, spread = 1.8;
constexpr double carry_within_day = 0.5, carry_between_days = 0.5;

double normal(Xoshiro256& random) {
  const double radius = std::sqrt(-2 * std::log(1 - random.unit()));
  return radius * std::cos(2 * std::numbers::pi * random.unit());
}

/// The next mood of a stationary AR(1) process, as distance from the ordinary.
double carried(double mood, double carry, Xoshiro256& random) {
  return carry * mood + spread * std::sqrt(1 - carry * carry) * normal(random);
}

int answered(double mood) {
  return static_cast<int>(std::clamp(std::lround(ordinary + mood), 0L, 10L));
}

connect::Feelings calm(double mood) {
  return connect::Feelings{{-1, -1, static_cast<std::int8_t>(answered(mood))}};
}

/// Acts on low mornings only, a pair for each of the first 30. Whatever happens there is a check-in
/// on 30 mornings: every third one, or the 30 in the middle.
FeelingHistory before_after_history(double effect, bool spread_out, Xoshiro256& random) {
  FeelingHistory history;
  double evening = spread * normal(random);
  for (std::int32_t day = 0; day < 90; ++day) {
    const double morning = carried(evening, carry_within_day, random);
    evening = carried(morning, carry_within_day, random);
    if (spread_out ? day % 3 == 0 : day / 30 == 1)
      history.check_ins.push_back({day, calm(morning)});
    if (morning < 0 && history.pairs.size() < 30 && random.unit() < 0.75) {
      history.pairs.push_back({day, calm(morning), calm(evening + effect)});
    }
  }
  history.usual = history.check_ins;
  return history;
}

enum class Rhythm { low_days, own_habit, after_good_days };

/// Whether today sees an act: by low mood, by habit (runs of about four days), or after a good day.
bool is_act_day(Rhythm rhythm, bool yesterday, double mood, double mood_before,
                Xoshiro256& random) {
  const double chance = random.unit();
  if (rhythm == Rhythm::low_days) return chance < (mood < 0 ? 0.65 : 0.2);
  if (rhythm == Rhythm::own_habit) return yesterday ? chance < 0.75 : chance < 0.25;
  return chance < (mood_before > 0 ? 0.6 : 0.3);
}

/// A check-in every day; `effect` lifts the mood of the day after an act, `drift` is points a day.
FeelingHistory loop_history(int days, Rhythm rhythm, double effect, double drift,
                            Xoshiro256& random) {
  FeelingHistory history;
  double mood = spread * normal(random);
  bool act = false;
  const std::int32_t middle = days / 2;
  for (std::int32_t day = 0; day < days; ++day) {
    const double before = mood;
    mood = carried(mood, carry_between_days, random) + (act ? effect : 0);
    act = is_act_day(rhythm, act, mood, before, random);
    history.check_ins.push_back({day, calm(mood + drift * (day - middle))});
    if (act) history.act_days.push_back(day);
  }
  history.last_day = days - 1;
  return history;
}

/// Hits among the histories in which the question could be put.
struct Rate {
  std::string what;
  int hits = 0, tries = 0;
  void count(bool hit) { ++tries, hits += hit ? 1 : 0; }
  double percent() const { return tries == 0 ? 0 : 100.0 * hits / tries; }
};

bool holds(const connect::ConfidenceInterval& interval, double truth) {
  return interval.low <= truth && truth <= interval.high;
}

std::vector<Rate> before_after_rates(const std::string& name, double effect, bool spread_out,
                                     int repetitions) {
  std::vector<Rate> rates{{name + ": naive before/after"},
                          {name + ": corrected intercept"},
                          {name + ": corrected, 90% covers"}};
  Xoshiro256 random(11);
  for (int i = 0; i < repetitions; ++i) {
    const auto numbers = feeling_numbers(before_after_history(effect, spread_out, random),
                                         connect::FeelingItem::calm);
    const auto change = connect::feeling_change(numbers);
    const auto corrected = connect::corrected_change(numbers);
    if (!change || !corrected) continue;
    rates[0].count(change->p <= 0.05);
    rates[1].count(!holds(connect::t_interval(*corrected, 0.95), 0));
    rates[2].count(holds(connect::t_interval(*corrected, 0.90), effect));
  }
  return rates;
}

struct LoopCase {
  std::string name;
  int days;
  Rhythm rhythm;
  double effect, drift;
};

std::vector<Rate> loop_rates(const LoopCase& setting, int repetitions) {
  std::vector<Rate> rates{{setting.name + ": act -> next day"},
                          {setting.name + ": act -> next, 90% covers"},
                          {setting.name + ": feeling -> next act"}};
  Xoshiro256 random(23);
  for (int i = 0; i < repetitions; ++i) {
    const auto history =
        loop_history(setting.days, setting.rhythm, setting.effect, setting.drift, random);
    const auto numbers = feeling_numbers(history, connect::FeelingItem::calm);
    const auto after = connect::day_after_act(numbers, history);
    const auto before = connect::day_before_act(numbers, history);
    if (after) rates[0].count(after->p <= 0.05);
    if (after) rates[1].count(holds(after->points.interval, setting.effect));
    if (before) rates[2].count(before->p <= 0.05);
  }
  return rates;
}

std::vector<Rate> all_rates(int repetitions) {
  const std::vector<LoopCase> loops{
      {"habit, no effect, 60 days", 60, Rhythm::own_habit, 0, 0},
      {"habit, no effect, both drift, 120 days", 120, Rhythm::own_habit, 0, 0.02},
      {"low-day acts, no effect, 60 days", 60, Rhythm::low_days, 0, 0},
      {"low-day acts, no effect, 120 days", 120, Rhythm::low_days, 0, 0},
      {"habit, effect +1, 120 days", 120, Rhythm::own_habit, 1, 0},
      {"low-day acts, effect +1, 120 days", 120, Rhythm::low_days, 1, 0},
      {"acts after good days, 120 days", 120, Rhythm::after_good_days, 0, 0},
  };
  std::vector<Rate> rates;
  const auto add = [&](const std::vector<Rate>& more) {
    rates.insert(rates.end(), more.begin(), more.end());
  };
  add(before_after_rates("low-day acts, no effect", 0, true, repetitions));
  add(before_after_rates("same, check-ins in one month", 0, false, repetitions));
  add(before_after_rates("low-day acts, effect +1", 1, true, repetitions));
  for (const auto& setting : loops) add(loop_rates(setting, repetitions));
  return rates;
}

void print_table(const std::vector<Rate>& rates) {
  std::printf("%-62s %7s %9s\n", "history: question", "rate", "of");
  for (const auto& rate : rates)
    std::printf("%-62s %5.1f %% %9d\n", rate.what.c_str(), rate.percent(), rate.tries);
}

void print_json(const std::vector<Rate>& rates) {
  std::printf("{\"schema\":1,\"rates\":[");
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const auto& rate = rates[i];
    std::printf("%s{\"what\":\"%s\",\"percent\":%.2f,\"histories\":%d}", i == 0 ? "" : ",",
                rate.what.c_str(), rate.percent(), rate.tries);
  }
  std::printf("]}\n");
}

}  // namespace

int main(int argc, char** argv) {
  bool json = false, thorough = false;
  for (int i = 1; i < argc; ++i) {
    json = json || std::strcmp(argv[i], "--json") == 0;
    thorough = thorough || std::strcmp(argv[i], "--long") == 0;
  }
  const auto rates = all_rates(thorough ? 4000 : 250);
  json ? print_json(rates) : print_table(rates);
}
