"""What completion must do in every shell. Each shell's test says only how to ask it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import hostile
import program
from terminal import Terminal

STUB = """#!/bin/sh
case "$*" in
*"complete people" | *"complete tags")
  printf '%s\\n' "$*" >>"$STUB/asked"
  cat "$STUB/names"
  exit ;;
esac
printf '%s\\0' "$@" >"$STUB/argv.new"
mv "$STUB/argv.new" "$STUB/argv"
"""

EVERYDAY = ["Maya", "Sam"]


def words_for(what, command):
    """What an operand or the value of an option completes to, by its name in --help."""
    return {
        "ACT": program.acts,
        "@PERSON": lambda: {"@" + name for name in EVERYDAY},
        "NAME": lambda: set(EVERYDAY),
        "TAG": lambda: set(EVERYDAY),
        "KEY": program.keys,
        "PERIOD": program.periods,
        "QUERY": lambda: program.acts() | program.periods() | {"@" + name for name in EVERYDAY},
        "DATE": lambda: {"today", "yesterday"},
        "FORMAT": lambda: program.formats(command),
        "FIELD": lambda: program.words_of("amend", "--clear", "no-such-field"),
        "UNIT": program.units,
        "WHEN": program.colours,
        "SPAN": program.spans,
        "PLACE": program.places,
        "SETTING": program.settings,
        "EFFORT": lambda: {"small", "medium"},
        "ID": lambda: {"last"} if command == "report" else set(),
    }.get(what, lambda: {what} if what.islower() else set())()


OPEN_ENDED = {"PERIOD", "QUERY", "DATE", "SPAN", "FILE", "REMOTE"}  # more words may be offered than the program's hint lists
FREE_TEXT = {"HH:MM", "TEXT", "C,T,K", "ID", "N", "FROM..TO", "HABIT=ACT", "MM-DD WORDS", "URL", "WORDS"}  # nothing to offer
KNOWN = {"ACT", "@PERSON", "NAME", "TAG", "KEY", "FORMAT", "FIELD", "UNIT", "WHEN", "PLACE", "SETTING", "EFFORT"}
KNOWN |= OPEN_ENDED | FREE_TEXT


def first_operands(command):
    """What may come first after the command: names of operands, and words to type as they are."""
    usage = program.run(command, "--help").stdout.splitlines()[0].split(command, 1)[1]
    usage = re.sub(r"--[a-z]+ [A-Z]+", "", usage)
    ways = [re.findall(r"[@\w][\w,]*(?:\.\.[A-Z]+)?", way) for way in usage.split("|")]
    return [way[0] for way in ways if way]


class CompletionChecks:
    """Mixed into a TestCase that has answers() and start()."""

    terminal = None
    in_quotes = hostile.NAMES[::2]  # the names that are also tried in open quotes

    def answers(self, lines, path=None):
        """For each line: the set of candidates at its end, unquoted names among them."""
        raise NotImplementedError

    @classmethod
    def start(cls, env):
        """A Terminal with the shell and its completions, which writes $STUB/ready at each prompt."""
        raise NotImplementedError

    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory(prefix="connect-shells-")
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = Path(temporary.name)
        for name in ("bin", "stub", "home", "work", "empty"):
            (cls.folder / name).mkdir()
        stub = cls.folder / "bin" / "connect"
        stub.write_text(STUB)
        stub.chmod(0o755)
        (cls.folder / "work" / "here.txt").touch()
        cls.env = {
            "HOME": str(cls.folder / "home"),
            "STUB": str(cls.folder / "stub"),
            "PATH": f"{cls.folder}/bin:{os.environ['PATH']}",
            "LANG": "C.UTF-8",
            "TERM": "dumb",
        }

    @classmethod
    def tearDownClass(cls):
        cls.stop()

    @classmethod
    def stop(cls):
        if cls.terminal is not None:
            cls.terminal.close()
        cls.terminal = None

    @classmethod
    def at_prompt(cls, path=None):
        """The terminal of all tests, waiting for a line."""
        if cls.terminal is None:
            ready = cls.folder / "stub" / "ready"
            ready.unlink(missing_ok=True)
            cls.terminal = cls.start(cls.env | ({"PATH": path} if path else {}))
            cls.terminal.wait_until(ready.exists, "prompt")
        return cls.terminal

    def setUp(self):
        self.names_are(EVERYDAY)
        (self.folder / "stub" / "asked").unlink(missing_ok=True)

    def tearDown(self):
        self.assertEqual(os.listdir(self.folder / "work"), ["here.txt"],
                         "the shell ran a piece of a name")

    def names_are(self, names):
        (self.folder / "stub" / "names").write_text("".join(f"{name}\n" for name in names))

    def typed(self, line):
        """Types a line, Tab and Enter; what the program then got as its arguments."""
        argv = self.folder / "stub" / "argv"
        ready = self.folder / "stub" / "ready"
        terminal = self.at_prompt()
        argv.unlink(missing_ok=True)
        ready.unlink(missing_ok=True)
        terminal.write(line + "\t\r")
        try:
            terminal.wait_until(lambda: argv.exists() and ready.exists(),
                                     f"command after {line!r} and Tab")
        except AssertionError:
            self.stop()
            raise
        return argv.read_text().split("\0")[:-1]

    # The grammar.

    def assert_offers(self, asked):
        """`asked`: line -> (words, whether more may be offered)."""
        for (line, (words, more)), got in zip(asked.items(), self.answers(list(asked))):
            with self.subTest(line=line):
                self.assertEqual(words - got, set(), "missing")
                if not more:
                    self.assertEqual(got - words, set(), "stale")

    def test_every_command_is_offered_and_no_other(self):
        self.assert_offers({"connect ": (set(program.commands()) | program.acts(), False)})

    def test_an_act_is_completed_as_the_command_that_logs_it(self):
        alike = [("connect thank ", "connect done "), ("connect gratitude -", "connect log -"),
                 ("connect check-in @", "connect log check-in @"),
                 ("connect listen --on ", "connect done --on ")]
        for act, command in alike:
            got, wanted = self.answers([act, command])
            self.assertEqual(got, wanted, act)

    def test_every_option_is_offered_where_it_belongs_and_nowhere_else(self):
        self.assert_offers(
            {f"connect {command} -".replace("  ", " "):
             (program.names(program.options(command)), False)
             for command in ("", *program.commands())})

    def test_values_of_options_are_those_that_the_program_takes(self):
        asked = {}
        for command in program.commands():
            for option in program.options(command):
                if not option.value or option.value == "FILE":
                    continue
                self.assertIn(option.value, KNOWN, "say in words_for what it completes to")
                for name in option.names:
                    asked[f"connect {command} {name} "] = (
                        words_for(option.value, command), option.value in OPEN_ENDED)
        self.assert_offers(asked)

    def test_options_without_a_value_take_none(self):
        flags = [f"connect {command} {name} -" for command in program.commands()
                 for option in program.options(command) for name in option.names
                 if not option.value and not {"--help", "--version"} & set(option.names)]
        for line, got in zip(flags, self.answers(flags)):
            self.assertIn("--ledger", got, line)

    def test_an_option_and_its_value_are_no_operands(self):
        plain = [f"connect {command} " for command in program.commands()]
        usual = dict(zip(plain, self.answers(plain))) | {
            "connect ": set(program.commands()) | program.acts()}
        lines = {"connect --ledger x ": "connect "}
        for command in program.commands():
            for option in program.options(command):
                if not {"--help", "--version"} & set(option.names):
                    value = "x " if option.value else ""
                    lines[f"connect {command} {option.names[-1]} {value}"] = f"connect {command} "
        for line, got in zip(lines, self.answers(list(lines))):
            self.assertEqual(got, usual[lines[line]], line)

    def test_operands_are_those_that_the_program_takes(self):
        asked = {}
        for command in program.commands():
            operands = first_operands(command)
            unknown = {operand for operand in operands if not operand.islower()} - KNOWN
            self.assertEqual(unknown, set(), "say in words_for what it completes to")
            words = set().union(*(words_for(operand, command) for operand in operands))
            asked[f"connect {command} "] = (words, not OPEN_ENDED.isdisjoint(operands))
        people = {"@" + name for name in EVERYDAY}
        asked |= {
            "connect amend ": (people | {"last"}, False),
            "connect log thank ": (people, False),
            "connect log -d mon thank @": (people, False),
            "connect done quiet words +": ({"+" + name for name in EVERYDAY}, False),
            "connect get today.done ": (program.keys(), False),
            "connect report month @": (people, False),
            "connect list thank +": ({"+" + name for name in EVERYDAY}, False),
            "connect list @Maya last": ({"last-week", "last-month", "last-year"}, False),
            "connect export @Maya ch": ({"check-in"}, False),
            "connect streak thank @": (people, False),
            "connect streak +": ({"+" + name for name in EVERYDAY}, False),
            "connect prompt listen @": (people, False),
            "connect prompt +": (set(), False),
            "connect why listen ": (set(), False),
            "connect import csv x ": (set(), False),
            "connect notice @Maya held the ": (people, False),
            "connect notice @Maya +": (set(), False),
            "connect ask @Maya friday ": (people, False),
            "connect ask @Maya +": (set(), False),
            "connect feel 6,7,5 ": (set(), False),
            "connect rest today ": (set(), False),
            "connect people set ": (set(EVERYDAY), False),
            "connect people set Maya ": (set(), False),
            "connect people --every 2w set ": (set(EVERYDAY), False),
            "connect people rename ": (set(EVERYDAY), False),
            "connect people rename Sam ": (set(EVERYDAY), False),
            "connect people rename Sam Maya ": (set(), False),
        }
        self.assert_offers(asked)

    def test_every_day_and_period_on_offer_is_understood(self):
        days, periods, rests, spans = self.answers(
            ["connect log --on ", "connect report ", "connect rest ", "connect people --every "])
        for day in days:
            self.assertEqual(program.run("log", "thank", "-n", "--on", day).returncode, 0, day)
        for period in periods:
            self.assertEqual(program.run("report", period).returncode, 0, period)
        self.assertIn("tomorrow", rests)
        for day in rests:
            words = ["until", "6", "jan"] if day == "until" else [day]
            self.assertEqual(program.run("rest", *words).returncode, 0, day)
        for span in spans:
            said = program.run("people", "set", "Maya", "--every", span)
            self.assertEqual(said.returncode, 0, span)

    def test_after_two_dashes_all_is_note(self):
        lines = ["connect log thank -- @", "connect log thank -- -", "connect done -- "]
        self.assertEqual(self.answers(lines), [set()] * len(lines))

    def test_without_the_program_there_is_silence(self):
        lines = ["connect log thank @", "connect done --with ", "connect list --tag "]
        got = self.answers(lines, path=str(self.folder / "empty"))
        self.assertEqual(got, [set()] * len(lines))

    def test_names_come_from_the_ledger_that_the_line_names(self):
        self.answers(["connect --ledger /there/x done @", "connect done --ledger=~/y +"])
        asked = set((self.folder / "stub" / "asked").read_text().splitlines())
        self.assertEqual(asked, {"--ledger=/there/x complete people",
                                 f"--ledger={self.env['HOME']}/y complete tags"})

    # Real keys in a real terminal.

    def test_a_file_is_completed_for_output(self):
        self.assertEqual(self.typed("connect report --output he"),
                         ["report", "--output", "here.txt"])

    def test_a_file_is_completed_for_import(self):
        self.assertEqual(self.typed("connect import csv he"), ["import", "csv", "here.txt"])

    def test_case_aside_one_person_is_one_person(self):
        self.assertEqual(self.typed("connect log thank @ma"), ["log", "thank", "@Maya"])

    def test_words_before_the_cursor_may_be_anything(self):
        self.assertEqual(self.typed("connect log thank 'it is' \"a \\\"b\\\" é\" c\\ d -y @Sa"),
                         ["log", "thank", "it is", 'a "b" é', "c d", "-y", "@Sam"])

    def check_names(self, before, offered, names=hostile.NAMES):
        """Each name alone, completed behind `before`: it must arrive as it is."""
        for name in filter(offered, names):
            self.names_are([name])
            with self.subTest(before=before, name=name):
                got = self.typed("connect log thank " + before)
                typed_words = before.strip("\"'").split(" ")
                self.assertEqual(got, ["log", "thank", *typed_words[:-1],
                                       typed_words[-1].strip("\"'") + name])

    def test_names_behind_a_sign_arrive_as_they_are(self):
        self.check_names("@", hostile.after_a_sign)

    def test_tags_arrive_as_they_are(self):
        self.check_names("+", hostile.after_a_sign, hostile.NAMES[::2])

    def stands_alone(self, name):
        """Whether the name is offered as a word of its own."""
        return hostile.alone(name)

    def closes_quotes(self, name):
        """Whether the shell closes an open quote after this name by itself."""
        return hostile.after_a_sign(name)

    def test_names_in_double_quotes_arrive_as_they_are(self):
        self.check_names('"@', self.closes_quotes, self.in_quotes)

    def test_names_in_single_quotes_arrive_as_they_are(self):
        self.check_names("'@", self.closes_quotes, self.in_quotes)

    def test_names_hanging_on_an_option_arrive_as_they_are(self):
        self.check_names("--with=", lambda name: True)

    def test_names_after_an_option_arrive_as_they_are(self):
        self.check_names("--with ", self.stands_alone, hostile.NAMES[1::2])

    def test_names_that_would_be_misread_are_not_offered(self):
        self.names_are(["Who?", "-rf"])
        self.assertEqual(self.answers(["connect log thank @", "connect done --with "]),
                         [{"@-rf"}, {"Who?"}])

    def test_a_list_of_all_names_runs_nothing(self):
        self.names_are(hostile.NAMES)
        for before in ("@", "+", "--with ", '"@', "'@"):
            self.at_prompt().write(f"connect log thank {before}\t\t\x15")
        self.assertEqual(self.typed("connect undo"), ["undo"])


def main(shell):
    missing = shutil.which(shell) is None
    if missing:
        print(f"skipped: {shell} is not installed")
    sys.exit(77 if missing else unittest.main(exit=False).result.wasSuccessful() is False)
