#include "connect/prompt.hpp"

#include <algorithm>

#include "connect/id.hpp"

namespace connect {
namespace {

std::string worded(std::string_view text, const std::string& person) {
  std::string out(text);
  const auto place = out.find(someone_placeholder);
  if (place != out.npos)
    out.replace(place, someone_placeholder.size(), person.empty() ? "someone" : person);
  return out;
}

const Suggestion* find_suggestion(std::string_view id) {
  const auto bank = suggestion_bank();
  const auto found = std::ranges::find(bank, id, &Suggestion::id);
  return found == bank.end() ? nullptr : &*found;
}

/// The four in turn, beginning anywhere.
Act next_act(const History& history) {
  if (history.prompts.empty()) return all_acts[mixed(history.seed) % all_acts.size()];
  return all_acts[(index(history.prompts.back().act) + 1) % all_acts.size()];
}

const Suggestion& pick(const History& history, Act act, Day day) {
  const auto bank = suggestions_for(act);
  std::vector<const Suggestion*> fresh;
  for (const Suggestion& item : bank) {
    const bool seen = std::ranges::any_of(
        history.prompts, [&](const ShownPrompt& shown) { return shown.suggestion == item.id; });
    if (!seen && !item.retired && item.person != Company::needed) fresh.push_back(&item);
  }
  const auto choice = mixed(history.seed ^ static_cast<std::uint64_t>(day.number));
  return fresh.empty() ? bank[choice % bank.size()] : *fresh[choice % fresh.size()];
}

}  // namespace

Prompt prompt_of(const History& history, Day day) {
  const ShownPrompt* shown = prompt_for(history, day);
  Prompt prompt;
  prompt.act = shown != nullptr ? shown->act : next_act(history);
  const Suggestion* item = shown != nullptr ? find_suggestion(shown->suggestion) : nullptr;
  if (item == nullptr) item = &pick(history, prompt.act, day);
  if (shown != nullptr) {
    prompt.record = shown->id;
    prompt.person = shown->person;
  }
  prompt.suggestion = item->id;
  prompt.text = worded(item->text, prompt.person);
  prompt.hint = item->hint;
  prompt.why = "The four acts take turns.";
  return prompt;
}

}  // namespace connect
