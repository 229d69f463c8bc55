"""The manual against the real binary: what it lists, and what its examples do."""

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


def listed():
    """What connect(1) lists: (command or empty, Option), and the commands."""
    options, commands, command = [], [], ""
    for line in (PAGES / "connect.1").read_text().splitlines():
        if line.startswith(".Sh "):
            command = ""
        elif found := re.match(r"\.It Cm ([a-z]+)\b(?!-)", line):
            command = found.group(1)
            commands.append(command)
        elif line.startswith(".It Fl "):
            names = tuple("-" + name for name in re.findall(r"Fl (\S+)", line))
            value = re.search(r"Ar (\S+)$", line)
            options.append((command, program.Option(names, value.group(1) if value else "")))
    acts = program.acts()
    return options, [name for name in commands if name not in acts]


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
        folder = tempfile.TemporaryDirectory(prefix="connect-manual-")
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        (self.home / "bin").mkdir()
        (self.home / "bin" / "connect").symlink_to(Path(program.BINARY).resolve())
        (self.home / "note.txt").write_text("a quiet word\n")
        self.env = {"HOME": folder.name, "LANG": "C.UTF-8", "CONNECT_NOW": "2026-11-25",
                    "PATH": f"{folder.name}/bin:/usr/local/bin:/usr/bin:/bin"}

    def run_line(self, line):
        missing = [tool for tool in re.findall(r"(?:^|\| )(\w+)", line)
                   if not shutil.which(tool, path=self.env["PATH"])]
        if missing:
            print(f"skipped: {missing[0]} is not installed: {line}")
            return ""
        done = subprocess.run(["sh", "-eu", "-c", line], env=self.env, cwd=self.home, text=True,
                              capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""), line)
        return done.stdout

    def test_commands_are_listed_in_the_order_of_help(self):
        self.assertEqual(listed()[1], list(program.commands()))

    def test_every_option_is_listed_and_no_other(self):
        options, _ = listed()
        shared = {option for command, option in options if not command}
        self.assertEqual(shared, program.options())
        for command, option in options:
            with self.subTest(command=command, option=option):
                self.assertIn(option, program.options(command), "stale")
        for command in program.commands():
            own = {option for at, option in options if at == command} | shared
            refers = own if command != "done" else own | {o for at, o in options if at == "log"}
            self.assertEqual(program.options(command) - refers, set(), f"missing for {command}")

    def test_no_option_is_named_that_does_not_exist(self):
        known = program.names(program.options())
        for command in program.commands():
            known |= program.names(program.options(command))
        for page in PAGES.glob("*.[1-9]"):
            named = {"-" + name for name in re.findall(r"\bFl ([a-z-]+)", page.read_text())}
            self.assertEqual(named - known, set(), page.name)

    def test_every_key_unit_format_and_period_is_named(self):
        text = set(re.findall(r"[a-z]+(?:[-.][a-z]+)*", (PAGES / "connect.1").read_text()))
        words = program.keys() | program.units() | program.periods() | program.colours()
        words |= program.formats("report") | program.formats("list") | program.acts()
        self.assertEqual(words - text, set())

    def test_examples_of_connect_work(self):
        lines, _ = examples("connect.1")
        self.assertGreater(len(lines), 8)
        for line in lines:
            self.run_line(line)

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
        (self.home / "first").write_text(records.split('{"v":1,"id":"0193a2"')[0])
        self.assertIn("Maya", self.run_line("connect --ledger first list"))


if __name__ == "__main__":
    unittest.main()
