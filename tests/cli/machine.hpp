// The machine of a conversation and its user: files in memory, a frozen clock, a terminal that can
// be described. Directives change it, commands run on it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "connect/app.hpp"
#include "support/memory_files.hpp"

namespace connect::testing {

/// One machine and its user.
struct Machine {
  Machine();

  Facts facts;
  MemoryFiles files;
  std::uint8_t commands = 0;
  std::string ledger = "/home/ana/.local/share/connect/ledger.jsonl";
  std::string config = "/home/ana/.config/connect/config.toml";
};

/// Follows a line such as "@columns 40"; false when it says nothing that is known.
bool follow(Machine& machine, std::string_view line);

/// Words as a shell would take them apart: quotes, backslashes and $'...', no expansions.
std::vector<std::string> words_of(std::string_view line);

/// What `connect ...` answers, or `cat` about one of the machine's files. The random bytes of a
/// command are its number, so that ids are stable.
Outcome answer_to(Machine& machine, const std::vector<std::string>& words);

}  // namespace connect::testing
