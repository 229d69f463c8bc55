// `--help` and `--version`, generated from the table that parses the command line.
#include <algorithm>

#include "app/perform.hpp"
#include "cli/grammar.hpp"
#include "render/terminal/page.hpp"

namespace connect::app {
namespace {

using cli::Command;
using cli::Option;
using render::Page;
using render::Style;

/// One line of help: what to type, and what it does.
struct Row {
  std::string left;
  std::string_view right;
};

/// A titled group of rows in two columns.
struct Block {
  std::string_view title;
  std::vector<Row> rows;

  /// The cell at which the right column begins.
  int column() const {
    std::size_t widest = 0;
    for (const Row& row : rows) widest = std::max(widest, row.left.size());
    return static_cast<int>(widest) + 4;
  }
};

constexpr std::string_view answers_in_json = "--json";

std::string option_text(const Option& option) {
  std::string names(option.names);
  if (const auto comma = names.find(','); comma != names.npos) names.insert(comma + 1, " ");
  return option.value.empty() ? names : names + " " + std::string(option.value);
}

void add_options(Block& block, std::span<const Option> list) {
  for (const Option& option : list) block.rows.push_back({option_text(option), option.help});
}

void show_block(Page& page, const Block& block, int columns) {
  page.blank();
  page.line({{std::string(block.title), Style::strong}});
  const int column = block.column();
  for (const Row& row : block.rows) {
    const std::string left = "  " + row.left;
    // On a narrow terminal the right column goes below the left one.
    if (column * 2 > columns) {
      page.line(left);
      page.line({{"", Style::plain, 6}, {std::string(row.right)}}, 6);
    } else {
      page.line({{left, Style::plain, column}, {std::string(row.right)}}, column);
    }
  }
}

/// The groups of commands in the order of the table, then the options of the bare command and the
/// global ones.
std::vector<Block> blocks() {
  std::vector<Block> all;
  for (const Command& command : cli::commands()) {
    if (command.group.empty()) continue;
    if (all.empty() || all.back().title != command.group) all.push_back({command.group, {}});
    all.back().rows.push_back({std::string(command.name), command.summary});
  }
  all.push_back({"Options", {}});
  for (const auto& group : cli::commands()[0].options) add_options(all.back(), group);
  add_options(all.back(), cli::global_options());
  return all;
}

/// The lines of one column of the overview, and the width of the widest.
struct Stack {
  std::vector<render::Span> lines;
  std::size_t width = 0;

  void add(const Block& block) {
    if (!lines.empty()) lines.emplace_back();
    lines.push_back({std::string(block.title), Style::strong});
    const auto column = static_cast<std::size_t>(block.column());
    for (const Row& row : block.rows) {
      std::string text = "  " + row.left;
      text.resize(column, ' ');
      lines.push_back({text.append(row.right)});
      width = std::max(width, lines.back().text.size());
    }
  }
};

/// All commands on one screen: blocks in two columns, each added to the shorter one; on a narrow
/// terminal in one column.
void overview(Page& page, int columns) {
  const std::vector<Block> all = blocks();
  Stack left, right;
  for (const Block& block : all)
    (left.lines.size() <= right.lines.size() ? left : right).add(block);
  constexpr int gap = 2;
  const int middle = static_cast<int>(left.width) + gap;
  if (middle + static_cast<int>(right.width) > columns) {
    for (const Block& block : all) show_block(page, block, columns);
    return;
  }
  page.blank();
  left.lines.resize(std::max(left.lines.size(), right.lines.size()));
  right.lines.resize(left.lines.size());
  for (std::size_t i = 0; i < left.lines.size(); ++i) {
    left.lines[i].width = middle;
    right.lines[i].whole = true;
    page.line({left.lines[i], right.lines[i]});
  }
}

/// The options of a command in full; those that every command shares by name only.
void own_options(Page& page, const Command& command, int columns) {
  Block block{"Options", {}};
  std::string shared = "--ledger --color -q -h";
  for (const auto& group : command.options)
    for (const Option& option : group) {
      if (option.names == answers_in_json)
        shared.insert(0, std::string(answers_in_json) + " ");
      else
        add_options(block, {&option, 1});
    }
  show_block(page, block, columns);
  page.line({{"  " + shared + "  see connect --help"}}, 4);
}

void examples(Page& page, std::string_view text) {
  if (text.empty()) return;
  page.blank();
  page.line({{"Examples", Style::strong}});
  while (!text.empty()) {
    const auto end = text.find('\n');
    page.line({{"  " + std::string(text.substr(0, end))}}, 4);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
}

}  // namespace

Outcome perform(const cli::HelpArgs& args, Session& session) {
  Page page;
  if (const Command* command = cli::find_command(args.command)) {
    const std::string operands =
        command->operands.empty() ? "" : " " + std::string(command->operands);
    page.line({{"connect " + std::string(command->name) + operands, Style::strong}}, 4);
    page.line(std::string(command->details));
    own_options(page, *command, session.columns());
    examples(page, command->examples);
  } else {
    page.line({{"connect", Style::strong}, {" - small acts of connection, one a day"}});
    page.line("Without a command it shows today at a glance.");
    page.line("connect COMMAND --help explains a command.");
    overview(page, session.columns());
  }
  return session.page(page);
}

Outcome perform(const cli::VersionArgs&, Session& session) {
  return session.text("connect " CONNECT_VERSION "\n");
}

}  // namespace connect::app
