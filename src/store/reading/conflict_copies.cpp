#include "store/reading/conflict_copies.hpp"

#include <algorithm>
#include <array>

#include "domain/text/name_folding.hpp"
#include "store/reading/ledger_file.hpp"

namespace connect::store {
namespace {

/// The phrases that Dropbox, Nextcloud, ownCloud and Seafile put in parentheses, with a name and a
/// date. They are compared as fold keys.
constexpr std::array<std::string_view, 20> phrases = {
    "conflicted copy",   "SFConflict",          "in konflikt stehende kopie",
    "copie en conflit",  "copia en conflicto",  "copia in conflitto",
    "cópia conflitante", "cópia em conflito",   "conflicterende kopie",
    "motstridig kopi",   "motstridiga kopi",    "modstridende kopi",
    "motstridende kopi", "powodująca konflikt", "конфликтующая копия",
    "конфліктна копія",  "競合コピー",          "冲突副本",
    "衝突複本",          "충돌된 사본",
};

/// How many characters at the start of the text are in `digits`.
std::size_t skip_digits(std::string_view text, std::string_view digits) {
  return std::min(text.find_first_not_of(digits), text.size());
}

bool is_number(std::string_view text) {
  return !text.empty() && skip_digits(text, "0123456789") == text.size();
}

bool is_in_parentheses(std::string_view mark) {
  // A second pair belongs to the name of another ledger: "ledger (old) (conflicted copy)".
  if (!mark.starts_with(" (") || !mark.ends_with(')') || mark.find(") (") != mark.npos)
    return false;
  const std::string key = fold_key(mark.substr(2, mark.size() - 3));
  return std::ranges::any_of(phrases,
                             [&](auto phrase) { return key.find(fold_key(phrase)) != key.npos; });
}

bool is_variant(std::string_view mark) {
  constexpr std::string_view begin = ".variant-";
  if (!mark.starts_with(begin)) return false;
  mark.remove_prefix(begin.size());
  return mark.size() >= 4 && skip_digits(mark, "0123456789abcdef") == mark.size();
}

bool is_numbered(std::string_view mark, std::string_view begin) {
  return mark.starts_with(begin) && is_number(mark.substr(begin.size()));
}

/// A mark between stem and ending.
bool is_mark(std::string_view mark) {
  return mark.starts_with(".sync-conflict-") || is_in_parentheses(mark) || is_variant(mark) ||
         is_numbered(mark, ".conflict") ||
         (mark.starts_with("_conflict-") && is_number(mark.substr(10, 8)));
}

/// A mark after the whole name.
bool is_suffix(std::string_view mark) {
  return is_numbered(mark, ".conflict") || is_numbered(mark, "..path");
}

std::pair<std::string_view, std::string_view> stem_and_ending(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == name.npos || dot == 0) return {name, ""};
  return {name.substr(0, dot), name.substr(dot)};
}

/// The names in the ledger's folder that `is_wanted` accepts, given the ledger's own name.
template <class Test>
std::vector<std::string> names_beside(Files& files, const std::string& real, Test is_wanted) {
  const auto place = folder_and_name(real);
  auto names = files.names_in(place.first);
  std::erase_if(names, [&](const std::string& name) { return !is_wanted(name, place.second); });
  return names;
}

std::vector<std::string> with_folder(const std::string& real, std::vector<std::string> names) {
  for (auto& name : names) name.insert(0, folder_and_name(real).first + "/");
  return names;
}

}  // namespace

bool is_conflict_copy(std::string_view name, std::string_view of) {
  const auto [stem, ending] = stem_and_ending(of);
  if (name.starts_with(of) && is_suffix(name.substr(of.size()))) return true;
  if (name.size() <= of.size() || !name.starts_with(stem) || !name.ends_with(ending)) return false;
  return is_mark(name.substr(stem.size(), name.size() - of.size()));
}

std::vector<std::string> conflict_copies(Files& files, const std::string& path) {
  return names_beside(files, files.real_path(path), is_conflict_copy);
}

std::vector<std::string> conflict_paths(Files& files, const std::string& path) {
  const std::string real = files.real_path(path);
  return with_folder(real, names_beside(files, real, is_conflict_copy));
}

std::vector<std::string> similar_paths(Files& files, const std::string& path) {
  const std::string real = files.real_path(path);
  const std::string rejected = folder_and_name(rejected_path(real)).second;
  const auto is_similar = [&](const std::string& name, const std::string& own) {
    return name.starts_with(stem_and_ending(own).first) && name != own && name != rejected &&
           name.find(temporary_mark) == name.npos && !is_conflict_copy(name, own);
  };
  return with_folder(real, names_beside(files, real, is_similar));
}

}  // namespace connect::store
