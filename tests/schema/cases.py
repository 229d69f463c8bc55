"""What each command is asked with --json. A command of --help that stands not here fails a test."""

from pathlib import Path

from states import ACTS, HOSTILE

SAMPLES = str(Path(__file__).parents[1] / "import/samples") + "/"

UNITS = ["day", "week", "month", "year", "weekday", "hour", "act", "person", "tag"]
PERIODS = ["today", "week", "last-month", "30d", "2026", "2025-11", "2026-W47", "2026-Q4", "all",
           "2026-11-20", "2026-01-01..2026-03-31"]
KEYS = ["today.done", "today.count", "prompt.act", "prompt.text", "prompt.person", "streak.current",
        "streak.longest", "people.due", "people.overdue", "ask.due"]

CASES = {
    "": [[]],
    "prompt": [[], ["--why"], ["--another"], ["--list"], ["--list", "--act", "offer"],
               *(["--act", act] for act in ACTS), ["--another", "--act", "thank"],
               ["thank", "--small"], ["--place", "remote"],
               ["--list", "--small", "--place", "in-person"]],
    "done": [["--dry-run"], [], ["@Maya", "+work", "half an hour", "--felt", "7,7,-"],
             ["--before", "-,-,1"], ["--id", "suggested"],
             ["--before", "0,1,10", "--felt", "-,5,5", "--id", "taken"]],
    "log": [["thank", "--felt", "1,2,3"], ["thank", "--id", "taken"],
            ["c", "@Sam", "--at", "08:30", "--before", "5,6,4", "--", "+1 from me"],
            ["listen", "--with", "Aunt Ruth", "--id", "same"],
            ["listen", "--with", "Aunt Ruth", "--id", "same"], ["offer", "-n", "-d", "3d"],
            ["listen", "@Maya", "--ask", "fri how it went"],
            *(["thank", "-m", text] for text in HOSTILE[::3] if "\0" not in text)],
    "notice": [["@Sam", "stayed late"], ["@Sam", "@Zoë", "\x1b[2J\u202e"], []],
    "ask": [["@Maya", "friday", "how it went"], ["@Sam", "@Zoë", "--", "\x1b[2J\u202e"],
            ["@Maya", "today", "the lease"], []],
    "feel": [["6,7,5"], ["6,-,5", "--on", "yesterday"], ["-", "-", "0"], [], ["-y"]],
    "rest": [["today"], ["tomorrow"], ["2026-12-24..2026-12-27"], [],
             ["2026-12-24..2026-12-27", "--off"], ["2026-12-24..2026-12-27", "--off"]],
    "streak": [[], ["--act", "listen"], ["--explain"], ["thank", "listen", "@Maya", "+t"], ["quiet"]],
    "report": [[], *([period] for period in PERIODS), *(["all", "--by", unit] for unit in UNITS),
               ["all", "--with-notes"], ["all", "--redact", "--by", "person"],
               ["@Maya"], ["thank", "+t", "2026"], ["quiet", "--with-notes"],
               ["@Maya", "--redact"], ["@Nobody"], ["12m", "--feelings"],
               ["--effect"], ["12m", "--effect"]],
    "list": [[], ["--limit", "3"], ["--with", "Maya", "--act", "thank"],
             ["--tag", "t", "--limit", "0"], ["--period", "2026-Q4"], ["--grep", "quiet"],
             ["--since", "30d", "--until", "today"], ["@Maya", "thank", "2026"],
             ["quiet", "--reverse"], ["november"]],
    "people": [[], ["--due"], ["--overdue"], ["--rhythms"], ["@Maya"], ["Sam"], ["set", "Maya", "--every", "14d"], ["set", "Maya", "--rest"],
               ["set", "Maya", "--date", "05-12", "birthday", "--place", "remote", "--reach", "tel:1"],
               ["@Maya"],
               ["set", "Maya", "--resume"], ["set", "Never Met", "--every", "2w"],
               ["rename", "Maya", "Maia"], ["rename", "Maia", "Maya"]],
    "get": [KEYS, ["streak.current"], ["today.done", "today.done"]],
    "undo": [[]] * 99,  # until there is nothing left to undo
    "redo": [[]] * 99,
    "amend": [["@Maya", "-n"], ["suggested", "-m", "half an hour"], ["@Maya", "@Sam", "+t", "-d", "3d", "--at", "08:30"],
              ["last", "thank", "-m", "=1", "--felt", "-,5,5", "--before", "1,-,10"],
              ["--clear", "with", "--clear", "note", "--clear", "felt"], ["--clear", "note"],
              ["--before", "1,2,3", "--felt", "4,5,6"], ["--felt", "6,5,4"]],
    "remove": [["last"], ["last", "last"], ["suggested"]],
    "export": [[], ["--no-notes"], ["--limit", "3"], ["--act", "thank", "--with", "Maya"],
               ["thank", "@Maya", "2026"]],
    "import": [["csv", "-"], ["friends", SAMPLES + "friends.md", "--dry-run", "--map", "notes="],
               ["harsh", SAMPLES + "harsh.log", "--map", "Called Mom=c:Mom", "--map", "*=skip"],
               ["harsh", SAMPLES + "harsh.log", "--map", "Called Mom=c:Mom", "--map", "*=skip"],
               ["json", SAMPLES + "records.json"],
               ["vcard", SAMPLES + "contacts.vcf", "-n"],
               ["vcard", SAMPLES + "contacts.vcf", "--all", "--reach"]],
    "merge": [[], ["copy.jsonl"], ["copy.jsonl"]],
    "sync": [["remote.git"], []],
    "forget": [["taken", "-n"], ["taken"], ["--person", "Maya", "-n"], ["--person", "Maya"]],
    "doctor": [[], ["--fix"], []],
    "write": [["@Met Never", "--print"], ["@Met Never", "--print", "a", "word"]],
    "suggest": [["listen", "Ask {someone} how the garden is", "--hint", "Then wait."],
                ["check-in", "Write to the choir", "--effort", "medium", "--place", "remote"], []],
    "config": [[]],
    "init": [["bash"], ["zsh"], ["fish"]],
    "completions": [["bash"], ["zsh"], ["fish"]],
    "memories": [[], ["2026-11-20"], ["29", "feb"]],
    "why": [[], *([act] for act in ACTS)],
}
