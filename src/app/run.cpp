#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "cli/parse.hpp"
#include "cli/understand.hpp"
#include "domain/text/shell_word.hpp"
#include "render/terminal/page.hpp"

namespace connect {
namespace {

/// Expands a leading `~/` in every argument that may be a path. A URL does not begin with one.
void expand_home(cli::Request& request, const std::string& home) {
  const auto expand = [&](std::string& path) { path = home_expanded(std::move(path), home); };
  expand(request.globals.ledger);
  std::visit(
      [&](auto& args) {
        if constexpr (requires { args.output; }) expand(args.output);
        if constexpr (requires { args.file; }) expand(args.file);
        if constexpr (requires { args.remote; }) expand(args.remote);
        if constexpr (requires { args.files; })
          for (auto& path : args.files) expand(path);
      },
      request.invocation);
}

/// Whether the screen cannot show the text and a prompt after it at once.
bool is_longer_than_screen(const std::string& text, const Facts& facts) {
  return facts.out.terminal && facts.rows > 0 &&
         render::screen_rows(text, facts.columns) >= static_cast<std::size_t>(facts.rows);
}

/// Points at a known person who is named in place of a command: `connect Maya`, `connect Aunt
/// Ruth`. April is a period as well. `words`: those in place of a command.
void hint_at_person(Error& error, const std::vector<std::string>& words, app::Session& session) {
  if (words.empty()) return;
  const auto summary = app::read_summary(session);
  for (const std::string& name : {cli::words_joined(words), words.front()}) {
    const PersonTotals* person = summary ? find_person(*summary, name) : nullptr;
    if (person == nullptr) continue;
    const bool is_period =
        error.hint.starts_with("connect report ") || error.hint.starts_with("connect list ");
    const std::string card = "connect " + shell_word("@" + person->name);
    error = usage_error("\"" + name + "\" is not a command",
                        is_period ? card + " for the person; for the period: " + error.hint : card);
    return;
  }
}

}  // namespace

Outcome run(const std::vector<std::string>& words, const Facts& facts, Files& files,
            Programs& programs) {
  auto configured = app::read_config(files, facts);
  const app::Config config = configured.config;
  const Calendar calendar{app::today_of(facts, config), config.week_start};
  auto request = cli::parse(words, calendar);
  if (!request) {
    // Pressing Tab must not print an error.
    if (cli::is_completion(words)) return {};
    cli::Globals globals;
    globals.json = cli::wants_json(words);
    globals.ledger = home_expanded(cli::ledger_option(words), facts.home);
    app::Session session(facts, files, programs, globals, {config, {}, {}});
    Error error = request.error();
    hint_at_person(error, cli::words_of_no_command(words), session);
    return session.fail(std::move(error));
  }
  expand_home(*request, facts.home);
  app::Session session(facts, files, programs, request->globals, std::move(configured));
  Outcome outcome = std::visit(
      [&](const auto& args) {
        if constexpr (cli::is_saving<std::decay_t<decltype(args)>>) session.set_saves();
        return app::perform(args, session);
      },
      request->invocation);
  if (outcome.code == 0) session.drop_draft();
  const bool is_paged =
      std::visit([](const auto& args) { return cli::is_paged<std::decay_t<decltype(args)>>; },
                 request->invocation);
  if (is_paged && is_longer_than_screen(outcome.out, facts) && programs.page(outcome.out))
    outcome.out.clear();
  return outcome;
}

}  // namespace connect
