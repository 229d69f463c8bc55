"""What was forgotten on one machine stays forgotten on all of them: sync, merge, conflict copies,
import and doctor do not take its words in again, and the tip of the remote has none of them."""

import json
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import machines
import real

SECRET = "a very private matter"
COPY = "ledger.sync-conflict-20261123-080000-ABCDEFG.jsonl"


class Forgotten(machines.Case):
    def ok(self, machine, *words):
        machine.tick()
        answer = machine.run(*words)
        self.assertEqual(0, answer.code, answer)
        return answer

    def holders(self, machine, *texts):
        """The files below HOME that have one of these texts, those of git left out."""
        return sorted(str(path.relative_to(machine.folder)) for path in machine.folder.rglob("*")
                      if path.is_file() and ".git" not in path.parts
                      and any(text.lower().encode() in path.read_bytes().lower()
                              for text in texts))

    def tip(self, machine):
        return machine.git("show", "main:ledger.jsonl", folder=self.remote)

    def assert_gone(self, *all_of_them, texts=(SECRET,)):
        for machine in all_of_them:
            self.assertEqual([], self.holders(machine, *texts))
        for text in texts:
            self.assertNotIn(text.lower(), self.tip(all_of_them[0]).lower())

    def two(self):
        """Two machines that share one entry with words, and another one without."""
        a, b = self.machines(0, 0)
        self.ok(a, "log", "thank", "@Zenobia", "--id", "secret-1", "-m", SECRET)
        self.ok(a, "log", "offer", "@Sam", "--id", "other-1", "-m", "seeds")
        self.ok(a, "sync", str(self.remote))
        self.ok(b, "sync", str(self.remote))
        self.assertEqual(["other-1", "secret-1"], sorted(b.listed()))
        return a, b

    def assert_settled(self, a, b, listed, texts=(SECRET,)):
        for machine in (a, b, a):
            self.ok(machine, "sync")
        self.assert_gone(a, b, texts=texts)
        self.assertEqual(sorted(a.lines()), sorted(b.lines()))
        for machine in (a, b):
            self.assertEqual(listed, sorted(machine.listed()))
            answer = machine.run("doctor")
            self.assertEqual(0, answer.code, answer)
            self.assertIn(b"All is well", answer.out)

    def test_an_entry_forgotten_on_one_machine(self):
        a, b = self.two()
        self.ok(b, "amend", "secret-1", "-m", SECRET + " amended")
        self.ok(b, "sync")
        self.ok(a, "forget", "secret-1")
        self.ok(a, "sync")
        self.assertIn('"forgotten":true', self.tip(a))
        self.assert_gone(a)
        self.assert_settled(a, b, ["other-1"])

    def test_an_entry_that_is_corrected_elsewhere_meanwhile(self):
        a, b = self.two()
        self.ok(a, "forget", "secret-1")
        self.ok(b, "amend", "secret-1", "-m", SECRET + " amended")
        self.ok(b, "undo")
        self.ok(b, "redo")
        self.assert_settled(b, a, ["other-1"])

    def test_a_person_forgotten_on_each_machine_before_they_meet(self):
        a, b = self.two()
        self.ok(a, "notice", "@Zenobia", "brought soup")
        self.ok(a, "people", "set", "Zenobia", "--every", "14d")
        self.ok(a, "amend", "other-1", "-m", "seeds from Zenobia")
        for machine in (a, b):
            self.ok(machine, "sync")
        for machine in (a, b):
            self.ok(machine, "forget", "--person", "Zenobia")
        self.assert_settled(a, b, ["other-1", "secret-1"], (SECRET, "zenobia", "soup"))

    def test_a_person_forgotten_on_one_machine(self):
        a, b = self.two()
        self.ok(b, "forget", "--person", "Zenobia")
        self.assert_settled(a, b, ["other-1", "secret-1"], (SECRET, "zenobia"))

    def test_two_persons_of_one_entry_forgotten_on_two_machines(self):
        a, b = self.machines(0, 0)
        self.ok(a, "log", "thank", "@Zenobia", "@Yorick", "@Sam", "--id", "secret-1")
        self.ok(a, "sync", str(self.remote))
        self.ok(b, "sync", str(self.remote))
        self.ok(a, "forget", "--person", "Zenobia")
        self.ok(b, "forget", "--person", "Yorick")
        self.assert_settled(a, b, ["secret-1"], ("zenobia", "yorick"))
        listed = json.loads(a.run("list", "--json").out)["entries"]
        self.assertEqual([["Sam"]], [entry["with"] for entry in listed])

    def test_old_copies_bring_nothing_back(self):
        a, b = self.two()
        old = a.folder.with_name(a.folder.name + ".old")
        self.addCleanup(lambda: old.unlink(missing_ok=True))
        shutil.copy(a.ledger, old)
        exported = a.run("export", "--format", "ndjson").out + a.bytes()
        self.ok(a, "forget", "secret-1")
        before = a.lines()
        self.ok(a, "merge", str(old))
        self.assertEqual(before, a.lines())
        conflict = a.ledger.with_name(COPY)
        shutil.copy(old, conflict)
        conflict.chmod(0o600)
        self.assertEqual(["other-1"], a.listed())
        self.ok(a, "merge")
        self.assertEqual([], self.holders(a, SECRET))
        again = a.folder / "again.jsonl"
        again.write_bytes(old.read_bytes())
        self.ok(a, "import", "ndjson", str(again))
        again.unlink()
        self.assertEqual([], self.holders(a, SECRET))
        self.assertIn(b"secret-1", exported)
        self.assert_settled(a, b, ["other-1"])

    def test_an_old_ledger_in_its_place_is_noticed_and_forgotten_again(self):
        a, _ = self.two()
        old = a.bytes()
        self.ok(a, "forget", "secret-1")
        a.plant(old)
        answer = a.run("doctor")
        self.assertEqual(1, answer.code, answer)
        self.ok(a, "doctor", "--fix")
        for path in (a.folder / ".local/state/connect/backups").iterdir():
            self.assertNotIn(SECRET.encode(), path.read_bytes(), path)
        self.assertEqual(["other-1"], a.listed())
        self.assertEqual([], self.holders(a, SECRET))

    def test_a_tombstone_that_came_by_another_way_cleans_the_safety_journal(self):
        a, b = self.two()
        self.ok(a, "forget", "secret-1")
        b.plant(a.bytes())
        a.plant(b.bytes())
        journal = b.folder / ".local/state/connect/journal.jsonl"
        journal.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        journal.write_bytes(real.record("secret-1", note=SECRET) + b"\n")
        journal.chmod(0o600)
        answer = b.run("doctor")
        self.assertEqual(1, answer.code, answer)
        self.assertIn(b"that was forgotten is", answer.out)
        self.ok(b, "doctor", "--fix")
        self.assertEqual([], self.holders(b, SECRET))
        self.assertEqual(["other-1"], b.listed())

    def test_an_id_that_was_forgotten_is_not_free_again(self):
        a, b = self.two()
        self.ok(a, "forget", "secret-1")
        before = a.bytes()
        answer = a.run("log", "thank", "@Sam", "--id", "secret-1", "--json")
        self.assertEqual(2, answer.code, answer)
        self.assertIs(False, json.loads(answer.out)["saved"])
        self.assertEqual(before, a.bytes())


if __name__ == "__main__":
    real.main()
