// Policies side by side over invented people: a table in Markdown, or --json.
// It ranks policies; it promises no effect on people.
//   bench [--long] [--json] [--check] [--seed N] [--people N] [--days N] [--renewal DAYS]

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "trial.hpp"

namespace {

using namespace connect::sim;
using Outcomes = std::vector<Outcome>;

struct Options {
  Study study;
  bool json = false;
  bool check = false;
};

struct Gain {
  double percent{}, margin{};  // against round robin; half the width of the 95 % interval
};

struct Summary {
  Gain gain;      // of the families that were there when the rule was chosen
  Gain held_out;  // of the others
  double wins{}, repeats{}, wait_p95{}, wait_max{},
      entropy{};  // wins and repeats in percent; entropy in bits / 2
  std::vector<Gain> families;
};

Outcomes of_families(const Outcomes& all, std::size_t first, std::size_t end) {
  Outcomes some;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (const std::size_t family = i % families.size(); family >= first && family < end)
      some.push_back(all[i]);
  return some;
}

// Ratio of sums, with the paired residuals over people for its interval (delta method).
Gain gain(const Outcomes& mine, const Outcomes& base) {
  double sum = 0;
  double base_sum = 0;
  double squares = 0;
  for (std::size_t i = 0; i < mine.size(); ++i) {
    sum += mine[i].added;
    base_sum += base[i].added;
  }
  const double ratio = sum / base_sum;
  for (std::size_t i = 0; i < mine.size(); ++i)
    squares += std::pow(mine[i].added - ratio * base[i].added, 2);
  return {100 * (ratio - 1), 100 * 1.96 * std::sqrt(squares) / base_sum};
}

Summary summary(const Outcomes& mine, const Outcomes& base) {
  Summary s{};
  const auto gain_of = [&](std::size_t first, std::size_t end) {
    return gain(of_families(mine, first, end), of_families(base, first, end));
  };
  s.gain = gain_of(0, first_held_out);
  s.held_out = gain_of(first_held_out, families.size());
  std::vector<std::int32_t> waits;
  double shown = 0;
  for (std::size_t i = 0; i < mine.size(); ++i) {
    s.wins += mine[i].added > base[i].added ? 1 : 0;
    s.repeats += mine[i].repeats;
    shown += mine[i].shown;
    s.entropy += mine[i].entropy / 2;
    waits.push_back(mine[i].longest_wait);
  }
  std::ranges::sort(waits);
  const auto people = static_cast<double>(mine.size());
  s.wins *= 100 / people;
  s.repeats *= 100 / shown;
  s.entropy /= people;
  s.wait_p95 = waits[(waits.size() - 1) * 95 / 100];
  s.wait_max = waits[waits.size() - 1];
  for (std::size_t f = 0; f < families.size(); ++f) s.families.push_back(gain_of(f, f + 1));
  return s;
}

void print_markdown(const Study& study, const std::vector<Summary>& all) {
  std::printf(
      "%zu invented people, %d days, seed %llu. Added value against round robin, in percent;\n"
      "95 %% intervals, paired over people.\n\n",
      study.people, study.days, static_cast<unsigned long long>(study.seed));
  std::puts(
      "| policy | added value | held-out families | better for | repeats | longest wait, p95 / max "
      "| entropy |\n|---|---|---|---|---|---|---|");
  for (std::size_t k = 0; k < all.size(); ++k)
    std::printf(
        "| %s | %+.1f %% ± %.1f | %+.1f %% ± %.1f | %.1f %% | %.1f %% | %.0f / %.0f | %.3f |\n",
        policies()[k].name.data(), all[k].gain.percent, all[k].gain.margin, all[k].held_out.percent,
        all[k].held_out.margin, all[k].wins, all[k].repeats, all[k].wait_p95, all[k].wait_max,
        all[k].entropy);
  std::printf("\n| policy |");
  for (const auto family : families) std::printf(" %s |", family.data());
  std::printf("\n|---|");
  for (std::size_t f = 0; f < families.size(); ++f) std::printf("---|");
  std::puts("");
  for (std::size_t k = 0; k < all.size(); ++k) {
    std::printf("| %s |", policies()[k].name.data());
    for (const Gain& g : all[k].families) std::printf(" %+.1f ± %.1f |", g.percent, g.margin);
    std::puts("");
  }
}

void print_json(const Study& study, const std::vector<Summary>& all) {
  std::printf("{\"people\":%zu,\"days\":%d,\"seed\":%llu,\"policies\":[", study.people, study.days,
              static_cast<unsigned long long>(study.seed));
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Summary& s = all[k];
    std::printf(
        "%s\n{\"name\":\"%s\",\"added_percent\":%.3f,\"margin\":%.3f,\"held_out_percent\":%.3f,"
        "\"held_out_margin\":%.3f,\"better_for_percent\":%.2f,"
        "\"repeats_percent\":%.3f,\"wait_p95\":%.0f,\"wait_max\":%.0f,\"entropy\":%.4f,"
        "\"families\":{",
        k > 0 ? "," : "", policies()[k].name.data(), s.gain.percent, s.gain.margin,
        s.held_out.percent, s.held_out.margin, s.wins, s.repeats, s.wait_p95, s.wait_max,
        s.entropy);
    for (std::size_t f = 0; f < families.size(); ++f)
      std::printf("%s\"%s\":[%.3f,%.3f]", f > 0 ? "," : "", families[f].data(),
                  s.families[f].percent, s.families[f].margin);
    std::printf("}}");
  }
  std::puts("\n]}");
}

