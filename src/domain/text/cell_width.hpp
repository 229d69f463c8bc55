// The width of text on a terminal, where it may be cut and where a line may be broken, by Unicode
// 15. A table in the program gives the same result on every machine and in every locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace connect {

/// Terminal cells of one code point: 0 for combining and zero-width ones, 2 for East Asian wide,
/// fullwidth and emoji presentation, else 1. Regional indicators count 1 (a flag is two).
int cell_width(char32_t c);

/// Terminal cells of `text`, which must already be visible (a control character counts 1). An emoji
/// sequence (joined by ZWJ, toned, a flag, or a base before U+FE0F) is one glyph of 2 cells.
std::size_t cells(std::string_view text);

/// `text` in at most `width` cells, ending in "…" if it was cut; empty for width 0. Never cuts
/// inside a code point, before a combining mark or inside an emoji sequence.
std::string clipped(std::string_view text, std::size_t width);

/// The parts of a word between which a line may be broken, as East Asian text is written without
/// spaces; a single part if there is no such place. A closing mark stays with what it closes, an
/// opening one with what follows.
std::vector<std::string_view> parts_of_word(std::string_view word);

}  // namespace connect
