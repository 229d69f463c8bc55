#include "render/json.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "domain/suggest/evidence.hpp"
#include "domain/text/visible.hpp"
#include "render/terminal/import_pages.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

using nlohmann::ordered_json;

constexpr int schema = 1;

/// Serializes JSON. Hidden characters in strings become \uXXXX, so that the text cannot act on a
/// terminal; invalid UTF-8 becomes U+FFFD.
std::string text_of(const ordered_json& json, int indent) {
  return json_escaped_hidden(json.dump(indent, ' ', false, ordered_json::error_handler_t::replace));
}

std::string document(const ordered_json& json) { return text_of(json, 2) + "\n"; }

ordered_json begin(std::string_view command) { return {{"schema", schema}, {"command", command}}; }

/// Of a command that lists because there was nothing to save; `member`: where a record would be.
ordered_json begin_unsaved(std::string_view command, std::string_view member) {
  ordered_json out = begin(command);
  out["saved"] = false;
  out[std::string(member)] = nullptr;
  return out;
}

/// A kindness or a follow-up.
template <class About>
ordered_json about_object(const std::string& id, const About& said) {
  return {{"id", id}, {"day", iso(said.day)}, {"with", said.with}, {"note", said.note}};
}

/// One that was saved.
template <class About>
std::string saved_about(std::string_view command, const std::string& id, const About& said) {
  ordered_json out = begin(command);
  out["saved"] = true;
  out[std::string(command)] = about_object(id, said);
  return document(out);
}

/// To four decimal places.
double rounded(double value) { return std::round(value * 10000) / 10000; }
/// For small numbers, such as points a week.
double finely_rounded(double value) { return std::round(value * 1e6) / 1e6; }

