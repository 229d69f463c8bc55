"""What export writes is read back: as a ledger, and as a calendar by a small reader of RFC 5545."""

import datetime
import json
import re

import documents
import states
from documents import real
from tables_test import csv_rows, tsv_rows

FORMULA = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def unspelled(cell):
    """A cell's text, by the words of connect-export(1)."""
    def meant(found):
        slashes, form = found[1], found[2]
        half = slashes[: len(slashes) // 2]
        return half + (chr(int(form[1:], 16)) if len(slashes) % 2 else form)
    return re.sub(r"(\\+)(u[0-9a-f]{4}|U[0-9a-f]{8})", meant, cell)


def text_of(cell, guarded=True):
    text = unspelled(cell)
    return text[1:] if guarded and FORMULA.match(text) else text


def names_of(cell):
    text = text_of(cell)
    return [re.sub(r"\\(.)", r"\1", name, flags=re.S)
            for name in re.findall(r"((?:\\.|[^;\\])+)(?:;|$)", text, re.S)]


def content_lines(data):
    """The unfolded lines; an assertion for what RFC 5545 does not allow."""
    assert data.endswith(b"\r\n")
    folded = data[:-2].split(b"\r\n")
    for line in folded:
        assert len(line) <= 75, line
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line), line
        line.decode("utf-8")  # no character is cut
    return re.sub(rb"\r\n[ \t]", b"", data[:-2]).decode().split("\r\n")


def value_of(text):
    meant = {"\\n": "\n", "\\N": "\n", "\\\\": "\\", "\\;": ";", "\\,": ","}
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", text), text
    return re.sub(r"\\.", lambda found: meant[found[0]], text)


def events(data):
    """The events of a calendar, each as a dictionary of its properties."""
    lines = content_lines(data)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"] and lines[2].startswith("PRODID:")
    assert lines[-1] == "END:VCALENDAR"
    out, event = [], None
    for line in lines[3:-1]:
        name, value = line.split(":", 1)
        if line == "BEGIN:VEVENT":
            assert event is None
            event = {}
        elif line == "END:VEVENT":
            out.append(event)
            event = None
        else:
            assert name not in event, line
            event[name] = value
    assert event is None
    return out


class Export(documents.Case):
    def homes(self):
        for state in states.LEDGERS:
            self.where, home = state, states.home(state)
            self.addCleanup(home.remove)
            yield home

    def shown(self, home):
        """All that a person can see of a ledger."""
        out = [self.document(home, *words)
               for words in (["list"], ["people"], ["report", "all", "--with-notes"], ["streak"])]
        return out + [self.document(home, "prompt", "--why")]

    def test_a_ledger_made_of_an_export_shows_the_same(self):
        for home in self.homes():
            answer = home.run("export", "--format", "ndjson")
            self.assertEqual(0, answer.code)
            records = self.document(home, "export")["records"]
            self.assertEqual(records, documents.lines(answer.out))
            for record in records:
                self.assertEqual([], documents.complaints(record, "record"))
            again = real.Home()
            self.addCleanup(again.remove)
            again.plant(answer.out)
            self.assertEqual(answer.out, again.run("export", "--format", "ndjson").out)
            self.assertEqual(self.shown(home), self.shown(again))

    def test_every_cell_gives_its_text_back(self):
        for home in self.homes():
            entries = self.document(home, "list")["entries"]
            for name, rows in (("csv", csv_rows), ("tsv", tsv_rows)):
                found = rows(home.run("export", "--format", name).out)[1:]
                self.assertEqual(len(entries), len(found))
                for entry, row in zip(entries, reversed(found)):
                    self.assertEqual([entry["id"], entry["note"]],
                                     [text_of(row[0]), text_of(row[6])])
                    self.assertEqual([entry["with"], entry["tags"]],
                                     [names_of(row[4]), names_of(row[5])])

    def test_a_calendar_has_an_event_for_every_entry(self):
        for home in self.homes():
            entries = self.document(home, "list")["entries"]
            found = events(home.run("export", "--format", "ics").out)
            dates = [event for event in found if "RRULE" in event]
            people = self.document(home, "people")["people"]
            self.assertEqual(sum(len(person["dates"]) for person in people), len(dates))
            found = [event for event in found if "RRULE" not in event]
            self.assertEqual(len(entries), len(found))
            for entry, event in zip(entries, reversed(found)):
                self.assertEqual(entry["id"], value_of(event["UID"]))
                self.assertEqual(entry["day"].replace("-", ""), event["DTSTART;VALUE=DATE"])
                at = datetime.datetime.fromisoformat(entry["at"]).astimezone(datetime.timezone.utc)
                self.assertEqual(at.strftime("%Y%m%dT%H%M%SZ"), event["DTSTAMP"])
                self.assertEqual(bool(entry["note"]), "DESCRIPTION" in event)
                if entry["note"].isprintable():
                    self.assertEqual(entry["note"], value_of(event.get("DESCRIPTION", "")))
                kinds = [value_of(one)
                         for one in re.findall(r"((?:\\.|[^,\\])+)(?:,|$)", event["CATEGORIES"])]
                self.assertEqual(entry["act"], kinds[0])
                self.assertEqual(len(entry["tags"]), len(kinds) - 1)
                self.assertNotEqual("", value_of(event["SUMMARY"]))

    def test_notes_can_be_left_out_of_everything(self):
        self.home.plant(states.LEDGERS["rich"])
        for name in ("json", "ndjson", "csv", "tsv", "ics"):
            whole = self.home.run("export", "--format", name).out
            without = self.home.run("export", "--format", name, "--no-notes").out
            self.assertIn(b"a quiet word", whole)
            for text in (b"a quiet word", b"quoted", b"stayed late", b"amended"):
                self.assertNotIn(text, without)

    def test_a_file_is_private_and_never_replaced_unasked(self):
        self.home.plant(states.LEDGERS["rich"])
        path = self.home.folder / "out.json"
        self.assertEqual(0, self.home.run("export", "-o", str(path)).code)
        self.assertEqual(0o600, path.stat().st_mode & 0o777)
        self.assertEqual("export", json.loads(path.read_text())["command"])
        self.assertEqual(2, self.home.run("export", "-o", str(path)).code)
        self.assertEqual(0, self.home.run("export", "-o", str(path), "--force").code)


if __name__ == "__main__":
    real.main()
