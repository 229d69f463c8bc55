// What suits: invented people who take up suggestions more or less gladly by effort, place, setting
// and whether somebody is named, and people to whom all that is the same. Prints a table in
// Markdown. The suggestions are made by prompt_of() from a folded ledger, as the command makes
// them.
//   labels [--long] [--check]
//
// A year with a suggestion every day, and three people to be in touch with every 14 days. Each
// person lives it twice, with the same chance: once the acts that are logged are those that were
// taken up; once whether an act is logged is tossed, so that there is nothing to learn. What is
// compared is how likely the suggestions that were shown are to be taken up.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "domain/ledger/fold.hpp"
#include "domain/suggest/prompt.hpp"
#include "people.hpp"

namespace {

using namespace connect;

constexpr int days = 365;
constexpr double usual = 0.4;  // how likely a suggestion is taken up
constexpr Day start{20000};

/// Factors of how likely a suggestion is taken up.
struct Tastes {
  std::array<double, 2> effort = {1, 1};
  std::array<double, 3> place = {1, 1, 1};
  std::array<double, 3> setting = {1, 1, 1};
  std::array<double, 2> named = {1, 1};

  double rate(const Suggestion& item, bool names_person) const {
    const double factor = effort[static_cast<std::size_t>(item.effort)] *
                          place[static_cast<std::size_t>(item.place)] *
                          setting[static_cast<std::size_t>(item.setting)] *
                          named[names_person ? 1 : 0];
    return std::clamp(usual * factor, 0.02, 0.95);
  }
};

Tastes tastes_of(std::uint64_t number) {
  Tastes tastes;
  std::uint64_t next = 0;
  const auto factor = [&] {
    const bool has_taste = sim::luck(3, number, 1, ++next) < 2.0 / 3;
    return has_taste ? 0.4 + 1.2 * sim::luck(3, number, 2, ++next) : 1.0;
  };
  for (double& each : tastes.effort) each = factor();
  for (double& each : tastes.place) each = factor();
  for (double& each : tastes.setting) each = factor();
  for (double& each : tastes.named) each = factor();
  return tastes;
}

class Home {
 public:
  explicit Home(std::uint64_t number) : number_(number) {
    for (const char* name : {"Maya", "Sam", "Ravi"}) add(PersonSet{name, 14, {}, {}}, start - 30);
  }
  Prompt show(Day day) {
    Fold fold;
    for (const Record& each : records_) fold.add(each);
    const Prompt prompt = prompt_of(summary_of(std::move(fold).settled()), day, bank);
    add(Prompted{day, prompt.act, prompt.suggestion, prompt.person, "",
                 std::string(slug(prompt.occasion)), prompt.ref},
        day);
    return prompt;
  }
  void log(const Prompt& prompt, Day day) {
    Logged said;
    said.day = day;
    said.act = prompt.act;
    if (!prompt.person.empty()) said.with = {prompt.person};
    add(std::move(said), day);
  }

  Bank bank;

 private:
  void add(Body body, Day day) {
    const Instant at = instant_at(day, 36000, 0);
    records_.push_back({"r" + std::to_string(number_) + "-" + std::to_string(records_.size()), at,
                        std::move(body)});
  }

  std::uint64_t number_;
  std::vector<Record> records_;
};

/// How likely the suggestions of a year are taken up, in the mean.
double live(const Tastes& tastes, std::uint64_t number, bool is_shuffled) {
  Home home(number);
  double rates = 0;
  for (int day = 1; day <= days; ++day) {
    const Prompt prompt = home.show(start + day);
    const double rate = tastes.rate(*home.bank.find(prompt.suggestion), !prompt.person.empty());
    rates += rate;
    if (sim::luck(4, number, static_cast<std::uint64_t>(day), 1) < (is_shuffled ? usual : rate))
      home.log(prompt, start + day);
  }
  return rates / days;
}

struct Gain {
  double learned = 0;
  double shuffled = 0;
  double percent = 0;
  double interval = 0;  // half of the 95 % interval, in percent
};

Gain gain_of(bool has_tastes, std::size_t lives) {
  Gain gain;
  std::vector<double> percents;
  for (std::size_t number = 0; number < lives; ++number) {
    const Tastes tastes = has_tastes ? tastes_of(number) : Tastes{};
    const double learned = live(tastes, number, false);
    const double shuffled = live(tastes, number, true);
    gain.learned += learned / static_cast<double>(lives);
    gain.shuffled += shuffled / static_cast<double>(lives);
    percents.push_back(100 * (learned / shuffled - 1));
    gain.percent += percents.back() / static_cast<double>(lives);
  }
  double squares = 0;
  for (const double each : percents) squares += (each - gain.percent) * (each - gain.percent);
  const auto count = static_cast<double>(lives);
  gain.interval = 1.96 * std::sqrt(squares / (count - 1) / count);
  return gain;
}

}  // namespace

int main(int count, char** words) {
  std::size_t lives = 40;
  bool check = false;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(words[i], "--long") == 0) lives = 400;
    if (std::strcmp(words[i], "--check") == 0) check = true;
  }
  std::puts("| people | taken up | with outcomes shuffled | gain |\n|---|---|---|---|");
  bool good = true;
  for (const bool has_tastes : {true, false}) {
    const Gain gain = gain_of(has_tastes, lives);
    std::printf("| %s tastes | %.1f %% | %.1f %% | %+.1f +- %.1f %% |\n",
                has_tastes ? "with" : "without", 100 * gain.learned, 100 * gain.shuffled,
                gain.percent, gain.interval);
    good = good && gain.percent >= (has_tastes ? 5.0 : -0.001);
  }
  return check && !good ? 1 : 0;
}
