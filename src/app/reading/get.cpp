// `get`: prints bare values for scripts and status bars, one a line.
#include <algorithm>
#include <array>

#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "domain/suggest/person_choice.hpp"
#include "domain/suggest/prompt.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/text/visible.hpp"
#include "render/json.hpp"

namespace connect::app {
namespace {

/// What the keys read. Suggestion and streak are computed only if a key asks for them.
struct View {
  Day day;
  Summary summary;
  Prompt prompt;
  StreakLengths streak;
  std::uint32_t today = 0;  // entries of today
};

struct Key {
  std::string_view name;
  std::string (*value)(const View&);
};

constexpr std::array<Key, 10> keys = {{
    {"today.done", [](const View& view) { return std::string(view.today > 0 ? "1" : "0"); }},
    {"today.count", [](const View& view) { return std::to_string(view.today); }},
    {"prompt.act", [](const View& view) { return std::string(slug(view.prompt.act)); }},
    {"prompt.text", [](const View& view) { return view.prompt.text; }},
    {"prompt.person", [](const View& view) { return view.prompt.person; }},
    {"streak.current", [](const View& view) { return std::to_string(view.streak.current); }},
    {"streak.longest", [](const View& view) { return std::to_string(view.streak.longest); }},
    {"people.due",
     [](const View& view) {
       return joined(names_of(overdue_people(view.summary, view.day)), ", ");
     }},
    {"people.overdue",
     [](const View& view) {
       return std::to_string(overdue_people(view.summary, view.day).size());
     }},
    {"ask.due",
     [](const View& view) { return std::to_string(due_asks(view.summary, view.day).size()); }},
}};

/// The keys that begin with these words; all if there is none.
std::string key_list(const std::string& start) {
  std::vector<std::string> names;
  for (const Key& key : keys)
    if (key.name.starts_with(start)) names.emplace_back(key.name);
  return names.empty() ? key_list("") : "use " + enumerated(names, "or");
}

std::optional<Error> unknown_key(const std::vector<std::string>& wanted) {
  if (wanted.empty()) return usage_error("which value should be printed?", key_list(""));
  for (const auto& name : wanted)
    if (std::ranges::find(keys, name, &Key::name) == keys.end())
      return usage_error("\"" + name + "\" is not a value to get", key_list(name + "."));
  return std::nullopt;
}

}  // namespace

Outcome perform(const cli::GetArgs& args, Session& session) {
  if (auto error = unknown_key(args.keys)) return session.fail(*error);
  const auto is_asked = [&](std::string_view group) {
    return std::ranges::any_of(args.keys, [&](const auto& key) { return key.starts_with(group); });
  };
  const bool needs_people = is_asked("prompt.") || is_asked("people.") || is_asked("ask.");
  auto summary = needs_people ? read_summary(session) : read_days(session);
  if (!summary) return session.fail(summary.error());
  View view{session.today(), *std::move(summary), {}, {}};
  if (is_asked("prompt.")) view.prompt = todays_prompt(session, view.summary);
  if (is_asked("streak.")) view.streak = lengths_today(session, view.summary);
  if (const DayActs* acts = acts_on(view.summary, session.today())) view.today = acts->total();
  std::vector<std::pair<std::string, std::string>> values;
  for (const auto& name : args.keys)
    values.emplace_back(name, std::ranges::find(keys, name, &Key::name)->value(view));
  std::string text;
  for (const auto& [name, value] : values) text.append(visible(value)).append("\n");
  Outcome outcome = session.text(session.json() ? render::values_json(values) : text);
  if (args.exit_code && view.today == 0) outcome.code = 1;
  return outcome;
}

}  // namespace connect::app
