"""Peers that keep time, tasks or tables in files of their own."""

import datetime
import json
import sqlite3

from history import today
from peer import COLUMNS, Peer, month_ago


def basic(second):
    moment = datetime.datetime.fromtimestamp(second, datetime.timezone.utc)
    return moment.strftime("%Y%m%dT%H%M%SZ")


class Sqlite(Peer):
    name, program, package, appends = "sqlite3, indexed table", "sqlite3", "sqlite3", False

    def write(self, entries):
        with sqlite3.connect(self.folder / "db") as base:
            base.execute("CREATE TABLE entry"
                         "(at INTEGER, day TEXT, act TEXT, person TEXT, note TEXT)")
            base.executemany("INSERT INTO entry VALUES(?,?,?,?,?)", entries)
            base.execute("CREATE INDEX by_day ON entry(day, act)")
            base.execute("CREATE INDEX by_act ON entry(act)")
        base.close()

    def words(self):
        day, base = today().isoformat(), str(self.folder / "db")
        acts = "SELECT act, count(*) FROM entry"
        return {"start-up": (":memory:", "SELECT 1"),
                "today": (base, f"SELECT * FROM entry WHERE day = '{day}'"),
                "log one": (base, "INSERT INTO entry VALUES(strftime('%s','now'), date('now'),"
                                  " 'thank', 'Maya', 'for staying late')"),
                "last 30 days": (base, f"{acts} INDEXED BY by_day WHERE day > '{month_ago()}'"
                                       " GROUP BY act"),
                "full summary": (base, f"{acts} GROUP BY act")}


class Timewarrior(Peer):
    name, program, package = "timewarrior", "timew", "timewarrior"
    environment = {"TIMEWARRIORDB": ""}

    def write(self, entries):
        (self.folder / "data").mkdir()
        (self.folder / "timewarrior.cfg").touch()
        months, tags = {}, {}
        for entry in entries:
            months.setdefault(entry.day[:7], []).append(
                f"inc {basic(entry.second)} - {basic(entry.second + 1)} # {entry.person}"
                f' {entry.act} # "{entry.note}"\n')
            for tag in (entry.person, entry.act):
                tags[tag] = tags.get(tag, 0) + 1
        for month, lines in months.items():
            (self.folder / f"data/{month}.data").write_text("".join(lines))
        (self.folder / "data/tags.data").write_text(
            json.dumps({tag: {"count": count} for tag, count in sorted(tags.items())}, indent=1))

    def words(self):
        return {"start-up": ("--version",), "today": ("summary", ":day"),
                "log one": ("start", "thank", "Maya", ":yes"),
                "last 30 days": ("summary", month_ago(), "-", "tomorrow"),
                "full summary": ("summary", ":all")}


class Taskwarrior(Peer):
    name, program, package = "taskwarrior", "task", "taskwarrior"
    environment = {"TASKRC": "taskrc", "TASKDATA": ""}
    writes = COLUMNS[1:]    # it tidies up whenever it lists

    def write(self, entries):
        (self.folder / "taskrc").write_text(
            f"data.location={self.folder}\nconfirmation=no\nverbose=nothing\n")
        (self.folder / "pending.data").touch()
        with open(self.folder / "completed.data", "w", encoding="utf-8") as out:
            out.writelines(
                f'[description:"{entry.note}" end:"{entry.second}" entry:"{entry.second}"'
                f' modified:"{entry.second}" project:"{entry.person}" status:"completed"'
                f' tags:"{entry.act}" tags_{entry.act}:"x"'
                f' uuid:"{number:08x}-0000-4000-8000-000000000000"]\n'
                for number, entry in enumerate(entries))

    def words(self):
        return {"start-up": ("--version",), "today": ("end.after:today", "completed"),
                "log one": ("log", "for staying late", "project:Maya", "+thank"),
                "last 30 days": ("end.after:today-30d", "completed"),
                "full summary": ("history.monthly",)}
