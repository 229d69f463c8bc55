// The facts of a machine in tests: its folders, and the time.
#pragma once

#include <string_view>

#include "connect/app.hpp"

namespace connect::testing {

/// Folders at the root, and one hour east of UTC.
inline Facts facts_at(std::string_view moment) {
  Facts facts;
  facts.now = *instant_from_rfc3339(moment);
  facts.offset_at = [](Day, int) { return 60; };
  facts.data_home = "/data";
  facts.config_home = "/config";
  facts.state_home = "/state";
  facts.cache_home = "/cache";
  return facts;
}

}  // namespace connect::testing
