"""The growth curve: how many floors each command takes, over the number of entries, both on a
logarithmic scale. One SVG with nothing outside itself, legible on light and on dark ground."""

import math
from xml.sax.saxutils import escape

import everyday_commands as ours
import table
from history import word_of
from peer import COLUMNS

WIDTH, MARGIN = 1000, 58
GAP = 13          # between two labels
LABELS = 210      # room for them beside a panel
TICKS = (1, 2, 5)

LIGHT = {"ground": "#fff", "ink": "#1f2328", "faint": "#6e7781", "rule": "#d8dee4",
         "own": "#0a62c4", "look": "#bc4c00"}
DARK = {"ground": "#14171c", "ink": "#e6edf3", "faint": "#9da7b1", "rule": "#30363d",
        "own": "#6cb2ff", "look": "#e3a35c"}


def colours(of):
    """Plain colours, for not every reader of SVG knows variables."""
    rules = [f"rect{{fill:{of['ground']}}} text,.dot{{fill:{of['faint']}}}",
             f".title{{fill:{of['ink']}}} .rule,.lead{{stroke:{of['rule']}}}",
             f".line{{stroke:{of['faint']}}}"]
    for name in ("own", "look"):
        rules.append(f".{name} .line{{stroke:{of[name]}}}")
        rules.append(f".{name} text,.{name} .dot{{fill:{of[name]}}}")
    rules.append(f".over{{fill:{of['ground']};stroke:{of['faint']}}}")
    return "\n".join(rules)


STYLE = f"""
text {{ font: 11px system-ui, "DejaVu Sans", sans-serif }}
.title {{ font-size: 13px; font-weight: 600 }}
.line,.lead {{ fill: none; stroke-width: 1.3 }} .own .line,.look .line {{ stroke-width: 2 }}
{colours(LIGHT)}
@media (prefers-color-scheme: dark) {{
{colours(DARK)}
}}
"""


class Line:
    """A named series: (entries, floors, whether it took longer than that)."""

    def __init__(self, name, rows, found, look):
        self.name, self.look, self.points = name, look, []
        beyond = found["cap_s"] * 1000 / found["floor"][found["by"] + "_ms"]["median"]
        for size, row in sorted(rows.items()):
            over = row["figures"] is None
            floors = beyond if over else row["figures"][found["by"]]["median"]
            self.points.append((size, floors, over))
            if over:
                break


def panels(found):
    """(title, lines) of each panel."""
    own = table.rows_of(found, "connect")
    commands = list(map(ours.label, ours.COMMANDS))
    yield "connect: blue, of an ordinary day; orange, looking back", [
        Line(name, own[name], found, "own" if name in ours.DAILY else "look") for name in commands
        if name in own]
    for column in COLUMNS[1:]:
        mine = next(name for name, its in ours.COLUMN_OF.items() if its == column)
        lines = [Line(f"connect {mine}", own[mine], found, "own")]
        for tool in table.peer_names(found):
            rows = table.rows_of(found, tool).get(column)
            if rows:
                lines.append(Line(tool, rows, found, "peer"))
        if len(lines) > 1:
            yield column, lines


def spread(wanted, low, high):
    """Places for labels near the wanted ones, in the same order, GAP apart, within bounds."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    blocks = []  # runs of touching labels: [sum of what each wants for the first of all, how many]
    for rank, i in enumerate(order):
        blocks.append([wanted[i] - rank * GAP, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            total, count = blocks.pop()
            blocks[-1] = [blocks[-1][0] + total, blocks[-1][1] + count]
    firsts = [total / count for total, count in blocks for _ in range(count)]
    last_first = high - (len(wanted) - 1) * GAP
    places = [0.0] * len(wanted)
    for rank, i in enumerate(order):
        places[i] = min(max(firsts[rank], low), last_first) + rank * GAP
    return places


class Panel:
    def __init__(self, found, title, lines, left, top, width, height):
        self.sizes, self.title, self.lines = found["sizes"], title, lines
        self.left, self.top, self.right = left, top, left + width - LABELS
        self.bottom = top + height
        self.most = max([10, *(floors for line in lines for _, floors, _ in line.points)]) * 1.2

    def x(self, size):
        first, last = self.sizes[0], self.sizes[-1]
        share = math.log(size / first) / math.log(last / first) if last > first else 0.5
        return self.left + share * (self.right - self.left)

    def y(self, floors):
        share = math.log(max(floors, 0.8) / 0.8) / math.log(self.most / 0.8)
        return self.bottom - share * (self.bottom - self.top)

    def frame(self):
        yield (f'<text class="title" x="{self.left}" y="{self.top - 12}">'
               f"{escape(self.title)}</text>")
        close = math.log10(self.most) > 2.2  # then the powers of ten are enough
        for power in range(int(math.log10(self.most)) + 1):
            for tick in TICKS[:1] if close else TICKS:
                if (floors := tick * 10 ** power) <= self.most:
                    y = self.y(floors)
                    yield (f'<path class="rule" d="M{self.left} {y:.1f}H{self.right}"/>'
                           f'<text x="{self.left - 6}" y="{y + 4:.1f}" text-anchor="end">'
                           f"{floors:,}×</text>")
        for size in self.sizes:
            yield (f'<text x="{self.x(size):.1f}" y="{self.bottom + 16}" text-anchor="middle">'
                   f"{word_of(size)}</text>")

    def drawn(self):
        yield from self.frame()
        ends = [self.y(line.points[-1][1]) for line in self.lines]
        for line, label in zip(self.lines, spread(ends, self.top, self.bottom)):
            places = [(self.x(size), self.y(floors), over) for size, floors, over in line.points]
            x, y, over = places[-1]
            path = "L".join(f"{x:.1f} {y:.1f}" for x, y, _ in places)
            yield f'<g class="{line.look}">'
            yield (f'<path class="lead" d="M{x:.1f} {y:.1f}L{self.right + 8:.1f} {y:.1f}'
                   f'L{self.right + 22} {label:.1f}"/><path class="line" d="M{path}"/>')
            for x, y, is_over in places:
                shape = "over" if is_over else "dot"
                yield f'<circle class="{shape}" cx="{x:.1f}" cy="{y:.1f}" r="2.2"/>'
            told = line.name + " (stopped)" * over
            yield f'<text x="{self.right + 26}" y="{label + 4:.1f}">{escape(told)}</text></g>'


def svg(found):
    """The first panel takes the whole width, the others share it by two."""
    parts, top, half = [], 84, WIDTH // 2
    kind = {"wall": "Elapsed time", "cpu": "CPU time"}[found["by"]]
    all_panels = list(panels(found))
    for i, (title, lines) in enumerate(all_panels):
        first = i == 0
        left = MARGIN if first or i % 2 else half + MARGIN
        height = max(300, GAP * len(lines)) if first else 200
        panel = Panel(found, title, lines, left, top, (WIDTH if first else half) - MARGIN, height)
        parts += panel.drawn()
        if first or i % 2 == 0 or i == len(all_panels) - 1:
            top += height + 70
    height = top - 20
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
            f'width="{WIDTH}" height="{height}" role="img"><title>What a command costs as the '
            f'history grows</title><style>{STYLE}</style>'
            f'<rect width="{WIDTH}" height="{height}"/>'
            f'<text class="title" x="{MARGIN}" y="28">What a command costs as the history grows'
            f'</text>'
            f'<text x="{MARGIN}" y="46">{kind} in multiples of the emptiest static process, '
            f"over the number of entries. The ledger of connect has a {found['history']} history. "
            f"Open dots: stopped after {found['cap_s']:g} s.</text>"
            + "\n".join(parts) + "</svg>\n")
