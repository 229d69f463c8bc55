// Whom to name: invented circles of people, each with a rhythm, and ways to choose among those who
// are due. Prints a table in Markdown. The engine is the product's own: its suggestions are made by
// prompt_of() from a folded ledger, as the command makes them.
//   whom [--long] [--check]
//
// A year: everybody was met on a random day within their rhythm before it. A terminal is opened on
// 5 days in 7 at random, and 6 in 10 suggestions that name somebody are followed by an entry with
// them. Nobody is met otherwise. Chance is the same for all policies.
//
// The last table adds follow-ups: after 3 contacts in 10 there is something to ask, 3 to 12 days
// later. Such a suggestion may come before somebody is due, and on its day also a third time in a
// week.

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/ledger/fold.hpp"
#include "domain/suggest/prompt.hpp"
#include "people.hpp"

namespace {

using namespace connect;

constexpr int days = 365;
constexpr double opens = 5.0 / 7;
constexpr double follows = 0.6;
constexpr Day start{20000};

struct Circle {
  std::string_view name;
  std::vector<int> rhythms;  // in days, one for each person
  double least_met;          // contacts of those asked for that the engine must reach
};

std::vector<Circle> circles() {
  return {{"1 person, every 14 days", {14}, 0.80},
          {"3 people, every 14 days", std::vector<int>(3, 14), 0.80},
          {"10 people, every 30 days", std::vector<int>(10, 30), 0.84},
          {"12 people, every 7 to 90 days", {7, 7, 14, 14, 14, 21, 30, 30, 30, 60, 90, 90}, 0.55}};
}

/// A person as a policy sees them.
struct Friend {
  int rhythm = 0;
  int met = 0;  // the day of the last contact
  std::vector<int> named;
};
using Friends = std::vector<Friend>;

double lateness(const Friend& each, int day) {
  return static_cast<double>(day - each.met) / each.rhythm;
}

struct Year {
  int contacts = 0;
  int overdue_days = 0;  // days after the one on which a person was due, added up over people
  int longest_silence = 0;
  int unnamed_days = 0;  // a terminal was opened, somebody was due, and nobody was named
  int namings = 0;
  int most_in_a_week = 0;  // namings of one person
  int early = 0;           // namings of people who were not due
};

class Policy {
 public:
  Policy() = default;
  Policy(const Policy&) = delete;
  Policy& operator=(const Policy&) = delete;
  virtual ~Policy() = default;
  virtual std::optional<std::size_t> choose(const Friends& friends, int day) = 0;
  virtual void met(std::size_t, int) {}
};

/// The best of those who are due and may be named; `rank` is to be large.
template <class MayBeNamed, class Rank>
std::optional<std::size_t> best(const Friends& friends, int day, MayBeNamed may_be_named,
                                Rank rank) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < friends.size(); ++i)
    if (lateness(friends[i], day) >= 1 && may_be_named(friends[i]) &&
        (!best || rank(friends[i]) > rank(friends[*best])))
      best = i;
  return best;
}

class Nobody : public Policy {
  std::optional<std::size_t> choose(const Friends&, int) override { return std::nullopt; }
};

class AnybodyDue : public Policy {
  std::optional<std::size_t> choose(const Friends& friends, int day) override {
    std::uint64_t number = 0;
    return best(
        friends, day, [](const Friend&) { return true; },
        [&](const Friend&) { return sim::luck(7, ++number, static_cast<std::uint64_t>(day), 0); });
  }
};

/// The most overdue, with the same pause for everybody after a naming.
class AfterAPause : public Policy {
 public:
  explicit AfterAPause(int pause) : pause_(pause) {}
  std::optional<std::size_t> choose(const Friends& friends, int day) override {
    return best(
        friends, day,
        [&](const Friend& each) { return each.named.empty() || day - each.named.back() >= pause_; },
        [&](const Friend& each) { return lateness(each, day); });
  }

 private:
  int pause_;
};

class EarliestDeadline : public Policy {
  std::optional<std::size_t> choose(const Friends& friends, int day) override {
    return best(
        friends, day, [](const Friend&) { return true; },
        [](const Friend& each) { return -(each.met + each.rhythm); });
  }
};

/// The product: a ledger in memory, to which the suggestions and entries are added.
class Engine : public Policy {
 public:
  Engine(const Friends& friends, std::uint64_t number) : number_(number) {
    for (std::size_t i = 0; i < friends.size(); ++i) {
      add(PersonSet{name(i), friends[i].rhythm, {}, {}}, start - 100);
      met(i, friends[i].met);
    }
  }
  std::optional<std::size_t> choose(const Friends& friends, int day) override {
    const Prompt prompt = prompt_of(summary(), start + day, bank_);
    act_ = prompt.act;
    asks_ = prompt.ref;
    add(Prompted{start + day, prompt.act, prompt.suggestion, prompt.person, "",
                 std::string(slug(prompt.occasion)), prompt.ref},
        start + day);
    for (std::size_t i = 0; i < friends.size(); ++i)
      if (name(i) == prompt.person) return i;
    return std::nullopt;
  }
  void met(std::size_t person, int day) override {
    Logged said;
    said.day = start + day;
    said.act = act_;
    said.with = {name(person)};
    add(std::move(said), start + day);
  }
  /// Notes a follow-up; returns its id.
  std::string ask(std::size_t person, int on, int day) {
    add(Asked{start + on, {name(person)}, "how it went"}, start + day);
    return records_.back().id;
  }
  /// The id of the follow-up that the last suggestion was made of, or empty.
  const std::string& asks() const { return asks_; }

