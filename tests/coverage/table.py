"""What of the program was run, from `llvm-cov export`: a table by room, and the goals it must reach.

usage: table.py EXPORT.json [--missing PATH_PART]     --missing lists the ways that were not taken

A branch is a condition, or an operand of && or ||; each has two ways. One that a template has in
several shapes is taken when any of them takes it. What is in justified.txt is not counted.
"""

import collections
import json
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUTPUT = {"src/render/terminal/page.cpp", "src/domain/text/visible.cpp"}  # the one output function
GOALS = {"src/store": 100.0, "the output function": 100.0, "whole": 95.0}

Way = collections.namedtuple("Way", "line column is_true")


class File:
    """One source file: its lines, and for each way of a branch whether it was taken."""

    def __init__(self, path):
        self.path = path
        self.text = (ROOT / path).read_text().splitlines()
        self.lines = 0, 0
        self.ways = collections.Counter()

    def add(self, exported):
        """What is said of it under one of its names."""
        lines = exported["summary"]["lines"]
        self.lines = max(self.lines, (lines["covered"], lines["count"]))
        for line, column, last, end, taken, passed, *_ in exported["branches"]:
            before, code = self.text[line - 1][:column - 1], self.text[line - 1][column - 1:end - 1]
            if line == last and (code in ("true", "false") or "if constexpr" in before):
                continue  # nothing is decided while it runs
            self.ways[Way(line, column, True)] += taken
            self.ways[Way(line, column, False)] += passed

    def drop(self, code):
        """Takes the untaken ways of the lines with this code out of the count; False if none."""
        dropped = [way for way, times in self.ways.items()
                   if times == 0 and self.text[way.line - 1].strip() == code]
        for way in dropped:
            del self.ways[way]
        return bool(dropped)

    def missing(self):
        return sorted(way for way, times in self.ways.items() if times == 0)


def ours(name):
    """The path of one of our files; its name begins with wherever the compiler thought it was."""
    found = re.search(r"^(?:.*/)?((?:src|include)/.*)$", os.path.normpath(name))
    return found[1] if found and (ROOT / found[1]).exists() else None


def read_files(export):
    files = {}
    for one in json.loads(Path(export).read_text())["data"][0]["files"]:
        if path := ours(one["filename"]):
            files.setdefault(path, File(path)).add(one)
    return files


def drop_justified(files):
    """Lines of justified.txt: a path, two spaces, the code; below them, indented, the reason."""
    stale = []
    for line in (Path(__file__).parent / "justified.txt").read_text().splitlines():
        if not line.startswith(("src/", "include/")):
            continue
        path, code = line.split("  ", 1)
        if path not in files or not files[path].drop(code):
            stale.append(line)
    return stale


def share(covered, count):
    return 100.0 * covered / count if count else 100.0


def row(name, files):
    lines = share(sum(one.lines[0] for one in files), sum(one.lines[1] for one in files))
    ways = sum(len(one.ways) for one in files)
    taken = ways - sum(len(one.missing()) for one in files)
    print(f"{name:<22} {lines:6.2f} %  {share(taken, ways):6.2f} %  {taken:>6} of {ways}")
    return share(taken, ways)


def print_table(files):
    print(f"{'':<22} {'lines':>8}  {'branches':>8}")
    rooms = collections.defaultdict(list)
    for path, one in files.items():
        rooms[str(Path(path).parent)].append(one)
    reached = {name: row(name, rooms[name]) for name in sorted(rooms)}
    # A goal for the store is one for all of it.
    reached["src/store"] = min(branches for name, branches in reached.items()
                               if name.startswith("src/store"))
    reached["the output function"] = row("the output function", [files[path] for path in OUTPUT])
    reached["whole"] = row("whole", list(files.values()))
    return reached


def main():
    files = read_files(sys.argv[1])
    stale = drop_justified(files)
    if "--missing" in sys.argv:
        for path, one in sorted(files.items()):
            for way in one.missing() if sys.argv[-1] in path else ():
                print(f"{path}:{way.line}:{way.column} is never {str(way.is_true).lower()}: "
                      f"{one.text[way.line - 1].strip()}")
        return
    reached = print_table(files)
    short = [f"{name}: {reached[name]:.2f} % of its branches, not {goal:g} %"
             for name, goal in GOALS.items() if reached[name] < goal]
    short += [f"justified.txt names what is covered or gone: {line}" for line in stale]
    sys.exit("\n".join(short) or 0)


if __name__ == "__main__":
    main()
