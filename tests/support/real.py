"""Runs the real binary in a home of its own, and says what every such test must say.

CONNECT_BINARY names the program, CONNECT_LONG=1 or --long asks for the long run, CONNECT_SEED for
other random numbers. WATCHDOG ends a test that hangs; no test asserts how long anything takes.
"""

import collections
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

LONG = "--long" in sys.argv or os.environ.get("CONNECT_LONG", "") not in ("", "0")
SEED = int(os.environ.get("CONNECT_SEED", "20261123"))
BINARY = os.path.abspath(os.environ["CONNECT_BINARY"]) if "CONNECT_BINARY" in os.environ else ""
WATCHDOG = 60
NOBODY = 65534
IS_ROOT = os.geteuid() == 0
# A program that was built to measure coverage learns here where to write its counts.
MEASURED = {name: os.environ[name] for name in ("LLVM_PROFILE_FILE",) if name in os.environ}

Answer = collections.namedtuple("Answer", "code out err")


class Home:
    """A fresh home directory; the program sees nothing else of this machine's settings."""

    def __init__(self, parent=None):
        self.folder = Path(tempfile.mkdtemp(prefix="connect-", dir=parent))
        self.ledger = self.folder / ".local/share/connect/ledger.jsonl"
        self.journal = self.folder / ".local/state/connect/journal.jsonl"
        self.environment = {
            "HOME": str(self.folder),
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "999",  # one line stays one line
            "CONNECT_BINARY": BINARY,
            "CONNECT_NOW": "2026-11-23T12:00:00+01:00",
            **MEASURED,
        }
        self.words = [BINARY]

    def start(self, *words, env=None, under=(), **popen):
        """The program, running, by itself or `under` a tracer; `popen` as in subprocess.Popen."""
        popen = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE,
                 "stderr": subprocess.PIPE, **popen}
        return subprocess.Popen([*under, *self.words, *words], cwd=popen.pop("cwd", self.folder),
                                env={**self.environment, **(env or {})}, **popen)

    def run(self, *words, **popen):
        with self.start(*words, **popen) as process:
            return finish(process)

    def shell(self, script, *words):
        """A shell script that finds the program in $CONNECT_BINARY."""
        done = subprocess.run(["bash", "-c", script, "bash", *words], env=self.environment,
                              cwd=self.folder, capture_output=True,
                              timeout=(600 if LONG else 20) * WATCHDOG)
        return Answer(done.returncode, done.stdout, done.stderr)

    def plant(self, data):
        """Makes these bytes the ledger."""
        self.ledger.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.ledger.write_bytes(data)
        self.ledger.chmod(0o600)

    def bytes(self):
        return self.ledger.read_bytes() if self.ledger.exists() else b""

    def listed(self):
        """The ids that the program lists, newest first."""
        answer = self.run("list", "--format", "ndjson")
        assert answer.code == 0, answer
        return [json.loads(line)["id"] for line in answer.out.splitlines()]

    def become_copy_of(self, other):
        """Holds what the other holds. The first line of the journal names the ledger by its path,
        so it is written by the program here."""
        heading = b""
        if other.journal.exists():
            self.run("log", "thank")
            heading = self.journal.read_bytes().splitlines(keepends=True)[0]
            shutil.rmtree(self.folder)
        shutil.copytree(other.folder, self.folder, dirs_exist_ok=True)
        if heading:
            _, *lines = self.journal.read_bytes().splitlines(keepends=True)
            self.journal.write_bytes(heading + b"".join(lines))

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def finish(process):
    """Waits for the program's answer; a hang is a failure that leaves no process behind."""
    try:
        out, err = process.communicate(timeout=WATCHDOG)
    except subprocess.TimeoutExpired:
        process.kill()
        raise AssertionError(f"hangs: {process.args}") from None
    return Answer(process.returncode, out or b"", err or b"")


def record(name, **fields):
    """One whole ledger line without its LF."""
    line = {"v": 1, "id": name, "op": "log", "at": "2026-11-22T10:00:00+01:00",
            "day": "2026-11-22", "act": "thank", "with": ["Maya"], **fields}
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode()


def ledger_of(names):
    return b"".join(record(name) + b"\n" for name in names)


def faults_in(data, acknowledged):
    """What is wrong with a ledger that only whole records went to: torn, lost and doubled ones."""
    ids, torn = collections.Counter(), 0
    for line in data.splitlines():
        try:
            ids[json.loads(line)["id"]] += 1
        except (ValueError, TypeError, KeyError):
            torn += 1
    lost = [name for name in acknowledged if ids[name] == 0]
    doubled = [name for name, count in ids.items() if count > 1]
    return {what: found for what, found in
            (("torn", torn), ("lost", lost), ("doubled", doubled)) if found}


def figures(text):
    """One line of what a test did, which tests/faults/run gathers."""
    print(f"figures: {Path(sys.argv[0]).stem}: {text}", file=sys.stderr)


class Case(unittest.TestCase):
    def setUp(self):
        self.random = random.Random(f"{SEED} {self.id()}")
        self.home = Home()
        self.addCleanup(self.home.remove)

    def assert_saved(self, answer, name=None):
        self.assertEqual(0, answer.code, answer)
        if name is not None:
            self.assertEqual(1, self.home.listed().count(name), f"{name} is not there once")

    def assert_refused(self, answer, code, before=None):
        """The exit code told the truth, a remedy was named, and not a byte was changed."""
        self.assertEqual(code, answer.code, answer)
        self.assertIn(b"\n  try: ", answer.err)
        if before is not None:
            self.assertEqual(before, self.home.bytes())

    def assert_not_saved(self, answer, code=4, before=None):
        self.assert_refused(answer, code, before)
        self.assertIn(b"NOT SAVED", answer.err)

    def assert_kept(self, before):
        """Every older byte is where it was."""
        self.assertEqual(before, self.home.bytes()[:len(before)])


def main():
    """Runs the tests of one file; 77 tells ctest that nothing could run here."""
    if not os.access(BINARY, os.X_OK):
        sys.exit("CONNECT_BINARY must name the program")
    sys.argv = [word for word in sys.argv if word != "--long"]
    print(f"seed {SEED}, {'long' if LONG else 'default'} run", file=sys.stderr)
    result = unittest.main(verbosity=2, exit=False).result
    for test, why in result.skipped:
        print(f"SKIPPED: {test}: {why}", file=sys.stderr)
    nothing_ran = result.testsRun <= len(result.skipped) and result.wasSuccessful()
    sys.exit(77 if nothing_ran else not result.wasSuccessful())
