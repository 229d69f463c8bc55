// Draws the heat map: a column per week, with the first day of the week at the top.
#include <fmt/format.h>

#include <algorithm>

#include "domain/text/counted.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr int image_width = 672;  // the width of a page and of the standalone image
constexpr int gutter = 36;        // for weekday names
constexpr int legend_width = 268;
constexpr int rest_width = 50;    // of the legend's entry for rest days
constexpr int label_height = 18;  // month names above the cells
constexpr int most_weeks = 53;    // in one row
constexpr int most_years = 12;    // rows

int weeks_in(Day first, Day until) { return (until - first) / 7 + 1; }

/// A row of weeks: the whole period, or one year of it. All rows of a map have the same scale.
struct Row {
  DayRange days;
  Day first;  // top of the first column
  bool whole_year = false;
  int top = 0;
  int pitch = 0;  // distance between cells

  int x(Day day) const { return gutter + (day - first) / 7 * pitch; }
  int y(Day day) const { return top + label_height + (day - first) % 7 * pitch; }
  int gap() const { return std::max(2, pitch / 7); }
  int bottom() const { return top + label_height + 7 * pitch; }
};

std::vector<Row> laid_out(DayRange period, int week_start) {
  std::vector<Row> rows;
  int columns = 1;
  const auto parts = heat_map_rows(period, week_start);
  for (const DayRange& part : parts) {
    const bool years = parts.size() > 1;
    const Day start = years ? *day_of({civil(part.since).year, 1, 1}) : part.since;
    rows.push_back({part, first_of_week(start, week_start), years});
    columns = std::max(columns, weeks_in(rows.back().first, part.until));
  }
  int top = 0;
  for (Row& row : rows) {
    row.pitch = std::clamp((image_width - gutter) / columns, 11, 26);
    row.top = top;
    top = row.bottom() + 14;
  }
  return rows;
}

Html map_label(int x, int y, std::string_view text, std::string_view tone = "quiet") {
  return markup("<text class=\"c-{}\" x=\"{}\" y=\"{}\" font-size=\"12\">{}</text>", escaped(tone),
                x, y, escaped(text));
}

/// Each month's name is above the week in which it begins; a first month that began earlier is
/// named above the first week if there is room before the next name.
Html month_labels(const Row& row) {
  Html out;
  const Day next = last_of_month(row.days.since) + 1;
  const bool begins_within = civil(row.days.since).day > 1;
  if (begins_within && (next > row.days.until || row.x(next) - row.x(row.days.since) > 30))
    out += map_label(row.x(row.days.since), row.top + 11, month_short(civil(row.days.since).month));
  for (Day first = begins_within ? next : row.days.since; first <= row.days.until;
       first = last_of_month(first) + 1)
    out += map_label(std::min(row.x(first), image_width - 24), row.top + 11,
                     month_short(civil(first).month));
  return out;
}

Html row_labels(const Row& row) {
  Html out;
  if (row.whole_year)
    out += map_label(0, row.top + 11, fmt::format("{}", civil(row.days.since).year), "ink");
  const int step = row.pitch < 18 ? 2 : 1;  // names need their height
  for (int day = 0; day < 7; day += step)
    out += map_label(0, row.top + label_height + day * row.pitch + (row.pitch - row.gap()) / 2 + 4,
                     weekday_short(row.first + day));
  return out + month_labels(row);
}

/// Whether a day without an act is marked: from the first act to today. Other days are blank.
bool is_quiet(const Report& report, Day day) {
  return report.first_act && *report.first_act <= day && day <= report.today;
}

Html dash(int x, int y) { return markup("M{} {}h6", x - 3, y); }

/// Days without an act are dots, because empty boxes would look like something to fill in. Rest
/// days are dashes.
Html day_cells(const Row& row, const Report& report) {
  Html out;
  Html quiet;
  const int size = row.pitch - row.gap();
  for (Day day = row.days.since; day <= row.days.until; day = day + 1) {
    const std::uint32_t count = count_on(report.days, day);
    if (count > 0) {
      out += heat_square(row.x(day), row.y(day), size, count,
                         markup("<title>{} {}: {}</title>", escaped(weekday_short(day)),
                                escaped(dated(day)), escaped(counted(count, "act"))));
    } else if (is_quiet(report, day)) {
      const int x = row.x(day) + size / 2, y = row.y(day) + size / 2;
      quiet += report.rests.contains(day) ? dash(x, y) : markup("M{} {}h0", x, y);
    }
  }
  return quiet.empty() ? out : heat_dots(quiet) + out;
}

Html map_legend(int left, int top, bool rests) {
  Html out;
  if (rests) {
    out = heat_dots(dash(left + 5, top + 5)) + map_label(left + 14, top + 9, "rest");
    left += rest_width;
  }
  out += heat_dots(markup("M{} {}h0", left + 5, top + 5));
  out += map_label(left + 14, top + 9, "none");
  int x = left + 56;
  for (std::uint32_t count = 1; count <= 4; ++count, x += 32) {
    out += heat_square(x, top, 10, count, {});
    out += map_label(x + 15, top + 9, count < 4 ? std::to_string(count) : "4+ acts a day");
  }
  return out;
}

}  // namespace

Html heat_square(int x, int y, int size, std::uint32_t count, const Html& inside) {
  return markup(
      "<rect class=\"c-heat-{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\">{}</rect>",
      std::min(count, 4U), x, y, size, size, std::max(2, size / 5), inside);
}

Html heat_dots(const Html& path) { return markup("<path class=\"s-heat-0\" d=\"{}\"/>", path); }

std::vector<DayRange> heat_map_rows(DayRange period, int week_start) {
  if (period.until < period.since) return {};
  if (weeks_in(first_of_week(period.since, week_start), period.until) <= most_weeks)
    return {period};
  std::vector<DayRange> rows;
  const int last = civil(period.until).year;
  for (int year = std::max(civil(period.since).year, last - most_years + 1); year <= last; ++year)
    rows.push_back({std::max(period.since, *day_of({year, 1, 1})),
                    std::min(period.until, *day_of({year, 12, 31}))});
  return rows;
}

Drawing heat_map_drawing(const Report& report) {
  bool rests = false;
  const DayRange known = report.known_days();
  for (Day day = known.since; day <= known.until && !rests; ++day.number)
    rests = is_quiet(report, day) && report.rests.contains(day) && count_on(report.days, day) == 0;
  const int below = legend_width + (rests ? rest_width : 0);
  Drawing out{"days", below, 0, "Acts day by day", {}, {}};
  for (const Row& row : laid_out(known, report.week_start)) {
    out.body += row_labels(row) + day_cells(row, report);
    out.width = std::max(out.width, row.x(row.days.until) + row.pitch);
    out.height = row.bottom() + 12;
  }
  // At the right end, which a narrow screen shows first.
  out.body += map_legend(out.width - below, out.height, rests);
  out.height += 14;
  out.description =
      total_words(report) + ", " + period_name(report) +
      fmt::format(
          ". Each column is a week, from {} at the top to {}; the stronger the shade of a day, "
          "the more acts it has.",
          weekday_name(report.week_start), weekday_name((report.week_start + 6) % 7));
  return out;
}

}  // namespace connect::render
