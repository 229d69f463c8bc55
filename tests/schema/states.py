"""Homes in the states that a user's home can be in, from a fixed seed."""

import datetime
import json
import random
import subprocess

from documents import real

TODAY = datetime.date(2026, 11, 23)  # the day of real.Home
ACTS = ["check-in", "offer", "listen", "thank"]
PEOPLE = ["Maya", "Sam", "Aunt Ruth", "Inês", "محمد", "李伟", "👩‍👩‍👧", "Mya"]
TAGS = ["work", "family", "choir", "très"]
HOSTILE = [
    "=1+1", "+x", "-2", "@SUM(A1)", "'=1", "＝1", "a,b", "a;b", 'say "hi"', "back\\slash",
    "\\|", "a|b", "\\n", "two\nlines", "cr\r\nlf", "tab\tbed", "\x1b[31mred", "nul\0", "\x7f\x9b",
    "\u202egnirts",
    "\u2066x\u2069", "\ufeffbom", "\u2028", "\U000e0041tag", "<script>alert(1)</script>", "&amp;",
    "*bold* _i_ `code` ~~s~~ $m$", "[x](javascript:x)", "![x](y)", "# head",
    "http://example.invalid", "{\"a\": 1}", "W" * 190, "e\u0301", "\U0001f600", "null", "true", "0",
    "  spaces  ", "–"]
DAMAGE = [
    b"not json", b'{"v":1,"id":"cut', b"[1,2", b'{"v":1,"id":"x","op":"log"}', b"\xff\xfe\x00",
    b'{"v":1,"id":"bad-day","op":"log","at":"2026-01-01T00:00:00Z","day":"2026-02-30",'
    b'"act":"thank"}',
    b'{"v":1,"id":"lone","op":"log","at":"2026-01-01T00:00:00Z","day":"2026-01-01","act":"thank",'
    b'"note":"\\ud800"}',
    b'{"v":1,"id":"raw","op":"log","at":"2026-01-01T00:00:00Z","day":"2026-01-01","act":"thank",'
    b'"note":"\xff\xc3"}', b"<<<<<<< ours", b"=======", b">>>>>>> theirs",
    b'{"v":2,"id":"newer","op":"log","at":"2026-01-01T00:00:00Z","x":1}',
    b'{"v":1,"id":"odd","op":"dance","at":"2026-01-01T00:00:00Z"}', b"{" * 5000,
    b'{"v":1,"id":"tail']


def line(kind, number, day, **more):
    record = {"v": 1, "id": f"{kind}-{number}", "op": kind, "at": f"{day}T18:00:00-09:30"}
    if kind in ("log", "feel", "notice", "ask", "prompt", "trial"):
        record["day"] = str(day)
    return json.dumps(record | more).encode()


def feelings(chance):
    return {"contentment": chance.randint(2, 9), "trust": chance.randint(3, 8),
            "calm": chance.choice([None, *range(11)])}


def told(felt):
    return {name: value for name, value in felt.items() if value is not None}


def an_entry(chance, number, day):
    more = {"act": chance.choice(ACTS), "with": chance.sample(PEOPLE, chance.choice([0, 1, 1, 2])),
            "tags": chance.sample(TAGS, chance.choice([0, 0, 1, 2])),
            "note": chance.choice(["", "a quiet word", "two\nlines, \"quoted\""])}
    if chance.random() < 0.4:
        more |= {"before": told(feelings(chance)), "felt": told(feelings(chance))}
    return line("log", number, day, **more)


