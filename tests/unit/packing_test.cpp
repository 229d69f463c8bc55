// The layout of the cache files: it changes only together with its version, every field is
// serialized, and every value that the Unpacker accepts is safe to calculate with.
#include "store/cache/packing.hpp"

#include <doctest/doctest.h>

#include "store/cache/days_file.hpp"
#include "store/cache/index.hpp"

namespace connect::packing_test {
namespace {

constexpr Day first{20'000};
const Stamp stamp{1'790'000'000, {7, 8}};

EarlierDays earlier() {
  RestCalendar rests{{}, 0b1000000};
  rests.days.add({first + 3, first + 4});
  EarlierDays out;
  out.until = first + 40;
  out.rules = {{4}, rests.weekdays};
  out.thread = StreakFold(out.rules.rhythm);
  for (int i : {0, 1, 2, 6, 9, 10, 30, 31}) {
    out.thread.act(first + i, rests);
    out.acts[static_cast<std::size_t>(i % 3)].act(first + i, rests);
    out.strength.act(first + i, rests);
  }
  return out;
}

Names names(const char* one, const char* other) {
  Names out;
  out.add(one, stamp);
  out.add(other, {stamp.seconds + 1, {9, 1}});
  out.add("third", stamp);
  out.rename(0, 1);
  return out;
}

template <class Kept>
void cover(Kept& kept) {
  kept.path = "/home/ledger.jsonl";
  kept.next_line = 12;
  kept.bytes.add("thirteen bytes");
  kept.ending = 77;
  kept.standing = {3, 2};
  kept.account.exists = true;
  kept.account.is_empty = false;
  kept.account.bad_lines = 2;
  kept.account.problems = {{store::Damage::bad_line, 4, "", 0}, {store::Damage::foreign, 9, "", 0}};
  kept.account.newer = 1;
  for (std::size_t i = 0; i < kept.marks.ids.size(); ++i) kept.marks.ids[i] = 1000 + i;
  kept.marks.rest = stamp;
  kept.marks.person = {5, {6, 7}};
}

store::Index index_sample() {
  store::Index index;
  cover(index);
  Past& past = index.past;
  past.people = names("Maya", "Zoë");
  past.tags = names("work", "home");
  past.persons = {{},
                  {3,
                   LatestDays({first - 1, first}),
                   LatestDays({first - 2}),
                   {{first - 9, {7, false}}, {first, {14, true}}}},
                  {1, {}, {}, {}}};
  past.tagged = {1, 0, 1};
  past.earlier = earlier();
  past.days = {{first + 50, {1, 2, 3, 4}}, {first + 52, {0, 0, 1, 0}}};
  past.rests.add({first, first + 5});
  past.shown = {{{stamp, first + 51, Act::thank, "thank-07", "Zoë", {1, 2}}, "an-id"}};
  past.notices = {{stamp, first + 49, {"Maya", "Zoë"}, ""}};
  past.recent = {{stamp, first + 52, Act::listen, {1, 2}}};
  past.first_shown = FirstShown{first - 3, {4, {3, 2}}};
  past.base_day = first + 38;
  past.is_cut = true;
  for (int i = 0; i < 12; ++i) {
    observe(past.before,
            {first.number + i, all_acts[static_cast<std::size_t>(i % 4)], i % 3 == 0, i % 5 == 0});
    observe_done(past.before, Act::offer, first.number + i);
  }
  return index;
}

store::CoveredDays days_sample() {
  store::CoveredDays days;
  cover(days);
  Chronicle& all = days.chronicle;
  all.people = names("Maya", "Zoë");
  all.tags = names("work", "home");
  all.facts = {{}, {14, true}, {0, false}};
  all.lists.intern({1, 2});
  all.lists.intern({2});
  all.days = {{{first + 30, {1, 2, 3, 4}}, 1, 0}, {{first + 52, {0, 0, 1, 0}}, 2, 1}};
  all.latest = {{stamp, {5, 6}, 1, 2, {{1, 2, 3}}, {{4, -1, 10}}, -90, Act::offer}};
  all.with = {{1, 10}, {2, 1}};
  all.tagged = {{2, 1}};
  all.felt = {{first.number, {{1, -1, 2}}, {{3, 4, 5}}}};
  all.noted = {{stamp, first + 2, {{9, 8, 7}}}};
  all.shown = {{stamp, {1, 2}, first + 3, Act::listen}};
  all.rests.add({first, first + 5});
  all.foreign_ids = {{{5, 6}, "their-1"}};
  all.earlier = Chronicle::Earlier{earlier(), {{first, first + 3, 2}, {}, {}}, {}};
  all.earlier->acted.add({first + 30, first + 30});
  return days;
}

std::uint64_t layout_of(const std::string& bytes) {
  return store::little_endian<std::uint32_t>(bytes.data() + 4);
}

std::string_view body_of(store::Kind kind, const std::string& bytes) {
  return *store::unsealed(kind, bytes);
}

}  // namespace

TEST_CASE("the layout of the cache is that of its number") {
  // Whoever changes what is serialized, or what it means, raises `layout` in store/packing.cpp, and
  // then writes the new sums here.
  const std::string index = store::packed(index_sample());
  const std::string days = store::packed(days_sample());
  CHECK(layout_of(index) == 6);
  CHECK(layout_of(days) == 6);
  CHECK(store::checksum(body_of(store::Kind::index, index)) == 3773495319605160357U);
  CHECK(store::checksum(body_of(store::Kind::days, days)) == 15187456410015264824U);
}

TEST_CASE("what was serialized is serialized in the same way again when it was read") {
  const std::string index = store::packed(index_sample());
  REQUIRE(store::unpacked(index).has_value());
  CHECK(store::packed(*store::unpacked(index)) == index);
  const std::string days = store::packed(days_sample());
  REQUIRE(store::unpacked_days(days).has_value());
  CHECK(store::packed(*store::unpacked_days(days)) == days);
}

TEST_CASE("files of another kind, layout or version are not read") {
  const std::string bytes = store::packed(index_sample());
  CHECK_FALSE(store::unpacked_days(bytes).has_value());
  for (const std::size_t at : {0U, 4U, 8U, 16U}) {
    std::string other = bytes;
    ++other[at];
    CHECK_FALSE(store::unpacked(other).has_value());
  }
  CHECK_FALSE(store::is_of_another_version(bytes));
  for (const std::size_t at : {4U, 8U}) {
    std::string other = bytes;
    ++other[at];
    CHECK(store::is_of_another_version(other));
  }
  std::string damaged = bytes;
  ++damaged.back();
  CHECK_FALSE(store::is_of_another_version(damaged));
  CHECK_FALSE(store::is_of_another_version("rubbish"));
  const std::string old = std::string("nocidx3\0", 8) + bytes.substr(8);  // as 1.0.0 wrote it
  CHECK(store::is_of_another_version(old));
  CHECK_FALSE(store::unpacked(old).has_value());
}

TEST_CASE("well-formed values that no ledger comes to are not read") {
  const auto is_read = [](const auto& spoil) {
    store::Index index = index_sample();
    spoil(index.past);
    return store::unpacked(store::packed(index)).has_value();
  };
  CHECK(is_read([](Past&) {}));
  CHECK_FALSE(is_read([](Past& past) { past.persons.pop_back(); }));
  CHECK_FALSE(is_read([](Past& past) { past.tagged.push_back(1); }));
  CHECK_FALSE(is_read([](Past& past) { past.earlier.reset(); }));
  CHECK_FALSE(is_read([](Past& past) { past.base_day.reset(); }));
  CHECK_FALSE(is_read([](Past& past) { past.days[1].day = past.days[0].day; }));
  CHECK_FALSE(is_read([](Past& past) { past.days[0].day.number = INT32_MIN; }));
  CHECK_FALSE(is_read([](Past& past) { past.recent[0].with = {3}; }));
  CHECK_FALSE(is_read([](Past& past) { past.recent[0].act = static_cast<Act>(4); }));
  CHECK_FALSE(is_read([](Past& past) { past.persons[1].settings[0].facts.every_days = -1; }));
  CHECK_FALSE(is_read([](Past& past) { past.persons[1].met = LatestDays({first, first}); }));
  CHECK_FALSE(is_read([](Past& past) { past.before.acts[0].trials[0] = -1; }));
  const auto days_are_read = [](const auto& spoil) {
    store::CoveredDays days = days_sample();
    spoil(days.chronicle);
    return store::unpacked_days(store::packed(days)).has_value();
  };
  CHECK(days_are_read([](Chronicle&) {}));
  CHECK_FALSE(days_are_read([](Chronicle& all) { all.with[0].list = 3; }));
  CHECK_FALSE(days_are_read([](Chronicle& all) { all.tagged[0].list = 9; }));
  CHECK_FALSE(days_are_read([](Chronicle& all) { all.days[0].with_end = 3; }));
  CHECK_FALSE(days_are_read([](Chronicle& all) { all.days[1].tags_end = 2; }));
  CHECK_FALSE(days_are_read([](Chronicle& all) { all.latest.clear(); }));
  CHECK_FALSE(days_are_read([](Chronicle& all) { all.latest[0].tags = 7; }));
  CHECK_FALSE(days_are_read([](Chronicle& all) { all.lists.intern({3}), all.with[0].list = 3; }));
  CHECK_FALSE(days_are_read([](Chronicle& all) { all.facts.pop_back(); }));
  CHECK_FALSE(days_are_read([](Chronicle& all) { all.felt[0].after.items[0] = 11; }));
  CHECK_FALSE(days_are_read([](Chronicle& all) { all.earlier->met[0].days = -2; }));
}

}  // namespace connect::packing_test