 private:
  static std::string name(std::size_t i) { return "Person " + std::to_string(i); }
  void add(Body body, Day day) {
    const Instant at = instant_at(day, 36000, 0);
    records_.push_back({"r" + std::to_string(number_) + "-" + std::to_string(records_.size()), at,
                        std::move(body)});
  }
  Summary summary() const {
    Fold fold;
    for (const Record& each : records_) fold.add(each);
    return summary_of(std::move(fold).settled());
  }

  std::uint64_t number_;
  std::vector<Record> records_;
  Bank bank_;
  Act act_ = Act::check_in;
  std::string asks_;
};

void count_naming(Year& year, Friend& each, int day) {
  ++year.namings;
  year.early += lateness(each, day) < 1 ? 1 : 0;
  each.named.push_back(day);
  const auto in_a_week = std::ranges::count_if(each.named, [&](int on) { return day - on < 7; });
  year.most_in_a_week = std::max(year.most_in_a_week, static_cast<int>(in_a_week));
}

void count_silences(Year& year, const Friends& friends, int day) {
  for (const Friend& each : friends) {
    year.overdue_days += lateness(each, day) > 1 ? 1 : 0;
    year.longest_silence = std::max(year.longest_silence, day - each.met);
  }
}

Friends friends_of(const Circle& circle, std::uint64_t number) {
  Friends friends;
  for (const int rhythm : circle.rhythms) {
    const double ago = sim::luck(1, number, 0, friends.size());
    friends.push_back({rhythm, -static_cast<int>(ago * rhythm), {}});
  }
  return friends;
}

Year live(Friends friends, std::uint64_t number, Policy& policy) {
  Year year;
  for (int day = 1; day <= days; ++day) {
    const auto key = static_cast<std::uint64_t>(day);
    count_silences(year, friends, day);
    if (sim::luck(1, number, key, 0) >= opens) continue;
    const bool is_anybody_due =
        std::ranges::any_of(friends, [&](const Friend& each) { return lateness(each, day) >= 1; });
    const auto named = policy.choose(friends, day);
    year.unnamed_days += is_anybody_due && !named ? 1 : 0;
    if (!named) continue;
    count_naming(year, friends[*named], day);
    if (sim::luck(1, number, key, 1 + *named) >= follows) continue;
    friends[*named].met = day;
    policy.met(*named, day);
    ++year.contacts;
  }
  return year;
}

Year sum_of(const std::vector<Year>& years) {
  Year sum;
  for (const Year& each : years) {
    sum.contacts += each.contacts;
    sum.overdue_days += each.overdue_days;
    sum.longest_silence = std::max(sum.longest_silence, each.longest_silence);
    sum.unnamed_days += each.unnamed_days;
    sum.namings += each.namings;
    sum.most_in_a_week = std::max(sum.most_in_a_week, each.most_in_a_week);
    sum.early += each.early;
  }
  return sum;
}

using Maker = std::function<std::unique_ptr<Policy>(const Friends&, std::uint64_t)>;

template <class P, class... Words>
Maker made(Words... words) {
  return [=](const Friends&, std::uint64_t) { return std::make_unique<P>(words...); };
}

const std::vector<std::pair<std::string_view, Maker>>& policies() {
  static const std::vector<std::pair<std::string_view, Maker>> all = {
      {"never", made<Nobody>()},
      {"anybody due", made<AnybodyDue>()},
      {"a pause of 7 days", made<AfterAPause>(7)},
      {"engine", [](const Friends& friends,
                    std::uint64_t number) { return std::make_unique<Engine>(friends, number); }},
      {"earliest deadline", made<EarliestDeadline>()},
      {"most overdue, no pause", made<AfterAPause>(1)}};
  return all;
}

double asked_for(const Circle& circle) {
  double contacts = 0;
  for (const int rhythm : circle.rhythms) contacts += static_cast<double>(days) / rhythm;
  return contacts;
}

void print_row(std::string_view policy, const Circle& circle, const Year& sum, std::size_t lives) {
  const auto each = static_cast<double>(lives);
  const auto person = each * static_cast<double>(circle.rhythms.size());
  std::printf("| %s | %.1f | %.0f %% | %.0f | %d | %.0f | %.2f | %d | %d |\n", policy.data(),
              sum.contacts / each, 100 * sum.contacts / each / asked_for(circle),
              sum.overdue_days / each, sum.longest_silence, sum.unnamed_days / each,
              sum.namings / person / 12, sum.most_in_a_week, sum.early);
}

