"""Every command that writes: the one table that the fault tests go through.

A new command is a row; every_call.py first checks that its undisturbed run changes the fold.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    words: tuple
    rewrites: bool = False  # older lines may move to another file beside the ledger, byte for byte
    erases: bytes = b""  # older lines that hold it are meant to go
    declines: bytes = b"\0"  # what it says when it succeeds at having nothing to do
    needs_past: bool = True  # on an empty ledger there is nothing for it to do


NOTE = "she stayed late"
WRITING = (
    Command(("log", "thank", "@Maya", "+work", "-m", NOTE), needs_past=False),
    Command(("log", "listen", "@Sam", "--id", "named"), needs_past=False),
    Command(("done", "@Maya", "-m", NOTE), needs_past=False),
    Command(("feel", "6,7,5"), needs_past=False),
    Command(("notice", "@Sam", NOTE), needs_past=False),
    Command(("rest", "2026-11-22"), needs_past=False),
    Command(("people", "set", "Maya", "--every", "21d"), needs_past=False),
    Command(("people", "rename", "Sam", "Samuel")),
    Command(("undo",), declines=b"nothing to undo"),
    Command(("amend", "@Maya", "@Sam", "-d", "2026-11-19")),
    Command(("remove", "last")),
    Command(("forget", "two"), rewrites=True, erases=b'"two"'),
)
# Notes the day's suggestion in passing, if it can: nothing that a person said is at stake.
IN_PASSING = (("prompt",), ("prompt", "--another"))

READING = (
    (), ("--json",), ("list",), ("list", "--format", "csv"), ("streak",), ("streak", "--explain"),
    ("report", "all"), ("report", "all", "--format", "html"), ("report", "all", "--format", "svg"),
    ("people",), ("get", "streak.current"), ("why",), ("complete", "people"), ("init", "bash"),
    ("completions", "zsh"), ("--help",), ("--version",),
)

# A past for them to work on; the last change is the one that undo takes back.
PAST = (
    ("log", "thank", "@Maya", "--id", "one", "-d", "2026-11-20"),
    ("log", "listen", "@Sam", "--id", "two", "-d", "2026-11-21", "-m", "a note"),
    ("people", "set", "Sam", "--every", "14d"),
    ("log", "offer", "@Maya", "--id", "three"),
)
