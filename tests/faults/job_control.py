"""The terminal's keys while a program of the user's runs: Ctrl-C, Ctrl-Z, a terminal that closes.

A real bash with job control sits in a terminal of its own. The git that pushes waits in a hook, the
editor is a script that waits: each until the test lets it go on, so that nothing depends on time.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

for folder in ("support", "shells"):
    sys.path.insert(0, str(Path(__file__).parents[1] / folder))
import machines
import real
from terminal import Terminal

CTRL_C, CTRL_Z, CTRL_BACKSLASH = "\x03", "\x1a", "\x1c"
WAITS = 'touch "$SCENE/there"; until [ -e "$SCENE/go" ] || [ ! -d "$SCENE" ]; do sleep 0.02; done; true\n'


def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o700)
    return path


class Shell:
    """Bash in a terminal, in which the machine's `connect` is called by that name."""

    def __init__(self, case, machine, env):
        folder = machine.folder / "bin"
        folder.mkdir(exist_ok=True)
        if not (folder / "connect").exists():
            (folder / "connect").symlink_to(real.BINARY)
        self.scene = Path(tempfile.mkdtemp(prefix="scene-", dir=machine.folder))
        env = {**machine.environment, "PATH": f"{folder}:{machine.environment['PATH']}",
               "SCENE": str(self.scene), "TERM": "xterm", "PS1": "ready> ", **env}
        self.terminal = Terminal(["bash", "--norc", "--noprofile", "-i"], env, machine.folder)
        case.addCleanup(self.terminal.close)
        case.addCleanup(lambda: (self.scene / "go").touch())

    def type(self, keys):
        self.terminal.write(keys)

    def run(self, line):
        """Types a command; its exit status is shown as "(status)" when it has ended."""
        self.type(line + '; echo "($?)"\n')

    def wait_for_text(self, text):
        self.terminal.wait_until(lambda: text.encode() in self.terminal.shown, text, real.WATCHDOG)

    def wait_for(self, name):
        self.terminal.wait_until((self.scene / name).exists, name, real.WATCHDOG)

    def go_on(self):
        (self.scene / "go").touch()

    def hang_up(self):
        """Closes the window: the system sends SIGHUP to what runs in it."""
        self.terminal.hang_up()


class Case(machines.Case):
    def setUp(self):
        super().setUp()
        self.machine = self.machines(0)[0]

    def shell(self, **env):
        return Shell(self, self.machine, env)

    def stopped_and_continued(self, shell):
        shell.type(CTRL_Z)
        shell.wait_for_text("Stopped")
        shell.run("fg")
        shell.go_on()
        shell.wait_for_text("(0)")


