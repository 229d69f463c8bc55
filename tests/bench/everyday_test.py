"""The measuring script runs, and its tables, figures, curve and judgement hold together.

Nothing here depends on how long anything takes.
"""

import copy
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import uuid
import xml.etree.ElementTree as xml
from pathlib import Path

import curve
import everyday_commands as ours
import history
import ledger_records
import table
import targets

HERE = Path(__file__).resolve().parent
BINARY = os.environ["CONNECT_BINARY"]
COMMANDS = list(map(ours.label, ours.COMMANDS))
SVG = "{http://www.w3.org/2000/svg}"


def figures(floors):
    spread = {"median": floors, "mad": 0.1}
    return {"rounds": 3, "wall": spread, "cpu": spread, "wall_ms": spread, "cpu_ms": spread}


def invented():
    """A result in which every target is met, with one peer."""
    rows = [{"tool": tool, "command": command, "size": size, "column": column,
             "figures": figures(floors)}
            for size in (1000, 1_000_000)
            for tool, floors, commands in (
                ("connect", 1.5, {name: ours.COLUMN_OF.get(name, "") for name in COMMANDS}),
                ("abacus", 9, {"today": "today", "full summary": "full summary"}))
            for command, column in commands.items()]
    return {"history": "full", "sizes": [1000, 1_000_000], "by": "wall", "rounds": 3,
            "cap_s": 20, "load": [0, 0, 0], "versions": {"abacus": "1.0"}, "rows": rows,
            "floor": {"wall_ms": {"median": 1, "mad": 0}, "cpu_ms": {"median": 1, "mad": 0}}}


def row_of(found, tool, command, size):
    return next(row for row in found["rows"]
                if (row["tool"], row["command"], row["size"]) == (tool, command, size))


class Measuring(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / name for name in ("found.json", "curve.svg")]
            cls.answer = subprocess.run(
                [sys.executable, "-B", HERE / "everyday.py", "--binary", BINARY, "--sizes", "1k",
                 "--no-peers", "--rounds", "2", "--json", paths[0], "--svg", paths[1]],
                capture_output=True, text=True)
            assert cls.answer.returncode == 0, cls.answer.stderr
            cls.found, cls.svg = json.loads(paths[0].read_text()), paths[1].read_text()

    def test_every_command_has_its_row_in_both_tables(self):
        for command in COMMANDS:
            pattern = rf"^\| {re.escape(command)} \| \*\*[\d.,]+\*\* ±[\d.,]+ \([\d.,]+ ms\) \|$"
            self.assertEqual(2, len(re.findall(pattern, self.answer.stdout, re.MULTILINE)), command)

    def test_every_command_has_figures_of_each_round(self):
        for command in COMMANDS:
            its = row_of(self.found, "connect", command, 1000)["figures"]
            self.assertEqual(2, its["rounds"])
            for measure in ("wall", "cpu", "wall_ms", "cpu_ms"):
                self.assertGreater(its[measure]["median"], 0)

    def test_the_tables_say_which_history_they_are_of(self):
        self.assertEqual(2, self.answer.stdout.count("| connect, full history | 1k |"))
        self.assertIn("The ledger of connect has a full history: ", self.answer.stdout)
        self.assertIn("a full history", self.svg)

    def test_the_curve_names_every_command(self):
        texts = [text.text for text in xml.fromstring(self.svg).iter(f"{SVG}text")]
        self.assertEqual([], [command for command in COMMANDS if command not in texts])


