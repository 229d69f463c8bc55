"""The targets, and which rows miss them. A row that was not measured misses nothing."""

import everyday_commands as ours
from history import word_of

DAILY_FLOORS = 2
DAILY_GROWTH = 1.2
# command, size (0: any), floors
CEILINGS = (("report all", 1_000_000, 40), ("rebuild of a lost summary", 15_000, 60),
            ("complete people", 0, 5))


def medians(found):
    """{(tool, command, size): floors}, infinite where the cap was hit."""
    return {(row["tool"], row["command"], row["size"]):
            row["figures"][found["by"]]["median"] if row["figures"] else float("inf")
            for row in found["rows"]}


def too_slow(found):
    at = medians(found)
    first = found["sizes"][0]
    for size in found["sizes"]:
        for command in ours.DAILY:
            if ("connect", command, size) not in at:
                continue
            mine = at["connect", command, size]
            yield mine <= DAILY_FLOORS, command, size, mine, f"{DAILY_FLOORS} floors"
            limit = DAILY_GROWTH * at["connect", command, first]
            yield mine <= limit, command, size, mine, f"{DAILY_GROWTH} × its {word_of(first)}"
        for command, only, limit in CEILINGS:
            if only in (0, size):
                mine = at["connect", command, size]
                yield mine <= limit, command, size, mine, f"{limit} floors"


def behind(found):
    """Where a peer answers the same need sooner, at the same size."""
    at = medians(found)
    for row in found["rows"]:
        if row["tool"] not in found["versions"]:
            continue
        theirs = at[row["tool"], row["command"], row["size"]]
        for command, column in ours.COLUMN_OF.items():
            if column == row["column"]:
                mine = at["connect", command, row["size"]]
                yield mine < theirs, command, row["size"], mine, \
                    f"{row['tool']}, {column}: {theirs:.2f}"


def missed(found):
    return [f"{command} at {word_of(size)}: {mine:.2f} floors, target {target}"
            for rule in (too_slow, behind) for met, command, size, mine, target in rule(found)
            if not met]
