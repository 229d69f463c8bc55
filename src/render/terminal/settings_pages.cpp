// Pages of `config`.
#include <algorithm>

#include "domain/text/cell_width.hpp"
#include "domain/text/enumerated.hpp"
#include "render/terminal/pages.hpp"

namespace connect::render {
namespace {

constexpr int name_width = 13;  // cells; the widest is "suggestions"

/// "sat, sun", "none", "04:00".
std::string value_words(const SettingInForce& setting) {
  const std::string values = joined(setting.values, ", ");
  return values.empty() ? "none" : values;
}

std::string source_words(const SettingInForce& setting) {
  if (setting.source == ValueSource::standard) return "default";
  return "line " + std::to_string(setting.line) + " of config.toml";
}

Span name_span(std::string_view name) { return {std::string(name), Style::plain, name_width}; }

/// The names and values of settings with their sources in a third column, or below the value where
/// the terminal is too narrow for that.
void add_settings(Page& page, const std::vector<SettingInForce>& settings, int columns) {
  int value_width = 0;
  int source_width = 0;
  for (const auto& setting : settings) {
    value_width = std::max(value_width, static_cast<int>(cells(value_words(setting))) + 2);
    source_width = std::max(source_width, static_cast<int>(source_words(setting).size()));
  }
  const bool is_narrow = name_width + value_width + source_width > columns;
  for (const auto& setting : settings) {
    const Span source{source_words(setting), Style::quiet};
    if (is_narrow) {
      page.line({name_span(setting.name), {value_words(setting)}}, name_width);
      if (setting.source != ValueSource::standard) page.line({name_span(""), source}, name_width);
    } else {
      page.line(
          {name_span(setting.name), {value_words(setting), Style::plain, value_width}, source},
          name_width);
    }
  }
}

/// `variable`: the one that can choose the path.
void add_path(Page& page, const KnownPath& path, std::string_view variable = "") {
  if (path.path.empty()) return;
  std::string remark;
  if (path.source == ValueSource::option) remark = "from --" + std::string(path.name);
  if (path.source == ValueSource::environment) remark = "from " + std::string(variable);
  if (!path.is_there) remark.append(remark.empty() ? "" : ", ").append("not there yet");
  if (!remark.empty()) remark = "  (" + remark + ")";
  page.line({name_span(path.name), {path.path}, {remark, Style::quiet}}, name_width);
}

}  // namespace

Page settings_page(const SettingsView& view, int columns) {
  Page page;
  add_settings(page, view.settings, columns);
  if (!view.ledger.path.empty() || !view.config.path.empty()) page.blank();
  add_path(page, view.ledger, "CONNECT_LEDGER");
  add_path(page, view.config, "CONNECT_CONFIG");
  for (const auto& path : view.others) add_path(page, path);
  return page;
}

Page edited_settings_page(const std::vector<SettingInForce>& settings, const std::string& path) {
  std::vector<std::string> names;
  for (const auto& setting : settings)
    if (setting.source == ValueSource::file) names.emplace_back(setting.name);
  Page page;
  page.line({{names.empty() ? "Nothing is set in " : "Set in "},
             {path},
             {names.empty() ? "" : ": " + enumerated(names)}},
            2);
  return page;
}

}  // namespace connect::render
