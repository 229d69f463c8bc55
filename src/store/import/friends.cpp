// Reader for friends.md: a line per day under "### Activities:" and "### Notes:", in which
// **people**, _places_ and @tags are marked. The two sections are imported as habits called
// "activities" and "notes".
#include <algorithm>

#include "domain/text/name_folding.hpp"
#include "store/import/readers.hpp"

namespace connect::store {
namespace {

constexpr std::string_view word_gaps = " \t";

bool has_mark_at(std::string_view text, std::size_t at, std::string_view mark) {
  return text.substr(at, mark.size()) == mark;
}

/// Moves the tags at the end of the text to `tags`. Tags inside of it are copied, and stay as
/// words.
void take_tags(std::string& text, std::vector<std::string>& tags) {
  const auto is_tag = [&](std::size_t at) {  // where a word begins
    return text[at] == '@' && at + 1 < text.size() &&
           word_gaps.find(text[at + 1]) == word_gaps.npos;
  };
  std::size_t kept = 0;  // end of the last word that is not a tag
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of(word_gaps, at), text.size());
    if (is_tag(at)) {
      tags.push_back(text.substr(at + 1, end - at - 1));
      while (tags.back().size() > 1 &&
             std::string_view(".,;:!?").find(tags.back().back()) != std::string_view::npos)
        tags.back().pop_back();
    } else if (end > at) {
      kept = end;
    }
    at = end + 1;
  }
  text.resize(kept);
}

/// Whether the text begins or ends with white space, that of Unicode included.
bool has_blank_ends(std::string_view text) {
  const std::string framed = tidied("|" + std::string(text) + "|");
  return framed.starts_with("| ") || framed.ends_with(" |");
}

/// The text without its marks; the people in it are added to `people`.
std::string unmarked(std::string_view text, std::vector<std::string>& people) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view mark = has_mark_at(text, at, "**") ? "**" : "_";
    const bool opens = has_mark_at(text, at, mark) &&
                       (at == 0 || mark == "**" || word_gaps.find(text[at - 1]) != word_gaps.npos);
    const auto close = opens ? text.find(mark, at + mark.size()) : text.npos;
    const std::string_view inside =
        close == text.npos ? "" : text.substr(at + mark.size(), close - at - mark.size());
    // As in Markdown, white space inside a mark makes it plain text: "2 ** 3 ** 4".
    if (inside.empty() || has_blank_ends(inside)) {
      out += text[at++];
      continue;
    }
    if (mark == "**") people.emplace_back(inside);
    out += inside;
    at = close + mark.size();
  }
  return out;
}

/// Drops all but the first of equal names.
void keep_first(std::vector<std::string>& names) {
  std::vector<std::string> once;
  for (auto& name : names)
    if (std::ranges::find(once, name) == once.end()) once.push_back(std::move(name));
  names = std::move(once);
}

void take_friends_line(std::string place, const std::string& section, std::string_view line,
                       Harvest& harvest) {
  if (!line.starts_with("- "))
    return harvest.refuse(std::move(place), "not a line such as \"- 2018-01-04: ...\"", section);
  line.remove_prefix(2);
  const auto day = day_from_iso(line.substr(0, 10));
  if (!day || line.substr(10, 1) != ":")
    return harvest.refuse(std::move(place),
                          "it does not begin with a date such as 2018-01-04:", section);
  Row row;
  row.place = std::move(place);
  row.day = *day;
  row.habit = section;
  row.note = unmarked(trimmed_spaces(line.substr(11)), row.with);
  take_tags(row.note, row.tags);
  keep_first(row.with);
  keep_first(row.tags);
  harvest.add(std::move(row));
}

/// "### Activities:" -> "activities"; empty for sections without dated lines.
std::string section_of(std::string_view heading) {
  heading.remove_prefix(heading.find_first_not_of("# "));
  if (heading.starts_with("Activities")) return "activities";
  if (heading.starts_with("Notes")) return "notes";
  return "";
}

}  // namespace

void read_friends(Sources sources, Harvest& harvest) {
  for (const Source& source : sources) {
    std::string section;
    bool headed = false;
    each_line(source.text, [&](std::size_t number, std::string_view line) {
      if (line.starts_with("#") && line.find_first_not_of("# ") != line.npos) {
        section = section_of(line);
        headed = true;
      } else if (!section.empty()) {
        take_friends_line(place_in(source, number), section, line, harvest);
      } else if (!headed) {
        harvest.refuse(place_in(source, number),
                       "there is no heading such as \"### Activities:\" before it");
      }
    });
  }
}

}  // namespace connect::store
