"""What is in memory stays there: no core dumps."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real


def with_cores():
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)


class PrivateMemory(real.Case):
    def dumps_core(self, words):
        """Whether a process that waits for its input dumps core when it is aborted."""
        process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=self.home.environment,
                                   cwd=self.home.folder, preexec_fn=with_cores)
        name = Path(words[0]).name[:15]
        while self.state_of(process.pid) != (name, "S"):
            pass
        os.kill(process.pid, signal.SIGABRT)
        _, status = os.waitpid(process.pid, 0)
        process.stdin.close()
        process.returncode = -signal.SIGABRT
        self.assertTrue(os.WIFSIGNALED(status), words)
        return os.WCOREDUMP(status)

    @staticmethod
    def state_of(pid):
        name, _, rest = Path(f"/proc/{pid}/stat").read_text().partition("(")[2].rpartition(")")
        return name, rest.split()[0]

    def test_a_crash_dumps_no_core(self):
        if not Path("/proc/self/stat").exists():
            self.skipTest("needs /proc")
        if not self.dumps_core(["cat"]):
            self.skipTest("no program dumps core here")
        self.assertFalse(self.dumps_core([*self.home.words, "log", "thank", "-m", "-"]))


if __name__ == "__main__":
    real.main()
