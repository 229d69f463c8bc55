// Laws for the output of every command, whatever a conversation expects: no invisible characters,
// no line wider than the terminal, and --json prints one JSON document.
#pragma once

#include <string>
#include <vector>

#include "connect/app.hpp"

namespace connect::testing {

/// The laws that this output violates, one line each; `words` starts with "connect".
std::vector<std::string> faults_of(const Facts& facts, const std::vector<std::string>& words,
                                   const Outcome& outcome);

}  // namespace connect::testing
