// `complete`: names for shell completions, one a line. Pressing Tab must never print an error.
#include "app/perform.hpp"
#include "domain/text/visible.hpp"

namespace connect::app {
namespace {

std::vector<std::string> people(const History& history) {
  std::vector<std::string> out;
  for (const PersonHistory& person : history.people) out.push_back(person.name);
  return out;
}

}  // namespace

Outcome perform(const cli::CompleteArgs& args, Session& session) {
  using Of = cli::CompleteArgs::Of;
  if (args.of == Of::nothing) return {};
  const auto history = session.history();
  std::string text;
  if (history)
    for (const auto& name : args.of == Of::people ? people(*history) : history->tags)
      // A name with hidden characters could not be typed either.
      if (visible(name) == name) text.append(name).append("\n");
  Outcome outcome = session.text(text);
  outcome.err.clear();
  return outcome;
}

}  // namespace connect::app
