// What comes of laying copies of a ledger together, as values to be told.
#pragma once

#include <cstddef>
#include <string>

namespace connect {

/// How many records, and how many of them say that an act was done.
struct Amount {
  std::size_t records = 0;
  std::size_t acts = 0;
  bool operator==(const Amount&) const = default;
};
inline Amount operator+(const Amount& a, const Amount& b) {
  return {a.records + b.records, a.acts + b.acts};
}

/// What one copy had that the ledger lacked.
struct TakenIn {
  std::string file;
  Amount added;
  std::size_t kept_out = 0;  // lines that cannot be read
  std::string moved;         // where the copy was put aside; empty when it stays
};

struct Synced {
  std::string remote;  // fit to be shown: without a password
  Amount received;
  Amount sent;
};

}  // namespace connect
