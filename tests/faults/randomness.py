"""The kernel gives no random bytes, as in a sandbox or of old: two entries still have two ids."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
import strace

REFUSED = ("getrandom:error=ENOSYS", "getrandom:error=EPERM", "getrandom:retval=3")


class Randomness(real.Case):
    def test_entries_of_one_millisecond_have_ids_of_their_own(self):
        strace.need(self)
        for fault in REFUSED:  # the clock stands still, so nothing else tells them apart
            answer = strace.disturbed(self.home, ("log", "thank", "-q"), [fault])
            self.assertEqual(0, answer.code, answer)
        self.assertEqual(len(REFUSED), len(set(self.home.listed())))


if __name__ == "__main__":
    real.main()
