"""With the cache every command of the real program answers as without it, whatever happened to the
ledger in between.

CONNECT_OTHER_BINARY names the same program as another compiler built it: then each of the two reads
the caches that the other one wrote.
"""

import datetime
import os
import random
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

OTHER = os.path.abspath(os.environ["CONNECT_OTHER_BINARY"]) if "CONNECT_OTHER_BINARY" in os.environ else ""
TODAY = datetime.date(2026, 11, 23)
PEOPLE = ("Maya", "Nora", "Sam", "Tom", "Zoë")
ACTS = ("thank", "offer", "listen", "check-in")
SAME_LENGTH = ((b'"Maya"', b'"Nora"'), (b'"Sam"', b'"Tom"'), (b'"thank"', b'"offer"'),
               (b'"offer"', b'"thank"'), (b'"work"', b'"home"'))
QUESTIONS = [
    ("streak", "--json"), ("streak",), ("streak", "--act", "thank"), ("streak", "--explain"),
    ("report", "month", "--json"), ("report", "all", "--json"), ("report", "2025", "--by", "month"),
    ("report", "365d", "--by", "person"), ("report", "today"), ("report", "all", "--format", "csv"),
    ("report", "all", "--by", "tag", "--format", "html"), ("report", "month", "--format", "svg"),
    ("list", "--limit", "10"), ("people",), ("people", "--json"), ("people", "--overdue"),
    ("get", "today.count", "streak.current", "streak.longest", "prompt.text", "people.overdue"),
    ("why",), (), ("--json",), ("prompt",), ("prompt", "--json"), ("export", "--format", "csv"),
    ("complete", "people"), ("complete", "tags"), ("log", "offer", "@maia", "--dry-run"),
    ("done", "--dry-run")]
CHANGES = [("log", "thank", "@Maya", "+work"), ("log", "offer", "--on", "2025-06-01"), ("undo",),
           ("notice", "@Sam", "helped"), ("rest", "2026-01-01..2026-01-20"), ("done",),
           ("people", "set", "Maya", "--every", "7d"), ("people", "rename", "Tom", "Sam"),
           ("remove", "last"), ("amend", "last", "--on", "2025-02-02"), ("prompt", "--another")]


def name_of(number, made):
    return f"{made >> 16:08x}-{made & 0xffff:04x}-7000-8000-{number:012x}"


class Diary:
    """The lines of somebody's ledger, up to ten years of them."""

    def __init__(self, chance):
        self.chance, self.made = chance, 0

    def line(self, written, day, **fields):
        """An entry, written on one day about another."""
        self.made += 1
        seconds = (written - datetime.date(1970, 1, 1)).days * 86_400 + 36_000 + self.made % 3_000
        return real.record(
            name_of(self.made, seconds * 1000), at=f"{written}T{10 + self.made % 9}:00:00+01:00",
            day=str(day), act=self.chance.choice(ACTS),
            **{"with": self.chance.sample(PEOPLE, self.chance.randrange(3)),
               "tags": self.chance.choice((["work"], ["home"], [])), "note": "n" * 60, **fields}) + b"\n"

    def years(self, days):
        lines, busy = [], 0.5
        for back in range(days, 0, -1):
            day = TODAY - datetime.timedelta(days=back)
            if self.chance.random() < 0.03:
                busy = self.chance.choice((0, 0.1, 0.5, 0.9, 1))
            if self.chance.random() < busy:
                felt = {"felt": {"calm": self.chance.randrange(11)}} if self.chance.random() < 0.02 else {}
                lines.append(self.line(day, day, **felt))
        while sum(map(len, lines)) <= 70_000:
            lines.append(self.line(TODAY, TODAY - datetime.timedelta(days=self.chance.randrange(days))))
        return b"".join(lines)

    def brought(self):
        """Lines of another machine, of earlier days, some of them older than all that is known."""
        days = [datetime.timedelta(days=self.chance.randrange(600)) for _ in range(4)]
        return b"".join(self.line(TODAY - self.chance.choice((days[0], datetime.timedelta())),
                                  TODAY - back) for back in days)


