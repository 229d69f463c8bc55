"""Every error is a document too, and it says what the exit code and the line for people say."""

import fcntl

import documents
from documents import real
from places import as_nobody, own_by_nobody

EXITS = {"usage": 2, "damaged": 3, "not-saved": 4, "busy": 5, "not-synced": 1, "bug": 70}
USAGE = [
    ["hug"], ["repotr"], ["log"], ["log", "hug"], ["log", "@Maya"], ["why", "hug"],
    ["log", "thank", "--on", "2027-01-01"], ["log", "thank", "--on", "2026-02-30"],
    ["log", "thank", "--on", "3m"], ["log", "thank", "--at", "25:00"], ["log", "thank", "--on"],
    ["log", "thank", "--felt", "11,1,1"], ["log", "thank", "--id", "a b"],
    ["log", "thank", "@" + "x" * 201], ["log", "thank", "-y", "--on", "today"],
    ["log", "thank", "-m", "n" * 8193], ["done", "--bogus"],
    ["streak", "week"], ["streak", "--act"], ["streak", "--explain=1"], ["report", "2026-13"],
    ["report", "--by", "moon"], ["report", "--format", "csv"],
    ["report", "--with-notes", "--redact"],
    ["list", "--limit", "many"], ["list", "--since", "someday"], ["list", "--format", "md"],
    ["report", "-o", "taken"], ["report", "--json=1"], ["prompt", "--act", "hug"],
    ["merge", "no-such-file"], ["sync"], ["sync", "ext::sh"], ["sync", "a", "b"],
    ["people", "sing"], ["people", "set"], ["people", "set", "Maya"], ["people", "--every", "2w"],
    ["people", "rename", "Nobody", "Maya"], ["get"], ["get", "today.done", "no.such"], ["feel", "6"],
    ["amend"], ["amend", "last"], ["amend", "@Maya"], ["amend", "no id", "-y"], ["amend", "nope", "-y"],
    ["amend", "--clear", "id"], ["amend", "@Maya", "--clear", "with"], ["amend", "--with", ""],
    ["remove"], ["remove", "last"], ["remove", "nope"], ["remove", "no id"],
    ["export", "2026-13"], ["export", "--format", "md"], ["export", "-o", "taken"],
    ["feel", "-,-,-"], ["rest", "2026-12-27..2026-12-24"], ["notice", "words"],
    ["import"], ["import", "csv"], ["import", "paper", "x"],
    ["import", "csv", "no-such-file"], ["import", "csv", "-", "--map", "x"],
    ["forget"], ["forget", "nothing"], ["forget", "x", "--person", "Maya"],
    ["forget", "--person", "Nobody"], ["doctor", "now"],
    ["--color", "pink"], ["--ledger"], ["log", "thank", b"\xff"], ["log", "\x1b[31m\u202e"],
]
WRITING = [["log", "thank"], ["done"], ["feel", "6,7,5"], ["rest", "today"], ["notice", "@Sam", "helped"],
           ["ask", "@Sam", "tomorrow", "how it went"],
           ["people", "set", "Sam", "--every", "2w"], ["amend", "@Sam"], ["remove", "last"]]
READING = [[], ["prompt"], ["streak"], ["report"], ["list"], ["people"], ["get", "today.done"],
           ["undo"], ["redo"], ["amend", "-y"], ["remove", "last"], ["export"], *WRITING]


class Errors(documents.Case):
    def check(self, kind, answer):
        """The answer is an error of this kind, told alike in all three ways."""
        document = documents.parsed(answer.out)
        self.assertEqual([], documents.complaints(document))
        error = document["error"]
        self.assertEqual((kind, EXITS[kind]), (error["kind"], error["exit"]))
        self.assertEqual(error["exit"], answer.code)
        self.assertNotRegex(error["message"] + error["hint"], "\n")
        if not any(character in error["message"] for character in "\x1b\u202e"):
            self.assertIn(f"connect: {error['message']}\n", answer.err.decode())
        if error["hint"]:
            self.assertIn(f"  try: {error['hint']}\n", answer.err.decode())

    def test_words_that_are_off_are_a_usage_error(self):
        (self.home.folder / "taken").write_text("mine")
        for words in USAGE:
            with self.subTest(words=[word[:40] for word in words]):
                self.check("usage", self.home.run("--json", *words))
                self.assertFalse(self.home.ledger.exists())

    def test_a_remote_out_of_reach_is_an_error_of_its_own(self):
        self.check("not-synced", self.home.run("--json", "sync", "no/such/repository"))

    def test_json_may_stand_before_the_command_or_last(self):
        for words in (["--json", "hug"], ["hug", "--json"], ["why", "--json", "hug"]):
            self.check("usage", self.home.run(*words))

    def test_without_json_an_error_says_nothing_on_standard_output(self):
        for words in (["hug"], ["log", "hug"], ["get", "x"], ["log", "hug", "--", "--json"]):
            answer = self.home.run(*words)
            self.assertEqual((2, b""), (answer.code, answer.out))

    def test_a_file_that_is_no_ledger_is_a_damaged_one(self):
        for data in (b"\x7fELF\0\0", b"Dear diary\n" * 9, "{}".encode("utf-16")):
            self.home.plant(data)
            for words in READING:
                with self.subTest(words=words):
                    self.check("damaged", self.home.run("--json", *words))
            self.assertEqual(data, self.home.bytes())

    def test_a_home_that_cannot_be_written_is_not_saved(self):
        self.home.plant(real.ledger_of(["one"]))
        popen = as_nobody() if real.IS_ROOT else {}
        if real.IS_ROOT:
            own_by_nobody(self.home)
        self.home.ledger.chmod(0o400)
        for words in WRITING:
            with self.subTest(words=words):
                self.check("not-saved", self.home.run("--json", *words, **popen))

    def test_an_unsafe_ledger_is_refused(self):
        self.home.plant(real.ledger_of(["one"]))
        self.home.ledger.chmod(0o666)
        for words in WRITING:
            with self.subTest(words=words):
                self.check("not-saved", self.home.run("--json", *words))

    def test_a_report_that_cannot_be_written_is_not_saved(self):
        self.check("not-saved", self.home.run("--json", "report", "-o", "no/such/folder"))

    def test_a_ledger_that_another_process_holds_is_busy(self):
        self.home.plant(real.ledger_of(["one"]))
        with open(self.home.ledger, "rb") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            waiting = [self.home.start("--json", *words) for words in WRITING]
            for process in waiting:
                self.check("busy", real.finish(process))


if __name__ == "__main__":
    real.main()
