"""The greeting in real shells: once a day, silent everywhere else, the shell left as it was."""

import os
import re
import sys
import time
import unittest

import greeting_shells
import hostile
import program
from greeting_shells import GREETING, Home, Shell

HOSTILE_HOME = "a b'c\"d $(touch canary) `touch canary` ;touch canary; [x] *"
HOSTILE_STAMPS = ["", "\n", "0", "-1", "08", "0x7fffffff", "1 2", "9" * 40, "99999999999999",
                  "a[$(touch canary)]", "$(touch canary)", "`touch canary`", "$HOME",
                  "x\ny\n", "\x1b[31m", "\0", "١٢٣٤٥٦٧٨٩٠"]


class Checks:
    """What holds in every shell; a subclass names it."""

    shell = Shell("sh")
    strict = ""  # settings and definitions that a startup file must survive

    def setUp(self):
        if self.shell.is_missing():
            self.skipTest(f"{self.shell.name} is not installed")
        self.home = self.new_home()

    def new_home(self, *name):
        home = Home(*name)
        self.addCleanup(home.remove)
        return home

    def shown(self, startup, home=None, **changes):
        home = home or self.home
        words = self.shell.command(home, startup + "\nexit 0\n")
        text, code = greeting_shells.shown(words, home.env | changes)
        self.assertEqual(code, 0, text)
        return text

    def assert_greets(self, text):
        self.assertEqual(text.count(GREETING), 1, text)

    def assert_silent(self, text):
        self.assertNotIn(GREETING, text)
        self.assertEqual(self.shell.noise(text), b"")

    def test_the_first_shell_of_the_day_greets_and_no_other(self):
        self.assert_greets(self.shown(self.shell.source()))
        kept = int(self.home.due.read_text())
        self.assertTrue(time.time() < kept <= time.time() + 25 * 3600, kept)
        self.assertEqual(self.home.due.stat().st_mode & 0o777, 0o600)
        for _ in range(3):
            self.assert_silent(self.shown(self.shell.source()))
        self.home.keep(f"{int(time.time()) - 1}\n")
        self.assert_greets(self.shown(self.shell.source()))

    def test_of_sixteen_shells_one_greets(self):
        words = self.shell.command(self.home, self.shell.source() + "exit 0\n")
        for _ in range(5):
            texts = greeting_shells.together(16, words, self.home.env)
            self.assertEqual(sum(text.count(GREETING) for text in texts), 1)
            self.home.due.unlink()

    def test_the_printed_text_greets_as_well(self):
        ask = f"connect init {self.shell.name}"
        line = f"{ask} | source" if self.shell.name == "fish" else f'eval "$({ask})"'
        self.assert_greets(self.shown(line))
        self.assert_silent(self.shown(line))

    def test_strict_settings_are_survived_and_twice_is_once(self):
        text = self.shown(self.strict + self.shell.source() * 2 + self.shell.alive)
        self.assert_greets(text)
        self.assertIn(b"alive\n", text)
        self.assertNotIn(b"WRONG", text)
        self.assertEqual(self.home.starts(), 1)
        text = self.shown(self.strict + self.shell.source() * 2 + self.shell.alive)
        self.assertEqual(self.shell.noise(text), b"alive")

    def test_names_that_the_user_declared_readonly_are_in_nobodys_way(self):
        if self.shell.name == "fish":
            self.skipTest("fish has no readonly variables of the user's")
        startup = f"readonly {' '.join(hostile.READONLY)}\n{self.shell.source()}"
        text = self.shown(startup)
        self.assert_greets(text)
        self.assertNotIn(b"read", text)
        self.assert_silent(self.shown(startup))

    def test_where_nobody_reads_it_is_silent(self):
        for changes in ({"TERM": "dumb"}, {"CONNECT_NO_PROMPT": "1"},
                        {"PATH": "/usr/bin:/bin"}, {"HOME": "/proc/none"},
                        {"XDG_STATE_HOME": "/proc/none"}, {"CONNECT_LEDGER": "/etc/passwd"}):
            with self.subTest(**changes):
                words = self.shell.command(self.home, self.shell.source() + "exit 0\n")
                env = self.home.env | changes
                if "HOME" in changes:
                    env |= {"ZDOTDIR": str(self.home.folder),
                            "XDG_CONFIG_HOME": str(self.home.folder / ".config")}
                words = ["/usr/bin/env", "-C", str(self.home.folder),
                         *(f"{name}={value}" for name, value in env.items()), *words]
                text, code = greeting_shells.shown(words, self.home.env)
                self.assertEqual(code, 0, text)
                if self.shell.name != "fish" or "HOME" not in changes:  # fish itself complains
                    self.assert_silent(text)

    def test_without_a_terminal_it_is_silent(self):
        words = self.shell.command(self.home, self.shell.source())
        run = self.shell.source()
        for extra in (["-c", run], ["-c", "true"]):
            self.assertEqual(greeting_shells.piped([self.shell.name, *extra], self.home.env),
                             (0, b"", b""))
        _, out, _ = greeting_shells.piped([*words, "-c", run], self.home.env)
        self.assertEqual(out, b"")
        text, code = greeting_shells.shown([self.shell.name, "-c", run], self.home.env)
        self.assertEqual((self.shell.noise(text), code), (b"", 0))
        self.assertEqual(self.home.starts(), 0)

    def test_a_hostile_home_is_only_a_name(self):
        home = self.new_home(HOSTILE_HOME)
        self.assert_greets(self.shown(self.shell.source(), home))
        self.assert_silent(self.shown(self.shell.source(), home))
        self.assertTrue(home.due.exists())
        self.assertNotIn("canary", home.files())

    def test_a_hostile_stamp_is_only_a_stamp_that_is_due(self):
        for stamp in HOSTILE_STAMPS:
            with self.subTest(stamp=stamp):
                self.home.keep(stamp)
                self.assert_greets(self.shown(self.strict + self.shell.source()))
                self.assertNotIn("canary", self.home.files())

    def test_a_stamp_of_a_wrong_clock_does_not_silence_for_long(self):
        self.home.keep(f"{int(time.time()) + 4 * 86400}\n")
        self.assert_greets(self.shown(self.shell.source()))

    def test_what_is_no_file_is_left_alone(self):
        self.home.due.parent.mkdir(parents=True)
        os.mkfifo(self.home.due)
        self.assert_silent(self.shown(self.shell.source()))
        self.assertTrue(self.home.due.is_fifo())

    def test_a_relative_state_folder_is_ignored(self):
        self.assert_greets(self.shown(self.shell.source(), XDG_STATE_HOME="state"))
        self.assertTrue(self.home.due.exists())
        self.assert_silent(self.shown(self.shell.source(), XDG_STATE_HOME="state"))

    def test_once_a_login(self):
        runtime = self.home.folder / "run"
        config = self.home.folder / ".config/connect/config.toml"
        config.parent.mkdir(parents=True)
        config.write_text('once = "login"\n')
        for _ in range(2):
            runtime.mkdir()
            self.assert_greets(self.shown(self.shell.source(), XDG_RUNTIME_DIR=str(runtime)))
            self.assert_silent(self.shown(self.shell.source(), XDG_RUNTIME_DIR=str(runtime)))
            (runtime / "connect/prompt.due").unlink()
            (runtime / "connect").rmdir()
            runtime.rmdir()
        self.assertFalse(self.home.due.exists())

    def test_the_status_before_it_is_the_status_after_it(self):
        for before in (0, 7):
            text = self.shown(self.status.format(before=before, source=self.shell.source()))
            self.assertIn(f"<{before}>".encode(), text)

    def test_the_shell_stays_as_it_was(self):
        self.home.keep(f"{int(time.time()) - 1}\n")
        text = self.shown(self.state.replace("SOURCE", self.shell.source()))
        self.assert_greets(text)
        self.assertIn(b"same", text)

    def test_no_process_is_started_while_nothing_is_due(self):
        self.home.keep(f"{int(time.time()) + 3600}\n")
        self.assert_silent(self.shown(self.shell.source()))
        self.assertEqual(self.home.starts(), 0)


