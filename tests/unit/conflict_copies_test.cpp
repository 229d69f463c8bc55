// Which files next to a ledger are conflict copies of it, and which only look similar.
#include "store/reading/conflict_copies.hpp"

#include <doctest/doctest.h>

#include "support/memory_files.hpp"

namespace connect::conflict_copies_test {

using testing::MemoryFiles;
using Names = std::vector<std::string>;

TEST_CASE("a copy is known by the mark that its sync tool puts after the ledger's stem or name") {
  for (const char* name : {
           "l.sync-conflict-20261123-120000-ABC.jsonl",
           "l (Ana's conflicted copy 2026-11-23).jsonl",
           "l (Ana's MacBook (2)'s conflicted copy 2026-11-23).jsonl",
           "l (conflicted copy 2026-11-23 120000).jsonl",
           "l_conflict-20261123-120000.jsonl",
           "l (SFConflict ana@example.org 2026-11-23-12-00-00).jsonl",
           "l (In Konflikt stehende Kopie von Ana 2026-11-23).jsonl",
           "l (Copie en conflit de Ana 2026-11-23).jsonl",
           "l (Copia en conflicto de Ana 2026-11-23).jsonl",
           "l (Copia in conflitto di Ana 2026-11-23).jsonl",
           "l (Cópia em conflito de Ana 2026-11-23).jsonl",
           "l (Ana's conflicterende kopie 2026-11-23).jsonl",
           "l (kopia powodująca konflikt – Ana 2026-11-23).jsonl",
           "l (Ana の競合コピー 2026-11-23).jsonl",
           "l (Ana 的冲突副本 2026-11-23).jsonl",
           "l.conflict1.jsonl",
           "l.jsonl.conflict2",
           "l.jsonl..path1",
           "l.variant-1a2b.jsonl",
       }) {
    INFO(name);
    CHECK(store::is_conflict_copy(name, "l.jsonl"));
  }
  CHECK(store::is_conflict_copy("ledger.sync-conflict-1", "ledger"));
  CHECK(store::is_conflict_copy("my.ledger.sync-conflict-1.jsonl", "my.ledger.jsonl"));
}

TEST_CASE("the copy of another ledger, and every other name, is none") {
  for (const char* name : {
           "l.jsonl",
           "l.rejected.jsonl",
           "m.sync-conflict-1.jsonl",
           "l.sync-conflict-1.txt",
           "l (copy).jsonl",
           "l-work.sync-conflict-20261123-120000-ABC.jsonl",
           "l-work (Ana's conflicted copy 2026-11-23).jsonl",
           "l (old) (Ana's conflicted copy 2026-11-23).jsonl",
           "l.old.sync-conflict-20261123-120000-ABC.jsonl",
           "l old_conflict-20261123-120000.jsonl",
           "l_conflict-of-interest.jsonl",
           "l.conflicts.jsonl",
           "l.conflict.jsonl",
           "l.variant-of-mine.jsonl",
           "l.variant-1.jsonl",
           "l.jsonl.conflict",
           "l-DESKTOP.jsonl",
           "l 2.jsonl",
           "l (1).jsonl",
           ".sync-conflict-1.jsonl",
       }) {
    INFO(name);
    CHECK_FALSE(store::is_conflict_copy(name, "l.jsonl"));
  }
}

TEST_CASE("a ledger in the working directory has its copies there") {
  MemoryFiles files;
  files.contents["./ledger.sync-conflict-1.jsonl"] = "";
  files.contents["/ledger.sync-conflict-2.jsonl"] = "";
  CHECK(store::conflict_copies(files, "ledger.jsonl") == Names{"ledger.sync-conflict-1.jsonl"});
}

TEST_CASE("the copies of a ledger lie where its link leads") {
  MemoryFiles files;
  files.links["/home/link.jsonl"] = "/cloud/ledger.jsonl";
  files.contents["/home/link.sync-conflict-1.jsonl"] = "";
  files.contents["/cloud/ledger.sync-conflict-1.jsonl"] = "";
  CHECK(store::conflict_paths(files, "/home/link.jsonl") ==
        Names{"/cloud/ledger.sync-conflict-1.jsonl"});
}

TEST_CASE("what is called like the ledger and is no sure copy of it is similar") {
  MemoryFiles files;
  for (const char* name : {"ledger.jsonl", "ledger.rejected.jsonl", "ledger.jsonl.connect-abcdef",
                           "ledger.sync-conflict-1.jsonl", "ledger-DESKTOP.jsonl", "notes.txt"})
    files.contents[std::string("/d/") + name] = "";
  CHECK(store::similar_paths(files, "/d/ledger.jsonl") == Names{"/d/ledger-DESKTOP.jsonl"});
}

}  // namespace connect::conflict_copies_test
