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




def line(record, op, **fields):
    """A ledger line of any kind."""
    return json.dumps({"v": 1, "id": record, "op": op, "at": "2026-11-22T10:00:00+01:00", **fields},
                      separators=(",", ":")).encode()


# A record of every kind that can name somebody, each with an id of its own.
DAY = {"day": "2026-11-22"}
OF_EVERY_KIND = [
    line("kind-log", "log", **DAY, act="thank", **{"with": ["Zenobia", "Sam"]}, tags=["zenobia"],
         note="for tea"),
    line("kind-note", "log", **DAY, act="offer", **{"with": ["Sam"]}, note="like Zenobias aunt"),
    line("kind-tag", "log", **DAY, act="listen", tags=["zenobia-birthday", "tea"]),
    line("kind-amend", "amend", ref="kind-note",
         set={"with": ["Z\u00e9nobia"], "tags": ["ZENOBIA"], "note": "#Zenobia again"}),
    line("kind-prompt", "prompt", **DAY, act="thank", suggestion="thank-07", person="Zenobia"),
    line("kind-notice", "notice", **DAY, **{"with": ["Zenobia"]}, note="brought soup"),
    line("kind-notice-2", "notice", **DAY, **{"with": ["Sam"]}, note="as Zenobia's friends do"),
    line("kind-person", "person", name="zenobia", set={"every_days": 14}),
    line("kind-rename", "person", name="Zen", set={"name": "Zenobia"}),
    line("kind-suggestion", "suggestion", act="thank", text="Write to Zenobia."),
    line("kind-newer", "log", note="Zenobia").replace(b'"v":1', b'"v":2'),
    b'{"v":1,"id":"kind-torn","op":"log","with":["Zenobia"],"note":',
]


class Forget(real.Case):
    def holders(self, text):
        """The files below HOME that have this text, in any case."""
        needle = text.lower().encode()
        return sorted(str(path.relative_to(self.home.folder))
                      for path in self.home.folder.rglob("*")
                      if path.is_file() and needle in path.read_bytes().lower())

    def fill(self):
        """Words in the ledger, journal, a backup, rejected lines, a copy, and a cached summary."""
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
        run("prompt")  # caches a summary, with the names
        (self.home.folder / COPY).rename(copy)
        self.assertTrue(list((self.home.folder / ".cache/connect").glob("*.summary")))

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

    def places(self):
        """Every file of ours that can hold lines of the ledger."""
        state = self.home.folder / ".local/state/connect"
        return [self.home.ledger, self.home.ledger.with_name(COPY),
                self.home.ledger.with_name("ledger.rejected.jsonl"), state / "journal.jsonl",
                state / "backups/ledger-20261122T100000.jsonl"]

    def plant_everywhere(self, data):
        for place in self.places():
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            place.write_bytes(data)
            place.chmod(0o600)

    def test_a_person_is_in_no_kind_of_record_in_no_place_and_no_old_copy_brings_them_back(self):
        everything = b"".join(each + b"\n" for each in OF_EVERY_KIND)
        for place in self.places():
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        (self.home.folder / ".local/state/connect").chmod(0o700)
        self.plant_everywhere(everything)
        self.assertEqual(len(self.places()), len(self.holders("zenobia")))
        self.assertEqual(0, self.home.run("forget", "--person", "Zenobia").code)
        self.assertEqual([], self.holders("zenobia"))
        self.assertEqual(["kind-log", "kind-note", "kind-tag"], sorted(self.home.listed()))
        # A line that cannot be read has no id by which it could be known again.
        readable = b"".join(each + b"\n" for each in OF_EVERY_KIND[:-1])
        for words in (["merge", "old"], ["import", "ndjson", "old"]):
            with self.subTest(words[0]):
                (self.home.folder / "old").write_bytes(readable)
                answer = self.home.run(*words)
                self.assertEqual(0, answer.code, answer)
                (self.home.folder / "old").unlink()
                self.assertEqual([], self.holders("zenobia"))
        self.home.ledger.with_name(COPY).write_bytes(readable)
        self.assertEqual(["kind-log", "kind-note", "kind-tag"], sorted(self.home.listed()))
        self.assertNotIn(b"zenobia", self.home.run("people", "--json").out.lower())
        self.assertEqual(0, self.home.run("merge").code)
        self.assertEqual([], self.holders("zenobia"))

    def test_an_entry_and_all_that_corrects_it_are_in_no_place(self):
        lines = [line("it-12345", "log", **DAY, act="thank", note=SECRET),
                 line("it-amend", "amend", ref="it-12345", set={"note": SECRET + " again"}),
                 line("it-undo", "amend", ref="it-amend", set={"removed": True}, undo=True),
                 b'{"v":1,"id":"it-12345","op":"log","note":"half of it',
                 line("other", "log", **DAY, act="offer")]
        self.plant_everywhere(b"".join(each + b"\n" for each in lines))
        self.assertEqual(0, self.home.run("forget", "it-12345").code)
        self.assertEqual([], self.holders(SECRET))
        self.assertEqual(["other"], self.home.listed())

    def test_own_files_that_still_speak_of_the_person_are_named(self):
        config = self.home.folder / ".config/connect"
        config.mkdir(parents=True)
        (config / "suggestions.json").write_text(
            '[{"id": "own-1", "act": "thank", "text": "Write to Zenobia."}]')
        self.fill()
        answer = self.home.run("forget", "--person", "Zenobia", "--json")
        self.assertEqual([str(config / "suggestions.json")], json.loads(answer.out)["left"])

    def test_the_history_of_git_is_pointed_out_wherever_the_ledger_is_reached_from(self):
        folder = self.home.folder / "dots/share"
        folder.mkdir(mode=0o700, parents=True)
        (folder.parent / ".git").mkdir()
        real_one = folder / "ledger.jsonl"
        self.home.ledger.parent.mkdir(mode=0o700, parents=True)
        real_one.touch(mode=0o600)
        self.home.ledger.symlink_to(real_one)
        for words in ([], ["--ledger", str(real_one)]):
            self.assertEqual(0, self.home.run(*words, "log", "thank").code)
            answer = self.home.run(*words, "forget", "last")
            self.assertEqual(0, answer.code, answer)
            self.assertIn(b"The git history still has it", answer.out)
            self.assertIn(b"--path share/ledger.jsonl", answer.out)
        self.assertEqual(0, self.home.run("log", "thank").code)
        answer = self.home.run("forget", "last", "--json")
        self.assertEqual(str(folder.parent), json.loads(answer.out)["repository"])

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
