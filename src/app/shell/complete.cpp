// `complete`: names for shell completions, one a line. Pressing Tab must never print an error.
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "domain/text/visible.hpp"

namespace connect::app {
namespace {

std::vector<std::string> people(const Summary& summary) {
  std::vector<std::string> out;
  for (const PersonTotals* person : known_people(summary)) out.push_back(person->name);
  return out;
}

}  // namespace

Outcome perform(const cli::CompleteArgs& args, Session& session) {
  using Of = cli::CompleteArgs::Of;
  if (args.of == Of::nothing) return {};
  const auto summary = read_summary(session);
  std::string text;
  if (summary)
    for (const auto& name : args.of == Of::people ? people(*summary) : known_tags(*summary))
      // A name with hidden characters could not be typed either.
      if (visible(name) == name) text.append(name).append("\n");
  Outcome outcome = session.text(text);
  outcome.err.clear();
  return outcome;
}

}  // namespace connect::app
