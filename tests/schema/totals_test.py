"""However a report is grouped, it counts what `list` shows; over a few hundred random entries."""

import datetime
import random

import cases
import documents
import states
from documents import real
from tables_test import csv_rows, tsv_rows

COUNT = 1000 if real.LONG else 240
PERIODS = [*cases.PERIODS, "year", "7d", "last-week", "2024", "2025-W01", "2025-02"]


def an_act(chance):
    """The words that log a random act of the last two years."""
    day = states.TODAY - datetime.timedelta(int(chance.triangular(0, 700, 0)))
    words = ["log", chance.choice(states.ACTS), "--on", str(day)]
    for name in chance.sample(states.PEOPLE, chance.choice([0, 1, 1, 2, 3])):
        words += ["--with", name]
    words += [f"+{tag}" for tag in chance.sample(states.TAGS, chance.choice([0, 0, 1, 2]))]
    return words + ["a note"] * chance.randint(0, 1)


def gap(earlier, later):
    return (datetime.date.fromisoformat(later) - datetime.date.fromisoformat(earlier)).days


def longest_streak(days):
    """The most days with an act from one to another of them, with no more than two misses in any
    seven days in a row: the rule of connect-streak(1), tried on every pair."""
    acted = sorted(datetime.date.fromisoformat(day).toordinal() for day in days)
    longest = 0
    for i, first in enumerate(acted):
        for j in range(i, len(acted)):
            missed = [day for day in range(first, acted[j] + 1) if day not in acted]
            if any(third - one < 7 for one, third in zip(missed, missed[2:])):
                break
            longest = max(longest, j - i + 1)
    return longest


