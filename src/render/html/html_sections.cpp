// The sections of sentences and lists: streak, tags, rows, suggestions, feelings.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <span>

#include "domain/text/counted.hpp"
#include "render/html/html_parts.hpp"
#include "render/svg/svg_parts.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr std::size_t most_tags = 40;  // in sight; the others are folded

std::string sentence(std::string words) {
  words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
  return words + ".";
}

std::string figure(std::string_view name, std::string_view value, std::string_view more) {
  return fmt::format("<div><dt>{}</dt><dd>{}</dd><dd class=\"quiet\">{}</dd></div>", name, value,
                     more);
}

std::string figures(const Streak& streak) {
  const StreakLengths& thread = streak.thread;
  const std::string since =
      thread.since ? "since " + time_html(*thread.since, dated(*thread.since)) : "";
  return "<dl>" + figure("Thread now", counted(thread.current, "day"), since) +
         figure("Longest ever", counted(thread.longest, "day"), "acted days, rests aside") +
         figure("Last 90 days", counted(streak.last_90, "day"), "with an act") + "</dl>";
}

std::string tag_list(std::span<const Report::Count> tags) {
  if (tags.empty()) return "";
  std::string out = "<ul class=\"chips\">";
  for (const auto& tag : tags)
    out += fmt::format("<li>{} <b>{}</b></li>", named(tag.key), tag.count);
  return out + "</ul>";
}

std::string row_name(By by, const std::string& key) {
  const bool is_name = !key.empty() && (by == By::person || by == By::tag);
  return is_name ? named(key) : escaped(row_words(by, key));
}

}  // namespace

std::string thread_section(const Report& report) {
  const Streak& streak = report.streak;
  const std::string within = report.longest_streak == 0
                                 ? ""
                                 : paragraph("The longest thread within this time held " +
                                             counted(report.longest_streak, "day") + ".");
  if (!report.includes_today()) return section("thread", "The thread", within);
  std::string body =
      paragraph(sentence(headline(streak)), "headline") + paragraph(sentence(state_words(streak)));
  if (streak.state != StreakState::fresh) body += within + figures(streak);
  return section("thread", "The thread, as of today", body);
}

std::string tags_section(const Report& report) {
  const std::span<const Report::Count> tags = report.tags;
  const auto first = tags.first(std::min(tags.size(), most_tags));
  const auto others = tags.subspan(first.size());
  std::string body = tag_list(first);
  if (!others.empty()) body += folded(fmt::format("And {} more", others.size()), tag_list(others));
  return section("tags", "Tags", body);
}

std::string rows_section(const Report& report) {
  if (!report.is_grouped || report.rows.empty()) return "";
  const std::string by(slug(report.by));
  Table table{"Acts by " + by, {by, "times"}, {}};
  for (const auto& row : rows_for_people(report))
    table.rows.push_back({row_name(report.by, row.key), std::to_string(row.count)});
  const auto footnote = rows_footnote(report);
  return section("rows", "By " + by,
                 table_html(table) + (footnote.empty() ? "" : paragraph(footnote, "quiet")));
}

std::string suggestions_section(const Report& report) {
  if (report.prompts_shown == 0) return "";
  return section("suggestions", "Suggestions",
                 paragraph(fmt::format("Taken up on {} of {}.", report.prompts_taken,
                                       counted(report.prompts_shown, "day"))));
}

std::string feelings_section(const Report& report) {
  if (!report.feelings) return "";
  std::string items;
  for (const auto& words : feeling_sentences(*report.feelings))
    items += "<li>" + escaped(words) + "</li>";
  return section("feelings", "Feelings",
                 items.empty() ? items : "<ul class=\"said\">" + items + "</ul>");
}

}  // namespace connect::render