ordered_json or_null(const std::string& text) {
  return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json amount(const Amount& amount) {
  return {{"records", amount.records}, {"acts", amount.acts}};
}

ordered_json feelings(const Feelings& felt) {
  if (felt.empty()) return nullptr;
  ordered_json out;
  for (std::size_t i = 0; i < feeling_names.size(); ++i)
    out[std::string(feeling_names[i])] =
        felt.items[i] < 0 ? ordered_json() : ordered_json(felt.items[i]);
  return out;
}

ordered_json entry_object(const EntryText& entry) {
  const Logged& said = entry.said;
  ordered_json out = {{"id", entry.id},
                      {"at", rfc3339(entry.at)},
                      {"day", iso(said.day)},
                      {"act", slug(said.act)},
                      {"with", said.with},
                      {"tags", said.tags},
                      {"note", said.note},
                      {"before", feelings(said.before)},
                      {"felt", feelings(said.felt)},
                      {"prompt", or_null(said.prompt)}};
  if (!entry.suggested.empty()) out["suggestion"] = entry.suggested;
  if (!said.ask.empty()) out["ask"] = said.ask;
  if (!said.kindness.empty()) out["kindness"] = said.kindness;
  return out;
}

ordered_json acts_object(const std::array<std::uint32_t, 4>& counts) {
  ordered_json out;
  for (Act act : all_acts) out[std::string(slug(act))] = counts[index(act)];
  return out;
}

ordered_json lengths_object(const StreakLengths& lengths) {
  return {{"current", lengths.current},
          {"longest", lengths.longest},
          {"plain", lengths.plain},
          {"since", lengths.since ? ordered_json(iso(*lengths.since)) : ordered_json()}};
}

/// The members that `streak` and `today` share.
void add_streak(ordered_json& out, const Streak& streak) {
  out["streak"] = lengths_object(streak.lengths);
  out["acted"] = {{"last_7", streak.last_7},
                  {"last_28", streak.last_28},
                  {"last_90", streak.last_90},
                  {"of_28", streak.of_28}};
  out["rest"] = {{"per_week", streak.rhythm.rests()}, {"left", streak.lengths.rests_left}};
  out["state"] = slug(streak.state);
  out["strength"] = rounded(streak.strength);
  for (Act act : all_acts) {
    const StreakLengths& lengths = streak.acts[index(act)];
    out["acts"][std::string(slug(act))] = {{"current", lengths.current},
                                           {"longest", lengths.longest},
                                           {"last_28", streak.acts_last_28[index(act)]}};
  }
}

void add_prompt(ordered_json& out, const Prompt& prompt) {
  out["act"] = slug(prompt.act);
  out["title"] = title(prompt.act);
  out["suggestion"] = {{"id", prompt.suggestion}, {"text", prompt.text}, {"hint", prompt.hint}};
  out["person"] = or_null(prompt.person);
  out["occasion"] = or_null(std::string(slug(prompt.occasion)));
  out["ref"] = or_null(prompt.ref);
  out["noticed"] = or_null(prompt.noticed);
  out["why"] = prompt.why;
}

ordered_json ranges_array(std::span<const DayRange> ranges) {
  ordered_json out = ordered_json::array();
  for (const DayRange& range : ranges)
    out.push_back({{"from", iso(range.since)}, {"to", iso(range.until)}});
  return out;
}

ordered_json without_note(const EntryText& entry) {
  return {{"day", iso(entry.said.day)}, {"act", slug(entry.said.act)}, {"with", entry.said.with}};
}

ordered_json estimate(const Estimate& found) {
  return {{"points", finely_rounded(found.value)},
          {"low", finely_rounded(found.interval.low)},
          {"high", finely_rounded(found.interval.high)}};
}

/// The value in its own type: text, a number, true or false, or an array.
ordered_json value_of(const SettingInForce& setting) {
  using Kind = SettingInForce::Kind;
  const auto first = setting.values.empty() ? "" : setting.values[0];
  switch (setting.kind) {
    case Kind::list: return setting.values;
    case Kind::number: return std::stoi(first);
    case Kind::flag: return first == "true";
    case Kind::text: break;
  }
  return first;
}

/// `count`: what it rests on, under this name; empty for none.
ordered_json comparison_object(const std::optional<FeelingComparison>& made,
                               const std::string& count) {
  if (!made) return nullptr;
  ordered_json out = estimate(made->points);
  out["p"] = finely_rounded(made->p);
  if (!count.empty()) out[count] = made->count;
  out["clear"] = made->is_clear;
  return out;
}

ordered_json or_null(std::optional<double> value) {
  return value ? ordered_json(rounded(*value)) : ordered_json();
}

ordered_json weeks_array(const FeelingWeeks& weeks) {
  ordered_json out = ordered_json::array();
  for (std::size_t week = 0; week < weeks.means[0].size(); ++week) {
    ordered_json means;
    for (std::size_t i = 0; i < feeling_names.size(); ++i)
      means[std::string(feeling_names[i])] = or_null(weeks.means[i][week]);
    out.push_back(
        {{"since", iso(weeks.since + static_cast<int>(week) * 7)}, {"means", std::move(means)}});
  }
  return out;
}

ordered_json feelings_object(const FeelingsReport& report) {
  constexpr std::array<std::string_view, 3> stages = {"none", "early", "steady"};
  const FeelingStatistics& statistics = *report.statistics;
  ordered_json out = {{"confidence", feelings_confidence}};
  for (const FeelingSummary& item : statistics.items) {
    ordered_json one = {{"answers", item.answers},
                        {"pairs", item.pairs},
                        {"check_ins", item.check_ins},
                        {"stage", stages[static_cast<std::size_t>(item.stage)]}};
    one["change"] = comparison_object(item.change, "");
    one["corrected"] = comparison_object(item.corrected, "");
    one["day_after_act"] = comparison_object(item.day_after_act, "pairs");
    one["day_before_act"] = comparison_object(item.day_before_act, "pairs");
    one["trend_per_week"] = comparison_object(item.trend, "weeks");
    const FeelingLevel& level = report.levels[static_cast<std::size_t>(item.item)];
    one["mean"] = or_null(level.mean);
    one["usual"] = or_null(level.usual);
    out[std::string(feeling_names[static_cast<std::size_t>(item.item)])] = std::move(one);
  }
  out["sentences"] = {feeling_sentence(statistics)};
  out["comparisons"] = statistics.comparisons;
  out["weeks"] = weeks_array(report.weeks);
  return out;
}

/// Completes a document whose last member is an array of objects, one object a line. `out`: the
/// text up to and including the opening bracket.
std::string document_of_lines(std::string out, const std::vector<std::string>& lines) {
  for (const auto& line : lines) out.append(&line == lines.data() ? "\n  " : ",\n  ").append(line);
  return out.append(lines.empty() ? "]}\n" : "\n]}\n");
}

/// The streak as of today. For a period in the past: the longest within it, and null elsewhere.
ordered_json report_streak(const Report& report) {
  ordered_json out = lengths_object(report.streak.lengths);
  if (!report.includes_today())
    out = {{"current", nullptr},
           {"longest", report.longest_streak},
           {"plain", nullptr},
           {"since", nullptr}};
  out["within"] = report.longest_streak;
  return out;
}

/// Null for a report of everything.
ordered_json query_object(const Selection& selection) {
  if (selection.empty()) return nullptr;
  ordered_json acts = ordered_json::array();
  for (Act act : selection.acts) acts.push_back(slug(act));
  return {{"acts", acts},
          {"with", selection.with},
          {"tags", selection.tags},
          {"texts", selection.texts}};
}

ordered_json rows(const Report& report) {
  ordered_json out = ordered_json::array();
  for (const auto& row : report.rows)
    out.push_back({{std::string(slug(report.by)), row.key}, {"count", row.count}});
  return out;
}

ordered_json dates_array(std::span<const PersonDate> dates) {
  ordered_json out = ordered_json::array();
  for (const auto& [on, what] : dates) out.push_back({{"on", iso(on)}, {"what", what}});
  return out;
}

ordered_json person_object(const PersonTotals& person, Day today) {
  const auto due = due_day(person, today);
  const int every = person.facts().every_days;
  const auto last = person.met.last();
  const auto gap = median_gap_days(person, today);
  return {{"name", person.name},
          {"count", person.entries},
          {"last", last ? ordered_json(iso(last->day)) : ordered_json()},
          {"every_days", every > 0 ? ordered_json(every) : ordered_json()},
          {"due", due ? ordered_json(iso(*due)) : ordered_json()},
          {"resting", person.facts().resting},
          {"dates", dates_array(dates_of(person.details))},
          {"place", slug(person.facts().place)},
          {"setting", slug(person.facts().setting)},
          {"gap_median", gap ? ordered_json(*gap) : ordered_json()},
          {"quiet", is_quiet(person, today) && last->day < today}};
}

ordered_json kindnesses_array(std::span<const NoticedKindness> kindnesses) {
  ordered_json out = ordered_json::array();
  for (const NoticedKindness& each : kindnesses)
    out.push_back({{"id", each.id},
                   {"person", each.person},
                   {"day", iso(each.day)},
                   {"text", each.text},
                   {"thanked", each.thanked}});
  return out;
}

ordered_json suggestion_object(const Suggestion& item) {
  return {{"id", item.id},
          {"act", slug(item.act)},
          {"text", item.text},
          {"hint", item.hint},
          {"place", slug(item.place)},
          {"setting", slug(item.setting)},
          {"effort", slug(item.effort)},
          {"person", slug(item.person)},
          {"own", built_in_suggestion(item.id) == nullptr}};
}

ordered_json suggestions_array(std::span<const Suggestion> items) {
  ordered_json out = ordered_json::array();
  for (const Suggestion& item : items) out.push_back(suggestion_object(item));
  return out;
}

ordered_json ids_array(const std::vector<Record>& records) {
  ordered_json out = ordered_json::array();
  for (const Record& record : records) out.push_back(record.id);
  return out;
}

ordered_json asks_array(std::span<const FollowUp> asks) {
  constexpr std::array<std::string_view, 3> states = {"ahead", "due", "older"};
  ordered_json out = ordered_json::array();
  for (const FollowUp& each : asks)
    out.push_back({{"id", each.id},
                   {"person", each.person},
                   {"day", iso(each.day)},
                   {"text", each.text},
                   {"made", iso(each.made)},
                   {"state", states[static_cast<std::size_t>(each.state)]}});
  return out;
}

}  // namespace

