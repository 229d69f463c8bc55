// --help and --version, from the same table that parses the command line.
#include <algorithm>

#include "app/perform.hpp"
#include "cli/grammar.hpp"
#include "render/page.hpp"

namespace connect::app {
namespace {

using cli::Command;
using cli::Option;
using render::Page;
using render::Style;

/// Two columns: what to type, what it does.
void rows(Page& page, const std::vector<std::pair<std::string, std::string>>& list) {
  std::size_t width = 0;
  for (const auto& [left, right] : list) width = std::max(width, left.size());
  const int column = static_cast<int>(width) + 4;
  for (const auto& [left, right] : list)
    page.line({{"  " + left, Style::plain, column}, {right}}, column);
}

void lines(Page& page, std::string_view text) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    page.line({{"  " + std::string(text.substr(0, end))}}, 4);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
}

std::string option_text(const Option& option) {
  std::string names(option.names);
  if (const auto comma = names.find(','); comma != names.npos) names.insert(comma + 1, " ");
  return option.value.empty() ? names : names + " " + std::string(option.value);
}

using Rows = std::vector<std::pair<std::string, std::string>>;

void add_options(Rows& out, std::span<const Option> list) {
  for (const Option& option : list) out.emplace_back(option_text(option), std::string(option.help));
}

void option_rows(Page& page, const Command& command) {
  Rows list;
  for (const auto& group : command.options) add_options(list, group);
  if (!command.name.empty()) list.emplace_back("--ledger --color -q -h", "as in connect --help");
  if (command.name.empty()) add_options(list, cli::global_options());
  page.blank();
  page.line({{"Options", Style::strong}});
  rows(page, list);
}

void command_groups(Page& page) {
  std::string_view group;
  Rows list;
  const auto flush = [&] {
    if (list.empty()) return;
    page.blank();
    page.line({{std::string(group), Style::strong}});
    rows(page, list);
    list.clear();
  };
  for (const Command& command : cli::commands()) {
    if (command.group.empty()) continue;
    if (command.group != group) flush();
    group = command.group;
    std::string name(command.name);
    name.resize(std::max<std::size_t>(name.size(), 8), ' ');
    list.emplace_back(name, std::string(command.summary));
  }
  flush();
}

}  // namespace

Outcome perform(const cli::HelpArgs& args, Session& session) {
  const Command* named = cli::find_command(args.command);
  const Command& command = named == nullptr ? cli::commands()[0] : *named;
  Page page;
  const std::string usage = "connect " + std::string(command.name) +
                            (command.operands.empty() ? "" : " " + std::string(command.operands));
  if (named == nullptr) {
    page.line({{"connect", Style::strong}, {" - small acts of connection, one a day"}});
    page.line("Alone it shows today at a glance; connect COMMAND --help explains a command.");
    command_groups(page);
  } else {
    page.line({{usage, Style::strong}}, 4);
    page.line(std::string(command.details));
  }
  option_rows(page, command);
  if (!command.examples.empty()) {
    page.blank();
    page.line({{"Examples", Style::strong}});
    lines(page, command.examples);
  }
  return session.page(page);
}

Outcome perform(const cli::VersionArgs&, Session& session) {
  return session.text("connect " CONNECT_VERSION "\n");
}

}  // namespace connect::app
