#include "people.hpp"

#include <algorithm>
#include <cmath>

namespace connect::sim {
namespace {

std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  double between(double low, double high) {
    state_ = mix(state_);
    return low + (high - low) * static_cast<double>(state_ >> 11U) * 0x1.0p-53;
  }
  std::size_t below(std::size_t n) {
    return static_cast<std::size_t>(between(0, static_cast<double>(n)));
  }

 private:
  std::uint64_t state_;
};

// Most people answer the acts somewhat differently; weekends differ a little from weekdays.
Taste ordinary_taste(Dice& dice, double low, double high) {
  Taste taste{};
  for (std::size_t a = 0; a < act_count; ++a) {
    taste[0][a] = dice.between(low, high);
    taste[1][a] = taste[0][a] * dice.between(0.8, 1.2);
  }
  return taste;
}

Taste skewed_taste(Dice& dice) {
  Taste taste = ordinary_taste(dice, 0.2, 0.45);
  const std::size_t loved = dice.below(act_count);
  const std::size_t avoided = (loved + 1 + dice.below(act_count - 1)) % act_count;
  for (PerAct& type : taste) {
    type[loved] = dice.between(0.55, 0.8);
    type[avoided] = dice.between(0.05, 0.15);
  }
  return taste;
}

Taste flat_taste(Dice& dice) {
  Taste taste{};
  const double level = dice.between(0.25, 0.55);
  for (PerAct& type : taste) type.fill(level);
  return taste;
}

Taste weekday_taste(Dice& dice) {
  Taste taste = ordinary_taste(dice, 0.1, 0.6);
  taste[1] = ordinary_taste(dice, 0.1, 0.6)[0];
  return taste;
}

Person ordinary(Dice& dice) {
  Person person{};
  person.tastes.fill(ordinary_taste(dice, 0.15, 0.6));
  for (std::size_t a = 0; a < act_count; ++a) {
    person.habit[0][a] = dice.between(0.02, 0.15);
    person.habit[1][a] = person.habit[0][a] * dice.between(0.6, 1.4);
  }
  person.opens[0] = dice.between(0.6, 0.95);
  person.opens[1] = person.opens[0] * dice.between(0.4, 1.0);
  person.logs = dice.between(0.6, 0.95);
  person.bored = dice.between(0.4, 0.7);
  person.recovery = dice.between(0.6, 0.8);
  return person;
}

void drift(Person& person, Dice& dice) {
  person.tastes = {skewed_taste(dice), skewed_taste(dice), skewed_taste(dice)};
  person.turns[1] = static_cast<std::int32_t>(dice.between(60, 180));
  person.turns[2] = static_cast<std::int32_t>(dice.between(180, 320));
}

void make_sparse(Person& person, Dice& dice) {
  person.tastes.fill(ordinary_taste(dice, 0.08, 0.35));
  person.opens = {dice.between(0.15, 0.4), dice.between(0.05, 0.3)};
}

void give_habits(Person& person, Dice& dice) {
  const std::size_t first = dice.below(act_count);
  const std::size_t second = (first + 1 + dice.below(act_count - 1)) % act_count;
  const double strong = dice.between(0.4, 0.8);
  const double some = dice.between(0.2, 0.5);
  for (PerAct& type : person.habit) {
    type[first] = strong;
    type[second] = some;
  }
}

// Stale for a week or more after each request.
void bore(Person& person, Dice& dice) {
  person.bored = dice.between(0.8, 0.95);
  person.recovery = dice.between(0.75, 0.88);
}

// Quick to recover at first, then ever slower, as memory fades.
void slow_down(Person& person, Dice& dice) {
  person.hyperbolic = true;
  person.bored = dice.between(0.6, 0.9);
  person.recovery = dice.between(0.3, 1.0);
}

// Each act has a day of the week of its own, as choir on Tuesdays.
void give_week(Person& person, Dice& dice) {
  person.cycle.assign(7, PerAct{0.6, 0.6, 0.6, 0.6});
  for (std::size_t a = 0; a < act_count; ++a) person.cycle[dice.below(7)][a] = 2.2;
}

// Early and late shifts take turns every week.
void give_shifts(Person& person, Dice& dice) {
  person.cycle.assign(14, PerAct{1, 1, 1, 1});
  for (std::size_t a = 0; a < act_count; ++a) {
    const std::size_t week = dice.below(2);
    for (std::size_t day = 0; day < 7; ++day) person.cycle[week * 7 + day][a] = 0.35;
  }
}

// Better and worse weeks, for all acts alike.
void give_moods(Person& person, Dice& dice) {
  const double period = dice.between(20, 60);
  const double strength = dice.between(0.3, 0.6);
  for (std::int32_t day = 0; day < 365; ++day) {
    PerAct factors{};
    factors.fill(1 + strength * std::sin(2 * 3.14159265 * day / period));
    person.cycle.push_back(factors);
  }
}

// A hard time of some months, after which everything is as it was.
void retreat(Person& person, Dice& dice) {
  for (PerAct& type : person.tastes[1])
    for (double& chance : type) chance *= 0.25;
  person.turns[1] = static_cast<std::int32_t>(dice.between(60, 150));
  person.turns[2] = person.turns[1] + static_cast<std::int32_t>(dice.between(50, 120));
}

std::size_t phase(const Person& person, std::int32_t day) {
  for (std::size_t k = 2; k > 0; --k)
    if (person.turns[k] > 0 && day >= person.turns[k]) return k;
  return 0;
}

}  // namespace

