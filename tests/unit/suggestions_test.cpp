// Checks the built-in suggestions and the research findings that they cite: format, variety and
// tone.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/suggest/act.hpp"
#include "domain/suggest/bank.hpp"
#include "domain/suggest/evidence.hpp"
#include "domain/suggest/suggestion.hpp"

namespace connect::suggestions_test {
namespace {

constexpr std::size_t longest_text = 140;
constexpr std::size_t longest_hint = 100;
constexpr std::size_t longest_claim = 300;
constexpr std::string_view long_name = "Bartholomew-Augustin";
static_assert(long_name.size() == 20);

// Whole words or phrases, so that "bought" does not trip over "ought".
constexpr std::array banned_words = {
    // orders
    "should", "must", "have to", "has to", "ought", "need to do", "make sure", "be sure to",
    "remember to", "don't forget", "do not forget", "simply do", "just",
    // guilt, and claims about the person
    "lonely", "lonesome", "alone", "guilt", "guilty", "ashamed", "shame", "blame", "neglect",
    "neglected", "fail", "failed", "failing", "failure", "lost", "broken", "weak", "weakness",
    "struggling", "isolated", "overdue", "finally", "selfish", "at last", "you never", "you always",
    // promises
    "happier", "happiness", "will feel", "feel better", "you'll feel", "good for you", "benefit",
    "mood", "wellbeing", "well-being", "healthier", "heal", "healing", "boost", "changes lives",
    // gushing
    "amazing", "awesome", "wonderful", "incredible", "heartfelt", "bless", "blessed", "magical",
    "make their day", "spread joy", "cherish", "beautiful soul",
    // money
    "money", "buy", "pay", "cash", "cost", "costs", "price", "cheap", "tip them", "donate",
    "purchase", "treat them",
    // American spellings
    "neighbor", "neighbors", "color", "favorite", "favor", "apologize", "organizes", "mom"};

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

bool has_words(std::string_view text, std::string_view words) {
  const std::string lower = lowered(text);
  for (std::size_t at = lower.find(words); at != std::string::npos;
       at = lower.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool starts = at == 0 || !is_letter(lower[at - 1]);
    const bool ends = end == lower.size() || !is_letter(lower[end]);
    if (starts && ends) return true;
  }
  return false;
}

bool is_printable_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_tidy(std::string_view text) {
  return !text.empty() && text.front() != ' ' && text.back() != ' ' &&
         text.find("  ") == std::string_view::npos;
}

bool ends_a_sentence(std::string_view text) {
  if (text.ends_with('\'') || text.ends_with('"')) text.remove_suffix(1);
  return text.ends_with('.') || text.ends_with('?');
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

std::string with_name(std::string_view text, std::string_view name) {
  std::string named(text);
  if (const std::size_t at = named.find(someone_placeholder); at != std::string::npos) {
    named.replace(at, someone_placeholder.size(), name);
  }
  return named;
}

std::string first_word(std::string_view text) {
  const auto letter = std::ranges::find_if(text, is_letter);
  const auto end = std::find_if_not(letter, text.end(), is_letter);
  return lowered(std::string(letter, end));
}

// The words of four letters and more: what a text is about.
std::set<std::string> long_words(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : lowered(text) + ' ') {
    if (is_letter(c)) {
      word += c;
      continue;
    }
    if (word.size() >= 4 && word != "someone") words.insert(word);
    word.clear();
  }
  return words;
}

double overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
  const auto shared = std::ranges::count_if(a, [&](const auto& word) { return b.contains(word); });
  const std::size_t smaller = std::min(a.size(), b.size());
  return smaller == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(smaller);
}

// A call, a voice message, or something read aloud.
bool is_by_voice(std::string_view text) {
  constexpr std::array<std::string_view, 6> words = {"call",  "ring",  "phone",
                                                     "voice", "aloud", "spoken"};
  return std::ranges::any_of(words, [&](std::string_view word) { return has_words(text, word); });
}

std::vector<Suggestion> suggestion_bank() {
  const Bank bank;
  std::vector<Suggestion> items;
  for (const Suggestion* item : bank.items()) items.push_back(*item);
  return items;
}

template <typename Predicate>
std::ptrdiff_t count_of(Act act, Predicate predicate) {
  return std::ranges::count_if(suggestions_for(act), [&](const Suggestion& item) {
    return !item.retired && predicate(item);
  });
}

}  // namespace

