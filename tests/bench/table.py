"""The figures as markdown tables, and the targets they are held against."""

import everyday_commands as ours
from history import word_of
from ledger_records import CONTENTS
from peer import COLUMNS

ALL, REBUILD = "report all", "rebuild of a lost summary"


def rows_of(found, tool):
    """{command: {size: row}}"""
    out = {}
    for row in found["rows"]:
        if row["tool"] == tool:
            out.setdefault(row["command"], {})[row["size"]] = row
    return out


def peer_names(found):
    return list(found["versions"])


def own_name(found):
    return f"connect, {found['history']} history"


def number(value):
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def cell(row, cap, measure="wall"):
    """Floors with their spread, and milliseconds; or that it was too slow."""
    if row is None:
        return "–"
    if row["figures"] is None:
        return f"> {cap:g} s"
    ratio, ms = row["figures"][measure], row["figures"][f"{measure}_ms"]
    return f"**{number(ratio['median'])}** ±{number(ratio['mad'])} ({number(ms['median'])} ms)"


def grid(head, lines):
    out = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(out + ["| " + " | ".join(line) + " |" for line in lines])


def own(found, measure):
    sizes = found["sizes"]
    lines = [[command, *(cell(row.get(size), found["cap_s"], measure) for size in sizes)]
             for command, row in rows_of(found, "connect").items()
             if command in map(ours.label, ours.COMMANDS)]
    return grid([own_name(found), *map(word_of, sizes)], lines)


def beside(found, size):
    """connect and its peers, one column a need."""
    lines = []
    for tool in ["connect", *peer_names(found)]:
        answers = {row["column"]: row for row in found["rows"]
                   if row["tool"] == tool and row["size"] == size and row["column"]}
        told = f"{tool} {found['versions'][tool]}" if tool != "connect" else own_name(found)
        lines.append([told, *(cell(answers.get(column), found["cap_s"], found["by"])
                              for column in COLUMNS)])
    return grid([f"{word_of(size)} entries", *COLUMNS], lines)


def saved(found):
    rows = [row for row in found["rows"] if row["command"].endswith(", on disk")]
    return grid([f"logged on a real disk ({found['history']} history)", "× floor"],
                [[f"{row['tool']}: {row['command']}", cell(row, found["cap_s"])] for row in rows])


def counts(found):
    sizes = found["sizes"]
    lines = []
    for command, row in rows_of(found, "connect").items():
        told = [row[size].get("instructions") for size in sizes if size in row]
        if None not in told and len(told) == len(sizes):
            lines.append([command, *(f"{count:,}" for count in told), f"{told[-1] / told[0]:.2f}"])
    return grid([f"instructions, {found['history']} history", *map(word_of, sizes),
                 f"{word_of(sizes[-1])} : {word_of(sizes[0])}"], lines)


def markdown(found):
    floor = found["floor"]
    parts = [f"Multiples of the floor, a static C program that returns 0 and took "
             f"{floor['wall_ms']['median']:.2f} ms (CPU {floor['cpu_ms']['median']:.2f} ms): median "
             f"± median deviation of up to {found['rounds']} interleaved rounds, and the median "
             f"in ms. Load of the machine at the end: {found['load'][0]:.1f}.",
             f"The ledger of connect has a {found['history']} history: "
             f"{CONTENTS[found['history']]}.",
             "Elapsed time:", own(found, "wall"), "CPU time, user and system:", own(found, "cpu")]
    if peer_names(found):
        parts += [beside(found, size) for size in found["sizes"]]
    if any(row["command"].endswith(", on disk") for row in found["rows"]):
        parts.append(saved(found))
    if any("instructions" in row for row in found["rows"]):
        parts.append(counts(found))
    return "\n\n".join(parts)
