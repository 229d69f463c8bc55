// What a look over the ledger and the files around it found.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace connect {

struct Symptom {
  std::string kind;                 // a word for programs, such as "bad-line"
  std::optional<std::size_t> line;  // of the ledger
  std::string message;              // what is so, never quoting a note
  std::string remedy;               // what can be done about it
  bool is_note = false;             // worth knowing, and nothing is wrong
};

/// What was done about findings.
struct Mended {
  std::vector<std::string> steps;  // a sentence each, in the past tense
  std::string backup;              // where the ledger is as it was; empty when it was not rewritten
};

/// What was forgotten, and where.
struct Forgotten {
  struct Place {
    std::string path;
    std::size_t records = 0;     // taken out, or made to say less
    std::size_t unreadable = 0;  // lines that could not be read and spoke of it
  };
  std::size_t records = 0;  // of the ledger, as a person counts them
  std::vector<Place> places;
  std::vector<std::string> ids;   // of the records that went altogether
  std::vector<std::string> left;  // files of the user's own that speak of the person still
  // A repository of git, in whose history the words may be, and the ledger's path in it; or empty.
  std::string repository;
  std::string path_in_repository;
};

struct CheckupResult {
  std::string ledger;  // its path
  std::size_t entries = 0;
  std::vector<Symptom> findings;

  bool is_well() const {
    return std::ranges::all_of(findings, [](const Symptom& finding) { return finding.is_note; });
  }
};

}  // namespace connect
