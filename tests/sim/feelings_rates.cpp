// How often the statistics of feelings see something that is not there, and something that is, in
// invented lives of a year. The product's own code looks at each life at the end of every month, as
// `report --feelings` (the month) and as `report 12m --feelings` do. Fixed seed, so a changed table
// means changed code.
//   feelings_rates [--long]; CONNECT_LONG=1 asks for the long run, too
//
// Moods are AR(1) from morning to morning, half of them common to the three feelings; answers are
// whole points from 0 to 10. Half of the acts are rated before and after.
// The run fails when 10 % or more of the lives without any link are ever told of one flatly in
// either kind of look, or when an interval of change or trend holds the true value in less than
// 85 % or more than 95 % of the lives.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <numbers>
#include <optional>
#include <string>
#include <vector>

#include "domain/feelings/feelings.hpp"
#include "domain/summary/summary.hpp"

namespace {

using namespace connect;

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
constexpr double carry_within_day = 0.5;
constexpr int year = 365, looks = 12;
constexpr Day start{20000};

double normal(Xoshiro256& random) {
  const double radius = std::sqrt(-2 * std::log(1 - random.unit()));
  return radius * std::cos(2 * std::numbers::pi * random.unit());
}

std::int8_t answered(double mood) {
  return static_cast<std::int8_t>(std::clamp(std::lround(ordinary + mood), 0L, 10L));
}

/// Whether a day sees an act: by habit (runs of about four days), on low mornings, or at weekends,
/// which are better days for everybody.
enum class Acts { by_habit, on_low_days, at_weekends };
enum class Rated { daily, when_asked };

struct Life {
  std::string name;
  Acts acts = Acts::by_habit;
  Rated rated = Rated::daily;
  double carry = 0.5;   // autocorrelation of moods from day to day
  double lift = 0;      // right after an act, in points
  double next_day = 0;  // on the day after an act, in points
  double a_year = 0;    // rise over the year, in points
};

using Moods = std::array<double, 3>;

/// A step of a stationary AR(1) process; half of the variance is common to the feelings.
void carry_on(Moods& moods, double carry, Xoshiro256& random) {
  const double size = spread * std::sqrt((1 - carry * carry) / 2), common = normal(random);
  for (double& mood : moods) mood = carry * mood + size * (common + normal(random));
}

Feelings answers(const Moods& moods, double more) {
  Feelings out;
  for (std::size_t i = 0; i < moods.size(); ++i) out.items[i] = answered(moods[i] + more);
  return out;
}

bool sees_act(const Life& life, bool yesterday, double mood, bool weekend, Xoshiro256& random) {
  const double chance = random.unit();
  if (life.acts == Acts::on_low_days) return chance < (mood < 0 ? 0.65 : 0.2);
  if (life.acts == Acts::at_weekends) return chance < (weekend ? 0.8 : 0.3);
  return chance < (yesterday ? 0.75 : 0.25);
}

/// A year, as the summary that the product makes of a ledger.
std::unique_ptr<Summary> lived(const Life& life, Xoshiro256& random) {
  auto summary = std::make_unique<Summary>();
  DailyDetails& details = summary->details.emplace();
  Moods moods{};
  carry_on(moods, 0, random);
  const auto seed = static_cast<std::uint64_t>(random.unit() * 0x1p53);
  bool act = false;
  for (int at = 0; at < year; ++at) {
    const Day day = start + at;
    carry_on(moods, life.carry, random);
    if (act)  // an impulse, which fades as moods do
      for (double& mood : moods) mood += life.next_day;
    const bool weekend = at % 7 < 2;
    const double level = life.a_year * (at - year / 2.0) / year +
                         (life.acts == Acts::at_weekends && weekend ? 1.0 : 0.0);
    act = sees_act(life, act, moods[0], weekend, random);
    if (life.rated == Rated::daily || asks_about_feelings(seed, day))
      details.rated.push_back({day.number, answers(moods, level)});
    if (!act) continue;
    details.rows.push_back({{day, {1, 0, 0, 0}}, 0, 0});
    if (random.unit() < 0.5) continue;
    Moods evening = moods;
    carry_on(evening, carry_within_day, random);
    details.felt.push_back(
        {day.number, answers(moods, level), answers(evening, level + life.lift)});
  }
  return summary;
}

enum class Look { month, twelve_months };

FeelingStatistics seen(const Summary& summary, int month, Look look) {
  const Day today = start + (month * year / looks - 1);
  const Day since = look == Look::month ? start + (month - 1) * year / looks : today - (year - 1);
  return feeling_statistics(feeling_history(summary, {since, today}, today));
}

enum Kind { change, after, before, trend, kinds };
using Told = std::array<bool, kinds>;

const std::optional<FeelingComparison>& of_kind(const FeelingSummary& item, int kind) {
  if (kind == change) return item.corrected ? item.corrected : item.change;
  return kind == after ? item.day_after_act : kind == before ? item.day_before_act : item.trend;
}

/// What of any feeling is called clear; a change that is not corrected never is.
Told told_by(const FeelingStatistics& statistics) {
  Told told{};
  for (const FeelingSummary& item : statistics.items)
    for (int kind = 0; kind < kinds; ++kind) {
      const auto& made = of_kind(item, kind);
      const auto place = static_cast<std::size_t>(kind);
      told[place] = told[place] || (made && made->is_clear);
    }
  return told;
}

/// What is ever called clear in a year of looks.
Told ever_told(const Summary& summary, Look look) {
  Told told{};
  for (int month = 1; month <= looks; ++month) {
    const Told now = told_by(seen(summary, month, look));
    for (std::size_t kind = 0; kind < told.size(); ++kind) told[kind] = told[kind] || now[kind];
  }
  return told;
}

struct Share {
  int hits = 0, of = 0;
  void count(bool hit) { ++of, hits += hit ? 1 : 0; }
  double percent() const { return of == 0 ? 0 : 100.0 * hits / of; }
};

bool fine = true;

/// Lives without any link. A low day does foretell an act where acts follow low days, as moods
/// last; that link is there, and is left out.
void print_null_lives(int lives) {
  const std::vector<Life> nulls{
      {.name = "acts by habit, rated daily"},
      {.name = "the same, moods that last", .carry = 0.85},
      {.name = "the same, rated when asked", .rated = Rated::when_asked},
      {.name = "acts on low days", .acts = Acts::on_low_days},
      {.name = "acts and better moods at weekends", .acts = Acts::at_weekends},
  };
  std::printf("Null lives with a look each month: ever told of a link flatly, of %d lives each\n",
              lives);
  std::printf("%-36s %9s %9s\n", "", "month", "12 months");
  std::array<Share, 2> all;
  for (const Life& life : nulls) {
    std::array<Share, 2> told;
    Xoshiro256 random(41);
    for (int i = 0; i < lives; ++i) {
      const auto summary = lived(life, random);
      for (std::size_t look = 0; look < told.size(); ++look) {
        Told links = ever_told(*summary, static_cast<Look>(look));
        if (life.acts == Acts::on_low_days) links[before] = false;
        const bool any = std::ranges::find(links, true) != links.end();
        told[look].count(any);
        all[look].count(any);
      }
    }
    std::printf("%-36s %7.1f %% %7.1f %%\n", life.name.c_str(), told[0].percent(),
                told[1].percent());
    if (lives >= 500) fine = fine && told[0].percent() < 10 && told[1].percent() < 10;
  }
  std::printf("%-36s %7.1f %% %7.1f %%\n\n", "all", all[0].percent(), all[1].percent());
  fine = fine && all[0].percent() < 10 && all[1].percent() < 10;
}

/// Power of the same looks, and of a single interval.
void print_power(int lives) {
  struct Effect {
    Kind kind;
    Life life;
  };
  std::vector<Effect> effects;
  for (const double points : {0.25, 0.5, 1.0, 1.5})
    effects.push_back({change, {.name = "right after an act", .lift = points}});
  for (const double points : {0.25, 0.5, 1.0, 1.5})
    effects.push_back({after, {.name = "day after an act", .next_day = points}});
  for (const double points : {0.5, 1.0, 2.0, 3.0})
    effects.push_back({trend, {.name = "rise over the year", .a_year = points}});
  std::printf(
      "Power, of %d lives each: the flat words in a year of looks at 12 months (ever) and\n"
      "at its end, and an interval without 0 at its end (calm)\n",
      lives);
  std::printf("%-28s %9s %9s %9s\n", "points", "ever", "at end", "interval");
  for (const auto& [kind, life] : effects) {
    Share ever, at_end, interval;
    Xoshiro256 random(43);
    for (int i = 0; i < lives; ++i) {
      const auto summary = lived(life, random);
      const auto last = seen(*summary, looks, Look::twelve_months);
      ever.count(ever_told(*summary, Look::twelve_months)[kind]);
      at_end.count(told_by(last)[kind]);
      const auto& made = of_kind(last.items[2], kind);
      interval.count(made && made->points.interval.excludes_zero());
    }
    std::printf("%-22s %5.2f %7.1f %% %7.1f %% %7.1f %%\n", life.name.c_str(),
                life.lift + life.next_day + life.a_year, ever.percent(), at_end.percent(),
                interval.percent());
  }
  std::printf("\n");
}

/// One interval in many lives, and the true value.
struct Covered {
  std::vector<FeelingComparison> made;
  double truth = 0;

