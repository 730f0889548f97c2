"""Heavy ball with Gaussian noise in Numba, one trajectory at a time; compiled before it is timed.

usage: numba_loop.py heavy-ball|many-endings TRAJECTORIES SEED
"""

import sys

import numpy as np
from job import *
from numba import njit


@njit
def exits(step_size, trajectories, seed):
    np.random.seed(seed)
    made = np.empty(trajectories, dtype=np.int64)
    for t in range(trajectories):
        x, v, steps = START, 0.0, 0
        while x < 0:
            gradient = (x * x - 1) * x
            v = MOMENTUM * v - step_size * (gradient + GAUSSIAN_SCALE * np.random.normal())
            x += v
            steps += 1
        made[t] = steps
    return made


if __name__ == "__main__":
    task, trajectories, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    exits(STEP_SIZES[task], 10, 0)
    report("Numba", task, *timed(lambda: exits(STEP_SIZES[task], trajectories, seed)))
