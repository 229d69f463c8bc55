// The names, titles and synonyms of the four acts.
#include "domain/suggest/act.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

namespace connect::act_test {

TEST_CASE("the four acts have the names and titles of the article") {
  const std::map<std::string_view, std::string_view> titles = {
      {"check-in", "Check in"},
      {"offer", "Offer your skills"},
      {"listen", "Be fully present"},
      {"thank", "Express gratitude or encouragement"}};
  CHECK(titles.size() == all_acts.size());
  for (Act act : all_acts) {
    CAPTURE(slug(act));
    REQUIRE(titles.contains(slug(act)));
    CHECK(titles.at(slug(act)) == title(act));
  }
}

TEST_CASE("an act's index is its place in the list") {
  for (std::size_t i = 0; i < all_acts.size(); ++i) CHECK(index(all_acts[i]) == i);
}

TEST_CASE("every word of the manual names its act") {
  const std::map<Act, std::set<std::string_view>> words = {
      {Act::check_in, {"c", "checkin", "reach-out"}},
      {Act::offer, {"o", "help", "skill"}},
      {Act::listen, {"l", "present", "presence"}},
      {Act::thank, {"t", "thanks", "gratitude", "encourage", "praise"}}};
  for (const auto& [act, others] : words) {
    const auto known = aliases(act);
    CHECK(std::set<std::string_view>(known.begin(), known.end()) == others);
    CHECK(act_from_word(slug(act)) == act);
    for (auto word : others) {
      CAPTURE(word);
      CHECK(act_from_word(word) == act);
    }
  }
}

TEST_CASE("the words for acts are commands, but for single letters and help") {
  CHECK(act_from_command("thank") == Act::thank);
  CHECK(act_from_command("Thanks") == Act::thank);
  CHECK(act_from_command("reach-out") == Act::check_in);
  CHECK_FALSE(act_from_command("t").has_value());
  CHECK_FALSE(act_from_command("help").has_value());
  CHECK_FALSE(act_from_command("").has_value());
  CHECK_FALSE(act_from_command("hug").has_value());
}

TEST_CASE("no word names two acts") {
  std::set<std::string_view> seen;
  for (Act act : all_acts) {
    CHECK(seen.insert(slug(act)).second);
    for (auto word : aliases(act)) CHECK(seen.insert(word).second);
  }
}

TEST_CASE("a word names its act whatever its case") {
  CHECK(act_from_word("THANK") == Act::thank);
  CHECK(act_from_word("Check-In") == Act::check_in);
  CHECK(act_from_word("T") == Act::thank);
}

TEST_CASE("a misspelled, shortened or empty word names no act") {
  for (const std::string word : {"", " ", "hug", "than", "check", "check in", "check_in", "thank ",
                                 " thank", "ch", "li", "\xff", "thank\n"}) {
    CAPTURE(word);
    CHECK_FALSE(act_from_word(word).has_value());
  }
}

TEST_CASE("what was done reads well with and without people") {
  CHECK(done_phrase(Act::check_in, "Sam") == "Checked in with Sam");
  CHECK(done_phrase(Act::offer, "Sam and Ruth") == "Offered a hand to Sam and Ruth");
  CHECK(done_phrase(Act::listen, "Ruth") == "Listened to Ruth");
  CHECK(done_phrase(Act::thank, "Maya") == "Thanked Maya");
  for (Act act : all_acts) {
    const std::string alone = done_phrase(act, "");
    CHECK_FALSE(alone.empty());
    CHECK(alone.back() != ' ');
  }
}

}  // namespace connect::act_test
