// `write`: opens the address of a person in the user's mail program or messenger. It sends nothing
// and logs nothing.
#include "app/entries/entry_parts.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "domain/summary/summary_views.hpp"
#include "domain/text/command_words.hpp"
#include "domain/text/reach_url.hpp"
#include "domain/text/shell_word.hpp"
#include "render/json.hpp"
#include "render/terminal/pages.hpp"

namespace connect::app {
namespace {

constexpr std::string_view name_mark = "{name}";

/// The words of the command in the settings, with the name in place of {name}. No shell sees it.
std::vector<std::string> command_for(const std::string& command, const std::string& name) {
  auto words = command_words(command);
  for (std::string& word : words)
    if (const auto mark = word.find(name_mark); mark != word.npos)
      word.replace(mark, name_mark.size(), name);
  return words;
}

Error no_address(const std::string& name) {
  return usage_error("no address of " + name + " is known",
                     "connect people set " + shell_word(name) + " --reach mailto:ADDRESS");
}

/// The address that the command in the settings prints.
Result<std::string> looked_up(const std::string& name, Session& session) {
  const std::string& command = session.config().reach;
  // A name that looks like an option could make the program do something else.
  if (command.empty() || name.starts_with('-')) return no_address(name);
  const auto printed = session.programs().output_of(command_for(command, name));
  if (!printed) return printed.error();
  const std::string line = printed->out.substr(0, printed->out.find_first_of("\t\r\n"));
  if (std::string url = reach_url_of(line); printed->code == 0 && !url.empty()) return url;
  Error error = no_address(name);
  error.message += ", and the program for reach in the settings printed none";
  return error;
}

Result<std::string> address_of(const PersonTotals& person, Session& session) {
  const std::string& url = person.details.reach;
  if (url.empty()) return looked_up(person.name, session);
  if (is_reach_url(url)) return url;
  return usage_error("the address of " + person.name + " cannot be opened: " + url,
                     no_address(person.name).hint);
}

}  // namespace

Outcome perform(const cli::WriteArgs& args, Session& session) {
  const auto summary = read_summary(session);
  if (!summary) return session.fail(summary.error());
  cli::EntryArgs given = args.said;
  if (auto settled = settle_names(given, summary->people, summary->tags); !settled)
    return session.fail(settled.error());
  const auto names = known_people(summary->people, given.with);
  if (names.size() > 1)
    return session.fail(usage_error("write opens the address of one person",
                                    "connect write " + shell_word("@" + names.front())));
  const PersonTotals* person = find_person(*summary, names.front());
  if (person == nullptr) return session.fail(unknown_person(names.front(), *summary));
  const auto address = address_of(*person, session);
  if (!address) return session.fail(address.error());
  const std::string url = with_first_line(*address, given.note);
  if (!given.note.empty() && url == *address)
    session.notice("the first line was left out: only mailto: and sms: take one");
  if (!args.print)
    if (const auto opened = session.programs().open(url); !opened)
      return session.fail(opened.error());
  if (session.json()) return session.text(render::write_json(person->name, url, !args.print));
  if (args.print) return session.text(url + "\n");
  return session.echo(render::written_page(person->name, *address));
}

}  // namespace connect::app
