#include "render/markdown.hpp"

#include <fmt/format.h>

#include "domain/text/enumerated.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/visible.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/sparkline.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

/// Whether the colon at `at` could make a link (http:) or an emoji (:name:). A colon before a
/// space, at the end or between digits cannot.
bool is_active_colon(std::string_view text, std::size_t at) {
  const auto is_digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (at + 1 == text.size() || text[at + 1] == ' ') return false;
  return at == 0 || !is_digit(at - 1) || !is_digit(at + 1);
}

/// Whether GitHub would make a link of the full stop at `at` and what follows: www.example.org.
bool is_linking_stop(std::string_view text, std::size_t at) {
  return at >= 3 && fold_key(text.substr(at - 3, 3)) == "www";
}

/// Escapes text so that CommonMark and GitHub show it as plain text.
std::string escaped_markdown(std::string_view text) {
  const std::string shown = visible(text);
  std::string out;
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const char c = shown[at];
    const bool is_active =
        c == ':'   ? is_active_colon(shown, at)
        : c == '.' ? is_linking_stop(shown, at)
                   : std::string_view("\\`*_[]<>|&~$@").find(c) != std::string_view::npos;
    if (is_active) out += '\\';
    out += c;
  }
  return out;
}

std::string markdown_heading(const Report& report) {
  return fmt::format("# {}\n\n{}.\n", escaped_markdown(report_title(report)), counts_words(report));
}

std::string table(std::string_view first, const std::vector<Report::Count>& rows) {
  std::string out = fmt::format("\n| {} | times |\n|---|---:|\n", first);
  for (const auto& row : rows)
    out +=
        fmt::format("| {} | {} |\n", row.key.empty() ? "–" : escaped_markdown(row.key), row.count);
  return out;
}

/// "New: Maya and Sam." as a paragraph; nothing without names.
template <class People>
std::string people_sentence(std::string_view lead, const People& people) {
  std::vector<std::string> names;
  for (const auto& person : people) names.push_back(person.name);
  return names.empty() ? "" : fmt::format("\n{}: {}.\n", lead, escaped_markdown(enumerated(names)));
}

/// The weeks as bars, and the statistics.
std::string feelings_markdown(const FeelingsReport& feelings) {
  std::string out;
  const auto [low, high] = bar_scale(feelings.weeks);
  for (std::size_t i = 0; i < feeling_names.size(); ++i) {
    const auto& [mean, usual] = feelings.levels[i];
    if (!mean) continue;
    if (out.empty()) out = "\n| feeling | by week | mean | usual |\n|---|---|---:|---:|\n";
    out += fmt::format("| {} | {} | {} | {} |\n", feeling_names[i],
                       sparkline(feelings.weeks.means[i], low, high), one_decimal(mean),
                       one_decimal(usual));
  }
  if (!feelings.statistics) return out;
  const FeelingStatistics& statistics = *feelings.statistics;
  out += "\n" + escaped_markdown(feeling_sentence(statistics)) + "\n";
  if (statistics.comparisons == 0) return out;
  out += fmt::format("\n| {} | points | interval | of | |\n|---|---:|---:|---:|---|\n",
                     feeling_table_title(statistics));
  for (const FeelingSummary& summary : statistics.items)
    for (const auto& [what, points, interval, basis, reading] :
         feeling_rows(statistics, summary.item))
      out += fmt::format("| {}: {} | {} | {} | {} | {} |\n",
                         feeling_names[static_cast<std::size_t>(summary.item)], what, points,
                         interval, basis, reading);
  if (const auto doubt = feeling_doubt(statistics); !doubt.empty())
    out += "\n" + escaped_markdown(doubt) + "\n";
  return out;
}

}  // namespace

std::string report_markdown(const Report& report) {
  std::string out = markdown_heading(report);
  if (report.total == 0) return out;
  if (report.is_grouped) {
    auto rows = rows_for_people(report);
    for (auto& row : rows) row.key = row_words(report.by, row.key);
    return out + table(slug(report.by), rows);
  }
  std::vector<Report::Count> acts;
  for (Act act : all_acts) acts.push_back({std::string(title(act)), report.acts[index(act)]});
  out += table("act", acts);
  if (!report.people.empty()) {
    std::vector<Report::Count> people;
    for (const auto& person : report.people) people.push_back({person.name, person.count});
    out += table("person", people);
  }
  out += people_sentence("New", report.newcomers);
  out += people_sentence("Back after a long time", report.back);
  out += people_sentence("Quiet for a while", report.quiet);
  const auto dates = date_words(report);
  if (!dates.empty()) out += "\n";
  for (const auto& date : dates) out += "- " + escaped_markdown(date) + "\n";
  if (!report.tags.empty()) out += table("tag", report.tags);
  if (report.prompts_shown > 0) out += fmt::format("\nSuggested: {}.\n", suggestions_words(report));
  if (report.feelings) out += feelings_markdown(*report.feelings);
  for (const auto& entry : report.entries) {
    const std::string& text = entry.said.note.empty() ? entry.suggested : entry.said.note;
    out += fmt::format("\n- {}: {}{}", iso(entry.said.day), escaped_markdown(act_text(entry.said)),
                       text.empty() ? "" : " – " + escaped_markdown(text));
  }
  return report.entries.empty() ? out : out + "\n";
}

}  // namespace connect::render
