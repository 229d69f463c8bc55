"""The history as the records of a ledger of connect, in order of time.

`plain` is the entries alone, as the other programs have them. `full` is what a real person of that
age has written: around the same entries there are suggestions that were shown, ratings, kindnesses,
follow-ups, people with rhythms and birthdays, rest days and corrections. It ends with a kindness of yesterday that waits for
thanks, and with a suggestion of today that names nobody. Deterministic up to the day it ends on.

The fields of a record are in the order in which connect writes them.
"""

import collections
import itertools
import json
import random
import time

import history
from history import ACTS, PEOPLE, PEOPLE_WEIGHTS

Record = collections.namedtuple("Record", "second id op fields")

HOUR = 3600
RATED_DAYS = 10 * 365     # feelings are rated on each of the last so many days
RATED_ACT_EVERY = 3       # days; then an act is rated as well, before and after it
KINDNESS_EVERY = 7        # days
FOLLOW_UP_EVERY = 10      # days
REST_EVERY = 30           # days
CORRECTION_EVERY = 50     # entries
SUGGESTIONS_PER_ACT = 40  # every act has at least so many in the bank, numbered from 1
FOLLOW_UPS = ("how the interview went", "whether the new flat is warm", "about the exam")
RHYTHMS = (7, 10, 14, 21, 30, 60, 90)  # in days, of the people met most to those met least
KINDNESSES = ("stayed late to help", "carried the boxes", "asked how the week had been",
              "kept a seat", "fixed the bicycle", "wrote down the recipe", "listened to the end",
              "made room for a newcomer", "brought soup", "remembered the name")


def uuid7(second, bits):
    """The UUID of version 7 of this time with these 74 random bits."""
    made = second * 1000
    return (f"{made >> 16:08x}-{made & 0xffff:04x}-7{bits >> 62:03x}-"
            f"{0x8000 | bits >> 48 & 0x3fff:04x}-{bits & 0xffffffffffff:012x}")


def line(record):
    """A record as connect writes it."""
    at = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(record.second))
    fields = {"v": 1, "id": record.id, "op": record.op, "at": at} | record.fields
    return json.dumps(fields, separators=(",", ":"), ensure_ascii=False) + "\n"


def record_maker():
    """A function that makes a record with an id of its time."""
    rng = random.Random(history.SEED)
    return lambda second, op, fields: Record(second, uuid7(second, rng.getrandbits(74)), op, fields)


def fields_of(entry):
    return {"day": entry.day, "act": entry.act, "with": [entry.person], "note": entry.note}


def thanked_longest_ago(entries):
    """Somebody who was not thanked for the longest time before today."""
    last = {entry.person: entry.day for entry in entries[:-1] if entry.act == "thank"}
    return min(PEOPLE, key=lambda person: last.get(person, ""))


