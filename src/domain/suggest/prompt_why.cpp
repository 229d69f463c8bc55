#include "domain/suggest/prompt_why.hpp"

namespace connect {
namespace {

struct ActPhrases {
  std::string_view gerund;     // "Offering help hasn't come up for a week."
  std::string_view last_done;  // "You last listened fully 6 days ago."
  std::string_view noun;       // "You have not logged a check-in yet."
};

constexpr std::array<ActPhrases, 4> phrases = {
    {{"Checking in", "You last checked in", "a check-in"},
     {"Offering help", "You last offered help", "an offer"},
     {"Listening", "You last listened fully", "any listening"},
     {"Saying thanks", "You last said thanks", "a thank-you"}}};

std::string days_words(std::int32_t days) {
  if (days == 1) return "a day";
  if (days == 7) return "a week";
  return std::to_string(days) + " days";
}

std::string not_lately(const ActPhrases& act, std::int32_t days) {
  if (days <= 0) return std::string(act.gerund) + " has not come up yet";
  return std::string(act.gerund) + " hasn't come up for " + days_words(days);
}

std::string last_done(const ActPhrases& act, std::int32_t days) {
  if (days == never) return "You have not logged " + std::string(act.noun) + " yet";
  return std::string(act.last_done) + " " + days_words(days) + " ago";
}

std::string often(const ActPhrases& act, const ActReason& reason) {
  const bool mostly = reason.taken * 2 >= reason.asked;
  return std::string(act.gerund) + (reason.weekend ? " at weekends " : " on weekdays ") +
         (mostly ? "often suits you (" : "suits you more than most (") +
         std::to_string(reason.taken) + " of " + std::to_string(reason.asked) + " times)";
}

std::string act_words(const ActPhrases& act, const ActReason& reason) {
  using Kind = ActReason::Kind;
  switch (reason.kind) {
    case Kind::first_days: return "For the first few days the four acts take turns";
    case Kind::due:
    case Kind::fresh: return not_lately(act, reason.days);
    case Kind::need: return last_done(act, reason.days);
    case Kind::receptive: return often(act, reason);
    case Kind::even: break;
  }
  return "It keeps the four acts in balance";
}

std::string person_words(const PersonTotals& person, Day day) {
  const auto last = person.met.until(day - 1);
  if (person.facts_on(day).every_days <= 0) return "";
  if (!last) return "; you have no entry with " + person.name + " yet";
  return "; your last entry with " + person.name + " was " + days_words(day - *last) + " ago";
}

/// The reason of the choice. A pinned suggestion stays for its day; if the act choice would name
/// another act by now, its reason is not known any more.
std::string choice_words(const Prompt& prompt, const ActChoice& choice, bool asked) {
  const bool takes_turns = choice.reason.kind == ActReason::Kind::first_days;
  if (prompt.act == choice.act || (takes_turns && !asked))
    return act_words(phrases[index(prompt.act)], choice.reason);
  return asked ? "You asked for another suggestion today"
               : "It was chosen earlier today, from what was known then";
}

}  // namespace

std::string why_words(const Prompt& prompt, const ActChoice& choice, bool asked,
                      const PersonTotals* person, Day day) {
  std::string text = choice_words(prompt, choice, asked);
  if (!prompt.noticed.empty() && person != nullptr)
    return "You noticed something " + person->name + " did and have not thanked them for it yet.";
  if (person != nullptr) text += person_words(*person, day);
  return text + ".";
}

}  // namespace connect
