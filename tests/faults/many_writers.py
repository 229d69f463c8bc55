"""Many processes log at once: nothing is lost, nothing is torn."""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from writers import write_many

WRITERS, EACH = (32, 1250) if real.LONG else (16, 200)
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

    def test_no_first_writer_takes_a_ledger_that_another_is_creating_for_a_lost_one(self):
        for _ in range(10):
            home = real.Home()
            self.addCleanup(home.remove)
            writers = [subprocess.Popen([real.BINARY, "log", "thank"], env=home.environment,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                       for _ in range(10)]
            messages = b"".join(writer.communicate()[1] for writer in writers)
            self.assertNotIn(b"is gone", messages)
            self.assertEqual(10, home.bytes().count(b"\n"))

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
