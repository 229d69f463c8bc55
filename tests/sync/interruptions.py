"""Killed, raced and refused: whatever becomes of a sync, no entry is lost and none is torn."""

import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import machines
import real
from writers import LOOP

KILLS = 300 if real.LONG else 12
EACH = 400 if real.LONG else 60


def plant_hook(path, script):
    """A script that git runs on the way; it ends with what its last command ends with."""
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\n" + script)
    path.chmod(0o700)
    return path


class Interruptions(machines.Case):
    def write_meanwhile(self, machine, number, codes):
        answer = machine.shell(LOOP, str(number), str(EACH))
        for line in answer.out.decode().splitlines():
            name, code = line.split()
            codes[name] = int(code)

    def test_entries_logged_during_syncs_are_all_there_afterwards(self):
        pair, codes = self.machines(0, 3), {}
        for i, machine in enumerate(pair):
            self.log(machine, f"first-{i}")
            self.synced(machine, str(self.remote))
        writers = [threading.Thread(target=self.write_meanwhile, args=(machine, i, codes))
                   for i, machine in enumerate(pair)]
        for writer in writers:
            writer.start()
        while any(writer.is_alive() for writer in writers):
            for machine in pair:
                self.synced(machine)
        for machine in [*pair, *pair]:
            self.synced(machine)
        self.assertEqual({0}, set(codes.values()))
        self.assertEqual(2 * EACH, len(codes))
        for machine in pair:
            self.assertEqual({}, real.faults_in(machine.bytes(), codes))
        self.assert_same(pair)

    def test_a_sync_killed_anywhere_loses_nothing_and_the_next_one_goes_on(self):
        pair, names, killed = self.machines(0, -5), ["first"], 0
        self.log(pair[0], "first")
        for machine in pair:
            self.synced(machine, str(self.remote))
        started = time.monotonic()
        self.synced(pair[0])
        usual = time.monotonic() - started
        for i in range(KILLS):
            machine = pair[i % 2]
            names.append(f"entry-{i}")
            self.log(machine, names[-1])
            before = machine.bytes()
            with machine.start("sync", start_new_session=True, stdout=machines.subprocess.DEVNULL,
                               stderr=machines.subprocess.DEVNULL) as process:
                time.sleep(self.random.random() * usual)
                killed += process.poll() is None
                machines.kill_group(process)
            machines.remove_locks(machine.ledger.parent / ".git", self.remote)
            self.assertEqual(before, machine.bytes()[:len(before)])
            self.assertEqual({}, real.faults_in(machine.bytes(), [names[-1]]))
            machine.git("fsck", "--no-dangling", "--no-progress")
        for machine in [*pair, *pair]:
            self.synced(machine)
        for machine in pair:
            self.assertEqual({}, real.faults_in(machine.bytes(), names))
        self.assert_same(pair)
        print(f"{killed} of {KILLS} syncs killed", file=sys.stderr)

    def test_a_push_that_another_machine_outran_is_made_again(self):
        slow, fast = self.machines(0, 0)
        for machine in (slow, fast):
            self.synced(machine, str(self.remote))
        # A hook of the owner's runs just before the push; there the other machine is faster.
        plant_hook(slow.ledger.parent / ".git/hooks/pre-push",
                   f"[ -e {self.shared}/once ] && exit 0\ntouch {self.shared}/once\n"
                   f"HOME={fast.folder} {real.BINARY} sync -q\n")
        self.log(slow, "slow")
        self.log(fast, "fast")
        answer = self.synced(slow)
        self.assertTrue((self.shared / "once").exists())
        self.assertEqual({"records": 1, "acts": 1}, answer["received"])
        self.assertEqual({"records": 1, "acts": 1}, answer["sent"])
        self.synced(fast)
        self.assert_same([slow, fast])

    def test_a_remote_that_takes_nothing_is_told_and_not_remembered(self):
        (machine,) = self.machines(0)
        hook = plant_hook(self.remote / "hooks/pre-receive", "exit 1\n")
        self.log(machine, "kept")
        before = machine.bytes()
        self.assert_apart(machine.run("sync", str(self.remote)), before, machine)
        self.assertEqual("", machine.git("remote"))
        hook.unlink()
        self.assertEqual(1, self.synced(machine, str(self.remote))["sent"]["acts"])
        self.assertEqual(0, self.synced(machine)["sent"]["acts"])

    def test_of_two_syncs_at_once_one_is_busy(self):
        (machine,) = self.machines(0)
        self.log(machine, "kept")
        self.synced(machine, str(self.remote))
        plant_hook(machine.ledger.parent / ".git/hooks/pre-push",
                   f"{real.BINARY} sync --json > {self.shared}/inner\necho $? >> {self.shared}/inner\n")
        self.log(machine, "another")
        self.synced(machine)
        inner = (self.shared / "inner").read_text()
        self.assertIn('"busy"', inner)
        self.assertTrue(inner.endswith("\n5\n"), inner)


if __name__ == "__main__":
    real.main()
