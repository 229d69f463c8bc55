// The suggestion of the day: stable for a day, varied over time, and when it names people.
#include "domain/suggest/prompt.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

#include "domain/ledger/fold.hpp"
#include "domain/suggest/person_choice.hpp"
#include "domain/suggest/prompt_why.hpp"

namespace connect::prompt_test {
namespace {

constexpr Day start{20000};

/// A home in which days pass: what is shown is pinned, acts are logged now and then.
class Home {
 public:
  explicit Home(unsigned seed) : random_(seed) {}

  Record record(Body body, Day day) {
    std::array<std::uint8_t, 16> bytes{};
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random_());
    const Instant at = instant_at(day, 36000, 0);
    return {uuid_text(new_id(at.seconds * 1000, bytes)), at, std::move(body)};
  }
  void add(Body body, Day day) { records.push_back(record(std::move(body), day)); }
  Summary summary() const {
    Fold fold;
    for (const auto& each : records) fold.add(each);
    return summary_of(std::move(fold).settled());
  }
  Prompt prompt(Day day, PromptWish wish = {}) const {
    const Summary known = summary();
    Bank with_own;
    with_own.add_own(known, day);
    return prompt_of(known, day, with_own, preferences, wish,
                     [&](const OpenNote& note) { return note_of(note); });
  }
  std::string note_of(const OpenNote& note) const {
    const auto found = std::ranges::find(records, note.stamp.id,
                                         [](const Record& each) { return id_from_text(each.id); });
    const auto* asked = std::get_if<Asked>(&found->body);
    return asked != nullptr ? asked->note : std::get<Noticed>(found->body).note;
  }
  /// Shows the day's suggestion as the program does: pins it if nothing was shown yet.
  Prompt show(Day day, PromptWish wish = {}) {
    Prompt shown = prompt(day, wish);
    if (shown.record.empty())
      add(Prompted{day, shown.act, shown.suggestion, shown.person, shown.instead_of,
                   std::string(slug(shown.occasion)), shown.ref, shown.never, shown.wish},
          day);
    return prompt(day);
  }
  void log(Act act, Day day, std::vector<std::string> with = {}) {
    Logged said;
    said.day = day;
    said.act = act;
    said.with = std::move(with);
    add(std::move(said), day);
  }

  std::vector<Record> records;
  Bank bank;
  Preferences preferences;
  std::mt19937 random_;
};

/// A day on which Maya is due and Sam was met; not the same weekday for every seed.
Day day_with_maya_due(Home& home, unsigned seed) {
  home.add(PersonSet{"Maya", 1, {}, {}}, start);
  home.log(Act::listen, start, {"Sam"});
  return start + 1 + static_cast<int>(seed % 7);
}

}  // namespace

TEST_CASE("logging something today changes nothing about today's suggestion") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    Home home(seed);
    home.add(PersonSet{"Maya", 5, {}, {}}, start);
    home.add(Noticed{start, {"Sam"}, "stayed late"}, start);
    for (int i = 1; i < 40; ++i) {
      const Day day = start + i;
      const Prompt before = home.prompt(day);
      home.log(all_acts[home.random_() % 4], day, {home.random_() % 2 == 0 ? "Maya" : "Sam"});
      const Prompt after = home.prompt(day);
      CHECK(after.act == before.act);
      CHECK(after.suggestion == before.suggestion);
      CHECK(after.person == before.person);
      CHECK(after.why == before.why);
      if (home.random_() % 3 != 0) home.show(day);
    }
  }
}

TEST_CASE("nothing of today or of tomorrow elsewhere changes today's suggestion") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Home home(seed);
    const std::array<std::string, 4> people = {"Maya", "Sam", "Ruth", "Ida"};
    const auto someone = [&] { return people[home.random_() % people.size()]; };
    for (int every = 2; const auto& name : people)
      home.add(PersonSet{name, every++, {}, {}}, start);
    for (int i = 1; i < 30; ++i) {
      const Day day = start + i;
      const Prompt before = home.prompt(day);
      const std::size_t known = home.records.size();
      for (int n = 0; n < 6; ++n) {
        const Day on = day + static_cast<int>(home.random_() % 3);
        switch (home.random_() % 6) {
          case 0: home.add(Noticed{on, {someone()}, "was kind"}, on); break;
          case 1:
            home.add(PersonSet{someone(), 1 + static_cast<int>(home.random_() % 9), {}, {}},
                     std::min(on, day + 1));
            break;
          case 2: home.add(PersonSet{someone(), {}, home.random_() % 2 == 0, {}}, day); break;
          case 3: home.add(Rested{{on, on + 3}, true}, on); break;
          case 4:
            home.add(Prompted{day + 1, all_acts[home.random_() % 4], "thank-01", someone(), ""},
                     day + 1);
            break;
          default: home.log(all_acts[home.random_() % 4], on, {someone(), someone()});
        }
      }
      if (home.records.size() > known) {
        Changes set;
        set.act = all_acts[home.random_() % 4];
        set.with = {someone()};
        home.add(Amended{home.records.back().id, set}, day);
      }
      const Prompt after = home.prompt(day);
      REQUIRE(after.act == before.act);
      REQUIRE(after.suggestion == before.suggestion);
      REQUIRE(after.person == before.person);
      REQUIRE(after.why == before.why);
      home.records.resize(known);
      if (home.random_() % 3 != 0) home.show(day);
      if (home.random_() % 2 == 0) home.log(all_acts[home.random_() % 4], day, {someone()});
    }
  }
}

