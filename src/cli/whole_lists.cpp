#include "cli/whole_lists.hpp"

namespace connect::cli {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Without its comment.
std::string_view said(std::string_view line) { return trimmed(line.substr(0, line.find('#'))); }

std::string_view taken_line(std::string_view& text) {
  const auto end = text.find('\n');
  const auto line = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  return line;
}

bool begins_list(std::string_view line) {
  const auto sign = line.find('=');
  return sign != line.npos && trimmed(line.substr(sign + 1)).starts_with('[');
}

/// TOML lets a comma stand behind the last item.
std::string without_last_comma(std::string list) {
  const auto last = list.find_last_not_of(" \t", list.size() - 2);
  if (list[last] == ',') list.erase(last, 1);
  return list;
}

}  // namespace

Result<std::string> with_whole_lists(std::string_view text) {
  std::string out;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto line = taken_line(text);
    if (!begins_list(said(line))) {
      out.append(line).append("\n");
      continue;
    }
    std::string list(said(line));
    const std::size_t first = number;
    for (; !list.ends_with(']') && !text.empty(); ++number)
      list.append(" ").append(said(taken_line(text)));
    if (!list.ends_with(']'))
      return usage_error("the list of line " + std::to_string(first) + " has no end",
                         "close it with ]");
    out.append(without_last_comma(std::move(list))).append("\n");
  }
  return out;
}

}  // namespace connect::cli