class Home(unittest.TestCase):
    def test_a_run_that_writes_leaves_neither_an_entry_nor_a_stale_summary(self):
        with tempfile.TemporaryDirectory() as folder:
            home = ours.Home(BINARY, Path(folder) / "home", history.entries(1000))
            before = home.run("list", "--limit", "3"), home.run("get", "today.count")
            for words in (("done",), ("done", "@Maya"), ("undo",)):
                home.run(*words)
            self.assertNotEqual(before[1], home.run("get", "today.count"))
            home.restore()
            summary, = Path(folder).rglob("*.summary")
            kept = summary.stat().st_mtime_ns
            after = home.run("list", "--limit", "3"), home.run("get", "today.count")
            self.assertEqual(before, after)
            self.assertEqual(kept, summary.stat().st_mtime_ns, "the summary was written anew")

    def test_a_history_is_the_same_each_time_and_has_one_entry_of_today(self):
        entries = history.entries(15_000)
        self.assertEqual(entries, history.entries(15_000))
        self.assertEqual(15_000, len(entries))
        self.assertEqual(entries, sorted(entries, key=lambda entry: entry.second))
        self.assertEqual(1, sum(entry.day == history.today().isoformat() for entry in entries))


    def test_connect_reads_a_full_history_and_finds_no_fault_in_it(self):
        with tempfile.TemporaryDirectory() as folder:
            home = ours.Home(BINARY, Path(folder) / "home", history.entries(1000))
            self.assertIn(b"All is well: ", home.run("doctor"))
            people = home.run("people").decode()
            self.assertEqual(len(history.PEOPLE), people.count(" every "), people)
            report = json.loads(home.run("report", "all", "--json"))
            self.assertGreater(report["feelings"]["calm"]["check_ins"], 300)
            home.quote_kindness()
            quoted = json.loads(home.run("prompt", "--json"))["noticed"]
            self.assertIn(quoted, ledger_records.KINDNESSES)

    def test_a_plain_history_has_no_command_that_needs_a_kindness(self):
        with tempfile.TemporaryDirectory() as folder:
            home = ours.Home(BINARY, Path(folder) / "home", history.entries(100), "plain")
            commands = [task.command for task in home.tasks()]
        self.assertEqual([command for command in COMMANDS if command not in ours.OF_FULL_HISTORY],
                         commands)


