"""The program's documents: read as strictly as JSON allows, and held against the schema."""

import functools
from collections import Counter
import json
import re
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(SOURCE / "tests/support"), str(SOURCE / "tests/schema")]
import real
from validator import Validator


def once_each(members):
    """An object whose members all have names of their own: json would keep only the last of two."""
    names = [name for name, _ in members]
    assert len(names) == len(set(names)), sorted(names)
    return dict(members)


SCHEMA = json.loads((SOURCE / "man/connect-1.schema.json").read_text(),
                    object_pairs_hook=once_each)
# What must never reach a terminal, apart from the line feeds of the text itself.
HIDDEN = ("\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
          "\U000e0000-\U000e007f")


def members(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError(f"a member stands twice: {names}")
    return dict(pairs)


def no_number(word):
    raise ValueError(f"not a number of JSON: {word}")


def parsed(data):
    """The one document that these bytes hold; an error for anything a strict reader refuses."""
    text = data.decode("utf-8")
    if re.search(f"[{HIDDEN}]", text):
        raise ValueError("a hidden character stands unescaped")
    if not text.endswith("\n"):
        raise ValueError("the last line has no end")
    return json.loads(text, object_pairs_hook=members, parse_constant=no_number)


def lines(data):
    """The documents of ndjson."""
    return [parsed(line + b"\n") for line in data.splitlines()]


def complaints(document, part=None):
    """What the schema, or the part of it called so, has against this document. Members that it
    does not describe are complained of too: what the program says must be written down."""
    schema = {"$ref": f"#/$defs/{part}"} if part else None
    return Validator(SCHEMA, closed=True).complaints(document, schema)


def places(value, place="$"):
    """Every value below this one with the place where it stands, list positions left out."""
    yield place, value
    if isinstance(value, dict):
        for name, item in value.items():
            yield from places(item, f"{place}.{name}")
    elif isinstance(value, list):
        for item in value:
            yield from places(item, f"{place}[]")


@functools.cache
def commands():
    """The commands as `help all` lists them, each with its help page."""
    home = real.Home()
    try:
        above = home.run("help", "all", env={"COLUMNS": "60"}).out.decode().partition("\nOptions\n")[0]
        names = [""] + [line.split()[0] for line in above.splitlines() if line.startswith("  ")]
        return {name: home.run(*((name, "--help") if name else ("help", "all"))).out.decode()
                for name in names}
    finally:
        home.remove()


class Case(real.Case):
    where = ""  # what a failure is about, told with its message

    def _formatMessage(self, message, standard):
        return super()._formatMessage(f"{message or ''} [{self.where}]", standard)

    def document(self, home, *words, codes=(0,)):
        """The valid document that a command answers, with the exit code it must end with."""
        answer = home.run("--json", *words)
        self.assertIn(answer.code, codes, answer)
        document = parsed(answer.out)
        self.assertEqual([], complaints(document), answer.out[:400])
        return document
