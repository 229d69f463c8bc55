"""Something else stands where the ledger should be: refused without hanging, with a remedy."""

import os
import socket
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from places import as_nobody, own_by_nobody

OLDER = real.ledger_of(["one", "two"])
EVERY_COMMAND = (["log", "thank"], ["done"], ["list"], ["prompt"], ["streak"], [])


class UnsafeFiles(real.Case):
    def setUp(self):
        super().setUp()
        self.home.plant(OLDER)
        self.folder = self.home.ledger.parent

    def assert_log_refused(self):
        """Reading such a ledger is harmless; writing to it is not."""
        before = self.home.bytes()
        for words in (["log", "thank", "--id", "new"], ["done"]):
            self.assert_not_saved(self.home.run(*words), 4, before)
        self.assertEqual(0, self.home.run("prompt").code)
        self.assertEqual(before, self.home.bytes())

    def assert_all_refused(self):
        for words in EVERY_COMMAND:
            with self.subTest(words=words):
                self.assert_refused(self.home.run(*words), 4)

    def test_a_fifo(self):
        self.home.ledger.unlink()
        os.mkfifo(self.home.ledger, 0o600)
        self.assert_all_refused()

    def test_a_folder(self):
        self.home.ledger.unlink()
        self.home.ledger.mkdir()
        self.assert_all_refused()

    def test_a_socket(self):
        self.home.ledger.unlink()
        with socket.socket(socket.AF_UNIX) as ours:
            os.chdir(self.folder)  # a socket's path must be short
            ours.bind(self.home.ledger.name)
            self.assert_all_refused()

    def test_a_device(self):
        for device in ("/dev/null", "/dev/zero", "/dev/full", "/dev/tty"):
            self.home.environment["CONNECT_LEDGER"] = device
            self.assert_all_refused()

    def test_a_link_to_a_fifo_or_a_device(self):
        os.mkfifo(self.folder / "fifo", 0o600)
        for target in (self.folder / "fifo", "/dev/zero"):
            self.home.ledger.unlink()
            self.home.ledger.symlink_to(target)
            self.assert_all_refused()

    def test_a_conflict_copy_that_is_a_fifo_does_not_hang(self):
        os.mkfifo(self.folder / "ledger.sync-conflict-20261123-120000-ABCDEFG.jsonl", 0o600)
        self.assert_saved(self.home.run("log", "thank", "--id", "new"), "new")
        self.assert_kept(OLDER)

    def test_a_hard_link(self):
        os.link(self.home.ledger, self.folder / "second")
        self.assert_log_refused()

    def test_a_file_that_others_may_write(self):
        for mode in (0o620, 0o602, 0o666):
            self.home.ledger.chmod(mode)
            self.assert_log_refused()

    def test_a_folder_that_others_may_write(self):
        for mode in (0o720, 0o702, 0o1777):
            self.folder.chmod(mode)
            self.assert_log_refused()
        self.folder.chmod(0o700)

    def test_a_loop_of_links(self):
        self.home.ledger.unlink()
        self.home.ledger.symlink_to(self.home.ledger)
        self.assert_all_refused()

    def test_the_users_own_link_is_followed_and_stays(self):
        target = self.home.folder / "dotfiles.jsonl"
        self.home.ledger.rename(target)
        self.home.ledger.symlink_to(target)
        self.assert_saved(self.home.run("log", "thank", "--id", "new"), "new")
        self.assertTrue(self.home.ledger.is_symlink())
        self.assertEqual(OLDER, target.read_bytes()[:len(OLDER)])
        self.assertEqual(3, target.read_bytes().count(b"\n"))

    def test_a_link_to_a_ledger_that_is_not_there_yet(self):
        """As in dotfiles: the file is made where the link leads, and the link stays."""
        self.home.ledger.unlink()
        folder = self.home.folder / "dots"
        folder.mkdir(mode=0o700)
        self.home.ledger.symlink_to("../../../dots/ledger.jsonl")
        self.assertEqual(b"", self.home.run("list").out)
        answer = self.home.run("doctor")
        self.assertEqual(1, answer.code, answer)
        self.assertIn(str(folder / "ledger.jsonl").encode(), answer.out)
        self.assertFalse((folder / "ledger.jsonl").exists())
        self.assert_saved(self.home.run("log", "thank", "--id", "here-1"), "here-1")
        self.assertTrue(self.home.ledger.is_symlink())
        self.assertIn(b"here-1", (folder / "ledger.jsonl").read_bytes())
        self.assertEqual(0o600, (folder / "ledger.jsonl").stat().st_mode & 0o777)

    def test_a_link_into_a_folder_that_is_not_there(self):
        self.home.ledger.unlink()
        self.home.ledger.symlink_to(self.home.folder / "nowhere/ledger.jsonl")
        self.assert_not_saved(self.home.run("log", "thank"))

    def test_a_link_into_a_folder_that_others_may_write(self):
        shared = self.home.folder / "shared"
        shared.mkdir()
        shared.chmod(0o777)
        self.home.ledger.rename(shared / "ledger.jsonl")
        self.home.ledger.symlink_to(shared / "ledger.jsonl")
        self.assert_log_refused()


@real.unittest.skipUnless(real.IS_ROOT, "needs root, to give files to another user")
class FilesOfOthers(real.Case):
    def test_another_users_file_and_a_link_to_it(self):
        self.home.plant(OLDER)
        os.chown(self.home.ledger, real.NOBODY, real.NOBODY)
        UnsafeFiles.assert_log_refused(self)
        other = self.home.folder / "other.jsonl"
        self.home.ledger.rename(other)
        self.home.ledger.symlink_to(other)
        UnsafeFiles.assert_log_refused(self)

    def test_a_user_is_not_led_to_a_file_of_root(self):
        self.home.plant(OLDER)
        own_by_nobody(self.home)
        os.chown(self.home.ledger, 0, 0)
        self.home.ledger.chmod(0o644)
        self.assert_not_saved(self.home.run("log", "thank", **as_nobody()), 4, OLDER)
        self.assertEqual(0, self.home.run("list", **as_nobody()).code)

    def test_sudo_with_a_kept_home_leaves_nothing_of_roots_behind(self):
        os.chown(self.home.folder, 1234, 1234)
        self.assert_not_saved(self.home.run("log", "thank"))
        self.assertEqual([], [str(path) for path in self.home.folder.rglob("*")])

    def test_sudo_with_a_kept_home_and_its_folders(self):
        self.home.plant(OLDER)
        for path in [self.home.folder, *self.home.folder.rglob("*")]:
            os.chown(path, 1234, 1234)
        UnsafeFiles.assert_log_refused(self)
        owners = {path.stat().st_uid for path in self.home.folder.rglob("*")}
        self.assertEqual({1234}, owners)


if __name__ == "__main__":
    real.main()