std::string error_json(const Error& error, std::optional<bool> saved) {
  ordered_json out = {{"schema", schema},
                      {"error",
                       {{"kind", slug(error.kind)},
                        {"exit", exit_code(error.kind)},
                        {"message", error.message},
                        {"hint", error.hint}}}};
  if (saved) out["saved"] = *saved;
  return document(out);
}

std::string text_json(std::string_view command, std::string_view text) {
  ordered_json out = begin(command);
  out["text"] = text;
  return document(out);
}

std::string prompt_json(const Prompt& prompt, Day day, bool done) {
  ordered_json out = begin("prompt");
  out["day"] = iso(day);
  add_prompt(out, prompt);
  out["done"] = done;
  return document(out);
}

std::string entry_saved_json(std::string_view command, const EntryText& entry, bool saved,
                             int streak, const Record* ask) {
  ordered_json out = begin(command);
  out["saved"] = saved;
  out["entry"] = entry_object(entry);
  if (ask != nullptr) out["ask"] = about_object(ask->id, std::get<Asked>(ask->body));
  out["streak"] = {{"current", streak}};
  return document(out);
}

std::string amended_json(const EntryText& was, const EntryText& now, bool saved, int streak) {
  ordered_json out = begin("amend");
  out["saved"] = saved;
  out["entry"] = entry_object(now);
  out["was"] = entry_object(was);
  out["streak"] = {{"current", streak}};
  return document(out);
}

