#include "domain/suggest/labels.hpp"

#include <doctest/doctest.h>

namespace connect::labels_test {
namespace {

Suggestion item(Place place, Effort effort) {
  return {"own-1", Act::thank, "", "", place, Setting::any, effort, Company::optional, "", false};
}

}  // namespace

TEST_CASE("without any suggestion shown all labels are alike") {
  const LabelCounts counts;
  const auto score = label_score(counts, item(Place::remote, Effort::small), false);
  CHECK(score == label_score(counts, item(Place::in_person, Effort::medium), true));
  CHECK(score == doctest::Approx(4 * 0.4 * 65536).epsilon(0.001));
}

TEST_CASE("labels that were taken up score higher than those that were not") {
  LabelCounts counts;
  for (int i = 0; i < 30; ++i) {
    observe(counts, item(Place::remote, Effort::small), true, i % 3 != 0);
    observe(counts, item(Place::in_person, Effort::small), false, i % 3 == 0);
  }
  const auto score = [&](Place place, bool names_person) {
    return label_score(counts, item(place, Effort::small), names_person);
  };
  CHECK(score(Place::remote, true) > score(Place::in_person, true));
  CHECK(score(Place::remote, true) > score(Place::remote, false));
  CHECK(score(Place::any, false) > score(Place::in_person, false));  // not shown yet: the mean
}

TEST_CASE("a taste that has passed fades") {
  LabelCounts counts;
  for (int i = 0; i < 100; ++i) observe(counts, item(Place::remote, Effort::small), false, true);
  const auto before = label_score(counts, item(Place::remote, Effort::small), false);
  for (int i = 0; i < 300; ++i) observe(counts, item(Place::remote, Effort::small), false, false);
  CHECK(label_score(counts, item(Place::remote, Effort::small), false) < before / 2);
  for (int i = 0; i < 10000; ++i) observe(counts, item(Place::remote, Effort::small), false, true);
  CHECK(counts.shown[0] <= 500 * 65536 + 500);
}

}  // namespace connect::labels_test
