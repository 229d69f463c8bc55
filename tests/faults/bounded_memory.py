"""However long the ledger, little of it is in memory: at a million entries at most 64 MiB.

True of records that this program wrote. An id that is no UUID is kept as the text that it is.
"""

import fcntl
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

ENTRIES = 1_000_000 if real.LONG else 50_000
COMMANDS = (("list", "--limit", "10"), (), ("report", "all"), ("streak", "--explain"), ("people",))


def allowed(entries):
    """A fixed part and one for each entry: 60 MiB at a million."""
    return (7 << 20) + 56 * entries


def lines(numbers):
    """Records as they are written here, over twenty years."""
    return b"".join(real.record(f"{0x1a00000 + i:08x}-0f80-7e6d-b0aa-{i:012x}",
                                day=f"{2006 + i // 336 % 20}-{i // 28 % 12 + 1:02}-{i % 28 + 1:02}",
                                note=f"the words of number {i}") + b"\n" for i in numbers)


class BoundedMemory(real.Case):
    def setUp(self):
        super().setUp()
        if not Path("/proc/self/status").exists():
            self.skipTest("needs /proc")

    def fill(self, entries):
        self.home.plant(b"")
        with open(self.home.ledger, "ab") as ledger:
            for start in range(0, entries, 1000):
                ledger.write(lines(range(start, min(start + 1000, entries))))

    def peak(self, *words):
        """The most that was ever resident, in bytes: asked while the answer waits for a reader."""
        reader, writer = os.pipe()
        room = fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
        os.write(writer, b"\n" * room)
        process = self.home.start(*words, stdout=writer)
        os.close(writer)
        while (status := self.status_of(process))["State"][0] != "S":
            self.assertNotEqual("Z", status["State"][0], words)
        with open(reader, "rb") as answer:
            self.assertNotEqual(b"", answer.read().strip())
        self.assertEqual(0, real.finish(process).code)
        return int(status["VmHWM"].split()[0]) * 1024

    @staticmethod
    def status_of(process):
        text = Path(f"/proc/{process.pid}/status").read_text()
        return dict(line.split(":\t", 1) for line in text.splitlines())

    def test_a_long_ledger_needs_little_memory(self):
        self.fill(ENTRIES)
        peaks = {words: self.peak(*words) for words in COMMANDS}
        told = ", ".join(f"{' '.join(words) or 'today'} {peak / (1 << 20):.1f} MiB"
                         for words, peak in peaks.items())
        real.figures(f"{ENTRIES} entries: {told}")
        self.assertLess(max(peaks.values()), allowed(ENTRIES))

    def test_one_line_of_many_bytes_is_passed_over_in_pieces(self):
        self.fill(100)
        with open(self.home.ledger, "ab") as ledger:
            for _ in range(256):
                ledger.write(b"x" * (1 << 20))
            ledger.write(b"\n")
        self.assertLess(self.peak("list", "--limit", "10"), allowed(0))


if __name__ == "__main__":
    real.main()