class WhileGitPushes(Case):
    def setUp(self):
        """Both sides have something new, so that lines are taken in before the push."""
        super().setUp()
        self.other = self.machines(1)[0]
        for machine, name in ((self.machine, "ours"), (self.other, "theirs")):
            self.log(machine, name)
            self.synced(machine, str(self.remote))
        for machine, name in ((self.other, "theirs-too"), (self.machine, "ours-too")):
            self.log(machine, name)
        self.synced(self.other)
        self.hook = script(self.remote / "hooks/pre-receive", WAITS)

    def assert_whole(self):
        """A sync at leisure brings both sides all there is."""
        self.hook.unlink()
        for machine in (self.machine, self.other):
            machines.remove_locks(machine.ledger.parent / ".git", self.remote)
            self.synced(machine)
        names = ["ours", "ours-too", "theirs", "theirs-too"]
        self.assertEqual({}, real.faults_in(self.machine.bytes(), names))
        self.assert_same([self.machine, self.other])

    def start(self):
        shell = self.shell()
        shell.run("connect sync")
        shell.wait_for("there")
        return shell

    def test_ctrl_z_stops_the_sync_and_fg_ends_it(self):
        self.stopped_and_continued(self.start())
        self.assert_whole()

    def test_ctrl_c_ends_the_sync_and_the_next_one_goes_on(self):
        shell = self.start()
        shell.type(CTRL_C)
        shell.type('echo "[$?]"\n')
        shell.wait_for_text("[130]")
        shell.go_on()
        self.assert_whole()

    def test_a_terminal_that_closes_ends_the_sync(self):
        shell = self.start()
        shell.hang_up()
        lock = self.machine.folder / ".local/state/connect/sync.lock"
        with open(lock, "rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # waits until no sync has it any more
        shell.go_on()
        self.assert_whole()


class WhileAnEditorRuns(Case):
    def editor(self, text):
        """Writes `words` first, then does what the text says."""
        return str(script(self.machine.folder / "bin/editor",
                          'echo words >>"$1"; trap \'touch "$SCENE/caught"\' INT QUIT\n' + text))

    def start(self, text=WAITS):
        shell = self.shell(EDITOR=self.editor(text))
        shell.run("connect log thank @Maya -e")
        shell.wait_for("there")
        return shell

    def assert_saved_and_gone(self, shell):
        shell.wait_for_text("(0)")
        self.assertIn(b'"note":"words"', self.machine.bytes())
        self.assertEqual([], self.left())

    def left(self):
        """Files with the words in them, other than the ledger and its safety journal."""
        kept = {self.machine.ledger, self.machine.folder / ".local/state/connect/journal.jsonl"}
        return [path for path in self.machine.folder.rglob("*")
                if path.is_file() and path not in kept and b"words\n" in path.read_bytes()
                and path.parent.name != "bin"]

    def test_ctrl_c_and_ctrl_backslash_are_for_the_editor_alone(self):
        for key in (CTRL_C, CTRL_BACKSLASH):
            with self.subTest(key=key):
                shell = self.start()
                shell.type(key)
                shell.wait_for("caught")
                shell.go_on()
                self.assert_saved_and_gone(shell)
                self.machine.ledger.unlink()

    def test_ctrl_z_stops_both_and_fg_brings_the_editor_back(self):
        shell = self.start()
        self.stopped_and_continued(shell)
        self.assert_saved_and_gone(shell)

    def draft(self):
        """The one file that has the words; for its owner alone, and known to doctor."""
        [path] = self.left()
        self.assertEqual(self.machine.folder / ".local/state/connect/drafts", path.parent)
        self.assertEqual(0o600, path.stat().st_mode & 0o777)
        answer = self.machine.run("doctor")
        self.assertEqual(1, answer.code, answer)
        self.assertIn(f"connect log ACT -m - < {path}".encode(), answer.out)
        return path

    def assert_saved_from(self, path):
        with open(path, "rb") as words:
            answer = self.machine.run("log", "thank", "-m", "-", stdin=words)
        self.assertEqual(0, answer.code, answer)
        self.assertIn(b'"note":"words"', self.machine.bytes())
        path.unlink()
        self.assertEqual(0, self.machine.run("doctor").code)

    def test_words_in_an_editor_that_ctrl_c_ends_are_kept(self):
        shell = self.start("trap - INT\n" + WAITS)
        shell.type(CTRL_C)
        shell.wait_for_text("(4)")
        self.assertEqual(b"", self.machine.bytes())
        path = self.draft()
        self.assertIn(str(path).encode(), shell.terminal.shown)
        self.assert_saved_from(path)

    def test_words_are_kept_when_the_terminal_closes(self):
        self.start().hang_up()
        self.assert_saved_from(self.draft())

    def test_nano_stays_at_ctrl_c_and_saves(self):
        shell = self.real_editor("nano")
        for keys, then in (("words", "words"), (CTRL_C, "col "), ("\x18", "odified"),
                           ("y", "File Name"), ("\r", "(0)")):
            shell.type(keys)
            shell.wait_for_text(then)
        self.assert_saved_and_gone(shell)

    def test_ed_stays_at_ctrl_c_and_saves(self):
        shell = self.real_editor("ed")
        for keys, then in (("a\nwords\n.\nn\n", "1\twords"), (CTRL_C, "?"), ("w\n", "6\r\n"),
                           ("q\n", "(0)")):
            shell.type(keys)
            shell.wait_for_text(then)
        self.assert_saved_and_gone(shell)

    def real_editor(self, name):
        if shutil.which(name) is None:
            self.skipTest(f"{name} is not installed")
        shell = self.shell(EDITOR=name)
        shell.run("connect log thank @Maya -e")
        shell.wait_for_text({"nano": "GNU nano", "ed": "0\r\n"}[name])
        return shell


class WhileAPagerRuns(Case):
    """The answer is longer than the screen of the terminal, which has 24 rows."""

    def setUp(self):
        super().setUp()
        self.machine.ledger.parent.mkdir(mode=0o700, parents=True)
        names = [f"n{number:04}" for number in range(3000)]
        self.machine.ledger.write_bytes(real.ledger_of(names))
        self.machine.ledger.chmod(0o600)

    def shell(self, pager, **env):
        shell = super().shell(CONNECT_PAGER=pager, **env)
        shell.type("stty rows 24 columns 80; echo sized\n")
        shell.wait_for_text("sized\r\n")
        return shell

    def pager(self, text):
        """Reads the first line, then does what the text says."""
        return str(script(self.machine.folder / "bin/pager",
                          'read -r first; trap \'touch "$SCENE/caught"\' INT QUIT\n' + text))

    def test_quitting_with_the_rest_unread_ends_quietly(self):
        shell = self.shell(self.pager("exit 0"))
        shell.run("connect export --format csv")
        shell.wait_for_text("(0)")
        self.assertNotIn(b"could not be written", shell.terminal.shown)

    def test_the_exit_status_is_that_of_the_command_and_not_of_the_pager(self):
        shell = self.shell(self.pager("cat >/dev/null; exit 3"))
        shell.run("connect export --format csv")
        shell.wait_for_text("(0)")

    def test_ctrl_c_is_for_the_pager_alone(self):
        for key in (CTRL_C, CTRL_BACKSLASH):
            with self.subTest(key=key):
                shell = self.shell(self.pager(WAITS))
                shell.run("connect list --limit 0")
                shell.wait_for("there")
                shell.type(key)
                shell.wait_for("caught")
                shell.go_on()
                shell.wait_for_text("(0)")

    def test_ctrl_z_stops_both_and_fg_brings_the_pager_back(self):
        shell = self.shell(self.pager(WAITS))
        shell.run("connect list --limit 0")
        shell.wait_for("there")
        self.stopped_and_continued(shell)

    def test_a_pager_that_cannot_be_started_hides_nothing(self):
        shell = self.shell("no-such-pager")
        shell.run("connect list --limit 30")
        shell.wait_for_text("(0)")
        self.assertEqual(30, shell.terminal.shown.count(b"Thanked"))

    def test_no_pager_is_used_where_none_is_wanted(self):
        for pager, line in (("", "connect list --limit 30"), (self.pager(WAITS), "connect list --limit 30 | cat"),
                            (self.pager(WAITS), "connect prompt --list"),
                            (self.pager(WAITS), "TERM=dumb connect list --limit 30"),
                            (self.pager(WAITS), "connect list --limit 5")):
            with self.subTest(pager=pager, line=line):
                shell = self.shell(pager)
                shell.run(line)
                shell.wait_for_text("(0)")
                self.assertFalse((shell.scene / "there").exists())

    def test_less_shows_it_with_colours_and_leaves_at_q(self):
        if shutil.which("less") is None:
            self.skipTest("less is not installed")
        self.machine.environment.pop("LESS", None)
        shell = self.shell("less")
        shell.run("connect help all")
        shell.wait_for_text("\x1b[1m")
        shell.wait_for_text(":\x1b[K")
        shell.type("q")
        shell.wait_for_text("(0)")
        self.assertNotIn(b"ESC[", shell.terminal.shown)


class WhatAChildFinds(Case):
    REPORT = ('{ umask; grep -E "^Sig(Ign|Blk)" /proc/self/status; } >"$HOME/found"\n')

    def found(self):
        umask, blocked, ignored = (self.machine.folder / "found").read_text().split("\n")[:3]
        signals = (signal.SIGPIPE, signal.SIGXFSZ, signal.SIGINT, signal.SIGQUIT, signal.SIGCHLD,
                   signal.SIGTSTP, signal.SIGTERM, signal.SIGHUP)
        def held(line):
            bits = int(line.split()[1], 16)
            return [number.name for number in signals if bits >> (number - 1) & 1]
        return umask, held(blocked), held(ignored)

    def usual(self):
        """As a login shell would leave it; python itself ignores SIGPIPE and SIGXFSZ."""
        os.umask(0o027)
        for number in (signal.SIGPIPE, signal.SIGXFSZ):
            signal.signal(number, signal.SIG_DFL)

    def test_an_editor_finds_what_the_user_set(self):
        editor = script(self.machine.folder / "editor", self.REPORT + 'echo words >"$1"\n')
        answer = self.machine.run("log", "thank", "-e", preexec_fn=self.usual,
                                  env={"EDITOR": str(editor)})
        self.assertEqual(0, answer.code, answer)
        self.assertEqual(("0027", [], []), self.found())

    def test_git_finds_it_too_also_after_lines_were_taken_in(self):
        self.log(self.machine, "one")
        self.synced(self.machine, str(self.remote))
        script(self.machine.folder / "bin/git",
               self.REPORT + f'exec {shutil.which("git")} "$@"\n')
        self.log(self.machine, "two")
        path = f"{self.machine.folder}/bin:{self.machine.environment['PATH']}"
        answer = self.machine.run("sync", preexec_fn=self.usual, env={"PATH": path})
        self.assertEqual(0, answer.code, answer)
        self.assertEqual(("0027", [], []), self.found())

    def test_a_parent_that_ignores_the_end_of_children_hides_no_failure(self):
        self.log(self.machine, "one")
        def ignoring():
            signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        answer = self.machine.run("sync", str(self.shared / "none.git"), preexec_fn=ignoring)
        self.assertEqual(1, answer.code, answer)
        answer = self.machine.run("log", "thank", "-e", preexec_fn=ignoring, env={"EDITOR": "true"})
        self.assertEqual(0, answer.code, answer)

    def test_what_a_hook_leaves_running_does_not_hold_the_sync(self):
        self.log(self.machine, "one")
        self.synced(self.machine, str(self.remote))
        self.log(self.machine, "two")
        scene = self.machine.folder / "scene"
        scene.mkdir()
        self.addCleanup((scene / "go").touch)
        script(self.machine.ledger.parent / ".git/hooks/pre-push", f"({WAITS}) &\n")
        # What it left has our pipes as well: only the program itself is waited for.
        with self.machine.start("sync", env={"SCENE": str(scene)}, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL) as process:
            try:
                self.assertEqual(0, process.wait(timeout=real.WATCHDOG / 3))
            finally:
                process.kill()
        self.assertFalse((scene / "go").exists())


if __name__ == "__main__":
    real.main()
