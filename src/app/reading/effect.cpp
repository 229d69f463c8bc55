// `report --effect`: compares days with the greeting and days on which it was held back.
#include "domain/report/effect.hpp"

#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/reading/matching.hpp"
#include "render/effect_words.hpp"
#include "render/json.hpp"

namespace connect::app {
namespace {

render::Page page_of(const EffectView& view) {
  render::Page page;
  for (const auto& sentence : render::effect_sentences(view))
    page.line({{sentence, page.empty() ? render::Style::plain : render::Style::quiet}});
  return page;
}

std::string formatted(const EffectView& view, cli::Format format) {
  if (format == cli::Format::json) return render::effect_json(view);
  if (format == cli::Format::md) return render::effect_markdown(view);
  return render::painted(page_of(view), {false, true, 80});
}

}  // namespace

Outcome perform(const cli::EffectArgs& given, Session& session) {
  cli::EffectArgs args = given;
  if (const auto accepted = accept_words(args.filter, session); !accepted)
    return session.fail(accepted.error());
  const auto reading = read_ledger(session, Notes::leave);
  if (!reading) return session.fail(reading.error());
  EffectView view;
  view.period = args.filter.period;
  view.is_on = session.config().experiment;
  const DayRange all{*day_of({1, 1, 1}), session.today()};
  view.effect =
      effect_of(compared_days(reading->ledger, view.period.value_or(all), session.today()));
  if (!args.output.empty())
    return session.file(args.output, formatted(view, args.format), args.force, "report");
  if (args.format == cli::Format::text) return session.page(page_of(view));
  return session.text(formatted(view, args.format));
}

}  // namespace connect::app
