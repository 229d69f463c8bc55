"""Imports that are killed, out of space or very large.

All of an import is saved, or nothing is; only a kill in the midst of the one write may leave a part,
which the same command completes.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from places import mounted
from preload import load_shim

SAMPLES = Path(__file__).parents[1] / "import/samples"
ROWS = 100_000
KILLS = 400 if real.LONG else 40
WORDS = ["--map", "Walk=check-in:Maya"]


def log_of(rows):
    """A log of harsh over many years, one act a day and habit."""
    days = (f"{2025 - i // 336 % 300:04}-{i // 28 % 12 + 1:02}-{i % 28 + 1:02}"
            for i in range(10**9))
    return "".join(f"{next(days)} : Walk : y : number {i}\n" for i in range(rows)).encode()


class Import(real.Case):
    def setUp(self):
        super().setUp()
        self.log = self.home.folder / "log"

    def start(self, *more, **popen):
        return self.home.start("import", "harsh", str(self.log), *WORDS, *more, **popen)

    def bring_in(self, *more):
        return real.finish(self.start(*more))

    def test_what_a_killed_import_leaves_is_completed_by_saying_it_again(self):
        self.log.write_bytes(log_of(3000))
        self.home.plant(real.ledger_of(["older"]))
        older, left = self.home.bytes(), []
        begin = time.monotonic()
        self.assert_saved(self.bring_in("--dry-run"))
        typical = time.monotonic() - begin
        for _ in range(KILLS):
            self.home.plant(older)
            process = self.start()
            time.sleep(self.random.uniform(0, 2 * typical))
            process.kill()
            real.finish(process)
            self.assert_kept(older)
            left.append(self.home.bytes().count(b"\n"))
            self.assert_saved(self.bring_in())
            found = real.faults_in(self.home.bytes(), ["older"])
            self.assertLessEqual(found.pop("torn", 0), left[-1] not in (1, 3001))
            self.assertEqual({}, found)
            self.assertEqual(3001, len(self.home.listed()))
        parts = [lines for lines in left if lines not in (1, 3001)]
        print(f"{KILLS} kills: {left.count(3001)} left all of it, {left.count(1)} nothing, "
              f"{len(parts)} a part", file=sys.stderr)

    def test_a_disk_that_is_too_small_gets_nothing(self):
        disk = mounted(self, "size=128k,mode=0700")
        self.home.ledger = disk / "ledger.jsonl"
        self.home.environment["CONNECT_LEDGER"] = str(self.home.ledger)
        self.home.plant(real.ledger_of(["older"]))
        before = self.home.bytes()
        self.log.write_bytes(log_of(3000))
        self.assert_not_saved(self.bring_in(), 4, before)
        self.log.write_bytes(log_of(30))
        self.assert_saved(self.bring_in())
        self.assert_kept(before)

    def test_a_disk_that_does_not_confirm_may_be_asked_again(self):
        self.log.write_bytes(log_of(30))
        load_shim(self, "unsynced")
        answer = self.bring_in()
        self.assert_refused(answer, 4)
        self.assertIn(b"run the same command again", answer.err)
        self.home.environment["CONNECT_SHIM"] = ""
        self.assert_saved(self.bring_in())
        self.assertEqual({}, real.faults_in(self.home.bytes(), []))

    def test_a_hundred_thousand_rows_are_one_write_and_one_wait_for_the_disk(self):
        self.log.write_bytes(log_of(ROWS))
        begin = time.monotonic()
        self.assert_saved(self.bring_in("--dry-run"))
        dry = time.monotonic() - begin
        calls = self.traced_calls()
        self.assertEqual(ROWS, self.home.bytes().count(b"\n"))
        begin = time.monotonic()
        self.assert_saved(self.home.run("list", "--limit", "1"))
        listed = time.monotonic() - begin
        begin = time.monotonic()
        again = self.bring_in()
        second = time.monotonic() - begin
        self.assertIn(f"already in the ledger: {ROWS}".encode(), again.out)
        print(f"{ROWS} rows: dry run {dry:.2f} s, again {second:.2f} s, reading the ledger "
              f"{listed:.2f} s: {dry / listed:.1f} and {second / listed:.1f} times", file=sys.stderr)
        if calls is not None:
            self.assertEqual({"write": 1, "fdatasync": 1}, calls)

    def traced_calls(self):
        """The calls that touch the ledger while it comes in; nothing where strace is not."""
        if not shutil.which("strace"):
            self.assert_saved(self.bring_in())
            return print("SKIPPED: strace is not installed", file=sys.stderr)
        trace = self.home.folder / "trace"
        subprocess.run(["strace", "-f", "-y", "-e", "trace=write,fdatasync", "-o", trace,
                        *self.home.words, "import", "harsh", str(self.log), *WORDS],
                       env={**self.home.environment, "ASAN_OPTIONS": "detect_leaks=0"},
                       cwd=self.home.folder, check=True, capture_output=True)
        lines = [line for line in trace.read_text().splitlines() if "/ledger.jsonl>" in line]
        return {name: sum(f" {name}(" in line for line in lines) for name in ("write", "fdatasync")}

    def test_one_undo_takes_a_large_import_back_and_the_next_import_brings_it_anew(self):
        self.log.write_bytes(log_of(3000))
        self.assert_saved(self.home.run("log", "thank", "--id", "mine"))
        self.assert_saved(self.bring_in())
        self.assertEqual(3001, len(self.home.listed()))
        self.assert_saved(self.home.run("undo"))
        self.assertEqual(["mine"], self.home.listed())
        self.assertIn(b"removed earlier: 3000", self.bring_in().out)
        self.assert_saved(self.home.run("import", "harsh", str(self.log), "--map", "Walk=listen"))
        self.assertEqual(3001, len(self.home.listed()))
        self.assert_saved(self.home.run("undo"))
        self.assert_saved(self.home.run("undo"))
        self.assertEqual([], self.home.listed())

    def test_a_folder_of_loop_is_read_from_the_disk(self):
        answer = self.home.run("import", "loop", f"{SAMPLES}/loop/", "--map", "*=thank", "--json")
        self.assert_saved(answer)
        self.assertGreater(json.loads(answer.out)["imported"]["acts"], 10)
        habits = [habit["habit"] for habit in json.loads(answer.out)["habits"]]
        self.assertEqual(["Call a friend", "Words of thanks, and praise"], habits)

    def test_what_cannot_be_read_is_named(self):
        self.assert_refused(self.home.run("import", "csv", "/"), 2, b"")
        self.assert_refused(self.home.run("import", "loop", "/nowhere"), 2, b"")
        fifo = self.home.folder / "fifo"
        os.mkfifo(fifo)
        self.assert_refused(self.home.run("import", "csv", str(fifo)), 2, b"")


if __name__ == "__main__":
    real.main()
