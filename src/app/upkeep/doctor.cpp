// `doctor`: checks the ledger and the files around it. With --fix it repairs what it can and checks
// again. Exit status 1 if anything is wrong.
#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"
#include "store/journal/drafts.hpp"
#include "store/upkeep/mend.hpp"

namespace connect::app {
namespace {

constexpr int found_something = 1;  // exit status

/// An error after the first repair. What was repaired stays, so the message says "repaired, but".
Error after_mending(Error error, const Mended& mended) {
  if (!mended.steps.empty()) error.message.insert(0, "repaired, but ");
  return error;
}

/// Errors in the user's own files are findings of `doctor`, not messages.
void add_own_files(CheckupResult& checkup, Session& session) {
  for (const auto& warning : session.warnings())
    checkup.findings.push_back(
        {"config", std::nullopt, warning,
         "connect config edit opens the file; until this is fixed, the default is used"});
  const Facts& facts = session.facts();
  if (!facts.config.empty() && !session.files().state(facts.config))
    checkup.findings.push_back(
        {"config", std::nullopt, "CONNECT_CONFIG names " + facts.config + ", which does not exist",
         "connect config edit creates it; until then, defaults are used", true});
  Bank bank;
  if (const auto wrong = add_own_suggestions(bank, session))
    checkup.findings.push_back({"suggestions", std::nullopt, *wrong,
                                "until this is fixed, none of your own suggestions is used"});
}

}  // namespace

Outcome perform(const cli::DoctorArgs& args, Session& session) {
  const auto path = ledger_path(session);
  if (!path) return session.fail(path.error());
  const auto look = [&] {
    return store::examine(session.files(), session.facts(), *path, session.today());
  };
  auto checkup = look();
  if (!checkup) return session.fail(checkup.error());
  Mended mended;
  if (args.fix) {
    const auto record_of_now = [&](Body body, const Stamp& after) {
      return new_record(session, std::move(body), after);
    };
    const auto done =
        store::mend(mended, session.files(), session.facts(), *checkup, record_of_now);
    if (!mended.steps.empty()) session.set_saved();
    if (!done) return session.fail(after_mending(done.error(), mended));
    if (checkup = look(); !checkup) return session.fail(after_mending(checkup.error(), mended));
  }
  session.drop_messages();
  add_own_files(*checkup, session);
  for (auto& finding : store::draft_findings(session.files(), session.facts()))
    checkup->findings.push_back(std::move(finding));
  Outcome outcome = session.json()
                        ? session.text(render::checkup_json(*checkup, args.fix ? &mended : nullptr))
                        : session.page(render::checkup_page(*checkup, mended));
  outcome.code = checkup->is_well() ? 0 : found_something;
  return outcome;
}

}  // namespace connect::app
