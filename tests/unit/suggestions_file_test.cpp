// The user's own suggestions: valid files join the bank, invalid ones add nothing.
#include "store/suggestions_file.hpp"

#include <doctest/doctest.h>

namespace connect::suggestions_file_test {
namespace {

std::string problem_of(const std::string& text) {
  Bank bank;
  const std::size_t built_in = bank.items().size();
  const auto added = store::add_suggestions(bank, text);
  CHECK_FALSE(static_cast<bool>(added));
  CHECK(bank.items().size() == built_in);  // all or nothing
  return added ? "" : added.error().message;
}

}  // namespace

TEST_CASE("the user's own suggestions join the bank") {
  Bank bank;
  REQUIRE(store::add_suggestions(bank, R"([
    {"id": "my-01", "act": "listen", "text": "Ask {someone} about the garden.", "place": "in-person"},
    {"id": "my-02", "act": "c", "text": "Write to the choir.", "effort": "medium", "hint": "One line."}])"));
  REQUIRE(bank.find("my-01") != nullptr);
  CHECK(bank.find("my-01")->act == Act::listen);
  CHECK(bank.find("my-01")->person == Company::optional);
  CHECK(bank.find("my-01")->place == Place::in_person);
  CHECK(bank.find("my-02")->effort == Effort::medium);
}

TEST_CASE("twenty thousand suggestions of one's own are known by their ids, each once") {
  Bank bank;
  std::string text = "[";
  for (int i = 0; i < 20'000; ++i)
    text += (i == 0 ? "" : ",") + std::string(R"({"id":"o)") + std::to_string(i) +
            R"(","act":"offer","text":"x"})";
  REQUIRE(store::add_suggestions(bank, text + "]"));
  REQUIRE(bank.find("o19999") != nullptr);
  CHECK(bank.find("o19999") == bank.items().back());
  CHECK(bank.find("o20000") == nullptr);
  for (const Suggestion* item : bank.items()) REQUIRE(bank.find(item->id) == item);
  CHECK(problem_of(text + R"(,{"id":"o7","act":"offer","text":"y"}])") ==
        "item 20001: \"id\" is already used by another suggestion");
}

TEST_CASE("a malformed suggestion is named by item and field, and nothing is added") {
  CHECK(problem_of("{") == "not valid JSON in line 1");
  CHECK(problem_of("[\n{\"id\": \"a\"\n\"act\": \"thank\"}]") == "not valid JSON in line 3");
  CHECK(problem_of("[\n\n{\"id\"\n\n") == "not valid JSON in line 3");
  CHECK(problem_of("{}") == "not a JSON array of suggestions");
  CHECK(problem_of("[[[[[[1]]]]]]") == "item 1 is not an object");
  CHECK(problem_of("[1]") == "item 1 is not an object");
  CHECK(problem_of(R"([{"act": "listen", "text": "x"}])") == "item 1: \"id\" is missing");
  CHECK(problem_of(R"([{"id": "a", "act": "hug", "text": "x"}])") ==
        "item 1: \"act\" must be one of check-in, offer, listen, thank");
  CHECK(problem_of(R"([{"id": "a", "act": "listen", "text": 3}])") ==
        "item 1: \"text\" must be text");
  CHECK(problem_of(R"([{"id": "a", "act": "listen", "text": ""}])") == "item 1: \"text\" is empty");
  CHECK(problem_of(R"([{"id": "a", "act": "listen", "text": "\u001b[31m"}])") ==
        "item 1: \"text\" has control characters");
  CHECK(problem_of(R"([{"id": "a", "act": "listen", "text": "x"},
                       {"id": "a", "act": "listen", "text": "y"}])") ==
        "item 2: \"id\" is already used by another suggestion");
  CHECK(problem_of(R"([{"id": "thank-01", "act": "thank", "text": "x"}])") ==
        "item 1: \"id\" is already used by another suggestion");
  CHECK(problem_of(R"([{"id": "a", "act": "thank", "text": "x", "place": "moon"}])") ==
        "item 1: \"place\" must be one of any, in-person, remote");
  CHECK(problem_of(R"([{"id": "a", "act": "thank", "text": ")" + std::string(141, 'x') + "\"}]") ==
        "item 1: \"text\" is longer than 140 characters");
  CHECK(problem_of(R"([{"id": "a", "act": "thank", "text": "x", "person": "nobody"}])") ==
        "item 1: \"person\" must be one of none, optional, needed");
  CHECK(problem_of(R"([{"act": "hug"}])") == "item 1: \"id\" is missing");  // the first of three
}

}  // namespace connect::suggestions_file_test
