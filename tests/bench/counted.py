"""Instructions of connect's commands under valgrind: they repeat exactly, on a busy machine too."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path


def instructions(task, folder):
    log = Path(folder) / "log"
    if task.prepare:
        task.prepare()
    subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={Path(folder) / 'out'}",
                    f"--log-file={log}", *task.argv], env=task.env, check=True,
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if task.restore:
        task.restore()
    return int(re.search(r"Collected : (\d+)", log.read_text()).group(1))


def add(rows, homes, say):
    """Puts the count of each command of connect into its row."""
    if shutil.which("valgrind") is None:
        say("skipped: instruction counts (valgrind is not installed)")
        return
    with tempfile.TemporaryDirectory() as folder:
        for home in homes:
            for task in home.tasks():
                say(f"counting {task}", passing=True)
                row = next(row for row in rows if (row["tool"], row["command"], row["size"]) ==
                           ("connect", task.command, task.size))
                row["instructions"] = instructions(task, folder)
