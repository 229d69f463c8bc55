// When the greeting of a shell is due.
#include "domain/suggest/greeting.hpp"

#include <doctest/doctest.h>

#include <string>

#include "connect/app.hpp"
#include "support/facts.hpp"
#include "support/memory_programs.hpp"

namespace connect::greeting_test {
namespace {
constexpr std::int64_t now = 1'795'000'000;
constexpr std::int64_t next = now + 3600;
}  // namespace

TEST_CASE("a greeting is due from its second on, not before") {
  CHECK_FALSE(is_due(std::to_string(now + 1) + "\n", now, next));
  CHECK(is_due(std::to_string(now) + "\n", now, next));
  CHECK(is_due(std::to_string(now - 1), now, next));
}

TEST_CASE("what cannot be read is due") {
  for (const char* kept : {"", "\n", "soon", "17950000x0", "1 2", "0x7fffffff", " 1799999999",
                           "99999999999999999999999", "1799999999\n\n"})
    CHECK_MESSAGE(is_due(kept, now, next), kept);
}

TEST_CASE("a moment from a wrong clock is due, one from another zone is kept") {
  CHECK_FALSE(is_due(std::to_string(next + 86400), now, next));
  CHECK(is_due(std::to_string(next + 86401), now, next));
  CHECK(is_due("9223372036854775807", now, next));
  CHECK(is_due("-9223372036854775808", now, next));
}

TEST_CASE("what is never due again stays so, whatever the clock says") {
  const std::string kept = std::to_string(never_again) + "\n";
  for (std::int64_t at : {std::int64_t{0}, now, std::int64_t{4'102'444'800}})
    CHECK_FALSE(is_due(kept, at, never_again));
}

TEST_CASE("no shell greets on a rest day, planned or every week") {
  testing::MemoryFiles files;
  testing::MemoryPrograms programs{files};
  Facts facts;
  const auto greeting_on = [&](const std::string& date) {
    facts = testing::facts_at(date + "T09:00:00+01:00");
    return run({"prompt", "--once"}, facts, files, programs).out;
  };
  CHECK_FALSE(greeting_on("2026-11-23").empty());
  CHECK(greeting_on("2026-11-23").empty());  // greeted already
  REQUIRE(run({"rest", "tomorrow"}, facts, files, programs).code == 0);
  CHECK(greeting_on("2026-11-24").empty());
  CHECK_FALSE(run({"prompt"}, facts, files, programs).out.empty());
  CHECK_FALSE(greeting_on("2026-11-25").empty());
  files.contents["/config/connect/config.toml"] = "rest_days = [\"sat\"]\n";
  CHECK(greeting_on("2026-11-28").empty());
  CHECK_FALSE(greeting_on("2026-11-29").empty());
}

}  // namespace connect::greeting_test
