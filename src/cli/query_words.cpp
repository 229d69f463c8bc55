// Parses a QUERY, the words and options that select entries: acts, @PERSON, +TAG, a PERIOD and
// text, in any order.
#include <algorithm>
#include <charconv>
#include <utility>

#include "cli/understand.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/time/day_words.hpp"
#include "domain/time/periods.hpp"

namespace connect::cli {
namespace {

// Words: "from the 20th of november 2025 to the 3rd of january 2026".
constexpr std::size_t longest_phrase = 11;

/// Words for acts that people also search for.
constexpr auto everyday_words = std::to_array<std::string_view>({"help", "present"});

/// The days of a QUERY before they become one period.
struct QueryDays {
  struct Said {
    std::string words;  // as they were typed
    DayRange days;
  };
  std::optional<Said> period, since, until;
};

/// Reads the words of a QUERY one after the other.
class QueryReader {
 public:
  QueryReader(Filter& filter, QueryDays& days, const Calendar& calendar)
      : filter_(filter), days_(days), calendar_(calendar) {}

  Status read(const ParsedArgs& words) {
    words_ = words.words;
    const auto with = words.values("with");
    for (std::size_t i = 0; i < with.size(); ++i) {
      const bool has_place = i < words.with_places.size();
      if (auto taken = take_until(has_place ? words.with_places[i] : words_.size()); !taken)
        return taken;
      if (auto added = add_people(names(), with[i]); !added) return added;
      follows_name_ = true;
    }
    return take_until(words_.size());
  }

  /// A PERIOD; a second one is an error.
  Status set_period(const std::string& words, DayRange days) {
    if (days_.period)
      return usage_error(
          "two periods are given: \"" + days_.period->words + "\" and \"" + words + "\"",
          "leave one of them out, or use FROM..TO");
    days_.period = {words, days};
    return success();
  }

  /// The first or the last day of the period; a second one is an error.
  Status set_bound(Bound bound, const std::string& words, DayRange days) {
    auto& set = bound == Bound::since ? days_.since : days_.until;
    if (set)
      return usage_error(std::string("the period ") + (bound == Bound::since ? "begins" : "ends") +
                             " twice: \"" + set->words + "\" and \"" + words + "\"",
                         "leave one of them out");
    set = {words, days};
    return success();
  }

  Status add_text(const std::string& text) {
    if (fold_key(text).empty()) return usage_error("a word to search for is empty", "leave it out");
    auto& texts = filter_.selection.texts;
    if (texts.size() == most_texts)
      return usage_error("more than " + std::to_string(most_texts) + " words to search for",
                         "leave some out, or quote words that belong together");
    texts.push_back(text);
    return success();
  }

 private:
  NamesGiven names() {
    return {filter_.selection.with, filter_.selection.tags, filter_.name_words};
  }

  Status take_until(std::size_t end) {
    while (next_ < end)
      if (auto taken = take(); !taken) return taken;
    return success();
  }

  /// Takes the next word, or several that are one phrase.
  Status take() {
    const std::string word = words_[next_];
    const bool follows_name = std::exchange(follows_name_, false);
    if (has_names(word)) {
      ++next_;
      follows_name_ = may_go_on(word);
      return add_names(names(), word);
    }
    if (auto error = missing_date()) return searchable(*std::move(error));
    if (const auto days = phrase()) return take_period(*days);
    ++next_;
    if (leads_in(next_ - 1)) return success();
    // Of "@Maya B." the B is part of the name.
    const bool is_initial = follows_name && word.size() == 1 && word != fold_key(word);
    if (const auto act = is_initial ? std::nullopt : act_from_word(word))
      return add_act(word, *act);
    if (joins_words(next_ - 1)) return take_joint(next_ - 1, follows_name);
    auto error = misshaped_period(word, calendar_);
    std::string words = word;  // "the next week"
    for (std::size_t i = next_; !error && i < std::min(words_.size(), next_ + 2); ++i)
      error = incomplete_period(words.append(" ").append(words_[i]));
    if (error) return searchable(*std::move(error));
    follows_name_ = follows_name;
    add_to_run();
    return follows_name ? add_text_after_name(word) : add_text(word);
  }

  static Error searchable(Error error) {
    error.hint += "; to search for this text, put it after --";
    return error;
  }

  /// The error for the next words if they are a date that does not exist: "31 feb".
  std::optional<Error> missing_date() const {
    constexpr std::size_t longest_date = 5;  // "fri 31st of february 2026"
    std::string words;
    std::optional<Error> error;
    for (std::size_t i = next_; i < std::min(words_.size(), next_ + longest_date); ++i) {
      if (has_names(words_[i])) break;
      words.append(words.empty() ? "" : " ").append(words_[i]);
      if (auto longer = impossible_date(words)) error = std::move(longer);
    }
    return error;
  }

