#include <algorithm>
#include <array>

#include "app/entries/loose_words.hpp"
#include "domain/text/bare_name.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/shell_word.hpp"
#include "domain/time/dates.hpp"

namespace connect::app {
namespace {

/// The words of a note without their punctuation, and their fold keys.
struct LooseWords {
  std::vector<std::string> words;
  std::vector<std::string> keys;

  explicit LooseWords(std::string_view text) {
    while (!text.empty()) {
      const auto end = std::min(text.find(' '), text.size());
      words.push_back(bare_name(text.substr(0, end)));
      keys.push_back(fold_key(words.back()));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  /// Whether the words from `place` on are this name, case and accents aside.
  bool has(std::string_view key, std::size_t place) const {
    for (std::size_t i = place; i < keys.size(); ++i) {
      if (key == keys[i]) return true;
      if (keys[i].empty() || !key.starts_with(keys[i] + " ")) return false;
      key.remove_prefix(keys[i].size() + 1);
    }
    return false;
  }

  /// Whether it is written as the name is. An ordinary word of a sentence can be a name as well:
  /// "will", "rose".
  bool is_written_as(const std::string& name, std::size_t place) const {
    const bool is_lower =
        std::ranges::none_of(words[place], [](char c) { return c >= 'A' && c <= 'Z'; });
    return place == 0 || !is_lower || name.starts_with(words[place]);
  }
};

/// Whether the note has this known name as words of a sentence.
bool has_name(const LooseWords& loose, const Names& people, NameIndex name) {
  for (std::size_t place = 0; place < loose.keys.size(); ++place)
    if (loose.has(people.key(name), place) && loose.is_written_as(people.spelling(name), place))
      return true;
  return false;
}

std::vector<std::string> names_in_note(const LooseWords& loose, const Names& people,
                                       const std::vector<std::string>& with) {
  std::vector<std::string> found;
  if (loose.keys.empty()) return found;
  std::array<bool, 256> begins{};  // most names begin like no word of the note
  for (const auto& key : loose.keys)
    if (!key.empty()) begins[static_cast<unsigned char>(key[0])] = true;
  for (NameIndex i = 0; i < people.size(); ++i) {
    const std::string& key = people.key(i);
    if (key.size() < 2 || !begins[static_cast<unsigned char>(key[0])] ||
        !has_name(loose, people, i))
      continue;
    const std::string& name = people.display(i);
    const auto is_same = [&](const std::string& other) {
      return fold_key(other) == fold_key(name);
    };
    if (std::ranges::none_of(with, is_same) && std::ranges::none_of(found, is_same))
      found.push_back(name);
  }
  std::ranges::sort(found);  // independent of the order of records
  return found;
}

/// The word of the note that may have been meant as another day than the entry's. Within a sentence
/// the name of a weekday is ordinary, and "sat" and "sun" are so at its end as well.
std::string day_in_note(const LooseWords& loose, Session& session, Day day) {
  const Calendar calendar{session.today(), session.config().week_start};
  for (std::size_t i = 0; i < loose.keys.size(); ++i) {
    const std::string& word = loose.keys[i];
    const bool is_ordinary = word == "sat" || word == "sun";
    const bool is_at_end = i == 0 || (i + 1 == loose.keys.size() && !is_ordinary);
    const bool is_plain =
        word == "yesterday" || (!word.empty() && word[0] >= '0' && word[0] <= '9');
    if (!is_plain && !is_at_end) continue;
    const auto meant = day_from_words(word, calendar);
    if (meant && *meant != day) return loose.words[i];
  }
  return "";
}

}  // namespace

void notice_loose_words(Session& session, const cli::EntryArgs& entry, const Names& people,
                        const std::vector<std::string>& with, Day day, const std::string& amend) {
  if (entry.note_from_editor || entry.loose == 0 || session.is_quiet()) return;
  const LooseWords loose(std::string_view(entry.note).substr(0, entry.loose));
  const auto remedy = [&](const std::string& words) {
    return amend.empty() ? ", use " + words : ": " + amend + " " + words;
  };
  for (const auto& name : names_in_note(loose, people, with))
    session.notice("\"" + name + "\" is part of the note. To add the person" +
                   remedy(shell_word("@" + name)));
  if (entry.day) return;
  if (const std::string word = day_in_note(loose, session, day); !word.empty())
    session.notice("\"" + word + "\" is part of the note. To set the day" + remedy("--on " + word));
}

}  // namespace connect::app
