#include "store/suggestions_file.hpp"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "domain/suggest/suggestion_text.hpp"
#include "domain/text/foreign_text.hpp"

namespace connect::store {
namespace {

using nlohmann::json;

constexpr int deepest_suggestions = 4;  // levels of nesting

/// Reads the fields of one item. The texts that it returns are in the JSON document; `problem` is
/// the first problem found.
struct ItemReader {
  const json& item;
  std::string where;
  std::string problem;

  /// The text of a field; empty, with a problem, when it is missing, not text or too long.
  std::string_view text(const char* name, std::size_t longest, bool needed) {
    const auto found = item.find(name);
    if (found == item.end()) {
      if (needed) fail(name, "is missing");
      return "";
    }
    if (!found->is_string()) return fail(name, "must be text");
    const auto& value = found->get_ref<const std::string&>();
    if (value.empty() && !needed) return value;
    if (const std::string why = why_unfit(value, longest); !why.empty()) return fail(name, why);
    return value;
  }

  /// One of these values of an enumeration, by its word; the first when the field is missing.
  template <class T>
  T word(const char* name, std::initializer_list<T> values) {
    const std::string_view value = text(name, longest_suggestion, false);
    if (value.empty()) return *values.begin();
    std::string known;
    for (T each : values) {
      if (slug(each) == value) return each;
      known.append(known.empty() ? "" : ", ").append(slug(each));
    }
    fail(name, "must be one of " + known);
    return *values.begin();
  }

  std::string_view fail(const char* name, const std::string& why) {
    if (problem.empty()) problem = where + ": \"" + name + "\" " + why;
    return "";
  }
};

Suggestion suggestion_from(ItemReader& read) {
  Suggestion own{};
  own.id = read.text("id", 40, true);
  own.text = read.text("text", longest_suggestion, true);
  own.hint = read.text("hint", longest_hint, false);
  if (const auto act = act_from_word(read.text("act", 40, true))) {
    own.act = *act;
  } else {
    read.fail("act", "must be one of check-in, offer, listen, thank");
  }
  own.place = read.word("place", {Place::any, Place::in_person, Place::remote});
  own.setting = read.word("setting", {Setting::any, Setting::home, Setting::work});
  own.effort = read.word("effort", {Effort::small, Effort::medium});
  own.person = company_of(own.text);
  if (read.item.contains("person"))
    own.person = read.word("person", {Company::none, Company::optional, Company::needed});
  return own;
}

Error malformed(const std::string& what) {
  return usage_error(what,
                     "each item needs id, act and text; hint, place, setting, effort and "
                     "person are optional");
}

/// Leaves out values that are nested too deeply.
bool is_shallow(int depth, json::parse_event_t, json&) { return depth <= deepest_suggestions; }

/// The document, a discarded value when it is not well-formed.
json parsed_suggestions(std::string_view text) { return json::parse(text, is_shallow, false); }

/// The line in which a text that is not well-formed stops being JSON, from 1; at most its last one
/// that is not blank.
std::ptrdiff_t line_of_syntax_error(std::string_view text) {
  text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  std::size_t at = 0;
  try {
    [[maybe_unused]] const json document = json::parse(text, is_shallow);
  } catch (const json::parse_error& error) {
    at = error.byte;  // from 1
  }
  return 1 + std::ranges::count(text.substr(0, at > 0 ? at - 1 : 0), '\n');
}

}  // namespace

Status add_suggestions(Bank& bank, const std::string& text) {
  const std::string_view content = without_mark(text);
  const json document = parsed_suggestions(content);
  if (document.is_discarded())
    return malformed("not valid JSON in line " + std::to_string(line_of_syntax_error(content)));
  if (!document.is_array()) return malformed("not a JSON array of suggestions");
  std::vector<Suggestion> own;
  std::unordered_set<std::string_view> own_ids;
  for (std::size_t i = 0; i < document.size(); ++i) {
    ItemReader read{document[i], "item " + std::to_string(i + 1), ""};
    if (!document[i].is_object()) return malformed(read.where + " is not an object");
    own.push_back(suggestion_from(read));
    if (bank.find(own.back().id) != nullptr || !own_ids.insert(own.back().id).second)
      read.fail("id", "is already used by another suggestion");
    if (!read.problem.empty()) return malformed(read.problem);
  }
  for (const Suggestion& item : own) bank.add(item);
  return success();
}

}  // namespace connect::store
