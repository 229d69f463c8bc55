// Chooses which of the four acts to suggest today, and why.
//
// A pure function of the prompts shown and the acts logged on earlier days, today's declines, the
// day and a seed. Each act has a score from how long it was not shown or done and how often it was
// taken (act_scores.cpp has the formula). All arithmetic is in 64-bit integers, so that every
// compiler and machine gives the same answer. Guarantees: never the same act twice in a row, and
// all four acts within any seven prompts shown.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "domain/suggest/act.hpp"

namespace connect {

inline constexpr std::size_t act_count = 4;
inline constexpr std::int32_t never = std::numeric_limits<std::int32_t>::min();

/// A prompt that was shown, and its outcome. A day is the number of days since 1970-01-01.
struct PromptOutcome {
  std::int32_t day{};
  Act act{};
  bool taken{};     // the act was logged for that day
  bool declined{};  // replaced by --another that day: counts as shown, and as half a failure
};

/// The statistics of one act. Days of the week: 0 Monday to 6 Sunday. Day types: 0 Monday to
/// Friday, 1 the weekend.
struct ActStatistics {
  std::array<std::int64_t, 7> trials{};     // by day of the week: prompts shown, Q16; each prompt
                                            // of any act takes 1/200 off what there is
  std::array<std::int64_t, 7> successes{};  // of these, prompts whose act was logged that day, Q16
  std::int64_t turn = 0;              // number of the prompt that last showed it, from 1; 0 never
  std::int32_t asked_day = never;     // last day it was shown
  std::int32_t declined_day = never;  // last day it was declined
  std::int32_t done_day = never;      // last day it was logged for
  // By day type: outcomes of the last ten prompts, one bit each, the newest in the lowest bit.
  std::array<std::uint32_t, 2> recent{};
  std::array<std::uint16_t, 2> known{};  // how many of these ten there are so far
  friend bool operator==(const ActStatistics&, const ActStatistics&) = default;
};

/// The folded history. Fixed size, trivially copyable, without padding, so it can be serialized.
struct ActChoiceState {
  std::int64_t shown = 0;  // prompts shown so far, declined ones included
  // By how much the rates by day of the week have predicted the outcomes better than those by day
  // type: the difference of their squared errors, fading by 1/200 a prompt, Q16.
  std::int64_t weekday_gain = 0;
  std::array<ActStatistics, act_count> acts{};
  friend bool operator==(const ActChoiceState&, const ActChoiceState&) = default;
};

/// Adds a prompt of an earlier day, or one declined today, in the order in which they were shown.
/// It cannot be removed again: when an act is logged late for that day, `taken` changes and the
/// fold must start over.
void observe(ActChoiceState& state, const PromptOutcome& prompt);

/// Adds that an act was logged for an earlier day. Order and repetition do not matter.
void observe_done(ActChoiceState& state, Act act, std::int32_t day);

/// The facts on which a choice is based; enough for one sentence that is true of the ledger.
struct ActReason {
  enum class Kind : std::uint8_t {
    first_days,  // fewer than eight prompts so far: the four take turns
    due,         // its turn, so that no act waits for more than seven prompts; `days` since shown
    fresh,       // "Offering a hand was last suggested a week ago.": `days` since shown
    need,        // "You last listened fully 6 days ago.": `days` since done, or `never`
    receptive,   // "On weekdays you often follow suggestions to check in (7 of 10).": taken,
                 // asked, weekend; asked is 3..10, the rate above the average of the four; "often"
                 // if 2 taken >= asked
    even,        // nothing stands out
  };
  Kind kind = Kind::even;
  bool weekend = false;
  std::int32_t days = never;
  std::int32_t taken = 0;
  std::int32_t asked = 0;
  friend bool operator==(const ActReason&, const ActReason&) = default;
};

struct ActChoice {
  Act act{};
  ActReason reason;
  // act first; then the choice after each further decline today
  std::array<Act, act_count> ranking{};
  friend bool operator==(const ActChoice&, const ActChoice&) = default;
};

/// Whether this act can be shown on this day without breaking a guarantee: it was not the last one
/// shown nor declined today, and no other act is due. `state` as for choose_act().
bool may_be_shown(const ActChoiceState& state, Act act, std::int32_t day, std::uint64_t seed);

/// Today's act. `state` holds all prompts and logged acts of earlier days, and of today only the
/// declines. The reason states what set the act apart from the runner-up.
ActChoice choose_act(const ActChoiceState& state, std::int32_t day, std::uint64_t seed);

}  // namespace connect
