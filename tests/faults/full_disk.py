"""A small file system of its own that runs full, and has space again now and then."""

import os
import sys
import threading
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from places import mounted

SECONDS = 600 if real.LONG else 4
WRITERS = 8


def fill(path):
    """Takes all the space that is left."""
    with open(path, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass


class FullDisk(real.Case):
    def setUp(self):
        super().setUp()
        self.disk = mounted(self, "size=256k,mode=0700")
        self.ballast = self.disk / "ballast"
        self.home.ledger = self.disk / "ledger.jsonl"
        self.home.environment["CONNECT_LEDGER"] = str(self.home.ledger)

    def log(self, name):
        return self.home.run("log", "thank", "@Maya", "--id", name, "-m", "n" * 300)

    def test_a_full_disk_says_not_saved_and_space_makes_it_work_again(self):
        before = real.ledger_of(f"older-{i}" for i in range(30))
        self.home.plant(before)
        fill(self.ballast)
        answers = [self.log(f"new-{i}") for i in range(30)]
        saved = [f"new-{i}" for i, answer in enumerate(answers) if answer.code == 0]
        self.assertIn(4, {answer.code for answer in answers})
        for answer in answers:
            if answer.code != 0:
                self.assert_not_saved(answer)
        self.assertEqual({}, real.faults_in(self.home.bytes(), saved))
        self.assert_kept(before)
        self.ballast.unlink()
        self.assert_saved(self.log("later"), "later")

    def test_a_first_entry_on_a_full_disk_is_not_saved(self):
        fill(self.ballast)
        self.assert_not_saved(self.log("first"), 4, b"")
        self.ballast.unlink()
        self.assert_saved(self.log("first"), "first")

    def test_writers_while_space_comes_and_goes(self):
        """In rounds, since the small disk soon holds all that there is room for."""
        self.end, counts = time.monotonic() + SECONDS, Counter()
        while time.monotonic() < self.end:
            self.home.plant(real.ledger_of(["older"]))
            codes = self.one_round()
            self.check(codes)
            counts.update(codes.values())
        self.assertEqual({0, 4}, set(counts) - {5})
        real.figures(f"{counts[0]} saved, {counts[4] + counts[5]} refused")

    def one_round(self):
        codes = {}
        threads = [threading.Thread(target=self.write, args=(i, codes)) for i in range(WRITERS)]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            self.tide()
        return codes

    def tide(self):
        fill(self.ballast)
        time.sleep(self.random.uniform(0, 0.05))
        os.unlink(self.ballast)
        time.sleep(self.random.uniform(0, 0.01))

    def write(self, writer, codes):
        turn = 0
        while time.monotonic() < self.end and len(self.home.bytes()) < 200_000:
            turn += 1
            name = f"w{writer}-{turn}"
            codes[name] = self.log(name).code

    def check(self, codes):
        saved = [name for name, code in codes.items() if code == 0]
        self.assertEqual({}, real.faults_in(self.home.bytes(), saved))
        self.assertEqual(sorted([*saved, "older"]), sorted(self.home.listed()))


if __name__ == "__main__":
    real.main()
