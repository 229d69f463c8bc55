"""What `undo` and `last` mean, by what this machine wrote and in which order; torn journals, merges,
syncs and prompts included."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import machines
import real

COPY = b"".join(real.record(name, day=f"2026-11-{day}", at=f"2026-11-{day}T10:00:00+01:00") + b"\n"
                for name, day in (("far", "10"), ("farther", "09"), ("farthest", "08")))


class UndoHistory(machines.Case):
    def setUp(self):
        super().setUp()
        self.journal = self.home.folder / ".local/state/connect/journal.jsonl"
        self.copy = self.home.folder / "copy.jsonl"
        self.copy.write_bytes(COPY)

    def ok(self, *words, **popen):
        answer = self.home.run(*words, **popen)
        self.assertEqual(0, answer.code, answer)
        return answer

    def at(self, minute):
        self.home.environment["CONNECT_NOW"] = f"2026-11-23T12:{minute:02}:00+01:00"

    def findings(self):
        return json.loads(self.home.run("doctor", "--json").out)["findings"]

    def kinds(self):
        return [finding["kind"] for finding in self.findings()]

    def test_last_is_what_was_logged_last_whatever_it_says(self):
        self.ok("log", "thank", "--id", "first")
        self.at(1)
        self.ok("log", "offer", "--id", "s", "--at", "00:01", "-d", "2026-11-20")
        dry = json.loads(self.ok("amend", "last", "-n", "--json", "listen").out)
        self.assertEqual("s", dry["entry"]["id"])
        self.ok("forget", "last")
        self.assertEqual(["first"], self.home.listed())
        self.ok("remove", "last")
        self.assertEqual([], self.home.listed())

    def test_last_is_not_what_another_machine_wrote(self):
        self.ok("log", "thank", "--id", "mine")
        later = real.record("theirs", at="2026-11-23T18:00:00+01:00", day="2026-11-23") + b"\n"
        self.home.plant(self.home.bytes() + later)
        self.ok("remove", "last")
        self.assertEqual(["theirs"], self.home.listed())
        self.ok("undo")
        self.ok("merge", str(self.copy))
        self.ok("remove", "last")
        self.assertNotIn("mine", self.home.listed())

    def test_last_of_an_import_is_its_last_line(self):
        self.ok("log", "thank", "--id", "before")
        (self.home.folder / "log").write_bytes(
            b"2026-11-20 : Walk : y : b\n2026-11-19 : Walk : y : a\n")
        self.ok("import", "harsh", "log", "--map", "Walk=check-in")
        self.ok("remove", "last")
        self.assertIn("before", self.home.listed())
        self.assertEqual(2, len(self.home.listed()))

    def torn(self, journal, ledger):
        self.journal.write_bytes(journal)
        self.home.plant(ledger)

    def test_a_journal_torn_within_a_group_takes_nothing_with_it(self):
        """At every byte: the group was on its way to the journal when its writer was killed."""
        self.ok("log", "thank", "--id", "before")
        start, ledger = self.journal.read_bytes(), self.home.bytes()
        self.ok("remove", "before")
        self.ok("undo")
        removal = self.journal.read_bytes()[len(start):]
        self.torn(start, ledger)
        (self.home.folder / "log").write_bytes(
            b"2026-11-20 : Walk : y : b\n2026-11-19 : Walk : y : a\n2026-11-18 : Walk : y : c\n")
        self.ok("import", "harsh", "log", "--map", "Walk=check-in")
        group = self.journal.read_bytes()[len(start):]
        self.assertGreater(len(group), len(removal))
        ends = range(1, len(group)) if real.LONG else sorted(
            {*range(1, len(group), 23), *(i for i, c in enumerate(group) if c == 10)} - {len(group)})
        for end in ends:
            with self.subTest(end=end):
                self.torn(start + group[:end], ledger)
                for i in range(2):
                    self.ok("log", "thank", "--id", f"n{i}", "-q")
                self.ok("undo", "-q")
                self.assertEqual(["before", "n0"], sorted(self.home.listed()))
                self.ok("undo", "-q")
                self.ok("undo", "-q")
                self.assertEqual([], self.home.listed())

    def test_lines_that_1_0_wrote_after_a_torn_group_are_changes_by_themselves(self):
        self.home.plant(b"")
        for name in ("a", "b", "d"):
            self.ok("log", "thank", "--id", name)
        marker = b'{"v":1,"id":"never","op":"together","at":"2026-11-23T12:00:00+01:00"}\n'
        self.journal.write_bytes(marker + self.home.bytes())
        self.ok("undo")
        self.assertEqual(["a", "b"], sorted(self.home.listed()))

    def test_a_stopped_import_that_is_run_again_is_one_change(self):
        (self.home.folder / "log").write_bytes(
            b"2026-11-20 : Walk : y : b\n2026-11-19 : Walk : y : a\n")
        words = ("import", "harsh", "log", "--map", "Walk=check-in")
        self.ok("log", "thank", "--id", "before")
        start, ledger = self.journal.read_bytes(), self.home.bytes()
        self.ok(*words)
        group = self.journal.read_bytes()[len(start):]
        self.torn(start + group[:-5], ledger)
        self.ok(*words)
        self.ok("undo")
        self.assertEqual(["before"], self.home.listed())
        self.ok("undo")
        self.assertEqual([], self.home.listed())

    def test_a_merge_is_undone_and_redone_as_one_change(self):
        self.ok("log", "thank", "--id", "mine")
        self.ok("merge", str(self.copy))
        self.assertEqual(b"Taken back: the merge of 3 entries\n", self.ok("undo").out)
        self.assertEqual(["mine"], self.home.listed())
        self.ok("redo")
        self.assertEqual(["mine", "far", "farther", "farthest"], self.home.listed())
        self.ok("undo")
        self.ok("undo")
        self.assertEqual([], self.home.listed())
        self.assertEqual([], self.kinds())

    def test_undoing_a_merge_leaves_what_was_there_before(self):
        self.ok("log", "thank", "@Maya", "--id", "far")
        self.ok("merge", str(self.copy))
        self.ok("undo")
        self.assertEqual(["far"], self.home.listed())

    def test_a_merged_line_that_got_lost_is_missed(self):
        self.ok("log", "thank", "--id", "mine")
        self.ok("merge", str(self.copy))
        self.home.plant(b"".join(line for line in self.home.bytes().splitlines(True)
                                 if b'"farther"' not in line))
        self.assertEqual(["missing"], self.kinds())
        self.ok("doctor", "--fix")
        self.assertEqual(["mine", "far", "farther", "farthest"], self.home.listed())

    def test_a_merge_that_was_not_saved_is_not_missed(self):
        self.ok("log", "thank", "--id", "mine")
        self.home.ledger.chmod(0o666)
        self.assertEqual(4, self.home.run("merge", str(self.copy)).code)
        self.home.ledger.chmod(0o600)
        self.assertEqual([], self.kinds())

    def test_a_prompt_is_in_the_journal_and_missed(self):
        self.ok("prompt")
        self.assertEqual(1, self.journal.read_bytes().count(b'"op":"prompt"'))
        self.ok("log", "thank", "--id", "mine")
        self.assertEqual([], self.kinds())
        self.home.plant(b"".join(line for line in self.home.bytes().splitlines(True)
                                 if b'"prompt"' not in line))
        self.assertEqual(["missing"], self.kinds())

    def test_a_prompt_waits_for_no_lock_on_the_journal(self):
        self.ok("log", "thank", "--id", "mine")
        flock = shutil.which("flock")
        if flock is None:
            self.skipTest("needs flock")
        holder = subprocess.Popen([flock, str(self.journal), "sleep", "60"])
        self.addCleanup(holder.wait)
        self.addCleanup(holder.terminate)
        self.wait_for_lock()
        self.ok("prompt")
        self.assertIsNone(holder.poll())
        self.assertEqual(1, self.home.bytes().count(b'"op":"prompt"'))

    def wait_for_lock(self):
        while subprocess.run(["flock", "-n", str(self.journal), "true"]).returncode == 0:
            pass

    def test_another_suggestion_is_undone(self):
        first = json.loads(self.ok("prompt", "--json").out)
        self.ok("log", "thank", "--id", "mine")
        other = json.loads(self.ok("prompt", "--another", "--json").out)
        self.assertNotEqual(first["suggestion"], other["suggestion"])
        self.ok("undo")
        self.assertEqual(["mine"], self.home.listed())
        self.assertEqual(first["suggestion"],
                         json.loads(self.ok("prompt", "--json").out)["suggestion"])
        self.ok("redo")
        self.assertEqual(other["suggestion"],
                         json.loads(self.ok("prompt", "--json").out)["suggestion"])
        self.ok("undo")
        self.ok("undo")
        self.assertEqual([], self.home.listed())
        self.assertIn(b"nothing to undo", self.ok("undo").err)

    def test_undo_passes_over_what_sync_took_in_and_says_so(self):
        here, there = self.machines(0, 0)
        self.log(there, "theirs")
        self.synced(there, str(self.remote))
        self.log(here, "mine")
        self.synced(here, str(self.remote))
        self.assertIn(b"theirs", (here.folder / ".local/state/connect/journal.jsonl").read_bytes())
        answer = here.run("undo")
        self.assertEqual(0, answer.code)
        self.assertIn(b"sync", answer.err)
        self.assertEqual(["theirs"], here.listed())
        answer = here.run("undo")
        self.assertIn(b"nothing to undo", answer.err)
        self.assertEqual(["theirs"], here.listed())
        here.plant(b"")
        self.assertIn(b"is empty", here.run("list").err)

    def test_undo_does_not_speak_of_a_sync_that_came_before(self):
        here, there = self.machines(0, 0)
        self.log(there, "theirs")
        self.synced(there, str(self.remote))
        self.synced(here, str(self.remote))
        self.log(here, "mine")
        self.assertEqual(b"", here.run("undo").err)
        self.assertEqual(["theirs"], here.listed())


if __name__ == "__main__":
    real.main()
