// Parses the words of `import`.
#include <algorithm>
#include <array>
#include <utility>

#include "cli/understand.hpp"
#include "domain/text/bare_name.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/shell_word.hpp"
#include "domain/time/day_words.hpp"

namespace connect::cli {
namespace {

constexpr std::string_view mapping_grammar =
    "use --map \"Called Mom=check-in:Mom\", or --map Gym=skip to leave a habit out";

/// Parses HABIT=ACT[:PERSON] or HABIT=skip. The last equals sign counts, because a habit's name may
/// contain one.
Result<HabitMapping> mapping_from(const std::string& text) {
  const auto sign = text.rfind('=');
  if (sign == text.npos)
    return usage_error("\"" + text + "\" does not map a habit to an act",
                       std::string(mapping_grammar));
  HabitMapping mapping{tidy_name(text.substr(0, sign), '\0'), std::nullopt, ""};
  if (mapping.habit.empty())
    return usage_error("\"" + text + "\" does not name a habit", std::string(mapping_grammar));
  const std::string meaning = text.substr(sign + 1);
  if (meaning.empty() || meaning == "skip") return mapping;
  const auto colon = meaning.find(':');
  const auto act = act_from(meaning.substr(0, colon));
  if (!act) return act.error();
  mapping.act = *act;
  if (colon == meaning.npos) return mapping;
  mapping.person = single_name(meaning.substr(colon + 1));
  if (auto error = unfit_name(mapping.person)) return *error;
  return mapping;
}

/// The format of a file that was named without it; empty if its name does not tell.
std::string format_of(const std::string& file) {
  const std::string name = lower_case(file);
  for (const auto& [ending, format] :
       std::to_array<std::pair<std::string_view, std::string_view>>({{".vcf", "vcard"},
                                                                     {".csv", "csv"},
                                                                     {".tsv", "tsv"},
                                                                     {".json", "json"},
                                                                     {".ndjson", "ndjson"},
                                                                     {".jsonl", "ndjson"}}))
    if (name.ends_with(ending)) return std::string(format);
  return "";
}

/// The error for one word, which is a file or a format.
Error half_said(const std::string& word) {
  const std::string format = format_of(word);
  const bool is_file = !format.empty() || word.find_first_of("./") != word.npos;
  if (!is_file)
    return usage_error("which file should be imported as " + word + "?",
                       "connect import " + word + " FILE; - reads standard input");
  return usage_error("which format does " + word + " have?",
                     format.empty() ? "connect import FORMAT " + shell_word(word) +
                                          "; connect help import lists the formats"
                                    : "connect import " + format + " " + shell_word(word));
}

/// A usage error for an option that the format does not take.
std::optional<Error> of_another_format(const ParsedArgs& words) {
  const bool is_vcard = words.words[0] == "vcard";
  if (is_vcard && words.has("map"))
    return usage_error("--map works only with habits, and a vCard has none", "leave it out");
  for (const std::string option : {"all", "reach"})
    if (!is_vcard && words.has(option))
      return usage_error("--" + option + " works only with vcard", "leave it out");
  return std::nullopt;
}

}  // namespace

Result<Invocation> understand_import(const ParsedArgs& words, const Calendar&) {
  if (words.words.empty())
    return usage_error("what should be imported?", "connect import harsh ~/harsh/log");
  if (words.words.size() < 2) return half_said(words.words[0]);
  if (auto error = surplus(words, 2)) return *error;
  if (auto error = of_another_format(words)) return *error;
  ImportArgs args{words.words[0],       words.words[1],   {},
                  words.has("dry-run"), words.has("all"), words.has("reach")};
  for (const auto& text : words.values("map")) {
    auto mapping = mapping_from(text);
    if (!mapping) return mapping.error();
    const auto same = [&](const auto& other) {
      return fold_key(other.habit) == fold_key(mapping->habit);
    };
    if (std::ranges::any_of(args.mappings, same))
      return usage_error("\"" + mapping->habit + "\" is mapped twice", "leave one of them out");
    args.mappings.push_back(*std::move(mapping));
  }
  return Invocation{std::move(args)};
}

}  // namespace connect::cli