std::string removed_json(const std::vector<Record>& records, int streak) {
  ordered_json out = begin("remove");
  out["saved"] = true;
  out["entries"] = ordered_json::array();
  for (const Record& record : records)
    if (const auto* said = std::get_if<Logged>(&record.body))
      out["entries"].push_back(entry_object({record.id, record.at, *said}));
  out["ids"] = ids_array(records);
  out["streak"] = {{"current", streak}};
  return document(out);
}

std::string change_json(std::string_view command, const std::vector<Record>& change) {
  ordered_json out = begin(command);
  out["saved"] = !change.empty();
  out["id"] = change.empty() ? ordered_json() : ordered_json(change.front().id);
  out["ids"] = ids_array(change);
  return document(out);
}

std::string import_json(const ImportAnswer& answer) {
  const ImportTally& tally = answer.tally;
  ordered_json out = begin("import");
  out["saved"] = answer.saved;
  out["format"] = answer.format;
  out["imported"] = {{"acts", tally.acts}, {"rests", tally.rests}, {"others", tally.others}};
  out["known"] = tally.known;
  out["removed"] = tally.removed;
  out["period"] =
      tally.period
          ? ordered_json({{"since", iso(tally.period->since)}, {"until", iso(tally.period->until)}})
          : ordered_json();
  out["habits"] = ordered_json::array();
  for (const auto& [habit, count, mapping] : answer.habits)
    out["habits"].push_back(
        {{"habit", habit},
         {"count", count},
         {"act", mapping && mapping->act ? ordered_json(slug(*mapping->act)) : ordered_json()},
         {"person", or_null(mapping ? mapping->person : "")}});
  if (answer.format != "vcard") return document(out);
  out["people"] = ordered_json::array();
  for (const auto& [name, birthday, reach, is_new] : answer.people)
    out["people"].push_back({{"name", name},
                             {"birthday", or_null(birthday ? iso(*birthday) : "")},
                             {"reach", or_null(reach)},
                             {"new", is_new}});
  out["unmatched"] = answer.unmatched;
  return document(out);
}

std::string entry_json(const EntryText& entry) { return text_of(entry_object(entry), -1); }

std::string list_json(const std::vector<std::string>& entries) {
  return document_of_lines(R"({"schema": 1, "command": "list", "entries": [)", entries);
}

std::string export_json(const std::vector<std::string>& lines) {
  return document_of_lines(R"({"schema": 1, "command": "export", "records": [)", lines);
}

std::string bank_json(std::span<const Suggestion> items) {
  ordered_json out = begin("prompt");
  out["suggestions"] = suggestions_array(items);
  return document(out);
}

