// Line breaking, padding and colours of terminal pages.
#include "render/terminal/page.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "domain/text/cell_width.hpp"
#include "domain/text/utf8.hpp"
#include "domain/text/visible.hpp"
#include "support/random.hpp"
#include "support/show.hpp"

namespace connect::page_test {

using namespace render;

namespace {

std::string shown(std::vector<Span> spans, const Surface& surface = {}, int hang = 0) {
  Page page;
  page.line(std::move(spans), hang);
  return painted(page, surface);
}

std::string shown(std::string text, int columns, int hang = 0) {
  return shown({Span{std::move(text)}}, {false, true, columns}, hang);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// All but the white space: where lines break makes no difference.
std::string letters_of(const std::string& text) {
  std::istringstream in(text);
  std::string out;
  for (std::string word; in >> word;) out += word;
  return out;
}

/// The escape sequences of colour taken out.
std::string uncoloured(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b')
      i = text.find('m', i);
    else
      out += text[i];
  }
  return out;
}

const std::string sentence =
    "Message someone you have not spoken to this month: 'You crossed my mind. No need to reply.'";

}  // namespace

TEST_CASE("a line that fits is written as it is") {
  CHECK(shown("Hello there", 40) == "Hello there\n");
  CHECK(shown(std::string(40, 'x'), 40) == std::string(40, 'x') + "\n");
  CHECK(shown("", 40) == "\n");
  Page page;
  page.line("a");
  page.blank();
  Page more;
  more.line("b");
  page.append(more);
  CHECK(painted(page, {}) == "a\n\nb\n");
}

TEST_CASE("a longer line goes on below, broken at spaces") {
  CHECK(shown(sentence, 80) ==
        "Message someone you have not spoken to this month: 'You crossed my mind. No need\n"
        "to reply.'\n");
  CHECK(shown(sentence, 40) ==
        "Message someone you have not spoken to\n"
        "this month: 'You crossed my mind. No\n"
        "need to reply.'\n");
}

TEST_CASE("spaces before a word that has to go below stay behind with nothing of them") {
  CHECK(shown("   " + std::string(9, 'x'), 10) == "\n" + std::string(9, 'x') + "\n");
}

TEST_CASE("lines that go on are set in by the hang") {
  CHECK(shown("  * " + sentence, 40, 4) ==
        "  * Message someone you have not spoken\n"
        "    to this month: 'You crossed my mind.\n"
        "    No need to reply.'\n");
}

TEST_CASE("a hang never takes more than half of the width") {
  for (const auto& line : lines_of(shown(sentence, 20, 60))) CHECK(cells(line) <= 20);
}

TEST_CASE("a word too long for the width stands alone on its line") {
  CHECK(shown("a " + std::string(50, 'x') + " b", 40) == "a\n" + std::string(50, 'x') + "\nb\n");
}

TEST_CASE("a word of several spans is not parted") {
  const Surface narrow{false, true, 12};
  CHECK(shown({{"hello "}, {"(", Style::quiet}, {"there", Style::strong}, {")"}}, narrow) ==
        "hello\n(there)\n");
}

TEST_CASE("spans are padded in cells, so that names in any script align") {
  for (const std::string name :
       {"Maya", "李小龍", "Zoe\u0308", "👩‍👩‍👧", "", "हिन्दी"}) {
    CAPTURE(name);
    CHECK(cells(lines_of(shown({{name, Style::plain, 8}, {"|"}}))[0]) == 9);
    CHECK(cells(lines_of(shown({{name, Style::plain, -8}, {"|"}}))[0]) == 9);
  }
  CHECK(shown({{"李", Style::plain, 4}, {"|"}}) == "李  |\n");
  CHECK(shown({{"7", Style::plain, -3}, {"|"}}) == "  7|\n");
  CHECK(shown({{"longer", Style::plain, 3}, {"|"}}) == "longer|\n");
}

TEST_CASE("wide glyphs count twice when lines are broken") {
  CHECK(shown("李小龍 李小龍 李小龍", 13) == "李小龍 李小龍\n李小龍\n");
  CHECK(shown("李小龍 李小龍 李小龍", 12) == "李小龍\n李小龍\n李小龍\n");
}

TEST_CASE("colour is written only where it is shown, and is over before each line's end") {
  const std::vector<Span> spans = {
      {"plain "}, {"strong ", Style::strong}, {"thanks", Style::thank}};
  CHECK(shown(spans) == "plain strong thanks\n");
  CHECK(shown(spans, {true, true, 80}) == "plain \x1b[1mstrong \x1b[0m\x1b[35mthanks\x1b[0m\n");
  CHECK(shown({{"strong words on", Style::strong}}, {true, true, 8}).find("\x1b[0m\n") !=
        std::string::npos);
  for (Act act : all_acts)
    CHECK(shown({{"x", style_of(act)}}, {true, true, 80}) != shown({{"x"}}, {true, true, 80}));
}

TEST_CASE("padding at the end of a broken line is dropped in colour as it is without") {
  const std::vector<Span> spans = {{"Maya", Style::check_in, 6}, {"", Style::offer, 20}, {"words"}};
  CHECK(shown(spans, {false, true, 12}, 2) == "Maya\n\n  words\n");
  CHECK(uncoloured(shown(spans, {true, true, 12}, 2)) == "Maya\n\n  words\n");
}

TEST_CASE("nothing is ever red") {
  for (auto style : {Style::plain, Style::strong, Style::quiet, Style::check_in, Style::offer,
                     Style::listen, Style::thank}) {
    const std::string text = shown({{"x", style}}, {true, true, 80});
    CHECK(text.find("31m") == std::string::npos);
    CHECK(text.find("91m") == std::string::npos);
  }
}

TEST_CASE("hostile text is shown, never obeyed") {
  CHECK(shown("\x1b[31mred\x07 \u202Eevil\u0085 a\nb\xff", 80) ==
        "^[[31mred^G \\u202eevil\\u0085 a^Jb\uFFFD\n");
}

TEST_CASE("a surface without UTF-8 gets ASCII only") {
  CHECK(shown({{"Zoë · 3 days…"}}, {false, false, 80}) == "Zoe - 3 days...\n");
}

TEST_CASE("any page is safe and whole, with colour and without, on any width") {
  const std::array<std::string, 14> parts = {
      "word", " ", " ", "  ", "李", "é", "\x1b[2J", "\n", "\u202e", "\xff", "👩‍👩‍👧",
      "\x7f", "…", "ab"};
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    std::vector<Span> spans(1 + random.below(6));
    for (auto& span : spans) {
      for (auto left = random.below(6); left > 0; --left) span.text += random.pick(parts);
      span.style = static_cast<Style>(random.below(7));
      if (random.chance(15)) span.width = random.between(-9, 9);
    }
    const Surface plain{false, random.chance(70), random.chance(50) ? 40 : 80};
    const int hang = random.between(0, 8);
    const std::string text = shown(spans, plain, hang);
    REQUIRE(text.ends_with('\n'));
    for (char c : text) REQUIRE((static_cast<unsigned char>(c) >= ' ' || c == '\n'));
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = decode(text, at);
      REQUIRE(point.valid);
      REQUIRE((point.value == '\n' || !is_hidden(point.value)));
      REQUIRE((plain.utf8 || point.value < 0x80));
      at += point.bytes;
    }
    Surface coloured = plain;
    coloured.colour = true;
    REQUIRE(letters_of(uncoloured(shown(spans, coloured, hang))) == letters_of(text));
    Surface wide = plain;
    wide.columns = 4000;
    REQUIRE(letters_of(shown(spans, wide, hang)) == letters_of(text));
  }
}

