#include "store/cache/summary_file.hpp"

#include <algorithm>
#include <functional>

#include "store/cache/packing.hpp"

namespace connect::store {

template <class Io, Maybe<Checksum> T>
void flow(Io& io, T& checksum) {
  std::uint64_t size = checksum.size(), sum = checksum.sum(), pending = checksum.pending();
  flow_each(io, size, sum, pending);
  if constexpr (!packs<Io>) checksum = Checksum(size, sum, pending);
}

template <class Io, Maybe<Marks> T>
void flow(Io& io, T& marks) {
  auto& [ids, rest, person] = marks;
  flow_array(io, ids);
  flow_each(io, rest, person);
}

/// Only ledgers that exist, have records and have no conflict copies are cached, so the other
/// fields are constant. Of a problem only its kind and line are stored.
template <class Io, Maybe<ReadReport> T>
void flow(Io& io, T& report) {
  flow_each(io, report.bad_lines, report.newer);
  flow_all(io, report.problems, [&](auto& problem) {
    flow_word(io, problem.damage, 4);
    flow(io, problem.line);
  });
  if constexpr (!packs<Io>) {
    report.exists = true;
    report.is_empty = false;
  }
}

template <class Io, Maybe<LedgerPrefix> T>
void flow(Io& io, T& prefix) {
  auto& [path, next_line, bytes, ending, standing, report, marks] = prefix;
  auto& [state, origin] = standing;
  flow_each(io, path, next_line, bytes, ending, state, origin, report, marks);
}

template <class Io, Maybe<DayActs> T>
void flow(Io& io, T& acts) {
  auto& [day, counts] = acts;
  flow(io, day);
  flow_array(io, counts);
}

template <class Io, Maybe<DatedStamp> T>
void flow(Io& io, T& dated) {
  auto& [day, stamp] = dated;
  flow_each(io, day, stamp);
}

template <class Io, Maybe<LatestStamps> T>
void flow(Io& io, T& latest) {
  auto items = latest.items();
  flow_all(io, items);
  io.require(std::ranges::adjacent_find(items, std::ranges::greater_equal(), &DatedStamp::day) ==
             items.end());
  if constexpr (!packs<Io>) latest = io.ok() ? LatestStamps(std::move(items)) : LatestStamps();
}

template <class Io, Maybe<Place> T>
void flow(Io& io, T& place) {
  flow_word(io, place, 3);
}

template <class Io, Maybe<DatedFacts> T>
void flow(Io& io, T& dated) {
  auto& [since, facts] = dated;
  auto& [every_days, resting, rhythm_since, place, setting] = facts;
  flow(io, since);
  flow_count(io, every_days);
  flow_each(io, resting, rhythm_since, place);
  flow_word(io, setting, 3);
}

template <class Io, Maybe<KnownDate> T>
void flow(Io& io, T& known) {
  auto& [date, since] = known;
  auto& [on, what] = date;
  flow_each(io, on, what, since);
}

template <class Io, Maybe<PersonDetails> T>
void flow(Io& io, T& details) {
  auto& [dates, reach] = details;
  flow_all(io, dates);
  flow(io, reach);
}

/// Without the name, which follows from the names of the summary.
template <class Io, Maybe<PersonTotals> T>
void flow(Io& io, T& person) {
  auto& [name, entries, met, gaps, thanked, settings, named, details] = person;
  flow_each(io, entries, met);
  flow_all(io, gaps);
  flow(io, thanked);
  flow_all(io, settings);
  flow_optional(io, named);
  flow(io, details);
}

/// Of a settled suggestion, so without `shown`.
template <class Io, Maybe<ResolvedSuggestion> T>
void flow(Io& io, T& resolved) {
  auto& [day, act, declined, suggestion, shown] = resolved;
  flow_each(io, day, act, declined, suggestion);
}

template <class Io, Maybe<Wishes> T>
void flow(Io& io, T& wish) {
  auto& [act, person, small, place] = wish;
  flow_each(io, act, person, small);
  flow_optional(io, place);
}

template <class Io, Maybe<ShownSuggestion> T>
void flow(Io& io, T& shown) {
  auto& [stamp, day, act, suggestion, person, instead_of, occasion, ref, never, wish, redaction] =
      shown;
  flow_each(io, stamp, day, act, suggestion, person, instead_of, occasion, ref, never, wish,
            redaction);
}

template <class Io, Maybe<AddedSuggestion> T>
void flow(Io& io, T& added) {
  auto& [stamp, made, said] = added;
  auto& [act, text, hint, place, setting, effort] = said;
  flow_each(io, stamp, made, act, text, hint, place);
  flow_word(io, setting, 3);
  flow_word(io, effort, 2);
}

template <class Io, Maybe<LineRef> T>
void flow(Io& io, T& line) {
  auto& [offset, length] = line;
  flow_each(io, offset, length);
}

template <class Io, Maybe<OpenNote> T>
void flow(Io& io, T& note) {
  auto& [stamp, day, offset_minutes, with, line] = note;
  flow_each(io, stamp, day, offset_minutes, line);
  flow_all(io, with);
}

template <class Io, Maybe<EntryRef> T>
void flow(Io& io, T& entry) {
  auto& [day, stamp, line, corrections] = entry;
  flow_each(io, day, stamp, line);
  flow_all(io, corrections);
}

template <class Io, Maybe<ActStatistics> T>
void flow(Io& io, T& statistics) {
  // Sums in Q16 that fade by 1/200 a prompt (act_choice.hpp) stay far below this.
  constexpr std::int64_t most = std::int64_t{1} << 32;
  auto& [trials, successes, turn, asked, declined, done, recent, known] = statistics;
  for (auto* sums : {&trials, &successes}) {
    flow_array(io, *sums);
    for (auto sum : *sums) io.require(sum >= 0 && sum <= most);
  }
  flow_each(io, turn, asked, declined, done);
  for (auto each : {asked, declined, done})
    io.require(each == never || (each >= -farthest_day && each <= farthest_day));
  flow_array(io, recent);
  flow_array(io, known);
  for (std::size_t day = 0; day < trials.size(); ++day) io.require(successes[day] <= trials[day]);
  for (auto count : known) io.require(count <= 16);
}

template <class Io, Maybe<ActChoiceState> T>
void flow(Io& io, T& state) {
  auto& [shown, weekday_gain, acts] = state;
  flow_each(io, shown, weekday_gain);
  io.require(shown >= 0 && shown <= largest_count);
  io.require(std::abs(weekday_gain) <= std::int64_t{1} << 32);
  flow_array(io, acts);
  for (const auto& act : acts) io.require(act.turn >= 0 && act.turn <= shown);
}

template <class Io, Maybe<LabelCounts> T>
void flow(Io& io, T& counts) {
  constexpr std::int64_t most = std::int64_t{1} << 32;  // they fade, and stay far below this
  auto& [shown, taken] = counts;
  for (auto* all : {&shown, &taken}) {
    flow_array(io, *all);
    for (auto count : *all) io.require(count >= 0 && count <= most);
  }
}

template <class Io, Maybe<Checkpoint> T>
void flow(Io& io, T& checkpoint) {
  auto& [streaks, settled, act_choice, labels, is_cut] = checkpoint;
  flow_each(io, streaks, settled, act_choice, labels, is_cut);
}

template <class Io, Maybe<DailyDetails::Share> T>
void flow(Io& io, T& share) {
  auto& [list, count] = share;
  flow_each(io, list, count);
}

template <class Io, Maybe<DailyDetails::Latest> T>
void flow(Io& io, T& latest) {
  auto& [stamp, prompt, with, tags, before, felt, offset_minutes, act] = latest;
  flow_each(io, stamp, prompt, with, tags, before, felt, offset_minutes, act);
}

template <class Io, Maybe<DailyDetails::Row> T>
void flow(Io& io, T& row) {
  auto& [acts, with_end, tags_end] = row;
  flow_each(io, acts, with_end, tags_end);
}

template <class Io, Maybe<DailyDetails::Suggested> T>
void flow(Io& io, T& suggested) {
  auto& [day, act] = suggested;
  flow_each(io, day, act);
}

template <class Io>
void flow_rated_day(Io& io, auto& day) {
  flow(io, day);
  io.require(day >= -farthest_day && day <= farthest_day);
}

template <class Io, Maybe<FeelingPair> T>
void flow(Io& io, T& pair) {
  auto& [day, before, after] = pair;
  flow_rated_day(io, day);
  flow_each(io, before, after);
}

template <class Io, Maybe<CheckIn> T>
void flow(Io& io, T& rating) {
  auto& [day, feelings] = rating;
  flow_rated_day(io, day);
  flow(io, feelings);
}

template <class Io, Maybe<Meetings> T>
void flow(Io& io, T& meetings) {
  auto& [first, last, days] = meetings;
  flow_each(io, first, last);
  flow_count(io, days);
}

template <class Io, Maybe<DailyDetails::Earlier> T>
void flow(Io& io, T& earlier) {
  auto& [until, met] = earlier;
  flow(io, until);
  flow_all(io, met);
}

template <class Io, Maybe<ForeignIds> T>
void flow(Io& io, T& ids) {
  flow_all(io, ids, [&](auto& each) { flow_each(io, each.first, each.second); });
}

/// All lists but the empty one, number 0, which always exists. Interned in order they get their old
/// numbers.
template <class Io, Maybe<NameLists> T>
void flow(Io& io, T& lists) {
  std::vector<std::vector<NameIndex>> all;
  if constexpr (packs<Io>)
    for (std::uint32_t list = 1; list < lists.size(); ++list)
      all.emplace_back(lists[list].begin(), lists[list].end());
  flow_all(io, all, [&](auto& list) { flow_all(io, list); });
  if constexpr (!packs<Io>) {
    for (const auto& list : all) lists.intern(list);
    io.require(lists.size() == all.size() + 1);
  }
}

template <class Io, Maybe<DailyDetails> T>
void flow(Io& io, T& details) {
  auto& [lists, rows, latest, with, tagged, felt, rated, suggested, earlier, foreign_ids] = details;
  flow(io, lists);
  flow_all(io, rows);
  flow_all(io, latest);
  flow_all(io, with);
  flow_all(io, tagged);
  flow_all(io, felt);
  flow_all(io, rated);
  flow_all(io, suggested);
  flow_optional(io, earlier);
  flow(io, foreign_ids);
}

/// Parts of a summary, in one section each. All members but two are in one of them: the stamps of
/// rest and person records are among the marks.
template <Parts part, class Io, Maybe<Summary> T>
void flow_part(Io& io, T& summary) {
  auto& [people, tags, persons, tagged, rests, days, settled, shown, unwanted, kindnesses, asks,
         own, entries, latest, first_shown, foreign_ids, last_rest, last_person, before, details] =
      summary;
  if constexpr (part == Parts::days) {
    flow(io, rests);
    flow_all(io, days);
    flow(io, entries);
    flow_optional(io, before);
  } else if constexpr (part == Parts::people) {
    flow_each(io, people, tags);
    flow_all(io, persons);
    flow_all(io, tagged);
    flow_all(io, settled);
    flow_all(io, shown);
    flow_all(io, unwanted);
    flow_all(io, kindnesses);
    flow_all(io, asks);
    flow_all(io, own);
    flow_all(io, latest);
    flow_optional(io, first_shown);
    flow(io, foreign_ids);
  } else {
    flow(io, *details);
  }
}

namespace {

using Row = DailyDetails::Row;
using Share = DailyDetails::Share;

template <class Items, class DayOf>
bool are_in_order(const Items& items, DayOf day_of) {
  return std::ranges::adjacent_find(items, std::ranges::greater_equal(), day_of) == items.end();
}

constexpr auto day_of_row = [](const Row& row) { return row.acts.day; };

/// Validates every index and optional of a part that is later used without a check.
bool has_sound_days(const Summary& summary) {
  return summary.before && are_in_order(summary.days, &DayActs::day);
}

bool has_sound_people(const Summary& summary) {
  const auto knows = [&](NameIndex person) { return person < summary.people.size(); };
  const auto knows_all = [&](const auto& each) { return std::ranges::all_of(each.with, knows); };
  return summary.persons.size() == summary.people.size() &&
         summary.tagged.size() == summary.tags.size() &&
         std::ranges::is_sorted(summary.settled, {}, &ResolvedSuggestion::day) &&
         std::ranges::all_of(summary.kindnesses, knows_all) &&
         std::ranges::all_of(summary.asks, knows_all);
}

/// By the number of a list: whether all its names are below `names`.
std::vector<bool> lists_within(const NameLists& lists, std::size_t names) {
  std::vector<bool> out(lists.size());
  for (std::uint32_t i = 0; i < lists.size(); ++i)
    out[i] = std::ranges::all_of(lists[i], [&](NameIndex name) { return name < names; });
  return out;
}

/// Whether the shares of each day begin where those of the day before end, up to the last share.
bool are_in_rows(const std::vector<Row>& rows, std::uint32_t Row::*end, std::size_t shares) {
  const bool ascend = std::ranges::is_sorted(rows, {}, end);
  return ascend && (rows.empty() ? 0 : rows.back().*end) == shares;
}

/// The same for details whose lists are `lists`.
bool is_sound(const DailyDetails& details, const NameLists& lists, const Summary& summary) {
  const auto people = lists_within(lists, summary.people.size());
  const auto tags = lists_within(lists, summary.tags.size());
  const auto is_in = [](const std::vector<bool>& known, std::uint32_t list) {
    return list < known.size() && known[list];
  };
  return are_in_order(details.rows, day_of_row) &&
         are_in_rows(details.rows, &Row::with_end, details.with.size()) &&
         are_in_rows(details.rows, &Row::tags_end, details.tagged.size()) &&
         std::ranges::all_of(details.with, [&](Share each) { return is_in(people, each.list); }) &&
         std::ranges::all_of(details.tagged, [&](Share each) { return is_in(tags, each.list); }) &&
         std::ranges::all_of(details.latest,
                             [&](const auto& each) {
                               return is_in(people, each.with) && is_in(tags, each.tags);
                             }) &&
         std::ranges::is_sorted(details.felt, {}, &FeelingPair::day) &&
         std::ranges::is_sorted(details.rated, {}, &CheckIn::day);
}

/// Takes a section off the front of `bytes` and parses its body; false unless nothing is left of
/// it.
template <class Parse>
bool parse_section(Kind kind, std::string_view& bytes, Parse parse) {
  const auto body = unsealed(kind, bytes);
  Unpacker in(body.value_or(""));
  if (body) parse(in);
  return body && in.at_end();
}

template <Parts part>
bool parse_part(Kind kind, std::string_view& bytes, Summary& summary) {
  return parse_section(kind, bytes, [&](Unpacker& in) { flow_part<part>(in, summary); });
}

template <Parts part>
std::string sealed_part(Kind kind, const Summary& summary) {
  Packer out;
  flow_part<part>(out, summary);
  return sealed(kind, out.bytes());
}

}  // namespace

void CachedSummary::set_marks(const Marks& latest) {
  marks = latest;
  summary.last_rest = latest.rest;
  summary.last_person = latest.person;
}

std::string packed(const CachedSummary& cached) {
  LedgerPrefix prefix = cached;
  shorten(prefix.report);
  Packer head;
  flow_each(head, prefix, cached.older);
  flow_part<Parts::days>(head, cached.summary);
  return sealed(Kind::summary, head.bytes()) +
         sealed_part<Parts::people>(Kind::people, cached.summary) +
         sealed_part<Parts::details>(Kind::details, cached.summary);
}

std::optional<CachedSummary> unpacked(std::string_view bytes, Parts parts) {
  CachedSummary cached;
  Summary& summary = cached.summary;
  const auto head = [&](Unpacker& in) {
    flow_each(in, static_cast<LedgerPrefix&>(cached), cached.older);
    flow_part<Parts::days>(in, summary);
  };
  if (!parse_section(Kind::summary, bytes, head) || !has_sound_days(summary)) return std::nullopt;
  cached.set_marks(cached.marks);
  if (parts == Parts::days) return cached;
  if (!parse_part<Parts::people>(Kind::people, bytes, summary) || !has_sound_people(summary))
    return std::nullopt;
  name_persons(summary);
  if (parts == Parts::people) return cached;
  DailyDetails& details = summary.details.emplace();
  if (!parse_part<Parts::details>(Kind::details, bytes, summary) || !bytes.empty() ||
      !details.earlier || details.latest.size() != details.rows.size() ||
      details.earlier->met.size() > summary.people.size() ||
      !is_sound(details, details.lists, summary))
    return std::nullopt;
  return cached;
}

int sections_of(Parts parts) { return static_cast<int>(parts) + 1; }

std::string packed_older(const DailyDetails& older, std::uint64_t& key) {
  Packer out;
  flow(out, older);
  key = checksum(out.bytes());
  return sealed(Kind::older, out.bytes());
}

bool rejoin_older(CachedSummary& cached, std::string_view bytes) {
  DailyDetails& details = *cached.summary.details;
  DailyDetails older;
  std::uint64_t key = 0;
  const auto parse = [&](Unpacker& in) {
    key = checksum(in.left());
    flow(in, older);
  };
  return parse_section(Kind::older, bytes, parse) && bytes.empty() && key == cached.older &&
         older.latest.empty() && is_sound(older, details.lists, cached.summary) &&
         rejoin(details, older);
}

}  // namespace connect::store