std::string suggestion_added_json(const Suggestion& item) {
  ordered_json out = begin("suggest");
  out["saved"] = true;
  out["suggestion"] = suggestion_object(item);
  return document(out);
}

std::string own_suggestions_json(std::span<const Suggestion> items) {
  ordered_json out = begin_unsaved("suggest", "suggestion");
  out["suggestions"] = suggestions_array(items);
  return document(out);
}

std::string people_json(std::span<const PersonTotals* const> people, Day today) {
  ordered_json out = begin("people");
  out["people"] = ordered_json::array();
  for (const PersonTotals* person : people) out["people"].push_back(person_object(*person, today));
  return document(out);
}

std::string card_json(const PersonTotals& person, const std::vector<EntryText>& entries,
                      std::span<const NoticedKindness> kindnesses, std::span<const FollowUp> asks,
                      Day today) {
  const auto& met = person.met.items();
  ordered_json object = person_object(person, today);
  object["first"] = met.empty() ? ordered_json() : ordered_json(iso(met.front().day));
  object["reach"] = or_null(person.details.reach);
  ordered_json out = begin("people");
  out["people"] = ordered_json::array({std::move(object)});
  out["entries"] = ordered_json::array();
  for (const EntryText& entry : entries) out["entries"].push_back(entry_object(entry));
  out["kindnesses"] = kindnesses_array(kindnesses);
  out["asks"] = asks_array(asks);
  return document(out);
}

std::string write_json(const std::string& person, const std::string& url, bool opened) {
  ordered_json out = begin("write");
  out["person"] = person;
  out["url"] = url;
  out["opened"] = opened;
  return document(out);
}

std::string notice_json(const std::string& id, const Noticed& said) {
  return saved_about("notice", id, said);
}

std::string ask_json(const std::string& id, const Asked& said) {
  return saved_about("ask", id, said);
}

std::string asks_json(std::span<const FollowUp> asks) {
  ordered_json out = begin_unsaved("ask", "ask");
  out["asks"] = asks_array(asks);
  return document(out);
}

std::string kindnesses_json(std::span<const NoticedKindness> kindnesses) {
  ordered_json out = begin_unsaved("notice", "notice");
  out["kindnesses"] = kindnesses_array(kindnesses);
  return document(out);
}

std::string felt_json(const std::string& id, const Felt& said) {
  ordered_json out = begin("feel");
  out["saved"] = true;
  out["feeling"] = {{"id", id}, {"day", iso(said.day)}, {"felt", feelings(said.felt)}};
  return document(out);
}

std::string ratings_json(std::span<const Rating> ratings, const FeelingWeeks& weeks) {
  ordered_json out = begin_unsaved("feel", "feeling");
  out["ratings"] = ordered_json::array();
  for (const auto& [id, at, said] : ratings)
    out["ratings"].push_back(
        {{"id", id}, {"at", rfc3339(at)}, {"day", iso(said.day)}, {"felt", feelings(said.felt)}});
  out["weeks"] = weeks_array(weeks);
  return document(out);
}

std::string rested_json(const std::string& id, const Rested& said,
                        std::span<const DayRange> planned) {
  ordered_json out = begin("rest");
  out["saved"] = true;
  out["rest"] = {{"id", id},
                 {"from", iso(said.days.since)},
                 {"to", iso(said.days.until)},
                 {"rest", said.rest}};
  out["rests"] = ranges_array(planned);
  return document(out);
}

std::string rests_json(std::span<const DayRange> planned) {
  ordered_json out = begin_unsaved("rest", "rest");
  out["rests"] = ranges_array(planned);
  return document(out);
}

std::string merge_json(std::span<const TakenIn> copies) {
  ordered_json out = begin("merge");
  Amount all;
  ordered_json files = ordered_json::array();
  for (const TakenIn& copy : copies) {
    all = all + copy.added;
    files.push_back({{"file", copy.file},
                     {"added", amount(copy.added)},
                     {"kept_out", copy.kept_out},
                     {"moved", or_null(copy.moved)}});
  }
  out["saved"] = all.records > 0;
  out["added"] = amount(all);
  out["files"] = std::move(files);
  return document(out);
}