  /// Notes that the word before next_ becomes the next text.
  void add_to_run() {
    const std::size_t place = filter_.selection.texts.size();
    auto& runs = filter_.runs;
    if (runs.empty() || run_end_ + 1 != next_) runs.push_back({place, place});
    ++runs.back().to;
    run_end_ = next_;
  }

  bool is_name(std::size_t place) const {
    return place < words_.size() && has_names(words_[place]);
  }
  bool is_act(std::size_t place) const {
    return place < words_.size() && words_[place].size() > 1 && act_from_word(words_[place]);
  }

  /// Whether this is "and", "or" or "not" beside an act, a person or a tag.
  bool joins_words(std::size_t place) const {
    const std::string key = fold_key(words_[place]);
    const auto is_beside = [&](std::size_t other) { return is_name(other) || is_act(other); };
    return (key == "and" || key == "or" || key == "not") &&
           (is_beside(place + 1) || (place > 0 && is_beside(place - 1)));
  }

  /// Whether this word only leads to the name or period after it: "listen to @Maya", "report for
  /// november".
  bool leads_in(std::size_t place) const {
    const std::string key = fold_key(words_[place]);
    const bool leads_to_name = key == "to" || key == "with" || key == "from" || key == "about";
    const bool leads_to_period = key == "during" || key == "in" || key == "over" || key == "at" ||
                                 key == "within" || key == "throughout";
    const bool leads_to_both = key == "for" || key == "of" || key == "on";
    if (is_name(place + 1)) return leads_to_name || leads_to_both;
    return (leads_to_period || leads_to_both) && phrase();
  }

  /// "@Maya and @Sam" and "thank or listen" are what names and acts side by side mean anyway.
  /// `follows_name`: after "@Aunt Ruth" as well.
  Status take_joint(std::size_t place, bool follows_name) {
    const std::string key = fold_key(words_[place]);
    const bool is_after_name = follows_name || (place > 0 && is_name(place - 1));
    if (key == "and" && is_after_name && is_name(place + 1)) return success();
    if (key == "or" && place > 0 && is_act(place - 1) && is_act(place + 1)) return success();
    return usage_error("several acts mean any of them, several people or tags all of them; \"" +
                           words_[place] + "\" cannot change that",
                       "leave it out; to search for the word: --grep " + words_[place]);
  }

  /// Adds a text that may continue the name before it: "@Aunt" "Ruth".
  Status add_text_after_name(const std::string& text) {
    const std::size_t place = filter_.selection.texts.size();
    NameWord& name = filter_.name_words.back();
    if (name.to == 0) name.from = place;
    name.to = place + 1;
    return add_text(text);
  }

  struct Phrase {
    std::size_t end = 0;  // the word after it
    std::string words;
    DayRange days;
  };

  /// The longest PERIOD that begins with the next word.
  std::optional<Phrase> phrase() const {
    std::optional<Phrase> longest;
    std::string words;
    for (std::size_t i = next_; i < std::min(words_.size(), next_ + longest_phrase); ++i) {
      if (has_names(words_[i])) break;
      words.append(words.empty() ? "" : " ").append(words_[i]);
      if (const auto days = period_from_words(words, calendar_))
        longest = Phrase{i + 1, words, *days};
    }
    return longest;
  }

  /// A single word may also be a name, and so may the one after "from" or "the". "the sun" and "the
  /// march" are hardly a day and a month.
  Status take_period(const Phrase& said) {
    const auto bound = bound_of(said.words);
    const bool has_article = said.end == next_ + 2 && fold_key(words_[next_]) == "the";
    const std::string last = fold_key(words_[said.end - 1]);
    if (has_article && (weekday_from_word(last) || month_from_word(last)))
      return usage_error("\"" + said.words + "\" could be the period or text to search for",
                         "use --period " + last + " for the period, or --grep \"" + said.words +
                             "\" for the text");
    if (said.end == next_ + 1 || has_article)
      filter_.doubts.push_back({words_[said.end - 1], "the period", "--period"});
    else if (said.end == next_ + 2 && fold_key(words_[next_]) == "from")
      filter_.doubts.push_back({words_[next_ + 1], "the period", "--since"});
    next_ = said.end;
    return bound ? set_bound(*bound, said.words, said.days) : set_period(said.words, said.days);
  }

  Status add_act(const std::string& word, Act act) {
    const bool is_everyday =
        std::ranges::find(everyday_words, fold_key(word)) != everyday_words.end();
    if (is_everyday || word.size() == 1)
      return usage_error(
          "\"" + word + "\" could be the act " + std::string(slug(act)) + " or text to search for",
          "use " + std::string(slug(act)) + " for the act, or --grep " + word + " for the text");
    filter_.selection.acts.push_back(act);
    filter_.doubts.push_back({word, "the act", "--act"});
    return success();
  }

