// `init` and `completions`: print constant texts for shells, whatever the settings are.
#include <array>

#include "app/perform.hpp"
#include "render/json.hpp"
#include "shell/texts.hpp"

namespace connect::app {
namespace {

/// Prints a constant text, without messages, because every new shell would show them.
Outcome constant(const Session& session, std::string_view command, std::string_view text) {
  Outcome outcome =
      session.text(session.json() ? render::text_json(command, text) : std::string(text));
  outcome.err.clear();
  return outcome;
}

}  // namespace

Outcome perform(const cli::InitArgs& args, Session& session) {
  const std::array texts = {shell::init_bash, shell::init_zsh, shell::init_fish};
  return constant(session, "init", texts[static_cast<std::size_t>(args.shell)]);
}

Outcome perform(const cli::CompletionsArgs& args, Session& session) {
  const std::array texts = {shell::completions_bash, shell::completions_zsh,
                            shell::completions_fish};
  return constant(session, "completions", texts[static_cast<std::size_t>(args.shell)]);
}

}  // namespace connect::app
