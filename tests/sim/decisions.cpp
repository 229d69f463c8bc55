// A hash of many decisions over pseudo-random histories: the same on every compiler and at every
// optimisation level. Prints the hash and, for the curious, how often each act was chosen.
//   decisions [HISTORIES]

#include <array>
#include <cstdio>
#include <cstdlib>

#include "domain/suggest/act_choice.hpp"

namespace {

using namespace connect;

class Dice {
 public:
  std::uint32_t below(std::uint32_t n) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>((state_ >> 33U) % n);
  }

 private:
  std::uint64_t state_ = 20'240'607;
};

struct Tally {
  std::uint64_t hash = 0xcbf29ce484222325U;
  std::array<std::uint64_t, act_count> chosen{};

  void add(std::int64_t value) {
    hash = (hash ^ static_cast<std::uint64_t>(value)) * 0x100000001b3U;
  }
  void add(const ActChoice& choice) {
    ++chosen[static_cast<std::size_t>(choice.act)];
    for (const Act act : choice.ranking) add(static_cast<std::int64_t>(act));
    add(static_cast<std::int64_t>(choice.reason.kind));
    add(choice.reason.days);
    add(choice.reason.taken * 100 + choice.reason.asked);
  }
};

void live(Dice& dice, std::uint64_t seed, Tally& tally) {
  ActChoiceState state;
  const std::array<std::uint32_t, act_count> taste{dice.below(100), dice.below(100),
                                                   dice.below(100), dice.below(100)};
  std::int32_t day = static_cast<std::int32_t>(dice.below(40'000)) - 10'000;
  for (int prompts = 0; prompts < 200; ++prompts) {
    day += static_cast<std::int32_t>(dice.below(3));  // a step of 0: the prompt before was declined
    const ActChoice choice = choose_act(state, day, seed);
    tally.add(choice);
    const bool taken = dice.below(100) < taste[static_cast<std::size_t>(choice.act)];
    observe(state, {day, choice.act, taken, dice.below(5) == 0});
    if (dice.below(4) == 0) observe_done(state, static_cast<Act>(dice.below(4)), day);
  }
}

}  // namespace

int main(int count, char** words) {
  const int histories = count > 1 ? std::atoi(words[1]) : 2'000;
  Dice dice;
  Tally tally;
  for (int i = 0; i < histories; ++i) live(dice, static_cast<std::uint64_t>(i), tally);
  std::printf("%016llx", static_cast<unsigned long long>(tally.hash));
  for (const std::uint64_t chosen : tally.chosen)
    std::printf(" %llu", static_cast<unsigned long long>(chosen));
  std::puts("");
}
