"""After forget, no file below HOME has the words any more."""

import json
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from killed import killed_at_every_step
from places import as_nobody, own_by_nobody

SECRET = "a very private matter"
COPY = "ledger.sync-conflict-20261123-080000-ABCDEF.jsonl"


class Forget(real.Case):
    def holders(self, text):
        """The files below HOME that have this text, in any case."""
        needle = text.lower().encode()
        return sorted(str(path.relative_to(self.home.folder))
                      for path in self.home.folder.rglob("*")
                      if path.is_file() and needle in path.read_bytes().lower())

    def fill(self):
        """Words in the ledger, journal, a backup, rejected lines, a copy, and an index."""
        many = b"".join(real.record(f"old-{i}", **{"with": ["Zenobia", "Sam"], "note": "x" * 60})
                        + b"\n" for i in range(600))
        self.home.plant(many)
        run = self.home.run
        self.assertEqual(0, run("log", "thank", "@Zenobia", "--id", "it", "-m", SECRET).code)
        self.assertEqual(0, run("log", "offer", "@Sam", "--id", "other", "-m", "seeds").code)
        self.assertEqual(0, run("notice", "@Zenobia", "helped").code)
        with open(self.home.ledger, "ab") as ledger:
            ledger.write(b'{"v":1,"id":"torn","note":"' + SECRET.encode() + b"\n")
            ledger.write(b'{"v":1,"id":"torn","with":["Zenobia"],"note":\n')
        self.assertEqual(0, run("doctor", "--fix").code)
        copy = self.home.ledger.with_name(COPY)
        copy.write_bytes(real.record("it", note=SECRET, **{"with": ["Zenobia"]}) + b"\n")
        copy.chmod(0o600)
        leftover = self.home.ledger.with_name("ledger.jsonl.connect-AbC123")
        leftover.write_bytes(b"Zenobia " + SECRET.encode())
        leftover.chmod(0o600)
        copy.rename(self.home.folder / COPY)
        run("prompt")  # an index, with the names
        (self.home.folder / COPY).rename(copy)
        self.assertTrue(list((self.home.folder / ".cache/connect").glob("*.index")))

    def test_an_entry_is_nowhere_afterwards(self):
        self.fill()
        self.assertEqual(6, len(self.holders(SECRET)), self.holders(SECRET))
        before = self.home.listed()
        answer = self.home.run("forget", "it")
        self.assertEqual(0, answer.code, answer)
        self.assertEqual([], self.holders(SECRET))
        self.assertEqual([name for name in before if name != "it"], self.home.listed())
        self.assertEqual(0, self.home.run("log", "thank").code)

    def test_a_person_is_nowhere_afterwards_and_the_acts_still_count(self):
        self.fill()
        count = len(self.home.listed())
        self.assertGreaterEqual(len(self.holders("zenobia")), 6, self.holders("zenobia"))
        answer = self.home.run("forget", "--person", "zénobia")
        self.assertEqual(0, answer.code, answer)
        self.assertEqual([], self.holders("zenobia"))
        self.assertEqual([], self.holders(SECRET))
        self.assertEqual(count, len(self.home.listed()))
        people = json.loads(self.home.run("people", "--json").out)["people"]
        self.assertEqual(["Sam"], [person["name"] for person in people])

    def test_a_dry_run_changes_nothing(self):
        self.fill()
        def picture():
            return {path: path.read_bytes() for path in self.home.folder.rglob("*")
                    if path.is_file()}
        before = picture()
        self.assertEqual(0, self.home.run("forget", "it", "-n").code)
        self.assertEqual(0, self.home.run("forget", "--person", "Zenobia", "-n").code)
        self.assertEqual(before, picture())

    def test_killed_at_any_moment_it_can_be_said_again(self):
        self.fill()
        kept = self.home.folder.with_name(self.home.folder.name + "-kept")
        self.addCleanup(shutil.rmtree, kept, True)
        shutil.copytree(self.home.folder, kept)

        def restore():
            shutil.rmtree(self.home.folder)
            shutil.copytree(kept, self.home.folder)

        for _ in killed_at_every_step(self, restore, "forget", "it"):
            left = self.home.listed()
            self.assertIn("other", left)
            if "it" in left or SECRET.encode() in self.home.bytes():
                self.assertEqual(0, self.home.run("forget", "it").code)
            self.assertEqual([], [name for name in self.holders(SECRET) if ".connect-" not in name])

    def test_a_file_that_must_not_be_written_stops_it_before_the_ledger(self):
        self.fill()
        journal = self.home.folder / ".local/state/connect/journal.jsonl"
        journal.chmod(0o666)
        before = self.home.bytes()
        self.assert_not_saved(self.home.run("forget", "it"), 4, before)
        journal.chmod(0o600)
        self.assertEqual(0, self.home.run("forget", "it").code)
        self.assertEqual([], self.holders(SECRET))

    def test_a_folder_that_cannot_be_listed_stops_it_before_anything(self):
        if not real.IS_ROOT:
            self.skipTest("needs root, to be somebody else")
        self.fill()
        own_by_nobody(self.home)
        backups = self.home.folder / ".local/state/connect/backups"
        backups.chmod(0o300)
        before = self.home.bytes()
        answer = self.home.run("forget", "it", **as_nobody())
        self.assertEqual(4, answer.code, answer)
        self.assertIn(b"cannot read", answer.err)
        self.assertEqual(before, self.home.bytes())
        backups.chmod(0o700)
        self.assertEqual(0, self.home.run("forget", "it", **as_nobody()).code)
        self.assertEqual([], self.holders(SECRET))


if __name__ == "__main__":
    real.main()
