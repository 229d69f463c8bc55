// Pages of `feel` and `rest`.
#include <fmt/format.h>

#include <algorithm>

#include "domain/text/counted.hpp"
#include "domain/text/enumerated.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
Page feelings_question() {
  Page page;
  page.line({{"  And how are you right now? connect feel C,T,K", Style::quiet},
             {" (contentment, trust, calm; 0 to 10)", Style::quiet}},
            2);
  return page;
}

Page felt_page(const Felt& said, Day today) {
  return confirmed({rating_words(said.felt)}, spoken(said.day, today));
}

Page ratings_page(const std::vector<Rating>& ratings, std::optional<Day> day, Day today) {
  Page page;
  if (ratings.empty()) {
    page.line(day ? "No rating on " + spoken(*day, today) +
                        "; to add one: connect feel C,T,K --on " + iso(*day)
                  : "No rating in the last four weeks; to add one: connect feel C,T,K");
  } else {
    std::size_t when = 0;
    for (const auto& rating : ratings) when = std::max(when, spoken(rating.said.day, today).size());
    std::vector<Span> heading = {{"", Style::plain, static_cast<int>(when)}};
    for (const auto name : feeling_names)
      heading.push_back({"  " + std::string(name), Style::quiet});
    page.line(std::move(heading));
    Day last{INT32_MIN};
    for (const auto& [id, said] : ratings) {
      std::vector<Span> row = {
          {said.day == last ? "" : spoken(said.day, today), Style::quiet, static_cast<int>(when)}};
      for (std::size_t i = 0; i < feeling_names.size(); ++i)
        row.push_back({said.felt.items[i] < 0 ? "-" : std::to_string(said.felt.items[i]),
                       Style::plain, -static_cast<int>(feeling_names[i].size()) - 2});
      page.line(std::move(row));
      last = said.day;
    }
  }
  page.line(
      {{"Contentment: I feel content. Trust: I feel I can trust the people around me. Calm: I "
        "feel calm. 0 is not at all, 10 completely.",
        Style::quiet}});
  return page;
}

Page rested_page(const Rested& said, int known, Day today) {
  const int days = said.days.until - said.days.since + 1;
  std::string where = range_words(said.days, today);
  if (days > 1 && (said.rest || known == days)) where += " · " + counted(days, "day");
  if (days > 1 && !said.rest && known < days) where += fmt::format(" · {} of {} days", known, days);
  return confirmed({rest_words(said)}, std::move(where));
}

Page no_rest_page(DayRange days, const RestCalendar& rests, Day today) {
  const bool is_one = days.since == days.until;
  std::string what = days.until < today ? (is_one ? " was" : " were") : (is_one ? " is" : " are");
  what += is_one ? " not a rest day" : " not rest days";
  bool is_setting = false;
  for (Day day = days.since; day <= std::min(days.until, days.since + 6); day = day + 1)
    is_setting = is_setting || rests.contains(day);
  Page page;
  if (is_setting)
    page.line({{"No change: rest days that the setting rest_days makes stay rest days"}}, 2);
  else
    page.line({{"No change: " + range_words(days, today) + what}}, 2);
  return page;
}

Page rests_already_page(DayRange days, Day today) {
  Page page;
  page.line({{"No change: " + range_words(days, today) +
              (days.since == days.until ? " is a rest day already" : " are rest days already")}},
            2);
  return page;
}

Page rests_page(const std::vector<DayRange>& planned, const RestCalendar& rests, Day today) {
  const bool rests_today = rests.contains(today);
  Page page;
  page.line({label("Today"), {rests_today ? "a rest day" : "not a rest day"}}, label_width);
  bool first = true;
  for (const DayRange& range : planned) {
    const int days = range.until - range.since + 1;
    page.line({label(first ? "Planned" : ""),
               {range_words(range, today)},
               {days > 1 ? " · " + counted(days, "day") : "", Style::plain, 0, true}},
              label_width);
    first = false;
  }
  if (first)
    page.line({label("Planned"), {"nothing; for example: connect rest 2026-12-24..2026-12-27"}},
              label_width);
  std::vector<std::string> weekly;
  for (int i = 0; i < 7; ++i)
    if ((rests.weekdays >> i & 1) != 0) weekly.emplace_back(weekday_name(i));
  if (!weekly.empty())
    page.line({label("Weekly"), {enumerated(weekly) + ", by the setting rest_days"}}, label_width);
  if (!rests_today) page.line({{"to take today off: connect rest today", Style::quiet}});
  return page;
}

}  // namespace connect::render
