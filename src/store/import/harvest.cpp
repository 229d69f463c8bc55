#include "store/import/harvest.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "domain/ledger/id.hpp"
#include "domain/suggest/suggestion_text.hpp"
#include "domain/text/foreign_text.hpp"
#include "domain/text/name_folding.hpp"

namespace connect::store {
namespace {

constexpr std::size_t bad_kept = 3;  // the error shows these, and counts the others

/// Why a note or a name is too long, or a name empty; empty if all are fine.
std::string why_overlong(std::string_view note, const std::vector<std::string>& with,
                         const std::vector<std::string>& tags) {
  if (note.size() > longest_note) return "the note is longer than 8 KiB";
  for (const auto* names : {&with, &tags})
    for (const auto& name : *names) {
      if (name.size() > longest_name)
        return "a name is longer than " + std::to_string(longest_name) + " bytes";
      if (fold_key(name).empty()) return "a name is empty";
    }
  return "";
}

/// Why a record cannot be imported, or empty.
struct Objection {
  Day latest;

  std::string operator()(const Logged& said) const {
    return said.day > latest ? ahead(said.day) : why_overlong(said.note, said.with, said.tags);
  }
  std::string operator()(const Noticed& said) const {
    return said.day > latest ? ahead(said.day) : why_overlong(said.note, said.with, {});
  }
  std::string operator()(const Asked& said) const { return why_overlong(said.note, said.with, {}); }
  std::string operator()(const OwnSuggestion& said) const {
    const std::string why = why_unfit(said.text, longest_suggestion);
    const std::string why_hint = said.hint.empty() ? "" : why_unfit(said.hint, longest_hint);
    return !why.empty() ? "the text " + why : !why_hint.empty() ? "the hint " + why_hint : "";
  }
  std::string operator()(const Felt& said) const {
    return said.day > latest ? ahead(said.day) : "";
  }
  std::string operator()(const PersonSet& said) const {
    for (const PersonDate& each : said.dates.value_or(std::vector<PersonDate>{}))
      if (each.what.size() > longest_name) return "the words of a date are longer than 200 bytes";
    return why_overlong("", {said.name, said.renamed.value_or(said.name)}, {});
  }
  std::string operator()(const Amended& said) const {
    const auto& [set, none] = std::pair(said.set, std::vector<std::string>());
    return why_overlong(set.note.value_or(""), set.with.value_or(none), set.tags.value_or(none));
  }
  template <class Other>
  std::string operator()(const Other&) const {
    return "";
  }

  static std::string ahead(Day day) { return iso(day) + " is in the future"; }
};

}  // namespace

bool Harvest::leaves_out(const std::string& habit) const {
  return !habit.empty() && is_left_out_ && is_left_out_(habit);
}

void Harvest::refuse(std::string place, std::string reason, const std::string& habit) {
  if (leaves_out(habit)) {
    left_out.insert(habit);
    return;
  }
  if (++bad_count <= bad_kept) bad.push_back({std::move(place), std::move(reason)});
}

void Harvest::add(Row row) {
  row.with = tidied_names(row.with);
  row.tags = tidied_names(row.tags);
  row.note = unix_text(row.note);
  std::string why;
  if (fold_key(row.habit).empty()) why = "the habit has no name";
  if (row.day > latest_ && row.said == Row::Said::done) why = iso(row.day) + " is in the future";
  if (why.empty()) why = why_overlong(row.note, row.with, row.tags);
  if (!why.empty()) return refuse(std::move(row.place), std::move(why), row.habit);
  rows.push_back(std::move(row));
}

void Harvest::add(std::string place, ReadyRecord ready) {
  std::string why = std::visit(Objection{latest_}, ready.record.body);
  if (!is_usable_id(ready.record.id)) why = "this id has another meaning in commands";
  if (!is_plain_id(ready.record.id))
    why = "the id has characters other than letters, digits and - _ . :";
  if (ready.record.id.size() > longest_name) why = "the id is too long";
  if (ready.line.size() > longest_record) why = "longer than 64 KiB";
  if (!why.empty()) return refuse(std::move(place), std::move(why));
  records.push_back(std::move(ready));
}

std::vector<std::string> tidied_names(const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const auto& name : names)
    if (std::string tidy = tidied(name); !tidy.empty()) out.push_back(std::move(tidy));
  return out;
}

std::string place_in(const Source& source, std::size_t line) {
  return source.name + " line " + std::to_string(line);
}

std::string_view trimmed_spaces(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool reads_number(std::string_view text, double& value) {
  const std::string word(text);
  if (word.empty() || word.find_first_not_of("+-.0123456789eE") != word.npos) return false;
  char* end = nullptr;
  value = std::strtod(word.c_str(), &end);
  return *end == '\0' && std::isfinite(value);
}

std::string with_amount(std::string_view comment, std::string_view amount) {
  std::string out(trimmed_spaces(comment));
  if (amount.empty()) return out;
  if (!out.empty()) out += ' ';
  return out.append("(").append(amount).append(")");
}

}  // namespace connect::store