class CachedAnswers(real.Case):
    def setUp(self):
        super().setUp()
        self.cache = self.home.folder / ".cache/connect"

    def ask(self, words, binary, cached=True):
        self.home.words = [binary]
        # Where a file stands in the way of the folder, nothing can be kept.
        blocked = {} if cached else {"XDG_CACHE_HOME": "/dev/null"}
        return self.home.run(*words, env=blocked)

    def assert_same_answers(self, where):
        self.ask(("prompt",), real.BINARY)  # what it pins is the same for all that come after it
        for words in self.random.sample(QUESTIONS, 9):
            writer, reader = self.random.choice(
                ((real.BINARY, OTHER), (OTHER, real.BINARY)) if OTHER else ((real.BINARY,) * 2,))
            with self.subTest(words=words, **where):
                expected = self.ask(words, real.BINARY, cached=False)
                self.assertIn(expected.code, (0, 1), expected)
                self.assertEqual(expected, self.ask(words, writer))
                self.assertEqual(expected, self.ask(words, reader))

    def edit(self, change):
        whole = change(self.home.bytes())
        with open(self.home.ledger, "r+b") as ledger:  # in place
            ledger.write(whole)
            ledger.truncate()

    def same_length(self, whole):
        """Many places in the first part of it say something else now, none of them longer."""
        old, new = self.random.choice(SAME_LENGTH)
        return whole.replace(old, new, self.random.randrange(1, 300))

    def keep_times(self):
        """As `touch -r` and restored backups do."""
        found = self.home.ledger.stat()
        self.edit(self.same_length)
        os.utime(self.home.ledger, ns=(found.st_atime_ns, found.st_mtime_ns))

    def replace(self, whole):
        beside = self.home.ledger.with_suffix(".new")
        beside.write_bytes(whole)
        beside.chmod(0o600)
        beside.rename(self.home.ledger)

    def happens(self, diary):
        """One of the things that may happen to a ledger; which one."""
        kinds = {
            "edited": lambda: self.edit(self.same_length),
            "edited, and a line more": lambda: self.edit(
                lambda whole: self.same_length(whole) + diary.brought()),
            "edited, at the old time": self.keep_times,
            "lines from elsewhere": lambda: self.edit(lambda whole: whole + diary.brought()),
            "replaced": lambda: self.replace(self.same_length(self.home.bytes())),
            "cut, and grown again": lambda: self.edit(
                lambda whole: whole[:len(whole) // 2] + whole[len(whole) // 2:].replace(
                    b'"Maya"', b'"Nora"')),
            "a line less": lambda: self.edit(
                lambda whole: whole[whole.index(b"\n", len(whole) // 3) + 1:]),
        }
        kind = self.random.choice([*kinds, *CHANGES])
        if kind in kinds:
            kinds[kind]()
        else:
            self.ask(kind, self.random.choice([real.BINARY, OTHER or real.BINARY]))
        return str(kind)

    def test_random_diaries(self):
        for number in range(500 if real.LONG else 6):
            self.random = random.Random(f"{real.SEED} {number}")
            self.home.remove()
            self.home = real.Home()
            diary = Diary(self.random)
            self.home.plant(diary.years(self.random.choice((30, 450, 800, 1500, 3650))))
            self.assert_same_answers({"seed": real.SEED, "diary": number})
            for step in range(3):
                what = self.happens(diary)
                self.assert_same_answers({"seed": real.SEED, "diary": number, "step": step, "after": what})
        self.home.remove()

    def test_an_edit_of_the_same_length_and_a_line_of_another_program(self):
        diary = Diary(self.random)
        self.home.plant(diary.years(700))
        for _ in range(2):
            self.ask(("people",), real.BINARY)
            # Dated today, with the newest id, it is what a cache is continued by.
            self.edit(lambda whole: whole.replace(b'"Maya"', b'"Nora"', 60) +
                      diary.line(TODAY, TODAY))
            self.assertEqual(self.ask(("people",), real.BINARY, cached=False),
                             self.ask(("people",), real.BINARY))

    def test_an_edit_right_after_an_answer(self):
        self.home.plant(Diary(self.random).years(700))
        for old, new in ((b'"Maya"', b'"Nora"'), (b'"Nora"', b'"Maya"')) * 5:
            self.ask(("people",), real.BINARY)
            self.ask(("log", "thank", "@Maya"), real.BINARY)
            self.edit(lambda whole: whole.replace(old, new))
            self.assertEqual(self.ask(("people",), real.BINARY, cached=False),
                             self.ask(("people",), real.BINARY))

    @unittest.skipUnless(OTHER, "SKIPPED: CONNECT_OTHER_BINARY names no program of another compiler")
    def test_caches_of_two_compilers_are_the_same(self):
        self.home.plant(Diary(self.random).years(1500))
        self.ask(("prompt",), real.BINARY)
        for words in (("streak",), ("report", "month"), ("report", "all")):
            kept = []
            for binary in (real.BINARY, OTHER):
                for path in self.cache.glob("*"):
                    path.unlink()
                self.ask(words, binary)
                kept.append({path.name: path.read_bytes() for path in self.cache.iterdir()})
            self.assertEqual([".older", ".summary"], sorted(Path(name).suffix for name in kept[0]))
            self.assertEqual(*kept, "byte for byte")


if __name__ == "__main__":
    real.main()
