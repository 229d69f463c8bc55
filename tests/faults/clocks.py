"""Clock changes, travel and odd clocks: the day is the one on the wall, and a streak goes on.

The wall is Python's zoneinfo; the program has only TZ and the moment (CONNECT_NOW ending in Z).
"""

import datetime as dt
import json
import sys
import zoneinfo
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real

UTC = dt.timezone.utc
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
# Apia skipped 2011-12-30; Lord Howe moves by half an hour; São Paulo changed at midnight, so that
# some days begin at 01:00; the others have odd offsets, or a summer time that is the standard one.
ZONES = ("America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe", "Europe/Berlin",
         "America/New_York", "America/St_Johns", "Asia/Kathmandu", "Africa/Casablanca",
         "Europe/Dublin", "Antarctica/Troll", "Pacific/Chatham", "Pacific/Kiritimati",
         "Pacific/Pago_Pago", "Africa/Monrovia", "UTC")
YEARS = range(2019, 2029)
OLDER_YEARS = {"Pacific/Apia": range(2009, 2014), "America/Sao_Paulo": range(2015, 2020)}
ODD = ("1970-01-01T00:00:00Z", "1970-01-01T13:59:59Z", "1972-01-01T00:00:00Z",
       "2000-02-29T23:59:59Z", "2028-02-28T23:59:59Z", "2028-02-29T00:00:00Z",
       "2028-02-29T23:59:59Z", "2028-03-01T00:00:00Z", "2038-01-19T03:14:07Z",
       "2038-01-19T03:14:08Z", "2100-02-28T12:00:00Z", "2106-02-07T06:28:16Z")


