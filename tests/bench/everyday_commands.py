"""The everyday commands of connect over one history, as tasks for the race."""

import subprocess
import time

import ledger_records
from folders import Snapshot
from race import Task

ENVIRONMENT = {"PATH": "/usr/bin:/bin:/usr/games", "LC_ALL": "C.UTF-8", "TZ": "UTC",
               "COLUMNS": "100"}

# command: the column of the peers it answers, and whether it belongs to an ordinary day
COMMANDS = {
    "--version": ("start-up", True),
    "": ("today", True),
    "prompt": ("", True),
    "prompt, a kindness quoted": ("", True),
    "prompt --once, not due": ("", True),
    "prompt --once, due": ("", True),
    "done": ("log one", True),
    "log thank @Maya": ("", True),
    "undo": ("", False),  # looks at the whole ledger
    "get streak.current": ("", True),
    "get today.done": ("", True),
    "streak": ("", True),
    "people": ("", False),
    "list --limit 10": ("", False),
    "complete people": ("", False),
    "report month": ("", False),
    "report 30d": ("last 30 days", False),
    "report all": ("full summary", False),
    "rebuild of a lost summary": ("", False),
}
OF_FULL_HISTORY = ("prompt, a kindness quoted",)  # a plain one has no kindnesses
REBUILT_BY = ("get", "streak.current")


def label(command):
    return command or "(bare)"


ORDINARY = tuple(command for command, (_, daily) in COMMANDS.items() if daily)
DAILY = tuple(map(label, ORDINARY))
COLUMN_OF = {label(command): column for command, (column, _) in COMMANDS.items() if column}


class Home:
    """A home folder with the history in it, and all that connect keeps beside the ledger."""

    def __init__(self, binary, folder, entries, history="full"):
        self.binary, self.folder, self.size = str(binary), folder, len(entries)
        self.history = history
        self.environment = ENVIRONMENT | {"HOME": str(folder)}
        ledger = folder / ".local/share/connect/ledger.jsonl"
        ledger.parent.mkdir(parents=True, mode=0o700)
        with open(ledger, "w", encoding="utf-8") as out:
            out.writelines(map(ledger_records.line, ledger_records.HISTORIES[history](entries)))
        ledger.chmod(0o600)
        for words in ((), ("prompt",), ("prompt", "--once"), ("report", "all"),
                      ("report", "month"), REBUILT_BY):
            self.run(*words)
        self.before = Snapshot(folder)

    def run(self, *words):
        return subprocess.run([self.binary, *words], env=self.environment, check=True,
                              stdin=subprocess.DEVNULL, capture_output=True).stdout

    def restore(self):
        """As it was, and looked at once: after a change of the ledger by another program the summary
        is written anew, which is nothing that a user waits for every day."""
        if self.before.restore():
            time.sleep(0.05)  # within a tick of the clock the summary trusts no file
            self.run("get", "today.count")
            self.before = Snapshot(self.folder)

    def told_version(self):
        return self.run("--version").decode().splitlines()[0]

    def forget_greeting(self):
        for path in self.folder.rglob("prompt.due"):
            path.unlink()

    def lose_summary(self):
        for path in self.folder.rglob("*.summary"):
            path.unlink()

    def quote_kindness(self):
        self.run("prompt", "--another", "--act", "thank")
        self.run("prompt")

    def task(self, command, place=""):
        words, prepare = command.partition(",")[0].split(), None
        if command.endswith(", due"):
            prepare = self.forget_greeting
        if command.endswith(", a kindness quoted"):
            prepare = self.quote_kindness
        if command == "undo":
            prepare = lambda: self.run("done")
        if command.startswith("rebuild"):
            words, prepare = REBUILT_BY, self.lose_summary
        column = "" if place else COMMANDS[command][0]
        return Task("connect", label(command) + place, self.size, [self.binary, *words],
                    self.environment, column, prepare, self.restore)

    def tasks(self):
        return [self.task(command) for command in COMMANDS
                if self.history == "full" or command not in OF_FULL_HISTORY]
