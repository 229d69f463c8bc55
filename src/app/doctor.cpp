#include "app/perform.hpp"
#include "render/json.hpp"
#include "render/pages.hpp"
#include "store/drafts.hpp"
#include "store/mend.hpp"

namespace connect::app {
namespace {

constexpr int found_something = 1;

/// The second look failed, which undoes nothing of what was mended before it.
Error after_mending(Error error, const Mended& mended) {
  if (!mended.steps.empty()) error.message.insert(0, "mended, but ");
  return error;
}

/// A setting that cannot be understood is a finding here, not a notice.
void add_settings(CheckupResult& checkup, const std::vector<std::string>& warnings) {
  for (const auto& warning : warnings)
    checkup.findings.push_back(
        {"config", std::nullopt, warning, "until it is mended the setting is left at its default"});
}

}  // namespace

Outcome perform(const cli::DoctorArgs& args, Session& session) {
  const auto path = session.ledger_path();
  if (!path) return session.fail(path.error());
  const auto look = [&] {
    return store::examine(session.files(), session.facts(), *path, session.today());
  };
  auto checkup = look();
  if (!checkup) return session.fail(checkup.error());
  Mended mended;
  if (args.fix) {
    auto done = store::mend(session.files(), session.facts(), *checkup);
    if (!done) return session.fail(done.error());
    mended = *std::move(done);
    if (!mended.steps.empty()) session.has_saved();
    if (checkup = look(); !checkup) return session.fail(after_mending(checkup.error(), mended));
  }
  session.take_notices();
  add_settings(*checkup, session.warnings());
  for (auto& finding : store::draft_findings(session.files(), session.facts()))
    checkup->findings.push_back(std::move(finding));
  Outcome outcome = session.json()
                        ? session.text(render::checkup_json(*checkup, args.fix ? &mended : nullptr))
                        : session.page(render::checkup_page(*checkup, mended));
  outcome.code = checkup->is_well() ? 0 : found_something;
  return outcome;
}

}  // namespace connect::app
