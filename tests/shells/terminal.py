"""A shell in a terminal of its own, into which a test types."""

import os
import pty
import select
import signal
import time


class Terminal:
    def __init__(self, command, env, cwd):
        self.shown = b""
        self._child, self._file = pty.fork()
        if self._child == 0:
            os.chdir(cwd)
            os.execvpe(command[0], command, env)

    def write(self, keys):
        os.write(self._file, keys.encode())

    def wait_until(self, is_so, what, seconds=60):
        """Reads what the shell shows until the condition holds."""
        end = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > end:
                raise AssertionError(f"no {what} after {seconds} s; shown:\n"
                                     + self.shown[-2000:].decode(errors="replace"))
            if select.select([self._file], [], [], 0.002)[0]:
                try:
                    self.shown += os.read(self._file, 65536)
                except OSError:
                    time.sleep(0.01)

    def hang_up(self):
        """Closes the terminal's window: who runs in it gets SIGHUP."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def close(self):
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        self.hang_up()
