"""What a server, a hook, the settings of git or a stranger's repository have against a sync: the
reason is shown, without secrets, and nothing is sent where nobody asked for it."""

import os
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import machines
import real
from interruptions import plant_hook

IDENT = ["-c", "user.name=a", "-c", "user.email=a@b"]
TOKEN = "ghp_SECRETTOKEN"


class Servers(machines.Case):
    def refused(self, words, reasons, times=1):
        """A push that the server refuses: told once, with its words, and the remote is not kept."""
        (machine,) = self.machines(0)
        self.log(machine, "kept")
        answer = machine.run("sync", *words)
        self.assert_apart(answer, machine.bytes(), machine)
        for reason in reasons:
            self.assertIn(reason, answer.err)
        tried = (self.shared / "count").read_text().splitlines()
        self.assertEqual(times, len(tried))
        return machine

    def counting(self, hook, words):
        return plant_hook(self.remote / "hooks" / hook,
                          f"echo x >> {self.shared}/count\necho '{words}' >&2\nexit 1\n")

    def test_a_push_that_a_hook_of_the_server_refuses_is_tried_once_and_its_words_are_shown(self):
        for hook in ("pre-receive", "update"):
            with self.subTest(hook=hook):
                self.remote = self.shared / f"{hook}.git"
                subprocess.run(["git", "init", "-q", "--bare", self.remote], check=True)
                planted = self.counting(hook, "GH006: Protected branch.")
                machine = self.refused([str(self.remote)], [b"GH006: Protected branch", b"rejected"])
                self.assertEqual("", machine.git("remote"))
                planted.unlink()
                (self.shared / "count").unlink()
                self.assertEqual(1, self.synced(machine, str(self.remote))["sent"]["acts"])

    def test_a_branch_that_the_server_has_checked_out_is_not_pushed_to(self):
        work = self.shared / "work"
        subprocess.run(["git", "init", "-q", "-b", "main", work], check=True)
        (machine,) = self.machines(0)
        self.log(machine, "kept")
        answer = machine.run("sync", str(work))
        self.assertEqual(1, answer.code, answer)
        self.assertIn(b"branch is currently checked out", answer.err)

    def test_where_the_branch_may_only_move_on_it_does(self):
        self.machine_git("config", "receive.denyNonFastForwards", "true")
        pair = self.machines(0, 0)
        for i, machine in enumerate(pair):
            self.log(machine, f"own-{i}")
            self.synced(machine, str(self.remote))
        self.synced(pair[0])
        self.assert_same(pair)

    def machine_git(self, *words):
        subprocess.run(["git", "-C", self.remote, *words], check=True)

    def test_a_first_sync_that_another_machine_outruns_goes_on(self):
        slow, fast = self.machines(0, 0)
        self.log(slow, "slow")
        self.log(fast, "fast")
        hooks = slow.folder / "hooks"
        plant_hook(hooks / "pre-push",
                   f"[ -e {self.shared}/once ] && exit 0\ntouch {self.shared}/once\n"
                   f"HOME={fast.folder} {real.BINARY} sync -q {self.remote}\n")
        slow.git("config", "--global", "core.hooksPath", str(hooks), folder=slow.folder)
        answer = self.synced(slow, str(self.remote))
        self.assertTrue((self.shared / "once").exists())
        self.assertEqual((1, 1), (answer["received"]["acts"], answer["sent"]["acts"]))
        self.assertEqual(f"{self.remote}\n", slow.git("remote", "get-url", "origin"))
        self.synced(fast)
        self.assert_same([slow, fast])

    def test_a_remote_that_others_always_move_is_given_up(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        self.synced(machine, str(self.remote))
        there = f"git -C {self.remote}"
        plant_hook(machine.ledger.parent / ".git/hooks/pre-push",
                   f"unset $(git rev-parse --local-env-vars)\necho x >> {self.shared}/count\n"
                   f"new=$({there} {' '.join(IDENT)} commit-tree -m x -p main 'main^{{tree}}')\n"
                   f"{there} update-ref refs/heads/main $new\n")
        self.log(machine, "two")
        self.assert_apart(machine.run("sync"), machine.bytes(), machine)
        self.assertEqual(10, len((self.shared / "count").read_text().splitlines()))

    def test_what_a_hook_of_the_owners_says_is_shown(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        self.synced(machine, str(self.remote))
        plant_hook(machine.ledger.parent / ".git/hooks/pre-push",
                   "echo 'no pushes on a Monday' >&2\nexit 1\n")
        self.log(machine, "two")
        answer = machine.run("sync")
        self.assert_apart(answer, machine.bytes(), machine)
        self.assertIn(b"no pushes on a Monday", answer.err)

    def test_what_ssh_says_is_shown(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        ssh = plant_hook(self.shared / "bin/ssh",
                         "echo 'git@example.org: Permission denied (publickey).' >&2\nexit 255\n")
        answer = machine.run("sync", "git@example.org:ana/l.git", env={"GIT_SSH": str(ssh)})
        self.assert_apart(answer, machine.bytes(), machine)
        self.assertIn(b"git@example.org: Permission denied (publickey)", answer.err)

    def test_a_remote_that_holds_something_else_is_not_remembered(self):
        wrong = self.shared / "wrong"
        subprocess.run(["git", "init", "-q", "-b", "main", wrong], check=True)
        (wrong / "a").write_text("a")
        subprocess.run(["git", "-C", wrong, "add", "."], check=True)
        subprocess.run(["git", "-C", wrong, *IDENT, "commit", "-qm", "a"], check=True)
        (machine,) = self.machines(0)
        self.log(machine, "one")
        self.assert_apart(machine.run("sync", str(wrong)), machine.bytes(), machine)
        self.assertEqual(1, self.synced(machine, str(self.remote))["sent"]["acts"])

    def test_a_child_that_a_hook_leaves_behind_holds_no_sync(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        self.synced(machine, str(self.remote))
        plant_hook(machine.ledger.parent / ".git/hooks/pre-push",
                   f"sleep 300 &\necho $! > {self.shared}/pid\n")
        self.log(machine, "two")
        try:
            self.assertEqual(1, self.synced(machine)["sent"]["acts"])
        finally:
            os.kill(int((self.shared / "pid").read_text()), 9)


class Secrets(machines.Case):
    ADDRESSES = [f"https://{TOKEN}@github.example/r.git", f"https://ana:{TOKEN}@github.example/r.git",
                 f"http://{TOKEN}:x-oauth-basic@github.example/r.git",
                 f"https://ana:p/{TOKEN}@github.example/r.git"]

    def test_a_token_in_an_address_is_shown_nowhere(self):
        for address in self.ADDRESSES:
            (machine,) = self.machines(0)
            self.log(machine, "one")
            said = [machine.run("sync", f"{address}\n")]  # refused as a word
            root = address[:address.rindex("/") + 1]
            for stands_for in (f"{self.shared}/nowhere/", f"{self.shared}/"):
                subprocess.run(["git", "config", "--global", f"url.{stands_for}.insteadOf", root],
                               env=machine.environment, check=True)
                name = "ledger.git" if stands_for.endswith("nowhere/") else self.remote.name
                there = root + name
                said += [machine.run("sync", there, "--json"), machine.run("sync", there)]
                subprocess.run(["git", "config", "--global", "--unset-all",
                                f"url.{stands_for}.insteadOf"], env=machine.environment, check=True)
            said.append(machine.run("sync"))
            said.append(machine.run("sync", "elsewhere.git"))
            with self.subTest(address=address):
                self.assertEqual([2, 1, 1, 0, 0, 1, 2], [answer.code for answer in said])
                for answer in said:
                    self.assertNotIn(TOKEN.encode(), answer.out + answer.err)
                self.assertIn(b"https://github.example/" if "https" in address
                              else b"http://github.example/", said[3].out)


class Settings(machines.Case):
    """What git is set to may lead a push elsewhere, or nowhere."""

    def set(self, machine, name, value):
        machine.git("config", "--global", name, value, folder=machine.folder)

    def ledger_there(self):
        return subprocess.run(["git", "-C", self.remote, "cat-file", "blob", "main:ledger.jsonl"],
                              check=True, capture_output=True).stdout

    def test_settings_of_pushes_do_not_keep_it_from_being_sent(self):
        for name, value in (("push.recurseSubmodules", "only"), ("submodule.recurse", "true"),
                            ("push.default", "nothing"), ("push.followTags", "true"),
                            ("remote.origin.push", "refs/heads/none:refs/heads/none"),
                            ("remote.origin.mirror", "true"), ("fetch.prune", "true"),
                            ("fetch.recurseSubmodules", "true"), ("core.quotePath", "true"),
                            ("color.ui", "always"), ("core.fsmonitor", "false"),
                            ("log.showSignature", "true"), ("transfer.fsckObjects", "true")):
            with self.subTest(setting=name):
                (machine,) = self.machines(0)
                self.log(machine, "first")
                self.remote = self.shared / f"{name}.git"
                subprocess.run(["git", "init", "-q", "--bare", self.remote], check=True)
                self.synced(machine, str(self.remote))
                subprocess.run(["git", "-C", self.remote, "branch", "another", "main"], check=True)
                self.set(machine, name, value)
                self.log(machine, "second")
                self.assertEqual(1, self.synced(machine)["sent"]["acts"])
                self.assertEqual(machine.bytes(), self.ledger_there())
                self.assertEqual("another main", " ".join(machine.git(
                    "for-each-ref", "--format=%(refname:short)", folder=self.remote).split()))

    def test_what_was_pushed_elsewhere_is_not_called_sent(self):
        (machine,) = self.machines(0)
        self.log(machine, "first")
        self.synced(machine, str(self.remote))
        elsewhere = self.shared / "elsewhere.git"
        subprocess.run(["git", "init", "-q", "--bare", elsewhere], check=True)
        for name, value in (("remote.origin.pushurl", str(elsewhere)),
                            (f"url.{elsewhere}.pushInsteadOf", str(self.remote))):
            with self.subTest(setting=name):
                self.set(machine, name, value)
                self.log(machine, name.replace("/", "-").replace("_", "-"))
                answer = machine.run("sync")
                self.assert_apart(answer, machine.bytes(), machine)
                self.assertIn(b"does not have the ledger", answer.err)
                machine.git("config", "--global", "--unset", name, folder=machine.folder)
        self.synced(machine)
        # One that leads to the same place is as good as none.
        self.set(machine, "remote.origin.pushurl", str(self.remote))
        self.log(machine, "fourth")
        self.assertEqual(1, self.synced(machine)["sent"]["acts"])
        self.assertEqual(machine.bytes(), self.ledger_there())

    def test_a_commit_is_signed_where_the_owner_signs_all(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        self.set(machine, "commit.gpgSign", "true")
        gpg = plant_hook(self.shared / "bin/gpg", "echo 'no such key' >&2\nexit 2\n")
        self.set(machine, "gpg.program", str(gpg))
        answer = machine.run("sync", str(self.remote))
        self.assert_apart(answer, machine.bytes(), machine)
        self.assertIn(b"gpg failed to sign the data", answer.err)
        gpg.write_text("#!/bin/sh\ncat >/dev/null\necho signature\n"
                       "echo '[GNUPG:] SIG_CREATED ' >&2\n")
        self.synced(machine, str(self.remote))
        self.assertIn("gpgsig signature", machine.git("cat-file", "commit", "HEAD"))

    def test_broken_settings_are_named_and_nothing_is_made(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        (machine.folder / ".gitconfig").write_text("[core\n")
        self.assert_apart(machine.run("sync", str(self.remote)), machine.bytes(), machine)
        self.assertFalse((machine.ledger.parent / ".git").exists())
        (machine.folder / ".gitconfig").unlink()
        self.synced(machine, str(self.remote))
        (machine.folder / ".gitconfig").write_text("[core\n")
        answer = machine.run("sync")
        self.assert_apart(answer, machine.bytes(), machine)
        self.assertIn(b"bad config line 1 in file", answer.err)

    def test_no_variable_that_git_calls_local_reaches_it(self):
        names = subprocess.run(["git", "rev-parse", "--local-env-vars"], check=True,
                               capture_output=True, text=True).stdout.split()
        self.assertGreater(len(names), 10)
        (machine,) = self.machines(0)
        self.log(machine, "one")
        seen = self.shared / "seen"
        plant_hook(self.shared / "bin/git", f"env >> {seen}\nexec /usr/bin/env -i false\n")
        machine.run("sync", str(self.remote), env={
            "PATH": f"{self.shared}/bin:{machine.environment['PATH']}",
            "GIT_NAMESPACE": "x", "GIT_ATTR_SOURCE": "x", **{name: "x" for name in names}})
        set_there = {line.split("=")[0] for line in seen.read_text().splitlines()}
        self.assertEqual(set(), set_there & {*names, "GIT_NAMESPACE", "GIT_ATTR_SOURCE"})


class Strangers(machines.Case):
    """Repositories that are not connect's."""

    def project(self, machine):
        project = machine.folder / "project"
        subprocess.run(["git", "clone", "-q", self.remote, project], check=True, capture_output=True)
        machine.git("symbolic-ref", "HEAD", "refs/heads/main", folder=project)
        project.chmod(0o700)
        (project / "README").write_text("hello\n")
        (project / ".gitignore").write_text("ledger.jsonl\n")
        machine.git("add", ".", folder=project)
        machine.git(*IDENT, "commit", "-qm", "one", folder=project)
        machine.git("push", "-q", "-u", "origin", "main", folder=project)
        machine.ledger = project / "ledger.jsonl"
        machine.environment["CONNECT_LEDGER"] = str(machine.ledger)
        self.log(machine, "one")
        return project

    def test_a_ledger_that_a_project_does_not_track_is_never_sent_there(self):
        (machine,) = self.machines(0)
        project = self.project(machine)
        before = machine.git("rev-parse", "main", folder=self.remote)
        for ignored in (True, False):
            for words in ([], [str(self.remote)], ["origin"]):
                with self.subTest(ignored=ignored, words=words):
                    answer = machine.run("sync", *words)
                    self.assert_apart(answer, machine.bytes(), machine)
                    self.assertIn(b"does not track this ledger", answer.err)
            (project / ".gitignore").write_text("")
        self.assertEqual(before, machine.git("rev-parse", "main", folder=self.remote))
        self.assertEqual("one\n", machine.git("log", "--all", "--format=%s"))
        # As it says, so it can be asked for.
        machine.git("add", "-f", "--", "ledger.jsonl")
        self.assertEqual(1, self.synced(machine)["sent"]["acts"])

    def test_a_repository_without_a_commit_that_goes_somewhere_is_not_connects(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        folder = machine.ledger.parent
        machine.git("init", "-q")
        machine.git("remote", "add", "origin", str(self.remote))
        self.assert_apart(machine.run("sync"), machine.bytes(), machine)
        machine.git("remote", "remove", "origin")
        # A link whose target does not exist yet is followed.
        self.assertEqual(1, self.synced(machine, str(self.remote))["sent"]["acts"])
        self.assertTrue((folder / ".git").exists())

    def test_a_repository_that_connect_made_before_there_was_a_ledger_stays_in_use(self):
        (machine,) = self.machines(0)
        self.synced(machine, str(self.remote))
        self.assertFalse(machine.ledger.exists())
        self.log(machine, "one")
        self.assertEqual(1, self.synced(machine)["sent"]["acts"])

    @unittest.skipUnless(real.IS_ROOT, "it takes root to give a folder to somebody else")
    def test_a_repository_that_belongs_to_somebody_else_is_named_and_none_is_made_in_it(self):
        (machine,) = self.machines(0)
        project = machine.folder / "dots"
        subprocess.run(["git", "init", "-q", project], check=True)
        machine.ledger = project / "c/ledger.jsonl"
        machine.environment["CONNECT_LEDGER"] = str(machine.ledger)
        self.log(machine, "one")
        for folder in (project, project / ".git"):
            os.chown(folder, real.NOBODY, -1)
        for words in ([], [str(self.remote)]):
            answer = machine.run("sync", *words)
            self.assertEqual(1, answer.code, answer)
            self.assertIn(b"dubious ownership", answer.err)
            self.assertFalse((machine.ledger.parent / ".git").exists())


class Index(machines.Case):
    def test_an_index_that_is_in_use_is_told_the_next_time(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        self.synced(machine, str(self.remote))
        lock = machine.ledger.parent / ".git/index.lock"
        lock.touch()
        self.log(machine, "two")
        answer = machine.run("sync")
        self.assertEqual(0, answer.code, answer)
        self.assertIn(b"index.lock", answer.err)
        lock.unlink()
        self.synced(machine)
        self.assertEqual("", machine.git("status", "--porcelain"))

    def test_a_lock_that_a_killed_git_left_is_named_with_what_to_do(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        self.synced(machine, str(self.remote))
        lock = machine.ledger.parent / ".git/refs/heads/main.lock"
        lock.touch()
        self.log(machine, "two")
        answer = machine.run("sync")
        self.assert_apart(answer, machine.bytes(), machine)
        self.assertIn(str(lock).encode(), answer.err)
        self.assertIn(b"delete that lock file", answer.err)

    def test_attributes_that_are_staged_stay_staged(self):
        (machine,) = self.machines(0)
        self.log(machine, "one")
        self.synced(machine, str(self.remote))
        attributes = machine.ledger.parent / ".gitattributes"
        attributes.write_text(attributes.read_text() + "*.jpg binary\n")
        machine.git("add", ".gitattributes")
        self.log(machine, "two")
        self.synced(machine)
        self.assertEqual("M  .gitattributes\n", machine.git("status", "--porcelain"))


if __name__ == "__main__":
    real.main()
