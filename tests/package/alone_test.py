"""The program as the only file of its world: no /etc, no time zones, no locale, no /tmp, no shell."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real


class Alone(real.Case):
    def setUp(self):
        super().setUp()
        self.root = self.home.folder / "root"
        self.root.mkdir()
        shutil.copy2(real.BINARY, self.root / "connect")

    def run_there(self, *words, **environment):
        """The program's answer, where its root is the folder that holds nothing else."""
        if real.IS_ROOT:
            how = {"args": ["/connect", *words], "preexec_fn": self.enter}
        else:
            how = {"args": ["unshare", "--map-root-user", f"--root={self.root}", "--wd=/",
                            "/connect", *words]}
        done = subprocess.run(**how, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=real.WATCHDOG, check=False)
        if b"unshare: " in done.stderr:
            self.skipTest(f"cannot enter a root of its own: {done.stderr.decode().strip()}")
        return real.Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    def enter(self):
        os.chroot(self.root)
        os.chdir("/")

    def test_it_needs_no_other_file(self):
        for words in (["--version"], ["log", "thank", "@Zoë", "-m", "hi"], ["streak"], [],
                      ["report", "year"], ["people"], ["doctor"], ["completions", "bash"]):
            with self.subTest(words=words):
                answer = self.run_there(*words, HOME="/")
                self.assertEqual((0, ""), (answer.code, answer.err))
        self.assertIn("hi", self.run_there("list", HOME="/").out)
        below = {str(path.relative_to(self.root)) for path in self.root.rglob("*")}
        self.assertIn(".local/share/connect/ledger.jsonl", below)
        self.assertEqual({"connect", ".local"}, {path.split("/")[0] for path in below})

    def test_its_root_is_a_home_like_any_other(self):
        self.run_there("log", "thank", HOME="/")
        self.assertIn(" /.local/share/connect/ledger.jsonl", self.run_there("doctor", HOME="/").out)

    def test_a_time_zone_or_locale_that_is_not_there_is_no_error(self):
        for strange in ({"TZ": "Europe/Berlin"}, {"TZ": ":/nowhere"}, {"LANG": "de_DE.UTF-8"}):
            with self.subTest(strange):
                answer = self.run_there("log", "listen", HOME="/", **strange)
                self.assertEqual((0, ""), (answer.code, answer.err))

    def test_without_a_home_it_says_what_to_do(self):
        answer = self.run_there("log", "thank")
        self.assertEqual(4, answer.code)
        self.assertIn("try: set HOME", answer.err)


if __name__ == "__main__":
    real.main()
