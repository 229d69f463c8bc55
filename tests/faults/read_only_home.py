"""A home that cannot be written: everything that only reads works, and a log says NOT SAVED."""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from places import as_nobody, mounted, own_by_nobody

OLDER = real.ledger_of(["one", "two", "three"])
NOTHING = b"connect: nothing logged yet; connect prompt suggests something\n"
READING = (["list"], ["streak"], ["report", "all"], ["get", "streak.current"], [], ["why"],
           ["prompt"], ["prompt", "--json"], ["--version"])


class ReadOnlyHome(real.Case):
    def check(self, before, **popen):
        """Everything that `before` says is read, nothing is written, and a log tells the truth."""
        for words in READING:
            with self.subTest(words=words):
                answer = self.home.run(*words, **popen)
                message = NOTHING if not before and words[:1] in (["list"], ["report"]) else b""
                self.assertEqual((0, message), (answer.code, answer.err))
                self.assertEqual(words == ["list"] and not before, answer.out == b"")
        listed = self.home.run("list", "--format", "ndjson", **popen).out.splitlines()
        self.assertEqual(before.count(b"\n"), len({json.loads(line)["id"] for line in listed}))
        self.assert_not_saved(self.home.run("log", "thank", "--id", "new", **popen), 4, before)
        self.assert_not_saved(self.home.run("done", **popen), 4, before)

    def protect(self):
        """Takes away the right to write, also from root, who becomes nobody for it."""
        if real.IS_ROOT:
            own_by_nobody(self.home)
        for path in [*self.home.folder.rglob("*"), self.home.folder]:
            path.chmod(path.stat().st_mode & 0o555)
        self.addCleanup(self.restore)
        return as_nobody() if real.IS_ROOT else {}

    def restore(self):
        for path in [self.home.folder, *self.home.folder.rglob("*")]:
            path.chmod(path.stat().st_mode | 0o700)

    def test_a_home_without_permission_to_write(self):
        self.home.plant(OLDER)
        self.check(OLDER, **self.protect())

    def test_an_empty_home_without_permission_to_write(self):
        self.check(b"", **self.protect())

    def test_a_ledger_that_nobody_may_read(self):
        self.home.plant(OLDER)
        popen = self.protect()
        self.home.ledger.chmod(0)
        for words in (["list"], ["prompt"], ["log", "thank"]):
            self.assert_refused(self.home.run(*words, **popen), 4)
        self.home.ledger.chmod(0o600)
        self.assertEqual(OLDER, self.home.bytes())

    def on_a_read_only_mount(self, before):
        disk = mounted(self, "size=1m,mode=0700")
        self.home.environment["HOME"] = str(disk)
        self.home.ledger = disk / ".local/share/connect/ledger.jsonl"
        if before:
            self.home.plant(before)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        self.check(before)

    def test_a_home_on_a_read_only_mount(self):
        self.on_a_read_only_mount(OLDER)

    def test_an_empty_home_on_a_read_only_mount(self):
        self.on_a_read_only_mount(b"")


if __name__ == "__main__":
    real.main()
