"""What the documents state as facts, against the real binary and its sources: limits, settings,
defaults, files, environment variables and exit statuses."""

import fcntl
import itertools
import json
import os
import re
import signal
import subprocess
import sys
import unittest

import program
from manual_test import PAGES, section
from readme_test import README

sys.path.insert(0, str(program.SOURCE / "tests" / "support"))
import real

SOURCE = program.SOURCE
MANUAL = sorted(PAGES.glob("*.[1-9]"))

# A value other than the default for each setting.
OTHER = {"day_start": '"04:00"', "week_start": '"sunday"', "rest_days": '["mon", "fri"]', "work_days": "[]", "rhythm": "7",
         "once": '"login"', "place": '"remote"', "setting": '"work"', "feelings": "true",
         "name_quiet": "false", "experiment": "true", "reach": '"echo tel:{name}"'}
# Where a default is stated; a command without the option, with the default, and with another value.
DEFAULTS = [
    ("connect-report.1", "The period is this month by default", "report", "report month", "report year"),
    ("connect-export.1", "the default is json", "export --act thank", "export --act thank --format json",
     "export --act thank --format csv"),
    ("connect-log.1", "The day of the act; today by default", "log offer -n", "log offer -n -d today",
     "log offer -n -d 3d"),
    ("connect-done.1", "The day of the act; today by default", "done -n", "done -n -d today",
     "log c -n -d 3d"),
    ("connect-feel.1", "The day of the rating; today by default", "feel 6,7,5", "feel 6,7,5 -d today",
     "feel 6,7,5 -y"),
    ("connect-rest.1", "without a day it is today", "rest --off", "rest --off today", "rest yesterday"),
    ("connect-amend.1", "last, or no ID at all, means", "amend -n -m x", "amend last -n -m x",
     "amend twin -n -m x"),
    ("connect-list.1", "a pipe gets all of them", "list", "list --limit 0", "list --limit 20"),
    ("connect-remove.1", "last is the entry that this machine logged last", "remove last", "remove here",
     "remove twin"),
]
# How each exit status comes about in a home with an entry; 5 and 130 need a second process.
STATUSES = {
    "0": "connect list", "1": "connect doctor; connect get today.done --exit-code",
    "2": "connect hug", "3": "echo words > words; connect --ledger words log thank",
    "4": "chmod o+w .local/share/connect/ledger.jsonl; connect log thank",
    "70": "ulimit -v 16000; connect --ledger large export >/dev/null",  # no memory is a fault, too
}


def as_read(text):
    """mdoc without its macros, in one line."""
    text = re.sub(r"^\.Xr (\S+) (\d)", r"\1(\2)", text, flags=re.MULTILINE)
    text = re.sub(r"^\.Qq (\S+)", r'"\1"', text, flags=re.MULTILINE)
    text = re.sub(r'^\.(It )?((Cm|Va|Ar|Ev|Pa|Li|Fl|Ql) )*', "", text, flags=re.MULTILINE)
    return re.sub(r" ([,.;:])(?= |$)", r"\1", " ".join(text.replace("\\-", "-").split()))


def items(page, name):
    """The items of a list in a section of the manual: name and text."""
    parts = re.split(r"^\.It (.*)\n", section(page, name), flags=re.MULTILINE)[1:]
    return [(parts[at], as_read(parts[at + 1])) for at in range(0, len(parts), 2)]


def settings():
    return {name.removeprefix("Va "): text for name, text in items("connect.1", "CONFIGURATION")}


def default_of(text):
    """The stated default as config.toml has it."""
    if "the default is Monday to Friday" in text:
        return '["mon", "tue", "wed", "thu", "fri"]'
    value = re.search(r"the default is (\S+?)[.,;]?(?: |$)", text)[1].lower()
    if re.fullmatch(r"\d|true|false", value):
        return value
    return {"none": "[]", "empty": '""'}.get(value, f'"{value}"')