TEST_CASE("between two people who are equally overdue decides what was known this morning") {
  Home home(31);
  home.add(PersonSet{"Maya", 7, {}, {}}, start - 40);
  home.add(PersonSet{"Sam", 14, {}, {}}, start - 40);
  home.log(Act::check_in, start - 14, {"Maya"});
  home.log(Act::check_in, start - 28, {"Sam"});
  const std::string named = home.prompt(start).person;
  for (const char* name : {"Maya", "Sam"}) {
    Home other(31);
    other.records = home.records;
    other.log(Act::check_in, start, {name});
    CHECK(other.prompt(start).person == named);
  }
}

TEST_CASE("on the day a person is due the suggestion names them") {
  Home home(32);
  home.add(PersonSet{"Maya", 7, {}, {}}, start);
  home.log(Act::check_in, start, {"Maya"});
  home.log(Act::check_in, start + 7, {"Maya"});
  for (int i = 8; i < 14; ++i) CHECK(home.prompt(start + i).person.empty());
  CHECK(overdue_people(home.summary(), start + 14).size() == 1);
  CHECK(home.prompt(start + 14).person == "Maya");
}

TEST_CASE("a kindness is thanked for whatever the person's rhythm says") {
  Home home(33);
  home.add(PersonSet{"Sam", 30, {}, {}}, start);
  home.log(Act::check_in, start, {"Sam"});
  home.add(Noticed{start, {"Sam"}, "stayed late to help"}, start);
  const Prompt prompt = home.prompt(start + 1, {false, Act::thank});
  CHECK(prompt.person == "Sam");
  CHECK(prompt.noticed == "stayed late to help");
  home.add(PersonSet{"Sam", {}, true, {}}, start);
  CHECK(home.prompt(start + 1, {false, Act::thank}).person.empty());
}

TEST_CASE("two homes with the same ledger agree on a thousand days") {
  Home home(7);
  home.add(PersonSet{"Maya", 14, {}, {}}, start);
  for (int i = 1; i <= 1000; ++i) {
    const Day day = start + i;
    Home other(99);
    other.records.assign(home.records.rbegin(), home.records.rend());  // lines in another order
    const Prompt here = home.prompt(day);
    const Prompt there = other.prompt(day);
    REQUIRE(here.suggestion == there.suggestion);
    REQUIRE(here.person == there.person);
    home.show(day);
    if (home.random_() % 2 == 0) home.log(here.act, day);
  }
}

TEST_CASE("the suggestion that was shown stands all day, whatever else is logged") {
  Home home(3);
  const Prompt shown = home.show(start);
  home.log(Act::listen, start - 3);
  CHECK(home.prompt(start).suggestion == shown.suggestion);
  CHECK_FALSE(home.prompt(start).record.empty());
}

TEST_CASE("another suggestion is of another act, and the first does not come back that day") {
  Home home(4);
  std::set<Act> acts;
  acts.insert(home.show(start).act);
  for (int i = 0; i < 3; ++i) acts.insert(home.show(start, {true, {}}).act);
  CHECK(acts.size() == 4);
}

TEST_CASE("another suggestion of an act one asks for is of that act and in other words") {
  Home home(5);
  const Prompt first = home.show(start, {false, Act::listen});
  const Prompt second = home.show(start, {true, Act::listen});
  CHECK(first.act == Act::listen);
  CHECK(second.act == Act::listen);
  CHECK(first.suggestion != second.suggestion);
}

TEST_CASE("what was asked for holds for the other suggestions of the day, and is the reason") {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    Home home(seed);
    const Day day = day_with_maya_due(home, seed);
    home.show(day);
    home.show(day, {.person = "Sam"});
    const Prompt sam = home.show(day, {.another = true});
    CHECK(sam.person == "Sam");
    CHECK(sam.why == "You asked for Sam today.");
    home.show(day, {.act = Act::offer, .place = Place::remote});
    const Prompt offer = home.show(day, {.another = true, .small = true});
    const Prompt last = home.show(day, {.another = true, .never = true});
    for (const Prompt& each : {offer, last}) {
      CHECK(each.act == Act::offer);
      CHECK(each.person == "Sam");
      CHECK(fits(*home.bank.find(each.suggestion), {Place::remote, Setting::any, true}));
      CHECK(each.why ==
            "You asked for Sam, a way to offer a hand, something small and something to do from "
            "afar today.");
    }
    CHECK(offer.suggestion != last.suggestion);
    const Prompt maya = home.show(day, {.person = "Maya"});
    CHECK(maya.person == "Maya");
    CHECK(home.show(day + 1).wish == Wishes{});
  }
}

