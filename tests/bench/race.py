"""Times whole processes in turn. In every round each task runs once, in an order of its own, with
the floor right before it; a task's figure is its ratio to the floor of the same round.

Nothing but posix_spawn and wait4 stands in the timed path. Slow tasks run in fewer rounds, and
one that runs longer than the cap is stopped and not run again.
"""

import dataclasses
import os
import random
import signal
import statistics
import time

NULL = os.open(os.devnull, os.O_RDWR)
QUIET = [(os.POSIX_SPAWN_DUP2, NULL, stream) for stream in (0, 1, 2)]
MS = 1e-6  # a nanosecond in milliseconds


@dataclasses.dataclass
class Task:
    tool: str
    command: str
    size: int
    argv: list
    env: dict
    column: str = ""                     # what of the peers it is compared with
    prepare: object = None               # called before it, untimed
    restore: object = None               # called after it, untimed
    rounds: int = 0                      # how often it is to run
    capped: bool = False
    samples: list = dataclasses.field(default_factory=list)  # (round, wall ms, cpu ms)

    def __str__(self):
        return f"{self.tool} {self.command} ({self.size:,} entries)"


def once(argv, env, cap):
    """(wall ms, cpu ms, exit code) of one run; code -SIGKILL if the cap stopped it."""
    pid = 0

    def stop(*_):
        if pid:
            os.killpg(pid, signal.SIGKILL)

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, cap)
    begin = time.perf_counter_ns()
    pid = os.posix_spawn(argv[0], argv, env, file_actions=QUIET, setpgroup=0)
    try:
        _, status, usage = os.wait4(pid, 0)
    except BaseException:
        stop()
        raise
    end = time.perf_counter_ns()
    signal.setitimer(signal.ITIMER_REAL, 0)
    cpu = (usage.ru_utime + usage.ru_stime) * 1000
    return (end - begin) * MS, cpu, os.waitstatus_to_exitcode(status)


def measured(task, cap):
    """(wall ms, cpu ms) of one run with all that goes around it, or nothing at the cap."""
    if task.prepare:
        task.prepare()
    wall, cpu, code = once(task.argv, task.env, cap)
    if task.restore:
        task.restore()
    if code == -signal.SIGKILL:
        return None
    if code != 0:
        raise SystemExit(f"everyday: {task} ended with {code}: {' '.join(task.argv)}")
    return wall, cpu


def plan(tasks, rounds, budget, cap, say):
    """Runs each task to warm up, and decides how often it is to run. Where a tool is too slow for
    a size it is not tried with more."""
    lost = set()
    for task in sorted(tasks, key=lambda task: task.size):
        first = None if (task.tool, task.command) in lost else measured(task, cap)
        if first is None:
            say(f"{task}: more than {cap:g} s")
            lost.add((task.tool, task.command))
            task.capped = True
            continue
        at_least = 3 if first[0] < 5000 else 1
        task.rounds = min(rounds, max(at_least, int(budget * 1000 / first[0])))


def is_turn(task, number, rounds):
    """Its rounds lie evenly among all."""
    return (number + 1) * task.rounds // rounds > number * task.rounds // rounds


def run(tasks, floor, rounds, cap, say):
    """Fills the tasks' samples; gives the floor of each round as (wall ms, cpu ms)."""
    rng = random.Random(rounds)
    floors = []
    for number in range(rounds):
        turn = [task for task in tasks if is_turn(task, number, rounds)]
        rng.shuffle(turn)
        here = [once(floor.argv, floor.env, cap)[:2] for _ in range(5)]
        for task in turn:
            here.append(once(floor.argv, floor.env, cap)[:2])
            if (sample := measured(task, cap)) is None:
                task.capped = True
                task.rounds = 0
                continue
            task.samples.append((number, *sample))
        floors.append(tuple(statistics.median(each) for each in zip(*here)))
        say(f"round {number + 1} of {rounds}: {len(turn)} runs, floor {floors[-1][0]:.2f} ms",
            passing=True)
    return floors


def middle(values):
    """Median, and median distance from it."""
    median = statistics.median(values)
    return {"median": median, "mad": statistics.median(abs(value - median) for value in values)}


def figures(task, floors):
    """What a task came to, in milliseconds and in floors."""
    if task.capped or not task.samples:
        return None
    return {"rounds": len(task.samples),
            "wall_ms": middle([wall for _, wall, _ in task.samples]),
            "cpu_ms": middle([cpu for _, _, cpu in task.samples]),
            "wall": middle([wall / floors[at][0] for at, wall, _ in task.samples]),
            "cpu": middle([cpu / floors[at][1] for at, _, cpu in task.samples])}