class BashShell(Shell):
    alive = "\\builtin echo alive\n"

    def noise(self, text):
        return text.replace(b"exit\n", b"").strip()


class FishShell(Shell):
    alive = "echo alive\n"

    def noise(self, text):
        return re.sub(rb"\x1b\[[0-9;?<>=]*[A-Za-z]|\x1b[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()]?.",
                      b"", text).replace(b"\x0f", b"").strip()


STRICT = """
connect() { builtin echo WRONG; }; command() { builtin echo WRONG; }
alias connect='echo WRONG' command='echo WRONG' local='echo WRONG' return='echo WRONG'
alias read='echo WRONG' unset='echo WRONG' type='echo WRONG' builtin='echo WRONG'
alias emulate='echo WRONG' typeset='echo WRONG' whence='echo WRONG'
IFS=0123456789
set -eu
set -o pipefail
set -o noclobber
"""


class Bash(Checks, unittest.TestCase):
    shell = BashShell("bash")
    strict = STRICT + "set -o nounset; shopt -s failglob nocasematch\n"
    status = '(exit {before})\n{source}\nprintf "<%s>" "$?" "${{PIPESTATUS[*]}}"\n'
    state = r"""
PROMPT_COMMAND='true'
state() { set +o; shopt; trap; bind -p; alias; declare -F; printf '%q\n' "$IFS" "$PROMPT_COMMAND"
  compgen -v | grep -vx '__connect_once'; jobs; umask; }
: "$(state)"
before=$(state) after=
before=$(state)
SOURCE
after=$(state)
[[ $before == "$after" ]] && echo same || diff <(echo "$before") <(echo "$after")
"""

    def test_a_bash_without_the_clock_asks_the_program(self):
        self.home.keep(f"{int(time.time()) + 3600}\n")
        self.assert_silent(self.shown("unset EPOCHSECONDS\n" + self.shell.source()))
        self.assertEqual(self.home.starts(), 1)


