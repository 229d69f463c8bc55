"""Bad input: tests/faults/corpus/*.cases.

A case is a line `=== ` with its name, a few lines of expectation, a line `--`, and the bytes of one
file, which end before the LF of the next such line or of the file:

  file: ledger      which file they are: ledger, copy, journal, config, suggestions or stdin
  env: TZ=Nowhere   a variable for the program
  run: get 'a\\x1b'  the command, with \\xNN for bytes; else it is listed, then logged to
  exit: 2           what it answers; 0 if not said
  lists: one two    the ids that are listed afterwards
  skips: 1          how many lines are warned of
  says: TEXT        is in the answer
  never: TEXT       is not

Every bug of this kind leaves a case here.
"""

import json
import re
import shlex
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from hostile_text import raw_in, without_our_own
from reading_table import warned

FOLDER = Path(__file__).parent / "corpus"
PLACES = {"ledger": ".local/share/connect/ledger.jsonl",
          "copy": ".local/share/connect/ledger.sync-conflict-20261123-120000-ABCDEFG.jsonl",
          "journal": ".local/state/connect/journal.jsonl",
          "config": ".config/connect/config.toml",
          "suggestions": ".config/connect/suggestions.json",
          "stdin": "stdin"}
KEYS = {"file", "env", "run", "exit", "lists", "skips", "says", "never"}


def bytes_of(text):
    """Text in which \\xNN stands for a byte."""
    return re.sub(rb"\\x([0-9a-f]{2})", lambda found: bytes([int(found[1], 16)]), text.encode())


def cases():
    """The name and the text of each case, from all files."""
    for path in sorted(FOLDER.glob("*.cases")):
        for case in path.read_bytes()[len("=== "):-1].split(b"\n=== "):
            name, _, text = case.partition(b"\n")
            yield f"{path.stem}: {name.decode()}", text


class Expectation:
    def __init__(self, name, case):
        head, _, self.data = case.partition(b"--\n")
        pairs = [line.split(": ", 1) for line in head.decode().splitlines()]
        self.all = {key: [value for name, value in pairs if name == key] for key in KEYS}
        assert {name for name, _ in pairs} <= KEYS, name
        self.file = self.one("file", "ledger")
        self.words = [bytes_of(word) for word in shlex.split(self.one("run", ""))]
        self.code = int(self.one("exit", "0"))
        self.env = dict(value.split("=", 1) for value in self.all["env"])

    def one(self, key, otherwise=None):
        return self.all[key][0] if self.all[key] else otherwise


class Corpus(real.Case):
    def check(self, expected):
        self.home = real.Home()
        self.addCleanup(self.home.remove)
        place = self.home.folder / PLACES[expected.file]
        if expected.data or expected.file == "stdin":
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            place.write_bytes(expected.data)
            place.chmod(0o600)
        answer = self.run_in_place(expected, place)
        self.check_answer(expected, answer)
        self.check_what_is_read(expected)
        if not expected.words:
            self.check_writing(expected)
        if place.exists():
            self.assertEqual(expected.data, place.read_bytes()[:len(expected.data)])

    def run_in_place(self, expected, place):
        words = expected.words or [b"list", b"--format", b"ndjson"]
        env = {name: bytes_of(value) for name, value in expected.env.items()}
        if expected.file != "stdin":
            return self.home.run(*words, env=env)
        with open(place, "rb") as stdin:
            return self.home.run(*words, env=env, stdin=stdin)

    def check_answer(self, expected, answer):
        told = (answer.code, answer.out[-500:], answer.err)
        self.assertEqual(expected.code, answer.code, told)
        if answer.code > 1:
            self.assertIn(b"\n  try: ", answer.err)
        for text in expected.all["says"]:
            self.assertIn(bytes_of(text), answer.out + answer.err)
        for text in expected.all["never"]:
            self.assertNotIn(bytes_of(text), answer.out + answer.err)
        if expected.one("skips"):
            self.assertEqual(int(expected.one("skips")), warned(answer), told)
        words = [word.decode(errors="replace") for word in expected.words]
        shown = without_our_own(answer, words, False)
        self.assertIsNone(raw_in(shown.out + shown.err), told)

    def check_what_is_read(self, expected):
        ids = expected.one("lists")
        if ids is None:
            return
        answer = self.home.run("list", "--format", "ndjson")
        found = [json.loads(line)["id"] for line in answer.out.splitlines()]
        self.assertEqual(sorted(ids.split()), sorted(found), answer.err)

    def check_writing(self, expected):
        """Such a ledger takes an entry, or is refused with every byte where it was."""
        if expected.code != 0:
            before = self.home.bytes()
            answer = self.home.run("log", "offer", "--id", "new")
            return self.assert_refused(answer, expected.code, before)
        self.assert_saved(self.home.run("log", "offer", "--id", "new"), "new")

    def test_every_case_of_the_corpus(self):
        found = list(cases())
        for name, case in found:
            with self.subTest(name):
                self.check(Expectation(name, case))
        self.assertGreaterEqual(len(found), 480)
        real.figures(f"{len(found)} cases of bad input")


if __name__ == "__main__":
    real.main()
