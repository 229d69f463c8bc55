"""No command opens a socket, asks for a name, talks to a daemon or starts a thread or a process;
strace shows it. Without threads there is nothing for a thread sanitizer to look at.
"""

import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
import strace
from commands import ELSEWHERE, IN_PASSING, PAST, READING, WRITING, Command

NETWORK = ("-e", "trace=%network,clone,clone3,fork,vfork", "-e", "signal=none")
SOCKET = "import socket; socket.socket(socket.AF_UNIX).close()"
THREAD = "import threading; threading.Thread(target=print).start()"


class NoSockets(real.Case):
    def setUp(self):
        super().setUp()
        strace.need(self)
        self.log = self.home.folder / "trace"

    def forbidden_calls(self, home, *words):
        answer = strace.tracing(words, home, "-o", str(self.log), *NETWORK)
        return answer, self.log.read_text()

    def test_no_command_calls_the_network_or_starts_another_thread(self):
        commands = [*WRITING, *(Command(words) for words in (*IN_PASSING, *READING))]
        for command in commands:
            with self.subTest(words=command.words):
                home = real.Home()
                self.addCleanup(home.remove)
                for words in PAST:
                    self.assertEqual(0, home.run(*words).code)
                command.set_up(home)
                answer, calls = self.forbidden_calls(home, *command.words)
                self.assertEqual((0, ""), (answer.code, calls))
        real.figures(f"{len(commands)} commands, 0 calls of the network, 0 threads")

    def test_nor_does_an_error(self):
        for words in (("log", "hug"), ("no-such-command",), ("--ledger", "/dev/null/x", "list")):
            answer, calls = self.forbidden_calls(self.home, *words)
            self.assertNotEqual(0, answer.code)
            self.assertEqual("", calls)

    def test_a_program_that_does_is_seen(self):
        for script, call in ((SOCKET, "socket(AF_UNIX"), (THREAD, "clone")):
            subprocess.run(["strace", "-f", "-qq", "-o", self.log, *NETWORK, sys.executable, "-c",
                            script], check=True, stdout=subprocess.DEVNULL)
            self.assertIn(call, self.log.read_text())

    def test_no_command_is_missing_in_the_table(self):
        self.home.environment["COLUMNS"] = "70"  # too narrow for two commands in a line
        help_page = self.home.run("help", "all").out.decode()
        commands = set(re.findall(r"^  ([a-z]+)  ", help_page, re.MULTILINE))
        self.assertGreater(len(commands), 20)
        known = [command.words for command in WRITING] + [*IN_PASSING, *READING, *ELSEWHERE]
        self.assertEqual(set(), commands - {words[0] for words in known if words})


if __name__ == "__main__":
    real.main()
