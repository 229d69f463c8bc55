#include "policies.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "domain/suggest/act_choice.hpp"

namespace connect::sim {
namespace {

using Order = std::array<std::size_t, act_count>;

class RoundRobin : public Policy {
 public:
  std::size_t choose(std::int32_t) override { return shown_ % act_count; }
  void learn(const Evening& evening) override { shown_ += evening.shown ? 1U : 0U; }

 private:
  std::size_t shown_ = 0;
};

class Uniform : public Policy {
 public:
  explicit Uniform(std::uint64_t seed) : seed_(seed) {}
  std::size_t choose(std::int32_t day) override {
    return static_cast<std::size_t>(4 * luck(seed_, 0, static_cast<std::uint64_t>(day), 0));
  }
  void learn(const Evening&) override {}

 private:
  std::uint64_t seed_;
};

// The four in a fresh order each round, never starting with the act that ended the round before.
class Deck : public Policy {
 public:
  explicit Deck(std::uint64_t seed) : random_(seed) {}
  std::size_t choose(std::int32_t) override {
    if (used_ == act_count) shuffle();
    return cards_[used_];
  }
  void learn(const Evening& evening) override { used_ += evening.shown ? 1U : 0U; }

 private:
  void shuffle() {
    const std::size_t last = cards_.back();
    do std::ranges::shuffle(cards_, random_);
    while (cards_.front() == last);
    used_ = 0;
  }
  std::mt19937_64 random_;
  Order cards_{0, 1, 2, 3};
  std::size_t used_ = act_count;
};

class LeastRecentlyDone : public Policy {
 public:
  std::size_t choose(std::int32_t) override {
    return static_cast<std::size_t>(std::ranges::min_element(done_) - done_.begin());
  }
  void learn(const Evening& evening) override {
    for (std::size_t a = 0; a < act_count; ++a)
      if (evening.logged[a]) done_[a] = evening.day;
  }

 private:
  std::array<std::int32_t, act_count> done_{-1, -1, -1, -1};
};

// A Beta(1, 1) belief an act, a draw from each, the highest wins.
class Thompson : public Policy {
 public:
  explicit Thompson(std::uint64_t seed) : random_(seed) {}
  std::size_t choose(std::int32_t) override {
    PerAct draws{};
    for (std::size_t a = 0; a < act_count; ++a) draws[a] = draw(a);
    return static_cast<std::size_t>(std::ranges::max_element(draws) - draws.begin());
  }
  void learn(const Evening& evening) override {
    if (!evening.shown) return;
    (evening.logged[*evening.shown] ? taken_ : left_)[*evening.shown] += 1;
  }

 private:
  double draw(std::size_t act) {
    const double yes = std::gamma_distribution<double>(taken_[act])(random_);
    return yes / (yes + std::gamma_distribution<double>(left_[act])(random_));
  }
  std::mt19937_64 random_;
  PerAct taken_{1, 1, 1, 1};
  PerAct left_{1, 1, 1, 1};
};

// Knows the person and what was really done; keeps the engine's two guarantees.
class Clairvoyant : public Policy {
 public:
  explicit Clairvoyant(const Life& hidden) : hidden_(hidden) {}
  std::size_t choose(std::int32_t day) override {
    Order order{0, 1, 2, 3};
    std::ranges::sort(order, {}, [&](std::size_t a) { return turns_[a]; });
    if (shown_ + 1 - turns_[order[0]] >= 7) return order[0];
    return *std::max_element(order.begin(), order.end() - 1, [&](std::size_t a, std::size_t b) {
      return hidden_.added(a, day) < hidden_.added(b, day);
    });
  }
  void learn(const Evening& evening) override {
    if (evening.shown) turns_[*evening.shown] = ++shown_;
  }

 private:
  const Life& hidden_;
  std::array<int, act_count> turns_{0, -1, -2, -3};
  int shown_ = 0;
};

// The product's own engine, fed as the command feeds it.
class Engine : public Policy {
 public:
  explicit Engine(std::uint64_t seed) : seed_(seed) {}
  std::size_t choose(std::int32_t day) override {
    return static_cast<std::size_t>(choose_act(state_, day, seed_).act);
  }
  void learn(const Evening& evening) override {
    for (std::size_t a = 0; a < act_count; ++a)
      if (evening.logged[a]) observe_done(state_, static_cast<Act>(a), evening.day);
    if (!evening.shown) return;
    observe(state_, {.day = evening.day,
                     .act = static_cast<Act>(*evening.shown),
                     .taken = evening.logged[*evening.shown],
                     .declined = false});
  }

 private:
  std::uint64_t seed_;
  ActChoiceState state_;
};

template <class P>
std::unique_ptr<Policy> blind(std::uint64_t, const Life&) {
  return std::make_unique<P>();
}
template <class P>
std::unique_ptr<Policy> seeded(std::uint64_t seed, const Life&) {
  return std::make_unique<P>(seed);
}
std::unique_ptr<Policy> seeing(std::uint64_t, const Life& hidden) {
  return std::make_unique<Clairvoyant>(hidden);
}

}  // namespace

const std::vector<Entry>& policies() {
  static const std::vector<Entry> all{
      {"round robin", blind<RoundRobin>},      {"uniform random", seeded<Uniform>},
      {"shuffled deck", seeded<Deck>},         {"least recently done", blind<LeastRecentlyDone>},
      {"Thompson sampling", seeded<Thompson>}, {"engine", seeded<Engine>},
      {"clairvoyant, same guards", seeing}};
  return all;
}

}  // namespace connect::sim
