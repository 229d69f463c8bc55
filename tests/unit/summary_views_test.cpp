// What the everyday commands derive from a ledger: counts of days, the suggestion of the day,
// people.
#include "domain/summary/summary_views.hpp"

#include <doctest/doctest.h>

#include "support/ledger_lines.hpp"

namespace connect::summary_views_test {

using namespace test;

namespace {

const std::string today = "2026-11-23";

Record shown(std::size_t id, int second, std::string suggestion, std::string instead_of = "",
             std::string_view on = today) {
  return record(id, second,
                Prompted{day(on), Act::thank, std::move(suggestion), "", std::move(instead_of)});
}

Summary summary(const std::vector<Record>& records) { return summary_of(folded(records)); }

std::vector<ResolvedSuggestion> suggestions(const Summary& past) {
  return resolved_suggestions(past);
}

std::string standing(const std::vector<Record>& records) {
  const Summary past = summary(records);
  const auto all = suggestions(past);
  const ResolvedSuggestion* current = suggestion_for(all, day(today));
  return current == nullptr ? "none" : current->shown->suggestion;
}

std::vector<std::string> names_of(const std::vector<const PersonTotals*>& people) {
  std::vector<std::string> names;
  for (const auto* person : people) names.push_back(person->name);
  return names;
}

}  // namespace

TEST_CASE("days have the counts of their acts, in order") {
  const Summary past = summary({record(1, 3, logged("2026-11-23", Act::thank)),
                                record(2, 2, logged("2026-11-21", Act::listen)),
                                record(3, 1, logged("2026-11-23", Act::offer)),
                                record(4, 0, logged("2026-11-23", Act::thank))});
  REQUIRE(past.days.size() == 2);
  CHECK(past.days[0].day == day("2026-11-21"));
  CHECK(past.days[1].counts == std::array<std::uint32_t, 4>{0, 1, 0, 2});
  CHECK(past.days[1].total() == 3);
  REQUIRE(acts_on(past, day("2026-11-21")) != nullptr);
  CHECK(acts_on(past, day("2026-11-21"))->total() == 1);
  CHECK(acts_on(past, day("2026-11-22")) == nullptr);
  CHECK(acts_on(past, day("2026-11-24")) == nullptr);
}

TEST_CASE("without a prompt no prompt stands") {
  CHECK(standing({}) == "none");
  CHECK(standing({shown(1, 0, "thank-01", "", "2026-11-22")}) == "none");
}

TEST_CASE("of two machines' prompts for one day the first stands, and the other was never shown") {
  const Record here = shown(1, 10, "here"), there = shown(2, 20, "there");
  for (const auto& records : {std::vector{here, there}, std::vector{there, here}}) {
    CHECK(standing(records) == "here");
    CHECK(suggestions(summary(records)).size() == 1);
  }
}

TEST_CASE("a prompt that was replaced is declined and its successor stands") {
  const auto records = std::vector{shown(1, 10, "first"), shown(2, 20, "second", id_number(1)),
                                   shown(3, 30, "third", id_number(2))};
  CHECK(standing(records) == "third");
  const Summary past = summary(records);
  const auto all = suggestions(past);
  REQUIRE(all.size() == 3);
  CHECK(all[0].declined);
  CHECK(all[1].declined);
  CHECK_FALSE(all[2].declined);
  CHECK(past.id_text(all[2].shown->stamp.id) == id_number(3));
}

TEST_CASE(
    "of two shells that pinned a day, either one's replacement stands, the latest of several") {
  const Record here = shown(1, 10, "here"), there = shown(2, 20, "there");
  CHECK(standing({here, there, shown(3, 30, "here again", id_number(1))}) == "here again");
  CHECK(standing({here, there, shown(3, 30, "there again", id_number(2))}) == "there again");
  CHECK(standing({here, there, shown(3, 30, "a", id_number(1)), shown(4, 40, "b", id_number(2))}) ==
        "b");
  CHECK(standing({here, there, shown(3, 30, "a", id_number(1)), shown(4, 40, "b", id_number(3))}) ==
        "b");
  // A replacement of something that is not here (yet), and a prompt that came later.
  CHECK(standing({here, there, shown(3, 15, "a", id_number(9))}) == "a");
}

TEST_CASE("the standing prompt of any records is the same in any order, and as it is promised") {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    std::vector<Record> records;
    for (std::size_t id = 0; id < 6; ++id)
      records.push_back(shown(id, static_cast<int>(id) * 10, "s" + std::to_string(id),
                              random.chance(50) ? id_number(random.below(7)) : ""));
    // Word for word: the latest replacement before all that replace nothing, the first of those.
    std::string expected = "none";
    bool is_replacement = false;
    for (const Record& record : records) {
      const auto& said = std::get<Prompted>(record.body);
      const bool is_replaced = std::ranges::any_of(records, [&](const Record& other) {
        return std::get<Prompted>(other.body).instead_of == record.id;
      });
      if (is_replaced || (said.instead_of.empty() && expected != "none")) continue;
      if (is_replacement && said.instead_of.empty()) continue;
      expected = said.suggestion;
      is_replacement = !said.instead_of.empty();
    }
    for (int i = 0; i < 3; ++i) REQUIRE(standing(random.shuffled(records)) == expected);
  }
}

