"""One history, the same for every tool: who was met with which act, when, and a note.

These are its entries; ledger_records.py adds the other records that a ledger of connect has.

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
PEOPLE_WEIGHTS = [1 / (rank + 2) for rank in range(len(PEOPLE))]  # how often each of them is met
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


def iso_day(second):
    return datetime.datetime.fromtimestamp(second, datetime.timezone.utc).date().isoformat()


def calendar(count):
    """(second of its midnight, day) of every day of so many entries; today is the last."""
    midnight = int(datetime.datetime.combine(today(), datetime.time(),
                                             datetime.timezone.utc).timestamp())
    return [(second, iso_day(second))
            for second in range(midnight - span(count) * DAY, midnight + 1, DAY)]


def entries(count):
    """So many entries in order of time. Exactly one is of today, in its first second."""
    rng = random.Random(SEED)
    people = rng.choices(PEOPLE, PEOPLE_WEIGHTS, k=count)
    acts = rng.choices(ACTS, k=count)
    *earlier, (midnight, day_of_today) = calendar(count)
    days = len(earlier)
    out = []
    for number, (start, day) in enumerate(earlier):
        here = range(number * (count - 1) // days, (number + 1) * (count - 1) // days)
        waking = 14 * 3600 // max(len(here), 1)
        for place, i in enumerate(here):
            second = start + 8 * 3600 + place * waking + rng.randrange(waking // 2)
            out.append(Entry(second, day, acts[i], people[i],
                             f"{rng.choice(OPENINGS)} {rng.choice(ENDINGS)}"))
    out.append(Entry(midnight + 1, day_of_today, acts[-1], people[-1], OPENINGS[0]))
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
