"""The documents among themselves, and against the tree: links, cross references, paths, the commands
of the README, and figures, each of which is measured or counted in one place."""

import re
import sys
import unittest

import program
from manual_test import PAGES, listed_options, page_of, section
from readme_test import README

sys.path[:0] = [str(program.SOURCE / "tests" / folder) for folder in ("support", "faults")]
import corpus
import hostile_text
import not_a_ledger
import reading_table
import real

SOURCE = program.SOURCE
MANUAL = sorted(PAGES.glob("*.[1-9]"))
TEXTS = [SOURCE / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "src/README.md")]
TEXTS += sorted((SOURCE / "tests").rglob("README.md"))
FAULTS = (SOURCE / "tests/faults/README.md").read_text()
BENCH = (SOURCE / "tests/bench/README.md").read_text()


class References(unittest.TestCase):
    def test_every_page_that_is_named_exists(self):
        helps = [program.run(command, "--help").stdout for command in program.commands()]
        sources = [path.read_text() for path in (SOURCE / "src").rglob("*.[ch]pp")]
        found = set()
        for text in (*[path.read_text() for path in (*TEXTS, *MANUAL)], *helps, *sources):
            found |= set(re.findall(r"\b(connect(?:-[a-z]+)?)\((\d)\)", text))
        self.assertGreater(len(found), 5)
        self.assertEqual(set(), {f"{name}({part})" for name, part in found
                                 if not (PAGES / f"{name}.{part}").exists()})

    def test_every_link_and_anchor_leads_somewhere(self):
        for path in TEXTS:
            text = path.read_text()
            heads = {head.lower().replace(" ", "-") for head in re.findall(r"^##+ (.+)$", text, re.M)}
            for link in re.findall(r"\]\(([^)\s]+)\)", text):
                file, _, anchor = link.partition("#")
                with self.subTest(document=path.relative_to(SOURCE), link=link):
                    if file and "://" not in link:
                        self.assertTrue((path.parent / file).exists())
                    elif anchor and "://" not in link:
                        self.assertIn(anchor, heads)

    def test_every_file_of_the_tree_that_is_named_exists(self):
        """But for those that a recipe asks to make, for a command that is called visit."""
        found = 0
        for path in TEXTS:
            for name in re.findall(r"`((?:src|tests|man|completions|include)/[\w./*-]+)", path.read_text()):
                if "visit" in name:
                    continue
                found += 1
                with self.subTest(document=path.relative_to(SOURCE), name=name):
                    self.assertTrue(any(SOURCE.glob(name.rstrip("/"))))
        self.assertGreater(found, 30)

    def test_every_test_is_in_the_table_of_its_folder(self):
        def first_cells(text):
            return {name for cell in re.findall(r"^\| (.*?) \|", text, re.MULTILINE)
                    for name in re.findall(r"`([^`]+)`", cell)}

        tests = SOURCE / "tests"
        folders = {f"{path.name}/" for path in tests.iterdir() if path.is_dir() and path.name[0] != "_"}
        self.assertEqual(folders, first_cells((tests / "README.md").read_text()))
        targets = {path.name for path in (tests / "fuzz/corpus").iterdir()}
        self.assertEqual(targets, first_cells((tests / "fuzz/README.md").read_text()))
        subjects = re.search(r"foreach\(subject([^)]*)\)", (tests / "faults/CMakeLists.txt").read_text())
        without = set(subjects[1].split()) - {"can_fail"}  # which is in the proofs below the table
        self.assertEqual(without | {"hostile_output"}, first_cells(FAULTS.split("## As measured")[0]))

    def test_every_command_and_option_of_the_readme_is_in_its_page(self):
        everywhere = program.names(listed_options("connect.1"))
        blocks = "\n".join(re.findall(r"^```\w*\n(.*?)^```", README, re.MULTILINE | re.DOTALL))
        spans = re.findall(r"`(connect [^`]+)`", README)
        found = 0
        for line in (*blocks.splitlines(), *spans):
            for command, words in re.findall(r"\bconnect ([a-z]+)([^|>#)\"]*)", line):
                if command in program.commands():
                    found += 1
                    named = {word for word in words.split() if re.fullmatch("--?[a-z][a-z-]*", word)}
                    known = everywhere | program.names(listed_options(page_of(command)))
                    self.assertEqual(set(), named - known, line)
        self.assertGreater(found, 40)

    def test_the_readme_and_the_manual_give_the_same_lines_for_startup_files(self):
        part = README.split("\n## In your shell\n")[1].split("\n## ")[0]
        (block,) = re.findall(r"^```sh\n(.*?)^```", part, re.MULTILINE | re.DOTALL)
        lines = [f".Dl {line}\n" for line in block.splitlines()]
        self.assertIn("".join(lines), section("connect-init.1", "EXAMPLES"))


class Figures(unittest.TestCase):
    def test_the_readme_has_the_figures_of_the_benchmark(self):
        measured = {}
        for row in re.findall(r"^\| (.*) \|$", BENCH.split("| 15k entries |")[1].split("\n\n")[0], re.M):
            name, _, *cells = row.split(" | ")
            measured[name] = [re.sub(r" ±.*|\*\*", "", cell) for cell in cells]
        table = README.split("| | today | log one |")[1].split("\n\n")[0]
        rows = re.findall(r"^\| (\w.*) \|$", table, re.MULTILINE)
        self.assertEqual(6, len(rows))
        for row in rows:
            name, *cells = row.replace("**", "").split(" | ")
            (full,) = [each for each in measured if each.startswith(name)]
            for cell, exact in zip(cells, measured[full], strict=True):
                if exact != "–" and "." in exact:
                    self.assertLessEqual(abs(float(cell) - float(exact)), 0.0501, row)
                else:
                    self.assertEqual(exact, cell, row)

    def test_the_readme_has_the_losses_that_the_fault_tests_measured(self):
        table = README.split("| what happens |")[1].split("\n\n")[0]
        rows = re.findall(r"^\| (.*) \| 0 of ([\d,]+) \|$", table, re.MULTILINE)
        self.assertEqual(4, len(rows))
        measured = [row for row in FAULTS.split("## As measured")[1].splitlines() if row.startswith("|")]
        for what, count in rows:
            kills = re.findall(r"\d+,\d+|\d{3,}", what)
            self.assertTrue(any(all(number in row for number in (*kills, count)) for row in measured), what)

    def test_the_fault_tests_have_as_many_cases_as_stated(self):
        commands = len([*hostile_text.FORMATS, *hostile_text.REPORTS, *hostile_text.OTHERS])
        for stated in (f"{sum(1 for _ in corpus.cases())} cases", f"{len(reading_table.TABLE)} ledgers",
                       f"{len(not_a_ledger.FILES)} kinds",
                       f"{len(hostile_text.STRINGS)} strings, {2 * commands} commands"):
            self.assertIn(f"| {stated} |", FAULTS)

    def test_the_readme_counts_the_programs_that_import_reads(self):
        others = program.formats("import") - {"csv", "tsv", "json", "ndjson", "vcard"}
        words = "zero one two three four five six seven eight nine ten".split()
        self.assertIn(f"can read the data of {words[len(others)]}.", README)
        for name in others:
            self.assertIn(name, README.lower())


if __name__ == "__main__":
    real.main()
