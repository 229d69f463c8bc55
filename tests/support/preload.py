"""The program with one of its precautions taken away, or with slow writes: see shim.c."""

import os
import shutil
import subprocess
from pathlib import Path

import real


def load_shim(case, modes, pause=1000):
    """Gives the case's home a program with the shim, or skips the test."""
    compiler = shutil.which("cc")
    if compiler is None:
        case.skipTest("needs a C compiler, to take a precaution away from the program")
    home = case.home
    library, mark = home.folder / "shim.so", home.folder / "mark"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library,
                    Path(__file__).with_name("shim.c")], check=True)
    program = os.environ.get("CONNECT_DYNAMIC") or real.BINARY
    home.words = [program]
    home.environment |= {"CONNECT_BINARY": program, "LD_PRELOAD": str(library),
                         "CONNECT_SHIM": modes, "CONNECT_SHIM_PAUSE": str(pause)}
    home.run("--version", env={"CONNECT_SHIM_MARK": str(mark)})
    if not mark.exists():
        case.skipTest(f"{program} is static: CONNECT_DYNAMIC must name one that is not")
