"""The manual against the real binary: what it lists, and what its examples do."""

import json
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import program

PAGES = program.SOURCE / "man"


def plain(text):
    """A line of mdoc as it reads."""
    for escape, meaning in (("\\(dq", '"'), ("\\e", "\\"), ("\\-", "-"), ("\\&", "")):
        text = text.replace(escape, meaning)
    return text


def page_of(command):
    return f"connect-{command}.1"


def listed_commands():
    """The commands that connect(1) lists, in its order."""
    text = section("connect.1", "COMMANDS")
    return re.findall(r"^\.It Cm ([a-z]+)\b(?!-)", text, re.MULTILINE)


def listed_options(page):
    """What the OPTIONS of a page list."""
    options = []
    for line in section(page, "OPTIONS").splitlines():
        if line.startswith(".It Fl "):
            names = tuple("-" + name for name in re.findall(r"Fl (\S+)", line))
            value = re.search(r"Ar (\S+(?: \S+)*)$", line)
            options.append(program.Option(names, value.group(1) if value else ""))
    return options


def section(page, name):
    return (PAGES / page).read_text().split(f".Sh {name}\n")[1].split("\n.Sh ")[0]


def examples(page, name="EXAMPLES"):
    """The one-line and the literal examples of a section."""
    text = section(page, name)
    lines = [plain(line[4:]) for line in text.splitlines() if line.startswith(".Dl ")]
    blocks = re.findall(r"\.Bd -literal.*\n((?:[^.].*\n)+)\.Ed", text)
    return lines, [plain(block) for block in blocks]