class Home(real.Home):
    """With a past in which every setting matters."""

    def __init__(self):
        super().__init__()
        days = [f"2026-11-{day:02}" for day in range(1, 23) if day % 7 != 3]
        lines = [real.record(f"e{n}", day=day, at=f"{day}T10:00:00+01:00", act=act)
                 for n, (day, act) in enumerate(zip(days, itertools.cycle(sorted(program.acts()))))]
        lines += [real.record(name, day=f"2026-10-{day}", at=f"2026-10-{day}T10:00:00+01:00")
                  for name, day in (("twin", 20), ("first", 19))]
        self.plant(b"\n".join(lines) + b"\n")

    def set(self, text):
        self.put(".config/connect/config.toml", text)

    def put(self, path, text):
        place = self.folder / path
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())
        place.chmod(0o600)

    def of_connect(self, script, **env):
        """A script for bash in which `connect` is the program."""
        folder = self.folder / "bin"
        folder.mkdir(exist_ok=True)
        if not (folder / "connect").exists():
            (folder / "connect").symlink_to(real.BINARY)
        before = dict(self.environment)
        self.environment |= {"PATH": f"{folder}:{before['PATH']}", **env}
        try:
            return self.shell(script)
        finally:
            self.environment = before


class Case(unittest.TestCase):
    def new_home(self):
        home = Home()
        self.addCleanup(home.remove)
        return home


class Limits(Case):
    def test_a_text_may_be_as_long_as_stated_and_no_longer(self):
        for page, stated, limit, words in (
                ("connect-ledger.5", "A note may be up to 8 KiB long", 8192, "log thank -m {}"),
                ("connect-ledger.5", "a name or an id up to 200 bytes", 200, "log thank @{}"),
                ("connect-ledger.5", "a name or an id up to 200 bytes", 200, "log thank +{}"),
                ("connect-ledger.5", "a name or an id up to 200 bytes", 200, "log thank --id {}")):
            self.assertIn(stated, as_read((PAGES / page).read_text()))
            for length, code in ((limit, 0), (limit + 1, 2)):
                answer = self.new_home().run(*words.format("x" * length).split())
                self.assertEqual(code, answer.code, (words, answer))

    def test_a_suggestion_may_be_as_long_as_stated_and_no_longer(self):
        told = dict(items("connect-prompt.1", "OWN SUGGESTIONS"))
        self.assertIn("Up to 140 characters", told["Va text"])
        self.assertIn("up to 100 characters", told["Va hint"])
        for text, hint, end, valid in ((140, 100, 0, True), (141, 100, 0, False), (140, 101, 0, False),
                                       (140, 100, 1 << 20, True), (140, 100, (1 << 20) + 1, False)):
            own = json.dumps([{"id": "own", "act": "offer", "text": "x" * text, "hint": "x" * hint}])
            home = self.new_home()
            home.put(".config/connect/suggestions.json", own.ljust(end))
            answer = home.run("prompt", "--list", "--json")
            self.assertEqual([valid] * 2, [answer.err == b"", b'"id": "own"' in answer.out], (text, hint, end))

    def test_a_setting_and_a_rating_have_the_stated_ends(self):
        self.assertIn("1 to 7", settings()["rhythm"])
        self.assertIn('up to "12:00"', settings()["day_start"])
        feel = as_read((PAGES / "connect-feel.1").read_text())
        self.assertIn("a whole number from 0 (not at all) to 10 (completely)", feel)
        for line, valid in (("rhythm = 1", 1), ("rhythm = 7", 1), ("rhythm = 0", 0), ("rhythm = 8", 0),
                            ('day_start = "12:00"', 1), ('day_start = "12:01"', 0)):
            home = self.new_home()
            home.set(line)
            self.assertEqual(bool(valid), home.run("streak").err == b"", line)
        for rating, code in (("0", 0), ("10", 0), ("11", 2), ("5.5", 2)):
            self.assertEqual(code, self.new_home().run("feel", f"{rating},-,-").code, rating)

    def test_a_terminal_shows_as_many_entries_as_stated(self):
        self.assertIn("A terminal shows the latest 20", as_read((PAGES / "connect-list.1").read_text()))
        reader, terminal = os.openpty()
        self.new_home().start("list", stdout=terminal).communicate(timeout=real.WATCHDOG)
        os.close(terminal)
        self.assertEqual(20, os.read(reader, 65536).count(b"Maya"))
        os.close(reader)


