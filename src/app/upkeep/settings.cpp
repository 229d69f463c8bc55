// `config`: shows the settings and the paths of all files, and opens config.toml in the editor.
#include "app/entries/suggest.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "domain/text/enumerated.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"
#include "store/journal/drafts.hpp"
#include "store/journal/places.hpp"

namespace connect::app {
namespace {

/// A path with the working directory before it if it is relative.
std::string absolute(const Facts& facts, const std::string& path) {
  const bool is_whole = path.empty() || path.starts_with('/') || facts.folder.empty();
  return is_whole ? path : facts.folder + "/" + path;
}

SettingsView view_of(Session& session, const Configured& configured) {
  const Facts& facts = session.facts();
  Files& files = session.files();
  const auto file = [&](std::string_view name, const std::string& path, ValueSource source) {
    return KnownPath{name, absolute(facts, path), files.state(path).has_value(), source};
  };
  const auto by_variable = [](const std::string& value) {
    return value.empty() ? ValueSource::standard : ValueSource::environment;
  };
  const auto found = ledger_path(session);
  const std::string ledger = found ? *found : "";
  const bool by_option = !session.globals().ledger.empty();
  return {settings_in_force(configured),
          file("ledger", ledger, by_option ? ValueSource::option : by_variable(facts.ledger)),
          file("config", config_path(facts), by_variable(facts.config)),
          {file("suggestions", suggestions_path(facts), ValueSource::standard),
           {"journal", ledger.empty() ? "" : store::journal_place(files, facts, ledger).path},
           {"backups", store::backup_folder(facts)},
           {"drafts", store::drafts_folder(facts)},
           {"cache", facts.cache_home.empty() ? "" : facts.cache_home + "/connect"}}};
}

/// The value as config.toml has it: "04:00", 5, true or ["sat", "sun"].
std::string toml_value(const SettingInForce& setting) {
  using Kind = SettingInForce::Kind;
  const bool is_quoted = setting.kind == Kind::text || setting.kind == Kind::list;
  std::vector<std::string> values = setting.values;
  for (auto& value : values)
    if (is_quoted) value = '"' + value + '"';
  return setting.kind == Kind::list ? "[" + joined(values, ", ") + "]" : joined(values, ", ");
}

/// A new config.toml, without its last line end: every setting with its default and an explanation,
/// commented out.
std::string new_config() {
  std::string out =
      "# The settings of connect. To set one, remove the # before it and change its value.\n"
      "# The values below are the defaults; connect config shows those that apply.";
  for (const auto& setting : settings_in_force({}))
    out.append("\n\n# ")
        .append(setting.purpose)
        .append("\n#")
        .append(setting.name)
        .append(" = ")
        .append(toml_value(setting));
  return out;
}

/// Creates the file if there is none.
Status make_config(Files& files, const std::string& path) {
  const auto text = files.whole(path);
  if (!text) return text.error();
  if (*text) return success();
  const auto made = files.append(path, new_config(), Files::Care::durable, {});
  if (made) return success();
  Error error = made.error();
  constexpr std::string_view of_ledger = "--ledger FILE";
  if (const auto at = error.hint.find(of_ledger); at != error.hint.npos)
    error.hint.replace(at, of_ledger.size(), "CONNECT_CONFIG=FILE");
  return error;
}

Outcome edited(Session& session) {
  const std::string path = config_path(session.facts());
  if (path.empty())
    return session.fail(usage_error("there is no home directory for config.toml",
                                    "set HOME to its full path, or choose a file: "
                                    "CONNECT_CONFIG=FILE connect config edit"));
  if (const auto made = make_config(session.files(), path); !made)
    return session.fail(made.error());
  if (const auto ran = session.programs().edit(path); !ran) return session.fail(ran.error());
  session.drop_messages();  // of the settings before
  const Configured now = read_config(session.files(), session.facts());
  for (const auto& warning : now.warnings) session.alarm(warning);
  if (session.json()) return session.text(render::settings_json(view_of(session, now)));
  return session.echo(render::edited_settings_page(settings_in_force(now), path));
}

}  // namespace

Outcome perform(const cli::ConfigArgs& args, Session& session) {
  if (args.edit) return edited(session);
  const auto view = view_of(session, read_config(session.files(), session.facts()));
  return session.json() ? session.text(render::settings_json(view))
                        : session.page(render::settings_page(view, session.columns()));
}

}  // namespace connect::app
