"""The program under strace: which system calls it makes, and a run with one of them disturbed."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import real

# What each call may honestly answer; every other one is tried with the last line.
ERRORS = {
    "write": ("EIO", "ENOSPC", "EINTR", "EDQUOT"),
    "read": ("EIO", "EINTR"),
    "pread64": ("EIO", "EINTR"),
    "openat": ("EACCES", "EIO", "ENOSPC", "EMFILE"),
    "mkdir": ("EACCES", "ENOSPC"),
    "flock": ("EINTR", "ENOLCK"),
    "fsync": ("EIO", "ENOSPC"),
    "fdatasync": ("EIO", "ENOSPC"),
    "close": ("EIO", "EINTR"),
    "brk": ("ENOMEM",),
    "mmap": ("ENOMEM",),
    "newfstatat": ("EACCES", "EIO"),
    "readlink": ("EACCES", "EIO"),
    "": ("EIO",),
}
SIGNALS = ("KILL", "TERM", "INT")
_CALL = re.compile(r"^(?:\d+ +)?([a-z_0-9]+)\(", re.MULTILINE)


def tracing(words, home, *options, **popen):
    """Without --seccomp-bpf, under which strace forgets to send the signals."""
    return home.run(*words, under=("strace", "-f", "-qq", *options), **popen)


def need(case):
    """Skips the test where nobody may be traced."""
    if shutil.which("strace") is None:
        case.skipTest("needs strace")
    done = subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "true"],
                          capture_output=True, text=True)
    if done.returncode != 0:
        case.skipTest(f"cannot trace here: {done.stderr.strip()}")


def calls_of(home, words, **popen):
    """Every call of a run in its order, as (name, how many of that name it makes it)."""
    with tempfile.TemporaryDirectory(prefix="connect-") as folder:
        os.chmod(folder, 0o777)  # whoever the program runs as
        log = Path(folder) / "trace"
        tracing(words, home, "-o", str(log), **popen)
        text = log.read_text(errors="replace")
    counts, calls = {}, []
    for name in _CALL.findall(text):
        counts[name] = counts.get(name, 0) + 1
        calls.append((name, counts[name]))
    return [call for call in calls if call[0] not in ("execve", "exit_group")]


def faults_at(call):
    """Ways to disturb this call, as strace spells them."""
    name, number = call
    ways = [f"error={error}" for error in ERRORS.get(name, ERRORS[""])]
    ways += [f"signal={signal}" for signal in SIGNALS]
    return [f"{name}:{way}:when={number}" for way in ways]


def disturbed(home, words, faults, **popen):
    names = ",".join({fault.split(":")[0] for fault in faults})
    injections = [option for fault in faults for option in ("-e", f"inject={fault}")]
    return tracing(words, home, "-o", "/dev/null", "-e", f"trace={names}", "-e", "signal=none",
                   *injections, **popen)