TEST_CASE("the bank is the four tables, in the order of the acts") {
  std::vector<Suggestion> expected;
  for (const Act act : all_acts) {
    for (const Suggestion& item : suggestions_for(act)) {
      CHECK(item.act == act);
      expected.push_back(item);
    }
  }
  CHECK(suggestion_bank() == expected);
}

TEST_CASE("an id is the act's slug and the item's place in its table") {
  for (const Act act : all_acts) {
    int number = 0;
    for (const Suggestion& item : suggestions_for(act)) {
      ++number;
      const std::string digits = (number < 10 ? "0" : "") + std::to_string(number);
      CHECK(item.id == std::string(slug(act)) + "-" + digits);
    }
    CHECK(number < 100);
  }
}

TEST_CASE("no two suggestions share an id, a text or a hint") {
  std::set<std::string_view> ids;
  std::set<std::string> texts;
  std::set<std::string> hints;
  for (const Suggestion& item : suggestion_bank()) {
    CAPTURE(item.id);
    CHECK(ids.insert(item.id).second);
    CHECK(texts.insert(lowered(item.text)).second);
    CHECK(hints.insert(lowered(item.hint)).second);
  }
}

TEST_CASE("no suggestion is a paraphrase of another in the same words") {
  const auto bank = suggestion_bank();
  for (std::size_t i = 0; i < bank.size(); ++i) {
    for (std::size_t j = i + 1; j < bank.size(); ++j) {
      CAPTURE(bank[i].text);
      CAPTURE(bank[j].text);
      CHECK(overlap(long_words(bank[i].text), long_words(bank[j].text)) <= 0.6);
    }
  }
}

TEST_CASE("texts and hints are short, tidy ASCII sentences") {
  for (const Suggestion& item : suggestion_bank()) {
    CAPTURE(item.id);
    for (const std::string_view words : {item.text, item.hint}) {
      CAPTURE(words);
      CHECK(is_printable_ascii(words));
      CHECK(is_tidy(words));
      CHECK(ends_a_sentence(words));
      CHECK(words.find('!') == std::string_view::npos);
    }
    CHECK(item.text.size() <= longest_text);
    CHECK(item.hint.size() <= longest_hint);
    CHECK(std::islower(static_cast<unsigned char>(item.text.front())) == 0);
  }
}

TEST_CASE("a text stays short enough with a name of twenty characters in it") {
  for (const Suggestion& item : suggestion_bank()) {
    CAPTURE(item.id);
    CHECK(with_name(item.text, long_name).size() <= longest_text);
  }
}

TEST_CASE("the placeholder stands at most once, inside a text that wants a person") {
  for (const Suggestion& item : suggestion_bank()) {
    CAPTURE(item.text);
    const std::size_t count = occurrences(item.text, someone_placeholder);
    CHECK(count <= 1);
    CHECK_FALSE((count == 1 && item.person == Company::none));
    CHECK_FALSE(item.text.starts_with(someone_placeholder));
    CHECK(with_name(item.text, "Maya").find_first_of("{}") == std::string::npos);
    CHECK(item.hint.find_first_of("{}") == std::string_view::npos);
  }
}

TEST_CASE("the voice gives no orders, lays no guilt and promises nothing") {
  for (const Suggestion& item : suggestion_bank()) {
    CAPTURE(item.id);
    for (const std::string_view words : banned_words) {
      CAPTURE(words);
      CHECK_FALSE(has_words(item.text, words));
      CHECK_FALSE(has_words(item.hint, words));
    }
  }
}

TEST_CASE("the lint for banned words finds whole words, whatever their case") {
  CHECK(has_words("You SHOULD call.", "should"));
  CHECK(has_words("You have to call.", "have to"));
  CHECK(has_words("adjust, or just wait", "just"));
  CHECK_FALSE(has_words("A thought, brought along.", "ought"));
  CHECK_FALSE(has_words("adjust", "just"));
}

