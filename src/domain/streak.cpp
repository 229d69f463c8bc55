#include "connect/streak.hpp"

#include <algorithm>
#include <array>
#include <deque>

#include "connect/streak_days.hpp"

namespace connect {
namespace {

constexpr int window = 7;
// After so many misses in a row one more changes nothing.
constexpr int misses_that_matter = 2 * window;

struct Miss {
  int position;  // in the calendar without rests
  int acted;     // acted days before it
};

/// Walks the calendar a day at a time and keeps the misses that can still end a thread.
class Walk {
 public:
  explicit Walk(int rests) : rests_(static_cast<std::size_t>(rests)) {}

  void act(int days) {
    position_ += days;
    acted_ += days;
    longest_ = std::max(longest_, held());
    previous_ = held();
  }

  void miss() {
    ++position_;
    misses_.push_back({position_, acted_});
    if (misses_.size() > rests_ + 1) misses_.pop_front();
    // One miss too many within seven days: the thread begins after the oldest of them.
    if (misses_.size() == rests_ + 1 && position_ - misses_.front().position < window)
      begin_ = misses_.front().acted;
  }

  int held() const { return acted_ - begin_; }
  int longest() const { return longest_; }
  int previous() const { return previous_; }
  int begin() const { return begin_; }

  /// Rests still free in the seven days that end at `today`, a position not before the last one.
  int rests_left(bool acted_today) const {
    const int today = acted_today ? position_ : position_ + 1;
    const auto used = std::ranges::count_if(misses_, [&](const Miss& miss) {
      return today - miss.position < window && miss.acted > begin_;
    });
    return std::max(0, static_cast<int>(rests_) - static_cast<int>(used));
  }

 private:
  std::size_t rests_;
  int position_ = 0;
  int acted_ = 0;
  int begin_ = 0;  // acted days before the current thread
  int longest_ = 0;
  int previous_ = 0;
  std::deque<Miss> misses_;
};

std::span<const Day> until(std::span<const Day> acted, Day today) {
  const auto end = std::ranges::upper_bound(acted, today);
  return acted.first(static_cast<std::size_t>(end - acted.begin()));
}

int plain_run(std::span<const Day> acted, const RestCalendar& rests, Day today) {
  int run = 0;
  Day expected = today;
  for (auto it = acted.rbegin(); it != acted.rend(); ++it, --expected.number) {
    while (expected > *it && (expected == today || rests.contains(expected))) --expected.number;
    if (expected != *it) break;
    ++run;
  }
  return run;
}

int acted_within(std::span<const Day> acted, Day today, int days) {
  const auto first = std::ranges::upper_bound(acted, today - days);
  return static_cast<int>(std::ranges::upper_bound(acted, today) - first);
}

/// Of the last 28 days those since the first act that asked for something; an open today does not.
int askable_days(std::span<const Day> acted, const RestCalendar& rests, Day today) {
  int count = 0;
  for (Day day = std::max(acted.front(), today - 27); day <= today; ++day.number) {
    const bool is_acted = std::ranges::binary_search(acted, day);
    if (is_acted || (day != today && !rests.contains(day))) ++count;
  }
  return count;
}

StreakState state_of(const Thread& thread, bool acted_today, bool any, bool resting) {
  if (!any) return StreakState::fresh;
  if (acted_today) return StreakState::done;
  if (resting) return StreakState::resting;
  if (thread.current == 0) return StreakState::rested;
  return thread.rests_left == 0 ? StreakState::last_rest : StreakState::open;
}

}  // namespace

std::string_view slug(StreakState state) {
  constexpr std::array<std::string_view, 6> slugs = {"new",       "done",    "open",
                                                     "last-rest", "resting", "rested"};
  return slugs[static_cast<std::size_t>(state)];
}

Thread thread_of(std::span<const Day> all, const RestCalendar& rests, Day today, Rhythm rhythm) {
  const auto acted = until(all, today);
  Thread thread;
  thread.rests_left = rhythm.rests();
  if (acted.empty()) return thread;
  Walk walk(rhythm.rests());
  for (std::size_t next = 0; next < acted.size(); ++next) {
    const std::size_t first = next;
    while (next + 1 < acted.size() && acted[next + 1] - acted[next] == 1) ++next;
    walk.act(static_cast<int>(next - first) + 1);
    const Day until_day = next + 1 < acted.size() ? acted[next + 1] : today;
    int missed = 0;
    for (Day day = acted[next] + 1; day < until_day && missed < misses_that_matter; ++day.number)
      if (!rests.contains(day)) {
        walk.miss();
        ++missed;
      }
  }
  thread.current = walk.held();
  thread.longest = walk.longest();
  thread.previous = walk.previous();
  thread.plain = plain_run(acted, rests, today);
  thread.rests_left = walk.rests_left(acted.back() == today);
  if (walk.held() > 0) thread.since = acted[static_cast<std::size_t>(walk.begin())];
  return thread;
}

Streak streak_of(const History& history, const RestCalendar& rests, Day today, Rhythm rhythm) {
  const auto acted = acted_days(history, today);
  Streak streak;
  streak.today = today;
  streak.rhythm = rhythm;
  streak.thread = thread_of(acted, rests, today, rhythm);
  const bool acted_today = !acted.empty() && acted.back() == today;
  streak.state = state_of(streak.thread, acted_today, !acted.empty(), rests.contains(today));
  streak.last_7 = acted_within(acted, today, 7);
  streak.last_28 = acted_within(acted, today, 28);
  streak.last_90 = acted_within(acted, today, 90);
  streak.of_28 = acted.empty() ? 0 : askable_days(acted, rests, today);
  streak.strength = strength_of(acted, rests, today);
  for (Act act : all_acts) {
    const auto days = acted_days(history, today, act);
    streak.acts[index(act)] = thread_of(days, rests, today, rhythm);
    streak.acts_last_28[index(act)] = acted_within(days, today, 28);
  }
  return streak;
}

double strength_of(std::span<const Day> acted, const RestCalendar& rests, Day today) {
  return weekly_strength(acted, rests, today, 1).front();
}

std::vector<Day> acted_days(const History& history, Day today, std::optional<Act> act) {
  const auto last = std::ranges::upper_bound(history.days, today, {}, &DayActs::day);
  std::vector<Day> days(static_cast<std::size_t>(last - history.days.begin()));
  std::size_t size = 0;
  for (auto day = history.days.begin(); day != last; ++day) {
    days[size] = day->day;
    size += !act || day->counts[index(*act)] > 0 ? 1U : 0U;
  }
  days.resize(size);
  return days;
}

}  // namespace connect
