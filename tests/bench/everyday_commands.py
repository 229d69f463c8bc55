"""The everyday commands of connect over one history, as tasks for the race."""

import json
import subprocess
import time

from folders import Snapshot
from race import Task

ENVIRONMENT = {"PATH": "/usr/bin:/bin:/usr/games", "LC_ALL": "C.UTF-8", "TZ": "UTC",
               "COLUMNS": "100"}

# command: the column of the peers it answers, and whether it belongs to an ordinary day
COMMANDS = {
    "--version": ("start-up", True),
    "": ("today", True),
    "prompt": ("", True),
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
    "report": ("", False),
    "report 30d": ("last 30 days", False),
    "report all": ("full summary", False),
    "rebuild of a lost index": ("", False),
}
REBUILT_BY = ("get", "streak.current")


def label(command):
    return command or "(bare)"


ORDINARY = tuple(command for command, (_, daily) in COMMANDS.items() if daily)
DAILY = tuple(map(label, ORDINARY))
COLUMN_OF = {label(command): column for command, (column, _) in COMMANDS.items() if column}


def line(number, entry):
    """A record as connect writes it; its name carries the time, as a UUID of version 7 does."""
    made = entry.second * 1000
    clock = time.strftime("%H:%M:%S", time.gmtime(entry.second))
    record = {"v": 1, "id": f"{made >> 16:08x}-{made & 0xffff:04x}-7000-8000-{number:012x}",
              "op": "log", "at": f"{entry.day}T{clock}+00:00", "day": entry.day, "act": entry.act,
              "with": [entry.person], "note": entry.note}
    return json.dumps(record, separators=(",", ":"), ensure_ascii=False) + "\n"


class Home:
    """A home folder with the history in it, and all that connect keeps beside the ledger."""

    def __init__(self, binary, folder, entries):
        self.binary, self.folder, self.size = str(binary), folder, len(entries)
        self.environment = ENVIRONMENT | {"HOME": str(folder)}
        ledger = folder / ".local/share/connect/ledger.jsonl"
        ledger.parent.mkdir(parents=True, mode=0o700)
        with open(ledger, "w", encoding="utf-8") as out:
            out.writelines(line(number, entry) for number, entry in enumerate(entries))
        ledger.chmod(0o600)
        for words in ((), ("prompt",), ("prompt", "--once"), ("report", "all"), ("report",),
                      REBUILT_BY):
            self.run(*words)
        self.before = Snapshot(folder)

    def run(self, *words):
        return subprocess.run([self.binary, *words], env=self.environment, check=True,
                              stdin=subprocess.DEVNULL, capture_output=True).stdout

    def restore(self):
        """As it was, and looked at once: after a change of the ledger by another program the index
        is written anew, which is nothing that a user waits for every day."""
        if self.before.restore():
            time.sleep(0.05)  # within a tick of the clock the index trusts no file
            self.run("get", "today.count")
            self.before = Snapshot(self.folder)

    def told_version(self):
        return self.run("--version").decode().splitlines()[0]

    def forget_greeting(self):
        for path in self.folder.rglob("prompt.due"):
            path.unlink()

    def lose_index(self):
        for path in self.folder.rglob("*.index"):
            path.unlink()

    def task(self, command, place=""):
        words, prepare = command.partition(",")[0].split(), None
        if command.endswith(", due"):
            prepare = self.forget_greeting
        if command == "undo":
            prepare = lambda: self.run("done")
        if command.startswith("rebuild"):
            words, prepare = REBUILT_BY, self.lose_index
        column = "" if place else COMMANDS[command][0]
        return Task("connect", label(command) + place, self.size, [self.binary, *words],
                    self.environment, column, prepare, self.restore)

    def tasks(self):
        return [self.task(command) for command in COMMANDS]
