// Pages of `doctor` and `forget`.
#include <algorithm>

#include "domain/text/counted.hpp"
#include "domain/text/shell_word.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr std::size_t shown_of_a_kind = 5;
constexpr int place_width = 15;  // cells; the widest is "conflict-copy"

std::string place_of(const Finding& finding) {
  if (finding.line) return "line " + std::to_string(*finding.line);
  return finding.kind;
}

/// The message without the place, which the column before it shows.
std::string without_place(const Finding& finding) {
  const std::string place = place_of(finding) + " ";
  return finding.message.starts_with(place) ? finding.message.substr(place.size())
                                            : finding.message;
}

void add(Page& page, const Finding& finding) {
  page.line({{place_of(finding), Style::strong, place_width}, {without_place(finding)}},
            place_width);
  page.line({{"", Style::plain, place_width}, {finding.remedy, Style::quiet}}, place_width);
}

/// Shows the first few findings of each kind; --json has all of them.
void add_findings(Page& page, const std::vector<Finding>& findings) {
  std::vector<std::string> kinds;
  for (const Finding& finding : findings)
    if (std::ranges::find(kinds, finding.kind) == kinds.end()) kinds.push_back(finding.kind);
  for (const auto& kind : kinds) {
    std::size_t found = 0;
    for (const Finding& finding : findings)
      if (finding.kind == kind && found++ < shown_of_a_kind) add(page, finding);
    if (found > shown_of_a_kind)
      page.line(
          {{"", Style::plain, place_width},
           {"and " + std::to_string(found - shown_of_a_kind) + " more like this", Style::quiet}},
          place_width);
  }
}

/// 1234567 as "1,234,567".
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

}  // namespace

Page checkup_page(const CheckupResult& checkup, const Mended& mended) {
  Page page;
  for (const auto& step : mended.steps) page.line({{step + "."}}, 2);
  if (!mended.backup.empty()) page.line({{"Backup of the ledger: "}, {mended.backup}}, 2);
  if (checkup.is_well())
    page.line({{"All is well: " + grouped(checkup.entries) +
                (checkup.entries == 1 ? " entry" : " entries") + " in " + checkup.ledger}},
              2);
  add_findings(page, checkup.findings);
  return page;
}

Page forgotten_page(const Forgotten& forgotten, const std::vector<Record>& records, Day today,
                    bool saved) {
  Page page;
  page.line(std::string(saved ? "Erased for good:" : "Would erase for good:"));
  for (const Record& record : records) page.line({{"  " + change_words(record, today)}}, 4);
  for (const auto& place : forgotten.places) {
    std::string what = counted(static_cast<std::int64_t>(place.records), "record");
    if (place.unreadable > 0)
      what += " and " + counted(static_cast<std::int64_t>(place.unreadable), "unreadable line");
    page.line({{"  " + what + " in "}, {place.path}}, 4);
  }
  for (const auto& path : forgotten.left)
    page.line({{"This file of yours still mentions it; please edit it: "}, {path}}, 2);
  if (!forgotten.repository.empty()) {
    page.line(
        {{"The git history still has it, here and wherever it was pushed. To remove it there, "
          "too, run "},
         {"git -C " + shell_word(forgotten.repository) +
          " filter-repo --force --invert-paths --path " +
          shell_word(forgotten.path_in_repository)}},
        2);
    page.line({{"Read connect-forget(1) first.", Style::quiet}}, 2);
  }
  page.line({{"Copies elsewhere are not changed: see connect-forget(1)", Style::quiet}}, 2);
  return page;
}

}  // namespace connect::render