def a_history(days=420):
    """Acts on most days, feelings on most, notices, prompts, rests, rhythms, corrections."""
    chance, out = random.Random(real.SEED), []
    for back in range(days, -2, -1):  # the last one is dated tomorrow, in a zone ahead
        day = TODAY - datetime.timedelta(back)
        out += [an_entry(chance, f"{back}-{i}", day) for i in range(chance.choice([0, 1, 1, 1, 3]))]
        out.append(line("feel", back, day, felt=told(feelings(chance))))
        if 0 < back <= 300:
            out.append(line("trial", back, day, held=chance.random() < 1 / 3, p=1 / 3))
        if back % 5 == 1:
            out.append(line("prompt", back, day, act=chance.choice(ACTS), suggestion="thank-07"))
    before = TODAY - datetime.timedelta(3)
    out += [line("log", f"gone-{i}", TODAY - datetime.timedelta(300 - 20 * i), act="listen",
                 **{"with": ["Old Friend"]}) for i in range(12)]
    out += [line("notice", i, before, **{"with": [name], "note": "stayed late"})
            for i, name in enumerate(PEOPLE)]
    out += [line("person", i, before, name=name, set={"every_days": 7 + i, "resting": i % 3 == 2})
            for i, name in enumerate([*PEOPLE, "Never Met"])]
    out += [line("person", f"dates-{i}", before, name=name,
                 set={"dates": [{"on": "2011-11-12", "what": "birthday"}]})
            for i, name in enumerate(PEOPLE)]
    out += [line("ask", 1, before, **{"with": ["Aunt Ruth"], "note": "how the move went"}),
            line("prompt", "of-ask", TODAY - datetime.timedelta(1), act="listen", suggestion="ask",
                 person="Aunt Ruth", occasion="ask", ref="ask-1"),
            line("log", "closing", TODAY - datetime.timedelta(1), act="thank",
                 **{"with": ["Aunt Ruth"], "ask": ["ask-1"], "kindness": ["notice-2"]})]
    out.append(line("rest", 1, before, rest=True, **{"from": "2026-08-01", "to": "2026-08-21"}))
    out.append(line("amend", 1, before, ref="log-gone-3", set={"removed": True}))
    return out + [line("amend", 2, before, ref="log-gone-4", set={"note": "amended"})]


def taken_up():
    """A suggestion that was taken up, for somebody who is due again, and one a year ago."""
    def all_of(rating):
        return {"contentment": rating, "trust": rating, "calm": rating}
    out = [line("person", 1, TODAY - datetime.timedelta(700), name="Wilma", set={"every_days": 1})]
    for i, back in enumerate([365, 5]):
        day = TODAY - datetime.timedelta(back)
        out += [line("prompt", i, day, act="thank", suggestion="thank-07", person="Wilma"),
                line("log", i, day, act="thank", prompt=f"prompt-{i}", **{"with": ["Wilma"]},
                     before=all_of(3), felt=all_of(4))]
    return out


def hostile():
    """Every hostile text as a person, a tag, a note, and something noticed."""
    day = TODAY - datetime.timedelta(2)
    out = [line("log", i, day, act=ACTS[i % 4], note=text, tags=[text, "t"],
                **{"with": [text, "Maya"][: 1 + i % 2]}) for i, text in enumerate(HOSTILE)]
    out += [line("notice", i, day, note=text, **{"with": [text]}) for i, text in enumerate(HOSTILE)]
    out += [line("ask", i, day, note=text, **{"with": [text]}) for i, text in enumerate(HOSTILE)]
    return out + [line("log", "long", day, act="thank", tags=[], note="\U0001f642" * 2000,
                      **{"with": []})]


def mixed(lines_, damage):
    """Damaged lines spread among good ones; the last of them ends the file without its end."""
    out = list(lines_)
    for i, bad in enumerate(damage[:-1]):
        out.insert(7 * i, bad)
    return b"\n".join([*out, damage[-1]])


LEDGERS = {
    "fresh": None,
    "one entry": line("log", 1, TODAY, act="thank") + b"\n",
    "rich": b"\n".join(a_history()) + b"\n",
    "taken up": b"\n".join(taken_up()) + b"\n",
    "hostile": b"\n".join(hostile()) + b"\n",
    "damaged": mixed(a_history(90), DAMAGE),
}


def home(name):
    made = real.Home()
    if LEDGERS[name] is not None:
        made.plant(LEDGERS[name])
        (made.ledger.parent / "ledger.sync-conflict-1.jsonl").write_bytes(
            line("feel", "conflict", TODAY, felt={"calm": 3}) + b"\n")
    config = made.folder / ".config/connect/config.toml"
    config.parent.mkdir(mode=0o700, parents=True)
    config.write_text("rhythm = 5\n")  # the default
    (made.folder / "copy.jsonl").write_bytes(
        line("log", "copied", TODAY, act="offer") + b"\nnot json\n")
    subprocess.run(["git", "init", "-q", "--bare", made.folder / "remote.git"], check=True)
    return made
