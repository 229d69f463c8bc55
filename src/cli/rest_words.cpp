// Parses the words of `rest`.
#include <algorithm>

#include "cli/understand.hpp"

namespace connect::cli {

Result<Invocation> understand_rest(const ParsedArgs& words, const Calendar& calendar) {
  std::string text;
  bool says_off = false;
  for (const auto* list : {&words.words, &words.rest})
    for (const auto& word : *list) {
      if (word == "off")
        says_off = true;
      else
        text.append(text.empty() ? "" : " ").append(word);
    }
  if (says_off)
    return usage_error("off is an option of connect rest",
                       "connect rest --off" + (text.empty() ? "" : " " + text));
  const bool is_off = words.has("off");
  if (text.empty() && !is_off && words.words.empty()) return Invocation{RestsArgs{}};
  RestArgs args{std::nullopt, !is_off};
  if (text.empty() && words.words.empty()) return Invocation{args};
  const auto days = rest_days_from_words(text, calendar);
  if (!days) return days.error();
  args.days = *days;
  return Invocation{args};
}

}  // namespace connect::cli
