// The layout of the cache files: it changes only together with its version, every field is
// serialized, and every value that the Unpacker accepts is safe to calculate with.
#include "store/cache/summary_file.hpp"

#include <doctest/doctest.h>

#include "store/cache/packing.hpp"

namespace connect::summary_file_test {
namespace {

constexpr Day first{20'000};
const Stamp stamp{1'790'000'000, {7, 8}};

StreakCheckpoint earlier() {
  RestCalendar rests{{}, 0b1000000};
  rests.days.add({first + 3, first + 4});
  StreakCheckpoint out;
  out.until = first + 40;
  out.rules = {{4}, rests.weekdays};
  out.all = StreakFold(out.rules.rhythm);
  for (int i : {0, 1, 2, 6, 9, 10, 30, 31}) {
    out.all.act(first + i, rests);
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

void cover(store::LedgerPrefix& kept) {
  kept.path = "/home/ledger.jsonl";
  kept.next_line = 12;
  kept.bytes.add("thirteen bytes");
  kept.ending = 77;
  kept.standing = {3, 2};
  kept.report.exists = true;
  kept.report.is_empty = false;
  kept.report.bad_lines = 2;
  kept.report.problems = {{store::Damage::bad_line, 4, "", 0}, {store::Damage::foreign, 9, "", 0}};
  kept.report.newer = 1;
  for (std::size_t i = 0; i < kept.marks.ids.size(); ++i) kept.marks.ids[i] = 1000 + i;
  kept.marks.rest = stamp;
  kept.marks.person = {5, {6, 7}};
}

DailyDetails details_sample() {
  DailyDetails all;
  all.lists.intern({1, 2});
  all.lists.intern({2});
  all.rows = {{{first + 30, {1, 2, 3, 4}}, 1, 0}, {{first + 52, {0, 0, 1, 0}}, 2, 1}};
  all.latest = {{stamp, {5, 6}, 1, 2, {{1, 2, 3}}, {{4, -1, 10}}, -90, Act::offer},
                {stamp, {}, 0, 0, {}, {}, 60, Act::thank}};
  all.with = {{1, 10}, {2, 1}};
  all.tagged = {{2, 1}};
  all.felt = {{first.number, {{1, -1, 2}}, {{3, 4, 5}}}};
  all.rated = {{first.number + 2, {{9, 8, 7}}}};
  all.suggested = {{first + 3, Act::listen}};
  all.foreign_ids = {{{7, 9}, "their-2"}};
  all.earlier = DailyDetails::Earlier{first + 29, {{first, first + 3, 2}, {}, {}}};
  return all;
}

store::CachedSummary sample() {
  store::CachedSummary cached;
  cover(cached);
  cached.older = 78;
  Summary& all = cached.summary;
  all.people = names("Maya", "Zoë");
  all.tags = names("work", "home");
  all.persons = {
      {},
      {"",
       3,
       LatestStamps({{first - 1, stamp}, {first, stamp}}),
       {7, 300},
       LatestStamps({{first - 2, stamp}}),
       {{first - 9, {7, false}}, {first, {14, true, first, Place::remote, Setting::home}}},
       first + 30,
       {{{{{5, 12, 0}, "birthday"}, first - 9}, {{{2, 29, 2016}, "moved"}, first}}, "tel:123"}},
      {"", 1, {}, {}, {}, {}, {}, {}}};
  all.tagged = {1, 0, 1};
  all.rests.add({first, first + 5});
  all.days = {{first + 50, {1, 2, 3, 4}}, {first + 52, {0, 0, 1, 0}}};
  all.settled = {{first + 20, Act::offer, true, 99, nullptr},
                 {first + 20, Act::listen, false, 98, nullptr}};
  all.shown = {{stamp,
                first + 51,
                Act::thank,
                "thank-07",
                "Zoë",
                {1, 2},
                "due",
                {3, 4},
                true,
                {true, true, true, Place::in_person}}};
  all.unwanted = {17, 99};
  all.kindnesses = {{stamp, first + 49, 60, {1, 2}, {1234, 56}}};
  all.asks = {{stamp, first + 70, -90, {2}, {4567, 89}}};
  all.own = {{stamp,
              first + 51,
              {Act::offer, "Mend {someone}'s bicycle", "Chain first.", Place::in_person,
               Setting::home, Effort::medium}}};
  all.entries = 11;
  all.latest = {{first + 52, stamp, {2345, 67}, {{3456, 78}}}};
  all.first_shown = DatedStamp{first - 3, {4, {3, 2}}};
  all.foreign_ids = {{{5, 6}, "their-1"}};
  Checkpoint& before = all.before.emplace();
  before.streaks = earlier();
  before.settled = first + 38;
  before.is_cut = true;
  observe(before.labels, *built_in_suggestion("thank-07"), true, true);
  observe(before.labels, *built_in_suggestion("offer-02"), false, false);
  for (int i = 0; i < 12; ++i) {
    observe(before.act_choice,
            {first.number + i, all_acts[static_cast<std::size_t>(i % 4)], i % 3 == 0, i % 5 == 0});
    observe_done(before.act_choice, Act::offer, first.number + i);
  }
  all.details = details_sample();
  return cached;
}

std::string older_sample() {
  DailyDetails older = details_sample();
  older.latest.clear();
  older.earlier.reset();
  std::uint64_t key = 0;
  return store::packed_older(older, key);
}

std::uint64_t layout_of(const std::string& bytes) {
  return store::little_endian<std::uint32_t>(bytes.data() + 4);
}

/// The checksum of the body of the section at the front, which is taken off.
std::uint64_t sum_of(store::Kind kind, std::string_view& bytes) {
  return store::checksum(*store::unsealed(kind, bytes));
}

bool is_read(std::string_view bytes) { return store::unpacked(bytes, Parts::details).has_value(); }

}  // namespace

TEST_CASE("the layout of the cache is that of its number") {
  // Whoever changes what is serialized, or what it means, raises `layout` in store/packing.cpp, and
  // then writes the new sums here.
  const std::string summary = store::packed(sample());
  const std::string older = older_sample();
  CHECK(layout_of(summary) == 14);
  CHECK(layout_of(older) == 14);
  std::string_view bytes = summary;
  CHECK(sum_of(store::Kind::summary, bytes) == 16761048527741659320U);
  CHECK(sum_of(store::Kind::people, bytes) == 8410583935121256303U);
  CHECK(sum_of(store::Kind::details, bytes) == 12561042586076983832U);
  CHECK(bytes.empty());
  bytes = older;
  CHECK(sum_of(store::Kind::older, bytes) == 502472794555011086U);
}

TEST_CASE("what was serialized is serialized in the same way again when it was read") {
  const std::string bytes = store::packed(sample());
  REQUIRE(is_read(bytes));
  CHECK(store::packed(*store::unpacked(bytes, Parts::details)) == bytes);
}

TEST_CASE("streaks need the first section alone") {
  const std::string bytes = store::packed(sample());
  const std::size_t size = *store::size_of_sections(bytes, store::sections_of(Parts::days));
  CHECK_FALSE(store::unpacked(bytes.substr(0, size - 1), Parts::days).has_value());
  const auto cached = store::unpacked(bytes.substr(0, size), Parts::days);
  REQUIRE(cached.has_value());
  CHECK(cached->summary.days.size() == 2);
  CHECK(cached->summary.rests.ranges() == sample().summary.rests.ranges());
  CHECK(cached->summary.entries == 11);
  CHECK(cached->summary.before->settled == first + 38);
  CHECK(cached->summary.last_rest == stamp);
  CHECK(cached->summary.people.size() == 0);
  CHECK_FALSE(store::unpacked(bytes.substr(0, size), Parts::people).has_value());
}

TEST_CASE("the size of sections is told by their headers, if those are there") {
  const std::string bytes = store::packed(sample());
  CHECK(store::size_of_sections(bytes, store::sections_of(Parts::details)) == bytes.size());
  CHECK(store::size_of_sections(bytes, 0) == 0);
  CHECK_FALSE(store::size_of_sections(bytes.substr(0, 31), 1).has_value());
  CHECK_FALSE(store::size_of_sections(std::string(64, '\xff'), 1).has_value());
}

TEST_CASE("everyday commands read two sections, and names and stamps with them") {
  const std::string bytes = store::packed(sample());
  std::string_view rest = bytes;
  static_cast<void>(store::unsealed(store::Kind::summary, rest));
  static_cast<void>(store::unsealed(store::Kind::people, rest));
  const auto cached = store::unpacked(bytes.substr(0, bytes.size() - rest.size()), Parts::people);
  REQUIRE(cached.has_value());
  CHECK_FALSE(cached->summary.details.has_value());
  CHECK(cached->summary.persons[1].name == "Zoë");
  CHECK(cached->summary.last_rest == stamp);
  CHECK(cached->summary.last_person == Stamp{5, {6, 7}});
  CHECK_FALSE(is_read(bytes.substr(0, bytes.size() - rest.size())));
}

TEST_CASE("files of another kind, layout or version are not read") {
  const std::string bytes = store::packed(sample());
  CHECK_FALSE(is_read(older_sample()));
  for (const std::size_t at : {0U, 4U, 8U, 16U, 24U}) {
    std::string other = bytes;
    ++other[at];
    CHECK_FALSE(is_read(other));
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
  CHECK_FALSE(is_read(old));
  CHECK_FALSE(is_read(bytes + "more"));
  std::string_view rest = bytes;
  const std::string head(*store::unsealed(store::Kind::summary, rest));
  CHECK(is_read(store::sealed(store::Kind::summary, head) + std::string(rest)));
  CHECK_FALSE(is_read(store::sealed(store::Kind::summary, head + "more") + std::string(rest)));
}

TEST_CASE("well-formed values that no ledger comes to are not read") {
  const auto stays_read = [](const auto& spoil) {
    store::CachedSummary cached = sample();
    spoil(cached.summary, *cached.summary.details);
    return is_read(store::packed(cached));
  };
  using S = Summary;
  using D = DailyDetails;
  CHECK(stays_read([](S&, D&) {}));
  CHECK_FALSE(stays_read([](S& all, D&) { all.persons.pop_back(); }));
  CHECK_FALSE(stays_read([](S& all, D&) { all.tagged.push_back(1); }));
  CHECK_FALSE(stays_read([](S& all, D&) { all.before.reset(); }));
  CHECK_FALSE(stays_read([](S& all, D&) { all.days[1].day = all.days[0].day; }));
  CHECK_FALSE(stays_read([](S& all, D&) { all.days[0].day.number = INT32_MIN; }));
  CHECK_FALSE(stays_read([](S& all, D&) { all.kindnesses[0].with = {3}; }));
  CHECK_FALSE(stays_read([](S& all, D&) { all.asks[0].with = {3}; }));
  CHECK_FALSE(stays_read([](S& all, D&) { all.settled[1].day = first; }));
  CHECK_FALSE(stays_read([](S& all, D&) { all.persons[1].settings[0].facts.every_days = -1; }));
  CHECK_FALSE(stays_read([](S& all, D&) { all.persons[1].details.dates[1].date.on.year = 2015; }));
  CHECK_FALSE(stays_read([](S& all, D&) {
    all.persons[1].met = LatestStamps({{first, stamp}, {first, stamp}});
  }));
  CHECK_FALSE(stays_read([](S& all, D&) { all.before->act_choice.acts[0].trials[0] = -1; }));
  CHECK_FALSE(stays_read([](S&, D& all) { all.with[0].list = 3; }));
  CHECK_FALSE(stays_read([](S&, D& all) { all.tagged[0].list = 9; }));
  CHECK_FALSE(stays_read([](S&, D& all) { all.rows[0].with_end = 3; }));
  CHECK_FALSE(stays_read([](S&, D& all) { all.rows[1].tags_end = 2; }));
  CHECK_FALSE(stays_read([](S&, D& all) { all.latest.clear(); }));
  CHECK_FALSE(stays_read([](S&, D& all) { all.latest[0].tags = 7; }));
  CHECK_FALSE(stays_read([](S&, D& all) { all.lists.intern({3}), all.with[0].list = 3; }));
  CHECK_FALSE(stays_read([](S&, D& all) { all.earlier.reset(); }));
  CHECK_FALSE(stays_read([](S&, D& all) { all.felt[0].after.items[0] = 11; }));
  CHECK_FALSE(stays_read([](S&, D& all) { all.earlier->met[0].days = -2; }));
}

}  // namespace connect::summary_file_test
