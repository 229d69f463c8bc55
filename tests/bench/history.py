"""One history, the same for every tool: who was met with which act, when, and a note.

Deterministic up to the day it ends on, which is today, so that "today" and "the last 30 days" find
something. Times are UTC, in which all programs run here.
"""

import collections
import datetime
import random

Entry = collections.namedtuple("Entry", "second day act person note")

SEED = 20261123
ACTS = ("check-in", "offer", "listen", "thank")
PEOPLE = ("Maya", "Sam", "Ana", "Noor", "Ivo", "Lena", "Tomas", "Aiko", "Femi", "Rosa", "Jonas",
          "Priya", "Olu", "Greta", "Pavel", "Salma", "Hugo", "Wren", "Dara", "Kofi", "Elif", "Nils",
          "Yara", "Otto", "Mina", "Caleb", "Ines", "Ravi", "Tove", "Amal", "Bruno", "Sana", "Emil",
          "Lucia", "Idris", "Marta", "Finn", "Zofia", "Anouk", "Theo")
OPENINGS = ("a walk after lunch", "the talk on parsers", "help with the move",
            "a call on the train", "coffee near the station", "the review of the patch",
            "a letter that was due", "the long way home", "an hour at the workshop",
            "the garden fence")
ENDINGS = ("and how it went", "with the neighbours", "before the rain", "because it mattered",
           "as promised in spring", "until late", "and the week after", "for once in person")
YEARS_AT_MOST = 20
DAY = 24 * 3600


def span(count):
    """Days over which so many entries lie: one a day at first, denser later."""
    days = count if count <= 1000 else round(1000 * (count / 1000) ** 0.48)
    return min(days, YEARS_AT_MOST * 365)


def today():
    return datetime.datetime.now(datetime.timezone.utc).date()


def entries(count):
    """So many entries in order of time. Exactly one is of today, in its first second."""
    rng = random.Random(SEED)
    weights = [1 / (rank + 2) for rank in range(len(PEOPLE))]
    people = rng.choices(PEOPLE, weights, k=count)
    acts = rng.choices(ACTS, k=count)
    days = span(count)
    midnight = int(datetime.datetime.combine(today(), datetime.time(),
                                             datetime.timezone.utc).timestamp())
    out = []
    for back in range(days, 0, -1):
        here = range((days - back) * (count - 1) // days, (days - back + 1) * (count - 1) // days)
        day = (today() - datetime.timedelta(back)).isoformat()
        waking = 14 * 3600 // max(len(here), 1)
        for place, i in enumerate(here):
            second = midnight - back * DAY + 8 * 3600 + place * waking + rng.randrange(waking // 2)
            out.append(Entry(second, day, acts[i], people[i],
                             f"{rng.choice(OPENINGS)} {rng.choice(ENDINGS)}"))
    out.append(Entry(midnight + 1, today().isoformat(), acts[-1], people[-1], OPENINGS[0]))
    return out


def count_of(word):
    """1k, 15k, 1M or a plain number."""
    scale = {"k": 1000, "M": 1_000_000}.get(word[-1:], 1)
    return int(float(word[:-1] if scale > 1 else word) * scale)


def word_of(count):
    for scale, letter in ((1_000_000, "M"), (1000, "k")):
        if count >= scale and count % scale == 0:
            return f"{count // scale}{letter}"
    return str(count)
