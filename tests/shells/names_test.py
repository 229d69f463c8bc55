"""The real `connect complete`: the names of a ledger as the shells will get them."""

import json
import sys
import tempfile
import unittest
from pathlib import Path

import hostile
import program


class Names(unittest.TestCase):
    def test_names_are_one_a_line_and_hold_no_control_character(self):
        with tempfile.TemporaryDirectory(prefix="connect-names-") as folder:
            # The program keeps names tidy: no sign before them, single spaces in them.
            tidy = [" ".join(name.removeprefix("@").split()) for name in hostile.NAMES]
            path = Path(folder) / "ledger.jsonl"
            # Written as another program might: this one reads "a,b" as two people.
            path.write_text("".join(
                json.dumps({"v": 1, "id": f"entry-{number}", "op": "log", "day": "2026-11-23",
                            "at": "2026-11-23T10:00:00+01:00", "act": "thank", "with": [name]}) + "\n"
                for number, name in enumerate(
                    [*tidy, "a\nb", "a\x1b[31mb", "a\tb", "a\u202eb"])))
            path.chmod(0o600)
            answer = program.run("complete", "people", CONNECT_LEDGER=str(path))
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        lines = answer.stdout.splitlines()
        self.assertTrue(all(line.isprintable() for line in lines))
        self.assertEqual(set(tidy) - set(lines), set())

    def test_without_a_ledger_there_are_no_names(self):
        answer = program.run("complete", "tags", CONNECT_LEDGER="/nowhere/ledger.jsonl")
        self.assertEqual((answer.returncode, answer.stdout, answer.stderr), (0, "", ""))


if __name__ == "__main__":
    if "is not a command" in program.run("complete", "people").stderr:
        print("skipped: this connect has no `complete` yet")
        sys.exit(77)
    unittest.main()
