// Text: UTF-8, invisible characters, cell width, and folding of names.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/text/cell_width.hpp"
#include "domain/text/foreign_text.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/utf8.hpp"
#include "domain/text/visible.hpp"

namespace connect::text_test {
namespace {

constexpr char32_t last_code_point = 0x10FFFF;

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

std::string utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

bool shows_hidden(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!point.valid || is_hidden(point.value)) return true;
    at += point.bytes;
  }
  return false;
}

bool is_printable_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return byte >= ' ' && byte <= '~'; });
}

// Reads like hostile input: raw bytes mixed with the characters that the rules are about.
std::string random_text(std::mt19937& random) {
  constexpr std::array<char32_t, 16> pool{U'a',   U' ',    U'é',    0x301,   0x200D, 0xFE0F,
                                          0x202E, 0x1F469, 0x1F3FD, 0x1F1EB, 0x4E2D, 0x93F,
                                          0x1B,   0xE0041, U'ß',    U'…'};
  std::string out;
  for (auto left = random() % 12; left > 0; --left) {
    if (random() % 8 == 0)
      out += static_cast<char>(random() % 256);
    else
      append_utf8(out, pool[random() % pool.size()]);
  }
  return out;
}

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

TEST_CASE("sequences of one to three bytes with every lead pass through every function") {
  for (unsigned lead = 0; lead < 256; ++lead)
    for (unsigned tail = 0; tail < 0x10000; tail += 37) {
      const char raw[] = {static_cast<char>(lead), static_cast<char>(tail >> 8),
                          static_cast<char>(tail)};
      for (std::size_t length = 1; length <= 3; ++length) {
        const std::string_view text(raw, length);
        if (shows_hidden(visible(text)))
          FAIL_CHECK("hidden after visible: " << lead << ' ' << tail);
        if (cells(clipped(text, 1)) > 1) FAIL_CHECK("wider than asked: " << lead << ' ' << tail);
        (void)json_escaped_hidden(text);
        (void)ascii_only(text);
        (void)fold_key(text);
      }
    }
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

TEST_CASE("no code point is hidden after visible()") {
  std::size_t failures = 0, changed = 0;
  for (char32_t c = 0; c <= last_code_point; ++c) {
    const std::string before = utf8(c), after = visible(before);
    failures += shows_hidden(after);
    changed += before != after;
  }
  CHECK(failures == 0);
  CHECK(changed == 65 + 1 + 2 + 5 + 4 + 2 + 1 + 128);
}

TEST_CASE("hidden code points are shown by caret or number") {
  CHECK(visible("\x1b[31mred\x7f") == "^[[31mred^?");
  CHECK(visible(std::string_view("\0\n\t", 3)) == "^@^J^I");
  CHECK(visible("a\u202Eb\uFEFF\u0085") == "a\\u202eb\\ufeff\\u0085");
  CHECK(visible("\U000E0041") == "\\U000e0041");
  CHECK(visible("bad\xFFz") == "bad\uFFFDz");
}

TEST_CASE("ordinary text in any script is already visible") {
  for (const std::string_view text :
       {"", "Tea with Zoë", "Ελένη", "नमस्ते", "👨‍👩‍👧 ❤️", "李小龍"})
    CHECK(visible(text) == text);
}

TEST_CASE("JSON hides nothing and keeps its lines, escapes and letters") {
  CHECK(json_escaped_hidden("{\n  \"a\": \"\\u001b\\n\"\n}\n") ==
        "{\n  \"a\": \"\\u001b\\n\"\n}\n");
  CHECK(json_escaped_hidden("\"Zoë \u202E\x7F\u0085\uFEFF\"") ==
        "\"Zoë \\u202e\\u007f\\u0085\\ufeff\"");
  CHECK(json_escaped_hidden("\"\U000E0041😀\"") == "\"\\udb40\\udc41😀\"");
  CHECK(json_escaped_hidden("\"\xFF\"") == "\"\xFF\"");
}

TEST_CASE("the program's own glyphs have ASCII twins") {
  CHECK(ascii_only("a · b – c — d… →") == "a - b - c - d... ->");
  CHECK(ascii_only("█▓▒░■□●○") == "#+=:#.*o");
  CHECK(ascii_only("▁▂▃▄▅▆▇") == "_,.-=+*");
  CHECK(ascii_only("‘it’ “is”") == "'it' \"is\"");
}

TEST_CASE("other letters become numbered escapes in ASCII") {
  CHECK(ascii_only("Zoë 🎉\xFF") == "Zo\\u00eb \\U0001f389\\ufffd");
  CHECK(ascii_only("tab\tstays\n") == "tab\tstays\n");
}

TEST_CASE("every code point is printable ASCII once visible and ASCII only") {
  std::size_t failures = 0;
  for (char32_t c = 0; c <= last_code_point; ++c)
    failures += !is_printable_ascii(ascii_only(visible(utf8(c))));
  CHECK(failures == 0);
}

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

TEST_CASE("names are equal with case and accents aside") {
  const std::vector<std::pair<std::string, std::string>> same{
      {"Zoë", "ZOE"},
      {"Zoe\u0308", "zoë"},
      {"Ngọc", "ngoc"},
      {"ĐỨC", "duc"},
      {"Nguyễn Thị", "nguyen thi"},
      {"Ελένη", "ελενη"},
      {"ΝΊΚΟΣ", "νίκος"},
      {"Ἀθηνᾶ", "αθηνα"},
      {"Straße", "STRASSE"},
      {"STRAẞE", "strasse"},
      {"Ægir", "aegir"},
      {"Œdipe", "oedipe"},
      {"Søren", "SOREN"},
      {"Łukasz", "lukasz"},
      {"İbrahim", "ibrahim"},
      {"IŞIL", "ışıl"},
      {"i\u0307pek", "İPEK"},
      {"Ștefan", "stefan"},
      {"ПЁТР", "петр"},
      {"Андрей", "АНДРЕИ\u0306"},
      {"Ǿ", "o"},
      {"  Ana \t\u00A0 Maria ", "ana maria"},
      {"Ana\u3000Maria", "ANA MARIA"},
  };
  for (const auto& pair : same) {
    CAPTURE(pair.first);
    CHECK(fold_key(pair.first) == fold_key(pair.second));
  }
}

TEST_CASE("different names stay different") {
  CHECK(fold_key("Maya") != fold_key("Mia"));
  CHECK(fold_key("Ana Maria") != fold_key("Anamaria"));
  CHECK(fold_key("李明") != fold_key("李名"));
  CHECK(fold_key("Þór") != fold_key("Tor"));
}

TEST_CASE("a name of spaces and marks alone has an empty key") {
  CHECK(fold_key("").empty());
  CHECK(fold_key(" \t\u3000").empty());
  CHECK(fold_key(" \u0301 ").empty());
}

TEST_CASE("folding twice is folding once, for every code point and for random text") {
  std::size_t failures = 0;
  for (char32_t c = 0; c <= last_code_point; ++c) {
    const std::string key = fold_key(utf8(c));
    failures += fold_key(key) != key;
  }
  CHECK(failures == 0);
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    const std::string key = fold_key(random_text(random));
    REQUIRE(fold_key(key) == key);
  }
}