class Zsh(Checks, unittest.TestCase):
    shell = BashShell("zsh")
    strict = STRICT + "setopt err_return ksh_arrays sh_word_split no_nomatch warn_create_global\n"
    status = '(exit {before})\n{source}\nprint -n "<$?><$pipestatus>"\n'
    state = r"""
state() { setopt; trap; bindkey -L; alias; print -l ${(ok)functions}; zmodload
  print -l ${(ok)parameters:#(__connect_once|before|after)}; print -r -- "$IFS"; umask; }
: "$(state)"
before=$(state)
SOURCE
after=$(state)
[[ $before == "$after" ]] && echo same || diff <(echo "$before") <(echo "$after")
"""


class Fish(Checks, unittest.TestCase):
    shell = FishShell("fish")
    strict = "function connect; echo WRONG; end\nalias isatty 'echo WRONG'\n"
    status = 'sh -c "exit {before}"\n{source}\nprintf "<%s>" $status\n'
    state = """
function state; functions -n; bind; set -n | string match -v -r '^(__connect_once|before|after)$'; end
state >/dev/null
set -g before (state)
SOURCE
set -g after (state)
test "$before" = "$after"; and echo same; or diff (string join \\n $before | psub) (string join \\n $after | psub)
"""


class Printed(unittest.TestCase):
    def test_the_text_is_the_same_for_everybody(self):
        worlds = ({}, {"HOME": "/nowhere"}, {"LANG": "ja_JP.UTF-8", "LC_ALL": "C"},
                  {"CONNECT_LEDGER": "/etc/passwd"}, {"CONNECT_CONFIG": "/etc/passwd"},
                  {"TERM": "dumb", "COLUMNS": "10", "CLICOLOR_FORCE": "1"},
                  {"XDG_STATE_HOME": "/x$(touch canary)", "CONNECT_NOW": "2030-01-01"})
        for name in ("bash", "zsh", "fish"):
            expected = (greeting_shells.TEXTS / f"init.{name}").read_text()
            for world in worlds:
                answer = program.run("init", name, **world)
                self.assertEqual((answer.returncode, answer.stdout, answer.stderr),
                                 (0, expected, ""), world)

    def test_completions_are_the_installed_ones(self):
        files = {"bash": "connect.bash", "zsh": "_connect", "fish": "connect.fish"}
        for name, file in files.items():
            answer = program.run("completions", name)
            self.assertEqual((answer.returncode, answer.stderr), (0, ""))
            self.assertEqual(answer.stdout, (program.SOURCE / "completions" / file).read_text())

    def test_only_these_shells_are_known(self):
        for command in ("init", "completions"):
            for words in ([], ["tcsh"], ["/bin/bash"], ["bash", "zsh"], ["$(id)"], [""]):
                answer = program.run(command, *words)
                self.assertEqual((answer.returncode, answer.stdout), (2, ""), words)


if __name__ == "__main__":
    result = unittest.main(exit=False).result
    for test, why in result.skipped:
        print(f"skipped: {test}: {why}", file=sys.stderr)
    sys.exit(not result.wasSuccessful())
