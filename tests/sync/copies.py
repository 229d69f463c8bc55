"""`merge`: copies of a ledger, wherever they come from, come to the same whatever the order."""

import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import machines
import real

CASES = 60 if real.LONG else 8
MERGES = 500 if real.LONG else 20


def a_line(chance, number):
    """A record, sometimes of a kind or with a content that another has under its id."""
    name = f"id-{chance.randrange(number + 1)}"
    return chance.choice([
        real.record(name, note=f"n{number}"), real.record(f"log-{number}", act="listen"),
        json.dumps({"v": 1, "id": f"amend-{number}", "op": "amend", "ref": name,
                    "at": f"2026-11-2{chance.randrange(4)}T1{chance.randrange(9)}:00:00Z",
                    "set": {"removed": chance.random() < 0.5}}).encode(),
        json.dumps({"v": 2, "id": f"new-{number}", "op": "sing"}).encode()])


def parts_of(chance, lines, count):
    """The lines dealt out to a few ledgers, some of them to several."""
    parts = [[] for _ in range(count)]
    for line in lines:
        for part in chance.sample(parts, chance.randrange(1, count + 1)):
            part.append(line)
    return [b"".join(line + b"\n" for line in part) for part in parts]


class Algebra(machines.Case):
    def joined(self, *files):
        """A fresh ledger into which the files were merged in this order."""
        (machine,) = self.machines(0)
        for data in files:
            copy = machine.folder / "copy"
            copy.write_bytes(data)
            answer = machine.run("merge", "copy")
            self.assertEqual(0, answer.code, answer)
            again = machine.run("merge", "copy", "--json")
            self.assertEqual(0, json.loads(again.out)["added"]["records"])
        return machine

    def test_merging_is_commutative_associative_and_idempotent(self):
        for number in range(CASES):
            chance = random.Random(f"{real.SEED} {number}")
            lines = {a_line(chance, i) for i in range(chance.randrange(1, 25))}
            a, b, c = parts_of(chance, sorted(lines), 3)
            with self.subTest(case=number):
                whole = self.joined(a, b, c)
                others = [self.joined(c, b, a), self.joined(self.joined(a, b).bytes(), c),
                          self.joined(a, self.joined(b, c).bytes()), self.joined(a, b, c, b, a)]
                self.assertEqual(lines, set(whole.lines()))
                self.assert_same([whole, *others])

    def test_git_itself_merges_ledgers_line_by_line(self):
        (machine,) = self.machines(0)
        self.log(machine, "base")
        self.synced(machine, str(self.remote))
        base = machine.bytes()
        ident = ["-c", "user.name=a", "-c", "user.email=a@b"]
        for number in range(MERGES):
            chance = random.Random(f"{real.SEED} {number}")
            lines = {a_line(chance, i) for i in range(chance.randrange(2, 30))}
            parts = parts_of(chance, sorted(lines), 2)
            for i, part in enumerate(parts):
                machine.git("checkout", "-q", "-B", f"side-{i}", "main")
                machine.ledger.write_bytes(base + part)
                machine.git(*ident, "commit", "-qam", "side", "--allow-empty")
            machine.git(*ident, "merge", "-q", "-m", "both", "side-0")
            self.assertEqual([], machine.conflicts())
            self.assertEqual({*base.splitlines(), *lines}, set(machine.lines()))
            looks = machine.looks()
            machine.ledger.write_bytes(base)
            for part in parts:
                (machine.folder / "part").write_bytes(part)
                self.assertEqual(0, machine.run("merge", "part").code)
            self.assertEqual(looks, machine.looks())
            machine.git("checkout", "-qf", "main")


class Copies(machines.Case):
    def plant(self, name, *lines):
        copy = self.home.ledger.parent / name
        copy.write_bytes(b"".join(line + b"\n" for line in lines))
        return copy

    def test_conflict_copies_come_in_and_are_put_aside(self):
        self.home.plant(real.ledger_of(["one"]))
        names = ["ledger.sync-conflict-20261122-101010-ABCDEFG.jsonl",
                 "ledger (Ana's conflicted copy 2026-11-22).jsonl"]
        copies = [self.plant(name, real.record("one"), real.record(f"from-{i}"), b"not json")
                  for i, name in enumerate(names)]
        contents = [copy.read_bytes() for copy in copies]
        before = self.home.bytes()
        answer = self.home.run("merge")
        self.assertEqual(0, answer.code, answer)
        self.assertEqual(2, answer.err.count(b"jsonl could not be merged"), answer)
        self.assertEqual(before + real.ledger_of(["from-1", "from-0"]), self.home.bytes())
        backups = self.home.folder / ".local/state/connect/backups"
        kept = ["ledger-sync-conflict-20261122-101010-ABCDEFG.jsonl",
                "ledger-(Ana's conflicted copy 2026-11-22).jsonl"]
        self.assertEqual(contents, [(backups / name).read_bytes() for name in kept])
        self.assertFalse(any(copy.exists() for copy in copies))
        self.assertEqual(b"Nothing new.\n", self.home.run("merge").out)
        # One of the same name replaces none.
        self.plant(names[0], real.record("later"))
        self.assertEqual(0, self.home.run("merge").code)
        self.assertEqual(contents[0], (backups / kept[0]).read_bytes())
        self.assertEqual(3, len(list(backups.iterdir())))

    def test_a_file_that_is_no_ledger_is_refused_and_nothing_of_the_others_comes_in(self):
        self.home.plant(real.ledger_of(["one"]))
        before = self.home.bytes()
        good, bad = self.plant("good", real.record("two")), self.plant("bad", b"%PDF-1.4")
        self.assert_refused(self.home.run("merge", str(good), str(bad)), 3, before)
        self.assert_refused(self.home.run("merge", str(good) + "x"), 2, before)

    def test_when_the_disk_is_full_the_copies_stay(self):
        self.home.plant(real.ledger_of(["one"]))
        before = self.home.bytes()
        copy = self.plant("ledger.sync-conflict-1.jsonl", *[real.record(f"n{i}") for i in range(99)])
        limit = f"ulimit -f 1; trap '' XFSZ; exec {real.BINARY} merge"
        answer = self.home.shell(limit)
        self.assertEqual(4, answer.code, answer)
        self.assertEqual(before, self.home.bytes())
        self.assertTrue(copy.exists())

    def test_pretty_printed_copies_bring_nothing_twice(self):
        self.home.plant(real.ledger_of(["one"]))
        before = self.home.bytes()
        records = [json.loads(real.record(name)) for name in ("one", "two")]
        copy = self.home.folder / "pretty.json"
        copy.write_text(json.dumps(records, indent=2, ensure_ascii=False))
        self.assertEqual(0, self.home.run("merge", str(copy)).code)
        self.assert_kept(before)
        self.assertEqual(records[1:], [json.loads(line) for line in
                                       self.home.bytes()[len(before):].splitlines()])


if __name__ == "__main__":
    real.main()