std::string sync_json(const Synced& synced) {
  ordered_json out = begin("sync");
  out["remote"] = synced.remote;
  out["received"] = amount(synced.received);
  out["sent"] = amount(synced.sent);
  return document(out);
}

std::string streak_json(const Streak& streak, std::optional<Act> act, const Selection& selection) {
  ordered_json out = begin("streak");
  out["day"] = iso(streak.today);
  out["act"] = act ? ordered_json(slug(*act)) : ordered_json();
  out["with"] = selection.with;
  out["query"] = query_object(selection);
  add_streak(out, streak);
  return document(out);
}

std::string effect_json(const EffectView& view) {
  ordered_json out = begin("report");
  out["period"] = nullptr;
  if (view.period)
    out["period"] = {{"since", iso(view.period->since)}, {"until", iso(view.period->until)}};
  const Effect& effect = view.effect;
  const auto share = [&](double value) {
    return effect.is_enough ? ordered_json(rounded(value)) : ordered_json();
  };
  const auto bound = [&](double ConfidenceInterval::*end) {
    return effect.interval ? ordered_json(rounded((*effect.interval).*end)) : ordered_json();
  };
  out["effect"] = {{"days", effect.days},
                   {"held", effect.held},
                   {"greeted", share(effect.greeted)},
                   {"held_back", share(effect.held_back)},
                   {"difference", share(effect.difference)},
                   {"low", bound(&ConfidenceInterval::low)},
                   {"high", bound(&ConfidenceInterval::high)},
                   {"enough", effect.is_enough}};
  return document(out);
}

std::string report_json(const Report& report, bool with_entries) {
  ordered_json out = begin("report");
  out["period"] = {{"since", iso(report.period.since)},
                   {"until", iso(report.period.until)},
                   {"label", period_name(report)}};
  out["query"] = query_object(report.selection);
  out["total"] = report.total;
  out["days_acted"] = report.days_acted;
  out["before"] = nullptr;
  if (const auto& before = report.before)
    out["before"] = {{"since", iso(before->days.since)},
                     {"until", iso(before->days.until)},
                     {"total", before->total},
                     {"days_acted", before->days_acted}};
  out["acts"] = acts_object(report.acts);
  out["people"] = ordered_json::array();
  for (const auto& person : report.people) {
    out["people"].push_back(
        {{"name", person.name}, {"count", person.count}, {"last", iso(person.last)}});
    if (!person.dates.empty()) out["people"].back()["dates"] = dates_array(person.dates);
  }
  out["tags"] = ordered_json::array();
  for (const auto& tag : report.tags)
    out["tags"].push_back({{"tag", tag.key}, {"count", tag.count}});
  out["days"] = ordered_json::array();
  for (const auto& day : report.days)
    out["days"].push_back({{"day", iso(day.day)}, {"count", day.total()}});
  out["by"] = slug(report.by);
  out["rows"] = rows(report);
  out["prompts"] = {{"shown", report.prompts_shown}, {"taken", report.prompts_taken}};
  if (!report.selection.empty()) out["prompts"] = nullptr;
  out["streak"] = report_streak(report);
  out["new"] = ordered_json::array();
  for (const auto& person : report.newcomers)
    out["new"].push_back({{"name", person.name}, {"first", iso(person.first)}});
  for (const auto& [name, people] : {std::pair("back", &report.back), {"quiet", &report.quiet}}) {
    out[name] = ordered_json::array();
    for (const auto& person : *people)
      out[name].push_back({{"name", person.name}, {"last", iso(person.last)}});
  }
  out["due"] = report.due;
  out["a_year_ago"] = report.a_year_ago ? without_note(*report.a_year_ago) : ordered_json();
  const bool has_statistics = report.feelings && report.feelings->statistics;
  out["feelings"] = has_statistics ? feelings_object(*report.feelings) : ordered_json();
  if (with_entries) {
    out["entries"] = ordered_json::array();
    for (const auto& entry : report.entries) out["entries"].push_back(entry_object(entry));
  }
  return document(out);
}