// What the engine must reach.
bool good(const std::vector<Summary>& all) {
  const auto index = std::ranges::find(policies(), "engine", &Entry::name) - policies().begin();
  const Summary& engine = all[static_cast<std::size_t>(index)];
  const double random = all[1].gain.percent;
  const double over_random = 100 * ((100 + engine.gain.percent) / (100 + random) - 1);
  const bool every_family =
      std::ranges::all_of(engine.families, [](const Gain& g) { return g.percent >= 0; });
  return engine.gain.percent >= 4.7 && engine.held_out.percent >= 5.5 && over_random >= 18 &&
         every_family && engine.wins >= 90 && engine.repeats == 0 && engine.wait_max <= 7 &&
         engine.entropy >= 0.98;
}

bool parse(int count, char** words, Options& options) {
  for (int i = 1; i < count; ++i) {
    const char* word = words[i];
    const bool more = i + 1 < count;
    if (std::strcmp(word, "--json") == 0)
      options.json = true;
    else if (std::strcmp(word, "--check") == 0)
      options.check = true;
    else if (std::strcmp(word, "--long") == 0)
      options.study.people = 1400;
    else if (std::strcmp(word, "--seed") == 0 && more)
      options.study.seed = std::strtoull(words[++i], nullptr, 10);
    else if (std::strcmp(word, "--people") == 0 && more)
      options.study.people = std::strtoull(words[++i], nullptr, 10);
    else if (std::strcmp(word, "--days") == 0 && more)
      options.study.days = std::atoi(words[++i]);
    else if (std::strcmp(word, "--renewal") == 0 && more)
      options.study.renewal = std::atof(words[++i]);
    else
      return false;
  }
  return options.study.people >= families.size() && options.study.days > 0 &&
         options.study.renewal > 0;
}

}  // namespace

int main(int count, char** words) {
  Options options;
  if (!parse(count, words, options)) {
    std::fputs(
        "usage: bench [--long] [--json] [--check] [--seed N] [--people N] [--days N] [--renewal "
        "DAYS]\n",
        stderr);
    return 2;
  }
  const auto outcomes = run(options.study);
  std::vector<Summary> all;
  for (const Outcomes& mine : outcomes) all.push_back(summary(mine, outcomes[0]));
  (options.json ? print_json : print_markdown)(options.study, all);
  return options.check && !good(all) ? 1 : 0;
}
