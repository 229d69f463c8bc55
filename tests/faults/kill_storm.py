"""Writers are killed at random moments: what was acknowledged stays, torn tails are recovered."""

import fcntl
import random
import shutil
import signal
import sys
import threading
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from preload import load_shim

# In rounds, each with a fresh ledger: one that grew would be slow to read, and every kill too early.
ROUNDS = 40 if real.LONG else 1
KILLS = 500
WRITERS = 8


class Storm:
    """Shared by the threads that start a writer and kill it after a random while."""

    def __init__(self, home, seed):
        self.home, self.seed = home, seed
        self.tears = 0
        self.acknowledged, self.killed, self.odd_codes = [], [], []
        self.typical = self.time_of_one()
        self.guard = threading.Lock()

    def time_of_one(self):
        begin = time.monotonic()
        for i in range(5):
            self.home.run("log", "offer", "--id", f"calm-{i}")
        return (time.monotonic() - begin) / 5

    def rage(self, writer):
        dice = random.Random(f"{self.seed} {writer}")
        turn = 0
        while len(self.killed) < KILLS:
            turn += 1
            if dice.random() < 0.05:
                self.tear(dice)
            self.one(f"s{writer}-{turn}", dice.uniform(0, WRITERS / 2 * self.typical))

    def one(self, name, pause):
        process = self.home.start("log", "thank", "@Maya", "--id", name, "-m", "in a storm")
        time.sleep(pause)
        process.kill()
        code = real.finish(process).code
        with self.guard:
            if code in (0, -9):
                (self.killed if code else self.acknowledged).append(name)
            elif code != 5:
                self.odd_codes.append(code)

    def tear(self, dice):
        """What a power cut leaves of another writer's line."""
        line = real.record(f"torn-{self.tears}")
        with open(self.home.ledger, "ab", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(line[:dice.randrange(1, len(line) - 1)])
        with self.guard:
            self.tears += 1


class KillStorm(real.Case):
    def rage(self, seed):
        older = real.ledger_of(f"older-{i}" for i in range(20))
        self.home.plant(older)
        storm = Storm(self.home, seed)
        threads = [threading.Thread(target=storm.rage, args=(i,)) for i in range(WRITERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([], storm.odd_codes)
        self.assert_kept(older)
        return storm

    def check(self, storm):
        """Nothing acknowledged is lost, and what was killed can be said again with its --id."""
        found = real.faults_in(self.home.bytes(), storm.acknowledged)
        torn = found.pop("torn", 0)
        self.assertEqual({}, found)
        again = self.random.sample(storm.killed, 50)
        for name in again:
            self.assert_saved(self.home.run("log", "thank", "--id", name))
        listed = Counter(self.home.listed())
        self.assertEqual([], [name for name in [*storm.acknowledged, *again] if listed[name] != 1])
        return torn

    def storms(self):
        """How many torn lines the storms left, and how many of them were torn on purpose."""
        sums = Counter()
        for turn in range(ROUNDS):
            storm = self.rage(f"{real.SEED} {turn}")
            sums.update(torn=self.check(storm), tears=storm.tears, killed=len(storm.killed),
                        acknowledged=len(storm.acknowledged))
            for folder in (".local", ".cache"):
                shutil.rmtree(self.home.folder / folder, ignore_errors=True)
        real.figures(f"{sums['killed']} kills, {sums['acknowledged']} acknowledged, {sums['torn']} "
                     f"torn lines, 0 lost")
        return sums["torn"], sums["tears"]

    def test_no_acknowledged_entry_is_lost_when_writers_are_killed(self):
        torn, tears = self.storms()
        self.assertLessEqual(torn, tears)

    def test_nor_when_they_are_killed_in_the_middle_of_a_line(self):
        load_shim(self, "split")
        for _ in range(10):  # where the machine is busy, few kills come at the right moment
            torn, tears = self.storms()
            if torn > tears:
                break
        self.assertGreater(torn, tears, "no kill hit the middle of a line")

    def test_a_polite_signal_in_the_middle_of_a_line_waits_for_the_answer(self):
        load_shim(self, "split", pause=300_000)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP):
            before = self.home.bytes()
            process = self.home.start("log", "thank", "--id", f"new-{number}")
            while self.home.bytes() == before:
                self.assertIsNone(process.poll())
            process.send_signal(number)
            if number == signal.SIGTSTP:
                process.send_signal(signal.SIGCONT)
            answer = real.finish(process)
            self.assertIn(answer.code, (0, -number, 128 + number))
            self.assertIn(b"Said thanks", answer.out)
            self.assert_kept(before)
            self.assertEqual({}, real.faults_in(self.home.bytes(), [f"new-{number}"]))


if __name__ == "__main__":
    real.main()
