"""An editor or a sync tool renames another file over the ledger while someone logs."""

import fcntl
import os
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from held_lock import is_at_the_lock
from preload import load_shim

SECONDS = 600 if real.LONG else 2
OLDER = real.ledger_of(["one", "two"])


class Replacer:
    """Replaces the ledger by a copy of what it read; notes what it thereby threw away."""

    def __init__(self, ledger, locks):
        self.ledger, self.locks = ledger, locks
        self.swallowed, self.times = set(), 0

    def once(self):
        with open(self.ledger, "rb") as old:
            if self.locks:
                fcntl.flock(old, fcntl.LOCK_EX)
                if os.fstat(old.fileno()).st_ino != self.ledger.stat().st_ino:
                    return
            copied = old.read()
            self.put(copied)
            # Whoever wrote to the old file later than this can see that it was replaced.
            old.seek(0)
            self.swallowed |= ids(old.read()) - ids(copied)
        self.times += 1

    def put(self, data):
        fresh = self.ledger.with_name("fresh.tmp")
        fresh.write_bytes(data)
        fresh.chmod(0o600)
        fresh.rename(self.ledger)


def ids(data):
    return {line.split(b'"id":"')[1].split(b'"')[0].decode() for line in data.splitlines()
            if b'"id":"' in line}


class ReplacedFile(real.Case):
    def setUp(self):
        super().setUp()
        self.home.plant(OLDER)

    def log_for_a_while(self, replacer, rest):
        """Ids that were acknowledged while the file was replaced again and again."""
        end, saved, codes = time.monotonic() + SECONDS, [], set()
        def replace():
            while time.monotonic() < end:
                replacer.once()
                time.sleep(self.random.uniform(0, rest))
        thread = threading.Thread(target=replace)
        thread.start()
        while time.monotonic() < end:
            name = f"new-{len(saved)}-{len(codes)}"
            answer = self.home.run("log", "thank", "--id", name)
            codes.add(answer.code)
            if answer.code == 0:
                saved.append(name)
        thread.join()
        self.assertLessEqual(codes, {0, 4, 5})
        return saved

    def check(self, locks, rest):
        replacer = Replacer(self.home.ledger, locks)
        saved = self.log_for_a_while(replacer, rest)
        missing = set(saved) - ids(self.home.bytes())
        self.assertEqual(set(), missing - replacer.swallowed)
        self.assert_kept(OLDER)
        listed = self.home.listed()
        self.assertEqual([], [name for name in saved if name not in missing
                              and listed.count(name) != 1])
        real.figures(f"{len(saved)} saved, {replacer.times} replacements, {len(missing)} thrown "
                     f"away by the replacer")
        return missing

    def test_nothing_is_lost_to_a_replacer_that_takes_the_lock(self):
        self.assertEqual(set(), self.check(locks=True, rest=0.01))

    def test_nothing_is_lost_to_a_restless_replacer_that_takes_the_lock(self):
        self.assertEqual(set(), self.check(locks=True, rest=0))

    def test_an_editor_loses_only_what_it_read_too_early_to_see(self):
        self.check(locks=False, rest=0.01)

    def test_a_file_replaced_while_a_log_waits_gets_the_line(self):
        replacer = Replacer(self.home.ledger, locks=False)
        for turn in range(20):
            with open(self.home.ledger, "rb") as old:
                fcntl.flock(old, fcntl.LOCK_EX)
                process = self.home.start("log", "thank", "--id", f"new-{turn}")
                while not is_at_the_lock(process, self.home.ledger):
                    self.assertIsNone(process.poll())
                replacer.put(self.home.bytes())
            self.assert_saved(real.finish(process), f"new-{turn}")
        self.assert_kept(OLDER)

    def test_a_file_replaced_in_the_middle_of_a_line_gets_the_whole_line(self):
        load_shim(self, "split", pause=300_000)
        process = self.home.start("log", "thank", "--id", "new")
        while self.home.bytes() == OLDER:
            self.assertIsNone(process.poll())
        Replacer(self.home.ledger, locks=False).put(OLDER)
        self.assert_saved(real.finish(process), "new")
        self.assertEqual({}, real.faults_in(self.home.bytes(), ["new"]))
        self.assert_kept(OLDER)

    def test_a_file_that_is_taken_away_while_a_log_waits_is_made_anew(self):
        with open(self.home.ledger, "rb") as old:
            fcntl.flock(old, fcntl.LOCK_EX)
            process = self.home.start("log", "thank", "--id", "new")
            while not is_at_the_lock(process, self.home.ledger):
                self.assertIsNone(process.poll())
            self.home.ledger.rename(self.home.ledger.with_name("old.jsonl"))
        self.assert_saved(real.finish(process), "new")
        self.assertEqual(OLDER, self.home.ledger.with_name("old.jsonl").read_bytes())


if __name__ == "__main__":
    real.main()
