// The width of text on a terminal, and where it is clipped.
#include "domain/text/cell_width.hpp"

#include <doctest/doctest.h>

#include "domain/text/visible.hpp"
#include "support/code_points.hpp"

namespace connect::cell_width_test {

using namespace test;

TEST_CASE("a code point takes no, one or two cells") {
  for (const char32_t c :
       {0x300U, 0x36FU, 0x200BU, 0x200DU, 0xFE0FU, 0x5B0U, 0x1161U, 0x3099U, 0xE0100U})
    CHECK(cell_width(c) == 0);
  for (const char32_t c :
       {0x41U, 0xADU, 0xE9U, 0x3B1U, 0x416U, 0x5D0U, 0xFF71U, 0x2192U, 0x2588U, 0x25CFU, 0xFFFDU})
    CHECK(cell_width(c) == 1);
  for (const char32_t c : {0x1100U, 0x3042U, 0x4E2DU, 0xAC00U, 0xFF21U, 0x3000U, 0x231AU, 0x1F389U,
                           0x1FAE8U, 0x20000U})
    CHECK(cell_width(c) == 2);
  CHECK(cell_width(last_code_point) == 1);
}

TEST_CASE("text is measured by what is seen") {
  CHECK(cells("") == 0);
  CHECK(cells("Maya") == 4);
  CHECK(cells("Zoë") == 3);
  CHECK(cells("Zoe\u0308") == 3);
  CHECK(cells("Nguyễn Thị Ngọc") == 15);
  CHECK(cells("李小龍") == 6);
  CHECK(cells("민수") == 4);
  CHECK(cells("\u1112\u1161\u11AB") == 2);
  CHECK(cells("हिन्दी") == 5);
}

TEST_CASE("an emoji sequence is one glyph of two cells") {
  for (const std::string_view glyph :
       {"🎉", "❤️", "👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "👩🏽‍💻",
        "🇫🇷", "1️⃣", "☎️", "🧔‍♂️"}) {
    CAPTURE(glyph);
    CHECK(cells(glyph) == 2);
  }
  CHECK(cells("🇫🇷🇩🇪🇫") == 5);
  CHECK(cells("🏽🏽") == 4);
  CHECK(cells("❤") == 1);
  CHECK(cells("a\uFE0F") == 1);
  CHECK(cells("a\u200Db") == 2);
}

TEST_CASE("text that fits is not clipped") {
  CHECK(clipped("Maya", 4) == "Maya");
  CHECK(clipped("李小龍", 6) == "李小龍");
  CHECK(clipped("Zoe\u0308", 3) == "Zoe\u0308");
  CHECK(clipped("", 3).empty());
}

TEST_CASE("clipped text ends in an ellipsis and parts no glyph") {
  CHECK(clipped("Maya", 3) == "Ma…");
  CHECK(clipped("Maya", 1) == "…");
  CHECK(clipped("Maya", 0).empty());
  CHECK(clipped("李小龍", 5) == "李小…");
  CHECK(clipped("李小龍", 4) == "李…");
  CHECK(clipped("Zoe\u0308 B", 4) == "Zoe\u0308…");
  CHECK(clipped("a👩‍👩‍👧b", 3) == "a…");
  CHECK(clipped("🇫🇷🇩🇪", 3) == "🇫🇷…");
  CHECK(clipped("किताब", 2) == "…");
}

TEST_CASE("no sequence of one to three bytes is wider than asked once it is clipped") {
  for_each_short_sequence([](std::string_view text) {
    if (cells(clipped(text, 1)) > 1) FAIL_CHECK("wider than asked: " << byte_numbers(text));
  });
}

TEST_CASE("clipping never exceeds the width and keeps well-formed text well-formed") {
  std::mt19937 random(20240301);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = visible(random_text(random));
    const std::size_t width = random() % 10;
    const std::string cut = clipped(text, width);
    CAPTURE(text);
    CAPTURE(width);
    REQUIRE(cells(cut) <= width);
    REQUIRE_FALSE(invalid_utf8_at(cut).has_value());
    REQUIRE((cut == text) == (cells(text) <= width && (width > 0 || text.empty())));
  }
}

}  // namespace connect::cell_width_test
