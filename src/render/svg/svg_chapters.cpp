// Draws the pictures that only the page of a long period has, but for its bars.
#include <fmt/format.h>

#include <algorithm>

#include "domain/text/counted.hpp"
#include "domain/time/day_words.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr int line_width = 400;
constexpr std::size_t most_kindnesses = 240;

/// Whether every span has room for a label: the months of a year up to today are 13.
bool is_roomy(const Chapters& chapters) { return chapters.spans.size() <= 13; }

/// The distance between two squares of a person.
int presence_pitch(const Chapters& chapters) { return is_roomy(chapters) ? 14 : 8; }

/// The count that has the strongest shade: the highest of all people, from 4 on.
std::uint32_t highest_presence(const Chapters& chapters) {
  std::uint32_t highest = 4;
  for (const auto& person : chapters.people)
    for (const std::uint32_t count : person.counts) highest = std::max(highest, count);
  return highest;
}

/// "26"
std::string short_year(int year) { return fmt::format("{:02}", year % 100); }

}  // namespace

Drawing stretch_drawing(const Report& report, const Chapters& chapters) {
  constexpr int bracket = 4, top = 16, height = 18;
  const DayRange days = report.known_days();
  const int number = days.until - days.since + 1;
  // In tenths, as a day of ten years is a tenth of a unit wide.
  const auto x = [&](Day day) {
    return static_cast<int>(std::int64_t{day - days.since} * line_width * 10 / number);
  };
  Drawing out{
      "stretch", line_width, top + height + 20, "Days with an act, and the steadiest stretch",
      {},        {}};
  Html path;
  for (std::size_t i = 0; i < report.days.size();) {
    const Day first = report.days[i].day;
    Day last = first;
    while (++i < report.days.size() && report.days[i].day == last + 1) last = last + 1;
    path += markup("M{} {}h{}v{}h-{}z", x(first), top * 10, std::max(6, x(last + 1) - x(first)),
                   height * 10, std::max(6, x(last + 1) - x(first)));
  }
  out.body = markup("<path class=\"c-heat-2\" transform=\"scale(.1)\" d=\"{}\"/>", path) +
             markup("<rect class=\"c-heat-0\" x=\"0\" y=\"{}\" width=\"{}\" height=\"1\"/>",
                    top + height, line_width);
  const auto& [held, acted] = *chapters.steadiest;
  const int left = x(held.since) / 10, right = std::max(left + 4, x(held.until + 1) / 10);
  out.body += markup("<path class=\"s-accent\" d=\"M{} {}v-6H{}v6\"><title>{}</title></path>", left,
                     top - bracket, right,
                     escaped(fmt::format("{} to {}: {}", dated(held.since), dated(held.until),
                                         counted(acted, "day") + " with an act")));
  int free = 0;  // where the next label has room
  for (const auto& span : chapters.spans) {
    const int at = std::max(0, x(std::max(span.days.since, days.since)) / 10);
    if (at < free || at > line_width - 26 || span.days.until < days.since) continue;
    const Civil date = civil(span.days.since);
    out.body += markup("<text class=\"c-quiet\" x=\"{}\" y=\"{}\" font-size=\"12\">{}</text>", at,
                       top + height + 15,
                       escaped(chapters.of_years ? std::to_string(date.year)
                                                 : std::string(month_short(date.month))));
    free = at + 30;
  }
  out.description = fmt::format("A bracket marks {} to {}.", dated(held.since), dated(held.until));
  return out;
}

Drawing kindnesses_drawing(const Chapters& chapters) {
  constexpr int pitch = 20, across = line_width / pitch;
  const auto shown = std::min(chapters.kindnesses.size(), most_kindnesses);
  Drawing out{"kindness", line_width, 0, "Kindnesses, oldest first", {}, {}};
  int place = 0;
  for (std::size_t i = shown; i-- > 0; ++place) {
    const NoticedKindness& kindness = chapters.kindnesses[i];
    const int x = place % across * pitch + 8, y = place / across * pitch + 8;
    out.body +=
        markup("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"6\"><title>{}</title></circle>",
               escaped(kindness.thanked ? "c-thank" : "s-thank"), x, y,
               escaped(dated(kindness.day) + ", " + kindness.person +
                       (kindness.thanked ? ": thanked" : "")));
    out.height = y + 8;
  }
  const auto thanked = std::ranges::count(chapters.kindnesses, true, &NoticedKindness::thanked);
  out.description = fmt::format(
      "{}; thanked for {}.",
      counted(static_cast<std::int64_t>(chapters.kindnesses.size()), "kindness", "kindnesses"),
      thanked);
  return out;
}

Html presence_labels_svg(const Chapters& chapters) {
  const int pitch = presence_pitch(chapters);
  Html body;
  for (std::size_t i = 0; i < chapters.spans.size(); ++i) {
    const Civil date = civil(chapters.spans[i].days.since);
    const int x = static_cast<int>(i) * pitch;
    if (is_roomy(chapters)) {
      const std::string label =
          chapters.of_years ? short_year(date.year) : span_label(chapters, i).substr(0, 1);
      body += markup(
          "<text class=\"c-quiet\" x=\"{}\" y=\"10\" font-size=\"10\" "
          "text-anchor=\"middle\">{}</text>",
          x + (pitch - 2) / 2, escaped(label));
    } else if (chapters.of_years ? i % 4 == 0 : date.month == 1) {
      body += markup("<text class=\"c-quiet\" x=\"{}\" y=\"10\" font-size=\"10\">{}</text>", x,
                     date.year);
    }
  }
  return markup("<svg viewBox=\"0 0 {0} 12\" width=\"{0}\" height=\"12\">{1}</svg>",
                static_cast<int>(chapters.spans.size()) * pitch, body);
}

Html presence_svg(const Chapters& chapters, const Chapters::Presence& person) {
  const auto number = static_cast<int>(person.counts.size());
  const int pitch = presence_pitch(chapters);
  const std::uint32_t highest = highest_presence(chapters);
  Html body, quiet;
  int met = 0;
  for (int i = 0; i < number; ++i) {
    const std::uint32_t count = person.counts[static_cast<std::size_t>(i)];
    if (count > 0) ++met;
    if (count == 0) {
      quiet += markup("M{} {}h0", i * pitch + (pitch - 2) / 2, pitch / 2);
      continue;
    }
    const auto& span = chapters.spans[static_cast<std::size_t>(i)];
    body += heat_square(i * pitch, 1, pitch - 2, 1 + (count - 1) * 4 / highest,
                        markup("<title>{}: {}</title>", escaped(span_name(chapters, span)),
                               escaped(counted(count, "act"))));
  }
  const std::string said =
      fmt::format("in {} of {}", met, counted(number, chapters.of_years ? "year" : "month"));
  return markup(
      "<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
      "aria-label=\"{2}\">{3}{4}</svg>",
      number * pitch, pitch, escaped(said), quiet.empty() ? quiet : heat_dots(quiet), body);
}

std::string span_name(const Chapters& chapters, const Chapters::Span& span) {
  const Civil date = civil(span.days.since);
  return chapters.of_years ? std::to_string(date.year)
                           : fmt::format("{} {}", month_name(date.month), date.year);
}

std::string span_label(const Chapters& chapters, std::size_t at) {
  const Civil date = civil(chapters.spans[at].days.since);
  if (chapters.of_years)
    return chapters.spans.size() <= 10 ? std::to_string(date.year) : short_year(date.year);
  const std::string month(month_short(date.month));
  return is_roomy(chapters) ? month : month.substr(0, 1);
}

}  // namespace connect::render
