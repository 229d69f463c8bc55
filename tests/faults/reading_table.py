"""What editors, jq, git, sync tools and power cuts make of a ledger is read all the same.

A case has the bytes of the file, the ids that must be listed, and how many lines are warned of.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

NAMES = ["one", "two", "three"]
LINES = [real.record(name, note=f"note {name}", felt={"calm": 5}) for name in NAMES]
ONE, TWO, THREE = LINES
OBJECTS = [json.loads(line) for line in LINES]
BRACES = {"tags": ["a {", "b } ]"], "note": "quote \" and \\ and {"}
TAGGED = [{**object, **BRACES} for object in OBJECTS]
MARK = b"\xef\xbb\xbf"
MEBIBYTE = 1 << 20
MANY = [f"many-{i}" for i in range(10_000)]


def lines(*parts, end=b"\n"):
    return b"".join(part + end for part in parts)


def indented(value):
    return json.dumps(value, indent=2).encode() + b"\n"


def one_line(objects, **options):
    return json.dumps(objects, **options).encode() + b"\n"


def big_array(**options):
    return one_line([json.loads(real.record(name, note="n" * 40)) for name in MANY], **options)


def deep(depth, opening="[", closing="]"):
    return b'{"v":1,"id":"deep","x":' + opening.encode() * depth + closing.encode() * depth + b"}"


def conflict(base=b""):
    return lines(ONE, b"<<<<<<< HEAD", TWO, *([b"||||||| 1a2b3c4", base] if base else []),
                 b"=======", THREE, b">>>>>>> branch")


# name: (bytes, ids listed, lines warned of)
TABLE = {
    "a ledger": (lines(*LINES), NAMES, 0),
    "a last line without its end": (b"\n".join(LINES), NAMES, 0),
    "a bad line in the middle": (lines(ONE, b"???", THREE), ["one", "three"], 1),
    "a torn line in the middle": (lines(ONE, TWO[:70], THREE), ["one", "three"], 1),
    "a line torn outside a string": (lines(ONE, TWO[:7], THREE), ["one", "three"], 1),
    "two torn lines in a row": (lines(ONE, TWO[:60], TWO[:80], THREE), ["one", "three"], 2),
    "blank lines": (lines(b"", ONE, b"", b"  ", TWO, THREE, b""), NAMES, 0),
    "zeros around lines": (lines(bytes(9) + ONE, TWO + bytes(7), THREE) + bytes(4096), NAMES, 0),
    "zeros only between": (lines(ONE) + bytes(512) + lines(TWO, THREE), NAMES, 0),
    "line ends of Windows": (lines(*LINES, end=b"\r\n"), NAMES, 0),
    "a byte order mark": (MARK + lines(*LINES), NAMES, 0),
    "byte order marks of joined files": (lines(*(MARK + line for line in LINES)), NAMES, 0),
    "mark and Windows": (MARK + lines(*LINES, end=b"\r\n"), NAMES, 0),
    "spaces in front": (lines(*(b"  \t" + line for line in LINES)), NAMES, 0),
    "jq -s .": (indented(OBJECTS), NAMES, 0),
    "jq -s . of Windows": (indented(OBJECTS).replace(b"\n", b"\r\n"), NAMES, 0),
    "jq -s . with a mark": (MARK + indented(OBJECTS), NAMES, 0),
    "jq -s . with braces in notes": (indented(TAGGED), NAMES, 0),
    "jq -s . and one more line": (indented(OBJECTS[:2]) + lines(THREE), NAMES, 0),
    "jq -s . and one on its last line": (indented(OBJECTS[:2])[:-1] + lines(THREE), NAMES, 0),
    "jq --tab": (json.dumps(OBJECTS, indent="\t").encode(), NAMES, 0),
    "jq .": (b"".join(map(indented, OBJECTS)), NAMES, 0),
    "jq . and one more line": (b"".join(map(indented, OBJECTS[:2])) + lines(THREE), NAMES, 0),
    "jq . with braces in notes": (b"".join(map(indented, TAGGED)), NAMES, 0),
    "jq . cut off, and a line": (indented(OBJECTS[0]) + indented(OBJECTS[1])[:90] + b"\n" +
                                 lines(THREE), ["one", "three"], 1),
    "jq -c -s .": (one_line(OBJECTS, separators=(",", ":")), NAMES, 0),
    "jq -c -s . without an end": (one_line(OBJECTS)[:-1], NAMES, 0),
    "jq -c -s . with a mark": (MARK + one_line(OBJECTS), NAMES, 0),
    "all on one line": (ONE + TWO + THREE + b"\n", NAMES, 0),
    "a one-line array above 1 MiB": (big_array(), MANY, 0),
    "such an array without blanks": (big_array(separators=(",", ":")), MANY, 0),
    "such an array and one more line": (big_array() + lines(ONE), [*MANY, "one"], 0),
    "such an array with a mark": (MARK + big_array(), MANY, 0),
    "such an array after zeros": (bytes(64) + big_array(), MANY, 0),
    "such an array, then a long bad line": (
        big_array() + lines(b"x" * (3 * MEBIBYTE), ONE), [*MANY, "one"], 1),
    "git conflict": (conflict(), NAMES, 0),
    "git conflict, diff3": (conflict(ONE), NAMES, 0),
    "git conflict of Windows": (conflict().replace(b"\n", b"\r\n"), NAMES, 0),
    "a newer version": (lines(ONE, TWO.replace(b'"v":1', b'"v":2'), THREE), ["one", "three"], 0),
    "a newer version's own types": (lines(ONE, TWO.replace(b'"v":1', b'"v":2').replace(
        b'["Maya"]', b'{"who":7}'), THREE), ["one", "three"], 0),
    "an unknown op": (lines(ONE, b'{"v":1,"id":"x","op":"dance","at":"2026-11-22T10:00:00Z"}',
                            THREE), ["one", "three"], 0),
    "unknown fields": (lines(ONE, real.record("two", mood={"a": [1, {"b": None}]}), THREE),
                       NAMES, 0),
    "the same line twice": (lines(ONE, TWO, ONE, THREE), NAMES, 0),
    "deep nesting": (lines(ONE, deep(100_000), THREE), ["one", "three"], 1),
    "deep nesting of objects": (lines(ONE, deep(50_000, '{"a":', "}"), THREE), ["one", "three"], 1),
    "deep nesting without end": (lines(ONE, b"[" * 100_000, THREE), ["one", "three"], None),
    "deep objects without end": (lines(ONE, b'{"a":' * 100_000, THREE), ["one", "three"], 1),
    "a line above 1 MiB": (lines(ONE, real.record("big", note="n" * MEBIBYTE), THREE),
                           ["one", "three"], 1),
    "a line far above 1 MiB": (lines(ONE, b"x" * (9 * MEBIBYTE), THREE), ["one", "three"], 1),
    "such a line at the end": (lines(ONE, THREE) + b"x" * (2 * MEBIBYTE), ["one", "three"], 1),
    "another JSON value": (lines(ONE, b"7", b'"text"', b"null", THREE), ["one", "three"], 3),
    "JSON of something else": (lines(ONE, b'{"name":"left-pad"}', THREE), ["one", "three"], 1),
    "a record without an id": (lines(ONE, b'{"v":1,"op":"log","day":"2026-11-22"}', THREE),
                               ["one", "three"], 1),
    "a day that is none": (lines(ONE, TWO.replace(b'"day":"2026-11-22"', b'"day":"2026-02-30"'),
                                 THREE), ["one", "three"], 1),
    "a repeated key": (lines(ONE, TWO[:-1] + b',"day":"2026-11-21"}', THREE), ["one", "three"], 1),
    "a number with a point": (lines(ONE, TWO.replace(b'"v":1', b'"v":1.0'), THREE),
                              ["one", "three"], 1),
    "a huge number": (lines(ONE, TWO.replace(b'"calm":5', b'"calm":99999999999999999999'), THREE),
                      ["one", "three"], 1),
    "invalid UTF-8 in a note": (
        lines(ONE, TWO.replace(b"note two", b"no\xffte \xed\xa0\x80"), THREE), NAMES, 0),
    "invalid UTF-8 in a name": (lines(ONE, TWO.replace(b"Maya", b"M\xe4ya"), THREE), NAMES, 0),
    "invalid UTF-8 between lines": (lines(ONE, b"\xff\xfe\xfd", THREE), ["one", "three"], 1),
}
COPIES = ("ledger.sync-conflict-20261123-120000-ABCDEFG.jsonl",
          "ledger (conflicted copy 2026-11-23 120000).jsonl",
          "ledger (Maya's conflicted copy 2026-11-23).jsonl")
READING = (["list", "--format", "ndjson"], ["streak"], ["report", "all"], ["prompt"], [])


def warned(answer):
    """How many lines the warning counts: "skipped lines 3, 7, 9 and 4 more of FILE, which ..."."""
    for line in answer.err.decode().splitlines():
        if line.startswith("connect: skipped line"):
            words = line.split(" of ")[0].replace(",", "").split()[3:]
            return sum(word.isdigit() for word in words) - (
                1 - int(words[-2]) if words[-1] == "more" else 0)
    return 0


class ReadingTable(real.Case):
    def read(self, data, wanted, bad):
        """Every command reads it with exit 0, and the bytes stay."""
        self.home.plant(data)
        answer = self.home.run("list", "--format", "ndjson")
        self.assertEqual(0, answer.code, answer)
        found = [json.loads(line)["id"] for line in answer.out.splitlines()]
        self.assertEqual(sorted(wanted), sorted(found))
        if bad is not None:
            self.assertEqual(bad, warned(answer), answer.err)
        for words in (["streak"], ["report", "all"], []):
            self.assertEqual(0, self.home.run(*words).code)
        self.assertEqual(data, self.home.bytes())

    def write(self, data, wanted):
        """A log after it gets a line of its own and every older byte stays."""
        self.assert_saved(self.home.run("log", "offer", "--id", "new"))
        self.assert_kept(data)
        self.assertEqual(sorted([*wanted, "new"]), sorted(self.home.listed()))

    def test_every_row_of_the_table_is_read_and_written_to(self):
        for name, (data, wanted, bad) in TABLE.items():
            with self.subTest(name):
                self.read(data, wanted, bad)
                self.write(data, wanted)
        real.figures(f"{len(TABLE)} ledgers")

    def test_a_tear_at_any_byte_of_any_line_costs_that_line_alone(self):
        for size in range(1, len(TWO) - 1):
            with self.subTest(size=size):
                self.home.plant(lines(ONE, TWO[:size], THREE))
                self.assertEqual(["one", "three"], sorted(self.home.listed()))

    def test_conflict_copies_are_read_into_the_union(self):
        for i, name in enumerate(COPIES):
            self.home.plant(lines(ONE))
            copy = self.home.ledger.with_name(name)
            copy.write_bytes(lines(ONE, TWO))
            self.assertEqual(["one", "two"], sorted(self.home.listed()), name)
            self.assert_saved(self.home.run("log", "thank", "--id", f"new-{i}"), f"new-{i}")
            self.assert_kept(lines(ONE))
            self.assertEqual(lines(ONE, TWO), copy.read_bytes())
            copy.unlink()

    def test_a_conflict_copy_that_is_no_ledger_does_no_harm(self):
        self.home.plant(lines(*LINES))
        strangers = (b"\x89PNG\r\n\x1a\n", b"", lines(ONE).decode().encode("utf-16"))
        for name, data in zip(COPIES, strangers):
            self.home.ledger.with_name(name).write_bytes(data)
        self.assertEqual(sorted(NAMES), sorted(self.home.listed()))
        self.assert_saved(self.home.run("log", "thank", "--id", "new"), "new")


if __name__ == "__main__":
    real.main()
