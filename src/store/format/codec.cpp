#include "store/format/codec.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "domain/text/utf8.hpp"
#include "domain/text/visible.hpp"
#include "store/format/fast_decode.hpp"
#include "store/format/fields.hpp"

namespace connect::store {
namespace {

using nlohmann::ordered_json;

constexpr std::int64_t version = 1;

std::optional<Day> day_in(const std::optional<std::string>& text) {
  return text ? day_from_iso(*text) : std::nullopt;
}

std::optional<Act> act_in(const std::optional<std::string>& text) {
  for (Act act : all_acts)
    if (text && *text == slug(act)) return act;
  return std::nullopt;
}

/// Sets `field` to the enumerator whose slug is the text; false if there is none.
template <class T>
bool take_word(std::optional<T>& field, const std::optional<std::string>& text,
               std::initializer_list<T> known) {
  for (T each : known)
    if (text && *text == slug(each)) field = each;
  return field.has_value() == text.has_value();
}

/// False if one of the dates is not valid.
bool take_dates(std::optional<std::vector<PersonDate>>& dates, const Fields& set) {
  if (!set.dates) return true;
  dates.emplace();
  for (const Fields::Date& each : *set.dates) {
    const auto on = each.on ? yearly_day_from_iso(*each.on) : std::nullopt;
    if (!on) return false;
    dates->push_back({*on, each.what.value_or("")});
  }
  return true;
}

// Each of the following makes one kind of body, or nothing when a required field is missing or
// malformed.

std::optional<Body> logged(Line& line) {
  Fields& top = line.top;
  const auto day = day_in(top.day);
  const auto act = act_in(top.act);
  if (!day || !act) return std::nullopt;
  Logged body;
  body.day = *day;
  body.act = *act;
  body.with = std::move(top.with).value_or(body.with);
  body.tags = std::move(top.tags).value_or(body.tags);
  body.note = std::move(top.note).value_or("");
  body.before = top.before.value_or(Feelings{});
  body.felt = top.felt.value_or(Feelings{});
  body.prompt = std::move(top.prompt).value_or("");
  body.ask = std::move(top.ask).value_or(body.ask);
  body.kindness = std::move(top.kindness).value_or(body.kindness);
  return body;
}

std::optional<Body> felt(Line& line) {
  const auto day = day_in(line.top.day);
  if (!day || !line.top.felt) return std::nullopt;
  return Felt{*day, *line.top.felt};
}

std::optional<Body> amended(Line& line) {
  Fields& set = line.set;
  if (!line.top.ref || !line.has_set) return std::nullopt;
  Amended body;
  body.ref = *line.top.ref;
  body.undo = line.top.undo.value_or(false);
  body.forgotten = line.top.forgotten.value_or(false);
  body.set.day = day_in(set.day);
  body.set.act = act_in(set.act);
  body.set.at = set.at ? instant_from_rfc3339(*set.at) : std::nullopt;
  const bool malformed =
      (set.day && !body.set.day) || (set.act && !body.set.act) || (set.at && !body.set.at);
  if (malformed) return std::nullopt;
  body.set.with = set.with;
  body.set.tags = set.tags;
  body.set.note = set.note;
  body.set.before = set.before;
  body.set.felt = set.felt;
  body.set.removed = set.removed;
  return body;
}

std::optional<Body> prompted(Line& line) {
  Fields& top = line.top;
  const auto day = day_in(top.day);
  const auto act = act_in(top.act);
  if (!day || !act) return std::nullopt;
  return Prompted{*day,
                  *act,
                  top.suggestion.value_or(""),
                  top.person.value_or(""),
                  top.instead_of.value_or(""),
                  top.occasion.value_or(""),
                  top.ref.value_or(""),
                  top.never.value_or(false),
                  wishes_from(top.wish.value_or(std::vector<std::string>{}))};
}

std::optional<Body> own_suggestion(Line& line) {
  const Fields& top = line.top;
  const auto act = act_in(top.act);
  if (!act || !top.text) return std::nullopt;
  std::optional<Place> place;
  std::optional<Setting> setting;
  std::optional<Effort> effort;
  const bool fits = take_word(place, top.place, {Place::any, Place::in_person, Place::remote}) &&
                    take_word(setting, top.setting, {Setting::any, Setting::home, Setting::work}) &&
                    take_word(effort, top.effort, {Effort::small, Effort::medium});
  if (!fits) return std::nullopt;
  return OwnSuggestion{*act,
                       *top.text,
                       top.hint.value_or(""),
                       place.value_or(Place::any),
                       setting.value_or(Setting::any),
                       effort.value_or(Effort::small)};
}

template <class About>
std::optional<Body> about_people(Line& line) {
  const auto day = day_in(line.top.day);
  if (!day) return std::nullopt;
  return About{*day, line.top.with.value_or(std::vector<std::string>{}),
               line.top.note.value_or("")};
}

std::optional<Body> rested(Line& line) {
  const auto from = day_in(line.top.from);
  const auto to = day_in(line.top.to);
  if (!from || !to) return std::nullopt;
  return Rested{{*from, *to}, line.top.rest.value_or(true)};
}

std::optional<Body> person_set(Line& line) {
  if (!line.top.name) return std::nullopt;
  PersonSet body;
  body.name = *line.top.name;
  if (line.set.every_days) body.every_days = static_cast<int>(*line.set.every_days);
  body.resting = line.set.resting;
  body.renamed = line.set.name;
  body.reach = line.set.reach;
  const bool fits =
      take_dates(body.dates, line.set) &&
      take_word(body.place, line.set.place, {Place::any, Place::in_person, Place::remote}) &&
      take_word(body.setting, line.set.setting, {Setting::any, Setting::home, Setting::work});
  if (!fits) return std::nullopt;
  return body;
}

std::optional<Body> trial(Line& line) {
  const Fields& top = line.top;
  const auto day = day_in(top.day);
  if (!day || !top.held || !top.p || !(*top.p > 0 && *top.p < 1)) return std::nullopt;
  return Trial{*day, *top.held, *top.p};
}

struct RecordKind {
  std::string_view op;
  std::optional<Body> (*make)(Line&);
};
constexpr std::array<RecordKind, 10> record_kinds = {{{"log", logged},
                                                      {"feel", felt},
                                                      {"amend", amended},
                                                      {"prompt", prompted},
                                                      {"notice", about_people<Noticed>},
                                                      {"rest", rested},
                                                      {"person", person_set},
                                                      {"ask", about_people<Asked>},
                                                      {"suggestion", own_suggestion},
                                                      {"trial", trial}}};

std::optional<Body> body_of(Line& line) {
  for (const RecordKind& kind : record_kinds)
    if (*line.top.op == kind.op && *line.top.v == version) return kind.make(line);
  return Foreign{static_cast<int>(*line.top.v), *line.top.op};
}

// Serialization.

ordered_json feelings_json(const Feelings& feelings) {
  ordered_json out = ordered_json::object();
  for (std::size_t i = 0; i < feeling_names.size(); ++i)
    if (feelings.items[i] >= 0) out[std::string(feeling_names[i])] = feelings.items[i];
  return out;
}

template <class T>
void put(ordered_json& out, const char* name, const T& value) {
  if (!value.empty()) out[name] = value;
}
void put(ordered_json& out, const char* name, const Feelings& value) {
  if (!value.empty()) out[name] = feelings_json(value);
}

void fill(ordered_json& out, const Logged& body) {
  out["day"] = iso(body.day);
  out["act"] = slug(body.act);
  put(out, "with", body.with);
  put(out, "tags", body.tags);
  put(out, "note", body.note);
  put(out, "before", body.before);
  put(out, "felt", body.felt);
  put(out, "prompt", body.prompt);
  put(out, "ask", body.ask);
  put(out, "kindness", body.kindness);
}

void fill(ordered_json& out, const Felt& body) {
  out["day"] = iso(body.day);
  out["felt"] = feelings_json(body.felt);
}

void fill(ordered_json& out, const Amended& body) {
  ordered_json set = ordered_json::object();
  if (body.set.day) set["day"] = iso(*body.set.day);
  if (body.set.act) set["act"] = slug(*body.set.act);
  if (body.set.at) set["at"] = rfc3339(*body.set.at);
  if (body.set.with) set["with"] = *body.set.with;
  if (body.set.tags) set["tags"] = *body.set.tags;
  if (body.set.note) set["note"] = *body.set.note;
  if (body.set.before) set["before"] = feelings_json(*body.set.before);
  if (body.set.felt) set["felt"] = feelings_json(*body.set.felt);
  if (body.set.removed) set["removed"] = *body.set.removed;
  out["ref"] = body.ref;
  out["set"] = std::move(set);
  if (body.undo) out["undo"] = true;
  if (body.forgotten) out["forgotten"] = true;
}

void fill(ordered_json& out, const Prompted& body) {
  out["day"] = iso(body.day);
  out["act"] = slug(body.act);
  put(out, "suggestion", body.suggestion);
  put(out, "person", body.person);
  put(out, "instead_of", body.instead_of);
  put(out, "occasion", body.occasion);
  put(out, "ref", body.ref);
  put(out, "wish", words_of(body.wish));
  if (body.never) out["never"] = true;
}

void fill(ordered_json& out, const OwnSuggestion& body) {
  out["act"] = slug(body.act);
  out["text"] = body.text;
  put(out, "hint", body.hint);
  if (body.place != Place::any) out["place"] = slug(body.place);
  if (body.setting != Setting::any) out["setting"] = slug(body.setting);
  if (body.effort != Effort::small) out["effort"] = slug(body.effort);
}

template <class About>
requires std::is_same_v<About, Noticed> || std::is_same_v<About, Asked>
void fill(ordered_json& out, const About& body) {
  out["day"] = iso(body.day);
  put(out, "with", body.with);
  put(out, "note", body.note);
}

void fill(ordered_json& out, const Rested& body) {
  out["from"] = iso(body.days.since);
  out["to"] = iso(body.days.until);
  out["rest"] = body.rest;
}

void fill(ordered_json& out, const PersonSet& body) {
  ordered_json set = ordered_json::object();
  if (body.every_days) set["every_days"] = *body.every_days;
  if (body.resting) set["resting"] = *body.resting;
  if (body.renamed) set["name"] = *body.renamed;
  if (body.dates) {
    auto& dates = set["dates"] = ordered_json::array();
    for (const PersonDate& each : *body.dates)
      dates.push_back({{"on", iso(each.on)}, {"what", each.what}});
  }
  if (body.place) set["place"] = slug(*body.place);
  if (body.setting) set["setting"] = slug(*body.setting);
  if (body.reach) set["reach"] = *body.reach;
  out["name"] = body.name;
  out["set"] = std::move(set);
}

void fill(ordered_json& out, const Trial& body) {
  out["day"] = iso(body.day);
  out["held"] = body.held;
  out["p"] = body.probability;
}

void fill(ordered_json&, const Foreign&) {}

/// By the index of the body; the last is Foreign, which brings its own.
constexpr std::array<std::string_view, 11> ops = {
    "log", "feel", "amend", "prompt", "notice", "rest", "person", "ask", "suggestion", "trial", ""};

}  // namespace

namespace {

/// Parses a line; if that fails and its UTF-8 is ill-formed, parses it with that replaced by
/// U+FFFD. Returns the reason of a failure, else nothing.
std::optional<std::string> parse_repaired(std::string_view text, Line& line) {
  auto reason = parse_fields(text, line);
  if (!reason || !invalid_utf8_at(text)) return reason;
  line = {};
  return parse_fields(repaired_utf8(text), line);
}

/// Whether a line that cannot be parsed is a record of a newer version or an unknown kind, which
/// may give a field another type. Such a line is valid and kept.
bool is_foreign_record(std::string_view text, Line& line) {
  line = {};
  if (parse_fields(text, line, Read::identity)) return false;
  const Fields& top = line.top;
  if (!top.v || !top.op || !top.id || top.id->empty()) return false;
  return *top.v > version || std::ranges::find(ops, *top.op) == ops.end();
}

}  // namespace

Decoded decode_any(std::string_view text) {
  Line line;
  const auto reason = parse_repaired(text, line);
  if (reason && !is_foreign_record(text, line)) return {LineKind::bad, {}, *reason};
  const Fields& top = line.top;
  if (!top.v || !top.op) return {LineKind::foreign, {}, "not a ledger record"};
  const auto at = top.at ? instant_from_rfc3339(*top.at) : std::nullopt;
  if (*top.v < 1) return {LineKind::bad, {}, "the version is not valid"};
  if (!top.id || top.id->empty()) return {LineKind::bad, {}, "the id is missing"};
  if (!at && *top.v == version) return {LineKind::bad, {}, "the time is missing or not valid"};
  std::string id = *top.id;
  auto body = body_of(line);
  if (!body) return {LineKind::bad, {}, "a field is missing or not valid"};
  Record record{std::move(id), at.value_or(Instant{}), *std::move(body)};
  record.redacted = top.redacted.value_or(false);
  return {LineKind::record, std::move(record), ""};
}

void decode(std::string_view line, Decoded& into) {
  if (read_own_line(line, into.record)) {
    into.kind = LineKind::record;
    into.reason.clear();
  } else {
    into = decode_any(line);
  }
}

Decoded decode(std::string_view line) {
  Decoded decoded;
  decode(line, decoded);
  return decoded;
}

std::string encode(const Record& record) {
  ordered_json out;
  out["v"] = version;
  out["id"] = record.id;
  const auto* foreign = std::get_if<Foreign>(&record.body);
  out["op"] = foreign != nullptr ? foreign->op : std::string(ops[record.body.index()]);
  out["at"] = rfc3339(record.at);
  std::visit([&](const auto& body) { fill(out, body); }, record.body);
  if (record.redacted) out["redacted"] = true;
  using Handler = ordered_json::error_handler_t;
  return json_escaped_hidden(out.dump(-1, ' ', false, Handler::replace));
}

}  // namespace connect::store
