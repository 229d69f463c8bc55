"""The grammar as the real binary tells it: its --help pages and the hints of its errors."""

import functools
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
REMOTE = "git@example.org:ana/ledger.git"  # as the manual and the README call a repository
BINARY = os.environ.get("CONNECT_BINARY", "connect")

# Words of a hint, but not its examples of a form such as 30d, 2026-11 or FROM..TO.
_LITERAL = re.compile(r"[a-z]+([-.][a-z]+)*$")


@dataclass(frozen=True)
class Option:
    names: tuple  # ("-d", "--on")
    value: str  # "DATE", or empty


@functools.cache
def _home():
    return tempfile.TemporaryDirectory(prefix="connect-grammar-")


def give_remote(home):
    """Makes the repository of the examples an empty one of this home; and a copy to be merged."""
    place = home / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", place], check=True)
    (home / ".gitconfig").write_text(f'[url "{place}"]\n\tinsteadOf = {REMOTE}\n')
    (home / "old-laptop.jsonl").write_text("")


def run(*words, **changes):
    """Runs the binary in a home of its own, far from the user's ledger."""
    home = _home().name
    env = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "COLUMNS": "400"}
    return subprocess.run([BINARY, *words], env=env | changes, text=True, cwd=home,
                          capture_output=True, stdin=subprocess.DEVNULL, check=False)


def _rows(help_text, *, of_options):
    """The indented rows of a help page, below Options or above it."""
    above, _, below = help_text.partition("\nOptions\n")
    text = below.split("\n\n")[0] if of_options else above
    return [line.strip() for line in text.splitlines() if line.startswith("  ")]


def _option(row):
    left = re.split(r" {2,}", row)[0]
    names = tuple(re.findall(r"(?<!\S)--?[A-Za-z][a-z-]*", left))
    value = re.search(r" ([A-Z][A-Z,:= -]*)$", left)
    return Option(names, value.group(1) if value else "")


@functools.cache
def _purposes():
    # Too narrow for two columns of commands, wide enough for each command to be one line.
    rows = _rows(run("help", "all", COLUMNS="60").stdout, of_options=False)
    return dict(row.split(maxsplit=1) for row in rows)


def commands():
    return tuple(_purposes())


def purpose(command):
    """What the list of commands says it is for."""
    return _purposes()[command]


@functools.cache
def options(command=""):
    """The options of a command, those of every command included."""
    page = run(*((command, "--help") if command else ("help", "all")),
               COLUMNS="400" if command else "60").stdout
    found = [_option(row) for row in _rows(page, of_options=True) if "--ledger --color" not in row]
    return frozenset(found) | (options() if command else frozenset())


def names(some_options):
    return {name for option in some_options for name in option.names}


def words_of(*command):
    """The literal words in the hint of an error that the command makes."""
    answer = run(*command)
    assert answer.returncode == 2, answer
    hint = answer.stderr.splitlines()[-1].split(":", 1)[1]
    words = re.split(r"[,\s]+", hint.strip())
    return {word for word in words if _LITERAL.match(word)} - {"use", "or"}


def acts():
    return words_of("log", "no-such-act")


def keys():
    return words_of("get", "no-such-key")


def formats(command):
    if command == "import":
        return words_of("import", "no-such-format", "-")
    return words_of(command, "--format", "no-such-format")


def units():
    return words_of("report", "--by", "no-such-unit")


def spans():
    return words_of("people", "set", "Maya", "--every", "no-such-span")


def places():
    return words_of("prompt", "--place", "no-such-place")


def settings():
    return words_of("people", "set", "Maya", "--setting", "no-such-setting")


def colours():
    return words_of("--color", "no-such-word")


def periods():
    return words_of("report", "--period", "no-such-period") - {"november"}  # of twelve months