TEST_CASE("a wish that the suggestion fulfils already holds for the next one, too") {
  Home home(12);
  const Prompt before = home.show(start, {.act = Act::listen});
  const bool is_small = home.bank.find(before.suggestion)->effort == Effort::small;
  CHECK(is_small);
  const Prompt same = home.show(start, {.small = true});
  CHECK(same.suggestion == before.suggestion);
  CHECK(same.record != before.record);
  CHECK(home.show(start, {.small = true}).record == same.record);
  CHECK(home.show(start, {.act = Act::listen}).record == same.record);
  for (int i = 0; i < 20; ++i) {
    const Prompt other = home.show(start, {.another = true});
    CHECK(other.suggestion != before.suggestion);
    CHECK(home.bank.find(other.suggestion)->effort == Effort::small);
  }
  // It was shown once, and declined once.
  const Summary known = home.summary();
  const auto all = resolved_suggestions(known);
  CHECK(all.size() == 21);
  CHECK(std::ranges::count(all, hash_of(before.suggestion), &ResolvedSuggestion::suggestion) == 1);
}

TEST_CASE("with --never the text is replaced, and that is not a wish for its act or person") {
  Home home(9);
  home.add(PersonSet{"Maya", 1, {}, {}}, start);
  const Prompt before = home.show(start + 2);
  const Prompt after = home.show(start + 2, {.another = true, .never = true});
  CHECK(after.act == before.act);
  CHECK(after.person == before.person);
  CHECK(after.wish == Wishes{});
}

TEST_CASE("a follow-up that was passed over is not the other suggestion for that person") {
  Home home(10);
  home.add(Asked{start + 2, {"Maya"}, "how the interview went"}, start);
  CHECK(home.show(start + 2, {.person = "Maya"}).suggestion == "ask");
  for (int i = 0; i < 3; ++i) {
    const Prompt other = home.show(start + 2, {.another = true});
    CHECK(other.suggestion != "ask");
    CHECK(other.person == "Maya");
  }
  CHECK(home.show(start + 3, {.person = "Maya"}).suggestion == "ask");
}

TEST_CASE("a suggestion that was declined stays away for twice as long") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    Home home(seed);
    struct Shown {
      std::string id;
      bool declined = false;
    };
    std::array<std::vector<Shown>, 4> shown;
    int returned = 0;
    for (int i = 0; i < 150; ++i) {
      const Day day = start + i;
      Prompt now = home.show(day, {.act = Act::listen});
      shown[index(now.act)].push_back({now.suggestion});
      if (home.random_() % 3 == 0) {
        shown[index(now.act)].back().declined = true;
        now = home.show(day, {.another = true});
        shown[index(now.act)].push_back({now.suggestion});
      }
    }
    const auto& listen = shown[index(Act::listen)];
    const auto all = static_cast<std::size_t>(std::ranges::count_if(
        home.bank.items(), [](const Suggestion* item) { return item->act == Act::listen; }));
    const std::size_t pause = all / 2;
    for (std::size_t i = 0; i < listen.size(); ++i)
      for (std::size_t k = i + 1; k < listen.size() && k - i <= 2 * pause; ++k) {
        if (listen[k].id != listen[i].id) continue;
        CAPTURE(k - i);
        CHECK(k - i > pause);
        CHECK_FALSE(listen[i].declined);
        ++returned;
      }
    CHECK(returned > 0);
  }
}

TEST_CASE("a suggestion of one's own comes up from the next day on") {
  Home home(11);
  const auto count_own = [&](const Prompt& prompt) {
    return std::ranges::count_if(home.records, [&](const Record& each) {
      return each.id == prompt.suggestion && std::holds_alternative<OwnSuggestion>(each.body);
    });
  };
  home.show(start);
  for (const Act act : all_acts)
    for (int i = 0; i < 200; ++i)
      home.add(OwnSuggestion{act, "Ask {someone}.", "Then wait."}, start + 1);
  for (int i = 0; i < 8; ++i) CHECK(count_own(home.show(start + 1, {.another = true})) == 0);
  int own = 0;
  for (int i = 2; i < 12; ++i) own += static_cast<int>(count_own(home.show(start + i)));
  CHECK(own >= 5);
  // Taken away, it is replaced.
  const Prompt before = home.show(start + 12, {.act = Act::listen});
  REQUIRE(count_own(before) == 1);
  CHECK(before.text == "Ask someone.");
  CHECK(before.hint == "Then wait.");
  Changes removal;
  removal.removed = true;
  home.add(Amended{before.suggestion, removal}, start + 12);
  const Prompt after = home.prompt(start + 12);
  CHECK(after.suggestion != before.suggestion);
  CHECK(after.instead_of == before.record);
}

