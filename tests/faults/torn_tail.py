"""A crash leaves the last record unfinished, in every way and at every byte; then someone logs."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

OLDER = real.ledger_of(["one", "two", "three"])
FELT = {"contentment": 7, "trust": 7, "calm": 6}
LAST = real.record("last", tags=["work", "família"], felt=FELT,
                   note="she stayed late and said \"go on\" \\ twice")

FEWER = 1 if real.LONG else 3  # the rarer kinds of damage: not at every byte


class TornTail(real.Case):
    def check(self, older, tail, whole):
        """The torn bytes stay, the next entry gets a line of its own, the older ones are read."""
        before = older + tail
        self.home.plant(before)
        answer = self.home.run("log", "offer", "--id", "new")
        self.assertEqual(0, answer.code, (tail, answer))
        after = self.home.bytes()
        self.assertEqual(before, after[:len(before)])
        self.assertRegex(after[len(before):], rb'^\n?\{"v":1,"id":"new"[^\n]*\}\n$')
        listed = self.home.listed()
        expected = {name: older.count(name.encode()) for name in ("one", "two", "three")}
        expected["new"] = 1
        expected["last"] = 1 if whole is True else min(listed.count("last"), int(whole is None))
        self.assertEqual(expected, {name: listed.count(name) for name in expected}, tail)

    def every_byte(self, older, tail_after, whole_at_end, step=1):
        sizes = range(len(LAST), -1, -step)
        for size in sizes:
            with self.subTest(size=size):
                whole = whole_at_end if size == len(LAST) else False
                self.check(older, LAST[:size] + tail_after(size), whole)
        real.figures(f"{len(sizes)} tails")

    def test_a_prefix_of_the_last_record(self):
        self.every_byte(OLDER, lambda size: b"", True)

    def test_a_prefix_that_is_all_there_is(self):
        self.every_byte(b"", lambda size: b"", True, FEWER)

    def test_a_prefix_and_zeros(self):
        self.every_byte(OLDER, lambda size: bytes(len(LAST) - size), True)

    def test_zeros_and_no_older_line(self):
        self.every_byte(b"", lambda size: bytes(len(LAST) - size + 1), True, FEWER)

    def test_a_prefix_and_garbage(self):
        def garbage(size):
            return self.random.randbytes(len(LAST) - size + 1).replace(b"\n", b"~")
        self.every_byte(OLDER, garbage, None, FEWER)

    def test_the_last_record_lies_behind_a_hole(self):
        for size in range(1, len(LAST), FEWER):
            with self.subTest(size=size):
                self.check(OLDER, bytes(size) + LAST[size:], False)


if __name__ == "__main__":
    real.main()
