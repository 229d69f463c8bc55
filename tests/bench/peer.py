"""A peer: something else one could use, with the same entries in a format of its own.

It says how its files are written and which words answer which column; a column that it has no
command for stays empty. It keeps to its folder.
"""

import datetime
import re
import shutil
import subprocess

from everyday_commands import ENVIRONMENT
from folders import Snapshot
from history import today
from race import Task

COLUMNS = ("start-up", "today", "log one", "last 30 days", "full summary")


def month_ago():
    return (today() - datetime.timedelta(30)).isoformat()


class Peer:
    name = program = package = ""
    version = ("--version",)
    environment = {}
    appends = True          # a run that writes just adds to big files
    writes = ("log one",)   # columns that write

    def __init__(self, folder):
        self.folder = folder

    @classmethod
    def binary(cls):
        return shutil.which(cls.program, path=ENVIRONMENT["PATH"])

    def write(self, entries):
        raise NotImplementedError

    def words(self):
        """The words of each column that the peer answers."""
        raise NotImplementedError

    def tasks(self, entries):
        self.folder.mkdir()
        self.write(entries)
        before = Snapshot(self.folder, self.appends)
        env = ENVIRONMENT | {"HOME": str(self.folder)} | {
            key: str(self.folder / value) for key, value in self.environment.items()}
        return [Task(self.name, column, len(entries), [self.binary(), *words], env, column,
                     restore=before.restore if column in self.writes else None)
                for column, words in self.words().items()]

    @classmethod
    def told_version(cls):
        told = subprocess.run([cls.binary(), *cls.version], env=ENVIRONMENT, capture_output=True,
                              text=True, stdin=subprocess.DEVNULL)
        found = re.search(r"\d[\w.]*", told.stdout + told.stderr)
        return found.group() if found else "?"