TEST_CASE("a suggestion that is as wished stays, and any other keeps its act") {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    Home home(seed);
    const Day day = day_with_maya_due(home, seed);
    const Prompt first = home.show(day);
    CHECK(first.person == "Maya");
    for (const Place place : {Place::in_person, Place::remote}) {
      const Prompt before = home.prompt(day);
      const Prompt after = home.show(day, {.small = true, .place = place});
      const Suggestion& item = *home.bank.find(after.suggestion);
      const Preferences wanted{place, Setting::any, true};
      CHECK(fits(item, wanted));
      CHECK((after.suggestion == before.suggestion) ==
            fits(*home.bank.find(before.suggestion), wanted));
      CHECK(after.act == first.act);
      CHECK(after.person == "Maya");
    }
    const Prompt maya = home.prompt(day, {.person = "maya"});
    CHECK(maya.suggestion == home.prompt(day).suggestion);
    const Prompt sam = home.show(day, {.person = "Sam"});
    CHECK(sam.act == first.act);
    CHECK(sam.person == "Sam");
    CHECK(home.bank.find(sam.suggestion)->person != Company::none);
    CHECK(home.show(day, {.act = first.act}).suggestion == sam.suggestion);
    const Prompt other = home.show(day, {.another = true, .person = "Sam", .small = true});
    CHECK(other.act == first.act);  // which was asked for
    CHECK(other.suggestion != sam.suggestion);
    CHECK(other.person == "Sam");
    CHECK(home.bank.find(other.suggestion)->effort == Effort::small);
  }
}

TEST_CASE("a person asked for is named whatever their rhythm says, and though they rest") {
  Home home(41);
  home.add(PersonSet{"Maya", 30, true, {}}, start);
  home.log(Act::check_in, start, {"Maya"});
  for (int i = 1; i <= 20; ++i) {
    CHECK(home.show(start + i).person.empty());
    CHECK(home.show(start + i, {.person = "Maya"}).person == "Maya");
  }
}

TEST_CASE("a thank-you to the person asked for is for their kindness") {
  Home home(42);
  for (const char* name : {"Sam", "Ida"}) home.add(Noticed{start, {name}, name}, start);
  for (const bool small : {false, true})
    for (const Place place : {Place::any, Place::in_person, Place::remote}) {
      const Prompt prompt = home.prompt(
          start + 1, {.act = Act::thank, .person = "Ida", .small = small, .place = place});
      CHECK(prompt.person == "Ida");
      CHECK(prompt.noticed == "Ida");
      CHECK(prompt.suggestion == "kindness");
    }
}

TEST_CASE("a wish for a place comes before the preference") {
  Home home(43);
  home.preferences.place = Place::remote;
  for (int i = 1; i <= 40; ++i) {
    const Prompt shown = home.show(start + i, {.place = Place::in_person});
    CHECK(home.bank.find(shown.suggestion)->place != Place::remote);
  }
}

TEST_CASE("other words for the same person are one naming and decline nobody") {
  Home home(44);
  home.add(PersonSet{"Maya", 14, {}, {}}, start);
  home.log(Act::check_in, start, {"Maya"});
  home.log(Act::check_in, start, {"Sam"});
  std::vector<int> named;
  for (int i = 1; i <= 25; ++i) {
    if (home.show(start + i).person != "Maya") continue;
    named.push_back(i);
    home.show(start + i, {.place = Place::in_person});
    home.show(start + i, {.place = Place::remote});
    CHECK(home.prompt(start + i).person == "Maya");
    if (i == 17) home.show(start + i, {.person = "Sam"});
  }
  CHECK(named == std::vector{14, 17, 21, 24});
}

TEST_CASE("with wishes every day no act comes twice running and none waits for more than seven") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    Home home(seed);
    home.log(Act::listen, start, {"Sam"});
    std::vector<Act> shown;
    for (int i = 0; i < 60; ++i) {
      const Day day = start + i;
      if (home.random_() % 2 == 0) home.show(day);
      PromptWish wish;
      wish.small = home.random_() % 2 == 0;
      if (home.random_() % 2 == 0) wish.place = Place::remote;
      if (home.random_() % 2 == 0) wish.person = "Sam";
      shown.push_back(home.show(day, wish).act);
    }
    for (std::size_t i = 1; i < shown.size(); ++i) CHECK(shown[i] != shown[i - 1]);
    for (std::size_t i = 7; i < shown.size(); ++i)
      CHECK(std::set(shown.begin() + static_cast<int>(i) - 7, shown.begin() + static_cast<int>(i))
                .size() == 4);
  }
}

TEST_CASE("no act comes twice running and none waits for more than seven prompts") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    Home home(seed);
    std::vector<Act> shown;
    for (int i = 0; i < 120; ++i) {
      shown.push_back(home.show(start + i).act);
      if (home.random_() % 3 == 0) home.log(shown.back(), start + i);
      if (home.random_() % 5 == 0) home.log(Act::check_in, start + i);
    }
    for (std::size_t i = 1; i < shown.size(); ++i) CHECK(shown[i] != shown[i - 1]);
    for (std::size_t i = 7; i < shown.size(); ++i)
      CHECK(std::set(shown.begin() + static_cast<int>(i) - 7, shown.begin() + static_cast<int>(i))
                .size() == 4);
  }
}

