"""Peers over plain text, and fortune, which says something nice and remembers nothing."""

import datetime
import json

from history import today
from peer import Peer, month_ago


class Journal(Peer):
    """A plain text journal, which its owner writes in an editor: no command logs."""
    extra = ()

    def write(self, entries):
        with open(self.folder / "journal", "w", encoding="utf-8") as out:
            out.writelines(f"{entry.day} {entry.person} | {entry.note}\n"
                           f"    (act:{entry.act})  1\n\n" for entry in entries)

    def words(self):
        start = ("-f", str(self.folder / "journal"), *self.extra)
        return {"start-up": ("--version",), "today": (*start, "register", "-p", "today"),
                "last 30 days": (*start, "balance", "-b", month_ago()),
                "full summary": (*start, "balance")}


class Hledger(Journal):
    name = program = package = "hledger"


class Ledger(Journal):
    name = program = package = "ledger"
    extra = ("--args-only",)


class TodoTxt(Peer):
    name, program, package = "todo.txt", "todo-txt", "todotxt-cli"
    version = ("-V",)
    writes = ("log one", "full summary")  # its report is kept in a file

    def write(self, entries):
        places = {"TODO_DIR": ".", "TODO_FILE": "todo.txt", "DONE_FILE": "done.txt",
                  "REPORT_FILE": "report.txt"}
        (self.folder / "config").write_text(
            "".join(f"export {name}={self.folder / place}\n" for name, place in places.items()))
        (self.folder / "todo.txt").touch()
        with open(self.folder / "done.txt", "w", encoding="utf-8") as out:
            out.writelines(f"x {entry.day} {entry.day} {entry.act} {entry.note} @{entry.person}\n"
                           for entry in entries)

    def words(self):
        start, day = ("-p", "-d", str(self.folder / "config")), today().isoformat()
        month = [(today() - datetime.timedelta(back)).isoformat() for back in range(30)]
        return {"start-up": (*start, "shorthelp"), "today": (*start, "listall", day),
                "log one": (*start, "addto", "done.txt", f"x {day} {day} thank @Maya"),
                "last 30 days": (*start, "listall", r"\|".join(month)),
                "full summary": (*start, "report")}


class Jq(Peer):
    name, program, package = "jq on JSON Lines", "jq", "jq"

    def write(self, entries):
        with open(self.folder / "jsonl", "w", encoding="utf-8") as out:
            out.writelines(json.dumps(entry._asdict(), separators=(",", ":")) + "\n"
                           for entry in entries)

    def words(self):
        file = str(self.folder / "jsonl")
        return {"start-up": ("-n", "1"),
                "today": ("-c", f'select(.day == "{today()}")', file),
                "last 30 days": ("-c", f'select(.day > "{month_ago()}")', file),
                "full summary": ("-n", "reduce inputs as $e ({}; .[$e.act] += 1)", file)}


class Fortune(Peer):
    name, program, package = "fortune, no history", "fortune", "fortune-mod"
    version = ("-v",)

    def write(self, entries):
        pass

    def words(self):
        return {"start-up": ("-v",), "today": ()}
