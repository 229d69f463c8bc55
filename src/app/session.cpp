#include "app/session.hpp"

#include <algorithm>
#include <utility>

#include "render/json.hpp"
#include "render/terminal/pages.hpp"
#include "store/journal/drafts.hpp"
#include "store/journal/journal.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::app {
Session::Session(const Facts& facts, Files& files, Programs& programs, cli::Globals globals,
                 Configured configured)
    : facts_(facts),
      files_(files),
      programs_(programs),
      globals_(std::move(globals)),
      config_(configured.config),
      today_(today_of(facts, config_)),
      warnings_(std::move(configured.warnings)) {
  for (const auto& warning : warnings_) notice(warning);
}

void Session::notice(std::string text) {
  if (!globals_.quiet) alarm(std::move(text));
}

void Session::alarm(std::string text) {
  if (std::ranges::find(messages_, text) == messages_.end()) messages_.push_back(std::move(text));
}

render::Surface Session::surface(const Stream& stream) const {
  using Colour = cli::Globals::Colour;
  const bool colour =
      globals_.colour == Colour::always || (globals_.colour == Colour::automatic && stream.colour);
  // Lines for a program are not wrapped, so that a command in a hint can be copied.
  constexpr int unbroken = 1 << 20;
  const bool is_piped_error = !stream.terminal && &stream == &facts_.err;
  return {colour, facts_.utf8, is_piped_error ? unbroken : facts_.columns};
}

Outcome Session::page(const render::Page& page) const {
  return text(render::painted(page, surface(facts_.out)));
}

Outcome Session::echo(const render::Page& page) const {
  return globals_.quiet ? text("") : this->page(page);
}

Outcome Session::text(std::string text) const { return finished({0, std::move(text), "", false}); }

bool Session::is_ledger(const std::string& path) const {
  const auto ledger = store::ledger_path(globals_.ledger, facts_);
  const auto kept = ledger ? files_.state(*ledger) : std::nullopt;
  const auto named = files_.state(path);
  return kept && named && kept->device == named->device && kept->inode == named->inode;
}

Outcome Session::file(const std::string& path, std::string_view bytes, bool replace,
                      std::string_view what) {
  if (is_ledger(path))
    return fail(usage_error(path + " is the ledger; nothing was written",
                            "choose another file for the " + std::string(what)));
  if (const auto written = files_.write(path, bytes, replace); !written)
    return fail(written.error());
  notice("wrote " + path);
  return text("");
}

void Session::drop_draft() {
  if (!draft_.empty()) store::remove_draft(files_, std::exchange(draft_, {}));
}

Outcome Session::fail(Error error) const {
  Outcome outcome;
  if (!draft_.empty()) error.hint += "; " + store::draft_remedy(draft_);
  // Every such error of a saving command begins with the same words.
  if (saves_ && error.kind == ErrorKind::not_saved && !error.message.starts_with(store::verdict))
    error.message.insert(0, store::verdict);
  outcome.code = exit_code(error.kind);
  outcome.err = render::painted(render::error_page(error), surface(facts_.err));
  const bool is_certain = saves_ && !error.may_be_saved;
  if (json())
    outcome.out = render::error_json(error, is_certain ? std::optional(saved_) : std::nullopt);
  return finished(std::move(outcome));
}

Outcome Session::finished(Outcome outcome) const {
  render::Page messages;
  for (const auto& message : messages_) messages.line({{"connect: " + message}}, 2);
  outcome.err = render::painted(messages, surface(facts_.err)) + outcome.err;
  outcome.saved = saved_;
  return outcome;
}

}  // namespace connect::app
