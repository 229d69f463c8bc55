#include "trial.hpp"

#include <algorithm>
#include <cmath>

namespace connect::sim {
namespace {

enum What : std::uint64_t { opened = 0, anyway = 1, takes = 5, writes = 9 };

class Behaviour {
 public:
  void note(std::size_t act) {
    outcome_.repeats += outcome_.shown > 0 && act == last_ ? 1 : 0;
    last_ = act;
    ++outcome_.shown;
    wait(act);
    turns_[act] = outcome_.shown;
    ++counts_[act];
  }
  Outcome finished(double added) {
    ++outcome_.shown;
    for (std::size_t a = 0; a < act_count; ++a) wait(a);
    --outcome_.shown;
    outcome_.added = added;
    for (const double count : counts_)
      if (count > 0) outcome_.entropy -= count / outcome_.shown * std::log2(count / outcome_.shown);
    return outcome_;
  }

 private:
  void wait(std::size_t act) {
    outcome_.longest_wait = std::max(outcome_.longest_wait, outcome_.shown - turns_[act]);
  }
  Outcome outcome_;
  std::size_t last_ = act_count;
  std::array<std::int32_t, act_count> turns_{};
  PerAct counts_{};
};

Outcome live(const Person& person, std::uint64_t seed, std::uint64_t number, std::int32_t days,
             const Entry& entry) {
  Life life{person, {-30, -30, -30, -30}, {-30, -30, -30, -30}};
  const auto policy = entry.make(seed * 1'000'003 + number, life);
  Behaviour behaviour;
  double added = 0;
  for (std::int32_t day = 0; day < days; ++day) {
    const auto chance = [&](std::uint64_t what) {
      return luck(seed, number, static_cast<std::uint64_t>(day), what);
    };
    Evening evening{day, {}, {}};
    std::array<bool, act_count> done{};
    for (std::size_t a = 0; a < act_count; ++a) done[a] = chance(anyway + a) < life.habit(a, day);
    if (chance(opened) < person.opens[day_type(day)]) {
      const std::size_t act = policy->choose(day);
      evening.shown = act;
      added += life.added(act, day);
      behaviour.note(act);
      done[act] = done[act] || chance(takes + act) < life.uptake(act, day);
      life.asked[act] = day;
    }
    for (std::size_t a = 0; a < act_count; ++a) {
      if (done[a]) life.done[a] = day;
      evening.logged[a] = done[a] && chance(writes + a) < person.logs;
    }
    policy->learn(evening);
  }
  return behaviour.finished(added);
}

}  // namespace

std::vector<std::vector<Outcome>> run(const Study& study) {
  std::vector<std::vector<Outcome>> outcomes(policies().size());
  for (std::size_t i = 0; i < study.people; ++i) {
    Person person = invent(i % families.size(), study.seed, i);
    person.renewal *= study.renewal / 3;
    for (std::size_t k = 0; k < outcomes.size(); ++k)
      outcomes[k].push_back(live(person, study.seed, i, study.days, policies()[k]));
  }
  return outcomes;
}

}  // namespace connect::sim
