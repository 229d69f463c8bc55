// The results of merging copies of a ledger and of a sync, for the messages about them.
#pragma once

#include <cstddef>
#include <string>

namespace connect {

/// A number of records, and how many of them are acts.
struct Amount {
  std::size_t records = 0;
  std::size_t acts = 0;
  bool operator==(const Amount&) const = default;
};
inline Amount operator+(const Amount& a, const Amount& b) {
  return {a.records + b.records, a.acts + b.acts};
}

/// What was merged from one copy.
struct TakenIn {
  std::string file;
  Amount added;
  std::size_t kept_out = 0;  // lines that cannot be parsed
  std::string moved;         // the path the copy was moved to; empty when it stays
};

/// What a sync exchanged with a git remote.
struct Synced {
  std::string remote;  // displayable: without credentials
  Amount received;
  Amount sent;
};

}  // namespace connect
