// Names of people and tags, each stored once. Spellings that differ only in case or accents are one
// name (fold_key in name_folding.hpp); the one shown is the spelling used last by stamp, so that it
// does not depend on the order in which records are read. Renames link names in a union-find
// forest.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "domain/ledger/id.hpp"

namespace connect {

/// Time and id of a record. Last-writer-wins goes by this order; the id breaks ties.
struct Stamp {
  std::int64_t seconds = 0;
  Id id;
  auto operator<=>(const Stamp&) const = default;
};

using NameIndex = std::uint32_t;

class Names {
 public:
  /// `key` is the folded spelling, `shown` the stamp of the spelling in `display`. A name is a root
  /// when `parent` is its own index.
  struct Name {
    std::string display;
    std::string key;
    Stamp shown;
    NameIndex parent = 0;
    NameIndex face = 0;  // of a root: the name whose spelling is shown
  };

  Names() = default;
  /// Restores names from all() of another object.
  explicit Names(std::vector<Name> all);
  std::span<const Name> all() const { return names_; }

  /// The index of a spelling, which is added when unknown. The spelling with the latest stamp is
  /// shown; for equal stamps the greater one.
  NameIndex add(std::string_view spelling, const Stamp& stamp);
  /// The root of the name that this spelling refers to, if known.
  std::optional<NameIndex> find(std::string_view spelling) const;
  /// find(), or else the only name that differs in spaces, hyphens and full stops alone: "AuntRuth"
  /// and "aunt-ruth" find Aunt Ruth, "Dr Smith" finds Dr. Smith.
  std::optional<NameIndex> find_loosely(std::string_view spelling) const;
  const std::string& display(NameIndex name) const {
    return names_[names_[root(name)].face].display;
  }

  /// The name's own spelling, ignoring renames.
  const std::string& spelling(NameIndex name) const { return names_[name].display; }

  const std::string& key(NameIndex name) const { return names_[name].key; }

  /// Merges two names into one, shown as `to`. Call in the order of the stamps.
  void rename(NameIndex from, NameIndex to);
  /// The index that identifies a name and all names it was renamed from or to.
  NameIndex root(NameIndex name) const;
  std::size_t size() const { return names_.size(); }

 private:
  NameIndex by_key(std::string_view spelling, const Stamp& stamp);
  std::optional<NameIndex> with_key(const std::string& key) const;

  std::vector<Name> names_;
  std::unordered_map<std::string, NameIndex> by_spelling_;     // cache by exact spelling
  mutable std::unordered_map<std::string, NameIndex> by_key_;  // filled once there are many names
};

/// Interned lists of names. Few distinct lists occur, even in a million entries.
class NameLists {
 public:
  NameLists() { intern({}); }
  /// The number of this list, which is added when unknown.
  std::uint32_t intern(const std::vector<NameIndex>& list);
  std::span<const NameIndex> operator[](std::uint32_t list) const { return lists_[list]; }
  /// Lists are numbered from 0, the empty one.
  std::uint32_t size() const { return static_cast<std::uint32_t>(lists_.size()); }

 private:
  std::map<std::vector<NameIndex>, std::uint32_t> index_;
  std::vector<std::vector<NameIndex>> lists_;
};

}  // namespace connect
