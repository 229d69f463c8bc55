// The bank as a whole: the four tables in the order of the acts, and the words for their columns.
#include <vector>

#include "connect/suggestion.hpp"

namespace connect {
namespace {

std::vector<Suggestion> joined_tables() {
  std::vector<Suggestion> joined;
  for (const Act act : all_acts) {
    const std::span<const Suggestion> table = suggestions_for(act);
    joined.insert(joined.end(), table.begin(), table.end());
  }
  return joined;
}

}  // namespace

std::span<const Suggestion> suggestion_bank() {
  static const std::vector<Suggestion> bank = joined_tables();
  return bank;
}

std::span<const Suggestion> suggestions_for(Act act) {
  switch (act) {
    case Act::check_in: return check_in_suggestions();
    case Act::offer: return offer_suggestions();
    case Act::listen: return listen_suggestions();
    case Act::thank: return thank_suggestions();
  }
  return {};
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
