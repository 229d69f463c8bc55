// Selects the table of an act, and maps the enumerations to words.
#include <algorithm>

#include "domain/suggest/suggestion.hpp"

namespace connect {

std::span<const Suggestion> suggestions_for(Act act) {
  switch (act) {
    case Act::check_in: return check_in_suggestions();
    case Act::offer: return offer_suggestions();
    case Act::listen: return listen_suggestions();
    case Act::thank: return thank_suggestions();
  }
  return {};
}

const Suggestion* built_in_suggestion(std::string_view id) {
  for (const Act act : all_acts) {
    const auto items = suggestions_for(act);
    const auto found = std::ranges::lower_bound(items, id, {}, &Suggestion::id);
    if (found != items.end() && found->id == id) return &*found;
  }
  return nullptr;
}

Company company_of(std::string_view text) {
  return text.find(someone_placeholder) == text.npos ? Company::none : Company::optional;
}

std::string_view slug(Place place) {
  switch (place) {
    case Place::any: return "any";
    case Place::in_person: return "in-person";
    case Place::remote: return "remote";
  }
  return {};
}

std::string_view slug(Setting setting) {
  switch (setting) {
    case Setting::any: return "any";
    case Setting::home: return "home";
    case Setting::work: return "work";
  }
  return {};
}

std::string_view slug(Effort effort) {
  switch (effort) {
    case Effort::small: return "small";
    case Effort::medium: return "medium";
  }
  return {};
}

std::string_view slug(Company company) {
  switch (company) {
    case Company::none: return "none";
    case Company::optional: return "optional";
    case Company::needed: return "needed";
  }
  return {};
}

}  // namespace connect