TEST_CASE("a suggestion does not come back before half of its act's bank was shown") {
  Home home(11);
  std::vector<std::pair<Act, std::string>> shown;
  for (int i = 0; i < 400; ++i) {
    const Prompt prompt = home.show(start + i);
    int since = 0;
    for (auto it = shown.rbegin(); it != shown.rend() && since < 15; ++it) {
      if (it->first != prompt.act) continue;
      ++since;
      REQUIRE(it->second != prompt.suggestion);
    }
    shown.emplace_back(prompt.act, prompt.suggestion);
  }
}

namespace {

/// The days, counted from `start`, on which Maya is named; she is never reached.
std::vector<int> namings_of_maya(int rhythm, int days, const std::vector<int>& declined = {}) {
  Home home(21);
  home.add(PersonSet{"Maya", rhythm, {}, {}}, start);
  home.log(Act::check_in, start, {"Maya"});
  std::vector<int> named;
  for (int i = 1; i <= days; ++i) {
    if (home.show(start + i).person != "Maya") continue;
    named.push_back(i);
    if (std::ranges::find(declined, i) != declined.end()) {
      home.show(start + i, {true, {}});
      CHECK(home.prompt(start + i).person.empty());
    }
  }
  return named;
}

}  // namespace

TEST_CASE("who is due and was not reached is named again, at most twice within seven days") {
  CHECK(namings_of_maya(14, 29) == std::vector{14, 17, 21, 24, 28});
  CHECK(namings_of_maya(90, 100) == std::vector{90, 93, 97, 100});
  CHECK(namings_of_maya(5, 15) == std::vector{5, 7, 12, 14});
  CHECK(namings_of_maya(1, 10) == std::vector{1, 3, 8, 10});
}

TEST_CASE("a person whom one replaced is left alone for half the rhythm") {
  CHECK(namings_of_maya(14, 25, {14}) == std::vector{14, 22, 25});
  CHECK(namings_of_maya(60, 75, {60}) == std::vector{60, 68, 71, 75});
  CHECK(namings_of_maya(3, 9, {3}) == std::vector{3, 6});
}

TEST_CASE("a new rhythm starts on its day, so twelve people at once are not due at once") {
  Home home(29);
  for (int i = 0; i < 12; ++i) home.add(PersonSet{"P" + std::to_string(i), 14, {}, {}}, start);
  for (int i = 1; i < 14; ++i) CHECK(home.prompt(start + i).person.empty());
  CHECK(overdue_people(home.summary(), start + 13).empty());
  CHECK(overdue_people(home.summary(), start + 14).size() == 12);
  CHECK_FALSE(home.prompt(start + 14).person.empty());
  home.add(PersonSet{"P0", 14, {}, {}}, start + 10);  // as it was
  CHECK(overdue_people(home.summary(), start + 14).size() == 12);
  home.add(PersonSet{"P0", 7, {}, {}}, start + 11);
  CHECK(overdue_people(home.summary(), start + 17).size() == 11);
  CHECK(overdue_people(home.summary(), start + 18).size() == 12);
}

TEST_CASE("a person who rests is never named") {
  Home home(22);
  home.add(PersonSet{"Maya", 3, true, {}}, start);
  for (int i = 1; i <= 30; ++i) CHECK(home.show(start + i).person.empty());
}

TEST_CASE("a kindness that was noticed comes back with a thank, once") {
  Home home(23);
  home.add(Noticed{start, {"Sam"}, "stayed late to help"}, start);
  int recalled = 0;
  for (int i = 1; i <= 60; ++i) {
    const Prompt prompt = home.show(start + i);
    if (prompt.person != "Sam") continue;
    CHECK(prompt.act == Act::thank);
    CHECK(prompt.noticed == "stayed late to help");
    home.log(Act::thank, start + i, {"Sam"});
    ++recalled;
  }
  CHECK(recalled == 1);
}

TEST_CASE("a kindness comes before the rotation, and the rotation keeps its promises") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    Home home(seed);
    home.preferences.names_quiet = false;
    std::vector<Act> shown;
    int last = -7;               // the day on which Sam was named
    std::optional<int> noticed;  // the number of suggestions when the open kindness was noticed
    for (int i = 0; i < 150; ++i) {
      const Day day = start + i;
      const Prompt prompt = home.show(day);
      shown.push_back(prompt.act);
      if (prompt.person == "Sam") {
        REQUIRE(noticed.has_value());
        CHECK(static_cast<int>(shown.size()) - *noticed <= (i < 12 ? 4 : 3));
        home.log(Act::thank, day, {"Sam"});
        noticed.reset();
        last = i;
      } else if (!noticed && i - last >= 7 && home.random_() % 9 == 0) {
        home.add(Noticed{day, {"Sam"}, "held the door"}, day);
        noticed = static_cast<int>(shown.size());
      }
    }
    for (std::size_t i = 1; i < shown.size(); ++i) REQUIRE(shown[i] != shown[i - 1]);
    for (std::size_t i = 7; i < shown.size(); ++i)
      REQUIRE(std::set(shown.begin() + static_cast<int>(i) - 7, shown.begin() + static_cast<int>(i))
                  .size() == 4);
  }
}

