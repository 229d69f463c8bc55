"""Escape sequences, controls and bidi marks in any text never reach a terminal or a pipe raw."""

import itertools
import json
import os
import pty
import re
import sys
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

CONTROLS = [chr(c) for c in (*range(1, 32), *range(127, 160))]
BIDI = [chr(c) for c in (0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A),
                         0xFEFF, 0xE0001, 0xE0041)]
SEQUENCES = ["\x1b[2J", "\x1b]0;title\x07", "\x1b]52;c;cm0gLXJm\x07", "\x1b[31mred", "\x9b31m",
             "\x1bP+q\x1b\\", "\x1b[?1049h", "\x9d0;x\x9c", "\x1b[6n", "\r\x1b[K", "\x08\x08\x08",
             "\x1b]8;;http://e.example\x1b\\link\x1b]8;;\x1b\\", "a\nconnect: saved", "a\r\nb",
             "\u202egnp.exe\u202c", "\u2066\u2069", "\x1b", "\x1b[", "\x1b(0", "\x0e\x0f"]
FRAMES = ["{}", "Maya{}", "{}Maya", "Ma{}ya"]
ESCAPED = set(CONTROLS + BIDI)


def hostile_strings():
    """Every one of them alone, in front, at the end and in the middle of a word."""
    return [frame.format(text) for text in CONTROLS + BIDI + SEQUENCES for frame in FRAMES]


def raw_in(output, allowed="\n"):
    """The first character that must not be shown; bytes that are no UTF-8 count too."""
    try:
        text = output.decode()
    except UnicodeDecodeError as error:
        return repr(error)
    for char in text:
        if char not in allowed and (char in ESCAPED or unicodedata.category(char) == "Cc"):
            return repr(char)
    return None


def without_our_own(answer, words, colours):
    """Takes out what a format or a colour is made of: they alone may use such characters."""
    own = [rb"\x1b\[[0-9]*m"] if colours else []
    own += [rb"\r(?=\n)"] if "csv" in words else [rb"\t"] if "tsv" in words else []
    for pattern in own:
        answer = real.Answer(answer.code, *(re.sub(pattern, b"", text) for text in answer[1:]))
    return answer


STRINGS = hostile_strings()
FORMATS = [["list", *rest] for rest in (
    [], ["--json"], ["--format", "ndjson"], ["--format", "csv"], ["--format", "tsv"],
    ["--format", "csv", "--raw"], ["--format", "tsv", "--raw"])]
REPORTS = [["report", "all", *rest] for rest in (
    [], ["--json"], *(["--format", form] for form in ("ndjson", "csv", "tsv", "md")),
    *(["--by", by, *more] for by in ("person", "tag") for more in (
        [], ["--json"], ["--format", "csv"], ["--format", "tsv"], ["--format", "md"])))]
OTHERS = [[], ["--json"], ["prompt"], ["prompt", "--json"], ["streak"], ["streak", "--explain"],
          ["get", "prompt.person", "prompt.text"], ["get", "--json", "prompt.person"]]


