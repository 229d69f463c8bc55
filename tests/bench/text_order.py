#!/usr/bin/env python3
"""Writes src/everyday_text.ld: the functions that commands of every day execute, for the linker to
put side by side. To be run when they have changed; valgrind watches a release build.

    cmake --workflow --preset release && python3 tests/bench/text_order.py build/release
"""

import bisect
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import history
from counted import watched
from everyday_commands import ORDINARY, Home
from folders import Snapshot

# A home that is lived in knows more kinds of records than the history of the bench.
LIVED_IN = (("prompt",), ("done",), ("prompt", "--another"), ("log", "offer", "@Maya", "+work"),
            ("notice", "@Sam", "carried the boxes"), ("people", "set", "@Sam", "--every", "14d"))
SCRIPT = Path(__file__).resolve().parents[2] / "src/everyday_text.ld"
HEAD = """/* What the commands of every day execute, put side by side: a program is paged in by the 64 KiB,
   and a start that touches few of them is a quick one. A name that is gone does no harm.
   Written by tests/bench/text_order.py. */
SECTIONS {
  .text.everyday : {
"""
TAIL = """    /* what valgrind hides: the clock of the kernel, and what is made for each kind of processor */
    *libc.a:dl-object.o(.text)
    *libc.a:pthread_mutex_*lock.o(.text)
    *libc.a:str*-avx*.o(.text)
    *libc.a:*(.text.sse* .text.avx* .text.evex*)
  }
} INSERT BEFORE .text;
"""
# In the linker's map: an input section, its address, its size and the object it came from.
INPUT = re.compile(r"^ (\.text\S*)\s+0x(\w+)\s+0x(\w+)\s+(\S+)$", re.MULTILINE)
KINDS_OF_PROCESSOR = re.compile(r"\.text\.(sse|avx|evex)")
MADE_BY_OPTIMISER = re.compile(r"\.(constprop|isra|part)\.\d+")


def sections(link_map):
    """(address, end, name, object) of all text that was linked, in the order of addresses."""
    text = link_map.read_text().partition("Linker script and memory map")[2]
    found = [(int(address, 16), int(address, 16) + int(size, 16), name, origin)
             for name, address, size, origin in INPUT.findall(text)]
    return sorted(each for each in found if 0 < each[0] < each[1])


def marks(binary):
    """Addresses that every run executes."""
    listed = subprocess.run(["nm", binary], capture_output=True, text=True, check=True).stdout
    return [int(address, 16) for address, name in
            re.findall(r"^(\w+) [Tt] (_start|main|exit|__libc_start_main)$", listed, re.MULTILINE)]


def executed(task, known):
    """The addresses a command executes, as the file has them."""
    with tempfile.TemporaryDirectory() as folder:
        counted, _ = watched(task, folder, "--dump-instr=yes", "--compress-pos=no")
    seen = {int(word, 16) for word in re.findall(r"^0x(\w+) ", counted, re.MULTILINE)}
    # Where the program was loaded: there, and only there, all the marks are hit.
    loaded = next(base for base in sorted(each - known[0] for each in seen)
                  if base % 4096 == 0 and all(base + mark in seen for mark in known))
    return {address - loaded for address in seen}


def pattern(name, origin):
    """How a linker script calls a section; one that has only a common name goes by its object."""
    if name != ".text":
        return f"*({MADE_BY_OPTIMISER.sub('*', name)})"
    library = re.search(r"([^/]+)\((.+)\)$", origin)
    return f"*{library[1]}:{library[2]}(.text)" if library else f"*{Path(origin).name}(.text)"


def patterns(build, home):
    """Those that every command executes, then those of some, each in the order of the link."""
    linked = sections(build / "connect.map")
    starts = [start for start, *_ in linked]
    known = marks(build / "connect")
    users = {}
    for command in ORDINARY:
        for address in executed(home.task(command), known):
            place = bisect.bisect_right(starts, address) - 1
            if place >= 0 and address < linked[place][1]:
                users.setdefault(place, set()).add(command)
    order = sorted(users, key=lambda place: (len(users[place]) < len(ORDINARY), place))
    names = [linked[place][2:] for place in order]
    return dict.fromkeys(pattern(*name) for name in names if not KINDS_OF_PROCESSOR.match(name[0]))


def main(build):
    with tempfile.TemporaryDirectory() as folder:
        binary, entries = (build / "connect").resolve(), history.entries(1000)
        home = Home(binary, Path(folder) / "home", entries)
        for words in LIVED_IN:
            home.run(*words)
        home.before = Snapshot(home.folder)
        lines = [f"    {each}\n" for each in patterns(build, home)]
    SCRIPT.write_text(HEAD + "".join(lines) + TAIL)
    print(f"{len(lines)} functions and objects in {SCRIPT.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