class Settings(Case):
    def answers(self, line):
        """What the program answers in the small hours of a Monday, the places and settings that its
        suggestions of forty days are for, whom they name, whether it asks for feelings, how it greets, the
        address of a person, and what the greeting does."""
        home = self.new_home()
        home.set(line + "\n")
        run = home.folder / "run"
        run.mkdir(mode=0o700)
        said = [home.run(*words.split(), env={"CONNECT_NOW": "2026-11-23T02:00:00+01:00"})
                for words in ("report", "streak --explain", "streak --json", "report --effect")]
        shown = [home.run("prompt", *words, env={"CONNECT_NOW": f"2026-{day}T12:00:00+01:00"}).out
                 for day in (*(f"11-{n}" for n in range(24, 31)), *(f"12-{n:02}" for n in range(1, 32)))
                 for words in ((), ("--json",))]
        prompts = [json.loads(answer) for answer in shown[1::2]]
        ids = [each["suggestion"]["id"] for each in prompts]
        bank = {each["id"]: each for each in
                json.loads(home.run("prompt", "--list", "--json").out)["suggestions"]}
        home.run("prompt", "--once", env={"XDG_RUNTIME_DIR": str(run)})
        self.assertEqual({b""}, {answer.err for answer in said}, line)
        return ([answer.out for answer in said],
                [sorted({bank[name][field] for name in ids}) for field in ("place", "setting")],
                {each["person"] for each in prompts},
                any(b"connect feel" in answer for answer in shown), (run / "connect").exists(),
                home.run("write", "@Maya", "--print").out)

    def test_the_manual_lists_every_setting_and_no_other(self):
        shown = json.loads(self.new_home().run("config", "--json").out)["settings"]
        known = {each["name"] for each in shown} - {"ledger", "config"}
        example = set(re.findall(r"^(\w+) = ", section("connect.1", "CONFIGURATION"), re.MULTILINE))
        self.assertEqual([known] * 3, [set(settings()), example, set(OTHER)])

    def test_the_default_of_a_setting_is_the_stated_one(self):
        without = self.answers("")
        for name, text in settings().items():
            with self.subTest(setting=name):
                self.assertEqual(without, self.answers(f"{name} = {default_of(text)}"))
                self.assertNotEqual(without, self.answers(f"{name} = {OTHER[name]}"))

    def test_config_shows_the_stated_defaults_and_what_the_file_sets(self):
        home = self.new_home()
        values = {each["name"]: each for each in json.loads(home.run("config", "--json").out)["settings"]}
        for name, text in settings().items():
            stated = default_of(text)
            self.assertEqual(stated, json.dumps(values[name]["value"]), name)
            self.assertEqual(("default", None), (values[name]["source"], values[name]["line"]))
        home.set("".join(f"{name} = {value}\n" for name, value in OTHER.items()))
        values = {each["name"]: each for each in json.loads(home.run("config", "--json").out)["settings"]}
        for line, (name, value) in enumerate(OTHER.items(), 1):
            self.assertEqual((json.loads(value), "file", line),
                             tuple(values[name][field] for field in ("value", "source", "line")))

    def test_a_new_file_has_every_setting_with_its_default_commented_out(self):
        home = self.new_home()
        answer = home.run("config", "edit", env={"EDITOR": "true"})
        self.assertEqual((0, b""), (answer.code, answer.err))
        path = home.folder / ".config/connect/config.toml"
        self.assertEqual((0o600, 0o700), tuple(each.stat().st_mode & 0o777 for each in (path, path.parent)))
        text = path.read_text()
        lines = re.findall(r"^#(\w+) = (.*)$", text, re.MULTILINE)
        self.assertEqual({name: default_of(told) for name, told in settings().items()}, dict(lines))
        self.assertEqual(b"", home.run("streak").err)
        path.write_text(re.sub(r"^#(?=\w)", "", text, flags=re.MULTILINE))
        shown = json.loads(home.run("config", "--json").out)["settings"]
        self.assertEqual(len(lines), sum(each["source"] == "file" for each in shown))
        self.assertEqual(self.answers(""), self.answers(path.read_text()))

    def test_the_readme_states_the_same_defaults(self):
        stated = re.findall(r"^(\w+) = .*# .*?(\w+) by default", README, re.MULTILINE)
        self.assertGreater(len(stated), 0)
        for name, value in stated:
            self.assertEqual(default_of(settings()[name]), value, name)


class Defaults(Case):
    def answer(self, words):
        home = self.new_home()
        home.run("log", "thank", "--id", "here", "-d", "2026-11-10")
        home.run("prompt")
        return home.run(*words.split())

    def test_a_command_does_without_an_option_what_is_stated(self):
        for page, stated, without, explicit, other in DEFAULTS:
            with self.subTest(command=without):
                self.assertIn(stated, as_read((PAGES / page).read_text()))
                self.assertEqual(self.answer(without), self.answer(explicit))
                self.assertNotEqual(self.answer(without), self.answer(other))

    def test_the_editor_is_the_stated_one(self):
        told = dict(items("connect.1", "ENVIRONMENT"))["Ev VISUAL , EDITOR"]
        self.assertIn("the default is vi(1).", told)
        for env, expected in (({}, "vi"), ({"EDITOR": "ed"}, "ed"), ({"EDITOR": "ed", "VISUAL": "ex"}, "ex")):
            home = self.new_home()
            for name in ("vi", "ed", "ex"):
                home.put(f"bin/{name}", f'#!/bin/sh\necho {name} >"$1"\n')
                (home.folder / "bin" / name).chmod(0o700)
            home.of_connect("connect log thank -e", **env)
            answer = home.run("list", "--limit", "1", "--json")
            self.assertEqual(expected, json.loads(answer.out)["entries"][0]["note"])