def text_of(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def changes_of(zone, years):
    """The moments at which this zone's clocks are put forward or back."""
    moment = dt.datetime(years[0], 1, 1, tzinfo=UTC)
    while moment.year <= years[-1]:
        after = moment + DAY
        if moment.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            low, high = 0, 86400
            while high - low > 1:
                middle = (low + high) // 2
                same = (moment + dt.timedelta(seconds=middle)).astimezone(zone).utcoffset()
                if same == moment.astimezone(zone).utcoffset():
                    low = middle
                else:
                    high = middle
            yield moment + dt.timedelta(seconds=high)
        moment = after


def moments_of(name, zone):
    """Around every change, around midnight, and once a month."""
    for years in (YEARS, OLDER_YEARS.get(name, ())):
        for change in changes_of(zone, years) if years else ():
            for around in (-HOUR, -dt.timedelta(seconds=1), dt.timedelta(0), HOUR):
                yield change + around
            midnight = change.astimezone(zone).replace(hour=0, minute=0, second=0).astimezone(UTC)
            yield midnight - dt.timedelta(seconds=1)
            yield midnight
    for year in YEARS:
        for month in range(1, 13):
            yield dt.datetime(year, month, 1, month, tzinfo=UTC)


@real.unittest.skipUnless(zoneinfo.available_timezones(), "needs tzdata")
class Clocks(real.Case):
    def at(self, moment, zone, *words):
        now = moment if isinstance(moment, str) else text_of(moment)
        return self.home.run(*words, env={"CONNECT_NOW": now, "TZ": zone})

    def check_wall(self, moment, name, zone):
        wall = moment.astimezone(zone)
        answer = self.at(moment, name, "log", "thank", "-n", "--json")
        entry = json.loads(answer.out)["entry"]
        minutes = int(wall.utcoffset() / dt.timedelta(minutes=1))  # RFC 3339 has no seconds there
        expected = wall.astimezone(dt.timezone(dt.timedelta(minutes=minutes))).isoformat()
        self.assertEqual((str(wall.date()), expected), (entry["day"], entry["at"]), (name, moment))

    def in_all(self, checks):
        with ThreadPoolExecutor(4) as pool:
            return len(list(pool.map(lambda check: self.check_wall(*check), checks)))

    def test_the_day_is_the_one_on_the_wall_at_every_change_of_the_clocks(self):
        names = sorted(zoneinfo.available_timezones()) if real.LONG else ZONES
        zones = [(name, zoneinfo.ZoneInfo(name)) for name in names if name != "localtime"]
        count = self.in_all((moment, name, zone) for name, zone in zones
                            for moment in moments_of(name, zone))
        real.figures(f"{count} moments in {len(zones)} zones, {len(YEARS)} years each")

    def test_odd_clocks_are_read_as_they_are(self):
        zones = [(name, zoneinfo.ZoneInfo(name)) for name in ZONES]
        for text in ODD:
            moment = dt.datetime.fromisoformat(text)
            for name, zone in zones:
                self.check_wall(moment, name, zone)
            answer = self.at(text, "UTC", "log", "thank", "--id", text)
            self.assert_saved(answer)
        listed = self.home.listed()
        self.assertEqual(sorted(ODD), sorted(listed))

    def test_a_clock_beyond_all_years_costs_no_ledger(self):
        """A year of five digits could be written, but not read again."""
        for now, zone in (("9999-12-31T23:59:59Z", "Pacific/Kiritimati"),
                          ("9999-12-31T23:59:59Z", "UTC"), ("0001-01-01T00:00:00Z", "UTC"),
                          ("0001-01-01T00:00:00Z", "America/New_York")):
            name = f"{now}-{zone.replace('/', '-')}"
            answer = self.at(now, zone, "log", "thank", "--id", name)
            if answer.code == 0:
                self.assertIn(name, self.home.listed())
            else:
                self.assert_not_saved(answer)
        self.assert_saved(self.at("2026-11-23T12:00:00Z", "UTC", "log", "thank"))

    def test_a_zone_that_is_none_does_no_harm(self):
        for zone in ("", ":", "Nowhere/At_All", "/etc/passwd", "A" * 5000, "XYZ", "<+99>-99",
                     "\x1b"):
            answer = self.at("2026-11-23T12:00:00Z", zone, "log", "thank", "-n", "--json")
            self.assertEqual(0, answer.code, answer)
            self.assertIn(json.loads(answer.out)["entry"]["day"], ("2026-11-23", "2026-11-24"))

    def test_a_day_of_a_leap_year_exists_and_no_other(self):
        for day, code in (("2028-02-29", 0), ("2027-02-29", 2), ("2100-02-29", 2),
                          ("2000-02-29", 0)):
            answer = self.at("2100-03-01T12:00:00Z", "UTC", "log", "thank", "--on", day, "-n")
            self.assertEqual(code, answer.code, answer)

    def streak(self, moment, zone):
        return int(self.at(moment, zone, "get", "streak.current").out)

    def one_act_a_day(self, first, days, zone_of):
        """Acts at 20:00 on the wall of wherever one is that day; the streak after each."""
        lengths = []
        for i in range(days):
            zone = zone_of(i)
            day = first + i * DAY
            wall = dt.datetime(day.year, day.month, day.day, 20, tzinfo=zoneinfo.ZoneInfo(zone))
            self.assert_saved(self.at(wall, zone, "log", "thank", "--id", f"day-{i}"))
            lengths.append(self.streak(wall, zone))
        return lengths

    def test_a_streak_goes_on_through_both_changes_of_the_clocks(self):
        for zone, first in (("Europe/Berlin", dt.date(2026, 3, 26)),
                            ("Europe/Berlin", dt.date(2026, 10, 22)),
                            ("America/Sao_Paulo", dt.date(2018, 11, 1)),
                            ("America/Sao_Paulo", dt.date(2019, 2, 13)),
                            ("Australia/Lord_Howe", dt.date(2026, 4, 2)),
                            ("Australia/Lord_Howe", dt.date(2026, 10, 1)),
                            ("Europe/Berlin", dt.date(2028, 2, 26)),
                            ("Europe/Berlin", dt.date(2037, 12, 30))):
            with self.subTest(zone=zone, first=first):
                self.home.plant(b"")
                lengths = self.one_act_a_day(first, 7, lambda _: zone)
                self.assertEqual([1, 2, 3, 4, 5, 6, 7], lengths)

    def test_a_day_that_apia_skipped_costs_one_rest_at_most(self):
        for day in (27, 28, 29, 31):
            wall = dt.datetime(2011, 12, day, 20, tzinfo=zoneinfo.ZoneInfo("Pacific/Apia"))
            self.assert_saved(self.at(wall, "Pacific/Apia", "log", "thank"))
        self.assertEqual(4, self.streak(wall, "Pacific/Apia"))

    def test_travel_never_shortens_a_streak_or_rewrites_a_day(self):
        for zones in (("Pacific/Kiritimati", "Pacific/Pago_Pago"),
                      ("Pacific/Pago_Pago", "Pacific/Kiritimati"),
                      ("Europe/Berlin", "Asia/Tokyo", "Pacific/Auckland", "America/New_York"),
                      tuple(self.random.choice(ZONES) for _ in range(14))):
            with self.subTest(zones=zones):
                self.home.plant(b"")
                lengths = self.one_act_a_day(dt.date(2026, 6, 1), 14,
                                             lambda i: zones[i % len(zones)])
                self.assertEqual(list(range(1, 15)), lengths)
                self.seen_from_everywhere()

    def seen_from_everywhere(self):
        """The same days, whoever looks from wherever, also where it is still the day before."""
        before = self.home.bytes()
        now = dt.datetime(2026, 6, 14, 12, tzinfo=UTC)
        for zone in ZONES:
            answer = self.at(now, zone, "list", "--format", "ndjson")
            days = [json.loads(line)["day"] for line in answer.out.splitlines()]
            self.assertEqual([f"2026-06-{day:02d}" for day in range(14, 0, -1)], days)
            self.assertIn(self.streak(now, zone), (13, 14))
        self.assertEqual(before, self.home.bytes())

    def test_a_clock_that_is_put_back_loses_nothing(self):
        late, early = "2026-11-23T12:00:00Z", "2026-11-20T08:00:00Z"
        for name, now in (("w", late), ("x", early), ("y", "1970-01-01T00:00:00Z"), ("z", late)):
            before = self.home.bytes()
            self.assert_saved(self.at(now, "UTC", "log", "thank", "--id", name))
            self.assertEqual(before, self.home.bytes()[:len(before)])
            self.assertEqual(0, self.at(now, "UTC", "prompt").code)
        self.assertEqual(["w", "x", "y", "z"], sorted(self.home.listed()))
        self.assertEqual(0, self.at(early, "UTC", "undo").code)
        self.assertEqual(["w", "x", "y"], sorted(self.home.listed()))

    def test_what_a_clock_that_was_years_ahead_left_does_not_count_today(self):
        now = "2026-11-23T12:00:00Z"
        self.assert_saved(self.at(now, "UTC", "log", "thank", "--id", "now"))
        self.assert_saved(self.at("2031-01-01T00:00:00Z", "UTC", "log", "thank", "--id", "ahead"))
        self.assertEqual(1, self.streak(now, "UTC"))
        self.assertEqual(b"1\n", self.at(now, "UTC", "get", "today.count").out)
        self.assertEqual(["ahead", "now"], sorted(self.home.listed()))


if __name__ == "__main__":
    real.main()