TEST_CASE("a setting holds from the morning after it was made") {
  std::vector<Record> records = {
      record(1, 0, logged("2026-11-01", Act::thank, {"Maya"})),
      {id_number(2), instant_at(day("2026-11-10"), 40000, 60), PersonSet{"Maya", 7, {}, {}}}};
  const auto facts_on = [&](std::string_view on) {
    const Summary past = summary(records);
    return known_people(past)[0]->facts_on(day(on));
  };
  CHECK(facts_on("2026-11-09") == PersonFacts{});  // it was made further east
  CHECK(facts_on("2026-11-10") == PersonFacts{});
  CHECK(facts_on("2026-11-11") == PersonFacts{7, false, day("2026-11-10")});
  records.push_back(
      {id_number(3), instant_at(day("2026-11-12"), 40000, 60), PersonSet{"Maya", {}, true, {}}});
  CHECK(facts_on("2026-11-12") == PersonFacts{7, false, day("2026-11-10")});
  CHECK(facts_on("2026-11-13") == PersonFacts{7, true, day("2026-11-10")});
  const Summary past = summary(records);
  CHECK(known_people(past)[0]->facts() == PersonFacts{7, true, day("2026-11-10")});
}

TEST_CASE("a setting that a wrong clock dated far ahead holds at once") {
  const Summary past =
      summary({{id_number(1), instant_at(day("2036-01-01"), 0, 0), PersonSet{"Maya", 7, {}, {}}}});
  CHECK(known_people(past)[0]->facts_on(day(today)) == PersonFacts{7, false, day("2036-01-01")});
}

TEST_CASE("a replaced prompt is declined only on its own day") {
  CHECK(standing({shown(1, 10, "today's"),
                  shown(2, 20, "tomorrow's", id_number(1), "2026-11-24")}) == "today's");
}

TEST_CASE("a prompt taken out of the ledger neither stands nor declines another") {
  const std::vector<Record> records = {shown(1, 10, "first"), shown(2, 20, "second", id_number(1)),
                                       record(3, 30, amended(2, removal()))};
  CHECK(standing(records) == "first");
}

TEST_CASE("the prompts of a day keep declined before standing, and days stay in order") {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    INFO("seed ", seed);
    Random random(seed);
    std::vector<Record> records;
    for (std::size_t id = 0; id < 8; ++id)
      records.push_back(shown(id, random.between(0, 9), "s" + std::to_string(id),
                              random.chance(50) ? id_number(random.below(id + 1)) : "",
                              random.chance(50) ? today : "2026-11-22"));
    const Summary past = summary(random.shuffled(records));
    const auto all = suggestions(past);
    for (std::size_t i = 1; i < all.size(); ++i) {
      REQUIRE(all[i - 1].day <= all[i].day);
      if (all[i - 1].day == all[i].day) REQUIRE(all[i - 1].declined);
    }
  }
}

