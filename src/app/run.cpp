#include "app/perform.hpp"
#include "cli/parse.hpp"

namespace connect {

Outcome run(const std::vector<std::string>& words, const Facts& facts, Files& files) {
  auto configured = app::read_config(files, facts);
  const app::Config config = configured.config;
  const Instant now = facts.now;
  const Calendar calendar{
      local_day({now.seconds - std::int64_t{config.day_start} * 60, now.offset_minutes}),
      config.week_start};
  const auto request = cli::parse(words, calendar);
  if (!request) {
    cli::Globals globals;
    globals.json = cli::wants_json(words);
    return app::Session(facts, files, globals, {config, {}}).fail(request.error());
  }
  app::Session session(facts, files, request->globals, std::move(configured));
  return std::visit([&](const auto& args) { return app::perform(args, session); },
                    request->invocation);
}

}  // namespace connect
