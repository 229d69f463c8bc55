#include "store/import/formats.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "domain/text/foreign_text.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/utf8.hpp"
#include "store/import/table.hpp"

namespace connect::store {
namespace {

using Rows = ImportFormat::Rows;

constexpr std::array<ImportFormat, 11> formats = {
    {{"harsh", read_harsh, Rows::a_day, ""},
     {"habitctl", read_habitctl, Rows::a_day, ""},
     {"loop", read_loop, Rows::a_day, ""},
     {"dijo", read_dijo, Rows::a_day, ""},
     {"friends", read_friends, Rows::separate, "activities"},
     {"habitbull", read_habitbull, Rows::a_day, ""},
     {"beaverhabits", read_beaverhabits, Rows::a_day, ""},
     {"csv", read_own_csv, Rows::records, ""},
     {"tsv", read_own_tsv, Rows::records, ""},
     {"json", read_own_json, Rows::records, ""},
     {"ndjson", read_own_ndjson, Rows::records, ""}}};

Error too_long(const std::string& path) {
  return usage_error(path + " is longer than 256 MiB; nothing was imported",
                     "split it and import the parts");
}

/// The whole file; nothing if there is none, an error above longest_import.
Result<std::optional<std::string>> whole_file(Files& files, const std::string& path) {
  std::string text;
  bool fits = true;
  const auto found = files.read(path, 0, [&](std::string_view bytes) {
    fits = fits && text.size() + bytes.size() <= longest_import;
    if (fits) text.append(bytes);
  });
  if (!found) return usage_error(found.error().message, "use a file that you may read");
  if (!fits) return too_long(path);
  if (!*found) return std::optional<std::string>();
  return std::optional(std::move(text));
}

Result<std::vector<Source>> one_file(Files& files, const std::string& path) {
  if (path == "-") {
    auto text = files.standard_input(longest_import);
    if (!text) return text.error();
    return std::vector{Source{"standard input", *std::move(text), ""}};
  }
  auto text = whole_file(files, path);
  if (!text) return text.error();
  if (!*text)
    return usage_error("there is no file " + path + "; nothing was imported",
                       "check its name; use - for standard input");
  return std::vector{Source{path, **std::move(text), ""}};
}

/// The name of a folder of Loop: "003 Morning walk", or "003" if the habit's name has no Latin
/// letter.
struct LoopFolder {
  std::string number;
  std::string name;  // cut to 20 Latin letters and digits, or empty
};

std::optional<LoopFolder> loop_folder_of(std::string_view name) {
  const auto space = std::min(name.find(' '), name.size());
  const std::string_view number = name.substr(0, space);
  if (number.empty() || number.find_first_not_of("0123456789") != number.npos) return std::nullopt;
  return LoopFolder{std::string(number), tidied(name.substr(space))};
}

/// The habit of a folder: its full name from Habits.csv, the list in the folder above, else the
/// name in the folder's own.
std::string habit_of(const std::string& list, const LoopFolder& folder) {
  TableReader reader(without_mark(list), ',');
  for (TableRow row; reader.next(row);)
    if (row.fields.size() > 1 && row.fields[0] == folder.number) return row.fields[1];
  return folder.name.empty() ? folder.number : folder.name;
}

/// A folder that Loop exported: the Checkmarks.csv of each habit, or the one for all habits.
Result<std::vector<Source>> loop_folder(Files& files, const std::string& path) {
  std::vector<Source> sources;
  const auto list = whole_file(files, path + "/Habits.csv");
  if (!list) return list.error();
  for (const auto& name : files.names_in(path)) {
    const auto folder = loop_folder_of(name);
    if (!folder) continue;
    const std::string file = path + "/" + name + "/Checkmarks.csv";
    auto text = whole_file(files, file);
    if (!text) return text.error();
    if (*text) sources.push_back({file, **std::move(text), habit_of(list->value_or(""), *folder)});
  }
  if (sources.empty()) return one_file(files, path + "/Checkmarks.csv");
  return sources;
}

/// One Checkmarks.csv in the folder of its habit. The habit's name comes from Habits.csv, as in
/// loop_folder, so that importing the folder after the file, or the reverse, adds nothing twice.
Result<std::vector<Source>> loop_file(Files& files, const std::string& path) {
  auto sources = one_file(files, path);
  const auto slash = path.rfind('/');
  if (!sources || slash == path.npos) return sources;
  const std::string above = path.substr(0, slash);
  const auto begin = above.rfind('/') + 1;  // 0 without a slash
  const auto folder = loop_folder_of(std::string_view(above).substr(begin));
  if (!folder) return sources;
  const auto list = whole_file(files, above.substr(0, begin) + "Habits.csv");
  sources->front().habit = habit_of(list && *list ? **list : "", *folder);
  return sources;
}

Result<std::vector<Source>> loop_files(Files& files, std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  if (path != "-" && !files.names_in(path).empty()) return loop_folder(files, path);
  return loop_file(files, path);
}

/// What every format requires: UTF-8. Strips a byte order mark; refuses UTF-16, and lines that are
/// not UTF-8.
bool is_text(Source& source, Harvest& harvest) {
  std::string& text = source.text;
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
    harvest.refuse(source.name, "UTF-16, not UTF-8; convert it with iconv -f utf-16 -t utf-8",
                   source.habit);
    return false;
  }
  text.erase(0, text.size() - without_mark(text).size());
  if (!invalid_utf8_at(text)) return true;
  each_line(text, [&](std::size_t number, std::string_view line) {
    if (invalid_utf8_at(line)) harvest.refuse(place_in(source, number), "not UTF-8", source.habit);
  });
  return false;
}

}  // namespace

std::span<const ImportFormat> import_formats() { return formats; }

const ImportFormat* find_import_format(std::string_view name) {
  const auto found = std::ranges::find(formats, name, &ImportFormat::name);
  return found == formats.end() ? nullptr : &*found;
}

void read_text(const ImportFormat& format, std::string text, Harvest& harvest) {
  std::array<Source, 1> sources = {{{"text", std::move(text), ""}}};
  if (is_text(sources[0], harvest)) format.read(sources, harvest);
}

Result<Source> import_text(Files& files, const std::string& path) {
  auto sources = one_file(files, path);
  if (!sources) return sources.error();
  return std::move(sources->front());
}

Status read_import(Files& files, const ImportFormat& format, const std::string& path,
                   Harvest& harvest) {
  auto sources = format.name == "loop" ? loop_files(files, path) : one_file(files, path);
  if (!sources) return sources.error();
  std::erase_if(*sources, [&](Source& source) { return !is_text(source, harvest); });
  format.read(*sources, harvest);
  return success();
}

}  // namespace connect::store
