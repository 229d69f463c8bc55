"""Several machines of one person, each a home of its own, and a git repository between them."""

import datetime
import json
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import real

NOON = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))
LOOKS = [["list", "--json", "--limit", "0"], ["people", "--json"], ["report", "all", "--json"],
         ["streak", "--json"]]


class Machine(real.Home):
    """`skew`: hours by which its clock is off."""

    def __init__(self, skew=0):
        super().__init__()
        self.skew = datetime.timedelta(hours=skew)
        self.environment["GIT_CONFIG_NOSYSTEM"] = "1"
        self.minutes = 0

    def tick(self, minutes=1):
        self.minutes += minutes
        now = NOON + self.skew + datetime.timedelta(minutes=self.minutes)
        self.environment["CONNECT_NOW"] = now.isoformat()

    def git(self, *words, folder=None, check=True):
        done = subprocess.run(["git", "-C", folder or self.ledger.parent, *words],
                              env=self.environment, capture_output=True, stdin=subprocess.DEVNULL,
                              text=True, timeout=real.WATCHDOG)
        if check and done.returncode != 0:
            raise AssertionError((words, done.stdout, done.stderr))
        return done.stdout

    def lines(self):
        return self.bytes().splitlines()

    def looks(self):
        """What its owner sees; all machines are asked at the same moment."""
        moment = {"CONNECT_NOW": (NOON + datetime.timedelta(days=2)).isoformat()}
        answers = [self.run(*words, env=moment) for words in LOOKS]
        assert all(answer.code == 0 for answer in answers), answers
        return [answer.out for answer in answers]

    def conflicts(self):
        """Whether git left anything half done."""
        folder = self.ledger.parent / ".git"
        return [name for name in ("MERGE_HEAD", "rebase-merge", "rebase-apply")
                if (folder / name).exists()] + [b"<<<<<<<" in self.bytes()] * (
                    b"<<<<<<<" in self.bytes())


def kill_group(process):
    """As a power switch would: the program and the git that it runs."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def remove_locks(*folders):
    """What git asks of its user when a git was killed while it held one."""
    for folder in folders:
        for lock in [*Path(folder).rglob("*.lock")]:
            lock.unlink(missing_ok=True)


class Case(real.Case):
    """Fails, rather than skips, where git is missing: tests/run installs it."""

    def setUp(self):
        super().setUp()
        self.shared = Path(tempfile.mkdtemp(prefix="connect-shared-"))
        self.addCleanup(shutil.rmtree, self.shared, ignore_errors=True)
        self.remote = self.shared / "ledger.git"
        subprocess.run(["git", "init", "-q", "--bare", self.remote], check=True)

    def machines(self, *skews):
        all_of_them = [Machine(skew) for skew in skews]
        for machine in all_of_them:
            self.addCleanup(machine.remove)
            machine.tick()
        return all_of_them

    def synced(self, machine, *words):
        """A sync that succeeds; its JSON."""
        answer = machine.run("sync", "--json", *words)
        self.assertEqual(0, answer.code, answer)
        self.assertEqual([], machine.conflicts())
        return json.loads(answer.out)

    def log(self, machine, name, *words):
        answer = machine.run("log", "thank", "--id", name, "-q", *words)
        self.assertEqual(0, answer.code, answer)

    def assert_apart(self, answer, before, machine):
        """Told as a plain no with a remedy, and the ledger is as it was."""
        self.assertEqual(1, answer.code, answer)
        self.assertIn(b"\n  try: ", answer.err)
        self.assertEqual(before, machine.bytes())
        self.assertEqual([], machine.conflicts())

    def assert_same(self, machines):
        """Everybody sees the same, and has every line once."""
        first, *others = machines
        self.assertEqual(len(first.lines()), len(set(first.lines())))
        for machine in others:
            self.assertEqual(sorted(first.lines()), sorted(machine.lines()))
            self.assertEqual(first.looks(), machine.looks())
