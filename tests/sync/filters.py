"""What .gitattributes ask git to do with the ledger (encrypt it, keep it elsewhere, rewrite it) is
done on the way in and out, or nothing is committed: secrets never travel in plain text."""

import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import machines
import real

SECRET = "SECRETWORD"
ROT13 = "tr A-Za-z N-ZA-Mn-za-m"
AWAY = "https://127.0.0.1:1/x.git"
IDENT = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]


class Filtered(machines.Case):
    """The ledger in a repository of its owner's, whose .gitattributes say something of it."""

    def setUp(self):
        super().setUp()
        (self.machine,) = self.machines(0)
        self.dots = self.owned(self.machine)

    def owned(self, machine):
        """A clone of the remote at ~/dots, with the ledger at its top."""
        dots = machine.folder / "dots"
        machine.git(*IDENT, "clone", "-q", str(self.remote), str(dots), folder=machine.folder)
        dots.chmod(0o700)
        machine.git("symbolic-ref", "HEAD", "refs/heads/main", folder=dots)
        machine.ledger = dots / "ledger.jsonl"
        machine.environment["CONNECT_LEDGER"] = str(machine.ledger)
        return dots

    def attribute(self, text):
        """These words of the owner's about the ledger, in a commit that the remote has."""
        (self.dots / ".gitattributes").write_text(f"*.jsonl {text}\n")
        self.machine.git("add", ".gitattributes")
        self.machine.git(*IDENT, "commit", "-qm", "attributes")
        self.machine.git("push", "-q", "origin", "HEAD:main")

    def use_filter(self, machine, clean=ROT13, smudge=ROT13, name="rot"):
        machine.git("config", "--global", f"filter.{name}.clean", clean, folder=machine.folder)
        machine.git("config", "--global", f"filter.{name}.smudge", smudge, folder=machine.folder)

    def first_entry(self):
        self.log(self.machine, "one", "-m", SECRET)
        self.machine.git("add", "-f", "ledger.jsonl")

    def blob(self, folder, ref="main"):
        return subprocess.run(["git", "-C", folder, "cat-file", "blob", f"{ref}:ledger.jsonl"],
                              check=True, capture_output=True).stdout

    def assert_nothing_committed(self, answer):
        self.assertEqual(1, answer.code, answer)
        self.assertIn(b"nothing was committed", answer.err)
        self.assertNotIn(SECRET, self.machine.git("log", "-p", "--all"))
        self.assertEqual(b"", subprocess.run(["git", "-C", self.remote, "ls-tree", "main",
                                              "ledger.jsonl"], capture_output=True).stdout)

    def test_a_filter_is_applied_on_the_way_in_and_out(self):
        self.use_filter(self.machine)
        self.attribute("filter=rot")
        self.first_entry()
        self.assertEqual(1, self.synced(self.machine)["sent"]["acts"])
        self.assertIn(b"FRPERGJBEQ", self.blob(self.remote))
        self.assertNotIn(SECRET.encode(), self.blob(self.remote))
        self.assertEqual("", self.machine.git("status", "--porcelain"))
        # In step, nothing is said, and no commit is made for the sake of the filter.
        head = self.machine.git("rev-parse", "HEAD")
        self.assertEqual(0, self.synced(self.machine)["sent"]["records"])
        self.assertEqual(head, self.machine.git("rev-parse", "HEAD"))
        (other,) = self.machines(1)
        self.use_filter(other)
        self.owned(other)
        other.git("pull", "-q", "origin", "main")
        self.log(other, "two")
        self.assertEqual((0, 1), (lambda a: (a["received"]["acts"], a["sent"]["acts"]))(
            self.synced(other)))
        self.assertEqual(1, self.synced(self.machine)["received"]["acts"])
        self.assert_same([self.machine, other])

    def test_a_fresh_machine_reads_and_writes_through_the_filter_that_the_remote_names(self):
        self.use_filter(self.machine)
        self.attribute("filter=rot")
        self.first_entry()
        self.synced(self.machine)
        (fresh,) = self.machines(1)
        self.use_filter(fresh)
        self.log(fresh, "two", "-m", SECRET)
        answer = self.synced(fresh, str(self.remote))
        self.assertEqual((1, 1), (answer["received"]["acts"], answer["sent"]["acts"]))
        self.assertNotIn(SECRET.encode(), self.blob(self.remote))

    def test_a_fresh_machine_without_the_filter_sends_nothing(self):
        self.use_filter(self.machine)
        self.attribute("filter=rot")
        self.first_entry()
        self.synced(self.machine)
        before = self.blob(self.remote)
        (fresh,) = self.machines(1)
        self.log(fresh, "two", "-m", SECRET)
        self.assert_apart(fresh.run("sync", str(self.remote)), fresh.bytes(), fresh)
        self.assertEqual(before, self.blob(self.remote))
        self.assertFalse((fresh.ledger.parent / ".gitattributes").exists())

    def test_offline_the_filter_is_applied_too(self):
        self.use_filter(self.machine)
        self.attribute("filter=rot")
        self.first_entry()
        self.machine.git("remote", "set-url", "origin", AWAY)
        self.assertEqual(1, self.machine.run("sync").code)
        self.assertIn(b"FRPERGJBEQ", self.blob(self.dots, "HEAD"))

    def test_without_the_filter_nothing_is_committed_online_or_offline(self):
        self.attribute("filter=rot")
        self.first_entry()
        before = self.machine.git("rev-parse", "HEAD")
        for address in (str(self.remote), AWAY):
            self.machine.git("remote", "set-url", "origin", address)
            self.assert_nothing_committed(self.machine.run("sync"))
        self.assertEqual(before, self.machine.git("rev-parse", "HEAD"))

    def test_a_filter_that_fails_commits_nothing(self):
        self.attribute("filter=rot")
        self.first_entry()
        self.use_filter(self.machine, clean="false")
        for address in (str(self.remote), AWAY):
            self.machine.git("remote", "set-url", "origin", address)
            answer = self.machine.run("sync")
            self.assertEqual(1, answer.code, answer)
            self.assertIn(b"clean filter 'rot' failed", answer.err)
            self.assertNotIn(SECRET, self.machine.git("log", "-p", "--all"))

    def test_a_filter_that_loses_words_commits_nothing(self):
        self.attribute("filter=rot")
        self.first_entry()
        self.use_filter(self.machine, clean="sed s/SECRET//", smudge="cat")
        self.assert_nothing_committed(self.machine.run("sync"))

    def test_a_filter_of_one_way_is_as_git_has_it(self):
        self.attribute("filter=rot")
        self.first_entry()
        self.machine.git("config", "filter.rot.clean", "sed 's/ *$//'")
        self.synced(self.machine)
        self.assertEqual(self.machine.bytes(), self.blob(self.remote))

    def test_ident_never_rewrites_a_note(self):
        self.attribute("ident")
        self.log(self.machine, "one", "-m", "plain")
        self.machine.git("add", "-f", "ledger.jsonl")
        self.synced(self.machine)
        head = self.machine.git("rev-parse", "HEAD")
        self.log(self.machine, "two", "-m", "see $Id: old $")
        answer = self.machine.run("sync")
        self.assertEqual(1, answer.code, answer)
        self.assertIn(b"ident", answer.err)
        self.assertEqual(head, self.machine.git("rev-parse", "HEAD"))

    def test_an_encoding_that_the_ledger_is_not_in_commits_nothing(self):
        self.attribute("working-tree-encoding=UTF-16")
        self.log(self.machine, "one", "-m", SECRET)
        self.machine.git("update-index", "--add", "--cacheinfo",
                         "100644," + self.machine.git("rev-parse", "HEAD:.gitattributes").strip()
                         + ",ledger.jsonl")
        before = self.machine.git("rev-parse", "HEAD")
        answer = self.machine.run("sync")
        self.assertEqual(1, answer.code, answer)
        self.assertEqual(before, self.machine.git("rev-parse", "HEAD"))

    def test_line_ends_are_converted_as_git_would_and_nothing_comes_twice(self):
        self.machine.git("config", "--global", "core.autocrlf", "true")
        self.attribute("text eol=crlf merge=union")
        self.first_entry()
        self.synced(self.machine)
        self.assertNotIn(b"\r", self.blob(self.remote))
        (other,) = self.machines(1)
        other.git("config", "--global", "core.autocrlf", "true", folder=other.folder)
        self.log(other, "two")
        self.assertEqual(1, self.synced(other, str(self.remote))["received"]["acts"])
        self.assertEqual(1, self.synced(self.machine)["received"]["acts"])
        for machine in (self.machine, other):
            answer = self.synced(machine)
            self.assertEqual((0, 0), (answer["received"]["records"], answer["sent"]["records"]))
            self.assertEqual(["one", "two"], sorted(machine.listed()))

    @unittest.skipUnless(shutil.which("git-crypt"), "git-crypt is not installed")
    def test_a_ledger_under_git_crypt_is_encrypted_there_and_read_here(self):
        self.machine.git("crypt", "init")
        self.attribute("filter=git-crypt diff=git-crypt")
        self.first_entry()
        self.synced(self.machine)
        self.assertTrue(self.blob(self.remote).startswith(b"\0GITCRYPT\0"))
        self.assertEqual("", self.machine.git("status", "--porcelain"))
        self.log(self.machine, "two")
        self.machine.git("remote", "set-url", "origin", AWAY)
        self.assertEqual(1, self.machine.run("sync").code)
        self.assertTrue(self.blob(self.dots, "HEAD").startswith(b"\0GITCRYPT\0"))
        self.machine.git("remote", "set-url", "origin", str(self.remote))
        self.assertEqual(1, self.synced(self.machine)["sent"]["acts"])
        # A clone that was not unlocked keeps its words to itself.
        (locked,) = self.machines(1)
        self.owned(locked)
        locked.git("fetch", "-q")
        locked.git("reset", "-q", "origin/main")
        locked.git("checkout", "-q", ".gitattributes")
        self.log(locked, "three", "-m", SECRET)
        before = self.blob(self.remote)
        self.assertEqual(1, locked.run("sync").code)
        self.assertEqual(before, self.blob(self.remote))
        self.assertNotIn(SECRET, locked.git("log", "-p", "--all"))

    @unittest.skipUnless(shutil.which("git-lfs"), "git-lfs is not installed")
    def test_a_ledger_in_git_lfs_is_a_pointer_there_and_whole_here(self):
        self.machine.git("lfs", "install", folder=self.machine.folder)
        self.machine.git("lfs", "install", "--local")
        self.attribute("filter=lfs diff=lfs merge=lfs -text")
        self.first_entry()
        self.synced(self.machine)
        self.assertTrue(self.blob(self.remote).startswith(b"version https://git-lfs"))
        (other,) = self.machines(1)
        other.git("lfs", "install", folder=other.folder)
        self.owned(other)
        other.git("pull", "-q", "origin", "main")
        self.assertEqual(self.machine.bytes(), other.bytes())
        self.log(other, "two")
        self.synced(other)
        self.assertEqual(1, self.synced(self.machine)["received"]["acts"])
        self.assert_same([self.machine, other])


if __name__ == "__main__":
    real.main()
