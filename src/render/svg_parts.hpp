// What pictures and page have in common: the colours, the words for days, and a drawing before it
// becomes an element.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "connect/report.hpp"

namespace connect::render {

/// A colour by its use, for light and for dark surroundings.
struct Tone {
  std::string_view name;
  std::string_view light;
  std::string_view dark;
};

/// Against paper: ink and quiet pass 4.5:1; acts and shades pass 3:1, each of them a step of 1.4:1
/// or more from the next, so that they stay apart in greyscale. Line only divides.
inline constexpr std::array<Tone, 14> palette = {{
    {"paper", "#fbfaf6", "#16191a"},
    {"ink", "#20282a", "#e8e6df"},
    {"quiet", "#566063", "#a3abab"},
    {"accent", "#1f5f5a", "#8fd0c4"},
    {"line", "#dfdcd2", "#333a3b"},
    {"check-in", "#29588e", "#629ada"},
    {"offer", "#9c6716", "#e2b15c"},
    {"listen", "#419f73", "#bce9d2"},
    {"thank", "#502960", "#9c5eba"},
    {"heat-0", "#808a8a", "#6b7676"},
    {"heat-1", "#3f9a8e", "#2f746b"},
    {"heat-2", "#2e7a70", "#389488"},
    {"heat-3", "#1e5a54", "#3fbdb1"},
    {"heat-4", "#0f3533", "#a6e5e1"},
}};

/// A chart without its frame. The class c-NAME fills a shape in the tone NAME of the palette.
struct Drawing {
  std::string_view name;  // makes the ids of title and description
  int width = 0;
  int height = 0;
  std::string title;
  std::string description;
  std::string body;
};

Drawing heat_map_drawing(const Report& report);
Drawing balance_drawing(const Report& report, int width);

/// The parts of the period that a heat map shows, one a row, in order.
std::vector<DayRange> heat_map_rows(DayRange period, int week_start);

/// "23 Nov 2026": documents outlive the year in which they were written.
std::string dated(Day day);
/// "Nov 2026", "2026", "1 Mar to 23 Nov 2026" or "23 Nov 2026".
std::string period_words(DayRange period);
/// "83 acts on 61 days", or that there were none.
std::string total_words(const Report& report);

}  // namespace connect::render
