"""The disk does not confirm a write, or the file system has no locks (by way of shim.c)."""

import resource
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import real
from preload import load_shim

OLDER = real.ledger_of(["one", "two"])
LOG = ("log", "thank", "--id", "new", "-m", "n" * 200)


class DiskRefuses(real.Case):
    def setUp(self):
        super().setUp()
        self.home.plant(OLDER)

    def test_a_line_that_the_disk_did_not_confirm_is_not_called_saved(self):
        load_shim(self, "unsynced")
        answer = self.home.run(*LOG)
        self.assert_not_saved(answer)
        self.assertIn(b"may or may not", answer.err)
        self.assert_kept(OLDER)

    def test_saying_it_again_with_its_id_makes_it_one_entry(self):
        load_shim(self, "unsynced")
        self.assert_not_saved(self.home.run(*LOG))
        self.assert_saved(self.home.run(*LOG, env={"CONNECT_SHIM": ""}), "new")
        self.assertEqual(1, self.home.bytes().count(b'"id":"new"'))
        self.assert_kept(OLDER)

    def test_saying_it_again_is_not_called_saved_before_the_disk_confirms(self):
        load_shim(self, "unsynced")
        for _ in range(3):
            self.assert_not_saved(self.home.run(*LOG))
        self.assertLessEqual(self.home.listed().count("new"), 1)
        self.assert_kept(OLDER)

    def test_what_a_killed_writer_left_is_confirmed_before_it_is_called_saved(self):
        load_shim(self, "unsynced")
        self.home.plant(OLDER + real.record("new") + b"\n")
        self.assert_not_saved(self.home.run(*LOG))

    def test_a_new_file_that_its_folder_did_not_confirm_is_not_called_saved(self):
        load_shim(self, "folders")
        self.home.ledger.unlink()
        answer = self.home.run(*LOG)
        self.assert_not_saved(answer)
        self.assertIn(b"may or may not", answer.err)
        self.assert_not_saved(self.home.run(*LOG))
        self.assert_saved(self.home.run(*LOG, env={"CONNECT_SHIM": ""}), "new")

    def test_a_folder_that_was_not_confirmed_is_made_anew(self):
        load_shim(self, "folders")
        shutil.rmtree(self.home.folder / ".local")
        for _ in range(2):
            self.assert_not_saved(self.home.run(*LOG))
            self.assertFalse(self.home.ledger.parent.exists())
        self.assert_saved(self.home.run(*LOG, env={"CONNECT_SHIM": ""}), "new")

    def test_a_replacement_that_its_folder_did_not_confirm_is_not_called_done(self):
        load_shim(self, "folders")
        answer = self.home.run("forget", "one")
        self.assert_not_saved(answer)
        self.assertIn(b"may or may not", answer.err)

    def test_without_locks_a_log_is_saved_and_says_so(self):
        load_shim(self, "lockless")
        answer = self.home.run(*LOG)
        self.assert_saved(answer, "new")
        self.assertIn(b"no locks", answer.err)
        self.assert_kept(OLDER)

    def test_without_locks_nothing_is_ever_taken_back(self):
        """Somebody else may have written behind it by then."""
        load_shim(self, "lockless")
        limit = len(OLDER) + 40
        answer = self.home.run(*LOG, preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_FSIZE, (limit, limit)))
        self.assert_not_saved(answer)
        self.assertEqual(limit, len(self.home.bytes()))
        self.assert_saved(self.home.run(*LOG), "new")
        self.assert_kept(OLDER)


if __name__ == "__main__":
    real.main()