struct FollowUps {
  int due = 0;
  int at_once = 0;         // suggested in the first terminal on their day or later
  int by_second = 0;       // or in the second one, or the person was reached before that
  int most_in_a_week = 0;  // namings of one person, follow-ups on their own day left out
};

struct Waiting {
  std::string id;
  std::size_t person;
  int day;
  int opened = 0;  // terminals since
};

/// A year with follow-ups.
FollowUps live_with_follow_ups(Friends friends, std::uint64_t number) {
  FollowUps year;
  Engine engine(friends, number);
  std::vector<Waiting> waiting;
  for (int day = 1; day <= days; ++day) {
    const auto key = static_cast<std::uint64_t>(day);
    if (sim::luck(1, number, key, 0) >= opens) continue;
    const auto named = engine.choose(friends, day);
    for (Waiting& each : waiting)
      if (each.day <= day) year.due += ++each.opened == 1 ? 1 : 0;
    const auto found = std::ranges::find(waiting, engine.asks(), &Waiting::id);
    const bool is_first = found != waiting.end();
    if (is_first) {
      year.at_once += found->opened == 1 ? 1 : 0;
      year.by_second += found->opened <= 2 ? 1 : 0;
      waiting.erase(found);
    }
    if (!named) continue;
    auto& namings = friends[*named].named;
    namings.push_back(day);
    const auto in_a_week = std::ranges::count_if(namings, [&](int on) { return day - on < 7; });
    if (!is_first) year.most_in_a_week = std::max(year.most_in_a_week, static_cast<int>(in_a_week));
    if (sim::luck(1, number, key, 1 + *named) >= follows) continue;
    engine.met(*named, day);
    std::erase_if(waiting, [&](const Waiting& each) {
      const bool is_asked = each.person == *named && each.day <= day;
      year.by_second += is_asked && each.opened <= 2 ? 1 : 0;
      return is_asked;
    });
    if (sim::luck(2, number, key, 1) >= 0.3) continue;
    const int on = day + 3 + static_cast<int>(sim::luck(2, number, key, 2) * 10);
    waiting.push_back({engine.ask(*named, on, day), *named, on});
  }
  return year;
}

/// Prints the table of follow-ups; returns whether they come in time.
bool print_follow_ups(std::size_t lives) {
  std::puts(
      "\nFollow-ups\n\n| people | due a year | suggested at the first terminal | by the second | "
      "most other namings in 7 days |\n|---|---|---|---|---|");
  bool good = true;
  for (const Circle& circle : circles()) {
    FollowUps sum;
    for (std::size_t number = 0; number < lives; ++number) {
      const FollowUps year = live_with_follow_ups(friends_of(circle, number), number);
      sum.due += year.due;
      sum.at_once += year.at_once;
      sum.by_second += year.by_second;
      sum.most_in_a_week = std::max(sum.most_in_a_week, year.most_in_a_week);
    }
    const double due = std::max(sum.due, 1);
    std::printf("| %s | %.1f | %.0f %% | %.0f %% | %d |\n", circle.name.data(),
                due / static_cast<double>(lives), 100 * sum.at_once / due,
                100 * sum.by_second / due, sum.most_in_a_week);
    good =
        good && sum.at_once >= 0.85 * due && sum.by_second >= 0.97 * due && sum.most_in_a_week <= 2;
  }
  return good;
}

/// What the engine must reach.
bool is_good(const Circle& circle, const Year& sum, std::size_t lives) {
  const double met = sum.contacts / static_cast<double>(lives) / asked_for(circle);
  return met >= circle.least_met && sum.most_in_a_week <= 2 && sum.early == 0;
}

}  // namespace

int main(int count, char** words) {
  std::size_t lives = 20;
  bool check = false;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(words[i], "--long") == 0) lives = 200;
    if (std::strcmp(words[i], "--check") == 0) check = true;
  }
  bool good = true;
  for (const Circle& circle : circles()) {
    std::printf("\n%s: %.0f contacts a year asked for; means of %zu years\n\n", circle.name.data(),
                asked_for(circle), lives);
    std::puts(
        "| policy | contacts | of those asked for | overdue person-days | longest silence | days "
        "with somebody due and nobody named | namings a person a month | most namings in 7 days | "
        "named too early |\n|---|---|---|---|---|---|---|---|---|");
    for (const auto& [name, make] : policies()) {
      std::vector<Year> years;
      for (std::size_t number = 0; number < lives; ++number) {
        const Friends friends = friends_of(circle, number);
        years.push_back(live(friends, number, *make(friends, number)));
      }
      const Year sum = sum_of(years);
      print_row(name, circle, sum, lives);
      if (name == "engine") good = good && is_good(circle, sum, lives);
    }
  }
  good = print_follow_ups(lives) && good;
  return check && !good ? 1 : 0;
}
