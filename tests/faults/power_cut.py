"""The power goes while people log: a file system of its own is cut off between two of its writes.

EXT4_IOC_SHUTDOWN drops everything that ext4 has not yet given to its disk, which here is a loop
device. What was acknowledged is there after the next mount; a program that does not wait for the
disk loses it, and the test says how much.
"""

import fcntl
import os
import shutil
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from preload import load_shim

CUTS = 500 if real.LONG else 10
CUTS_OF_THE_CARELESS = 50 if real.LONG else 3
WRITERS = 4
EXT4_IOC_SHUTDOWN = 0x8004587D  # _IOR('X', 125, __u32)
LOSE_ALL = 2  # EXT4_GOING_FLAGS_NOLOGFLUSH: not even the journal in memory is written


def run(*words):
    return subprocess.run(words, capture_output=True, text=True)


class Disk:
    """An ext4 file system in a file."""

    def __init__(self, case):
        if not real.IS_ROOT:
            case.skipTest("needs root, to mount a disk of its own")
        if shutil.which("mkfs.ext4") is None:
            case.skipTest("needs mkfs.ext4")
        self.image, self.place = case.home.folder / "disk.img", case.home.folder / "disk"
        self.place.mkdir()
        with open(self.image, "wb") as file:
            file.truncate(16 << 20)
        made = run("mkfs.ext4", "-q", "-F", self.image)
        case.assertEqual(0, made.returncode, made.stderr)
        mounted = self.mount()
        if mounted.returncode != 0:
            case.skipTest(f"cannot mount a loop device here: {mounted.stderr.strip()}")
        case.addCleanup(run, "umount", "-l", self.place)
        self.place.chmod(0o700)

    def mount(self):
        return run("mount", "-o", "loop", self.image, self.place)

    def cut(self):
        place = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(place, EXT4_IOC_SHUTDOWN, struct.pack("I", LOSE_ALL))
        finally:
            os.close(place)

    def comes_back(self, case):
        gone = run("umount", self.place)
        case.assertEqual(0, gone.returncode, gone.stderr)
        back = self.mount()
        case.assertEqual(0, back.returncode, back.stderr)


class PowerCut(real.Case):
    def setUp(self):
        super().setUp()
        self.disk = Disk(self)
        self.home.environment["HOME"] = str(self.disk.place / "home")
        self.home.ledger = self.disk.place / "home/.local/share/connect/ledger.jsonl"
        self.codes = {}

    def write(self, turn, writer, dark):
        number = 0
        while not dark.is_set():
            number += 1
            name = f"c{turn}-w{writer}-{number}"
            code = self.home.run("log", "thank", "@Maya", "--id", name).code
            # Nobody sees an answer after the power went; ext4 lets an fdatasync that it is in the
            # middle of succeed then, although it drops what that was to write.
            if not dark.is_set():
                self.codes[name] = code

    def write_until_the_cut(self, turn):
        """Writers log; somewhere in it, also within their first line ever, the power goes."""
        dark = threading.Event()
        threads = [threading.Thread(target=self.write, args=(turn, writer, dark))
                   for writer in range(WRITERS)]
        for thread in threads:
            thread.start()
        time.sleep(self.random.choice((0.02, 0.1, 0.4)) * self.random.random())
        dark.set()
        self.disk.cut()
        for thread in threads:
            thread.join()
        self.disk.comes_back(self)

    def survive(self, cuts):
        """Half of them strike a disk on which nothing was ever logged. Notes which acknowledged
        entries are not there exactly once afterwards."""
        self.acknowledged, self.lost = 0, set()
        for turn in range(cuts):
            if turn % 2 == 0:
                shutil.rmtree(self.disk.place / "home", ignore_errors=True)
                (self.disk.place / "home").mkdir(mode=0o700)
                os.sync()
                self.codes.clear()
            before = self.home.bytes()
            self.write_until_the_cut(turn)
            self.assertEqual(before, self.home.bytes()[:len(before)], f"cut {turn}")
            there = self.home.listed()
            saved = [name for name, code in self.codes.items() if code == 0]
            self.acknowledged += sum(name.startswith(f"c{turn}-") for name in saved)
            self.lost |= {name for name in saved if there.count(name) != 1}

    def test_what_was_acknowledged_survives_every_cut(self):
        self.survive(CUTS)
        self.assertEqual(set(), self.lost)
        self.assertGreater(self.acknowledged, 0, "every cut came before the first entry")
        real.figures(f"{CUTS} cuts, {self.acknowledged} acknowledged entries, 0 lost")

    def test_a_program_that_does_not_wait_for_the_disk_loses_entries(self):
        load_shim(self, "unflushed")
        self.survive(CUTS_OF_THE_CARELESS)
        self.assertGreater(len(self.lost), 0, "a program that does not wait would not be seen")
        real.figures(f"without fsync {CUTS_OF_THE_CARELESS} cuts lost {len(self.lost)} of "
                     f"{self.acknowledged} acknowledged entries")


if __name__ == "__main__":
    real.main()
