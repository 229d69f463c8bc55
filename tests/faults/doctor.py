"""doctor --fix on real files: nothing is lost, whatever was in the ledger and whatever happens."""

import json
import os
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
sys.path.insert(0, str(Path(__file__).parent))
import cache
import real
from killed import killed_at_every_step

GOOD = [real.record(name) for name in ("one", "two", "three")]
DAMAGE = [b"not json", b'{"v":1,"id":"half","op":"log","at":"2026', b"<<<<<<< HEAD", b"=======",
          b">>>>>>> theirs", b"\xff\xfe\x00", b'{"v":1,"id":"x","op":"log"}', b"x" * 70_000,
          b'[1,2,3]', b"{" * 5000, b'{"v":1,"op":"log"}']
MARKERS = (b"<<<<<<<", b"=======", b">>>>>>>")


class Doctor(real.Case):
    def setUp(self):
        super().setUp()
        self.state = self.home.folder / ".local/state/connect"
        self.rejected = self.home.ledger.with_name("ledger.rejected.jsonl")

    def findings(self, *words, code=1):
        answer = self.home.run("doctor", "--json", *words)
        self.assertEqual(code, answer.code, answer)
        document = json.loads(answer.out)
        self.assertEqual(code == 0, document["ok"])
        return {finding["kind"] for finding in document["findings"]}

    def assert_mended(self, before):
        """A second look finds nothing, all records are there, and every byte is somewhere."""
        listed = self.home.run("list", "--format", "ndjson").out
        answer = self.home.run("doctor", "--fix")
        self.assertEqual(0, answer.code, answer)
        self.assertEqual(listed, self.home.run("list", "--format", "ndjson").out)
        self.assertEqual(set(), self.findings(code=0))
        backup = max((self.state / "backups").iterdir())
        self.assertEqual(before, backup.read_bytes())
        after = self.home.bytes()
        again = self.home.run("doctor", "--fix")
        self.assertEqual((0, after), (again.code, self.home.bytes()))
        self.assertEqual(0o600, self.home.ledger.stat().st_mode & 0o7777)

    def test_what_the_program_keeps_of_a_ledger_is_sound(self):
        self.home.plant(cache.big_ledger(700))
        for words in (("get", "streak.current"), ("log", "thank"), ("report", "all")):
            self.assertEqual(0, self.home.run(*words).code)
        folder = self.home.folder / ".cache/connect"
        kept = sorted(path.suffix for path in folder.iterdir())
        self.assertEqual([".appends", ".older", ".summary"], kept)
        self.assertEqual(set(), self.findings(code=0))
        for path in folder.iterdir():
            path.write_bytes(path.read_bytes()[:-1])
        self.assertEqual({"cache"}, self.findings())
        self.assertEqual(0, self.home.run("doctor", "--fix").code)
        self.assertEqual([], list(folder.iterdir()))

    def test_damage_of_every_kind_anywhere(self):
        for round_ in range(40 if not real.LONG else 400):
            with self.subTest(round=round_):
                self.home = real.Home()
                self.addCleanup(self.home.remove)
                self.setUp_paths()
                lines = GOOD + self.random.sample(DAMAGE, self.random.randrange(1, 5))
                self.random.shuffle(lines)
                end = self.random.choice([b"", b"\n", b"\n\n", b'\n{"v":1,"id":"torn'])
                data = self.random.choice([b"\n", b"\r\n"]).join(lines) + end
                self.home.plant(data)
                before = self.home.listed()
                if not before:  # what swallowed the records is no ledger
                    continue
                self.assert_mended(data)
                kept = self.home.bytes() + (
                    self.rejected.read_bytes() if self.rejected.exists() else b"")
                for line in lines:
                    if not line.startswith(MARKERS):
                        self.assertIn(line.strip(b"\x00\r"), kept)

    def setUp_paths(self):
        self.state = self.home.folder / ".local/state/connect"
        self.rejected = self.home.ledger.with_name("ledger.rejected.jsonl")

    def test_an_array_becomes_lines_again(self):
        records = [json.loads(line) for line in GOOD]
        for text in (json.dumps(records), json.dumps(records, indent=2),
                     "\n".join(json.dumps(each, indent=4) for each in records)):
            self.home.plant(text.encode())
            self.assertEqual({"spread"}, self.findings())
            self.assert_mended(text.encode())
            self.assertEqual(3, self.home.bytes().count(b"\n"))

    def test_loose_permissions(self):
        self.home.run("log", "thank", "--id", "new")
        journal = self.state / "journal.jsonl"
        self.home.ledger.chmod(0o644)
        journal.chmod(0o666)
        self.state.chmod(0o777)
        self.assertEqual({"permissions"}, self.findings())
        self.assertEqual(0, self.home.run("doctor", "--fix").code)
        self.assertEqual([0o600, 0o600, 0o755],
                         [path.stat().st_mode & 0o7777
                          for path in (self.home.ledger, journal, self.state)])
        self.assertEqual(set(), self.findings(code=0))

    def test_a_second_name_is_told_and_stays(self):
        self.home.plant(b"\n".join(GOOD) + b"\noops\n")
        os.link(self.home.ledger, self.home.folder / "second")
        before = self.home.bytes()
        self.assertEqual({"second-name", "bad-line"}, self.findings())
        self.assert_not_saved(self.home.run("doctor", "--fix"), 4, before)

    def test_a_ledger_that_is_gone_comes_back_whole(self):
        for name in ("a", "b", "d"):
            self.home.run("log", "thank", "@Maya", "--id", name, "-m", "the words of " + name)
        before = self.home.bytes()
        self.home.ledger.unlink()
        for words in (["list"], ["streak", "-q"], [], ["log", "listen", "--dry-run"]):
            self.assertIn(b"is gone, but this machine wrote 3 lines to it",
                          self.home.run(*words).err)
        self.assertEqual({"gone", "missing"}, self.findings())
        self.assertEqual(0, self.home.run("doctor", "--fix").code)
        self.assertEqual(before, self.home.bytes())
        self.assertEqual(set(), self.findings(code=0))

    def test_leftovers_and_broken_caches_go(self):
        self.home.run("log", "thank")
        left = self.home.ledger.with_name("ledger.jsonl.connect-AbC123")
        left.write_bytes(b"half")
        left.chmod(0o600)
        cache = self.home.folder / ".cache/connect/0123456789abcdef.summary"
        cache.parent.mkdir(mode=0o700, parents=True)
        cache.write_bytes(b"no summary")
        cache.chmod(0o600)
        self.assertEqual({"leftover", "cache"}, self.findings())
        self.assertEqual(0, self.home.run("doctor", "--fix").code)
        self.assertFalse(left.exists() or cache.exists())

    def test_writers_meanwhile_lose_nothing(self):
        self.home.plant(b"\n".join(GOOD) + b"\n")
        saved, lock = [], threading.Lock()

        def write(writer):
            for i in range(15):
                name = f"w{writer}-{i}"
                if self.home.run("log", "thank", "--id", name).code == 0:
                    with lock:
                        saved.append(name)

        threads = [threading.Thread(target=write, args=(i,)) for i in range(3)]
        for thread in threads:
            thread.start()
        mended = 0
        while any(thread.is_alive() for thread in threads):
            with open(self.home.ledger, "ab") as ledger:
                ledger.write(b"oops\n")
            mended += self.home.run("doctor", "--fix").code == 0
        for thread in threads:
            thread.join()
        self.assertEqual(0, self.home.run("doctor", "--fix").code)
        # A line that was on its way may be brought back as well; twice is once.
        faults = real.faults_in(self.home.bytes(), saved)
        self.assertEqual({}, {what: faults[what] for what in faults if what != "doubled"})
        print(f"{len(saved)} saved, mended {mended} times meanwhile", file=sys.stderr)

    def test_killed_at_any_moment_the_ledger_is_the_old_or_the_new_one(self):
        data = b"\n".join(GOOD + [b"oops"] + [real.record(f"n{i}") for i in range(300)]) + b"\n"
        mended = data.replace(b"oops\n", b"")
        seen = {True: 0, False: 0}
        for _ in killed_at_every_step(self, lambda: self.home.plant(data), "doctor", "--fix"):
            self.assertIn(self.home.bytes(), (data, mended))
            seen[self.home.bytes() == data] += 1
            self.assertEqual(0, self.home.run("doctor", "--fix").code)
            self.assertEqual(set(), self.findings(code=0))
        self.assertTrue(seen[True] and seen[False])
        print(f"killed with the old ledger {seen[True]} times, with the new one {seen[False]}",
              file=sys.stderr)


if __name__ == "__main__":
    real.main()