TEST_CASE("edit distance counts inserts, deletes, replacements and adjacent swaps") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("thakn", "thank") == 1);
  CHECK(edit_distance("ab", "ba") == 1);
  CHECK(edit_distance("ca", "abc") == 3);
}

TEST_CASE("edit distance is symmetric and nothing only between equals") {
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    const std::string a = random_text(random), b = random_text(random);
    REQUIRE(edit_distance(a, b) == edit_distance(b, a));
    REQUIRE((edit_distance(a, b) == 0) == (a == b));
  }
}

TEST_CASE("the nearest candidate is suggested") {
  const std::vector<std::string> commands{"log", "prompt", "report", "streak", "export", "people"};
  CHECK(nearest("prmopt", commands) == "prompt");
  CHECK(nearest("reprot", commands) == "report");
  CHECK(nearest("LOG", commands) == "log");
  CHECK(nearest("lgo", commands) == "log");
  CHECK(nearest("pe", commands) == "people");
  CHECK(nearest("str", commands) == "streak");
  CHECK_FALSE(nearest("banana", commands).has_value());
}

TEST_CASE("a suggestion is never the word itself, nor for an empty or single letter") {
  const std::vector<std::string> names{"a", "ab", "Zoë", "李明"};
  CHECK_FALSE(nearest("", names).has_value());
  CHECK_FALSE(nearest("b", names).has_value());
  CHECK(nearest("ab", names) == "a");
  CHECK(nearest("Zoe", names) == "Zoë");
  CHECK_FALSE(nearest("Zoë", names).has_value());
  CHECK_FALSE(nearest("李", names).has_value());
}