TEST_CASE("a kindness is suggested once a week at most, and for sixty days") {
  Home home(30);
  home.add(Noticed{start, {"Sam"}, "stayed late to help"}, start);
  std::vector<int> named;
  for (int i = 1; i <= 90; ++i)
    if (home.show(start + i).person == "Sam") named.push_back(i);
  REQUIRE(named.size() >= 5);
  for (std::size_t i = 1; i < named.size(); ++i) CHECK(named[i] - named[i - 1] >= 7);
  CHECK(named.back() <= 60);
}

TEST_CASE("the suggestion for a kindness is the kindness, with its words") {
  Home home(26);
  home.add(Noticed{start, {"Sam"}, "stayed late to help\nand laughed"}, start);
  const Prompt shown = home.show(start + 1, {false, Act::thank});
  CHECK(shown.text == "Thank Sam: stayed late to help.");
  CHECK(shown.occasion == Occasion::Kind::kindness);
  CHECK(shown.ref == home.records[0].id);
  CHECK(shown.why == "On " + spoken(start, start + 1) + " you noticed: Sam stayed late to help.");
  CHECK_FALSE(shown.is_closed);
  home.log(Act::thank, start + 1, {"Sam"});
  CHECK(home.prompt(start + 1).text == shown.text);
  CHECK(home.prompt(start + 1).is_closed);
}

TEST_CASE("a follow-up is suggested on its day, and stands when it was closed that day") {
  Home home(61);
  home.add(Asked{start + 5, {"Maya"}, "how the interview went"}, start);
  for (int i = 1; i < 5; ++i) CHECK(home.show(start + i).person.empty());
  const Prompt shown = home.show(start + 5);
  CHECK(shown.text == "Ask Maya: how the interview went.");
  CHECK(shown.suggestion == "ask");
  CHECK(shown.ref == home.records[0].id);
  CHECK((shown.act == Act::check_in || shown.act == Act::listen));
  home.log(Act::offer, start + 5, {"Maya"});
  CHECK(home.prompt(start + 5).text == shown.text);
  CHECK(home.prompt(start + 5).is_closed);
  for (int i = 6; i < 40; ++i) CHECK(home.show(start + i).person.empty());
}

TEST_CASE("a follow-up that was passed over comes back for two weeks, twice a week at most") {
  Home home(62);
  home.add(Asked{start + 1, {"Maya"}, "how it went"}, start);
  std::vector<int> named;
  for (int i = 1; i <= 40; ++i)
    if (home.show(start + i).person == "Maya") named.push_back(i);
  CHECK(named == std::vector{1, 3, 8, 10, 15});
}

TEST_CASE("a suggestion that is not to come again never does, and undo brings it back") {
  Home home(71);
  const Prompt first = home.show(start);
  const Prompt next = home.show(start, {.another = true, .act = first.act, .never = true});
  CHECK(next.act == first.act);
  CHECK(next.suggestion != first.suggestion);
  const std::string removal = home.records.back().id;
  for (int i = 1; i <= 600; ++i) REQUIRE(home.show(start + i).suggestion != first.suggestion);
  CHECK(unwanted_suggestions(home.summary(), start + 601).size() == 1);
  Changes set;
  set.removed = true;
  home.add(Amended{removal, set}, start + 601);
  CHECK(unwanted_suggestions(home.summary(), start + 602).empty());
}

TEST_CASE("after a long silence only suggestions to get in touch again come") {
  Home home(72);
  home.add(PersonSet{"Ravi", 14, {}, {}}, start - 200);
  home.log(Act::listen, start - 120, {"Ravi"});
  int named = 0;
  for (int i = 0; i <= 60; ++i) {
    const Prompt shown = home.show(start + i);
    if (shown.person != "Ravi") continue;
    ++named;
    CHECK(shown.act == Act::check_in);
    CHECK(home.bank.find(shown.suggestion)->after == After::lasting);
  }
  CHECK(named >= 5);
  for (const Act act : all_acts)
    CHECK(home.prompt(start + 61, {.act = act, .person = "Ravi"}).person == "Ravi");
}

TEST_CASE("after half a year a line to a recent contact goes first") {
  Home home(75);
  home.add(PersonSet{"Ravi", 14, {}, {}}, start - 300);
  home.log(Act::listen, start - 190, {"Ravi"});
  home.log(Act::listen, start - 8, {"Old"});
  const auto text = [&](int days) {
    return home.prompt(start + days, {.act = Act::check_in, .person = "Ravi"}).text;
  };
  CHECK(text(1).find("warm up") == std::string::npos);
  home.log(Act::listen, start - 1, {"Sam"});
  home.log(Act::listen, start, {"Maya"});
  CHECK(text(1).starts_with("First send one line to Maya, to warm up. Then: "));
  CHECK(text(8).find("warm up") == std::string::npos);
}

