// The one table of colours for terminal, SVG and HTML: an act has the same colour everywhere.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace connect::render {

/// A colour by its use, for light and for dark backgrounds. `terminal`: the SGR code of the nearest
/// of the sixteen terminal colours that are legible on both; empty if no terminal page uses it.
struct Tone {
  std::string_view name;
  std::string_view light;
  std::string_view dark;
  std::string_view terminal = {};
};

/// Contrast with `paper`, light and dark: ink and quiet have at least 4.5:1, acts and heat shades
/// at least 3:1. Between two acts, and between two shades from heat-1 to heat-4, it is at least
/// 1.4:1, so that they differ in greyscale, too. `line` only separates. Nothing is red.
inline constexpr std::array<Tone, 14> palette = {{
    {"paper", "#fbfaf6", "#16191a"},
    {"ink", "#20282a", "#e8e6df"},
    {"quiet", "#566063", "#a3abab", "2"},
    {"accent", "#1f5f5a", "#8fd0c4"},
    {"line", "#dfdcd2", "#333a3b"},
    {"check-in", "#29588e", "#629ada", "94"},
    {"offer", "#9c6716", "#e2b15c", "33"},
    {"listen", "#419f73", "#bce9d2", "32"},
    {"thank", "#502960", "#9c5eba", "35"},
    {"heat-0", "#808a8a", "#6b7676"},
    {"heat-1", "#3f9a8e", "#2f746b"},
    {"heat-2", "#2e7a70", "#389488"},
    {"heat-3", "#1e5a54", "#3fbdb1", "36"},
    {"heat-4", "#0f3533", "#a6e5e1"},
}};

constexpr const Tone& tone(std::string_view name) {
  return *std::ranges::find(palette, name, &Tone::name);
}

}  // namespace connect::render