class Manual(unittest.TestCase):
    def setUp(self):
        self.home = self.fresh_home()
        self.env = {"HOME": str(self.home), "LANG": "C.UTF-8", "CONNECT_NOW": "2026-11-25",
                    "CONNECT_OPEN": "true", "PATH": f"{self.home}/bin:/usr/local/bin:/usr/bin:/bin"}

    def fresh_home(self):
        folder = tempfile.TemporaryDirectory(prefix="connect-manual-")
        self.addCleanup(folder.cleanup)
        home = Path(folder.name)
        (home / "bin").mkdir()
        (home / "bin" / "connect").symlink_to(Path(program.BINARY).resolve())
        (home / "note.txt").write_text("a quiet word\n")
        program.give_remote(home)
        return home

    def run_line(self, line):
        missing = [tool for tool in re.findall(r"(?:^|\| )(\w+)", line)
                   if not shutil.which(tool, path=self.env["PATH"])]
        if missing:
            print(f"skipped: {missing[0]} is not installed: {line}")
            return ""
        done = subprocess.run(["sh", "-eu", "-c", line], env=self.env, cwd=self.home, text=True,
                              capture_output=True, check=False)
        told = re.sub(r"^connect: no entry matches: .*\n", "", done.stderr)  # which is no mistake
        self.assertEqual((done.returncode, told), (0, ""), line)
        return done.stdout

    def test_commands_are_listed_in_the_order_of_help(self):
        self.assertEqual(listed_commands(), list(program.commands()))

    def test_every_command_has_a_page_and_no_other_word_has(self):
        pages = {page.name for page in PAGES.glob("connect-*.1")}
        self.assertEqual(pages, {page_of(command) for command in program.commands()})

    def test_a_page_has_the_name_and_the_purpose_that_help_gives(self):
        for command in program.commands():
            with self.subTest(command=command):
                self.assertEqual(section(page_of(command), "NAME").splitlines(),
                                 [f".Nm connect-{command}", f".Nd {program.purpose(command)}"])

    def test_every_option_is_listed_and_no_other(self):
        self.assertEqual(set(listed_options("connect.1")), program.options())
        for command in program.commands():
            own = listed_options(page_of(command))
            with self.subTest(command=command):
                self.assertEqual(len(own), len(set(own)), "listed twice")
                self.assertEqual(set(own), program.options(command) - program.options())

    def test_pages_name_each_other_and_every_page_they_name_exists(self):
        named = section("connect.1", "SEE ALSO")
        for command in program.commands():
            self.assertIn(f".Xr connect-{command} 1", named)
        for page in PAGES.glob("*.[1-9]"):
            for name, number in re.findall(r"Xr (connect\S*) (\d)", page.read_text()):
                self.assertTrue((PAGES / f"{name}.{number}").exists(), f"{page.name}: {name}")

    def test_no_option_is_named_that_does_not_exist(self):
        known = program.names(program.options())
        for command in program.commands():
            known |= program.names(program.options(command))
        for page in PAGES.glob("*.[1-9]"):
            named = {"-" + name for name in re.findall(r"\bFl ([a-z-]+)", page.read_text())}
            self.assertEqual(named - known, set(), page.name)

    def test_every_key_unit_format_and_period_is_named(self):
        expected = {
            "connect.1": program.keys() | program.periods() | program.colours() | program.acts(),
            page_of("get"): program.keys(),
            page_of("import"): program.formats("import"),
            page_of("list"): program.formats("list"),
            page_of("log"): program.acts(),
            page_of("people"): program.spans(),
            page_of("prompt"): program.places(),
            page_of("report"): program.formats("report") | program.units(),
        }
        for page, words in expected.items():
            text = set(re.findall(r"[a-z]+(?:[-.][a-z]+)*", (PAGES / page).read_text()))
            self.assertEqual(words - text, set(), page)

    def test_examples_read_as_they_are_written(self):
        """mdoc takes the blank before a lone `:` or `.`, so an example may lose it on the page."""
        if not shutil.which("mandoc"):
            self.skipTest("mandoc is not installed")
        for page in sorted(PAGES.glob("*.[1-9]")):
            shown = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=500", page], check=True,
                                   capture_output=True).stdout.decode()
            shown = re.sub(".\b", "", shown)  # overstruck letters
            for macro, text in re.findall(r"^\.(Dl|Li) (.*)$", page.read_text(), re.MULTILINE):
                parts = [text] if macro == "Dl" else re.sub(r" [.,;:)]$", "", text).split(" , ")
                for part in parts:
                    with self.subTest(page=page.name, example=text):
                        self.assertIn(plain(part), shown)

    def test_examples_of_connect_work(self):
        lines, _ = examples("connect.1")
        self.assertGreater(len(lines), 8)
        for line in lines:
            self.run_line(line)

    def test_examples_of_every_command_work(self):
        for command in program.commands():
            self.home = self.fresh_home()
            self.env["HOME"] = str(self.home)
            self.run_line("env CONNECT_NOW=2026-10-20 connect thank")
            self.run_line("env CONNECT_NOW=2026-11-24 connect prompt")
            lines, _ = examples(page_of(command))
            self.assertTrue(any(f"connect {command}" in line for line in lines), command)
            for line in lines:
                self.run_line(line)

    def test_the_example_suggestions_are_understood(self):
        _, (block,) = examples(page_of("prompt"), "OWN SUGGESTIONS")
        own = self.home / ".config" / "connect" / "suggestions.json"
        own.parent.mkdir(parents=True)
        own.write_text(block)
        told = self.run_line("connect prompt --list")  # and says nothing on standard error
        for item in json.loads(block):
            self.assertIn(item["id"], told)

    def test_the_example_configuration_is_understood(self):
        _, (block,) = examples("connect.1", "CONFIGURATION")
        config = self.home / ".config" / "connect" / "config.toml"
        config.parent.mkdir(parents=True)
        config.write_text(block)
        self.run_line("connect streak")  # and says nothing on standard error
        config.write_text(block.replace("rhythm", "rythm"))
        with self.assertRaises(AssertionError):
            self.run_line("connect streak")

    def test_examples_of_the_ledger_work(self):
        self.run_line("connect log thank @Maya for the tea")
        self.env["XDG_DATA_HOME"] = str(self.home)
        self.env["XDG_STATE_HOME"] = str(self.home / "state")  # else a ledger would be missing
        self.run_line("connect log thank @Maya for the tea")
        (self.home / "ledger.jsonl").symlink_to("connect/ledger.jsonl")
        lines, (records, python) = examples("connect-ledger.5")
        told = [self.run_line(line).split() for line in lines]
        self.assertTrue(all(answer in ([], ["1", "thank"]) for answer in told), told)
        (self.home / "example.py").write_text(python)
        self.assertEqual(self.run_line("python3 example.py"), "['for the tea']\n")
        self.assertEqual(len(python.splitlines()), 3)
        (self.home / "records").write_text(records)
        self.assertEqual(self.run_line("connect --ledger records list --format csv").count("\n"), 1)
        told = json.loads(self.run_line("connect --ledger records people --json"))["people"]
        self.assertEqual({person["name"]: person["every_days"] for person in told},
                         {"Maya": 14, "Sam": None})
        ops = {json.loads(line)["op"] for line in re.split(r"\n(?=\{)", records)}
        page = (PAGES / "connect-ledger.5").read_text().split("Kinds of record")[1]
        self.assertEqual(ops, set(re.findall(r"^\.It Cm (\w+)$", page, re.MULTILINE)))
        (self.home / "first").write_text(records.split('{"v":1,"id":"0193a2"')[0])
        self.assertIn("Maya", self.run_line("connect --ledger first list"))


if __name__ == "__main__":
    unittest.main()
