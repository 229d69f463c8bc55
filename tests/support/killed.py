"""A command killed at every step that it takes towards the disk, one after the other."""

import shutil

STEPS = ("flock", "pread64", "write", "fsync", "fdatasync", "rename", "unlink", "chmod")


def killed_at_every_step(case, restore, *words):
    """Yields after each death, in the home that `restore` made before it."""
    if shutil.which("strace") is None:
        case.skipTest("needs strace")
    program, deaths = case.home.words, 0
    for step in STEPS:
        for number in range(1, 200):
            restore()
            case.home.words = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={step}",
                               "-e", f"inject={step}:signal=KILL:when={number}", *program]
            code = case.home.run(*words).code
            case.home.words = program
            if code == 0:
                break
            deaths += 1
            yield step, number
    case.assertGreater(deaths, 5)
