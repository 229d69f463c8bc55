// What the page says in words and lists.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <span>

#include "render/html_parts.hpp"
#include "render/svg_parts.hpp"
#include "render/words.hpp"

namespace connect::render {
namespace {

constexpr std::size_t most_tags = 40;  // in sight; the others are a fold away

std::string sentence(std::string words) {
  words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
  return words + ".";
}

std::string figure(std::string_view name, std::string_view value, std::string_view more) {
  return fmt::format("<div><dt>{}</dt><dd>{}</dd><dd class=\"quiet\">{}</dd></div>", name, value,
                     more);
}

std::string figures(const Streak& streak) {
  const Thread& thread = streak.thread;
  const std::string since =
      thread.since ? "since " + time_html(*thread.since, dated(*thread.since)) : "";
  return "<dl>" + figure("Thread now", counted(thread.current, "day"), since) +
         figure("Longest thread", counted(thread.longest, "day"), "acted days, rests aside") +
         figure("Last 90 days", counted(streak.last_90, "day"), "with an act") + "</dl>";
}

std::string tag_list(std::span<const Report::Count> tags) {
  if (tags.empty()) return "";
  std::string out = "<ul class=\"chips\">";
  for (const auto& tag : tags)
    out += fmt::format("<li>{} <b>{}</b></li>", named(tag.key), tag.count);
  return out + "</ul>";
}

std::string row_name(const std::string& key, By by) {
  if (key.empty()) return by == By::person ? "nobody named" : "no tag";
  if (by == By::act) return std::string(title(*act_from_word(key)));
  std::string spaced;  // joined names may wrap between them
  for (const char c : key) spaced.append(c == ';' ? "; " : std::string(1, c));
  return named(spaced);
}

}  // namespace

std::string thread_section(const Report& report) {
  const Streak& streak = report.streak;
  std::string body =
      paragraph(sentence(headline(streak)), "headline") + paragraph(sentence(state_words(streak)));
  if (streak.state != StreakState::fresh) body += figures(streak);
  return section("thread", "The thread", body);
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
  if (report.by == By::day || report.rows.empty()) return "";
  const std::string by(slug(report.by));
  Table table{"Acts by " + by, {by, "times"}, {}};
  for (const auto& row : report.rows)
    table.rows.push_back({row_name(row.key, report.by), std::to_string(row.count)});
  return section("rows", "By " + by, table_html(table));
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
