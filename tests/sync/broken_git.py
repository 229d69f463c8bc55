"""Each call of git in a sync is killed, fails or answers nothing, one at a time: no file of the
owner's is missing from any commit, no line of a ledger is lost, and the exit code tells the truth."""

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import machines
import real

GIT = shutil.which("git")
MODES = {
    "killed": "kill -9 $$",
    "fails": "exit 1",
    "answers nothing": "exit 0",
    # It did all it was to do, and printed only the beginning of it.
    "cut off": f'"{GIT}" "$@" >"$BROKEN/out"; size=$(wc -c <"$BROKEN/out");'
               ' head -c $((size / 2)) "$BROKEN/out"; kill -9 $$',
}
WRAPPER = """#!/bin/sh
read -r number <"$BROKEN/number"
echo $((number + 1)) >"$BROKEN/number"
echo "$*" >>"$BROKEN/calls"
if [ "$number" = "$AT" ]; then
MODE
fi
exec "GIT" "$@"
"""
OTHERS = {"vimrc": "100644", "vim/x": "100755", "share/readme": "100644"}
LEDGER = "share/connect/ledger.jsonl"


class BrokenGit(machines.Case):
    """A ledger among other files, which two machines have both moved on."""

    def setUp(self):
        super().setUp()
        self.base = self.shared / "base"
        self.base.mkdir()
        (self.machine,) = self.machines(0)
        self.machine.environment |= {f"GIT_{who}_{what}": "ana@example.org"
                                     for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        self.bin = self.shared / "bin"
        self.bin.mkdir()
        self.seen = {}
        self.prepare()

    def prepare(self):
        dots, other = self.machine.folder / "dots", self.shared / "other"
        self.git("init", "-q", "--bare", str(self.machine.folder / "remote.git"))
        self.git("clone", "-q", str(self.machine.folder / "remote.git"), str(dots))
        self.git("-C", str(dots), "symbolic-ref", "HEAD", "refs/heads/main")
        dots.chmod(0o700)
        for name in OTHERS:
            (dots / name).parent.mkdir(mode=0o700, exist_ok=True)
            (dots / name).write_text(name)
        (dots / "vim/x").chmod(0o700)
        self.machine.ledger = dots / LEDGER
        self.machine.environment["CONNECT_LEDGER"] = str(self.machine.ledger)
        self.log(self.machine, "base")
        self.git("-C", str(dots), "add", ".")
        self.git("-C", str(dots), "commit", "-qm", "all of it")
        self.git("-C", str(dots), "push", "-q", "-u", "origin", "main")
        self.synced(self.machine)
        self.git("clone", "-q", "-b", "main", str(self.machine.folder / "remote.git"), str(other))
        with (other / LEDGER).open("ab") as ledger:
            ledger.write(real.record("theirs") + b"\n")
        self.git("-C", str(other), "commit", "-qam", "theirs")
        self.git("-C", str(other), "push", "-q")
        self.log(self.machine, "ours")
        self.before = self.machine.bytes()
        shutil.copytree(self.machine.folder, self.base, dirs_exist_ok=True, symlinks=True)

    def git(self, *words):
        return self.machine.git(*words, folder=self.machine.folder)

    def restore(self):
        shutil.rmtree(self.machine.folder)
        shutil.copytree(self.base, self.machine.folder, symlinks=True)
        (self.shared / "calls").write_text("")

    def sync_with(self, mode, at):
        """The answer of a sync whose git is broken at one call, and how many calls there were."""
        wrapper = self.bin / "git"
        wrapper.write_text(WRAPPER.replace("MODE", MODES[mode]).replace("GIT", GIT))
        wrapper.chmod(0o700)
        (self.shared / "number").write_text("1\n")
        answer = self.machine.run("sync", env={
            "PATH": f"{self.bin}:{self.machine.environment['PATH']}", "AT": str(at),
            "BROKEN": str(self.shared)})
        return answer, (self.shared / "calls").read_text().splitlines()

    def trees(self, repository):
        """The files of all commits that a branch leads to, with their modes."""
        for commit in self.git("-C", str(repository), "rev-list", "--all").split():
            if commit not in self.seen:
                listed = self.git("-C", str(repository), "ls-tree", "-r", "-z", "--full-tree", commit)
                entries = [line.split("\t") for line in listed.split("\0")[:-1]]
                self.seen[commit] = {name: about.split()[0] for about, name in entries}
            yield self.seen[commit]

    def ledger_there(self):
        return self.git("-C", str(self.machine.folder / "remote.git"), "show", f"main:{LEDGER}")

    def check(self, answer):
        ours = self.machine.bytes()
        self.assertEqual(self.before, ours[:len(self.before)])
        self.assertEqual({}, real.faults_in(ours, ["base", "ours"]))
        for repository in ("dots", "remote.git"):
            for files in self.trees(self.machine.folder / repository):
                self.assertEqual(OTHERS, {name: mode for name, mode in files.items()
                                          if not name.startswith("share/connect/")})
                self.assertIn(LEDGER, files)
        self.assertIn('"theirs"', self.ledger_there())
        if answer.code == 0:
            self.assertIn(b'"theirs"', ours)
            self.assertIn('"ours"', self.ledger_there())
        else:
            self.assertEqual(1, answer.code, answer)
            self.assertIn(b"\n  try: ", answer.err)

    def test_whichever_call_breaks_the_owners_files_and_all_lines_stay(self):
        _, calls = self.sync_with("killed", 0)
        self.assertGreater(len(calls), 15)
        runs = refused = 0
        # The other ways of breaking are tried in process, at each call: tests/unit/sync_test.cpp.
        modes = list(MODES) if real.LONG else ["killed", "answers nothing"]
        for mode in modes:
            # That a later call answers nothing is tried at every second one.
            every = 1 if mode == "killed" or real.LONG else 2
            for at in range(1, len(calls) + 1, every):
                with self.subTest(mode=mode, call=calls[at - 1]):
                    self.restore()
                    answer, _ = self.sync_with(mode, at)
                    self.check(answer)
                    refused += answer.code
                    if mode == "killed" or real.LONG:
                        machines.remove_locks(self.machine.folder)
                        self.check(self.machine.run("sync"))
                        self.assertIn('"ours"', self.ledger_there())
                    runs += 1
        self.assertGreater(refused, len(calls))
        print(f"{runs} syncs, {refused} refused", file=sys.stderr)

    def test_a_folder_that_cannot_be_read_is_not_taken_for_an_empty_one(self):
        """As a power cut leaves it: git does not wait until its objects are on disk."""
        dots = self.machine.folder / "dots"
        for online in (True, False):
            for tree in ("HEAD^{tree}", "HEAD:share", "HEAD:share/connect", "HEAD"):
                with self.subTest(tree=tree, online=online):
                    self.restore()
                    if not online:
                        (self.machine.folder / "remote.git").rename(self.machine.folder / "away.git")
                    head = self.git("-C", str(dots), "rev-parse", "HEAD")
                    name = self.git("-C", str(dots), "rev-parse", tree).strip()
                    loose = dots / ".git/objects" / name[:2] / name[2:]
                    loose.chmod(0o600)
                    loose.write_bytes(b"")
                    answer = self.machine.run("sync")
                    self.assertEqual(1, answer.code, answer)
                    self.assertEqual(head, self.git("-C", str(dots), "rev-parse", "HEAD"))


if __name__ == "__main__":
    real.main()
