"""No command opens a socket, asks for a name or talks to a daemon; strace shows it."""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
import strace
from commands import IN_PASSING, PAST, READING, WRITING

NETWORK = ("-e", "trace=%network", "-e", "signal=none")
SOCKET = "import socket; socket.socket(socket.AF_UNIX).close()"


class NoSockets(real.Case):
    def setUp(self):
        super().setUp()
        strace.need(self)
        self.log = self.home.folder / "trace"

    def network_calls(self, *words):
        answer = strace.tracing(words, self.home, "-o", str(self.log), *NETWORK)
        return answer, self.log.read_text()

    def test_no_command_makes_a_call_of_the_network(self):
        for words in PAST:
            self.assertEqual(0, self.home.run(*words).code)
        commands = [command.words for command in WRITING] + [*IN_PASSING, *READING]
        for words in commands:
            with self.subTest(words=words):
                answer, calls = self.network_calls(*words)
                self.assertEqual((0, ""), (answer.code, calls))
        real.figures(f"{len(commands)} commands, 0 calls of the network")

    def test_nor_does_an_error(self):
        for words in (("log", "hug"), ("no-such-command",), ("--ledger", "/dev/null/x", "list")):
            answer, calls = self.network_calls(*words)
            self.assertNotEqual(0, answer.code)
            self.assertEqual("", calls)

    def test_a_program_that_opens_one_is_seen(self):
        subprocess.run(["strace", "-f", "-qq", "-o", self.log, *NETWORK, sys.executable, "-c",
                        SOCKET], check=True)
        self.assertIn("socket(AF_UNIX", self.log.read_text())


if __name__ == "__main__":
    real.main()