  Filter& filter_;
  QueryDays& days_;
  const Calendar& calendar_;
  std::vector<std::string> words_;
  std::size_t next_ = 0;
  std::size_t run_end_ = 0;    // the word after the latest text
  bool follows_name_ = false;  // whether the word before is @PERSON, or a text after it
};

Status add_day_options(QueryReader& query, const ParsedArgs& words, const Calendar& calendar) {
  if (words.has("period")) {
    const auto period = period_from_words(words.value("period"), calendar);
    if (!period) return period.error();
    if (const auto set = query.set_period(words.value("period"), *period); !set) return set;
  }
  if (words.has("on")) {
    const auto day = day_from_words(words.value("on"), calendar);
    if (!day) return day.error();
    if (const auto set = query.set_period(words.value("on"), {*day, *day}); !set) return set;
  }
  for (const bool is_since : {true, false}) {
    const std::string option = is_since ? "since" : "until";
    if (!words.has(option)) continue;
    const auto range = period_from_words(words.value(option), calendar);
    if (!range) return range.error();
    const auto set = query.set_bound(is_since ? Bound::since : Bound::until,
                                     "--" + option + " " + words.value(option), *range);
    if (!set) return set;
  }
  return success();
}

/// For version 1.1: in 1.0, 3d was the day three days ago in --since, --until and FROM..TO.
void add_messages(Filter& filter, const QueryDays& days, const ParsedArgs& words, Day today) {
  const auto say = [&](std::string_view span) {
    const std::string word(span);
    filter.messages.push_back(word + " now means " +
                              spoken(today - std::max(*span_days(span) - 1, 0), today) +
                              " to today; for a single day, use \"" + word + " ago\"");
  };
  for (const char* option : {"since", "until"})
    if (span_days(words.value(option))) say(words.value(option));
  if (!days.period || days.period->words.find("..") == std::string::npos) return;
  if (const auto span = span_in(days.period->words); !span.empty()) say(span);
}

/// The period, cut down to the days from `since` to `until`.
Status settle_period(Filter& filter, const QueryDays& days) {
  if (days.period) filter.period = days.period->days;
  if (!days.since && !days.until) return success();
  if (!filter.period) filter.period = DayRange{*day_of({1, 1, 1}), *day_of({9999, 12, 31})};
  DayRange& period = *filter.period;
  if (days.since) period.since = std::max(period.since, days.since->days.since);
  if (days.until) period.until = std::min(period.until, days.until->days.until);
  if (period.since <= period.until) return success();
  return usage_error(
      "the period ends before it begins: " + iso(period.since) + ".." + iso(period.until),
      "choose an earlier day for --since, or a later one for --until");
}

Status add_limit(Filter& filter, const ParsedArgs& words) {
  if (!words.has("limit")) return success();
  const std::string text = words.value("limit");
  std::size_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (end != text.data() + text.size() || error == std::errc::invalid_argument)
    return usage_error("\"" + text + "\" is not a number of entries",
                       "use --limit 10, or 0 for all");
  if (error == std::errc::result_out_of_range) limit = SIZE_MAX;  // more than any ledger has
  filter.limit = limit;
  return success();
}

Status add_selection_options(QueryReader& query, Filter& filter, const ParsedArgs& words) {
  Selection& selection = filter.selection;
  for (const auto& value : words.values("act"))
    for (std::size_t at = 0; at <= value.size();) {  // "thank,listen"
      const auto end = std::min(value.find(',', at), value.size());
      const auto act = act_from(value.substr(at, end - at));
      if (!act) return act.error();
      selection.acts.push_back(*act);
      at = end + 1;
    }
  for (const auto& name : words.values("tag"))
    if (const auto added = add_tags(selection.tags, name); !added) return added;
  for (const auto& text : words.values("grep"))
    if (const auto added = text.empty() ? success() : query.add_text(text); !added) return added;
  for (const auto& text : words.rest)
    if (const auto added = query.add_text(text); !added) return added;
  return success();
}

}  // namespace

Result<Filter> filter_from(const ParsedArgs& words, const Calendar& calendar) {
  Filter filter;
  QueryDays days;
  QueryReader query(filter, days, calendar);
  if (const auto read = query.read(words); !read) return read.error();
  if (const auto added = add_selection_options(query, filter, words); !added) return added.error();
  if (const auto added = add_day_options(query, words, calendar); !added) return added.error();
  if (const auto settled = settle_period(filter, days); !settled) return settled.error();
  add_messages(filter, days, words, calendar.today);
  if (const auto added = add_limit(filter, words); !added) return added.error();
  return filter;
}

}  // namespace connect::cli
