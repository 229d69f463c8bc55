// Hidden characters: none is left for a terminal, in JSON, or in a locale of ASCII.
#include "domain/text/visible.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/code_points.hpp"

namespace connect::visible_test {

using namespace test;

namespace {

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

}  // namespace

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

TEST_CASE("no sequence of one to three bytes hides anything after visible()") {
  for_each_short_sequence([](std::string_view text) {
    if (shows_hidden(visible(text))) FAIL_CHECK("hidden after visible: " << byte_numbers(text));
    // Ill-formed bytes must not be read past their end, which the sanitizers see.
    (void)json_escaped_hidden(text);
    (void)ascii_only(text);
  });
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

TEST_CASE("Latin letters lose their accents in ASCII") {
  CHECK(ascii_only("Zoë Łukasz ÑANDÚ ıİ Ÿ Ǎǎ Ưư ŹŻŽźżž ĹĺŇň ǰ ẖ") ==
        "Zoe Lukasz NANDU iI Y Aa Uu ZZZzzz LlNn j h");
  CHECK(ascii_only("Straße ẞ Ærø Œuvre") == "Strasse Ss Aero Oeuvre");
  CHECK(ascii_only("e\u0301te\u0301 \u0301") == "ete \\u0301");
  CHECK(ascii_only("× ÷ ð þ") == "\\u00d7 \\u00f7 \\u00f0 \\u00fe");
}

TEST_CASE("other code points become numbered escapes in ASCII") {
  CHECK(ascii_only("Елена 🎉\xFF") == "\\u0415\\u043b\\u0435\\u043d\\u0430 \\U0001f389\\ufffd");
  CHECK(ascii_only("tab\tstays\n") == "tab\tstays\n");
}

TEST_CASE("every code point is printable ASCII once visible and ASCII only") {
  std::size_t failures = 0;
  for (char32_t c = 0; c <= last_code_point; ++c)
    failures += !is_printable_ascii(ascii_only(visible(utf8(c))));
  CHECK(failures == 0);
}

}  // namespace connect::visible_test
