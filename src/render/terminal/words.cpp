#include "render/terminal/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/text/counted.hpp"

namespace connect::render {

std::string enumerated(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

std::string act_text(const Logged& said) { return done_phrase(said.act, enumerated(said.with)); }

namespace {

std::string dated(const std::string& what, Day day, Day today) {
  return what + " · " + spoken(day, today);
}

struct ChangeWords {
  Day today;
  std::string operator()(const Logged& said) const {
    return dated(act_text(said), said.day, today);
  }
  std::string operator()(const Felt& said) const { return dated("Feelings", said.day, today); }
  std::string operator()(const Amended&) const { return "A correction"; }
  std::string operator()(const Prompted& said) const {
    return dated("A suggestion", said.day, today);
  }
  std::string operator()(const Noticed& said) const {
    return dated("Noticed " + enumerated(said.with), said.day, today);
  }
  std::string operator()(const Rested& said) const {
    const std::string what = dated(said.rest ? "Rest" : "No rest", said.days.since, today);
    return said.days.since == said.days.until ? what
                                              : what + " to " + spoken(said.days.until, today);
  }
  std::string operator()(const PersonSet& said) const {
    return said.renamed ? said.name + " renamed to " + *said.renamed : "Settings of " + said.name;
  }
  std::string operator()(const Foreign&) const { return "A record"; }
};

}  // namespace

std::string change_words(const Record& record, Day today) {
  return std::visit(ChangeWords{today}, record.body);
}

std::string ago(Day day, Day today) {
  const int days = today - day;
  if (days == 0) return "today";
  if (days == 1) return "yesterday";
  if (days > 1 && days < 7) return counted(days, "day") + " ago";
  return spoken(day, today);
}

std::string row_words(By by, const std::string& key) {
  if (key.empty()) return by == By::tag ? "no tag" : "nobody named";
  const auto act = by == By::act ? act_from_word(key) : std::nullopt;
  return act ? std::string(title(*act)) : key;
}

std::string rows_footnote(const Report& report) {
  if (report.by != By::person && report.by != By::tag) return "";
  std::uint32_t sum = 0;
  for (const auto& row : rows_for_people(report)) sum += row.count;
  if (sum == report.total) return "";
  return report.by == By::person ? "An act that names several people counts for each of them."
                                 : "An act with several tags counts for each of them.";
}

std::string headline(const Streak& streak) {
  if (streak.state == StreakState::fresh) return "Nothing logged yet";
  if (streak.of_28 == 1) return streak.last_28 == 1 ? "Acted on the first day" : "A first day";
  return fmt::format("Acted on {} of the last {}", streak.last_28, counted(streak.of_28, "day"));
}

std::string state_words(const Streak& streak) {
  switch (streak.state) {
    case StreakState::fresh: return "the first act begins a thread";
    case StreakState::done: return "done today";
    case StreakState::open:
      return streak.lengths.rests_left == 1 ? "open; one rest is free"
                                            : "open; a rest today is free";
    case StreakState::last_rest: return "a small act today keeps the thread; resting is fine too";
    case StreakState::resting: return "resting";
    case StreakState::rested:
      return fmt::format("that thread held {}; today can start another",
                         counted(streak.lengths.previous, "day"));
  }
  return "";
}

}  // namespace connect::render
