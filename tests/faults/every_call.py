"""One system call of a writing command fails, or a signal comes at it: every call, every command.

Whatever happens, the fold is what it was before or what an undisturbed run makes of it, and the
answer says which; every older line is there, byte for byte.
"""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
import strace
from commands import IN_PASSING, PAST, WRITING, Command
from places import as_nobody, own_by_nobody

RUNS = None if real.LONG else 800
PAIRS = 20_000 if real.LONG else 40
TORN = real.record("torn")[:60]
# What differs between two runs that do the same, and what the program notes in passing.
RANDOM = ("id", "prompt", "ref", "prompts")
FOLD = (("list", "--json"), ("people", "--json"), ("report", "all", "--json"))
# Here the C library has not come as far as to give an error back: it ends the program.
STARTING = ("brk", "mmap", "arch_prctl", "set_tid_address", "set_robust_list", "rseq", "mprotect",
            "prlimit64", "readlink", "getrandom", "futex")


def without_random(value):
    if isinstance(value, dict):
        return {key: without_random(part) for key, part in value.items() if key not in RANDOM}
    return [without_random(part) for part in value] if isinstance(value, list) else value


def records_in(data):
    """The union by id of what the file holds, so that a second copy of one record is one."""
    found = {}
    for line in data.splitlines():
        try:
            record = json.loads(line)
            found[record["id"]] = json.dumps(without_random(record), sort_keys=True)
        except (ValueError, KeyError, TypeError):
            pass  # torn
    return sorted(text for text in found.values() if '"op": "prompt"' not in text)


class Place:
    """A home in some state, in which a command finds what it needs."""

    def __init__(self, case, state, command=Command(())):
        self.case, self.state, self.popen = case, state, {}
        self.template = self.new_home()
        for words in PAST if state != "fresh" else ():
            case.assertEqual(0, self.template.run(*words).code)
        command.set_up(self.template)
        if state == "torn":
            self.template.plant(self.template.bytes() + TORN)
        if state == "read-only":
            self.protect(self.template)
        self.before = self.template.bytes()
        self.fold_before = self.fold(self.template)

    def new_home(self):
        home = real.Home()
        self.case.addCleanup(home.remove)
        return home

    def protect(self, home):
        own_by_nobody(home)
        for path in [*home.folder.rglob("*"), home.folder]:
            path.chmod(path.stat().st_mode & 0o555)
        self.popen = as_nobody()

    def fold(self, home):
        answers = [home.run(*words, **self.popen) for words in FOLD]
        assert all(answer.code == 0 for answer in answers), answers
        told = [without_random(json.loads(answer.out)) for answer in answers]
        return json.dumps(told, sort_keys=True), records_in(home.bytes())

    def fresh(self):
        """A copy of the home; where nothing can be written, the home itself."""
        if self.state == "read-only":
            return self.template
        home = real.Home()
        home.become_copy_of(self.template)
        return home

    def finished_with(self, home):
        if home is not self.template:
            home.remove()


class Trial:
    """One command in one place: what it calls, and what is right to find afterwards."""

    def __init__(self, case, state, command):
        self.case, self.command = case, command
        self.place = place = Place(case, state, command)
        home = place.fresh()
        self.clean = home.run(*command.words, **place.popen)
        self.fold_after = place.fold(home)
        place.finished_with(home)
        case.assertEqual(4 if place.state == "read-only" else 0, self.clean.code, self.clean)
        case.assertEqual(self.clean.code == 0, self.fold_after != place.fold_before, command)
        home = place.fresh()
        self.calls = strace.calls_of(home, command.words, **place.popen)
        self.faults = [fault for call in self.calls for fault in strace.faults_at(call)]
        place.finished_with(home)

    def run(self, faults):
        """What came of it, in a word; an AssertionError when that was wrong."""
        home = self.place.fresh()
        try:
            answer = strace.disturbed(home, self.command.words, faults, **self.place.popen)
            return self.judge(home, answer, faults)
        except AssertionError as wrong:
            raise AssertionError(f"{self.place.state}: {self.command.words} with {faults}: "
                                 f"{wrong}") from None
        finally:
            self.place.finished_with(home)

    def judge(self, home, answer, faults):
        self.check_older_lines(home)
        self.check_files(home)
        found, word = self.place.fold(home), self.verdict(answer, faults)
        before, after = self.place.fold_before, self.fold_after
        right = {"saved": [after], "refused": [before]}.get(word, [before, after])
        if self.command.erases and word == "saved":
            self.check_gone(home)
        self.case.assertTrue(found in right, f"{word}, but the ledger holds {found[1]}: {answer}")
        return word

    def check_older_lines(self, home):
        if not self.command.rewrites:
            return self.case.assertEqual(self.place.before, home.bytes()[:len(self.place.before)])
        beside = b"".join(path.read_bytes() for path in home.ledger.parent.iterdir())
        for line in self.place.before.splitlines(keepends=True):
            if not self.command.erases or self.command.erases not in line:
                self.case.assertIn(line, beside)

    def check_files(self, home):
        """What was to be taken in is still somewhere."""
        found = [path.read_bytes() for path in home.folder.rglob("*") if path.is_file()]
        for _, data in self.command.files:
            self.case.assertIn(data, found)

    def check_gone(self, home):
        left = [str(path) for path in home.folder.rglob("*")
                if path.is_file() and self.command.erases in path.read_bytes()]
        self.case.assertEqual([], left)

    def verdict(self, answer, faults):
        """What the exit code and the words say that has become of it."""
        signals = [fault for fault in faults if ":signal=" in fault]
        # One name in twenty for a temporary file takes a second look at the system's random bytes.
        if len(faults) == 1 and "KILL" in faults[0] and not faults[0].startswith("getrandom"):
            self.case.assertEqual(-9, answer.code, "the fault did not happen")
        if self.command.declines in answer.out + answer.err and answer.code == 0:
            return "refused"
        if answer.code == 0 or (answer.code < 0 and answer.out == self.clean.out != b""):
            return "saved"
        if answer.code < 0 or answer.code > 128:
            started = any(fault.startswith(STARTING) for fault in faults)
            self.case.assertTrue(signals or started, f"died: {answer}")
            return "killed"
        if answer.code == 127 and not answer.out:
            return "killed"  # by the C library, which does not come up
        if b"repaired, but" in answer.err:
            return "saved"
        if answer.code == 1 and self.command.words[0] == "doctor":
            return "uncertain"  # something was found, and is still there or there again
        if not answer.err and any(fault.startswith("write") for fault in faults):
            return "uncertain"  # what it said of itself was not written either
        honest = (2, 3, 4, 5, 70) if self.command.files else (3, 4, 5, 70)
        self.case.assertIn(answer.code, honest, answer)
        return "uncertain" if b"may or may not" in answer.err else "refused"


