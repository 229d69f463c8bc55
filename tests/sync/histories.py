"""Machines that live apart, with clocks that differ by hours, and sync when it suits them."""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import machines
import real

HISTORIES = 500 if real.LONG else 6
PEOPLE = ["Maya", "Sam", "Aunt Ruth", "Inês", "李伟"]
ACTS = ["check-in", "offer", "listen", "thank"]


def something(chance):
    """What a person might do next."""
    kind = chance.choice(["log"] * 5 + ["undo", "rest", "set", "rename", "prompt", "done", "feel",
                                        "notice"])
    person = chance.choice(PEOPLE)
    return {
        "log": ["log", chance.choice(ACTS), "-w", person, f"+tag{chance.randrange(3)}",
                "-d", f"{chance.randrange(1, 9)}d", "-m", f"words {chance.random()}"],
        "undo": ["undo"],
        "rest": ["rest", f"2026-11-{chance.randrange(10, 29)}", *["--off"] * chance.randrange(2)],
        "set": ["people", "set", person, "--every", f"{chance.randrange(2, 30)}d"],
        "rename": ["people", "rename", person, chance.choice(PEOPLE) + "-" + person],
        "prompt": ["prompt", *["--another"] * chance.randrange(2)],
        "done": ["done", "half an hour"],
        "feel": ["feel", f"{chance.randrange(11)},-,5"],
        "notice": ["notice", f"@{person}", "stayed late"],
    }[kind]


class Histories(machines.Case):
    def live(self, chance, everybody):
        """Returns the lines that were ever written anywhere."""
        written = set()
        for _ in range(chance.randrange(8, 24)):
            machine = chance.choice(everybody)
            if chance.random() < 0.3:
                self.synced(machine, *self.first_words(machine))
            else:
                machine.tick(chance.randrange(1, 300))
                words = something(chance)
                answer = machine.run(*words)
                # Nobody may be called that here yet.
                self.assertIn(answer.code, (0, 2) if words[:2] == ["people", "rename"] else (0,),
                              (words, answer))
            written |= set(machine.lines())
        return written

    def first_words(self, machine):
        known = (machine.ledger.parent / ".git/refs/connect").exists()
        return [] if known else [str(self.remote)]

    def test_whatever_happened_where_all_end_up_with_the_same(self):
        for number in range(HISTORIES):
            chance = random.Random(f"{real.SEED} {number}")
            with self.subTest(history=number):
                self.remote = self.shared / f"{number}.git"
                machines.subprocess.run(["git", "init", "-q", "--bare", self.remote], check=True)
                everybody = self.machines(*[chance.randrange(-14, 15) for _ in range(3)])
                written = self.live(chance, everybody)
                for machine in [*everybody, *everybody]:
                    self.synced(machine, *self.first_words(machine))
                self.assertEqual(written, set(everybody[0].lines()))
                self.assert_same(everybody)
                # In step, nobody has anything to say, and no commit is made for the sake of order.
                before = [machine.git("rev-parse", "HEAD") for machine in everybody]
                self.assertEqual(1, len(set(before)))
                for machine in everybody:
                    answer = self.synced(machine)
                    self.assertEqual((0, 0), (answer["received"]["records"],
                                              answer["sent"]["records"]))
                self.assertEqual(before, [m.git("rev-parse", "HEAD") for m in everybody])
                for machine in everybody:
                    machine.remove()
        print(f"{HISTORIES} histories", file=sys.stderr)

    def test_clocks_that_differ_by_hours_lose_no_entry(self):
        late, early = self.machines(-11, 12)
        for i in range(5):
            for name, machine in (("late", late), ("early", early)):
                machine.tick(7)
                self.log(machine, f"{name}-{i}", "@Maya")
        # The one whose clock is behind has the last word on its own entry all the same.
        self.assertEqual(0, late.run("undo").code)
        for machine in (late, early, late):
            self.synced(machine, str(self.remote))
        self.assert_same([late, early])
        self.assertEqual(9, len(late.listed()))


if __name__ == "__main__":
    real.main()