TEST_CASE("only a true typo is guessed at: one slip, two from five letters on") {
  CHECK(nearest("abc", std::vector<std::string>{"abd", "abe"}) == "abd");
  CHECK_FALSE(nearest("abc", std::vector<std::string>{"ade"}).has_value());
  CHECK_FALSE(nearest("abcd", std::vector<std::string>{"abxy"}).has_value());
  CHECK_FALSE(nearest("abcd", std::vector<std::string>{"xabcde"}).has_value());
  CHECK(nearest("abcde", std::vector<std::string>{"abxye"}) == "abxye");
  CHECK(nearest("bacdfe", std::vector<std::string>{"abcdef"}) == "abcdef");
  CHECK_FALSE(nearest("abcdefgh", std::vector<std::string>{"abcdexyz"}).has_value());
  CHECK(nearest("žlutý", std::vector<std::string>{"žltuá"}) == "žltuá");
  CHECK(nearest("李小明", std::vector<std::string>{"李小名"}) == "李小名");
}

TEST_CASE("another name is no typo of a short, a numbered or a longer one") {
  const auto guess = [](std::string_view name, std::string known) {
    return nearest_name(name, std::vector<std::string>{std::move(known)});
  };
  CHECK(guess("Mya", "Maya") == "Maya");
  CHECK(guess("Zeo", "Zoë") == "Zoë");
  CHECK(guess("Grcae Hoppr", "Grace Hopper") == "Grace Hopper");
  CHECK_FALSE(guess("José", "Zoë").has_value());
  CHECK_FALSE(guess("Jo", "Bo").has_value());
  CHECK_FALSE(guess("P2", "P1").has_value());
  CHECK_FALSE(guess("P25", "P2").has_value());
  CHECK_FALSE(guess("Team 12", "Team 13").has_value());
  CHECK_FALSE(guess("Marga", "Margarete").has_value());
  CHECK_FALSE(guess("Maya", "Maya").has_value());
}

TEST_CASE("a name is kept without blanks at its ends, whatever kind of blank") {
  CHECK(tidied("  Aunt \t Ruth ") == "Aunt Ruth");
  CHECK(tidied("\u00a0Maya\u3000") == "Maya");
  CHECK(tidied("李\u3000明") == "李 明");
  CHECK(tidied("Zoë") == "Zoë");
  CHECK(tidied(" \u2003\u00a0\t").empty());
  CHECK(tidied("\xff x") == "\xff x");
}

TEST_CASE("a text from Windows loses its byte order mark and the CR of its line ends") {
  CHECK(unix_text("\xef\xbb\xbfhi\r\nthere\r\n") == "hi\nthere\n");
  CHECK(unix_text("a\r\n\r\nb\r") == "a\n\nb");
  CHECK(unix_text("a\rb") == "a\rb");
  CHECK(unix_text("").empty());
  CHECK(without_mark("\xef\xbb\xbfx") == "x");
  CHECK(without_mark("x\xef\xbb\xbf") == "x\xef\xbb\xbf");
}

TEST_CASE("a huge word or candidate costs no quadratic time") {
  const std::string huge(1 << 20, 'x');
  CHECK_FALSE(nearest(huge, std::vector<std::string>{huge + "y"}).has_value());
  CHECK_FALSE(nearest("ya", std::vector<std::string>{huge}).has_value());
}

}  // namespace connect::text_test
