"""Every command that writes: the one table that the fault tests go through.

A new command is a row; every_call.py first checks that its undisturbed run changes the fold, and
no_sockets.py that no command is missing.
"""

from dataclasses import dataclass

import real


@dataclass(frozen=True)
class Command:
    words: tuple
    rewrites: bool = False  # older lines may move to another file beside the ledger, byte for byte
    erases: bytes = b""  # lines that hold it are meant to go, wherever they are
    declines: bytes = b"\0"  # what it says when it succeeds at having nothing to do
    needs_past: bool = True  # on an empty ledger there is nothing for it to do
    first: tuple = ()  # what is run before it, as words
    files: tuple = ()  # what it takes in: (path below the home, bytes)
    loses: bytes = b""  # the line that holds it got lost, and a line that is none came in

    def set_up(self, home):
        """Makes a home one in which the command has something to do."""
        for words in self.first:
            assert home.run(*words).code == 0, words
        for path, data in self.files:
            place = home.folder / path
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            place.write_bytes(data)
            place.chmod(0o600)
        if self.loses:
            lines = home.bytes().splitlines(keepends=True)
            home.plant(b"".join(line for line in lines if self.loses not in line) + b"oops\n")


NOTE = "she stayed late"
LOG_OF_HARSH = b"2026-11-19 : Walk : y : along the river\n2026-11-20 : Walk : y :\n"
COPY = real.ledger_of(["from-afar", "from-near"])
CONFLICT = ".local/share/connect/ledger.sync-conflict-20261122-101010-ABCDEFG.jsonl"
WRITING = (
    Command(("log", "thank", "@Maya", "+work", "-m", NOTE), needs_past=False),
    Command(("log", "listen", "@Sam", "--id", "named"), needs_past=False),
    Command(("done", "@Maya", "-m", NOTE), needs_past=False),
    Command(("feel", "6,7,5"), needs_past=False),
    Command(("notice", "@Sam", NOTE), needs_past=False),
    Command(("ask", "@Sam", "friday", NOTE), needs_past=False),
    Command(("log", "listen", "@Sam", "--ask", NOTE), needs_past=False),
    Command(("suggest", "thank", NOTE), needs_past=False),
    Command(("rest", "2026-11-22"), needs_past=False),
    Command(("people", "set", "Maya", "--every", "21d"), needs_past=False),
    Command(("people", "rename", "Sam", "Samuel")),
    Command(("undo",), declines=b"nothing to undo"),
    Command(("redo",), first=(("undo",),), declines=b"nothing to redo"),
    Command(("amend", "@Maya", "@Sam", "-d", "2026-11-19")),
    Command(("remove", "last")),
    Command(("import", "harsh", "log", "--map", "Walk=check-in:Maya"), needs_past=False,
            files=(("log", LOG_OF_HARSH),)),
    Command(("merge", "copy.jsonl"), needs_past=False, files=(("copy.jsonl", COPY),)),
    Command(("merge",), declines=b"Nothing new", files=((CONFLICT, COPY),)),
    Command(("forget", "two"), rewrites=True, erases=b'"id":"two"'),
    Command(("forget", "--person", "Sam"), rewrites=True, erases=b'"Sam"'),
    Command(("doctor", "--fix"), rewrites=True, loses=b'"three"'),
)
# Notes the day's suggestion in passing, if it can: nothing that a person said is at stake.
IN_PASSING = (("prompt",), ("prompt", "--another"))
# Starts git, which is free to do what it likes; tests/sync disturbs it.
ELSEWHERE = (("sync",),)

READING = (
    (), ("--json",), ("list",), ("list", "--format", "csv"), ("streak",), ("streak", "--explain"),
    ("report", "all"), ("report", "all", "--format", "html"), ("report", "all", "--format", "svg"),
    ("report", "all", "-o", "report.html"), ("export",), ("export", "-o", "all.json"), ("people",),
    ("@Maya",), ("write", "@Sam", "--print"), ("get", "streak.current"), ("why",), ("doctor",),
    ("memories",), ("complete", "people"), ("init", "bash"), ("completions", "zsh"), ("config",),
    ("config", "--json"), ("log", "thank", "-n"), ("--help",), ("help", "all"), ("--version",),
)

# A past for them to work on; the last change is the one that undo takes back.
PAST = (
    ("log", "thank", "@Maya", "--id", "one", "-d", "2026-11-20"),
    ("log", "listen", "@Sam", "--id", "two", "-d", "2026-11-21", "-m", "a note"),
    ("people", "set", "Sam", "--every", "14d", "--reach", "tel:1"),
    ("log", "offer", "@Maya", "--id", "three"),
)
