"""The safety journal goes first, stands in nobody's way, and is as private as the ledger."""

import json
import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real


class Journal(real.Case):
    def setUp(self):
        super().setUp()
        self.journal = self.home.folder / ".local/state/connect/journal.jsonl"

    def missing(self):
        findings = json.loads(self.home.run("doctor", "--json").out)["findings"]
        return [finding["kind"] for finding in findings if finding["kind"] == "missing"]

    def test_every_line_is_in_both(self):
        for words in (["log", "thank"], ["feel", "5,5,5"], ["rest", "today"], ["notice", "@Sam", "helped"],
                      ["people", "set", "Sam", "--every", "7d"], ["undo"], ["prompt"],
                      ["prompt", "--another"], ["done"]):
            self.assertEqual(0, self.home.run(*words).code)
        heading, *lines = self.journal.read_bytes().splitlines(True)
        self.assertTrue(heading.startswith(b'{"v":1,"journal":"'), heading)
        self.assertEqual(self.home.bytes(), b"".join(lines))
        self.assertEqual(0o600, self.journal.stat().st_mode & 0o7777)

    def test_it_is_written_before_the_ledger(self):
        if shutil.which("strace") is None:
            self.skipTest("needs strace")
        trace = self.home.folder / "trace"
        words = self.home.words
        self.home.words = ["strace", "-f", "-o", str(trace), "-e", "trace=openat", *words]
        self.assertEqual(0, self.home.run("log", "thank").code)
        opened = [line for line in trace.read_text().splitlines() if "O_APPEND" in line]
        first = [next(i for i, line in enumerate(opened) if name in line)
                 for name in ("journal.jsonl", "ledger.jsonl")]
        self.assertEqual(sorted(first), first)

    def test_one_that_cannot_be_written_stops_nobody_and_is_told(self):
        self.home.run("log", "thank", "--id", "before")
        def loosen():
            self.journal.chmod(0o666)
        def link():
            self.journal.chmod(0o600)
            os.link(self.journal, self.home.folder / "second")
        def fifo():
            self.journal.unlink()
            os.mkfifo(self.journal, 0o600)
        def a_file_for_a_folder():
            shutil.rmtree(self.journal.parent)
            self.journal.parent.write_bytes(b"")
        for i, spoil in enumerate((loosen, link, fifo, a_file_for_a_folder)):
            spoil()
            answer = self.home.run("log", "thank", "--id", f"n{i}")
            self.assert_saved(answer, f"n{i}")
            self.assertEqual(1, answer.err.count(b"saved to the ledger, but not to the safety journal"), answer)

    def test_what_was_called_not_saved_is_not_offered_back(self):
        self.home.run("log", "thank", "--id", "before")
        self.home.ledger.chmod(0o666)
        self.assert_not_saved(self.home.run("log", "listen", "--id", "never"))
        self.home.ledger.chmod(0o600)
        self.assertIn(b'"never"', self.journal.read_bytes())
        self.assertEqual([], self.missing())

    def test_what_was_taken_from_the_ledger_is_told_and_not_put_back(self):
        for name in ("one", "two"):
            self.home.run("log", "thank", "--id", name)
        self.home.plant(b"".join(line for line in self.home.bytes().splitlines(True)
                                 if b'"two"' not in line))
        self.assertEqual(["missing"], self.missing())
        self.assertEqual(["one"], self.home.listed())
        self.assertEqual(0, self.home.run("forget", "two").code)
        self.assertEqual([], self.missing())

    def test_undo_takes_nothing_that_the_ledger_does_not_have(self):
        self.home.run("log", "thank", "--id", "one")
        self.home.ledger.chmod(0o666)
        self.home.run("log", "listen", "--id", "never")
        self.home.run("undo")
        self.home.ledger.chmod(0o600)
        self.assertEqual(0, self.home.run("undo").code)
        self.assertEqual([], self.home.listed())
        self.assertEqual(2, self.home.bytes().count(b"\n"))


if __name__ == "__main__":
    real.main()