class Files(Case):
    def documented(self):
        """A pattern for each path in a FILES section or in the README's table."""
        paths = set(re.findall(r"^\| `([~$][^`]*)`", README, re.MULTILINE))
        for page in MANUAL:
            if ".Sh FILES" in page.read_text():
                paths |= {re.search(r"Pa (\S+)", name)[1] for name, _ in items(page.name, "FILES")}
            paths |= set(re.findall(r"^\.Pa (journal\S*)", page.read_text(), re.MULTILINE))
        return paths

    def pattern(self, path):
        if path.startswith("journal"):
            path = "~/.local/state/connect/" + path
        path = re.escape(path.replace("$XDG_RUNTIME_DIR", "~/run").removeprefix("~/"))
        return re.compile(path.replace("HASH", "[0-9a-f]{16}") + (".+" if path.endswith("/") else ""))

    def made(self):
        """Every file that the program makes, by what makes it."""
        home = self.new_home()
        home.put(".local/state/connect/journal.jsonl", real.record("old") + b"\n")
        home.put(".local/share/connect/ledger.jsonl", real.ledger_of([f"n{n}" for n in range(900)]))
        (home.folder / "run").mkdir(mode=0o700)
        (home.folder / "other").mkdir(mode=0o700)
        done = home.of_connect("""
            set -e
            connect log thank; connect prompt --once; connect report all >report
            connect --ledger other/ledger.jsonl log thank
            ! EDITOR='sh -c "echo words >\\"\\$0\\"; false"' connect log thank -e
            echo oops >>.local/share/connect/ledger.jsonl; connect doctor --fix || true
            git init -q --bare there.git; git config --global user.name a
            git config --global user.email a@b; connect sync there.git
            mkdir -p .config/connect
            echo 'once = "login"' >.config/connect/config.toml
            XDG_RUNTIME_DIR=$HOME/run connect prompt --once
            echo 'experiment = true' >.config/connect/config.toml
            CONNECT_NOW=2026-11-25T09:00:00+01:00 connect prompt --once
            """)
        self.assertEqual(0, done.code, done)
        return {str(path.relative_to(home.folder)) for folder in (".local", ".cache", "run")
                for path in (home.folder / folder).rglob("*") if path.is_file()}

    def test_the_program_makes_every_file_that_is_documented_and_no_other(self):
        made = {path for path in self.made() if "/.git" not in path}
        patterns = {path: self.pattern(path) for path in self.documented() if ".config/" not in path}
        self.assertGreater(len(patterns), 8)
        for path, pattern in patterns.items():
            self.assertTrue(any(pattern.fullmatch(name) for name in made), f"nothing makes {path}")
        for name in made:
            self.assertTrue(any(pattern.fullmatch(name) for pattern in patterns.values()), name)

    def test_it_reads_every_file_that_is_documented_as_yours(self):
        paths = {path for path in self.documented() if ".config/" in path}
        self.assertEqual(2, len(paths))
        for path in paths:
            home = self.new_home()
            home.put(path.removeprefix("~/"), "this is not valid")
            self.assertIn(path.removeprefix("~/").encode(), home.run("prompt").err)

    def test_the_variables_move_them(self):
        home = self.new_home()
        away = {name: str(home.folder / name) for name in
                ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
        home.put("XDG_CONFIG_HOME/connect/config.toml", "oops")
        home.put("XDG_DATA_HOME/connect/ledger.jsonl", real.ledger_of([f"n{n}" for n in range(900)]))
        answer = home.run("log", "thank", env=away)
        self.assertIn(b"XDG_CONFIG_HOME/connect/config.toml", answer.err)
        for pattern in ("XDG_STATE_HOME/connect/journal*", "XDG_CACHE_HOME/connect/*"):
            self.assertTrue(any(home.folder.glob(pattern)), (pattern, answer))
        for name, place in (("CONNECT_LEDGER", "~/a.jsonl"), ("CONNECT_CONFIG", "~/a.toml")):
            home.put("a.toml", "oops")
            self.assertIn(name, (PAGES / "connect.1").read_text())
            answer = home.run("log", "thank", env={name: place})
            self.assertTrue((home.folder / "a.jsonl").exists())
        self.assertIn(b"a.toml line 1", answer.err)


class Environment(unittest.TestCase):
    # Read by the C library, kept as it was, and one of those that git is not given.
    OF_OTHERS = {"TZ", "PROMPT_COMMAND", "GIT_DIR"}

    def test_every_variable_of_the_sources_is_in_the_manual_and_no_other(self):
        read = set()
        for name in ("facts.cpp", "editor.cpp", "git.cpp", "opener.cpp", "pager.cpp"):
            read |= set(re.findall(r'"([A-Z][A-Z_]+)"', (SOURCE / "src/host" / name).read_text()))
        misleading = {name for name in read if name.startswith("GIT_")} - {"GIT_TERMINAL_PROMPT"}
        self.assertLessEqual({"GIT_DIR"}, misleading)
        for path in (SOURCE / "src/shell").glob("init.*"):
            read |= set(re.findall(r"\$\{?([A-Z][A-Z_]+)", path.read_text())) - {"EPOCHSECONDS"}
        told = set()
        for page in MANUAL:
            for words in re.findall(r"^\.(?:It )?Ev (.*)$", page.read_text(), re.MULTILINE):
                told |= set(re.findall(r"[A-Z][A-Z_]+", words))
        self.assertEqual(read - misleading, told - self.OF_OTHERS)

    def test_the_readme_names_no_other(self):
        told = "".join(page.read_text() for page in MANUAL)
        for name in re.findall(r"`\$?([A-Z]+_[A-Z_]+)(?:=\S*)?`", README):
            self.assertIn(name, told)


class ExitStatuses(Case):
    def stated(self):
        manual = {name: text for name, text in items("connect.1", "EXIT STATUS")}
        readme = dict(re.findall(r"^\| (\d+) \| (.*) \|$", README, re.MULTILINE))
        return manual, readme

    def test_the_documents_list_the_same(self):
        manual, readme = self.stated()
        errors = re.findall(r"^\.Sh EXIT STATUS (\d+)", (PAGES / "connect-errors.7").read_text(),
                            re.MULTILINE)
        kinds = re.search(r"The kinds are\n(.*?)\nIf the", (PAGES / "connect-json.5").read_text(), re.S)
        self.assertEqual(list(manual), list(readme))
        self.assertEqual({"0", "1", "2", "3", "4", "5", "70", "130"}, set(manual))
        self.assertEqual(set(manual) - {"0", "130"}, set(errors))
        self.assertEqual(set(errors), set(re.findall(r"\d+", kinds[1])))

    def test_every_one_comes_about(self):
        for status, script in STATUSES.items():
            home = self.new_home()
            home.put("large", real.ledger_of([f"n{n}" for n in range(20000)]))
            with self.subTest(status=status):
                self.assertEqual(int(status), home.of_connect(script).code)

    def test_busy_takes_the_stated_five_seconds_of_another_process(self):
        home = self.new_home()
        self.assertIn("held the ledger for 5 seconds", self.stated()[0]["5"])
        with open(home.ledger, "ab") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            self.assertEqual(5, home.run("log", "thank").code)

    def test_a_shell_reports_an_interrupted_one_as_stated(self):
        home = self.new_home()
        process = home.start("log", "thank", "-m", "-", stdin=subprocess.PIPE,  # in the background
                             preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))  # it is ignored
        process.send_signal(signal.SIGINT)
        self.assertEqual(130, 128 - process.wait(real.WATCHDOG))
        for stream in (process.stdin, process.stdout, process.stderr):
            stream.close()


class Examples(Case):
    def test_the_files_of_completions_can_be_written_once_their_folders_exist(self):
        text = section("connect-completions.1", "EXAMPLES")
        lines = re.findall(r"^connect completions .* > \S+$", text, re.MULTILINE)
        self.assertEqual(3, len(lines))
        for line in lines:
            home, target = self.new_home(), line.split("> ")[1]
            answer = home.of_connect(f"mkdir -p {os.path.dirname(target)} && {line} && test -s {target}")
            self.assertEqual((0, b""), (answer.code, answer.err), line)


if __name__ == "__main__":
    real.main()
