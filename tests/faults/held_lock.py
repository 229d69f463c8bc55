"""Another process holds the ledger: a log waits and then says so, a prompt does not wait."""

import contextlib
import fcntl
import os
import signal
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

OLDER = real.ledger_of(["one", "two"])


def is_at_the_lock(process, ledger):
    """Whether the process has opened the ledger for appending, which it does just before."""
    numbers = Path(f"/proc/{process.pid}/fd")
    with contextlib.suppress(OSError):
        for number in os.listdir(numbers):
            info = Path(f"/proc/{process.pid}/fdinfo/{number}").read_text()
            flags = int(info.split("flags:")[1].split()[0], 8)
            if flags & os.O_APPEND and os.readlink(numbers / number) == str(ledger):
                return True
    return False


@real.unittest.skipUnless(Path("/proc/self/fdinfo").exists(), "needs /proc, to see who waits")
class HeldLock(real.Case):
    def setUp(self):
        super().setUp()
        self.home.plant(OLDER)
        self.holder = open(self.home.ledger, "rb")
        self.addCleanup(self.holder.close)
        fcntl.flock(self.holder, fcntl.LOCK_EX)

    def waiting(self, *words):
        """A command that has come as far as the lock."""
        process = self.home.start(*words)
        end = time.monotonic() + real.WATCHDOG
        while not is_at_the_lock(process, self.home.ledger):
            self.assertIsNone(process.poll(), "ended before the lock")
            self.assertLess(time.monotonic(), end, "never reached the lock")
        return process

    def test_a_log_waits_and_gives_up_with_5_and_meanwhile_everything_else_answers(self):
        commands = (["log", "thank", "--id", "new"], ["done"], ["log", "thank", "--json"])
        logs = [self.waiting(*words) for words in commands]
        for words in (["prompt"], ["list"], ["streak"], []):
            answer = self.home.run(*words)
            self.assertEqual((0, b""), (answer.code, answer.err))
        self.assertIsNone(logs[-1].poll(), "the log did not wait")
        for answer in map(real.finish, logs):
            self.assert_not_saved(answer, 5, OLDER)
            self.assertIn(b"another process has locked ", answer.err)

    def test_a_signal_ends_the_waiting(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process = self.waiting("log", "thank")
            process.send_signal(number)
            answer = real.finish(process)
            self.assertIn(answer.code, (-number, 128 + number))
            self.assertEqual((b"", OLDER), (answer.out, self.home.bytes()))

    def test_a_stopped_one_can_go_on(self):
        process = self.waiting("log", "thank", "--id", "new")
        process.send_signal(signal.SIGTSTP)
        process.send_signal(signal.SIGCONT)
        fcntl.flock(self.holder, fcntl.LOCK_UN)
        self.assert_saved(real.finish(process), "new")
        self.assert_kept(OLDER)

    def test_all_who_wait_are_saved_when_the_lock_is_given_back(self):
        waiting = [self.waiting("log", "thank", "--id", f"new-{i}") for i in range(4)]
        fcntl.flock(self.holder, fcntl.LOCK_UN)
        for i, process in enumerate(waiting):
            self.assert_saved(real.finish(process), f"new-{i}")
        self.assert_kept(OLDER)
        self.assertEqual({}, real.faults_in(self.home.bytes(), [f"new-{i}" for i in range(4)]))


if __name__ == "__main__":
    real.main()
