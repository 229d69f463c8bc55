"""A file in the cache folder is deleted, spoilt, swapped or cannot be written: no answer changes."""

import datetime
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

COMMANDS = [("get", "today.count", "streak.current", "streak.longest", "prompt.text",
             "people.overdue"),
            ("streak",), ("streak", "--explain"), ("streak", "--act", "thank"), ("--json",), (),
            ("streak", "--json"), ("complete", "people"), ("complete", "tags"), ("log", "offer", "@maya", "--dry-run"),
            ("log", "listen", "--on", "2025-02-03", "--dry-run"), ("done", "--dry-run"),
            ("people",), ("people", "--json"), ("people", "--overdue"), ("prompt",)]


def reports(*periods, redact=()):
    """Reports of these periods by every grouping, in every form."""
    return [*[("report", period) for period in periods],
            ("report", periods[0], "--with-notes"),
            *[("report", period, "--by", by, "--json") for period in periods
              for by in ("day", "week", "month", "act", "person", "tag")],
            *[("report", periods[0], "--format", form, *redact)
              for form in ("ndjson", "csv", "tsv", "md", "svg", "html")]]


def name_of(number, made):
    return f"{made >> 16:08x}-{made & 0xffff:04x}-7000-8000-{number:012x}"


def big_ledger(count, people=("Maya", "Sam", "Zoë"), first=0):
    """More than the program reads without a cache, one record an hour up to the frozen day."""
    lines = []
    for i in range(first, first + count):
        day = f"2026-{10 + i // 600:02d}-{1 + i // 24 % 22:02d}"
        lines.append(real.record(
            name_of(i, 1_790_000_000_000 + i * 3_600_000), at=f"{day}T{i % 24:02d}:00:00+01:00",
            day=day, act=("thank", "offer", "listen", "check-in")[i % 4],
            **{"with": [people[i % len(people)]]}, tags=["work"], note="x" * 40))
    shown = {"v": 1, "id": name_of(first + count, 1_790_000_000_000 + count * 3_600_000),
             "op": "prompt", "at": "2026-11-23T07:00:00+01:00", "day": "2026-11-23",
             "act": "thank", "suggestion": "thank-07"}
    return b"".join(line + b"\n" for line in [*lines, json.dumps(shown).encode()])


def earlier_years(count):
    """An act on most days up to the frozen one; the longest streak is older than what is listed."""
    lines = []
    for i in range(count):
        day = datetime.date(2026, 11, 23) - datetime.timedelta(days=count - i)
        if i % 11 in (3, 4) or (i < 500 and i % 97 > 90):
            continue
        lines.append(real.record(name_of(i, 1_600_000_000_000 + i), at=f"{day}T10:00:00+01:00",
                                 day=str(day), act=("thank", "offer", "listen")[i % 3],
                                 **{"with": ["Maya"]}, note="y" * 40))
    return b"".join(line + b"\n" for line in lines)