TEST_CASE("every act has at least fifty suggestions, most of them small") {
  for (const Act act : all_acts) {
    CAPTURE(slug(act));
    const auto all = count_of(act, [](const auto&) { return true; });
    const auto small = count_of(act, [](const auto& item) { return item.effort == Effort::small; });
    CHECK(all >= 50);
    CHECK(4 * small >= 3 * all);
    CHECK(count_of(act, [](const auto& item) { return item.person == Company::needed; }) <= 6);
    CHECK(count_of(act, [](const auto& item) { return item.person == Company::none; }) >= 12);
  }
}

TEST_CASE("at least a quarter of the remote suggestions of an act are by voice") {
  for (const Act act : all_acts) {
    CAPTURE(slug(act));
    const auto remote = count_of(act, [](const auto& item) { return item.place == Place::remote; });
    const auto by_voice = count_of(act, [](const auto& item) {
      return item.place == Place::remote && is_by_voice(item.text);
    });
    CHECK(4 * by_voice >= remote);
  }
}

TEST_CASE("a retired suggestion is still known by its id, but never made") {
  const Bank bank;
  int retired = 0;
  for (const Suggestion* item : bank.items()) {
    if (!item->retired) continue;
    CAPTURE(item->id);
    ++retired;
    CHECK(bank.find(item->id) == item);
    for (const bool with_person : {false, true}) {
      const auto made = bank.fitting(item->act, {}, with_person);
      CHECK(std::ranges::find(made, item) == made.end());
    }
  }
  CHECK(retired > 0);
}

TEST_CASE("every act can be narrowed to a place or a setting and stays varied") {
  for (const Act act : all_acts) {
    CAPTURE(slug(act));
    for (const Place place : {Place::any, Place::in_person, Place::remote}) {
      CAPTURE(slug(place));
      CHECK(count_of(act, [&](const auto& item) { return item.place == place; }) >=
            (place == Place::any ? 8 : 9));
    }
    for (const Setting setting : {Setting::any, Setting::home, Setting::work}) {
      CAPTURE(slug(setting));
      CHECK(count_of(act, [&](const auto& item) { return item.setting == setting; }) >= 9);
    }
  }
}

TEST_CASE("every place and setting together leave suggestions that name nobody") {
  for (const Act act : all_acts) {
    for (const Place place : {Place::in_person, Place::remote}) {
      for (const Setting setting : {Setting::home, Setting::work}) {
        CAPTURE(slug(act));
        CAPTURE(slug(place));
        CAPTURE(slug(setting));
        CHECK(count_of(act, [&](const Suggestion& item) {
                return (item.place == place || item.place == Place::any) &&
                       (item.setting == setting || item.setting == Setting::any) &&
                       item.person != Company::needed;
              }) >= 12);
      }
    }
  }
}

TEST_CASE("whatever is wanted leaves several suggestions, with and without a person") {
  const Bank bank;
  for (const Act act : all_acts)
    for (const Place place : {Place::any, Place::in_person, Place::remote})
      for (const Setting setting : {Setting::any, Setting::home, Setting::work})
        for (const bool small : {false, true})
          for (const bool with_person : {false, true}) {
            CAPTURE(slug(act));
            CAPTURE(slug(place));
            CAPTURE(slug(setting));
            CAPTURE(small);
            CAPTURE(with_person);
            const auto made = bank.fitting(act, {place, setting, small}, with_person);
            CHECK(made.size() >= 5);
            for (const Suggestion* item : made) {
              CHECK(fits(*item, {place, setting, small}));
              CHECK(item->person != (with_person ? Company::none : Company::needed));
            }
          }
}

TEST_CASE("whatever is wanted leaves several suggestions for people whom one has not met lately") {
  const Bank bank;
  for (const Act act : all_acts)
    for (const Place place : {Place::any, Place::in_person, Place::remote})
      for (const Setting setting : {Setting::any, Setting::home, Setting::work})
        for (const bool small : {false, true}) {
          CAPTURE(slug(act));
          CAPTURE(slug(place));
          CAPTURE(slug(setting));
          CAPTURE(small);
          const auto count = [&](After after) {
            return bank
                .fitting(act, {.place = place, .setting = setting, .small = small, .after = after},
                         true)
                .size();
          };
          CHECK(count(After::any) >= 5);
          if (act == Act::check_in) CHECK(count(After::lasting) >= 5);
        }
}