class HostileText(real.Case):
    def assert_harmless(self, answer, words):
        for stream in (answer.out, answer.err):
            self.assertIsNone(raw_in(stream), (words, stream[:300]))

    def plant_strings(self):
        """Raw in the ledger, where JSON allows it: as another program may have written them."""
        lines = [real.record(f"id-{i}", **{"with": [text], "tags": [text], "note": text})
                 for i, text in enumerate(STRINGS)]
        lines += [real.record(text, act="offer") for text in STRINGS]
        lines.append(real.record("p", op="prompt", day="2026-11-23", suggestion="thank-01",
                                 person="\x1b[2J\u202eMaya"))
        lines.append(b"\x1b[2J a bad line \xff")
        self.home.plant(b"\n".join(lines) + b"\n")

    def test_nothing_in_a_ledger_reaches_any_output_of_any_command(self):
        self.plant_strings()
        before = self.home.bytes()
        for words in [*FORMATS, *REPORTS, *OTHERS]:
            for extra in ([], ["--color", "always"]):
                with self.subTest(words=words, extra=extra):
                    answer = self.home.run(*words, *extra)
                    self.assertEqual(0, answer.code, answer.err[:300])
                    self.assert_harmless(without_our_own(answer, words, extra), words)
        self.assert_kept(before)
        real.figures(f"{len(STRINGS)} strings, {2 * len([*FORMATS, *REPORTS, *OTHERS])} commands")

    def test_nor_a_terminal(self):
        self.plant_strings()
        report = ["report", "all", "--by", "person"]
        for words in (["list", "--limit", "0"], report, ["prompt"], []):
            out = self.on_a_terminal("--color", "never", *words)
            self.assertIsNone(raw_in(out, "\r\n"), words)

    def on_a_terminal(self, *words):
        ours, theirs = pty.openpty()
        with self.home.start(*words, stdout=theirs, stderr=theirs) as process:
            os.close(theirs)
            out = b""
            try:
                while piece := os.read(ours, 65536):
                    out += piece
            except OSError:  # the other end is closed
                pass
            os.close(ours)
            self.assertEqual(0, process.wait(real.WATCHDOG))
        return out

    def test_json_carries_them_escaped_and_whole(self):
        self.plant_strings()
        found = json.loads(self.home.run("list", "--json", "--act", "thank").out)["entries"]
        notes = {entry["id"]: entry["note"] for entry in found}
        self.assertEqual({f"id-{i}": text for i, text in enumerate(STRINGS)}, notes)

    def test_what_is_logged_with_them_is_saved_escaped(self):
        for i, text in enumerate(STRINGS[self.random.randrange(4)::4]):
            answer = self.home.run("log", "thank", "--id", f"new-{i}", "--with", text, "-m", text)
            self.assertEqual(0, answer.code, answer)
            self.assert_harmless(answer, text)
            line = self.home.bytes().splitlines()[-1]
            self.assertEqual(text.rstrip("\n").removeprefix("\ufeff").replace("\r\n", "\n"), json.loads(line)["note"])
        self.assertIsNone(raw_in(self.home.bytes()))

    def test_no_message_repeats_a_hostile_word_raw(self):
        asked = [lambda t: [t], lambda t: ["log", t], lambda t: ["log", "thank", "--on", t],
                 lambda t: ["log", "thank", "--at", t], lambda t: ["--ledger", "/no/" + t, "list"],
                 lambda t: ["--ledger", "/dev/null/" + t, "log", "thank"], lambda t: ["get", t],
                 lambda t: ["log", "thank", "--felt", t], lambda t: ["list", "--limit", t],
                 lambda t: ["report", t], lambda t: ["--" + t], lambda t: ["--color", t, "list"],
                 lambda t: ["log", "thank", "--id", t + " "], lambda t: ["list", "--format", t],
                 lambda t: ["why", t], lambda t: ["log", "thank", "-n", "@" + t, "+" + t, t]]
        extras = itertools.cycle(([], ["--json"], []))
        for text, words, extra in zip(STRINGS, itertools.cycle(asked), extras):
            self.assert_harmless(self.home.run(*words(text), *extra), words(text))
        for words in asked:
            for text in SEQUENCES:
                self.assert_harmless(self.home.run(*words(text)), words(text))
        self.assertEqual(b"", self.home.bytes())

    def test_no_message_repeats_a_hostile_environment_raw(self):
        config = self.home.folder / "config.toml"
        for text in STRINGS[::1 if real.LONG else 2]:
            config.write_text(f'"{text}" = 1\nday_start = "{text}"\n{text}', newline="")
            answer = self.home.run("log", "thank", env={
                "CONNECT_CONFIG": str(config), "CONNECT_LEDGER": f"/dev/null/{text}"})
            self.assertNotEqual(0, answer.code)
            self.assert_harmless(answer, text)

    def test_an_argument_that_is_no_utf_8_is_refused_with_its_place(self):
        for bad, at in ((b"\xff", 0), (b"ab\xc3(", 2), (b"\xc0\xaf", 0), (b"x\xed\xa0\x80", 1),
                        (b"\xf5\x80\x80\x80", 0), ("é".encode() + b"\x80", 2), (b"caf\xe9", 3)):
            for words in ([b"log", b"thank", bad], [b"log", b"thank", b"-m", bad], [bad],
                          [b"list", b"--grep", bad], [b"--ledger", bad, b"list"]):
                answer = self.home.run(*words)
                self.assert_refused(answer, 2)
                place = f"argument {words.index(bad) + 1} is not UTF-8 at byte {at}"
                self.assertIn(place.encode(), answer.err)
                self.assert_harmless(answer, words)
        self.assertFalse(self.home.ledger.exists())

    def test_a_note_from_standard_input_that_is_no_utf_8_is_refused(self):
        words = 'printf "caf\\351" | "$CONNECT_BINARY" log thank -m -'
        answer = self.home.shell(words)
        self.assert_refused(answer, 2)
        self.assertIn(b"at byte 3", answer.err)
        self.assertFalse(self.home.ledger.exists())


if __name__ == "__main__":
    real.main()
