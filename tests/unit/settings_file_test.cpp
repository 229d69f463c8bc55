// config.toml, line by line: what each line sets, or why it is rejected.
#include "store/settings_file.hpp"

#include <doctest/doctest.h>

#include "support/random.hpp"

namespace connect::settings_file_test {

using store::setting_lines;

namespace {

/// "2 rhythm=4" a line, values joined by |, or the fault after a colon.
std::string told(std::string_view text) {
  std::string out;
  for (const auto& line : setting_lines(text)) {
    out += (out.empty() ? "" : "\n") + std::to_string(line.line) + " ";
    if (!line.fault.empty()) {
      out += ": " + line.fault;
      continue;
    }
    out += line.name + "=";
    for (std::size_t i = 0; i < line.values.size(); ++i)
      out += (i == 0 ? "" : "|") + line.values[i];
  }
  return out;
}

}  // namespace

TEST_CASE("a setting is a name and its values, with the line where it begins") {
  CHECK(told("rhythm = 4\n\n# note\n  once=login  # daily\n") == "1 rhythm=4\n4 once=login");
  CHECK(told("\"place\" = 'in-person'") == "1 place=in-person");
  CHECK(told("a = \"x\\\"y\\\\\"") == "1 a=x\"y\\");
  CHECK(told("rest_days = [\"sat\", \"sun\"]") == "1 rest_days=sat|sun");
  CHECK(told("rest_days = []\nb = ''") == "1 rest_days=\n2 b=");
  CHECK(told("rest_days = sat, sun\nb = x y") == "1 rest_days=sat|sun\n2 b=x|y");
  CHECK(told("[day]\nstart = 4\n[]\n") == "2 day.start=4\n3 : not a setting such as rhythm = 4");
}

TEST_CASE("a list may run over several lines, with comments and a last comma") {
  CHECK(told("a = 1\nb = [  # two\n  \"x\",\n\n  \"y\", # last\n]\nc = 2\n") ==
        "1 a=1\n2 b=x|y\n7 c=2");
}

TEST_CASE("a sign inside of quotes is part of the text") {
  CHECK(told("rest_days = [\"s#t\"]") == "1 rest_days=s#t");
  CHECK(told("a = \"]\"\nb = \"x = y\" # c") == "1 a=]\n2 b=x = y");
}

TEST_CASE("a byte order mark and the line ends of Windows are no part of the settings") {
  CHECK(told("\xef\xbb\xbfrhythm = 3\r\n# x\r\n\r\na = [\r\n\"b\"]\r\n") == "1 rhythm=3\n4 a=b");
  CHECK(told("rhythm = 3\r") == "1 rhythm=3");
}

TEST_CASE("a line that cannot be read says why, and the next one is read") {
  const std::string none = "not a setting such as rhythm = 4";
  for (const char* text : {"= 4", "= =", "hello", "hello 4", "{\"a\": 1}", ", = 1", "]"})
    CHECK(told(std::string(text) + "\na = 1") == "1 : " + none + "\n2 a=1");
  CHECK(told("a =\nb = 1") == "1 : a value is missing\n2 b=1");
  CHECK(told("a = = [\nb = 1") == "1 : a value is missing; put text in quotes\n2 b=1");
  CHECK(told("a = \"x\nb = 1") == "1 : a quote is not closed\n2 b=1");
  CHECK(told("a = [\"x\"] y\nb = 1") == "1 : unexpected text after the value\n2 b=1");
  CHECK(told("[day\nb = 1") == "1 : a [ is not closed\n2 b=1");
  CHECK(told("a = [\"x\"\n\nb = 1") == "1 : the list has no end; close it with ]\n3 b=1");
  CHECK(told("a = [b = 1\nc = 1") == "1 : the list has no end; close it with ]\n2 c=1");
  CHECK(told("b = 1\n\na = [\"x\"\n") == "1 b=1\n3 : the list has no end; close it with ]");
}

TEST_CASE("any text at all is read to its end") {
  test::Random random(20261123);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (int n = random.between(0, 20); n > 0; --n)
      text += "a=[]\"',#\n\r \t\\"[random.between(0, 12)];
    std::size_t last = 0;
    for (const auto& line : setting_lines(text)) {
      REQUIRE(line.line > last);
      last = line.line;
    }
  }
}

}  // namespace connect::settings_file_test
