"""A ledger has one safety journal and one set of backups by whatever name it is opened, and no two
ledgers share any. What 1.0.0 left is taken over, but never put into another ledger."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

SECRET = b"a word for nobody else"


def line(name, note="", day="2026-11-20"):
    return json.dumps({"v": 1, "id": name, "op": "log", "at": f"{day}T10:00:00+01:00", "day": day,
                       "act": "thank", "note": note}, separators=(",", ":")).encode() + b"\n"


class OneLedger(real.Case):
    def setUp(self):
        super().setUp()
        self.state = self.home.folder / ".local/state/connect"
        self.elsewhere = self.home.folder / "Dropbox"
        self.elsewhere.mkdir(mode=0o700)
        self.target = self.elsewhere / "ledger.jsonl"

    def link(self):
        """The usual path leads to a ledger in another folder."""
        self.home.ledger.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.home.ledger.symlink_to(self.target)

    def ok(self, *words, **popen):
        answer = self.home.run(*words, **popen)
        self.assertEqual(0, answer.code, answer)
        return answer

    def findings(self, *words, **popen):
        return json.loads(self.home.run("doctor", "--json", *words, **popen).out)["findings"]

    def holding(self, what):
        """Files below the home in which these bytes are."""
        return [path for path in self.home.folder.rglob("*")
                if path.is_file() and not path.is_symlink() and what in path.read_bytes()]

    def plant(self, path, data):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(data)
        path.chmod(0o600)

    def test_by_every_name_it_has_the_same_changes_to_undo(self):
        self.ok("--ledger", str(self.target), "log", "thank", "--id", "one")
        self.link()
        real_file, link = str(self.target), str(self.home.ledger)
        names = (((), {}), (("--ledger", real_file), {}), (("--ledger", link), {}),
                 (("--ledger", "Dropbox/../Dropbox/ledger.jsonl"), {}),
                 (("--ledger", "ledger.jsonl"), {"cwd": self.elsewhere}),
                 ((), {"env": {"CONNECT_LEDGER": link}}),
                 ((), {"env": {"CONNECT_LEDGER": real_file}}))
        for words, popen in names:
            with self.subTest(words=words, popen=popen):
                self.ok(*words, "redo", **popen)
                self.assertEqual(["one"], self.home.listed())
                answer = self.ok(*words, "undo", **popen)
                self.assertIn(b"Taken back", answer.out)
                self.assertEqual([], self.home.listed())
        self.assertEqual(1, len([*self.state.glob("journal*")]))

    def test_a_folder_that_is_a_link_changes_nothing(self):
        self.home.ledger.parent.parent.mkdir(mode=0o700, parents=True)
        self.home.ledger.parent.symlink_to(self.elsewhere)
        self.ok("log", "thank", "--id", "one")
        self.ok("--ledger", str(self.target), "undo")
        self.assertEqual([], self.home.listed())

    def test_a_link_to_a_ledger_that_is_gone_tells_of_the_loss(self):
        self.ok("--ledger", str(self.target), "log", "thank", "--id", "one")
        self.link()
        self.target.unlink()
        self.assertIn(b"is gone", self.home.run("list").err)

    def test_what_was_forgotten_by_one_name_is_gone_by_the_other(self):
        self.ok("--ledger", str(self.target), "log", "thank", "-m", SECRET.decode())
        self.link()
        self.ok("forget", "last")
        self.assertEqual([], self.holding(SECRET))
        self.ok("--ledger", str(self.target), "doctor", "--fix")
        self.assertEqual([], self.home.listed())

    def test_what_was_forgotten_after_a_move_is_gone_from_the_journal_of_before(self):
        self.ok("log", "thank", "-m", SECRET.decode())
        self.home.ledger.rename(self.target)
        self.link()
        self.ok("forget", "last")
        self.assertEqual([], self.holding(SECRET))

    def test_undo_knows_what_was_written_before_a_move(self):
        self.ok("log", "thank", "--id", "one")
        self.home.ledger.rename(self.target)
        self.link()
        self.ok("undo")
        self.assertEqual([], self.home.listed())

    def test_rejected_lines_are_forgotten_by_every_name(self):
        self.plant(self.target, line("one", SECRET.decode()) + line("two")[:-1] + SECRET + b"\n")
        self.link()
        self.ok("doctor", "--fix")
        self.ok("--ledger", str(self.target), "forget", "one")
        self.assertEqual([], [path for path in self.holding(SECRET) if "rejected" in path.name])

    def test_ledgers_of_two_data_homes_share_nothing(self):
        other = {"env": {"XDG_DATA_HOME": str(self.home.folder / "work")}}
        self.ok("log", "listen", "--id", "mine", "-m", SECRET.decode())
        answer = self.ok("log", "offer", "--id", "theirs", **other)
        self.assertEqual(b"", answer.err)
        for popen, name in (({}, "mine"), (other, "theirs")):
            self.assertEqual([], self.findings(**popen))
            self.ok("doctor", "--fix", **popen)
            listed = self.ok("list", "--format", "ndjson", **popen).out
            self.assertEqual([name], [json.loads(each)["id"] for each in listed.splitlines()])
        self.ok("undo", **other)
        self.assertEqual(["mine"], self.home.listed())

    def test_a_shared_journal_of_1_0_gives_nothing_to_another_ledger(self):
        work = self.home.folder / "work/connect/ledger.jsonl"
        other = {"env": {"XDG_DATA_HOME": str(self.home.folder / "work")}}
        self.plant(self.home.ledger, line("mine", "", "2026-11-21"))
        self.plant(work, line("theirs", SECRET.decode()))
        self.plant(self.state / "journal.jsonl",
                   line("mine", "", "2026-11-21") + line("theirs", SECRET.decode()))
        for popen in ({}, other):
            self.home.run("doctor", "--fix", **popen)
            self.home.run("feel", "5,5,5", **popen)
            self.home.run("doctor", "--fix", **popen)
        self.assertEqual(["mine"], self.home.listed())
        self.assertNotIn(b'"mine"', work.read_bytes())
        self.assertEqual([], self.findings(**other))

    def test_a_new_ledger_is_not_called_gone_because_of_a_journal_of_1_0(self):
        other = {"env": {"XDG_DATA_HOME": str(self.home.folder / "work")}}
        self.plant(self.home.ledger, line("mine"))
        self.plant(self.state / "journal.jsonl", line("mine"))
        self.assertEqual(b"", self.ok("streak", **other).err)

    def test_undo_takes_back_what_1_0_wrote(self):
        self.plant(self.home.ledger, line("one") + line("two", "", "2026-11-21"))
        self.plant(self.state / "journal.jsonl", line("one") + line("two", "", "2026-11-21"))
        self.ok("undo")
        self.assertEqual(["one"], self.home.listed())
        self.ok("log", "thank", "--id", "three")
        self.ok("undo")
        self.ok("undo")
        self.assertEqual([], self.home.listed())
        self.ok("redo")
        self.ok("redo")
        self.assertEqual(["three", "one"], self.home.listed())

    def test_what_1_0_wrote_and_the_ledger_lost_is_told_and_comes_back_by_merge(self):
        self.plant(self.home.ledger, line("one"))
        self.plant(self.state / "journal.jsonl", line("one") + line("two", "", "2026-11-21"))
        for _ in range(2):
            found = self.findings()
            self.assertEqual(["missing"], [finding["kind"] for finding in found])
            self.ok("feel", "5,5,5")
        journal = next(word for word in found[0]["remedy"].split() if word.startswith("/"))
        self.ok("merge", journal)
        self.assertEqual(["two", "one"], self.home.listed())
        self.assertEqual([], self.findings())

    def test_a_ledger_that_is_gone_is_missed_by_the_journal_of_1_0(self):
        self.plant(self.state / "journal.jsonl", line("one"))
        self.assertIn(b"is gone", self.home.run("list").err)

    def test_what_is_forgotten_goes_from_the_journal_of_1_0_as_well(self):
        self.plant(self.home.ledger, line("one", SECRET.decode()))
        self.plant(self.state / "journal.jsonl", line("one", SECRET.decode()))
        self.ok("log", "thank", "--id", "two")
        self.ok("forget", "one")
        self.assertEqual([], self.holding(SECRET))

    def test_backups_of_another_ledger_are_neither_missed_nor_touched(self):
        for path in (self.home.ledger, self.target):
            self.plant(path, line("one", SECRET.decode(), "2026-11-20" if path == self.target else
                                  "2026-11-21") + b"oops\n")
        self.ok("--ledger", str(self.target), "doctor", "--fix")
        self.ok("doctor", "--fix")
        self.assertEqual(2, len([*(self.state / "backups").iterdir()]))
        self.ok("forget", "one")
        self.assertEqual(2, len(self.holding(SECRET)))  # the other ledger and its backup
        self.home.ledger.unlink()
        for path in self.state.glob("journal*"):
            path.unlink()
        for path in (self.state / "backups").glob("ledger-2*"):
            path.unlink()
        self.assertEqual(b"", self.ok("streak").err)

    def test_a_backup_of_1_0_belongs_to_the_ledger_that_it_is_a_copy_of(self):
        backup = self.state / "backups/ledger-20261101T000000.jsonl"
        self.plant(self.home.ledger, line("mine"))
        self.plant(backup, line("theirs", SECRET.decode()) + line("mine", "of another ledger"))
        self.ok("forget", "mine")
        self.assertEqual(2, backup.read_bytes().count(b"\n"))
        self.plant(self.home.ledger, line("theirs", SECRET.decode()))
        self.ok("forget", "theirs")
        self.assertEqual([], self.holding(SECRET))

    def test_the_copies_of_another_ledger_are_left_alone(self):
        self.ok("log", "thank", "--id", "one")
        folder = self.home.ledger.parent
        names = ("ledger-work.sync-conflict-20261123-120000-ABCDEFG.jsonl",
                 "ledger-work (Ana's conflicted copy 2026-11-23).jsonl",
                 "ledger (old) (Ana's conflicted copy 2026-11-23).jsonl")
        for name in names:
            self.plant(folder / name, line("theirs"))
        self.assertEqual(["one"], self.home.listed())
        self.ok("merge")
        self.assertEqual(["one"], self.home.listed())
        self.assertTrue(all((folder / name).exists() for name in names))

    def test_copies_beside_the_file_that_a_link_leads_to_are_read(self):
        self.plant(self.target, line("one"))
        self.link()
        copy = self.elsewhere / "ledger (Ana's conflicted copy 2026-11-23).jsonl"
        self.plant(copy, line("two", "", "2026-11-21"))
        self.assertEqual(["two", "one"], self.home.listed())
        self.ok("merge")
        self.assertFalse(copy.exists())
        self.assertEqual(["two", "one"], self.home.listed())

    def test_what_may_be_a_copy_is_pointed_at_and_not_read(self):
        self.plant(self.home.ledger, line("one"))
        copy = self.home.ledger.parent / "ledger-DESKTOP-1.jsonl"
        self.plant(copy, line("two"))
        self.assertEqual(["one"], self.home.listed())
        self.assertIn(str(copy), self.findings()[0]["message"])
        self.ok("merge", str(copy))
        self.assertEqual([], self.findings())


if __name__ == "__main__":
    real.main()
