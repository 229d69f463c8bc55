#include "domain/suggest/act.hpp"

#include <algorithm>
#include <cctype>

namespace connect {
namespace {

struct ActWords {
  std::string_view slug;
  std::string_view title;
  std::array<std::string_view, 5> aliases;
  std::string_view alone;        // when nobody is named
  std::string_view with_people;  // followed by the names
};

constexpr std::array<ActWords, 4> table = {{
    {"check-in", "Check in", {"c", "checkin", "reach-out"}, "Checked in", "Checked in with "},
    {"offer", "Offer your skills", {"o", "help", "skill"}, "Offered a hand", "Offered a hand to "},
    {"listen", "Be fully present", {"l", "present", "presence"}, "Listened", "Listened to "},
    {"thank",
     "Express gratitude or encouragement",
     {"t", "thanks", "gratitude", "encourage", "praise"},
     "Said thanks",
     "Thanked "},
}};

const ActWords& words(Act act) { return table[index(act)]; }

std::string lower_case(std::string_view word) {
  std::string out(word);
  std::ranges::transform(out, out.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

}  // namespace

std::string_view slug(Act act) { return words(act).slug; }
std::string_view title(Act act) { return words(act).title; }

std::span<const std::string_view> aliases(Act act) {
  const auto& list = words(act).aliases;
  return {list.begin(), std::ranges::find(list, std::string_view{})};
}

std::vector<std::string> act_words() {
  std::vector<std::string> out;
  for (Act act : all_acts) out.emplace_back(slug(act));
  for (Act act : all_acts)
    for (const auto alias : aliases(act)) out.emplace_back(alias);
  return out;
}

std::optional<Act> act_from_word(std::string_view word) {
  const std::string wanted = lower_case(word);
  for (Act act : all_acts) {
    const auto others = aliases(act);
    if (wanted == slug(act) || std::ranges::find(others, wanted) != others.end()) return act;
  }
  return std::nullopt;
}

std::optional<Act> act_from_command(std::string_view word) {
  if (word.size() == 1 || lower_case(word) == "help") return std::nullopt;
  return act_from_word(word);
}

std::string done_phrase(Act act, std::string_view people) {
  if (people.empty()) return std::string(words(act).alone);
  return std::string(words(act).with_people).append(people);
}

}  // namespace connect