TEST_CASE("texts and hints of an act do not keep starting with the same word") {
  for (const Act act : all_acts) {
    std::map<std::string, int> texts;
    std::map<std::string, int> hints;
    for (const Suggestion& item : suggestions_for(act)) {
      ++texts[first_word(item.text)];
      ++hints[first_word(item.hint)];
    }
    for (const auto* counted : {&texts, &hints}) {
      for (const auto& word_and_count : *counted) {
        CAPTURE(slug(act));
        CAPTURE(word_and_count.first);
        CHECK(word_and_count.second <= 5);
      }
    }
  }
}

TEST_CASE("every suggestion cites a finding that exists") {
  for (const Suggestion& item : suggestion_bank()) {
    CAPTURE(item.id);
    CHECK(std::ranges::any_of(
        findings(), [&](const ResearchFinding& finding) { return finding.key == item.evidence; }));
  }
}

TEST_CASE("a suggestion cites its own act or kindness at large") {
  for (const Suggestion& item : suggestion_bank()) {
    CAPTURE(item.id);
    for (const ResearchFinding& finding : findings()) {
      if (finding.key != item.evidence) continue;
      CHECK((finding.topic == slug(item.act) || finding.topic == "kindness"));
    }
  }
}

TEST_CASE("places, settings, efforts and company have words of their own") {
  CHECK(slug(Place::any) == "any");
  CHECK(slug(Place::in_person) == "in-person");
  CHECK(slug(Place::remote) == "remote");
  CHECK(slug(Setting::any) == "any");
  CHECK(slug(Setting::home) == "home");
  CHECK(slug(Setting::work) == "work");
  CHECK(slug(Effort::small) == "small");
  CHECK(slug(Effort::medium) == "medium");
  CHECK(slug(Company::none) == "none");
  CHECK(slug(Company::optional) == "optional");
  CHECK(slug(Company::needed) == "needed");
}

TEST_CASE("findings have unique keys and claims of one or two short sentences") {
  std::set<std::string_view> keys;
  for (const ResearchFinding& finding : findings()) {
    CAPTURE(finding.key);
    CHECK(keys.insert(finding.key).second);
    CHECK(finding.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
    CHECK(finding.claim.size() <= longest_claim);
    CHECK(occurrences(finding.claim, ". ") <= 1);
    for (const std::string_view words : {finding.claim, finding.source}) {
      CHECK(is_printable_ascii(words));
      CHECK(is_tidy(words));
    }
    CHECK(ends_a_sentence(finding.claim));
  }
}

TEST_CASE("the source of a finding names its authors and the year") {
  for (const ResearchFinding& finding : findings()) {
    CAPTURE(finding.source);
    const std::size_t year = finding.source.find_first_of("0123456789");
    REQUIRE(year != std::string_view::npos);
    CHECK(year > 0);
    CHECK(finding.source.substr(year, 2) == "20");
    CHECK(finding.source.substr(year, 4).find_first_not_of("0123456789") == std::string_view::npos);
  }
}

TEST_CASE("a finding's topic is kindness, an act, habit or feelings, and topics stay together") {
  constexpr std::array<std::string_view, 7> topics = {"kindness", "check-in", "offer",   "listen",
                                                      "thank",    "habit",    "feelings"};
  std::vector<std::string_view> seen;
  for (const ResearchFinding& finding : findings()) {
    if (seen.empty() || seen.back() != finding.topic) seen.push_back(finding.topic);
  }
  CHECK(std::ranges::equal(seen, topics));
}

TEST_CASE("a DOI is bare and belongs to one finding, or is empty") {
  std::set<std::string_view> dois;
  for (const ResearchFinding& finding : findings()) {
    CAPTURE(finding.key);
    if (finding.doi.empty()) continue;
    CHECK(finding.doi.starts_with("10."));
    CHECK(finding.doi.find('/') != std::string_view::npos);
    CHECK(finding.doi.find_first_of(" :<>") == std::string_view::npos);
    CHECK(dois.insert(finding.doi).second);
  }
}

TEST_CASE("the contrary evidence and the doubt about the feelings are never dropped") {
  for (const std::string_view key :
       {"random-acts-doubt", "kindness-trial-null", "oxytocin-replication", "feelings-trio"}) {
    CAPTURE(key);
    CHECK(std::ranges::any_of(findings(), [&](const auto& finding) { return finding.key == key; }));
  }
}

}  // namespace connect::suggestions_test
