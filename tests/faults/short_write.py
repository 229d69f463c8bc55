"""The file system takes only part of a line (RLIMIT_FSIZE), at every byte of it."""

import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

BYTES = 5000 if real.LONG else 340
FEWER = 1 if real.LONG else 4
OLDER = real.ledger_of(["one", "two", "three"])


class ShortWrite(real.Case):
    def log(self, limit):
        def limited():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        words = ("log", "thank", "--id", "new", "-m", "n" * BYTES)
        return self.home.run(*words, preexec_fn=limited)

    def at_every_byte(self, before, step=1):
        for size in range(0, BYTES + 1, step):
            with self.subTest(size=size):
                self.home.plant(before)
                self.assert_not_saved(self.log(len(before) + size), 4, before)
                self.assertNotIn("new", self.home.listed())
        real.figures(f"{BYTES // step + 1} short writes")

    def test_a_line_that_does_not_fit_is_taken_back_and_not_saved(self):
        self.at_every_byte(OLDER)

    def test_a_torn_tail_before_it_stays_as_it_was(self):
        self.at_every_byte(OLDER + real.record("torn")[:50], FEWER)

    def test_a_first_line_that_does_not_fit_leaves_nothing(self):
        self.at_every_byte(b"", FEWER)

    def test_a_line_that_just_fits_is_saved(self):
        self.home.plant(OLDER)
        self.assertEqual(0, self.log(1 << 20).code)
        size = len(self.home.bytes())
        for limit, code in ((size, 0), (size - 1, 4)):
            self.home.plant(OLDER)
            self.assertEqual(code, self.log(limit).code)
            self.assertEqual(size if code == 0 else len(OLDER), len(self.home.bytes()))
            self.assertEqual(int(code == 0), self.home.listed().count("new"))
        self.assert_kept(OLDER)


if __name__ == "__main__":
    real.main()