class Summary(real.Case):
    commands = COMMANDS
    ending = ".summary"

    def setUp(self):
        super().setUp()
        self.home.plant(earlier_years(700) + big_ledger(700))
        self.folder = self.home.folder / ".cache/connect"

    def file(self):
        found = list(self.folder.glob("*" + self.ending))
        self.assertEqual(1, len(found), "there is one of its kind")
        return found[0]

    def kept(self):
        """The files of the cache, each with its bytes."""
        if not self.folder.exists():
            return {}
        return {path: path.read_bytes() for path in self.folder.iterdir()}

    def put_back(self, kept):
        self.drop()
        for path, data in kept.items():
            path.write_bytes(data)

    def drop(self):
        for path in self.kept():
            path.unlink()

    def answers(self, *flags):
        return [self.home.run(*flags, *words) for words in self.commands]

    def truth(self, *flags):
        """What is said where there is no cache at all."""
        out = []
        for words in self.commands:
            self.drop()
            out.append(self.home.run(*flags, *words))
            self.assertIn(out[-1].code, (0, 1), words)
        return out

    def assert_true(self, expected, *flags):
        for words, wanted, got in zip(self.commands, expected, self.answers(*flags)):
            self.assertEqual(wanted, got, words)

    def test_it_is_written_privately_and_used(self):
        expected = self.truth()
        self.assert_true(expected)
        self.assertEqual(0o600, self.file().stat().st_mode & 0o777)
        self.assertEqual(0o700, self.folder.stat().st_mode & 0o777)
        before = self.file().stat()
        self.assert_true(expected)
        self.assertEqual(before.st_ino, self.file().stat().st_ino, "it is not written again")
        self.assertNotIn(b"xxxx", self.file().read_bytes(), "no note is in it")

    def test_garbage_in_its_place(self):
        expected = self.truth()
        self.answers()
        whole = self.file().read_bytes()
        for at in self.random.sample(range(len(whole)), 20):
            flipped = bytearray(whole)
            flipped[at] ^= 1 << self.random.randrange(8)
            for spoilt in (flipped, whole[:at], b"", self.random.randbytes(at), whole + b"x"):
                self.file().write_bytes(spoilt)
                self.assertEqual(expected[0], self.home.run(*self.commands[0]))
        self.assert_true(expected)

    def test_another_rhythm(self):
        config = self.home.folder / ".config/connect/config.toml"
        config.parent.mkdir(parents=True)
        settings = ("rhythm = 7\n", 'rest_days = ["sat", "sun"]\n', "rhythm = 2\n", "")
        expected = []
        for setting in settings:
            config.write_text(setting)
            expected.append(self.truth())
        self.assertGreater(len({tuple(answers) for answers in expected}), 2)
        for setting, answers in (*zip(settings, expected), *zip(settings, expected)):
            config.write_text(setting)
            self.assert_true(answers)

    def test_months_later_and_back(self):
        self.answers()
        for day in ("2026-11-24", "2026-12-05", "2027-04-01", "2026-11-20", "2026-09-01"):
            self.home.environment["CONNECT_NOW"] = f"{day}T12:00:00+01:00"
            self.home.run("prompt")  # pins what is suggested
            kept = self.kept()
            expected = self.truth()
            self.put_back(kept)
            self.assert_true(expected)

    def test_a_folder_in_its_place(self):
        expected = self.truth()
        self.answers()
        file = self.file()
        file.unlink()
        file.mkdir()
        self.assert_true(expected)

    def test_a_cache_that_cannot_be_written(self):
        expected = self.truth()
        self.drop()
        self.folder.rmdir()
        self.folder.parent.rmdir()
        self.folder.parent.write_bytes(b"a file")
        self.assert_true(expected)

    def test_that_of_another_ledger(self):
        self.answers()
        mine = self.file()
        other = self.home.folder / "other.jsonl"
        other.write_bytes(big_ledger(710, people=("Ruth", "Tom")))
        other.chmod(0o600)
        self.home.folder.chmod(0o700)
        expected = self.answers("--ledger", str(other))
        theirs = next(path for path in self.folder.glob("*" + self.ending) if path != mine)
        theirs.write_bytes(mine.read_bytes())
        self.assert_true(expected, "--ledger", str(other))

    def test_a_ledger_that_was_replaced_or_edited(self):
        self.answers()
        whole = self.home.bytes()
        for edited in (whole.replace(b"Maya", b"Nora", 9), whole[:len(whole) // 2],
                       whole + whole[:3000], whole[3000:] + whole[:3000], whole + b"torn"):
            kept = self.kept()
            beside = self.home.ledger.with_suffix(".new")
            beside.write_bytes(edited)
            beside.chmod(0o600)
            beside.rename(self.home.ledger)
            self.home.run("prompt")  # pins what is suggested, if nothing is
            expected = self.truth()
            self.put_back(kept)
            self.assert_true(expected)

    def test_what_is_logged_afterwards_counts(self):
        for i in range(22):
            when = {"CONNECT_NOW": f"2026-11-23T13:{i:02d}:00+01:00"}
            self.home.environment.update(when)
            words = (("log", "thank", "@Maya"), ("log", "offer", "@new", "--on", "2026-11-20"),
                     ("undo",), ("rest", "2026-11-01..2026-11-02"),
                     ("log", "listen", "--on", "2026-09-01"),
                     ("log", "offer", "--on", "2025-06-01"), ("undo",),
                     ("rest", "2025-03-01..2025-03-20"), ("log", "listen", "--on", "2025-02-01"),
                     ("log", "thank"), ("notice", "@Sam", "helped"))
            self.assertEqual(0, self.home.run(*words[i % len(words)]).code, words[i % len(words)])
            kept = self.kept()
            expected = self.truth()
            self.put_back(kept)
            self.assert_true(expected)


class Details(Summary):
    commands = reports("2026-10-01..2026-11-30", "365d", "2026-10-05", "today")


class Older(Summary):
    commands = reports("all", "2025-10-01..2026-11-30", redact=("--redact",))
    ending = ".older"


if __name__ == "__main__":
    real.main()