TEST_CASE("only what fits a person's place and setting is suggested for them") {
  Home home(73);
  PersonSet mum{"Mum", 2, {}, {}};
  mum.place = Place::remote;
  mum.setting = Setting::home;
  home.add(mum, start - 1);
  for (int i = 1; i <= 60; ++i) {
    const Prompt shown = home.show(start + i);
    if (shown.person != "Mum") continue;
    CHECK(fits(*home.bank.find(shown.suggestion), {Place::remote, Setting::home}));
    home.log(shown.act, start + i, {"Mum"});
  }
}

TEST_CASE("on a birthday the suggestion is to wish a happy one") {
  Home home(74);
  PersonSet mum{"Mum", {}, {}, {}};
  const Civil date = civil(start + 5);
  mum.dates = std::vector<PersonDate>{
      {{static_cast<std::uint8_t>(date.month), static_cast<std::uint8_t>(date.day), 0},
       "birthday"}};
  home.add(mum, start - 1);
  for (int i = 1; i < 5; ++i) CHECK(home.show(start + i).person.empty());
  const Prompt shown = home.show(start + 5);
  CHECK(shown.text == "Wish Mum a happy birthday.");
  CHECK(shown.why == "Today is Mum's birthday.");
  CHECK((shown.act == Act::check_in || shown.act == Act::thank));
  CHECK(home.show(start + 5, {.another = true}).person.empty());
}

TEST_CASE("two follow-ups of one day come one after the other") {
  Home home(63);
  home.add(Asked{start + 1, {"Maya"}, "how it went"}, start);
  home.add(Asked{start + 1, {"Sam"}, "the move"}, start);
  CHECK(home.show(start + 1).person == "Maya");
  CHECK(home.show(start + 2).person == "Sam");
}

TEST_CASE("a follow-up waits in the list while the person rests") {
  Home home(64);
  home.add(Asked{start + 1, {"Maya"}, "how it went"}, start);
  home.add(PersonSet{"Maya", {}, true, {}}, start - 1);
  for (int i = 1; i < 5; ++i) CHECK(home.show(start + i).person.empty());
}

TEST_CASE("another suggestion on the day of a follow-up is of something else") {
  Home home(65);
  home.add(Asked{start + 1, {"Maya"}, "how it went"}, start);
  CHECK(home.show(start + 1).suggestion == "ask");
  const Prompt other = home.show(start + 1, {.another = true});
  CHECK(other.suggestion != "ask");
  CHECK(other.person.empty());
}

TEST_CASE("every follow-up is suggested on its day or at the next shell, and nobody too often") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    Home home(seed);
    const std::array<std::string, 3> names = {"Maya", "Sam", "Ravi"};
    for (const auto& name : names) home.add(PersonSet{name, 10, {}, {}}, start);
    std::map<std::string, std::vector<int>> namings;  // those not bound to their day
    for (int i = 1; i <= 120; ++i) {
      const Day day = start + i;
      if (i % 9 == 0)
        home.add(
            Asked{day + static_cast<int>(home.random_() % 9), {names[home.random_() % 3]}, "x"},
            day);
      if (home.random_() % 4 == 0) continue;
      const Summary before = home.summary();
      const auto is_waiting = [&](const OpenNote& ask) {
        return due_ask(before, before.persons[ask.with[0]], day, 0) == &ask &&
               std::ranges::none_of(before.shown, [&](const ShownSuggestion& each) {
                 return each.ref == ask.stamp.id;
               });
      };
      const bool is_due = std::ranges::any_of(before.asks, is_waiting);
      const Prompt shown = home.show(day);
      const bool is_new = is_due && shown.occasion == Occasion::Kind::ask;
      REQUIRE(is_due == is_new);
      if (shown.person.empty()) continue;
      auto& days = namings[shown.person];
      days.push_back(i);
      if (!is_new && days.size() >= 3) REQUIRE(i - days[days.size() - 3] >= 7);
      if (home.random_() % 2 == 0) home.log(shown.act, day, {shown.person});
    }
  }
}

TEST_CASE("somebody who went quiet is named once a month, with a check-in") {
  Home home(66);
  for (int i = 0; i < 6; ++i) home.log(Act::listen, start + 4 * i, {"Maya"});
  std::vector<int> named;
  for (int i = 21; i <= 120; ++i) {
    const Prompt shown = home.show(start + i);
    if (shown.person != "Maya") continue;
    named.push_back(i);
    CHECK(shown.act == Act::check_in);
    CHECK(shown.occasion == Occasion::Kind::quiet);
  }
  REQUIRE(named.size() >= 2);
  CHECK(named.front() >= 42);
  for (std::size_t i = 1; i < named.size(); ++i) CHECK(named[i] - named[i - 1] >= 30);
  home.preferences.names_quiet = false;
  for (int i = 160; i <= 200; ++i) CHECK(home.show(start + i).person.empty());
}