TEST_CASE("no line of words that fit is wider than the surface") {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    std::vector<Span> spans(1 + random.below(4));
    const std::array<std::string, 5> parts = {"word ", "李小龍 ", "a ", "elsewhere ",
                                              "👩‍👩‍👧 "};
    for (auto& span : spans)
      for (auto left = 1 + random.below(15); left > 0; --left) span.text += random.pick(parts);
    const int columns = random.chance(50) ? 40 : 80, hang = random.between(0, 10);
    const auto lines = lines_of(shown(spans, {false, true, columns}, hang));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      REQUIRE(cells(lines[i]) <= static_cast<std::size_t>(columns));
      REQUIRE_FALSE(lines[i].ends_with(' '));
      if (i > 0) REQUIRE(lines[i].find_first_not_of(' ') == static_cast<std::size_t>(hang));
    }
  }
}

TEST_CASE("text without spaces is broken between its characters when no line could hold it") {
  const std::string text = "今日は雨でしたが、一緒に歩きました。とても良い時間でした。";
  for (const int columns : {20, 21, 30, 40}) {
    const auto lines = lines_of(shown("Note  " + text, columns, 6));
    CHECK(lines.size() > 1);
    for (const auto& line : lines) {
      CAPTURE(line);
      CHECK(cells(line) <= static_cast<std::size_t>(columns));
      CHECK_FALSE(line.starts_with("      、"));
      CHECK_FALSE(line.starts_with("      。"));
    }
    CHECK(letters_of(shown("Note  " + text, columns, 6)) == "Note" + text);
  }
}

TEST_CASE("a name that would fit on a line of its own is not broken") {
  CHECK(shown("Thanked somebody called 山田太郎", 30) == "Thanked somebody called\n山田太郎\n");
}

TEST_CASE("what should stay whole is broken at its spaces when no line could hold it") {
  const Span whole{"Bartholomew Featherstonehaugh (Sun 18 Oct)", Style::plain, 0, true};
  CHECK(shown({whole}, {false, true, 30}, 2) == "Bartholomew Featherstonehaugh\n  (Sun 18 Oct)\n");
  CHECK(shown({Span{"Some words and"}, Span{" "}, whole}, {false, true, 50}, 2) ==
        "Some words and\n  Bartholomew Featherstonehaugh (Sun 18 Oct)\n");
}

}  // namespace connect::page_test
