"""Heavy ball with Gaussian noise in Numba, one trajectory at a time; compiled before it is timed.

usage: numba_loop.py TRAJECTORIES SEED
"""

import sys

import numpy as np
from job import *
from numba import njit


@njit
def exits(trajectories, seed):
    np.random.seed(seed)
    made = np.empty(trajectories, dtype=np.int64)
    for t in range(trajectories):
        x, v, steps = START, 0.0, 0
        while x < 0:
            gradient = (x * x - 1) * x
            v = MOMENTUM * v - STEP_SIZE * (gradient + GAUSSIAN_SCALE * np.random.normal())
            x += v
            steps += 1
        made[t] = steps
    return made


if __name__ == "__main__":
    exits(10, 0)
    report("Numba", "heavy-ball", *timed(lambda: exits(int(sys.argv[1]), int(sys.argv[2]))))
