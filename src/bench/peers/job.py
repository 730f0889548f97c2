"""What the Python peers share: the job of escape.h and the line that src/bench/run reads."""

import math
import time

START = -1.0
STEP_SIZES = {"heavy-ball": 0.05, "many-endings": 0.1, "stable": 0.1}
MOMENTUM = 0.5
GAUSSIAN_SCALE = 1.0
ALPHA = 1.5
STABLE_SCALE = 0.5


def report(contestant, task, seconds, steps_of_exits):
    """Prints contestant, task, ns per lane-step, mean exit step, its standard error, trajectories."""
    n = len(steps_of_exits)
    mean = steps_of_exits.mean()
    error = steps_of_exits.std() / math.sqrt(n)
    ns = 1e9 * seconds / steps_of_exits.sum()
    print(f"{contestant}\t{task}\t{ns:.4f}\t{mean:.4f}\t{error:.4f}\t{n}")


def timed(work):
    """Seconds of CPU time that work() took, and what it returned."""
    begin = time.process_time()
    result = work()
    return time.process_time() - begin, result