  void add(const std::optional<FeelingComparison>& found) {
    if (found) made.push_back(*found);
  }
  /// The mean over all lives, where no formula gives the truth.
  void take_truth_from_mean() {
    truth = 0;
    for (const auto& each : made) truth += each.points.value / static_cast<double>(made.size());
  }
  Share share() const {
    Share out;
    for (const auto& [points, p, count, is_clear] : made)
      out.count(points.interval.low <= truth && truth <= points.interval.high);
    return out;
  }
};

/// The printed share of a 90 % interval; noted as missed outside of 85 to 95 %.
void print_share(const Covered& covered, bool is_promised, double slack) {
  const Share share = covered.share();
  if (share.of == 0) {
    std::printf(" %9s", "-");
    return;
  }
  std::printf(" %7.1f %%", share.percent());
  if (is_promised) fine = fine && share.percent() >= 85 - slack && share.percent() <= 95 + slack;
}

/// The mean change is that of all lives: on low days it includes what low moods lift by themselves.
void print_coverage(int lives) {
  std::printf(
      "90 %% intervals that hold the true value, of %d lives each, looking back 12 months\n",
      lives);
  std::printf("%-44s %9s %9s %9s %9s\n", "", "change", "corrected", "trend", "day after");
  // Chance: three standard errors in few lives, one in many.
  const double slack = (lives >= 500 ? 100 : 300) * std::sqrt(0.09 / lives);
  const auto effects = lives >= 500 ? std::vector{0.0, 0.5, 1.0, 2.0} : std::vector{0.0, 1.0};
  for (const Acts acts : {Acts::by_habit, Acts::on_low_days})
    for (const Rated rated : {Rated::daily, Rated::when_asked})
      for (const double carry : {0.5, 0.85})
        for (const double effect : effects) {
          // What an act leaves for the next day also moves the level to which moods return, so it
          // is tried in lives of its own.
          const Life life{"", acts, rated, carry, effect, 0, effect};
          const double impulse = effect * (1 - carry);
          const Life echoing{"", acts, rated, carry, 0, impulse, 0};
          Covered changed, corrected, trended, day_after;
          Xoshiro256 random(47);
          for (int i = 0; i < lives; ++i) {
            const auto found = seen(*lived(life, random), looks, Look::twelve_months).items[2];
            changed.add(found.change);
            corrected.add(found.corrected);
            trended.add(found.trend);
            day_after.add(
                seen(*lived(echoing, random), looks, Look::twelve_months).items[2].day_after_act);
          }
          changed.take_truth_from_mean();
          corrected.truth = effect;
          trended.truth = effect / year * 7;
          day_after.truth = impulse;
          std::printf("%s, %s, carry %.2f, %.1f points", acts == Acts::by_habit ? "habit" : "low  ",
                      rated == Rated::daily ? "daily" : "asked", carry, effect);
          std::printf("%6s", "");
          print_share(changed, true, slack);
          print_share(corrected, true, slack);
          print_share(trended, true, slack);
          print_share(day_after, false, slack);
          std::printf("\n");
        }
}

}  // namespace

int main(int argc, char** argv) {
  bool is_long = std::getenv("CONNECT_LONG") != nullptr;
  for (int i = 1; i < argc; ++i) is_long = is_long || std::strcmp(argv[i], "--long") == 0;
  print_null_lives(is_long ? 1000 : 25);
  print_power(is_long ? 200 : 8);
  print_coverage(is_long ? 600 : 60);
  if (!fine) std::printf("\nA promise at the top of this program is broken.\n");
  return fine ? 0 : 1;
}