TEST_CASE("a kindness dated back is not quoted with a suggestion shown before that does not fit") {
  Home home(27);
  home.add(Prompted{start, Act::thank, "thank-40", "Sam", ""}, start);
  home.add(Noticed{start - 1, {"Sam"}, "stayed late to help"}, start);
  const Prompt shown = home.prompt(start);
  CHECK(shown.suggestion == "thank-40");
  CHECK(shown.person == "Sam");
  CHECK(shown.noticed.empty());
  CHECK(shown.why.find("kindness") == std::string::npos);
}

TEST_CASE("a name takes the place of someone, and someone stands where nobody is named") {
  Home home(24);
  home.add(PersonSet{"Maya", 1, {}, {}}, start);
  for (int i = 1; i <= 60; ++i) {
    const Prompt prompt = home.show(start + i);
    CHECK(prompt.text.find('{') == std::string::npos);
    const Suggestion& item = *home.bank.find(prompt.suggestion);
    if (item.text.find(someone_placeholder) != std::string_view::npos)
      CHECK(prompt.text.find(prompt.person.empty() ? "someone" : "Maya") != std::string::npos);
  }
}

TEST_CASE("a preference for remote suggestions leaves out those that ask for a meeting") {
  Home home(25);
  home.preferences.place = Place::remote;
  for (int i = 1; i <= 80; ++i)
    CHECK(home.bank.find(home.show(start + i).suggestion)->place != Place::in_person);
}

TEST_CASE("suggestions for work come on the weekdays of work only") {
  Home home(29);
  home.preferences.work_weekdays = 0b1000001;  // Monday and Sunday
  std::array<int, 7> for_work{};
  for (int i = 1; i <= 140; ++i) {
    const Suggestion& item = *home.bank.find(home.show(start + i).suggestion);
    if (item.setting == Setting::work) ++for_work[static_cast<std::size_t>(weekday(start + i))];
  }
  CHECK(for_work[0] > 0);
  CHECK(for_work[6] > 0);
  CHECK(for_work[1] + for_work[2] + for_work[3] + for_work[4] + for_work[5] == 0);
}

TEST_CASE("suggestions for work are left out at weekends, unless work is preferred") {
  for (const Setting preferred : {Setting::any, Setting::work}) {
    CAPTURE(slug(preferred));
    Home home(28);
    home.preferences.setting = preferred;
    std::array<int, 2> for_work{};  // on weekdays, at weekends
    for (int i = 1; i <= 140; ++i) {
      const Day day = start + i;
      const Suggestion& item = *home.bank.find(home.show(day).suggestion);
      if (item.setting == Setting::work) ++for_work[weekday(day) < 5 ? 0 : 1];
    }
    CHECK(for_work[0] > 0);
    CHECK((for_work[1] > 0) == (preferred == Setting::work));
  }
}

TEST_CASE("every kind of reason has a sentence of its own") {
  const auto why = [](Act act, const ActReason& reason) {
    Prompt prompt;
    prompt.act = act;
    return why_words(prompt, {.act = act, .reason = reason, .ranking = {}}, false, nullptr, start);
  };
  using Kind = ActReason::Kind;
  CHECK(why(Act::thank, {.kind = Kind::first_days}) ==
        "For the first few days the four acts take turns.");
  CHECK(why(Act::offer, {.kind = Kind::due, .days = 7}) ==
        "Offering a hand was last suggested a week ago.");
  CHECK(why(Act::thank, {.kind = Kind::fresh, .days = never}) ==
        "Saying thanks has not been suggested yet.");
  CHECK(why(Act::check_in, {.kind = Kind::need, .days = 6}) == "You last checked in 6 days ago.");
  CHECK(why(Act::listen, {.kind = Kind::need, .days = never}) ==
        "You have not logged listening to anyone yet.");
  CHECK(why(Act::check_in, {.kind = Kind::receptive, .taken = 7, .asked = 10}) ==
        "On weekdays you often follow suggestions to check in (7 of 10).");
  CHECK(why(Act::thank, {.kind = Kind::receptive, .weekend = true, .taken = 4, .asked = 10}) ==
        "At weekends you follow suggestions to say thanks more often than others (4 of 10).");
  CHECK(why(Act::offer, {}) == "It keeps the four acts in balance.");
}

TEST_CASE("every reason is one sentence of modest length") {
  Home home(26);
  home.add(PersonSet{"Maya", 5, {}, {}}, start);
  for (int i = 1; i <= 120; ++i) {
    const Prompt prompt = home.show(start + i);
    CHECK(prompt.why.ends_with('.'));
    CHECK(prompt.why.size() <= 140);
    CHECK(prompt.why.find("-2147483648") == std::string::npos);
    if (home.random_() % 2 == 0) home.log(prompt.act, start + i);
  }
}

}  // namespace connect::prompt_test
