// Parses the words of `doctor`, `forget` and `config`.
#include <algorithm>

#include "cli/understand.hpp"
#include "domain/text/bare_name.hpp"
#include "domain/text/shell_word.hpp"

namespace connect::cli {
namespace {

/// "Aunt Ruth" of `--person Aunt Ruth`; empty if the words do not follow, or are no name.
std::string name_in_words(const ParsedArgs& words) {
  std::vector<std::string> parts = {words.value("person")};
  parts.insert(parts.end(), words.words.begin(), words.words.end());
  if (!are_of_name(parts) || !words.rest.empty()) return "";
  std::vector<std::string> typed = parts;
  if (std::ranges::search(words.line.words, typed).empty()) typed[0].insert(0, "--person=");
  if (std::ranges::search(words.line.words, typed).empty()) return "";
  return words_joined(parts);
}

}  // namespace

Result<Invocation> understand_doctor(const ParsedArgs& words, const Calendar&) {
  if (auto error = surplus(words, 0)) return *error;
  return Invocation{DoctorArgs{words.has("fix")}};
}

Result<Invocation> understand_forget(const ParsedArgs& words, const Calendar&) {
  ForgetArgs args{words.words, single_name(words.value("person")), words.has("dry-run")};
  args.ids.insert(args.ids.end(), words.rest.begin(), words.rest.end());
  const bool by_name = words.has("person");
  if (by_name && !args.ids.empty())
    if (const std::string name = name_in_words(words); !name.empty())
      return usage_error(
          "a name with spaces needs quotes",
          "connect forget --person " + shell_word(name) + (args.dry_run ? " --dry-run" : ""));
  if (by_name && !args.ids.empty())
    return usage_error("forget takes ids or one person, not both",
                       "connect forget --person NAME, then connect forget ID");
  if (by_name)
    if (auto error = unfit_name(args.person)) return *error;
  for (const auto& id : args.ids)
    if (id.starts_with('@'))
      return usage_error("\"" + id + "\" is not an entry id",
                         "connect forget --person " + shell_word(single_name(id)));
  if (!by_name && args.ids.empty())
    return usage_error("what should be erased?",
                       "connect forget ID, or connect forget --person NAME; "
                       "connect list shows the ids");
  return Invocation{std::move(args)};
}

Result<Invocation> understand_config(const ParsedArgs& words, const Calendar&) {
  if (!words.words.empty() && words.words[0] != "edit")
    return usage_error("config can only show the settings, or open their file",
                       "connect config to see them, connect config edit to change them");
  if (auto error = surplus(words, 1)) return *error;
  return Invocation{ConfigArgs{!words.words.empty()}};
}

}  // namespace connect::cli
