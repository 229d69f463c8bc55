#include "render/terminal/rows.hpp"

#include "domain/text/table_cells.hpp"

namespace connect::render {
namespace {

/// Quoted if it holds a separator, the ; of some spreadsheets, a quote or a line feed.
std::string comma_field(const std::string& text) {
  if (text.find_first_of(",;\"\n") == text.npos) return text;
  std::string out = "\"";
  for (char c : text) out.append(c == '"' ? "\"\"" : std::string(1, c));
  return out + '"';
}

std::string tab_field(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (c == '\\') {
      out += "\\\\";
    } else if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

std::string rating(std::int8_t item) { return item < 0 ? "" : std::to_string(item); }

}  // namespace

std::string row(const std::vector<std::string>& fields, Separator separator, Formulas formulas) {
  const bool comma = separator == Separator::comma;
  std::string out;
  bool first = true;
  for (const auto& field : fields) {
    if (!first) out += comma ? ',' : '\t';
    first = false;
    const bool guards = formulas == Formulas::guarded;
    std::string text = spelled_out(guards ? guarded(field) : field);
    if (guards) text = split_guarded(text);
    out += comma ? comma_field(text) : tab_field(text);
  }
  return out + (comma ? "\r\n" : "\n");
}

std::string list_header(Separator separator) {
  std::vector<std::string> names = {"id", "at", "day", "act", "with", "tags", "note"};
  for (const char* when : {"before_", "felt_"})
    for (auto name : feeling_names) names.push_back(when + std::string(name));
  names.emplace_back("prompt");
  return row(names, separator, Formulas::raw);
}

std::string list_row(const EntryText& entry, Separator separator, Formulas formulas) {
  const Logged& said = entry.said;
  std::vector<std::string> fields = {entry.id,
                                     rfc3339(entry.at),
                                     iso(said.day),
                                     std::string(slug(said.act)),
                                     listed_names(said.with),
                                     listed_names(said.tags),
                                     said.note};
  for (const Feelings& feelings : {said.before, said.felt})
    for (auto item : feelings.items) fields.push_back(rating(item));
  fields.push_back(said.prompt);
  return row(fields, separator, formulas);
}

std::string list_table(const std::vector<EntryText>& entries, Separator separator,
                       Formulas formulas) {
  std::string out = list_header(separator);
  for (const auto& entry : entries) out += list_row(entry, separator, formulas);
  return out;
}

std::string report_rows(const Report& report, Separator separator, Formulas formulas) {
  std::string out = row({std::string(slug(report.by)), "count"}, separator, Formulas::raw);
  for (const auto& line : report.rows)
    out += row({line.key, std::to_string(line.count)}, separator, formulas);
  return out;
}

}  // namespace connect::render
