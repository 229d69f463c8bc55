// Golden conversations: commands and their expected output in one readable file, run in process on
// one Machine with files in memory and a frozen clock, so that a command finds what an earlier one
// saved. Format:
//
//   # A comment; the first one is the title.
//   @now 2026-11-23T22:14:05+01:00        a directive, see cli/directives.cpp
//
//   $ connect log thank @Maya             arguments, split as a shell does
//   Thanked Maya · ...                    standard output, verbatim
//   ! connect: ...                        standard error
//   ? 2                                   the exit status, unless 0
//
// The output of a command ends at an empty line. An empty line of output, or one that would be
// parsed as something else, is written with a backslash before it. Invisible bytes have symbols:
//
//   ␛ escape   ␉ tab   ␍ carriage return   ␠ space at the end of a line   ␄ no LF at the end
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace connect::testing {

/// A command whose output was not the expected one.
struct Mismatch {
  std::size_t line = 0;  // of the command, from 1
  std::string command;
  std::vector<std::string> expected;
  std::vector<std::string> actual;
};

/// The result of a conversation.
struct Played {
  std::size_t commands = 0;
  std::vector<Mismatch> mismatches;
  std::vector<std::string> faults;  // "LINE: a violated law or a syntax error"
  std::string rewritten;            // the conversation with the actual output in it
};

/// Runs a conversation, given as the text of its file.
Played play(std::string_view conversation);

/// Lines "- expected" and "+ actual", with up to two common lines before and after.
std::string diff(const Mismatch& mismatch);

}  // namespace connect::testing