std::string memories_json(const std::vector<EntryText>& entries, const std::string& person,
                          const std::optional<EntryText>& last, Day day) {
  ordered_json out = begin("memories");
  out["day"] = iso(day);
  out["years"] = ordered_json::array();
  for (const EntryText& entry : entries) {
    const int year = civil(entry.said.day).year;
    if (out["years"].empty() || out["years"].back()["year"] != year)
      out["years"].push_back({{"year", year}, {"entries", ordered_json::array()}});
    out["years"].back()["entries"].push_back(entry_object(entry));
  }
  out["person"] = or_null(person);
  out["last"] = last ? entry_object(*last) : ordered_json();
  return document(out);
}

std::string report_ndjson(const Report& report) {
  std::string out;
  for (const auto& row : rows(report)) out.append(text_of(row, -1)).append("\n");
  return out;
}

std::string today_json(const Prompt& prompt, const Streak& streak, std::uint32_t logged,
                       const std::vector<std::string>& due, const std::vector<std::string>& asks) {
  ordered_json out = begin("today");
  out["day"] = iso(streak.today);
  ordered_json suggested;
  add_prompt(suggested, prompt);
  out["prompt"] = suggested;
  out["logged"] = logged;
  out["due"] = due;
  out["asks"] = asks;
  add_streak(out, streak);
  return document(out);
}

std::string values_json(std::span<const std::pair<std::string, std::string>> values) {
  ordered_json out = begin("get");
  out["values"] = ordered_json::object();
  for (const auto& [key, value] : values) out["values"][key] = value;
  return document(out);
}

std::string findings_json(std::span<const std::string_view> topics) {
  ordered_json out = begin("why");
  out["findings"] = ordered_json::array();
  for (const ResearchFinding& finding : findings())
    if (std::ranges::find(topics, finding.topic) != topics.end())
      out["findings"].push_back({{"topic", finding.topic},
                                 {"claim", finding.claim},
                                 {"source", finding.source},
                                 {"doi", or_null(std::string(finding.doi))}});
  return document(out);
}

std::string checkup_json(const CheckupResult& checkup, const Mended* mended) {
  ordered_json out = begin("doctor");
  out["ok"] = checkup.is_well();
  out["findings"] = ordered_json::array();
  for (const Finding& finding : checkup.findings)
    out["findings"].push_back(
        {{"kind", finding.kind},
         {"line", finding.line ? ordered_json(*finding.line) : ordered_json()},
         {"message", finding.message},
         {"remedy", finding.remedy},
         {"note", finding.is_note}});
  if (mended != nullptr) {
    out["mended"] = mended->steps;
    out["backup"] = or_null(mended->backup);
  }
  return document(out);
}

std::string settings_json(const SettingsView& view) {
  ordered_json out = begin("config");
  out["settings"] = ordered_json::array();
  const auto add = [&](std::string_view name, ordered_json value, ValueSource source,
                       std::size_t line) {
    out["settings"].push_back({{"name", name},
                               {"value", std::move(value)},
                               {"source", slug(source)},
                               {"line", line > 0 ? ordered_json(line) : ordered_json()}});
  };
  for (const auto& setting : view.settings)
    add(setting.name, value_of(setting), setting.source, setting.line);
  for (const auto* path : {&view.ledger, &view.config}) {
    add(path->name, or_null(path->path), path->source, 0);
    out["paths"][std::string(path->name)] = or_null(path->path);
  }
  for (const auto& path : view.others) out["paths"][std::string(path.name)] = or_null(path.path);
  return document(out);
}

std::string forgotten_json(const Forgotten& forgotten, bool saved) {
  ordered_json out = begin("forget");
  out["saved"] = saved;
  out["records"] = forgotten.records;
  out["places"] = ordered_json::array();
  for (const auto& place : forgotten.places)
    out["places"].push_back(
        {{"path", place.path}, {"records", place.records}, {"unreadable", place.unreadable}});
  out["left"] = forgotten.left;
  out["repository"] = or_null(forgotten.repository);
  return document(out);
}

}  // namespace connect::render
