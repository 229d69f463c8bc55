// Parses the words of `suggest`.
#include "cli/understand.hpp"
#include "domain/suggest/suggestion_text.hpp"
#include "domain/text/name_folding.hpp"

namespace connect::cli {
namespace {

constexpr std::string_view form = "connect suggest ACT \"TEXT\"";

/// The act that the first word names. The error does not repeat the line, since the other words may
/// be about somebody.
Result<Act> act_before_text(const ParsedArgs& words) {
  const std::string word = words.words.empty() ? "" : words.words[0];
  auto act = act_from(word);
  if (act) return act;
  if (const auto meant = nearest_act(word))
    return usage_error(act.error().message, "connect suggest " + *meant + " \"TEXT\"");
  return usage_error("which act is the suggestion for?",
                     std::string(form) + ", with check-in, offer, listen or thank as ACT");
}

/// The words after the act, as one line.
std::string text_from(const ParsedArgs& words) {
  std::string text;
  for (std::size_t i = 1; i < words.words.size(); ++i) text.append(" ").append(words.words[i]);
  for (const auto& word : words.rest) text.append(" ").append(word);
  return tidied(text);
}

/// The error of a text that does not fit.
std::optional<Error> unfit_text(const OwnSuggestion& said) {
  if (said.text.empty()) return usage_error("what should be suggested?", std::string(form));
  const auto remedy = [](const std::string& why, std::string_view shorter) {
    return why.starts_with("is longer") ? std::string(shorter) : "leave them out";
  };
  if (const auto why = why_unfit(said.text, longest_suggestion); !why.empty())
    return usage_error("the text " + why, remedy(why, "shorten it; details fit in --hint"));
  if (const auto why = why_unfit(said.hint, longest_hint); !said.hint.empty() && !why.empty())
    return usage_error("the hint " + why, remedy(why, "shorten it"));
  std::string rest = said.text;
  if (const auto at = rest.find(someone_placeholder); at != rest.npos)
    rest.erase(at, someone_placeholder.size());
  if (rest.find_first_of("{}") != rest.npos)
    return usage_error("braces are only for {someone}, once",
                       "write {someone} where the name of a person goes");
  return std::nullopt;
}

Result<Effort> effort_option(const ParsedArgs& words) {
  if (!words.has("effort")) return Effort::small;
  for (const Effort effort : {Effort::small, Effort::medium})
    if (slug(effort) == words.value("effort")) return effort;
  return usage_error("\"" + words.value("effort") + "\" is not an effort",
                     "use small (two minutes) or medium (up to twenty)");
}

}  // namespace

Result<Invocation> understand_suggest(const ParsedArgs& words, const Calendar&) {
  const bool has_options =
      words.has("hint") || words.has("effort") || words.has("place") || words.has("setting");
  if (words.words.empty() && words.rest.empty() && !has_options)
    return Invocation{SuggestionsArgs{}};
  const auto act = act_before_text(words);
  if (!act) return act.error();
  const auto effort = effort_option(words);
  if (!effort) return effort.error();
  const auto place = place_option(words);
  if (!place) return place.error();
  const auto setting = setting_option(words);
  if (!setting) return setting.error();
  SuggestArgs args;
  args.said = {*act,
               text_from(words),
               tidied(words.value("hint")),
               place->value_or(Place::any),
               setting->value_or(Setting::any),
               *effort};
  if (auto error = unfit_text(args.said)) return *std::move(error);
  return Invocation{std::move(args)};
}

}  // namespace connect::cli
