"""csv, tsv and ndjson say what the JSON says, read back by readers that are not ours."""

import csv
import io
import json
import re

import cases
import documents
import states
from documents import real

ITEMS = ["contentment", "trust", "calm"]
HEADER = (["id", "at", "day", "act", "with", "tags", "note"] + [f"before_{i}" for i in ITEMS] +
          [f"felt_{i}" for i in ITEMS] + ["prompt"])
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
HIDDEN = f"[{documents.HIDDEN}]"
SPELLED = r"u[0-9a-f]{4}|U[0-9a-f]{8}"


def spelling(character):
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def spelled_out(text):
    """Hidden characters as \\u001b, backslashes before such a form doubled."""
    text = re.sub(rf"\\+(?={HIDDEN}|{SPELLED})", lambda found: 2 * found[0], text)
    return re.sub(HIDDEN, lambda found: found[0] if found[0] == "\n" else spelling(found[0]), text)


def split_guarded(text):
    """A separator before a formula, also one in quotes, as \\u003b: a row may be split there."""
    return re.sub(r'(\\*)([,;\n])(?="*[-=+@＝＋－＠])', lambda found: 2 * found[1] + spelling(found[2]),
                  text)


def cell(text, guarded):
    if not guarded:
        return spelled_out(text)
    guard = "'" if text.lstrip("'\"").startswith(FORMULA) else ""
    return split_guarded(spelled_out(guard + text))


def listed(names):
    return ";".join(re.sub(r"[\\;]", r"\\\g<0>", name) for name in names)


def cells(entry, guarded):
    """The row that an entry of the JSON is to be."""
    out = [entry["id"], entry["at"], entry["day"], entry["act"], listed(entry["with"]),
           listed(entry["tags"]), entry["note"]]
    for when in ("before", "felt"):
        felt = entry[when] or dict.fromkeys(ITEMS)
        out += ["" if felt[item] is None else str(felt[item]) for item in ITEMS]
    return [cell(text, guarded) for text in [*out, entry["prompt"] or ""]]


def csv_rows(data):
    """RFC 4180: every record ends with CRLF."""
    text = data.decode()
    assert text.endswith("\r\n") and "\r" not in text.replace("\r\n", "")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def tsv_rows(data):
    text = data.decode()
    assert text.endswith("\n") and "\r" not in text
    meant = {"\\n": "\n", "\\\\": "\\"}
    return [[re.sub(r"\\.", lambda found: meant[found[0]], field) for field in line.split("\t")]
            for line in text[:-1].split("\n")]


class Tables(documents.Case):
    def each_state(self):
        for state in states.LEDGERS:
            self.where, home = state, states.home(state)
            self.addCleanup(home.remove)
            yield home

    def test_every_row_of_a_list_is_its_entry(self):
        for home in self.each_state():
            entries = self.document(home, "list")["entries"]
            for name, rows in (("csv", csv_rows), ("tsv", tsv_rows)):
                for raw in ([], ["--raw"]):
                    expected = [HEADER] + [cells(entry, guarded=not raw) for entry in entries]
                    self.assertEqual(expected, rows(home.run("list", "--format", name, *raw).out))

    def test_every_row_of_a_report_is_its_row(self):
        for home in self.each_state():
            for unit in cases.UNITS:
                asked = ["report", "all", "--by", unit]
                expected = [[cell(row[unit], True), str(row["count"])]
                            for row in self.document(home, *asked)["rows"]]
                for name, rows in (("csv", csv_rows), ("tsv", tsv_rows)):
                    self.assertEqual([[unit, "count"], *expected],
                                     rows(home.run(*asked, "--format", name).out))

    def test_lines_of_a_list_are_its_entries(self):
        for home in self.each_state():
            found = documents.lines(home.run("list", "--format", "ndjson").out)
            self.assertEqual(self.document(home, "list")["entries"], found)
            for entry in found:
                self.assertEqual([], documents.complaints(entry, "entry"))

    def test_lines_of_a_report_are_its_rows(self):
        for home in self.each_state():
            for unit in cases.UNITS:
                asked = ["report", "all", "--by", unit]
                found = documents.lines(home.run(*asked, "--format", "ndjson").out)
                self.assertEqual(self.document(home, *asked)["rows"], found)
                for row in found:
                    self.assertEqual([], documents.complaints(row, "row"))
                    self.assertEqual([unit, "count"], list(row))

    def test_what_was_put_in_comes_out(self):
        self.home.plant(states.LEDGERS["hostile"])
        entries = {entry["id"]: entry for entry in self.document(self.home, "list")["entries"]}
        for record in map(json.loads, states.hostile()):
            if record["op"] == "log":
                entry = entries.pop(record["id"])
                self.assertEqual(record["note"], entry["note"])
                self.assertEqual([record["with"], record["tags"]], [entry["with"], entry["tags"]])
        self.assertEqual({}, entries)


if __name__ == "__main__":
    real.main()