class Records(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.entries = history.entries(15_000)
        cls.full = list(ledger_records.full(cls.entries))

    def count(self, op):
        return sum(record.op == op for record in self.full)

    def test_a_full_history_is_the_same_each_time_and_in_order(self):
        self.assertEqual(self.full, list(ledger_records.full(self.entries)))
        seconds = [record.second for record in self.full]
        self.assertEqual(sorted(seconds), seconds)

    def test_both_histories_have_the_same_entries(self):
        for kind in (self.full, ledger_records.plain(self.entries)):
            logs = [record for record in kind if record.op == "log"]
            self.assertEqual(self.entries, [
                history.Entry(log.second, log.fields["day"], log.fields["act"],
                              *log.fields["with"], log.fields["note"]) for log in logs])

    def test_an_id_is_a_uuid_of_version_7_of_the_time_of_its_record(self):
        for record in self.full:
            parsed = uuid.UUID(record.id)
            self.assertEqual((7, uuid.RFC_4122), (parsed.version, parsed.variant))
            self.assertEqual(record.second * 1000, parsed.int >> 80)
        self.assertEqual(len(self.full), len({record.id for record in self.full}))

    def test_other_records_come_on_top_in_proportion(self):
        days = history.span(15_000)
        self.assertEqual(len(history.PEOPLE), self.count("person"))
        self.assertEqual(ledger_records.RATED_DAYS, self.count("feel"))
        self.assertEqual(15_000 / 50, self.count("amend"))
        self.assertAlmostEqual(days, self.count("prompt"), delta=0.1 * days)
        self.assertAlmostEqual(days / 7, self.count("notice"), delta=1)
        self.assertAlmostEqual(days / 10, self.count("ask"), delta=1)
        self.assertAlmostEqual(days / 30, self.count("rest"), delta=1)

    def test_corrections_are_of_notes_and_days_and_removals_of_entries(self):
        logs = {record.id for record in self.full if record.op == "log"}
        amends = [record.fields for record in self.full if record.op == "amend"]
        self.assertEqual({"note", "day", "removed"},
                         {key for each in amends for key in each["set"]})
        self.assertTrue(all(each["ref"] in logs for each in amends))

    def test_some_entries_are_rated_and_some_follow_a_suggestion(self):
        shown = {record.id: record.fields["act"] for record in self.full if record.op == "prompt"}
        logs = [record.fields for record in self.full if record.op == "log"]
        self.assertTrue(any("before" in each and "felt" in each for each in logs))
        followed = [each for each in logs if "prompt" in each]
        self.assertGreater(len(followed), 1000)
        self.assertTrue(all(shown[each["prompt"]] == each["act"] for each in followed))


class Judging(unittest.TestCase):
    def test_nothing_is_missed_where_all_targets_are_met(self):
        self.assertEqual([], targets.missed(invented()))

    def missed_when(self, tool, command, size, floors):
        found = invented()
        row_of(found, tool, command, size)["figures"] = floors and figures(floors)
        return [line.partition(" floors, ")[0] for line in targets.missed(found)]

    def test_a_daily_command_may_take_two_floors_and_hardly_grow(self):
        self.assertEqual(["done at 1k: 2.10"], self.missed_when("connect", "done", 1000, 2.1))
        self.assertEqual(["done at 1M: 1.90"], self.missed_when("connect", "done", 1_000_000, 1.9))

    def test_a_peer_must_not_be_faster_at_the_same_size(self):
        self.assertEqual(["(bare) at 1k: 1.50"], self.missed_when("abacus", "today", 1000, 1.4))
        self.assertEqual([], self.missed_when("abacus", "today", 1000, None))

    def test_a_report_has_a_ceiling_of_its_own_and_must_finish(self):
        at = ("connect", "report all", 1_000_000)
        self.assertEqual(["report all at 1M: 41.00"] * 2, self.missed_when(*at, 41))
        self.assertEqual(["report all at 1M: inf"] * 2, self.missed_when(*at, None))
        self.assertEqual([], self.missed_when("connect", "report all", 1000, 8))


    def test_a_command_that_was_not_measured_misses_nothing(self):
        found = invented()
        found["rows"] = [row for row in found["rows"] if row["command"] not in ours.OF_FULL_HISTORY]
        self.assertEqual([], targets.missed(found))


class Drawing(unittest.TestCase):
    def test_labels_keep_apart_in_order_and_within_bounds(self):
        wanted = [50, 50, 51, 200, 10, 199, 52]
        places = curve.spread(wanted, 20, 200)
        ordered = [places[i] for i in sorted(range(len(wanted)), key=lambda i: wanted[i])]
        self.assertTrue(all(b - a >= curve.GAP - 1e-6 for a, b in itertools.pairwise(ordered)))
        self.assertTrue(20 <= ordered[0] and ordered[-1] <= 200, ordered)

    def test_what_was_stopped_is_drawn_open_and_told_in_the_table(self):
        found = copy.deepcopy(invented())
        row_of(found, "abacus", "today", 1_000_000)["figures"] = None
        self.assertIn("abacus (stopped)", curve.svg(found))
        self.assertEqual(1, curve.svg(found).count('class="over"'))
        self.assertIn("| > 20 s |", table.markdown(found))

    def test_a_command_that_was_not_measured_is_not_drawn(self):
        found = invented()
        found["rows"] = [row for row in found["rows"] if row["command"] not in ours.OF_FULL_HISTORY]
        found["history"] = "plain"
        self.assertNotIn(ours.OF_FULL_HISTORY[0], curve.svg(found))
        self.assertIn("a plain history", curve.svg(found))
        self.assertIn("| connect, plain history |", table.markdown(found))

    def test_both_grounds_have_colours(self):
        self.assertIn("prefers-color-scheme: dark", curve.svg(invented()))


if __name__ == "__main__":
    unittest.main()
