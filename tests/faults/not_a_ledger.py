"""The path names a file that is no ledger: exit 3, and not a byte of it is touched."""

import gzip
import json
import struct
import sys
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

LEDGER = real.ledger_of(["one", "two"]).decode()
PACKAGE = {"name": "left-pad", "version": "1.3.0", "scripts": {"test": "node test"}, "files": []}


def png():
    def chunk(kind, data):
        data = kind + data
        return struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(b"\0\xff\xff\xff")) + chunk(b"IEND", b""))


FILES = {
    "picture.png": png(),
    "utf-16 with a mark": LEDGER.encode("utf-16"),
    "utf-16 little": LEDGER.encode("utf-16-le"),
    "utf-16 big": LEDGER.encode("utf-16-be"),
    "utf-32": LEDGER.encode("utf-32"),
    "package.json": json.dumps(PACKAGE, indent=2).encode() + b"\n",
    "package.json on one line": json.dumps(PACKAGE).encode(),
    "package.json of Windows": json.dumps(PACKAGE, indent=2).replace("\n", "\r\n").encode(),
    "several packages": b"\n".join(json.dumps(PACKAGE).encode() for _ in range(3)),
    "a list of numbers": b"[1, 2, 3]\n",
    "a gzipped ledger": gzip.compress(LEDGER.encode() * 50, mtime=0),
    "an ELF program": b"\x7fELF\x02\x01\x01" + bytes(57) + b"\x90" * 100,
    "a shell script": b"#!/bin/sh\necho {1..3}\n",
    "README.md": b"# A title\n\nSome words.\n",
    "a table.csv": b"id,day,act\n1,2026-11-23,thank\n",
    "words without a line end": b"hello",
    "a style sheet": b"body {\n  color: red;\n}\n",
    "one brace": b"{\n  color: red;\n}\n",
    "a truncated package.json": json.dumps(PACKAGE, indent=2).encode()[:40],
}
COMMANDS = (["log", "thank"], ["done"], ["prompt"], ["list"], ["streak", "--json"], ["undo"], [])


class NotALedger(real.Case):
    def check(self, data, name):
        self.home.plant(data)
        inode = self.home.ledger.stat().st_ino
        for words in COMMANDS:
            with self.subTest(file=name, words=words):
                answer = self.home.run(*words)
                self.assert_refused(answer, 3, data)
                self.assertIn(b"is not a connect ledger", answer.err)
        self.assertEqual(inode, self.home.ledger.stat().st_ino)
        self.assertEqual([self.home.ledger], list(self.home.ledger.parent.iterdir()))

    def test_a_file_of_another_kind_is_refused_and_untouched(self):
        for name, data in FILES.items():
            self.check(data, name)
        real.figures(f"{len(FILES)} kinds of file")

    def test_random_bytes_are_refused_and_untouched(self):
        for size in (16, 100, 5000, 300_000, 3_000_000):
            self.check(b"\x80" + self.random.randbytes(size), f"{size} random bytes")

    def test_an_empty_file_is_a_fresh_ledger(self):
        self.home.plant(b"")
        self.assert_saved(self.home.run("log", "thank", "--id", "new"), "new")


if __name__ == "__main__":
    real.main()
