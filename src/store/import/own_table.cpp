// Reader for a table with the columns of `connect list --format csv`. Only day and act are
// required; an entry without an id gets one that is derived from its content.
#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "domain/ledger/id.hpp"
#include "domain/text/foreign_text.hpp"
#include "domain/text/table_cells.hpp"
#include "store/format/codec.hpp"
#include "store/import/readers.hpp"
#include "store/import/table.hpp"

namespace connect::store {
namespace {

using Reason = std::string;  // why a field is not valid, or empty

Reason set_id(Record& record, Logged&, const std::string& text) {
  record.id = text;
  return "";
}

Reason set_at(Record& record, Logged&, const std::string& text) {
  const auto at = instant_from_rfc3339(text);
  if (!at) return "the time is not one such as 2026-11-23T22:14:05+01:00";
  record.at = *at;
  return "";
}

Reason set_day(Record&, Logged& said, const std::string& text) {
  const auto day = day_from_iso(text);
  if (!day) return "the day is not a date such as 2026-11-23";
  said.day = *day;
  return "";
}

Reason set_act(Record&, Logged& said, const std::string& text) {
  const auto act = act_from_word(text);
  if (!act) return "the act is not one of check-in, offer, listen, thank";
  said.act = *act;
  return "";
}

Reason set_with(Record&, Logged& said, const std::string& text) {
  said.with = names_of_list(text);
  return "";
}

Reason set_tags(Record&, Logged& said, const std::string& text) {
  said.tags = names_of_list(text);
  return "";
}

Reason set_note(Record&, Logged& said, const std::string& text) {
  said.note = text;
  return "";
}

Reason set_prompt(Record&, Logged& said, const std::string& text) {
  said.prompt = text;
  return text.size() > longest_name ? "the prompt's id is too long" : "";
}

template <Feelings Logged::*Field, std::size_t Item>
Reason set_feeling(Record&, Logged& said, const std::string& text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > 10)
    return "a feeling is not a number from 0 to 10";
  (said.*Field).items[Item] = static_cast<std::int8_t>(value);
  return "";
}

struct Column {
  std::string_view name;
  Reason (*set)(Record&, Logged&, const std::string&);
};

constexpr std::array<Column, 14> columns = {
    {{"id", set_id},
     {"at", set_at},
     {"day", set_day},
     {"act", set_act},
     {"with", set_with},
     {"tags", set_tags},
     {"note", set_note},
     {"before_contentment", set_feeling<&Logged::before, 0>},
     {"before_trust", set_feeling<&Logged::before, 1>},
     {"before_calm", set_feeling<&Logged::before, 2>},
     {"felt_contentment", set_feeling<&Logged::felt, 0>},
     {"felt_trust", set_feeling<&Logged::felt, 1>},
     {"felt_calm", set_feeling<&Logged::felt, 2>},
     {"prompt", set_prompt}}};

std::string known_columns() {
  std::string out;
  for (const Column& column : columns) out.append(out.empty() ? "" : ", ").append(column.name);
  return out;
}

class Table {
 public:
  Table(const Source& source, Harvest& harvest) : source_(source), harvest_(harvest) {}

  void read(char separator) {
    TableReader reader(source_.text, separator);
    TableRow row;
    if (!reader.next(row)) return;
    if (!row.fault.empty()) return harvest_.refuse(place_in(source_, row.line), row.fault);
    if (!take_header(row)) return;
    while (reader.next(row)) take(row);
  }

 private:
  bool take_header(const TableRow& row) {
    for (const auto& name : row.fields) {
      const auto column = std::ranges::find(columns, std::string_view(name), &Column::name);
      if (column == columns.end()) return refuse_header("unknown column \"" + name + "\"");
      if (std::ranges::find(header_, &*column) != header_.end())
        return refuse_header("two columns are called \"" + name + "\"");
      header_.push_back(&*column);
    }
    for (std::string_view needed : {"day", "act"})
      if (std::ranges::find(row.fields, needed) == row.fields.end())
        return refuse_header("the column \"" + std::string(needed) + "\" is missing");
    return true;
  }

  bool refuse_header(const std::string& what) {
    harvest_.refuse(place_in(source_, 1), what + "; the columns can be " + known_columns());
    return false;
  }

  Reason fill(const TableRow& row, Record& record, Logged& said) const {
    if (!row.fault.empty()) return row.fault;
    if (row.fields.size() != header_.size()) return "it does not have as many fields as the header";
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const std::string_view name = header_[i]->name;
      if (row.fields[i].empty() && name != "day" && name != "act") continue;
      if (auto reason = header_[i]->set(record, said, text_of_cell(row.fields[i])); !reason.empty())
        return reason;
    }
    return "";
  }

  void take(const TableRow& row) {
    const std::string place = place_in(source_, row.line);
    Record record;
    record.at = untimed;
    Logged said;
    if (auto reason = fill(row, record, said); !reason.empty())
      return harvest_.refuse(place, reason);
    record.body = said;
    // Derived before tidying, so that rows which an older version imported get the same id.
    if (record.id.empty()) record.id = content_name(record, said.day);
    said.with = tidied_names(said.with);
    said.tags = tidied_names(said.tags);
    said.note = unix_text(said.note);
    record.body = said;
    if (record.at == untimed) record.at = harvest_.moment_of(said.day);
    std::string line = encode(record);
    const auto [other, is_first] = ids_.emplace(record.id, line);
    if (!is_first && other->second != line)
      return harvest_.refuse(place, "another row has this id");
    harvest_.add(place, {std::move(record), std::move(line)});
  }

  /// The id of a row without one. Equal rows are separate entries, so a counter is part of it.
  std::string content_name(const Record& record, Day day) {
    const std::string content = encode(record);
    const int time = ++seen_[content];
    return uuid_text(content_id(std::int64_t{day.number} * 86'400'000,
                                "table " + content + " " + std::to_string(time), ""));
  }

  static constexpr Instant untimed = {-62'135'596'800, 1};  // "at" is missing

  const Source& source_;
  Harvest& harvest_;
  std::vector<const Column*> header_;
  std::unordered_map<std::string, int> seen_;
  std::unordered_map<std::string, std::string> ids_;  // and the line of its row
};

}  // namespace

void read_own_csv(Sources sources, Harvest& harvest) {
  for (const Source& source : sources) Table(source, harvest).read(',');
}

void read_own_tsv(Sources sources, Harvest& harvest) {
  for (const Source& source : sources) Table(source, harvest).read('\t');
}

}  // namespace connect::store
