#!/usr/bin/env python3
"""Draws man/connect.svg for the README from what the program really prints.

usage: tests/picture.py BINARY > man/connect.svg
"""
import html
import os
import re
import subprocess
import sys
import tempfile

COLUMNS = 72
NOW = "2026-11-23T18:20:00+01:00"
SCENE = ["connect prompt", "connect done @Maya +work for the quiet words before the review",
         "connect streak", "connect report"]
STYLES = {"0": None, "1": "bold", "2": "dim", "36": "cyan", "94": "blue", "33": "yellow", "35": "magenta",
          "32": "green"}
# On white and on black, each with a contrast of 4.5 to 1 or more.
COLOURS = {"dim": ("#636c76", "#9198a1"), "cyan": ("#0b7285", "#3fb8cc"), "blue": ("#29588e", "#629ada"),
           "yellow": ("#8a6100", "#d3a72c"), "magenta": ("#8f4bb0", "#c58fdc"),
           "green": ("#2f7d32", "#62b05c")}
PEOPLE = ["Maya", "Sam", "Ruth", "Ines"]
ACTS = ["check-in", "thank", "listen", "offer", "thank", "check-in"]


def run(binary, home, words):
    env = {"HOME": home, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "CONNECT_NOW": NOW,
           "COLUMNS": str(COLUMNS), "CLICOLOR_FORCE": "1", "TZ": "Europe/Berlin"}
    return subprocess.run([binary, *words], env=env, capture_output=True, text=True, check=True).stdout


def live_a_while(binary, home):
    """An invented month and a half: an act on most days, none on a few."""
    for back in range(45, 0, -1):
        if back % 6 == 3 or back % 11 == 5:
            continue
        person = PEOPLE[(back * 7) % 5 % 4]
        run(binary, home, ["log", ACTS[(back + back // 6) % 6], "@" + person, "-d", f"{back}d"])
        if back % 9 == 0:
            run(binary, home, ["log", ACTS[(back + 1) % 6], "+family", "-d", f"{back}d"])


def spans(line):
    """Pieces of (text, style) of a line with SGR codes."""
    style = None
    for part in re.split(r"(\x1b\[\d+m)", line):
        code = re.fullmatch(r"\x1b\[(\d+)m", part)
        if code:
            style = STYLES[code[1]]
        elif part:
            yield part, style


def svg_line(y, line):
    column, out = 0, []
    for text, style in spans(line):
        look = {None: "", "bold": ' font-weight="bold"'}.get(style, f' class="{style}"')
        if text.strip():
            width = len(text) * 8.4
            out.append(f'<tspan x="{20 + column * 8.4:.1f}" textLength="{width:.1f}"{look}>'
                       f"{html.escape(text)}</tspan>")
        column += len(text)
    return f'<text y="{y}" xml:space="preserve">{"".join(out)}</text>'


def classes(dark):
    return " ".join(f".{name} {{ fill: {tones[dark]}; }}" for name, tones in COLOURS.items())


def draw(lines):
    height = 40 + 19 * len(lines)
    width = 40 + COLUMNS * 8.4
    body = "\n".join(svg_line(34 + 19 * i, line) for i, line in enumerate(lines))
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" role="img" aria-label="connect in a terminal">
<style>
svg {{ font: 14px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; }}
text {{ fill: #24292f; }} rect {{ fill: #ffffff; stroke: #d0d7de; }} {classes(0)}
@media (prefers-color-scheme: dark) {{ text {{ fill: #e6edf3; }} rect {{ fill: #0d1117; stroke: #30363d; }} {classes(1)} }}
</style>
<rect x="0.5" y="0.5" width="{width - 1:.0f}" height="{height - 1}" rx="8"/>
{body}
</svg>
"""


def main(binary):
    with tempfile.TemporaryDirectory() as home:
        live_a_while(binary, home)
        lines = []
        for command in SCENE:
            lines.append(f"\x1b[2m$ \x1b[0m\x1b[1m{command}\x1b[0m")
            lines += run(binary, home, command.split()[1:]).splitlines() + [""]
    sys.stdout.write(draw(lines[:-1]))


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
