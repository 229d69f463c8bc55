#include "store/git/git_answers.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "domain/text/addresses.hpp"

namespace connect::store {
namespace {

/// Removes and returns the text before `end`, and removes `end`; nothing if it is not there.
std::optional<std::string_view> cut(std::string_view& text, char end) {
  const auto at = text.find(end);
  if (at == text.npos) return std::nullopt;
  const auto part = text.substr(0, at);
  text.remove_prefix(at + 1);
  return part;
}

std::string hexadecimal(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    out.append({digits[byte >> 4], digits[byte & 15]});
  }
  return out;
}

std::string_view trimmed_answer(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// The message in a line of stderr, without its prefix; empty for warnings and for advice on using
/// git by hand.
std::string_view said_in(std::string_view line) {
  constexpr std::array<std::string_view, 10> advice = {
      "hint:",
      "warning:",
      "Warning:",
      "failed to push some refs to",
      "Please make sure you have the correct access rights",
      "and the repository exists",
      "Another git process seems to be running",
      "an editor opened by 'git commit'",
      "are terminated then try again",
      "may have crashed in this repository earlier"};
  line = trimmed_answer(line);
  for (const std::string_view who : {"remote: ", "fatal: ", "error: "})
    if (line.starts_with(who)) line = trimmed_answer(line.substr(who.size()));
  const bool is_advice =
      std::ranges::any_of(advice, [&](auto start) { return line.starts_with(start); }) ||
      line.starts_with("remove the file manually to continue") || line == "remote:";
  return is_advice ? std::string_view{} : line;
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text, char end) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto next = std::min(text.find(end), text.size());
    lines.emplace_back(text.substr(0, next));
    text.remove_prefix(std::min(next + 1, text.size()));
  }
  return lines;
}

bool is_object_id(std::string_view text) {
  return (text.size() == 40 || text.size() == 64) &&
         text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::optional<std::vector<std::string>> parse_object_ids(std::string_view answer,
                                                         const std::vector<std::string>& names) {
  std::vector<std::string> ids;
  for (const std::string& name : names) {
    const auto line = cut(answer, '\n');
    if (!line) return std::nullopt;
    const auto id = line->substr(0, line->find(' '));
    if (*line == name + " missing") {
      ids.emplace_back();
    } else if (is_object_id(id)) {
      ids.emplace_back(id);
    } else {
      return std::nullopt;
    }
  }
  return answer.empty() ? std::optional(std::move(ids)) : std::nullopt;
}

std::optional<std::string> parse_object(std::string_view answer, std::string_view kind) {
  auto line = cut(answer, '\n');
  if (!line) return std::nullopt;
  const auto id = cut(*line, ' ');
  const auto found = cut(*line, ' ');
  if (!id || !is_object_id(*id) || !found || *found != kind) return std::nullopt;
  std::size_t size = 0;
  const char* const end = line->data() + line->size();
  const auto read = std::from_chars(line->data(), end, size);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  if (answer.size() != size + 1 || answer.back() != '\n') return std::nullopt;
  return std::string(answer.substr(0, size));
}

std::optional<Tree> parse_tree(std::string_view bytes, std::size_t id_bytes) {
  Tree tree;
  while (!bytes.empty()) {
    const auto mode = cut(bytes, ' ');
    const auto name = mode ? cut(bytes, '\0') : std::nullopt;
    if (!name || bytes.size() < id_bytes) return std::nullopt;
    tree.push_back(
        {std::string(*mode), hexadecimal(bytes.substr(0, id_bytes)), std::string(*name)});
    bytes.remove_prefix(id_bytes);
  }
  return tree;
}

std::string mktree_input(const Tree& tree) {
  std::string out;
  for (const TreeEntry& entry : tree) {
    const char* const kind = entry.is_folder()        ? " tree "
                             : entry.mode == "160000" ? " commit "
                                                      : " blob ";
    out.append(entry.mode).append(kind).append(entry.id);
    out.append("\t").append(entry.name).append(1, '\0');
  }
  return out;
}

std::optional<GitSettings> parse_settings(std::string_view answer) {
  if (!answer.ends_with('\0')) return std::nullopt;
  GitSettings settings;
  for (const std::string& each : lines_of(answer, '\0')) {
    // A key without an equals sign is a boolean that is true.
    const auto line_end = each.find('\n');
    settings[each.substr(0, line_end)] = line_end == each.npos ? "true" : each.substr(line_end + 1);
  }
  return settings;
}

std::optional<std::vector<std::string>> parse_attributes(std::string_view answer,
                                                         std::size_t count) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < count; ++i) {
    const auto path = cut(answer, '\0');
    const auto name = path ? cut(answer, '\0') : std::nullopt;
    const auto value = name ? cut(answer, '\0') : std::nullopt;
    if (!value) return std::nullopt;
    values.emplace_back(*value);
  }
  return answer.empty() ? std::optional(std::move(values)) : std::nullopt;
}

PushAnswer parse_push(std::string_view answer, const std::string& branch) {
  PushAnswer parsed;
  for (const std::string& text : lines_of(answer)) {
    std::string_view line = text;
    const auto flag = cut(line, '\t');
    const auto refs = flag ? cut(line, '\t') : std::nullopt;
    if (!refs || flag->size() != 1 || !refs->ends_with(":refs/heads/" + branch)) continue;
    if (*flag == "!") {
      parsed.refusal = line;
    } else if (std::string_view(" +*=").find(*flag) != std::string_view::npos) {
      parsed.is_updated = true;
    }
  }
  return parsed;
}

std::string reason_of(const ProcessResult& ran) {
  constexpr std::size_t longest = 1500;
  std::string reason;
  std::string err = ran.err;
  std::ranges::replace(err, '\r', '\n');  // lines of progress end in CR
  for (const std::string& line : lines_of(err)) {
    const auto said = said_in(line);
    if (said.empty() || reason.size() + said.size() > longest) continue;
    if (reason.ends_with('.')) reason.pop_back();
    if (!reason.empty()) reason += reason.ends_with(':') ? " " : "; ";
    reason += said;
  }
  if (reason.ends_with('.')) reason.pop_back();
  if (!reason.empty()) return without_credentials(reason);
  if (ran.code > 128) return "git was ended by signal " + std::to_string(ran.code - 128);
  return "git ended with " + std::to_string(ran.code);
}

}  // namespace connect::store
