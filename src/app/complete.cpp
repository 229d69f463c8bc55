// Names for the shells' completions. A key press must never be answered by an error.
#include <algorithm>

#include "app/perform.hpp"
#include "connect/text.hpp"

namespace connect::app {
namespace {

std::vector<std::string> people(const Ledger& ledger) {
  std::vector<std::string> out;
  for (const PersonHistory& person : history_of(ledger).people) out.push_back(person.name);
  return out;
}

std::vector<std::string> tags(const Ledger& ledger) {
  std::vector<std::string> out;
  for (const Entry& entry : ledger.entries())
    for (NameIndex tag : ledger.tags(entry)) out.push_back(ledger.tags().display(tag));
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

}  // namespace

Outcome perform(const cli::CompleteArgs& args, Session& session) {
  const auto reading = session.read(Notes::leave);
  std::string text;
  if (reading)
    for (const auto& name : args.people ? people(reading->ledger) : tags(reading->ledger))
      // A name that cannot be shown as it is could not be typed either.
      if (visible(name) == name) text.append(name).append("\n");
  Outcome outcome = session.text(text);
  outcome.err.clear();
  return outcome;
}

}  // namespace connect::app
