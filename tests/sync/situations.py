"""Where a sync finds itself: offline, in somebody's repository, at the wrong address."""

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import machines
import real


class Situations(machines.Case):
    def test_the_first_sync_makes_a_private_repository_and_remembers_the_remote(self):
        first, second = self.machines(0, 0)
        self.log(first, "one")
        self.assertEqual({"records": 1, "acts": 1}, self.synced(first, str(self.remote))["sent"])
        self.assertEqual(0o700, (first.ledger.parent / ".git").stat().st_mode & 0o777)
        self.assertEqual("union\n", first.git("check-attr", "merge", "ledger.jsonl")[-6:])
        self.assertEqual("", first.git("status", "--porcelain"))
        answer = self.synced(second, str(self.remote))
        self.assertEqual({"records": 1, "acts": 1}, answer["received"])
        self.assertEqual(0o600, second.ledger.stat().st_mode & 0o777)
        self.assertEqual("", second.git("status", "--porcelain"))
        self.log(second, "two")
        self.assertEqual(1, self.synced(second)["sent"]["acts"])
        self.assertEqual(1, self.synced(first)["received"]["acts"])
        self.assert_same([first, second])

    def test_a_relative_path_is_taken_from_where_one_stands(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        answer = machine.run("sync", "ledger.git", cwd=self.shared)
        self.assertEqual(0, answer.code, answer)
        self.assertEqual(f"{self.remote}\n", machine.git("remote", "get-url", "origin"))

    def test_two_that_began_on_their_own_are_joined(self):
        pair = self.machines(0, 0)
        for i, machine in enumerate(pair):
            self.log(machine, f"own-{i}")
            self.assertEqual(1, machine.run("sync", str(self.shared / "away.git")).code)
            self.assertEqual("1\n", machine.git("rev-list", "--count", "HEAD"))
        for machine in (*pair, pair[0]):
            self.synced(machine, str(self.remote))
        self.assert_same(pair)
        self.assertEqual(2, len(pair[0].lines()))

    def test_offline_all_is_kept_and_sent_when_the_remote_is_back(self):
        (machine,) = self.machines(0)
        self.synced(machine, str(self.remote))
        away = self.remote.rename(self.shared / "away")
        for i in range(3):
            self.log(machine, f"offline-{i}")
            before = machine.bytes()
            answer = machine.run("sync", "--json")
            self.assert_apart(answer, before, machine)
            self.assertEqual("not-synced", json.loads(answer.out)["error"]["kind"])
        away.rename(self.remote)
        self.assertEqual(3, self.synced(machine)["sent"]["acts"])
        self.assertEqual(machine.bytes(), machine.git(
            "show", "main:ledger.jsonl", folder=self.remote).encode())

    def test_without_git_a_sync_says_what_to_do(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        before = machine.bytes()
        answer = machine.run("sync", str(self.remote), env={"PATH": "/nonexistent"})
        self.assert_apart(answer, before, machine)
        self.assertIn(b"install git", answer.err)

    def test_the_first_sync_needs_a_remote(self):
        (machine,) = self.machines(0)
        answer = machine.run("sync")
        self.assertEqual(2, answer.code)
        self.assertFalse(machine.ledger.parent.exists())

    def test_words_that_git_would_take_for_options_or_programs_are_refused(self):
        (machine,) = self.machines(0)
        canary = machine.folder / "canary"
        for word in (f"--upload-pack=touch {canary}", "-x", f"ext::sh -c touch% {canary}", "fd::7",
                     "", "a\nb"):
            answer = machine.run("sync", "--", word)
            self.assertEqual(2, answer.code, (word, answer))
        self.assertEqual([], list(machine.folder.iterdir()))

    def test_a_password_in_the_address_is_not_shown(self):
        (machine,) = self.machines(0)
        answer = machine.run("sync", "http://ana:secret@127.0.0.1:1/ledger.git")
        self.assertEqual(1, answer.code)
        self.assertNotIn(b"secret", answer.out + answer.err)

    def test_another_remote_than_the_known_one_is_pointed_out(self):
        (machine,) = self.machines(0)
        self.synced(machine, str(self.remote))
        self.synced(machine, str(self.remote))
        self.synced(machine, "origin")
        answer = machine.run("sync", str(self.shared / "other.git"))
        self.assertEqual(2, answer.code, answer)
        self.assertIn(b"remote set-url origin", answer.err)

    def test_the_command_that_changes_an_address_without_a_name_does_so(self):
        (machine,) = self.machines(0)
        self.synced(machine, str(self.remote))
        machine.git("config", "branch.main.remote", str(self.remote))
        machine.git("remote", "remove", "origin")
        machine.git("config", "branch.main.merge", "refs/heads/main")
        other = self.shared / "other.git"
        subprocess.run(["git", "init", "-q", "--bare", other], check=True)
        answer = machine.run("sync", str(other))
        self.assertEqual(2, answer.code, answer)
        command = answer.err.decode().split("to use another one: ")[1].strip()
        subprocess.run(command.replace("REMOTE", str(other)), shell=True, check=True)
        self.synced(machine)
        self.assertTrue(list((other / "refs/heads").iterdir()))

    def test_variables_of_a_hook_do_not_lead_elsewhere(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        other = self.shared / "other"
        subprocess.run(["git", "init", "-q", other], check=True)
        before = machine.bytes()
        answer = machine.run("sync", str(self.remote), env={
            "GIT_DIR": str(other / ".git"), "GIT_INDEX_FILE": str(other / "index"),
            "GIT_WORK_TREE": str(other)})
        self.assertEqual(0, answer.code, answer)
        self.assertEqual(before, machine.bytes())
        self.assertEqual([], list((other / ".git/refs/heads").iterdir()))

    def test_lines_that_a_newer_program_wrote_travel_as_they_are(self):
        first, second = self.machines(0, 0)
        odd = [b'{"v":2,"id":"n","op":"log","at":"2026-01-01T00:00:00Z","x": {"y": [1.50]}}',
               b'{"v":1,"id":"o","op":"dance","at":"2026-01-01T00:00:00Z","with":7}',
               real.record("field", mood="fair")]
        first.plant(b"\n".join(odd) + b"\n")
        self.synced(first, str(self.remote))
        self.synced(second, str(self.remote))
        self.assertEqual(odd, second.lines())

    def test_a_remote_that_holds_something_else_is_left_alone(self):
        (machine,) = self.machines(0)
        work = self.shared / "work"
        subprocess.run(["git", "clone", "-q", self.remote, work], check=True, capture_output=True)
        (work / "notes.txt").write_text("mine")
        machine.git("add", ".", folder=work)
        machine.git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x", folder=work)
        machine.git("push", "-q", "origin", "HEAD:refs/heads/main", folder=work)
        before = machine.git("rev-parse", "main", folder=self.remote)
        self.log(machine, "one")
        ledger = machine.bytes()
        self.assert_apart(machine.run("sync", str(self.remote)), ledger, machine)
        self.assertEqual(before, machine.git("rev-parse", "main", folder=self.remote))

    def test_a_remote_ledger_that_is_none_is_neither_read_nor_replaced(self):
        first, second = self.machines(0, 0)
        self.synced(first, str(self.remote))
        first.ledger.write_text("version https://git-lfs.github.com/spec/v1\n")
        first.git("add", "ledger.jsonl")
        first.git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x")
        first.git("push", "-q")
        self.log(second, "one")
        before = second.bytes()
        answer = second.run("sync", str(self.remote))
        self.assertEqual(3, answer.code, answer)
        self.assertEqual(before, second.bytes())


class Foreign(machines.Case):
    """The ledger in a repository of its owner's, among other files."""

    def setUp(self):
        super().setUp()
        (self.machine,) = self.machines(0)
        self.machine.environment |= {f"GIT_{who}_{what}": "ana@example.org"
                                     for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        self.dots = self.machine.folder / "dotfiles"
        subprocess.run(["git", "init", "-q", "-b", "trunk", self.dots], check=True)
        self.git("remote", "add", "origin", str(self.remote))
        (self.dots / "vimrc").write_text("set ai\n")
        self.machine.ledger = self.dots / "share/connect/my ledger.jsonl"
        self.machine.ledger.parent.mkdir(parents=True, mode=0o700)
        self.dots.chmod(0o700)
        self.machine.environment["CONNECT_LEDGER"] = str(self.machine.ledger)
        self.log(self.machine, "one")

    def git(self, *words):
        return self.machine.git(*words, folder=self.dots)

    def track(self):
        self.git("add", ".")
        self.git("commit", "-qm", "all of it")
        self.git("push", "-q", "-u", "origin", "trunk")

    def test_only_the_ledger_is_committed_and_what_is_staged_stays_staged(self):
        self.track()
        (self.dots / "vimrc").write_text("set noai\n")
        (self.dots / "new").write_text("new\n")
        self.git("add", "new")
        self.log(self.machine, "two")
        self.assertEqual(1, self.synced(self.machine)["sent"]["acts"])
        self.assertEqual({"share/connect/my ledger.jsonl", "share/connect/.gitattributes"},
                         set(self.git("diff", "--name-only", "-z", "HEAD~", "HEAD").split("\0")[:-1]))
        self.assertEqual("A  new\n M vimrc\n", self.git("status", "--porcelain"))
        self.assertEqual("trunk\n", self.git("rev-parse", "--abbrev-ref", "@{u}")[7:])
        self.assertIn("union", self.git("check-attr", "merge", "--",
                                        "share/connect/my ledger.jsonl"))

    def test_unpublished_work_is_not_published(self):
        self.track()
        (self.dots / "vimrc").write_text("draft\n")
        self.git("commit", "-qam", "draft")
        self.log(self.machine, "two")
        before = self.machine.bytes()
        self.assert_apart(self.machine.run("sync"), before, self.machine)
        self.assertNotIn("draft", self.git("log", "--format=%s", "origin/trunk"))
        self.git("pull", "-q", "--no-rebase")
        self.git("push", "-q")
        self.synced(self.machine)

    def test_news_among_the_other_files_are_left_to_the_owners_pull(self):
        self.track()
        clone = self.shared / "clone"
        subprocess.run(["git", "clone", "-q", "-b", "trunk", self.remote, clone], check=True)
        (clone / "vimrc").write_text("elsewhere\n")
        ledger = clone / "share/connect/my ledger.jsonl"
        ledger.write_bytes(ledger.read_bytes() + real.record("elsewhere") + b"\n")
        self.machine.git("commit", "-qam", "elsewhere", folder=clone)
        self.machine.git("push", "-q", folder=clone)
        self.log(self.machine, "two")
        before = self.machine.bytes()
        self.assert_apart(self.machine.run("sync"), before, self.machine)
        self.assertEqual("set ai\n", (self.dots / "vimrc").read_text())
        self.git("pull", "-q", "--no-rebase")
        self.git("push", "-q")
        self.synced(self.machine)
        self.assertEqual({"one", "two", "elsewhere"}, set(self.machine.listed()))

    def test_in_the_middle_of_something_a_sync_waits(self):
        self.track()
        self.git("checkout", "-q", "--detach")
        before = self.machine.bytes()
        self.assert_apart(self.machine.run("sync"), before, self.machine)
        self.git("checkout", "-q", "trunk")
        head = self.git("rev-parse", "HEAD").strip()
        (self.dots / ".git/MERGE_HEAD").write_text(head + "\n")
        answer = self.machine.run("sync")
        self.assertEqual((1, before), (answer.code, self.machine.bytes()), answer)
        (self.dots / ".git/MERGE_HEAD").unlink()
        self.synced(self.machine)

    def test_a_repository_around_the_ledger_that_does_not_have_it_never_gets_it(self):
        self.git("add", "vimrc")
        self.git("commit", "-qm", "public")
        self.assertEqual(2, self.machine.run("sync").code)
        own = self.shared / "own.git"
        subprocess.run(["git", "init", "-q", "--bare", own], check=True)
        self.assertEqual(1, self.synced(self.machine, str(own))["sent"]["acts"])
        self.assertTrue((self.machine.ledger.parent / ".git").exists())
        self.assertEqual("vimrc\n", self.git("ls-tree", "-r", "--name-only", "HEAD"))

    def test_a_ledger_behind_a_symbolic_link_is_synced_where_it_is(self):
        self.track()
        link = self.machine.folder / "link.jsonl"
        link.symlink_to(self.machine.ledger)
        self.log(self.machine, "two")
        answer = self.machine.run("sync", "--ledger", str(link))
        self.assertEqual(0, answer.code, answer)
        self.assertIn("two", self.machine.git("show", "trunk:share/connect/my ledger.jsonl",
                                              folder=self.remote))


if __name__ == "__main__":
    real.main()