class Totals(documents.Case):
    @classmethod
    def setUpClass(cls):
        """All tests ask one home, whose entries the program itself logged and took back."""
        cls.shared, chance = real.Home(), random.Random(real.SEED)
        cls.addClassCleanup(cls.shared.remove)
        for i in range(COUNT):
            words = ["undo"] if i % 9 == 8 else an_act(chance)
            answer = cls.shared.run(*words)
            assert answer.code == 0, (words, answer)

    def report(self, *words):
        return self.document(self.shared, "report", *words)

    def entries(self, *words):
        return self.document(self.shared, "list", *words)["entries"]

    def test_as_many_entries_stand_as_were_logged_and_not_taken_back(self):
        undone = COUNT // 9
        self.assertEqual(COUNT - 2 * undone, len(self.entries()))

    def test_every_grouping_adds_up_to_what_list_shows(self):
        for period in PERIODS:
            count = len(self.entries("--period", period))
            for unit in cases.UNITS:
                with self.subTest(period=period, unit=unit):
                    report = self.report(period, "--by", unit)
                    for part in (report["rows"], report["days"]):
                        self.assertEqual(count, sum(row["count"] for row in part))
                    self.assertEqual(count, report["total"])
                    self.assertEqual(count, sum(report["acts"].values()))

    def test_every_format_adds_up_to_what_list_shows(self):
        for unit in cases.UNITS:
            for name, rows in (("csv", csv_rows), ("tsv", tsv_rows)):
                out = self.shared.run("report", "all", "--by", unit, "--format", name).out
                self.assertEqual(len(self.entries()), sum(int(row[1]) for row in rows(out)[1:]))
            out = self.shared.run("report", "all", "--by", unit, "--format", "ndjson").out
            self.assertEqual(len(self.entries()), sum(row["count"] for row in documents.lines(out)))

    def test_each_row_counts_the_entries_that_its_name_says(self):
        def hour(entry):  # the words of this test log for earlier days as well, without a time
            return entry["at"][11:13] if entry["at"][:10] == entry["day"] else "unknown"
        key = {"day": lambda e: e["day"], "month": lambda e: e["day"][:7],
               "year": lambda e: e["day"][:4], "hour": hour, "weekday": lambda e:
               datetime.date.fromisoformat(e["day"]).strftime("%a").lower(),
               "act": lambda e: e["act"], "person": lambda e: ";".join(e["with"]),
               "tag": lambda e: ";".join(e["tags"]), "week": lambda e: "{}-W{:02}".format(
                   *datetime.date.fromisoformat(e["day"]).isocalendar()[:2])}
        for unit in cases.UNITS:
            counts = documents.Counter(map(key[unit], self.entries()))
            rows = self.report("all", "--by", unit)["rows"]
            self.assertEqual(dict(counts), {row[unit]: row["count"] for row in rows if row["count"]})

    def test_each_person_and_tag_and_act_counts_what_its_filter_lists(self):
        report = self.report("all")
        for act, count in report["acts"].items():
            self.assertEqual(count, len(self.entries("--act", act)))
        for tag in report["tags"]:
            self.assertEqual(tag["count"], len(self.entries("--tag", tag["tag"])))
        for person in report["people"]:
            entries = self.entries("--with", person["name"])
            self.assertEqual((person["count"], person["last"]), (len(entries), entries[0]["day"]))

    def test_a_report_of_a_query_counts_what_list_shows(self):
        for query in (["thank"], ["@Maya"], ["+t"], ["quiet"], ["thank", "check-in", "2026"]):
            days = documents.Counter(entry["day"] for entry in self.entries(*query))
            report = self.report(*query)
            self.assertEqual({day["day"]: day["count"] for day in report["days"]}, dict(days))
            self.assertEqual(report["total"], sum(days.values()))

    def test_every_number_of_a_report_is_what_the_entries_say(self):
        every = self.entries()
        for period in PERIODS:
            report = self.report(period)
            first, last = report["period"]["since"], report["period"]["until"]
            found = [entry for entry in every if first <= entry["day"] <= last]
            days = {entry["day"] for entry in found}
            met = {}  # by name: the days of all entries that name somebody, the latest first
            for entry in every:
                for name in entry["with"]:
                    met.setdefault(name, []).append(entry["day"])
            def within(name):
                return [day for day in met[name] if first <= day <= last]
            people = {name: within(name) for name in met if within(name)}
            def silence(name):
                before = [day for day in met[name] if day < first]
                return gap(before[0], people[name][-1]) if before else None
            with self.subTest(period=period):
                self.assertEqual((report["total"], report["days_acted"]), (len(found), len(days)))
                self.assertEqual(report["acts"], {act: sum(e["act"] == act for e in found)
                                                  for act in states.ACTS})
                self.assertEqual({p["name"]: (p["count"], p["last"]) for p in report["people"]},
                                 {name: (len(met), met[0]) for name, met in people.items()})
                tags = documents.Counter(tag for entry in found for tag in entry["tags"])
                self.assertEqual({tag["tag"]: tag["count"] for tag in report["tags"]}, dict(tags))
                self.assertEqual(report["streak"]["within"], longest_streak(days))
                begins = every[-1]["day"] >= first  # nobody is new then, or back
                self.assertEqual({each["name"] for each in report["new"]},
                                 {name for name in people if silence(name) is None and not begins})
                self.assertEqual({each["name"] for each in report["back"]},
                                 {name for name in people if (silence(name) or 0) >= 180})
                for each in report["quiet"]:
                    self.assertEqual(each["last"], max(day for day in met[each["name"]]
                                                       if day <= min(last, str(states.TODAY))))
                if report["before"]:
                    since, until = report["before"]["since"], report["before"]["until"]
                    former = [e["day"] for e in every if since <= e["day"] <= until]
                    self.assertEqual((report["before"]["total"], report["before"]["days_acted"]),
                                     (len(former), len(set(former))))

    def test_people_counts_as_the_report_does(self):
        people = self.document(self.shared, "people")["people"]
        told = {(p["name"], p["count"], p["last"]) for p in self.report("all")["people"]}
        self.assertEqual(told, {(p["name"], p["count"], p["last"]) for p in people if p["count"]})

    def test_redacted_reports_count_the_same(self):
        people = self.report("all")["people"]
        hidden = self.report("all", "--redact")["people"]
        self.assertEqual(sorted(p["count"] for p in people), sorted(p["count"] for p in hidden))
        names = {p["name"] for p in hidden}
        self.assertEqual((len(people), set()), (len(names), names & set(states.PEOPLE)))


if __name__ == "__main__":
    real.main()
