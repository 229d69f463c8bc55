"""The real `connect complete`: the names of a ledger as the shells will get them."""

import sys
import tempfile
import unittest
from pathlib import Path

import hostile
import program


class Names(unittest.TestCase):
    def test_names_are_one_a_line_and_hold_no_control_character(self):
        with tempfile.TemporaryDirectory(prefix="connect-names-") as folder:
            ledger = {"CONNECT_LEDGER": str(Path(folder) / "ledger.jsonl")}
            for name in [*hostile.NAMES, "a\nb", "a\x1b[31mb", "a\tb", "a\u202eb"]:
                logged = program.run("log", "thank", f"--with={name}", **ledger)
                self.assertEqual(logged.returncode, 0, logged.stderr)
            answer = program.run("complete", "people", **ledger)
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        lines = answer.stdout.splitlines()
        self.assertTrue(all(line.isprintable() for line in lines))
        # The program keeps names tidy: no sign before them, single spaces in them.
        kept = {" ".join(name.removeprefix("@").split()) for name in hostile.NAMES}
        self.assertEqual(kept - set(lines), set())

    def test_without_a_ledger_there_are_no_names(self):
        answer = program.run("complete", "tags", CONNECT_LEDGER="/nowhere/ledger.jsonl")
        self.assertEqual((answer.returncode, answer.stdout, answer.stderr), (0, "", ""))


if __name__ == "__main__":
    if "is not a command" in program.run("complete", "people").stderr:
        print("skipped: this connect has no `complete` yet")
        sys.exit(77)
    unittest.main()