double luck(std::uint64_t seed, std::uint64_t number, std::uint64_t day, std::uint64_t what) {
  return static_cast<double>(mix(mix(mix(mix(seed) ^ number) ^ day) ^ what) >> 11U) * 0x1.0p-53;
}

std::size_t day_type(std::int32_t day) { return (day + 3) % 7 >= 5 ? 1 : 0; }

Person invent(std::size_t family, std::uint64_t seed, std::uint64_t number) {
  Dice dice(mix(mix(seed) ^ number) ^ family);
  Person person = ordinary(dice);
  switch (family) {
    case 0: person.tastes.fill(flat_taste(dice)); break;
    case 1: person.tastes.fill(skewed_taste(dice)); break;
    case 2: drift(person, dice); break;
    case 3: bore(person, dice); break;
    case 4: person.tastes.fill(weekday_taste(dice)); break;
    case 5: make_sparse(person, dice); break;
    case 6: give_habits(person, dice); break;
    case 7: slow_down(person, dice); break;
    case 8: give_week(person, dice); break;
    case 9: give_shifts(person, dice); break;
    case 10: give_moods(person, dice); break;
    case 11: retreat(person, dice); break;
    case 12: person.renewal = dice.between(6, 14); break;
    default: person.opens = {dice.between(0.1, 0.3), dice.between(0.7, 0.95)}; break;
  }
  return person;
}

double Life::uptake(std::size_t act, std::int32_t day) const {
  const double rest = day - asked[act] - 1;
  const double kept =
      person.hyperbolic ? 1 / (1 + person.recovery * rest) : std::pow(person.recovery, rest);
  const double taste = person.tastes[phase(person, day)][day_type(day)][act];
  const auto& cycle = person.cycle;
  const double factor =
      cycle.empty() ? 1 : cycle[static_cast<std::size_t>(day) % cycle.size()][act];
  return std::min(0.98, taste * factor) * (1 - person.bored * kept);
}

double Life::habit(std::size_t act, std::int32_t day) const {
  return person.habit[day_type(day)][act];
}

double Life::worth(std::size_t act, std::int32_t day) const {
  return 1 - std::exp2(-(day - done[act]) / person.renewal);
}

double Life::added(std::size_t act, std::int32_t day) const {
  return uptake(act, day) * (1 - habit(act, day)) * worth(act, day);
}

}  // namespace connect::sim
