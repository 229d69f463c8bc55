"""Places where a home can be: small or read-only file systems, and users who are not root."""

import os
import shutil
import subprocess

import real


def mounted(case, options):
    """A fresh tmpfs for this test, or the test is skipped."""
    if not real.IS_ROOT:
        case.skipTest("needs root, to mount a tmpfs")
    place = case.home.folder / "disk"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place],
                          capture_output=True, text=True)
    if done.returncode != 0:
        case.skipTest(f"cannot mount a tmpfs here: {done.stderr.strip()}")
    case.addCleanup(subprocess.run, ["umount", "-l", place], check=True)
    return place


def own_by_nobody(home):
    """Permissions do not bind root: gives the home, with a copy of the program, to nobody."""
    program = home.folder / "program"
    if not program.exists():
        shutil.copy2(real.BINARY, program)
    home.words = [str(program)]
    for folder, _, files in os.walk(home.folder):
        os.lchown(folder, real.NOBODY, real.NOBODY)
        for name in files:
            os.lchown(os.path.join(folder, name), real.NOBODY, real.NOBODY)


def as_nobody():
    return {"user": real.NOBODY, "group": real.NOBODY, "extra_groups": []}
