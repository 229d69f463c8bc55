#!/usr/bin/env python3
"""What every everyday command of connect costs, beside the floor of any process and beside what one
could use instead: ratios, over histories of several sizes. See README.md in this folder.

    python3 tests/bench/everyday.py --binary build/static/connect --svg growth.svg --check
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import counted
import curve
import disk
import history
import ledger_records
import peers
import race
import table
import targets
from everyday_commands import ENVIRONMENT, Home

HERE = Path(__file__).resolve().parent
SCRATCH = "/dev/shm"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("--binary", type=Path, default=HERE.parents[1] / "build/static/connect")
    parser.add_argument("--sizes", default="1k,15k,100k,1M", help="entries (%(default)s)")
    parser.add_argument("--history", choices=sorted(ledger_records.HISTORIES), default="full",
                        help="what the ledger of connect holds: "
                        + "; ".join(f"{kind}: {told}" for kind, told in
                                    ledger_records.CONTENTS.items()) + " (%(default)s)")
    parser.add_argument("--rounds", type=int, default=60, help="at most (%(default)s)")
    parser.add_argument("--budget", type=float, default=4,
                        help="seconds for one row; a slow one gets fewer rounds (%(default)g)")
    parser.add_argument("--cap", type=float, default=45,
                        help="seconds after which a run is stopped (%(default)g)")
    parser.add_argument("--peers", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--install", action="store_true", help="install missing peers with apt-get")
    parser.add_argument("--work", type=Path, metavar="DIR",
                        default=Path(SCRATCH) if os.access(SCRATCH, os.W_OK) else None,
                        help="where the histories lie meanwhile, best in memory (%(default)s)")
    parser.add_argument("--disk", type=Path, metavar="DIR",
                        help="a folder on a real disk (beside the binary)")
    parser.add_argument("--by", choices=("wall", "cpu"), default="wall",
                        help="the time that the peers' tables, the curve and --check go by; cpu "
                        "is the steadier one on a busy machine (%(default)s)")
    parser.add_argument("--callgrind", action="store_true", help="count instructions as well")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="the growth curve")
    parser.add_argument("--check", action="store_true", help="exit 1 when a target is missed")
    options = parser.parse_args()
    options.sizes = sorted({history.count_of(word) for word in options.sizes.split(",")})
    options.binary = options.binary.resolve()
    options.disk = options.disk or options.binary.parent
    if not os.access(options.binary, os.X_OK):
        parser.error(f"no program at {options.binary}; build it, or name one with --binary")
    return options


def say(text, passing=False):
    """Progress; a passing line is overwritten by the next one where somebody looks on."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="" if passing else "\n", file=sys.stderr, flush=True)
    elif not passing:
        print(text, file=sys.stderr, flush=True)


def temporary(parent):
    return tempfile.TemporaryDirectory(prefix="connect-bench-", dir=parent)


def compiled(name, folder):
    """A static C program of this folder."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        raise SystemExit("everyday: no C compiler for the floor; install gcc")
    program = folder / name
    subprocess.run([compiler, "-O2", "-static", "-o", program, HERE / f"{name}.c"], check=True)
    return str(program)


def present_peers(options):
    if not options.peers:
        return []
    if options.install:
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", *peers.PACKAGES],
                       check=True, stdout=sys.stderr)
    for kind in peers.PEERS:
        if not kind.binary():
            say(f"skipped: {kind.name} (package {kind.package}; --install)")
    return [kind for kind in peers.PEERS if kind.binary()]


def planted(options, work, place):
    """The homes of connect by size, the tasks of all, and the versions of the peers."""
    kinds = present_peers(options)
    homes, tasks = [], []
    for size in options.sizes:
        say(f"writing {size:,} entries", passing=True)
        entries = history.entries(size)
        folder = work / history.word_of(size)
        folder.mkdir()
        homes.append(Home(options.binary, folder / "connect", entries, options.history))
        tasks += homes[-1].tasks()
        for kind in kinds:
            tasks += kind(folder / kind.program).tasks(entries)
        if size == disk.size_for(options.sizes):
            tasks += disk.tasks(options, place, entries, compiled("append", work), say)
    return homes, tasks, {kind.name: kind.told_version() for kind in kinds}


def results(options, work, place):
    homes, tasks, versions = planted(options, work, place)
    floor = race.Task("floor", "", 0, [compiled("floor", work)], ENVIRONMENT)
    race.plan(tasks, options.rounds, options.budget, options.cap, say)
    floors = race.run(tasks, floor, options.rounds, options.cap, say)
    rows = [{"tool": task.tool, "command": task.command, "size": task.size, "column": task.column,
             "figures": race.figures(task, floors)} for task in tasks]
    if options.callgrind:
        counted.add(rows, homes, say)
    return {"kernel": os.uname().release, "cpus": os.cpu_count(), "load": os.getloadavg(),
            "connect": homes[0].told_version(), "versions": versions,
            "history": options.history, "sizes": options.sizes, "by": options.by,
            "rounds": options.rounds, "cap_s": options.cap,
            "floor": {"wall_ms": race.middle([wall for wall, _ in floors]),
                      "cpu_ms": race.middle([cpu for _, cpu in floors])},
            "rows": rows}


def main():
    options = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("everyday: stopped"))  # and tidied up
    if options.work:
        options.work.mkdir(parents=True, exist_ok=True)
    with temporary(options.work) as work, temporary(options.disk) as place:
        found = results(options, Path(work).resolve(), Path(place).resolve())
    print(table.markdown(found))
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n")
    if options.svg:
        options.svg.write_text(curve.svg(found))
    missed = targets.missed(found) if options.check else []
    for line in missed:
        print(f"missed: {line}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
