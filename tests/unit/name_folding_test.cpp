// When two names are the same, and which name or word a misspelled one means.
#include "domain/text/name_folding.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "support/code_points.hpp"

namespace connect::name_folding_test {

using namespace test;

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

TEST_CASE("folding twice is folding once, for sequences of one to three bytes") {
  for_each_short_sequence([](std::string_view text) {
    const std::string key = fold_key(text);
    if (fold_key(key) != key) FAIL_CHECK("folds again: " << byte_numbers(text));
  });
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
  CHECK_FALSE(nearest("pe", commands).has_value());
  CHECK_FALSE(nearest("str", commands).has_value());
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

TEST_CASE("only a true typo is guessed at: one slip, two from six letters on after the first") {
  CHECK(nearest("abc", std::vector<std::string>{"abd", "abe"}) == "abd");
  CHECK_FALSE(nearest("abc", std::vector<std::string>{"ade"}).has_value());
  CHECK_FALSE(nearest("abcd", std::vector<std::string>{"abxy"}).has_value());
  CHECK_FALSE(nearest("abcd", std::vector<std::string>{"xabcde"}).has_value());
  CHECK(nearest("abcdef", std::vector<std::string>{"abxyef"}) == "abxyef");
  CHECK(nearest("acbdfe", std::vector<std::string>{"abcdef"}) == "abcdef");
  CHECK_FALSE(nearest("abcde", std::vector<std::string>{"abxye"}).has_value());
  CHECK_FALSE(nearest("xbcdyf", std::vector<std::string>{"abcdef"}).has_value());
  CHECK_FALSE(nearest("coffee", std::vector<std::string>{"offer"}).has_value());
  CHECK_FALSE(nearest("abcdefgh", std::vector<std::string>{"abcdexyz"}).has_value());
  CHECK(nearest("žlutýž", std::vector<std::string>{"žltuáž"}) == "žltuáž");
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
  CHECK_FALSE(guess("Bob", "Rob").has_value());
  CHECK_FALSE(guess("day", "may").has_value());
  CHECK_FALSE(guess("P2", "P1").has_value());
  CHECK_FALSE(guess("P25", "P2").has_value());
  CHECK_FALSE(guess("Team 12", "Team 13").has_value());
  CHECK_FALSE(guess("Marga", "Margarete").has_value());
  CHECK_FALSE(guess("Maya", "Maya").has_value());
}

TEST_CASE("a huge word or candidate costs no quadratic time") {
  const std::string huge(1 << 20, 'x');
  CHECK_FALSE(nearest(huge, std::vector<std::string>{huge + "y"}).has_value());
  CHECK_FALSE(nearest("ya", std::vector<std::string>{huge}).has_value());
}

TEST_CASE("a name is kept without blanks at its ends, whatever kind of blank") {
  CHECK(tidied("  Aunt \t Ruth ") == "Aunt Ruth");
  CHECK(tidied("\u00a0Maya\u3000") == "Maya");
  CHECK(tidied("李\u3000明") == "李 明");
  CHECK(tidied("Zoë") == "Zoë");
  CHECK(tidied(" \u2003\u00a0\t").empty());
  CHECK(tidied("\xff x") == "\xff x");
}

}  // namespace connect::name_folding_test