TEST_CASE("people are listed by their latest meeting, with the number of entries") {
  const Summary past = summary({record(1, 0, logged("2026-11-20", Act::thank, {"Maya", "Sam"})),
                                record(2, 0, logged("2026-11-22", Act::listen, {"Sam", "SAM"})),
                                record(3, 0, logged("2026-11-21", Act::listen, {"Ruth"})),
                                record(4, 0, PersonSet{"Ida", 7, {}, {}}),
                                record(5, 0, Noticed{day("2026-11-22"), {"Only noticed"}, ""})});
  const auto people = known_people(past);
  REQUIRE(people.size() == 5);
  CHECK(people[0]->name == "Sam");
  CHECK(people[0]->entries == 2);
  CHECK(people[0]->met.last()->day == day("2026-11-22"));
  CHECK(people[1]->name == "Ruth");
  CHECK(people[2]->name == "Maya");
  CHECK(people[3]->name == "Ida");
  CHECK_FALSE(people[3]->met.last().has_value());
  CHECK(people[4]->name == "Only noticed");
}

TEST_CASE("dates are found on their day, by name, if they were known on its morning") {
  const auto set = [](std::size_t id, const char* on, PersonSet said) {
    return Record{id_number(id), instant_at(day(on), 40000, 60), std::move(said)};
  };
  const auto dated = [](const char* name, YearlyDay on) {
    return PersonSet{name, {}, {}, {}, std::vector<PersonDate>{{on, "birthday"}}};
  };
  const Summary past = summary({set(1, "2026-02-01", dated("Zoë", {2, 29, 0})),
                                set(2, "2026-02-02", dated("Maya", {2, 28, 1985})),
                                set(3, "2026-02-03", dated("Resting", {2, 28, 0})),
                                set(4, "2026-02-04", PersonSet{"Resting", {}, true, {}}),
                                set(5, "2026-02-28", dated("Just added", {2, 28, 0})),
                                set(6, "2026-02-05", dated("Later", {2, 28, 2030}))});
  const auto names_on = [&](const char* on) {
    std::string out;
    for (const auto& [person, date] : dates_on(past, day(on))) out += person->name + " ";
    return out;
  };
  CHECK(names_on("2026-02-27") == "");
  CHECK(names_on("2026-02-28") == "Maya Zoë ");
  CHECK(names_on("2027-02-28") == "Just added Maya Zoë ");
  CHECK(names_on("2028-02-29") == "Zoë ");
  CHECK(names_on("2030-02-28") == "Just added Later Maya Zoë ");
  CHECK(known_people(past).size() == 5);
}

