// The results of `doctor`, of its --fix, and of `forget`, for the pages that show them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace connect {

/// A problem with the ledger or another file, or information about it.
struct Finding {
  std::string kind;                 // stable identifier for scripts, such as "bad-line"
  std::optional<std::size_t> line;  // line number in the ledger, from 1
  std::string message;              // the problem; never quotes a note
  std::string remedy;               // how to fix it
  bool is_note = false;             // for information only: nothing is wrong
};

/// The result of a repair.
struct Mended {
  std::vector<std::string> steps;  // one sentence each, in the past tense
  std::string backup;  // copy of the ledger before the repair; empty if it was not rewritten
};

/// The records and files that `forget` changed.
struct Forgotten {
  struct Place {
    std::string path;
    std::size_t records = 0;     // removed or redacted
    std::size_t unreadable = 0;  // lines that cannot be parsed and mentioned the person; removed
  };
  std::size_t records = 0;  // removed or redacted in the ledger, corrections included
  std::vector<Place> places;
  std::vector<std::string> ids;   // of the records that were removed entirely
  std::vector<std::string> left;  // files the program does not own that still mention the person
  // The git repository that contains the ledger, whose history may still hold the erased words, and
  // the ledger's path in it; or both empty.
  std::string repository;
  std::string path_in_repository;
};

struct CheckupResult {
  std::string ledger;  // its path
  std::size_t entries = 0;
  std::vector<Finding> findings;

  bool is_well() const {
    return std::ranges::all_of(findings, [](const Finding& finding) { return finding.is_note; });
  }
};

}  // namespace connect
