// The machine of a conversation and its user: files in memory, a frozen clock, a configurable
// terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "connect/app.hpp"
#include "support/memory_programs.hpp"

namespace connect::testing {

/// Starts with the home directory /home/ana, no files, and the time 2026-11-23T22:14:05+01:00.
struct Machine {
  Machine();

  Facts facts;
  MemoryFiles files;
  MemoryPrograms programs{files};
  std::uint8_t commands = 0;  // how many were run
  std::string ledger = "/home/ana/.local/share/connect/ledger.jsonl";
  std::string config = "/home/ana/.config/connect/config.toml";
};

/// Runs a directive, such as "@columns 40"; false when it is unknown or invalid.
bool follow(Machine& machine, std::string_view line);

/// Splits a line as a shell does: quotes, backslashes and $'...', without expansions.
std::vector<std::string> words_of(std::string_view line);

/// Runs `connect ...`, or `cat FILE` for one of the machine's files. The random bytes of a command
/// are its number, so that ids are the same on every run.
Outcome answer_to(Machine& machine, const std::vector<std::string>& words);

}  // namespace connect::testing
