"""The answer cannot be written: a full stdout, a reader that went away, streams that are closed."""

import array
import fcntl
import json
import os
import sys
import termios
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

OLDER = real.ledger_of(f"older-{i}" for i in range(5000))  # more than a pipe holds


PIPE = 65536


def waiting_in(file):
    """How many bytes are in a pipe."""
    count = array.array("i", [0])
    fcntl.ioctl(file, termios.FIONREAD, count)
    return count[0]


class FullOutput(real.Case):
    def setUp(self):
        super().setUp()
        self.home.plant(OLDER)

    def to_full(self, *words):
        with open("/dev/full", "wb", buffering=0) as full:
            return self.home.run(*words, stdout=full)

    def to_nobody(self, *words, **popen):
        reader, writer = os.pipe()
        os.close(reader)
        try:
            return self.home.run(*words, stdout=writer, **popen)
        finally:
            os.close(writer)

    def test_a_reading_command_into_dev_full_is_an_error(self):
        for words in (["list"], ["streak"], ["report"], ["get", "streak.current"], ["prompt"], [],
                      ["why"], ["--help"], ["--version"], ["list", "--format", "csv"]):
            with self.subTest(words=words):
                self.assert_refused(self.to_full(*words), 4)
        self.assert_kept(OLDER)

    def test_a_log_into_dev_full_is_saved_and_says_so(self):
        for i, extra in enumerate(([], ["--json"])):
            answer = self.to_full("log", "thank", "--id", f"new-{i}", *extra)
            self.assert_saved(answer, f"new-{i}")
            self.assertIn(b"saved, but the answer could not be written", answer.err)
        self.assert_kept(OLDER)

    def test_so_is_a_change_of_the_whole_ledger(self):
        self.home.plant(OLDER + b"oops\n")
        for words in (["doctor", "--fix"], ["forget", "older-7"]):
            answer = self.to_full(*words)
            self.assertEqual(0, answer.code, answer)
            self.assertIn(b"saved, but the answer could not be written", answer.err)
        self.assertNotIn(b"oops", self.home.bytes())
        self.assertNotIn("older-7", self.home.listed())

    def test_an_error_keeps_its_code_whatever_becomes_of_the_answer(self):
        self.home.ledger.chmod(0o666)
        for words, code in ((["log", "thank", "--json"], 4), (["log", "hug", "--json"], 2)):
            with self.subTest(words=words):
                self.assertEqual(code, self.to_full(*words).code)
                self.assertEqual(code, self.to_nobody(*words).code)
        self.assertEqual(OLDER, self.home.bytes())

    def test_head_ends_a_list_quietly(self):
        for words in ("list", "list --json", "list --format csv"):
            answer = self.home.shell(
                'set -o pipefail; "$CONNECT_BINARY" ' + words + " | head -1")
            self.assertEqual((0, b""), (answer.code, answer.err))
            self.assertEqual(1, len(answer.out.splitlines()))

    def test_a_log_whose_reader_is_gone_is_saved_quietly(self):
        answer = self.to_nobody("log", "thank", "--id", "new")
        self.assert_saved(answer, "new")
        self.assertEqual(b"", answer.err)
        self.assert_kept(OLDER)

    def test_a_stdout_that_is_full_for_a_moment_is_waited_for(self):
        """A program that we share the pipe with made it non-blocking."""
        reader, writer = os.pipe()
        os.set_blocking(writer, False)
        process = self.home.start("list", "--json", stdout=writer)
        os.close(writer)
        with open(reader, "rb") as file:
            while process.poll() is None and waiting_in(file) < PIPE:
                time.sleep(0.005)
            out = file.read()
        answer = real.finish(process)
        self.assertEqual((0, b""), (answer.code, answer.err))
        self.assertEqual(5000, len(json.loads(out)["entries"]))

    def test_the_answer_goes_into_no_file_that_took_the_number_of_a_closed_stream(self):
        for i, streams in enumerate(([1], [1, 2], [0, 1], [0, 1, 2])):
            for words in (["merge"], ["log", "thank", "--id", f"new-{i}"], ["prompt"], ["doctor"]):
                with self.subTest(closed=streams, words=words):
                    def closed(streams=streams):
                        for number in streams:
                            os.close(number)
                    self.home.run(*words, preexec_fn=closed)
        state = self.home.folder / ".local/state/connect"
        self.assertEqual(b"", (state / "sync.lock").read_bytes())
        for line in self.home.bytes().splitlines()[5000:]:
            json.loads(line)
        for line in (state / "journal.jsonl").read_bytes().splitlines():
            json.loads(line)

    def test_a_log_without_any_open_stream_is_saved_and_no_other_byte_reaches_the_ledger(self):
        for i, streams in enumerate(([0], [1], [2], [0, 1], [1, 2], [0, 1, 2])):
            with self.subTest(closed=streams):
                def closed(streams=streams):
                    for number in streams:
                        os.close(number)
                before = self.home.bytes()
                answer = self.home.run("log", "thank", "--id", f"new-{i}", preexec_fn=closed)
                self.assert_saved(answer, f"new-{i}")
                self.assert_kept(before)
                self.assertEqual(before.count(b"\n") + 1, self.home.bytes().count(b"\n"))


if __name__ == "__main__":
    real.main()
