"""The binary that users get is hardened, and static: readelf and nm say so."""

import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real


def told(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def symbols():
    """What our own code asks of the C library; the library's own checks would prove nothing."""
    return set(told("nm", "--undefined-only", "--format=just-symbols",
                    os.environ["CONNECT_LIBRARY"]).split())


class Hardening(unittest.TestCase):
    def setUp(self):
        self.header = told("readelf", "--wide", "--file-header", real.BINARY)
        self.segments = told("readelf", "--wide", "--program-headers", real.BINARY)
        self.dynamic = told("readelf", "--wide", "--dynamic", real.BINARY)

    def test_it_can_be_loaded_anywhere(self):
        self.assertRegex(self.header, r"Type: +DYN")
        self.assertRegex(self.dynamic, r"FLAGS_1.* PIE\b")

    def test_what_the_loader_wrote_is_read_only_before_it_runs(self):
        self.assertIn("GNU_RELRO", self.segments)
        self.assertRegex(self.dynamic, r"FLAGS_1.* NOW\b")

    def test_nothing_is_both_writable_and_executable(self):
        self.assertIn("GNU_STACK", self.segments)
        self.assertNotRegex(self.segments, r"\bRWE\b")

    def test_it_needs_no_library_and_no_loader(self):
        self.assertNotIn("NEEDED", self.dynamic)
        self.assertNotIn("INTERP", self.segments)

    def test_stacks_are_guarded(self):
        self.assertIn("__stack_chk_fail", symbols())

    def test_buffers_of_a_known_size_are_guarded(self):
        self.assertTrue([name for name in symbols() if re.match(r"__\w+_chk$", name)])


if __name__ == "__main__":
    real.main()
