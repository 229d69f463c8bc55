"""The Markdown report, read by a CommonMark reader: its tables say what the JSON says.

Needs markdown-it-py (Debian: python3-markdown-it); is skipped, and says so, where that is not.
"""

import importlib.util
import re
import sys

import cases
import documents
import states
from documents import real

if not importlib.util.find_spec("markdown_it"):
    sys.path.append("/usr/lib/python3/dist-packages")  # a Python of the user's own looks past it
HAS_READER = importlib.util.find_spec("markdown_it") is not None
TITLES = {"check-in": "Check in", "offer": "Offer your skills", "listen": "Be fully present",
          "thank": "Express gratitude or encouragement"}


def shown(character):
    code = ord(character)
    if code < 0x80:
        return "^" + chr(code ^ 0x40)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def visible(text):
    """The text on one line, its hidden characters made visible."""
    return re.sub(f"[\n{documents.HIDDEN}]", lambda found: shown(found[0]), text)


class Page:
    """A page as its reader understands it: tables by their first heading, items, headings."""

    def __init__(self, text):
        from markdown_it import MarkdownIt
        self.tables, self.items, self.headings, row, place = {}, [], [], [], ""
        for token in MarkdownIt("commonmark").enable("table").parse(text):
            assert "html" not in token.type, token
            if token.type == "tr_open":
                row = []
            elif token.type == "tr_close":
                self.take(row)
            elif token.type in ("td_open", "th_open", "list_item_open", "heading_open",
                                "heading_close", "bullet_list_close"):
                place = token.type
            elif token.type == "inline":
                kept = {"list_item_open": self.items, "heading_open": self.headings}
                kept.get(place, row).append(self.plain(token))

    def plain(self, token):
        """The text of a line; anything in it that is more than text is an error."""
        kinds = {child.type for child in token.children}
        assert kinds <= {"text", "softbreak"}, (kinds, token.content)
        return "".join(child.content or " " for child in token.children)

    def take(self, row):
        if row[1:] == ["times"]:
            self.rows = self.tables.setdefault(row[0], [])
        else:
            self.rows.append((row[0], int(row[1])))


@real.unittest.skipUnless(HAS_READER, "markdown-it-py is not installed (python3-markdown-it)")
class Markdown(documents.Case):
    read = {}  # pages that an earlier test has read already

    def pages(self, *options):
        """(unit, document, page) of a whole report in every state, grouped in every way."""
        for state in states.LEDGERS:
            home = states.home(state)
            self.addCleanup(home.remove)
            for unit in cases.UNITS:
                self.where = f"{state} by {unit}"
                asked = ["report", "all", "--by", unit, *options]
                if (key := (state, *asked)) not in self.read:
                    text = home.run(*asked, "--format", "md").out.decode()
                    self.read[key] = unit, self.document(home, *asked), Page(text)
                yield self.read[key]

    def rows(self, rows, key):
        """Rows of the JSON as a table shows them; without a name there is a dash."""
        return [(visible(row[key]).strip() or "–", row["count"]) for row in rows]

    def test_every_table_has_the_rows_of_the_json(self):
        for unit, document, page in self.pages():
            if not document["total"]:
                self.assertEqual({}, page.tables)
            elif unit in ("person", "tag"):
                self.assertLessEqual(document["total"], sum(count for _, count in page.tables[unit]))
            else:
                self.assertEqual({unit: [(self.name(unit, row), count) for row, count in
                                         self.rows(document["rows"], unit)]}, page.tables)

    def name(self, unit, row):
        """The key of a row as people read it."""
        days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return {"act": TITLES, "weekday": {day.lower()[:3]: day for day in days},
                "hour": {"unknown": "time unknown"}}.get(unit, {}).get(
                    row, f"{row}:00" if unit == "hour" else row)

    def test_an_ungrouped_report_has_acts_people_and_tags(self):
        for state in states.LEDGERS:
            home = states.home(state)
            self.addCleanup(home.remove)
            document = self.document(home, "report", "all")
            page = Page(home.run("report", "all", "--format", "md").out.decode())
            expected = {"act": [(TITLES[act], count) for act, count in document["acts"].items()]}
            if document["people"]:
                expected["person"] = self.rows(document["people"], "name")
            if document["tags"]:
                expected["tag"] = self.rows(document["tags"], "tag")
            self.assertEqual(expected if document["total"] else {}, page.tables)

    def test_the_heading_tells_the_period(self):
        for _, document, page in self.pages():
            self.assertEqual([document["period"]["label"]], page.headings)

    def test_with_notes_every_entry_is_an_item(self):
        for state in states.LEDGERS:
            home = states.home(state)
            self.addCleanup(home.remove)
            document = self.document(home, "report", "all", "--with-notes")
            text = home.run("report", "all", "--with-notes", "--format", "md").out.decode()
            page = Page(text)
            dates = sum(len(person.get("dates", [])) for person in document["people"])
            page.items = page.items[dates:]
            self.assertEqual(len(document["entries"]), len(page.items))
            for entry, item in zip(document["entries"], page.items):
                self.assertTrue(item.startswith(entry["day"]), item)
                self.assertIn(visible(entry["note"]).strip(), item)


if __name__ == "__main__":
    real.main()
