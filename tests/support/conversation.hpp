// A golden conversation: commands and what the program is to answer, in one readable file. The
// whole program runs in process, with files in memory and a frozen clock; what one command saves,
// the next one finds.
//
//   # A comment; the first one is the title.
//   @now 2026-11-23T22:14:05+01:00        a directive; all stand in cli/directives.cpp
//
//   $ connect log thank @Maya             words as a shell would take them apart
//   Thanked Maya · ...                    standard output as it is
//   ! connect: ...                        standard error
//   ? 2                                   the exit code, unless 0
//
// An answer ends at an empty line. An empty line of output, and one that would read as something
// else, begins with a backslash. Bytes that cannot be seen have a picture: ␛ escape, ␉ tab,
// ␍ carriage return, ␠ space at the end of a line, ␄ no line end at the end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace connect::testing {

struct Mismatch {
  std::size_t line = 0;  // of the command, from 1
  std::string command;
  std::vector<std::string> expected;
  std::vector<std::string> actual;
};

struct Played {
  std::size_t commands = 0;
  std::vector<Mismatch> mismatches;
  std::vector<std::string> faults;  // what no answer may be, whatever is expected, with its line
  std::string rewritten;            // the file with the answers that were given
};

Played play(std::string_view conversation);

/// "-expected" and "+actual" lines around what both have in common.
std::string diff(const Mismatch& mismatch);

}  // namespace connect::testing
