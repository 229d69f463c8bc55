#include "app/reading/people_in_text.hpp"

#include <algorithm>
#include <array>

#include "cli/understand.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/shell_word.hpp"

namespace connect::app {
namespace {

constexpr std::size_t longest_name_words = 4;

constexpr auto leads = std::to_array<std::string_view>(
    {"with", "to", "for", "from", "on", "about", "of", "by", "and"});
constexpr auto refusals = std::to_array<std::string_view>({"without", "except", "not"});

template <std::size_t n>
bool is_among(const std::array<std::string_view, n>& words, const std::string& text) {
  return std::ranges::find(words, fold_key(text)) != words.end();
}

struct Listed {
  std::vector<std::string> people;
  std::size_t end = 0;      // the text after them
  bool goes_on = false;     // whether a comma follows the last one
  bool has_choice = false;  // "or" is between them
};

/// Reads lists of known names among the texts of one run.
class ListReader {
 public:
  ListReader(std::span<const std::string> texts, const Names& people)
      : texts_(texts), people_(people) {}

  /// "Maya", "Aunt Ruth, Sam", "Maya and Sam"; nothing if no known name begins at this place.
  std::optional<Listed> at(std::size_t place) const {
    auto list = name_at(place);
    while (list && list->end < texts_.size()) {
      const std::string& text = texts_[list->end];
      const std::string key = fold_key(text);
      const bool is_choice = key == "or";
      const bool is_joint = is_choice || key == "and" || text == "&";
      if (!is_joint && !list->goes_on) break;
      const auto more = name_at(list->end + (is_joint ? 1 : 0));
      if (!more) break;
      list->people.insert(list->people.end(), more->people.begin(), more->people.end());
      list->end = more->end;
      list->goes_on = more->goes_on;
      list->has_choice = list->has_choice || is_choice;
    }
    return list;
  }

 private:
  std::optional<std::string> known(const std::string& spelling) const {
    if (fold_key(spelling).empty()) return std::nullopt;
    const auto name = people_.find_loosely(spelling);
    return name ? std::optional(people_.display(*name)) : std::nullopt;
  }

  /// The longest name that begins here, or several with commas but no spaces between them.
  std::optional<Listed> name_at(std::size_t place) const {
    if (place >= texts_.size()) return std::nullopt;
    for (auto count = std::min(longest_name_words, texts_.size() - place); count > 0; --count) {
      std::string words = cli::words_joined(texts_.subspan(place, count));
      if (auto name = known(words)) return Listed{{*std::move(name)}, place + count};
      if (!words.ends_with(',')) continue;
      words.pop_back();
      if (auto name = known(words)) return Listed{{*std::move(name)}, place + count, true};
    }
    return names_in(place);
  }

  /// "Maya,Sam" and "Maya,Sam,".
  std::optional<Listed> names_in(std::size_t place) const {
    std::string_view word = texts_[place];
    Listed list{{}, place + 1, word.ends_with(',')};
    if (list.goes_on) word.remove_suffix(1);
    for (std::size_t at = 0; at <= word.size();) {
      const auto end = std::min(word.find(',', at), word.size());
      auto name = known(std::string(word.substr(at, end - at)));
      if (!name) return std::nullopt;
      list.people.push_back(*std::move(name));
      at = end + 1;
    }
    return list;
  }

  std::span<const std::string> texts_;
  const Names& people_;
};

Status no_choice() {
  return usage_error("several people mean entries with all of them; \"or\" cannot change that",
                     "leave it out; to search for the word: --grep or");
}

Status take_run(Selection& selection, cli::Filter::Run run, const Names& people,
                const Names& tags) {
  const std::span<std::string> texts =
      std::span(selection.texts).subspan(run.from, run.to - run.from);
  const ListReader lists(texts, people);
  for (std::size_t i = 0; i < texts.size();) {
    if (is_among(refusals, texts[i]) && lists.at(i + 1))
      return usage_error(
          "entries cannot be selected by who is not in them",
          "leave \"" + texts[i] + "\" out; to search for the word: --grep " + texts[i]);
    const bool is_led = is_among(leads, texts[i]);
    const auto list = lists.at(i + (is_led ? 1 : 0));
    if (!list || (!is_led && list->people.size() < 2)) {
      ++i;
      continue;
    }
    if (list->has_choice) return no_choice();
    for (const auto& name : list->people)
      if (const auto tag = tags.find(name))
        return usage_error(
            "\"" + name + "\" could be the person @" + name + " or the tag +" + tags.display(*tag),
            "use " + shell_word("@" + name) + " for the person, or " +
                shell_word("+" + tags.display(*tag)) + " for the tag");
    selection.with.insert(selection.with.end(), list->people.begin(), list->people.end());
    std::fill(texts.begin() + static_cast<std::ptrdiff_t>(i),
              texts.begin() + static_cast<std::ptrdiff_t>(list->end), "");
    i = list->end;
  }
  return success();
}

}  // namespace

Status take_people(cli::Filter& filter, const Names& people, const Names& tags) {
  for (const auto& run : filter.runs)
    if (auto taken = take_run(filter.selection, run, people, tags); !taken) return taken;
  return success();
}

}  // namespace connect::app
