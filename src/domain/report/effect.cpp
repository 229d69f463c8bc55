#include "domain/report/effect.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace connect {
namespace {

constexpr double confidence = 0.9;

/// The days of one kind: the sum of their weights, and the weighted share with an act.
struct Arm {
  double weight = 0;
  double acted = 0;
  double share() const { return acted / weight; }
};

double weight_of(const ComparedDay& day) {
  return 1 / (day.held ? day.probability : 1 - day.probability);
}

/// The interval of the difference. The draws are independent of each other, whatever the acts do,
/// so the influences of two days have no products to expect and the sum of their squares is the
/// variance: Newey & West without lags. Days that resemble their neighbours, or a weekly cycle, do
/// not change that; lags would only cost power (tests/sim/effect_rates.cpp).
/// Source: Neyman (1923), translated in Statistical Science 5 (1990).
std::optional<ConfidenceInterval> interval_of(std::span<const ComparedDay> days, const Arm& greeted,
                                              const Arm& held) {
  double variance = 0;
  for (const ComparedDay& day : days) {
    const Arm& arm = day.held ? held : greeted;
    const double influence = weight_of(day) / arm.weight * ((day.acted ? 1 : 0) - arm.share());
    variance += influence * influence;
  }
  if (variance <= 0) return std::nullopt;
  const Coefficient difference{greeted.share() - held.share(), std::sqrt(variance),
                               days.size() - 2};
  return t_interval(difference, confidence);
}

}  // namespace

bool draws_held_back(std::uint64_t seed, Day day) {
  constexpr std::uint64_t salt = 0x747269616c;  // "trial": no other draw of the day agrees with it
  return mixed(seed ^ mixed(static_cast<std::uint64_t>(day.number) ^ salt)) % 3 == 0;
}

std::vector<ComparedDay> compared_days(const Ledger& ledger, DayRange period, Day today) {
  std::set<Day> acted;
  for (const Entry& entry : ledger.entries()) acted.insert(entry.day);
  std::map<Day, ComparedDay> days;
  for (const TrialDay& trial : ledger.trials()) {
    const auto& [day, held, probability] = trial.said;
    if (day >= period.since && day <= period.until && day < today)
      days.try_emplace(day, ComparedDay{day.number, held, probability, acted.contains(day)});
  }
  std::vector<ComparedDay> out;
  for (const auto& [day, compared] : days) out.push_back(compared);
  return out;
}

Effect effect_of(std::span<const ComparedDay> days) {
  Effect out;
  Arm greeted, held;
  for (const ComparedDay& day : days) {
    Arm& arm = day.held ? held : greeted;
    arm.weight += weight_of(day);
    arm.acted += day.acted ? weight_of(day) : 0;
    out.held += day.held ? 1 : 0;
  }
  out.days = days.size();
  out.is_enough = out.days >= effect_days && out.held >= effect_days_of_a_kind &&
                  out.days - out.held >= effect_days_of_a_kind;
  if (!out.is_enough) return out;
  out.greeted = greeted.share();
  out.held_back = held.share();
  out.difference = out.greeted - out.held_back;
  out.interval = interval_of(days, greeted, held);
  return out;
}

}  // namespace connect
