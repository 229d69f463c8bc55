"""Whatever the umask: files are for their owner alone, and he can use them."""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from places import as_nobody, own_by_nobody

UMASKS = (0o000, 0o022, 0o077, 0o277, 0o777)


class PrivateFiles(real.Case):
    def with_umask(self, mask, **popen):
        """A first log, a prompt and a report into a file; nothing is left to the umask."""
        os.chmod(self.home.folder, 0o755)
        for words in (["log", "thank", "--id", "new"], ["prompt"], ["report", "-o", "report.txt"],
                      ["report", "-o", "report.txt", "--force"]):
            answer = self.home.run(*words, umask=mask, **popen)
            self.assertEqual(0, answer.code, (oct(mask), words, answer))
            self.check_modes(mask, words)
        listed = self.home.run("list", "--format", "ndjson", **popen)
        self.assertEqual(1, listed.out.count(b'"id":"new"'), listed)

    def check_modes(self, mask, words):
        for path in self.home.folder.rglob("*"):
            if path.name != "program":
                expected = 0o700 if path.is_dir() else 0o600
                self.assertEqual(oct(expected), oct(path.stat().st_mode & 0o7777),
                                 f"{path.name} with umask {mask:o} after {words}")

    def test_every_file_is_0600_and_every_folder_0700(self):
        for mask in UMASKS:
            with self.subTest(umask=oct(mask)):
                self.home = real.Home()
                self.addCleanup(self.home.remove)
                self.with_umask(mask)

    def test_the_same_for_a_user_whom_permissions_bind(self):
        if not real.IS_ROOT:
            self.skipTest("this user is one: see the other test")
        for mask in UMASKS:
            with self.subTest(umask=oct(mask)):
                self.home = real.Home()
                self.addCleanup(self.home.remove)
                own_by_nobody(self.home)
                self.with_umask(mask, **as_nobody())


if __name__ == "__main__":
    real.main()