TEST_CASE("dates are replaced as a whole, and one that stays keeps the day on which it was added") {
  const PersonDate birthday{{5, 12, 0}, "birthday"}, moved{{3, 2, 2019}, "moved"};
  std::vector<Record> records = {
      record(1, 0, PersonSet{"Maya", {}, {}, {}, std::vector{birthday}}),
      record(2, 200'000, PersonSet{"Maya", {}, {}, {}, std::vector{birthday, moved}})};
  const Day first = local_day(records[0].at);
  const auto dates = [&] { return find_person(summary(records), "Maya")->details.dates; };
  CHECK(dates() == std::vector<KnownDate>{{moved, local_day(records[1].at)}, {birthday, first}});
  records.push_back(record(3, 300'000, amended(2, removal())));  // as undo does
  CHECK(dates() == std::vector<KnownDate>{{birthday, first}});
}

TEST_CASE("people are overdue from their rhythm on, the most overdue first, resting ones never") {
  const std::vector<Record> records = {
      record(1, 0, logged("2026-11-16", Act::thank, {"weekly"})),
      record(2, 0, logged("2026-11-17", Act::thank, {"almost"})),
      record(3, 0, logged("2026-11-03", Act::thank, {"late"})),
      record(4, 0, logged("2026-11-01", Act::thank, {"resting", "without"})),
      record(5, 1, PersonSet{"weekly", 7, {}, {}}),
      record(6, 1, PersonSet{"almost", 7, {}, {}}),
      record(7, 1, PersonSet{"late", 10, {}, {}}),
      record(8, 1, PersonSet{"resting", 7, true, {}}),
      record(9, 1, PersonSet{"without", 0, {}, {}}),
      {id_number(10), instant_at(day(today), 0, 0), PersonSet{"never", 30, {}, {}}}};
  const Summary past = summary(records);
  CHECK(names_of(overdue_people(past, day(today))) == std::vector<std::string>{"late", "weekly"});
  CHECK(names_of(overdue_people(past, day("2026-11-24"))) ==
        std::vector<std::string>{"late", "weekly", "almost"});
  CHECK(names_of(overdue_people(past, day("2026-12-22"))).size() == 3);
  CHECK(names_of(overdue_people(past, day("2026-12-23"))).size() ==
        4);  // a rhythm after it was set
}

TEST_CASE("a person is found by any spelling of the name") {
  const Summary past = summary({record(1, 0, logged(today, Act::thank, {"Zoë"}))});
  REQUIRE(find_person(past, "ZOE") != nullptr);
  CHECK(find_person(past, "ZOE")->name == "Zoë");
  CHECK(find_person(past, "Zoey") == nullptr);
}

TEST_CASE("a renamed person is found by the old name") {
  const Summary past = summary({record(1, 0, logged(today, Act::thank, {"Sam"})),
                                record(2, 1, PersonSet{"Sam", {}, {}, "Samantha"})});
  CHECK(find_person(past, "samantha") != nullptr);
  CHECK(find_person(past, "sam") != nullptr);
}

TEST_CASE("the usual gap is the median of the days between four meetings or more") {
  const Day first = day(today);
  const auto gap = [&](std::vector<int> days) {
    PersonTotals person;
    for (const int each : days) person.meet({first + each, {}}, {INT32_MIN});
    return median_gap_days(person, first + 1000);
  };
  CHECK(gap({}) == std::nullopt);
  CHECK(gap({0, 9, 18}) == std::nullopt);
  CHECK(gap({0, 1, 2, 3}) == 1.0);
  CHECK(gap({0, 30, 32, 41}) == 9.0);      // gaps of 30, 2 and 9 days
  CHECK(gap({0, 2, 11, 21, 400}) == 9.5);  // 2, 9, 10 and 379
  CHECK(gap({0, 50, 100, 150, 200, 250, 251, 252, 253, 254, 255, 256}) == 1.0);  // the last eight
}

TEST_CASE("somebody is quiet after three times the usual gap, and after three weeks at least") {
  PersonTotals person;
  const Day last = day(today);
  const auto met_every = [&](int days) {
    person = {};
    for (int i = 4; i >= 0; --i) person.meet({last - i * days, {}}, {INT32_MIN});
  };
  met_every(3);
  CHECK_FALSE(is_quiet(person, last + 21));
  CHECK(is_quiet(person, last + 22));
  met_every(10);
  CHECK_FALSE(is_quiet(person, last + 30));
  CHECK(is_quiet(person, last + 31));
  person.settings = {{last, {14, false, last}}};
  CHECK_FALSE(is_quiet(person, last + 31));
  person.settings = {{last, {0, true, {}}}};
  CHECK_FALSE(is_quiet(person, last + 31));
}

TEST_CASE("several entries of a day are one meeting") {
  const Summary past = summary({record(1, 0, logged("2026-11-01", Act::thank, {"Maya"})),
                                record(2, 1, logged("2026-11-01", Act::listen, {"Maya"})),
                                record(3, 2, logged("2026-11-08", Act::thank, {"Maya"})),
                                record(4, 3, logged("2026-11-15", Act::thank, {"Maya"}))});
  CHECK(find_person(past, "Maya")->met.items().size() == 3);
}

}  // namespace connect::summary_views_test
