// Names of people and tags, each held once. Case and accents aside, one name is one name, however
// it was spelled; the spelling shown is the one used last, so the answer never depends on the order
// in which records are read.
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

/// When and by which record something was said; the order in which the last writer wins.
struct Stamp {
  std::int64_t seconds = 0;
  Id id;
  auto operator<=>(const Stamp&) const = default;
};

using NameIndex = std::uint32_t;

class Names {
 public:
  struct Name {
    std::string display;
    std::string key;
    Stamp shown;
    NameIndex parent = 0;
    NameIndex face = 0;  // of a root: the name whose spelling is shown
  };

  Names() = default;
  /// Names as `all` gave them.
  explicit Names(std::vector<Name> all);
  std::span<const Name> all() const { return names_; }

  NameIndex add(std::string_view spelling, const Stamp& stamp);
  /// The name that this spelling means, if it is known.
  std::optional<NameIndex> find(std::string_view spelling) const;
  const std::string& display(NameIndex name) const {
    return names_[names_[root(name)].face].display;
  }

  /// The name's own spelling, whatever it was renamed to.
  const std::string& spelling(NameIndex name) const { return names_[name].display; }

  const std::string& key(NameIndex name) const { return names_[name].key; }

  /// From now on both names are one, shown as `to`. Renames are given in the order of their stamps.
  void rename(NameIndex from, NameIndex to);
  /// The one index that stands for a name and all it was renamed from or to.
  NameIndex root(NameIndex name) const;
  std::size_t size() const { return names_.size(); }

 private:
  NameIndex by_key(std::string_view spelling, const Stamp& stamp);

  std::vector<Name> names_;
  std::unordered_map<std::string, NameIndex> by_spelling_;  // saves folding a name seen before
  std::unordered_map<std::string, NameIndex> by_key_;
};

/// Small lists of names, each distinct list held once: a million entries name few circles.
class NameLists {
 public:
  NameLists() { intern({}); }
  NameLists(NameLists&&) = default;  // a copy would point into what it was copied from
  NameLists& operator=(NameLists&&) = default;
  std::uint32_t intern(const std::vector<NameIndex>& list);
  std::span<const NameIndex> operator[](std::uint32_t list) const { return *lists_[list]; }
  /// Lists are numbered from 0, the empty one.
  std::uint32_t size() const { return static_cast<std::uint32_t>(lists_.size()); }

 private:
  std::map<std::vector<NameIndex>, std::uint32_t> index_;
  std::vector<const std::vector<NameIndex>*> lists_;  // into index_, whose keys never move
};

}  // namespace connect
