#include "domain/suggest/bank.hpp"

#include <algorithm>

#include "domain/summary/summary.hpp"

namespace connect {
namespace {

template <class T>
bool fits(T item, T wanted) {
  return wanted == T::any || item == T::any || item == wanted;
}

}  // namespace

bool fits(const Suggestion& item, const Preferences& preferences) {
  return fits(item.place, preferences.place) && fits(item.setting, preferences.setting) &&
         (!preferences.small || item.effort == Effort::small) && item.after >= preferences.after;
}

std::string worded(const Suggestion& item, const std::string& person) {
  std::string out(item.text);
  const auto place = out.find(someone_placeholder);
  if (place != out.npos)
    out.replace(place, someone_placeholder.size(), person.empty() ? "someone" : person);
  return out;
}

Suggestion own_item(std::string_view id, const OwnSuggestion& said) {
  return {id,         said.act,     said.text,   said.hint,
          said.place, said.setting, said.effort, company_of(said.text),
          "",         false};
}

Bank::Bank() {
  for (const Act act : all_acts)
    for (const Suggestion& item : suggestions_for(act)) items_.push_back(&item);
}

void Bank::add(const Suggestion& own) {
  Suggestion& item = own_.emplace_back(own);
  item.id = keep(own.id);
  item.text = keep(own.text);
  item.hint = keep(own.hint);
  items_.push_back(&item);
  own_by_id_.emplace(item.id, &item);
}

void Bank::add_own(const Summary& summary, std::optional<Day> morning) {
  for (const auto& [stamp, made, said] : summary.own) {
    const std::string id = summary.id_text(stamp.id);
    if (find(id) != nullptr) continue;
    Suggestion item = own_item(id, said);
    item.retired = morning && made >= *morning && made <= *morning + 1;
    add(item);
  }
}

std::string_view Bank::keep(std::string_view text) { return texts_.emplace_back(text); }

const Suggestion* Bank::find(std::string_view id) const {
  if (const Suggestion* item = built_in_suggestion(id)) return item;
  const auto own = own_by_id_.find(id);
  return own == own_by_id_.end() ? nullptr : own->second;
}

std::vector<const Suggestion*> Bank::fitting(Act act, Preferences preferences,
                                             bool with_person) const {
  const Company unfit = with_person ? Company::none : Company::needed;
  std::vector<const Suggestion*> out;
  for (const Suggestion* item : items_)
    if (item->act == act && !item->retired && item->person != unfit && fits(*item, preferences))
      out.push_back(item);
  return out;
}

}  // namespace connect
