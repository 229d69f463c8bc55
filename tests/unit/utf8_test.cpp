// UTF-8: every code point round-trips, and ill-formed bytes are found one by one.
#include "domain/text/utf8.hpp"

#include <doctest/doctest.h>

#include "domain/text/visible.hpp"
#include "support/code_points.hpp"

namespace connect::utf8_test {

using namespace test;

namespace {

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

}  // namespace

TEST_CASE("every code point comes back from its own bytes") {
  std::size_t failures = 0;
  for (char32_t c = 0; c <= last_code_point; ++c) {
    if (is_surrogate(c)) continue;
    const std::string bytes = utf8(c);
    if (decode(bytes, 0) != CodePoint{c, bytes.size(), true}) ++failures;
  }
  CHECK(failures == 0);
}

TEST_CASE("surrogates and values above the last code point are written as U+FFFD") {
  for (const char32_t c : {0xD800U, 0xDFFFU, 0x110000U, 0x7FFFFFFFU}) CHECK(utf8(c) == "\uFFFD");
}

TEST_CASE("a valid decode of up to three bytes is the only spelling of its code point") {
  std::size_t failures = 0, valid = 0;
  for (unsigned bytes = 0; bytes < 0x1000000; ++bytes) {
    const char raw[] = {static_cast<char>(bytes >> 16), static_cast<char>(bytes >> 8),
                        static_cast<char>(bytes)};
    const std::string_view text(raw, 3);
    const CodePoint point = decode(text, 0);
    if (!point.valid)
      failures += point != CodePoint{0xFFFD, 1, false};
    else if (point.bytes == 3)
      failures += utf8(point.value) != text;
    valid += point.valid && point.bytes == 3;
  }
  CHECK(failures == 0);
  CHECK(valid == 0x10000 - 0x800 - 0x800);
}

TEST_CASE("overlong, surrogate, truncated and too large forms are ill-formed at their first byte") {
  for (const std::string_view bad :
       {"\xC0\xAF", "\xE0\x80\xAF", "\xF0\x80\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
        "\xF8\x88\x80\x80\x80", "\x80", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x8E", "\xC3("}) {
    CAPTURE(visible(bad));
    CHECK(decode(bad, 0) == CodePoint{0xFFFD, 1, false});
    CHECK(invalid_utf8_at("Zoë" + std::string(bad)) == 4);
  }
}

TEST_CASE("well-formed text has no ill-formed byte and is repaired to itself") {
  for (const std::string_view good :
       {"", "plain", "Ngọc", "中文", "👩‍👩‍👧", "\xF4\x8F\xBF\xBF"}) {
    CHECK_FALSE(invalid_utf8_at(good).has_value());
    CHECK(repaired_utf8(good) == good);
  }
}

TEST_CASE("each ill-formed byte is repaired to one U+FFFD and its neighbours stay") {
  CHECK(repaired_utf8("a\xFF\xFE"
                      "é\xE2\x82z") == "a\uFFFD\uFFFDé\uFFFD\uFFFDz");
}

TEST_CASE("text is cut between two characters") {
  CHECK(character_end("plain", 9) == 5);
  CHECK(character_end("plain", 3) == 3);
  CHECK(character_end("Zoë!", 3) == 2);
  CHECK(character_end("Zoë!", 4) == 4);
  CHECK(character_end("中文", 5) == 3);
  CHECK(character_end("中文", 2) == 0);
}

}  // namespace connect::utf8_test
