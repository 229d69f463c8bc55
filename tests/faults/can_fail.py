"""The tests of this folder can fail: each precaution is taken away, and the loss is seen."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import hostile_text
import real
import short_write
from preload import load_shim
from writers import write_many

WRITERS, EACH = 16, 20


class CanFail(real.Case):
    def faults(self, modes):
        load_shim(self, modes)
        codes = write_many(self.home, WRITERS, EACH)
        self.assertEqual(WRITERS * EACH, len(codes))
        found = real.faults_in(self.home.bytes(), [name for name in codes if codes[name] == 0])
        told = {what: count if what == "torn" else len(count) for what, count in found.items()}
        real.figures(f"{modes}: of {len(codes)} entries {told or 'none is lost'}")
        return found

    def test_many_writers_without_a_lock_tear_each_others_lines(self):
        found = self.faults("unlocked split")
        self.assertIn("torn", found)
        self.assertIn("lost", found)

    def test_with_the_lock_the_same_slow_writes_are_whole(self):
        self.assertEqual({}, self.faults("split"))

    def test_an_entry_that_is_acknowledged_but_never_written_is_found_lost(self):
        self.assertIn("lost", self.faults("swallowed"))

    def test_a_short_write_without_a_roll_back_leaves_a_fragment(self):
        load_shim(self, "kept")
        older = short_write.OLDER
        self.home.plant(older)
        answer = short_write.ShortWrite.log(self, len(older) + 40)
        with self.assertRaises(AssertionError):
            self.assert_not_saved(answer, 4, older)
        self.assert_not_saved(answer)
        self.assertEqual(len(older) + 40, len(self.home.bytes()))

    def test_hostile_text_that_is_shown_raw_is_seen(self):
        for text in hostile_text.STRINGS:
            if "\n" not in text:  # a line end is the program's own as well
                self.assertIsNotNone(hostile_text.raw_in(text.encode()), ascii(text))
        self.assertIsNotNone(hostile_text.raw_in(b"\xff"))
        self.assertIsNone(hostile_text.raw_in("Maya · é 日本 ^[[2J\n".encode()))


if __name__ == "__main__":
    real.main()
