#include "domain/suggest/prompt_why.hpp"

#include "domain/text/enumerated.hpp"

namespace connect {
namespace {

struct ActPhrases {
  std::string_view gerund;     // "Offering a hand was last suggested a week ago."
  std::string_view last_done;  // "You last listened fully 6 days ago."
  std::string_view not_yet;    // "You have not logged a check-in yet."
  std::string_view to_do;      // "On weekdays you often follow suggestions to check in."
};

constexpr std::array<ActPhrases, 4> phrases = {
    {{"Checking in", "You last checked in", "a check-in", "check in"},
     {"Offering a hand", "You last offered a hand", "an offer", "offer a hand"},
     {"Listening", "You last listened fully", "listening to anyone", "listen"},
     {"Saying thanks", "You last said thanks", "a thank-you", "say thanks"}}};

std::string days_words(std::int32_t days) {
  if (days == 1) return "a day";
  if (days == 7) return "a week";
  return std::to_string(days) + " days";
}

std::string last_suggested(const ActPhrases& act, std::int32_t days) {
  if (days <= 0) return std::string(act.gerund) + " has not been suggested yet";
  return std::string(act.gerund) + " was last suggested " + days_words(days) + " ago";
}

std::string last_done(const ActPhrases& act, std::int32_t days) {
  if (days == never) return "You have not logged " + std::string(act.not_yet) + " yet";
  return std::string(act.last_done) + " " + days_words(days) + " ago";
}

std::string often(const ActPhrases& act, const ActReason& reason) {
  const bool mostly = reason.taken * 2 >= reason.asked;
  return std::string(reason.weekend ? "At weekends" : "On weekdays") + " you " +
         (mostly ? "often " : "") + "follow suggestions to " + std::string(act.to_do) +
         (mostly ? " (" : " more often than others (") + std::to_string(reason.taken) + " of " +
         std::to_string(reason.asked) + ")";
}

std::string act_words(const ActPhrases& act, const ActReason& reason) {
  using Reason = ActReason::Kind;
  switch (reason.kind) {
    case Reason::first_days: return "For the first few days the four acts take turns";
    case Reason::due:
    case Reason::fresh: return last_suggested(act, reason.days);
    case Reason::need: return last_done(act, reason.days);
    case Reason::receptive: return often(act, reason);
    case Reason::even: break;
  }
  return "It keeps the four acts in balance";
}

std::string person_words(const PersonTotals& person, Day day) {
  const auto last = person.met.until(day - 1);
  if (person.facts_on(day).every_days <= 0) return "";
  if (!last) return "; there is no entry with " + person.name + " yet";
  return "; your last entry with " + person.name + " was " + days_words(day - last->day) + " ago";
}

/// "Maya, a way to listen and something small"; empty if nothing was asked for.
std::string wish_words(const Prompt& prompt) {
  const Wishes& wish = prompt.wish;
  std::vector<std::string> wishes;
  if (wish.person && !prompt.person.empty()) wishes.push_back(prompt.person);
  if (wish.act) wishes.push_back("a way to " + std::string(phrases[index(prompt.act)].to_do));
  if (wish.small) wishes.emplace_back("something small");
  if (wish.place == Place::in_person) wishes.emplace_back("something to do in person");
  if (wish.place == Place::remote) wishes.emplace_back("something to do from afar");
  return enumerated(wishes);
}

/// The reason of the choice. A pinned suggestion stays for its day; if the act choice would name
/// another act by now, its reason is not known any more.
std::string choice_words(const Prompt& prompt, const ActChoice& choice, bool asked) {
  if (const std::string wishes = wish_words(prompt); !wishes.empty())
    return "You asked for " + wishes + " today";
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
  if (person != nullptr) text += person_words(*person, day);
  return text + ".";
}

}  // namespace connect