class EveryCall(real.Case):
    def setUp(self):
        super().setUp()
        strace.need(self)

    def trials(self):
        states = ["fresh", "existing", "torn"] + (["read-only"] if real.IS_ROOT else [])
        return [Trial(self, state, command) for command in WRITING for state in states
                if not (state == "fresh" and command.needs_past)]

    def all_of(self, runs):
        words, wrong = {}, []
        def one(run):
            try:
                word = run[0].run(run[1])
                words[word] = words.get(word, 0) + 1
            except AssertionError as error:
                wrong.append(str(error))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(one, runs))
        if wrong:
            self.fail("\n".join([f"{len(wrong)} of {len(runs)}:", *sorted(wrong)[:20]]))
        return ", ".join(f"{count} {word}" for word, count in sorted(words.items()))

    def test_every_call_fails_or_is_the_last(self):
        trials = self.trials()
        whole = [(trials[1], [fault]) for fault in trials[1].faults]  # log, on an existing ledger
        rest = [(trial, [fault]) for trial in trials if trial is not trials[1]
                for fault in trial.faults]
        every = len(whole) + len(rest)
        if RUNS is not None:
            rest = self.random.sample(rest, max(0, RUNS - len(whole)))
        told = self.all_of(whole + rest)
        real.figures(f"{len(whole + rest)} of {every} faults, {len(WRITING)} commands in "
                     f"{len(trials)} places: {told}")

    def test_two_calls_fail(self):
        trials = self.trials()
        def pair():
            trial = self.random.choice(trials)
            while True:
                first, second = self.random.sample(trial.faults, 2)
                if first.split(":")[0] != second.split(":")[0]:  # strace keeps one of each name
                    return trial, [first, second]
        told = self.all_of([pair() for _ in range(PAIRS)])
        real.figures(f"{PAIRS} pairs of faults: {told}")

    def test_two_calls_fail_of_which_the_second_comes_of_the_first(self):
        trial = next(trial for trial in self.trials() if trial.place.state == "existing")
        pairs, made = [], {}
        for name, number in trial.calls:
            if name == "newfstatat":
                pairs += [(trial, [f"{name}:error=EIO:when={number}",
                                   f"{then}:error={error}:when={made.get(then, 0) + 1}"])
                          for then, error in (("openat", "EACCES"), ("write", "EINTR"))]
            made[name] = number
        real.figures(f"{len(pairs)} pairs, one after the other: {self.all_of(pairs)}")

    def test_a_prompt_that_is_disturbed_costs_nothing_that_was_said(self):
        place, runs = Place(self, "existing"), 0
        for words in IN_PASSING:
            home = place.fresh()
            calls = strace.calls_of(home, words)
            home.remove()
            faults = [fault for call in calls for fault in strace.faults_at(call)]
            for fault in faults if real.LONG else self.random.sample(faults, 40):
                home = place.fresh()
                strace.disturbed(home, words, [fault])
                self.assertEqual(place.before, home.bytes()[:len(place.before)], fault)
                self.assertEqual(place.fold_before[1], records_in(home.bytes()), fault)
                home.remove()
                runs += 1
        real.figures(f"{runs} faults in a prompt")

    def test_a_write_that_is_never_done_is_seen(self):
        """The trials can fail: here the system says that it wrote, and did not."""
        trial = Trial(self, "existing", WRITING[0])
        # The first write is the journal's, the second the ledger's.
        line = f"write:retval={self.length_of_line(trial)}:when=2"
        with self.assertRaisesRegex(AssertionError, "saved"):
            trial.run([line])

    def length_of_line(self, trial):
        home = trial.place.fresh()
        home.run(*trial.command.words)
        size = len(home.bytes()) - len(trial.place.before)
        home.remove()
        return size


if __name__ == "__main__":
    real.main()
