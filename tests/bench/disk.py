"""Logging on a real disk, where the disk's own answer takes most of the time: reported apart."""

from pathlib import Path

from everyday_commands import ENVIRONMENT, Home
from folders import Snapshot
from race import Task
from trackers import Sqlite

PLACE = ", on disk"
MEMORY = ("tmpfs", "ramfs", "overlay")
TYPICAL = 15_000


def size_for(sizes):
    """The size at which this is measured."""
    return min(sizes, key=lambda size: abs(size - TYPICAL))


def file_system(folder):
    """The kind of file system that the folder is on."""
    best = ("", "?")
    for line in Path("/proc/self/mounts").read_text().splitlines():
        _, place, kind = line.split()[:3]
        inside = folder == Path(place) or Path(place) in folder.parents
        if inside and len(place) >= len(best[0]):
            best = (place, kind)
    return best[1]


def tasks(options, folder, entries, append, say):
    if (kind := file_system(folder)) in MEMORY:
        say(f"skipped: logging on a real disk ({folder.parent} is {kind}; --disk DIR)")
        return []
    home = Home(options.binary, folder / "connect", entries, options.history)
    plain = folder / "plain"
    plain.mkdir()
    (plain / "lines").touch()
    out = [home.task("done", PLACE),
           Task("static C", "append + fdatasync" + PLACE, len(entries),
                [append, str(plain / "lines")], ENVIRONMENT, restore=Snapshot(plain).restore)]
    if options.peers and Sqlite.binary():
        tasks_of_it = Sqlite(folder / "sqlite").tasks(entries)
        insert = next(task for task in tasks_of_it if task.column == "log one")
        insert.command, insert.column = "insert" + PLACE, ""
        out.append(insert)
    return out
