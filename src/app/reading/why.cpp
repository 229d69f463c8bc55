// `why`: research findings for one act, or for all acts and the general topics.
#include <array>

#include "app/perform.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {

Outcome perform(const cli::WhyArgs& args, Session& session) {
  std::vector<std::string_view> topics = {"kindness"};
  for (Act act : all_acts)
    if (!args.act || *args.act == act) topics.push_back(slug(act));
  if (args.act) topics.erase(topics.begin());
  if (!args.act) topics.insert(topics.end(), {"habit", "feelings"});
  if (session.json()) return session.text(render::findings_json(topics));
  return session.page(render::findings_page(topics));
}

}  // namespace connect::app
