"""Many processes log at once: nothing is lost, nothing is torn."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from writers import write_many

WRITERS, EACH = (32, 5000) if real.LONG else (16, 200)
MEMORY = "/dev/shm"


class ManyWriters(real.Case):
    def check(self, home):
        names = [f"older-{i}" for i in range(20)]
        older = real.ledger_of(names)
        home.plant(older)
        codes = write_many(home, WRITERS, EACH)
        self.assertEqual(WRITERS * EACH, len(codes))
        self.assertEqual({0}, set(codes.values()))
        self.assertEqual({}, real.faults_in(home.bytes(), codes))
        self.assertEqual(older, home.bytes()[:len(older)])
        self.assertEqual(sorted([*codes, *names]), sorted(home.listed()))
        real.figures(f"{len(codes)} entries by {WRITERS} writers")

    def test_every_entry_of_many_writers_is_saved_once_and_whole(self):
        self.check(self.home)

    def test_the_same_where_the_file_system_is_memory(self):
        if not real.LONG:
            self.skipTest("long run only")
        if not os.access(MEMORY, os.W_OK):
            self.skipTest(f"{MEMORY} is not there")
        home = real.Home(MEMORY)
        self.addCleanup(home.remove)
        self.check(home)


if __name__ == "__main__":
    real.main()
