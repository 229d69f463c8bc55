#include "domain/streak/streak_fold.hpp"

#include <algorithm>
#include <cmath>

namespace connect {
namespace {

constexpr int window_days = 7;
// After this many misses in a row any window holds only misses, so further ones change nothing.
constexpr int misses_that_matter = 2 * window_days;
const double kept_a_day = std::pow(0.5, 1.0 / 13.0);  // per day: a half-life of 13 days

}  // namespace

void StreakFold::act(Day day, const RestCalendar& rests) {
  pass(day, rests);
  // This is the first act after the most recent misses.
  for (auto i = missed_; i > 0 && !misses_[i - 1].next; --i) misses_[i - 1].next = day;
  if (!first_) first_ = day;
  if (held() == 0) since_ = day;
  ++position_;
  ++acted_;
  ++plain_;
  previous_ = held();
  longest_ = std::max(longest_, previous_);
  next_ = day + 1;
}

void StreakFold::pass(Day until, const RestCalendar& rests) {
  if (!first_) return;  // nothing is missed before the first act
  int missed = 0;
  for (Day day = next_; day < until && missed < misses_that_matter; ++day.number)
    if (!rests.contains(day)) {
      miss();
      ++missed;
    }
  next_ = std::max(next_, until);
}

void StreakFold::miss() {
  ++position_;
  plain_ = 0;
  // Drop the oldest; only the last rests_ + 1 misses matter.
  if (missed_ == rests_ + 1) {
    std::shift_left(misses_.begin(), misses_.begin() + missed_, 1);
    --missed_;
  }
  misses_[missed_++] = {position_, acted_, {}};
  const Miss& oldest = misses_.front();
  if (missed_ < rests_ + 1 || position_ - oldest.position >= window_days) return;
  // One miss too many within seven days: the streak restarts after the oldest of these misses.
  begin_ = oldest.acted;
  since_ = oldest.next;
}

bool StreakFold::is_sound() const {
  // More days than any calendar here has, and small enough that sums do not overflow.
  constexpr int most = 100'000'000;
  const auto is_count = [](int count) { return count >= 0 && count <= most; };
  return rests_ <= window_days && missed_ <= rests_ + 1 && is_count(position_) &&
         is_count(acted_) && is_count(begin_) && is_count(longest_) && is_count(previous_) &&
         is_count(plain_) && std::ranges::all_of(misses_, [&](const Miss& miss) {
           return is_count(miss.position) && is_count(miss.acted);
         });
}

/// Free rest days left in the seven days that end at position `today`. Misses before the current
/// streak do not count.
int StreakFold::rests_left(int today) const {
  const auto used = std::count_if(
      misses_.begin(), misses_.begin() + missed_,
      [&](const Miss& miss) { return today - miss.position < window_days && miss.acted > begin_; });
  return std::max(0, static_cast<int>(rests_) - static_cast<int>(used));
}

StreakLengths StreakFold::on(Day today, const RestCalendar& rests) const {
  StreakFold fold = *this;
  fold.pass(today, rests);
  const bool acted_today = first_ && fold.next_ > today;
  StreakLengths lengths;
  lengths.current = fold.held();
  lengths.longest = fold.longest_;
  lengths.plain = fold.plain_;
  lengths.previous = fold.previous_;
  if (fold.held() > 0) lengths.since = fold.since_;
  lengths.rests_left = fold.rests_left(acted_today ? fold.position_ : fold.position_ + 1);
  return lengths;
}

StreakLengths streak_lengths(std::span<const Day> acted, const RestCalendar& rests, Day today,
                             Rhythm rhythm) {
  StreakFold fold(rhythm);
  for (Day day : acted) {
    if (day > today) break;
    fold.act(day, rests);
  }
  return fold.on(today, rests);
}

void StrengthFold::act(Day day, const RestCalendar& rests) {
  pass(day, rests);
  value_ = value_ * kept_a_day + (1 - kept_a_day);
  next_ = day + 1;
}

void StrengthFold::pass(Day until, const RestCalendar& rests) {
  if (!next_) return;
  for (; *next_ < until; ++next_->number)
    if (!rests.contains(*next_)) value_ *= kept_a_day;
}

}  // namespace connect
