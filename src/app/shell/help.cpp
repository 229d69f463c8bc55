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

/// `column`: the cell at which the right column begins.
void show_block(Page& page, const Block& block, int column, int columns) {
  page.blank();
  page.line({{std::string(block.title), Style::strong}});
  // On a narrow terminal the right column goes below the left one.
  const bool is_narrow =
      column * 2 > columns && std::ranges::any_of(block.rows, [&](const Row& row) {
        return column + static_cast<int>(row.right.size()) > columns;
      });
  for (const Row& row : block.rows) {
    const std::string left = "  " + row.left;
    if (is_narrow) {
      page.line({{left}}, 10);
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

/// "log     ACT [@PERSON]... [+TAG]... [NOTE...]".
std::string with_operands(std::string name) {
  constexpr std::size_t name_width = 8;
  const std::string_view operands = cli::find_command(name)->operands;
  if (!operands.empty()) name.resize(name_width, ' ');
  return name.append(operands);
}

/// What a person needs from day to day, on one screen: the first two groups of commands in full,
/// and the names of all others.
void overview(Page& page, int columns) {
  std::vector<Block> groups = blocks();
  groups.pop_back();  // the options
  std::string others;
  while (groups.size() > 2) {
    std::string names;
    for (const Row& row : groups.back().rows) names += row.left + " ";
    others.insert(0, names);
    groups.pop_back();
  }
  int column = 0;
  for (Block& group : groups) {
    for (Row& row : group.rows) row.left = with_operands(row.left);
    column = std::max(column, group.column());
  }
  for (const Block& group : groups) show_block(page, group, column, columns);
  constexpr int label = 10;
  page.blank();
  page.line({{"More", Style::strong, label}, {others}}, label);
}

/// All commands and the options that they share: blocks in two columns, each added to the shorter
/// one; on a narrow terminal in one column.
void whole_overview(Page& page, int columns) {
  const std::vector<Block> all = blocks();
  Stack left, right;
  for (const Block& block : all)
    (left.lines.size() <= right.lines.size() ? left : right).add(block);
  constexpr int gap = 2;
  const int middle = static_cast<int>(left.width) + gap;
  if (middle + static_cast<int>(right.width) > columns) {
    for (const Block& block : all) show_block(page, block, block.column(), columns);
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
  show_block(page, block, block.column(), columns);
  page.line({{"  " + shared + "  see connect help all"}}, 4);
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
    if (args.all) {
      page.line("connect COMMAND --help explains a command.");
      whole_overview(page, session.columns());
    } else {
      overview(page, session.columns());
      page.blank();
      page.line("connect COMMAND --help explains a command, connect help all lists everything.");
    }
  }
  return session.page(page);
}

Outcome perform(const cli::VersionArgs&, Session& session) {
  const std::string build(session.facts().build);
  return session.text("connect " CONNECT_VERSION + (build.empty() ? "" : " (" + build + ")") +
                      "\n");
}

}  // namespace connect::app
