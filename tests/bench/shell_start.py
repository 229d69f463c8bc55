"""What a sourced init file adds to the start of a shell while no greeting is due.

For bash and zsh: the same interactive shell in a terminal, with and without the line that sources
the file, in turn; medians of many runs. Goal: at most 0.3 ms. The work inside the shell is also
measured alone, by sourcing the file many times in one shell, for starts are noisy.

    CONNECT_BINARY=build/release/connect python3 tests/bench/shell_start.py [RUNS]
"""

import shlex
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "shells"))

import greeting_shells
from greeting_shells import Home, Shell

GOAL_MS = 0.3
INSIDE = 2000

LOOP = """
zmodload zsh/datetime 2>/dev/null
begin=$EPOCHREALTIME
for ((i = 0; i < {count}; i++)); do __connect_once=; {line}; done
end=$EPOCHREALTIME
printf '%s %s\\n' "$begin" "$end"
exit 0
"""


def milliseconds(words, env):
    begin = time.perf_counter()
    text, _ = greeting_shells.shown(words, env)
    assert not text.strip(b"\nexit"), text
    return (time.perf_counter() - begin) * 1000


def starts(shell, runs):
    """Milliseconds of a start without the line and with it."""
    homes = [Home(), Home()]
    for home, line in zip(homes, ("", shell.source())):
        home.keep(f"{int(time.time()) + 86400}\n")
        home.words = shell.command(home, line + "exit 0\n")
    times = [[], []]
    for i in range(2 * runs + 20):
        at = (i + i // 2) % 2  # each goes first as often as second
        times[at].append(milliseconds(homes[at].words, homes[at].env))
    assert homes[1].starts() == 0
    for home in homes:
        home.remove()
    return [series[10:] for series in times]


def inside(shell, line):
    """Milliseconds of a line inside a running shell."""
    home = Home()
    home.keep(f"{int(time.time()) + 86400}\n")
    words = shell.command(home, LOOP.format(count=INSIDE, line=line))
    text, _ = greeting_shells.shown(words, home.env)
    assert home.starts() == 0
    home.remove()
    begin, end = map(float, text.split()[:2])
    return (end - begin) * 1000 / INSIDE


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    slow = False
    for name in ("bash", "zsh"):
        shell = Shell(name)
        if shell.is_missing():
            print(f"skipped: {name} is not installed")
            continue
        without, with_it = starts(shell, runs)
        base, more = statistics.median(without), statistics.median(with_it)
        alone = inside(shell, f"source {shlex.quote(str(shell.init))}") - inside(shell, ":")
        print(f"{name}: {base:.2f} ms without, {more:.2f} ms with: {more - base:+.3f} ms,"
              f" x{more / base:.3f} ({runs} runs each); sourcing alone {alone:.3f} ms")
        slow = slow or min(more - base, alone) > GOAL_MS
    return slow


if __name__ == "__main__":
    sys.exit(main())
