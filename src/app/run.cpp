#include "app/perform.hpp"
#include "cli/parse.hpp"

namespace connect {

Outcome run(const std::vector<std::string>& words, const Facts& facts, Files& files) {
  auto configured = app::read_config(files, facts);
  const app::Config config = configured.config;
  const Calendar calendar{app::today_of(facts, config), config.week_start};
  const auto request = cli::parse(words, calendar);
  if (!request) {
    cli::Globals globals;
    globals.json = cli::wants_json(words);
    return app::Session(facts, files, globals, {config, {}}).fail(request.error());
  }
  app::Session session(facts, files, request->globals, std::move(configured));
  return std::visit(
      [&](const auto& args) {
        if constexpr (cli::is_saving<std::decay_t<decltype(args)>>) session.is_to_save();
        return app::perform(args, session);
      },
      request->invocation);
}

}  // namespace connect