class FullHistory:
    """Writes the days one by one, so that no more than one day of records is in memory."""

    def __init__(self, entries):
        self.entries = {day: list(group) for day, group in
                        itertools.groupby(entries, key=lambda entry: entry.day)}
        self.calendar = history.calendar(len(entries))
        self.rng = random.Random(history.SEED + 1)
        self.make = record_maker()
        self.unthanked = thanked_longest_ago(entries)
        # Whoever was suggested within the last week is not named again, not for a kindness either.
        self.suggested_people = [person for person in PEOPLE if person != self.unthanked]
        self.last_act = ""
        self.logged = 0

    def records(self):
        for place, (midnight, day) in enumerate(self.calendar[:-1]):
            entries = self.entries.get(day, [])
            yield from sorted(self.of_day(place, midnight, day, entries),
                              key=lambda record: record.second)
        yield from self.of_today(*self.calendar[-1])

    def of_day(self, place, midnight, day, entries):
        back = len(self.calendar) - 1 - place
        is_rated = back <= RATED_DAYS
        shown = self.suggestions(midnight + 7 * HOUR, day, entries)
        logs = self.logs(entries, shown[-1], is_rated and back % RATED_ACT_EVERY == 0)
        yield from shown
        yield from logs
        yield from self.corrections(midnight, logs)
        yield from self.rhythms(midnight + 6 * HOUR, place)
        if is_rated:
            second = midnight + 22 * HOUR + self.rng.randrange(HOUR)
            yield self.make(second, "feel", {"day": day, "felt": self.feelings()})
        if back % KINDNESS_EVERY == 1:
            yield self.kindness(midnight + 18 * HOUR, day, is_latest=back == 1)
        if back % FOLLOW_UP_EVERY == FOLLOW_UP_EVERY // 2:
            yield self.follow_up(midnight + 19 * HOUR)
        if back % REST_EVERY == REST_EVERY // 2:
            yield self.rest(midnight + 6 * HOUR, place)

    def of_today(self, midnight, day):
        yield self.make(midnight, "prompt",
                        {"day": day, "act": "listen", "suggestion": self.suggestion("listen")})
        for entry in self.entries[day]:
            yield self.make(entry.second, "log", fields_of(entry))

    def suggestion(self, act):
        return f"{act}-{self.rng.randrange(SUGGESTIONS_PER_ACT) + 1:02}"

    def suggestions(self, second, day, entries):
        """One suggestion; on one day in twenty it is replaced by another."""
        shown = []
        for number in range(1 if self.rng.random() < 0.95 else 2):
            act = self.act_to_suggest(entries)
            fields = {"day": day, "act": act, "suggestion": self.suggestion(act)}
            if self.rng.random() < 0.4:
                fields["person"] = self.rng.choice(self.suggested_people)
            if shown:
                fields["instead_of"] = shown[-1].id
            shown.append(self.make(second + number, "prompt", fields))
            self.last_act = act
        return shown

    def act_to_suggest(self, entries):
        """Never the last act again; on most days the act that is done first."""
        if entries and entries[0].act != self.last_act and self.rng.random() < 0.7:
            return entries[0].act
        return self.rng.choice([act for act in ACTS if act != self.last_act])

    def logs(self, entries, shown, is_rated):
        """The entries. The first one is rated, and it may follow the suggestion."""
        out = []
        for entry in entries:
            fields = fields_of(entry)
            if is_rated and not out:
                fields |= {"before": self.feelings(), "felt": self.feelings()}
            if not out and entry.act == shown.fields["act"]:
                fields["prompt"] = shown.id
            out.append(self.make(entry.second, "log", fields))
        return out

    def feelings(self):
        felt = {name: self.rng.randrange(2, 11) for name in ("contentment", "trust", "calm")}
        if self.rng.random() < 0.05:
            del felt[self.rng.choice(list(felt))]
        return felt

    def corrections(self, midnight, logs):
        """In the evening some entries get another note or the day before, or are removed."""
        for log in logs:
            self.logged += 1
            if self.logged % CORRECTION_EVERY == CORRECTION_EVERY // 2:
                second = midnight + 23 * HOUR + self.rng.randrange(HOUR)
                yield self.make(second, "amend", {"ref": log.id, "set": self.change(midnight, log)})

    def change(self, midnight, log):
        kind = self.rng.choices(("note", "day", "removed"), (6, 3, 1))[0]
        return {kind: {"note": f"{log.fields['note']}, in the end",
                       "day": history.iso_day(midnight - history.DAY), "removed": True}[kind]}

    def rhythms(self, second, place):
        """Within the first half of the history all people get a rhythm and a birthday."""
        half = len(self.calendar) // 2
        for rank, person in enumerate(PEOPLE):
            if rank * half // len(PEOPLE) == place:
                every_days = RHYTHMS[rank * len(RHYTHMS) // len(PEOPLE)]
                birthday = {"on": f"{rank % 12 + 1:02}-{rank % 28 + 1:02}", "what": "birthday"}
                yield self.make(second, "person", {"name": person, "set": {
                    "every_days": every_days, "dates": [birthday]}})

    def kindness(self, second, day, is_latest):
        person = self.rng.choices(PEOPLE, PEOPLE_WEIGHTS)[0]
        fields = {"day": day, "with": [self.unthanked if is_latest else person],
                  "note": self.rng.choice(KINDNESSES)}
        return self.make(second, "notice", fields)

    def follow_up(self, second):
        """Of somebody whom the history meets again soon, or not for long."""
        ahead = self.rng.randrange(1, 60) * history.DAY
        return self.make(second, "ask", {"day": history.iso_day(second + ahead),
                                         "with": [self.rng.choice(PEOPLE)],
                                         "note": self.rng.choice(FOLLOW_UPS)})

    def rest(self, second, place):
        """From this day on, one to three days."""
        days = self.calendar[place:place + self.rng.randrange(1, 4)]
        return self.make(second, "rest", {"from": days[0][1], "to": days[-1][1], "rest": True})


def plain(entries):
    make = record_maker()
    return (make(entry.second, "log", fields_of(entry)) for entry in entries)


def full(entries):
    return FullHistory(entries).records()


HISTORIES = {"plain": plain, "full": full}
CONTENTS = {"plain": "entries only",
            "full": "entries, ratings, kindnesses, follow-ups, people with rhythms and birthdays, "
                    "rest days, suggestions that were shown, and corrections"}
