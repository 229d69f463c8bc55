// What holds for every answer, whatever a conversation expects: nothing unseen reaches the
// terminal, nothing is wider than it, --json is one document.
#pragma once

#include <string>
#include <vector>

#include "connect/app.hpp"

namespace connect::testing {

std::vector<std::string> faults_of(const Facts& facts, const std::vector<std::string>& words,
                                   const Outcome& outcome);

}  // namespace connect::testing
