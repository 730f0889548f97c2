"""The jobs in NumPy and SciPy, vectorised over lanes; a lane whose trajectory ended starts the next.

usage: numpy_lanes.py heavy-ball|many-endings|stable|scipy TRAJECTORIES SEED
"""

import os
import sys

import numpy as np
from job import *

LANES = 4096  # the fastest of 512 to 16384: pays off the calls and still fits the caches


class HeavyBall:
    def __init__(self, random, step_size):
        self.random = random
        self.step_size = step_size
        self.v = np.zeros(LANES)
        self.noise = np.empty(LANES)
        self.g = np.empty(LANES)

    def advance(self, x):
        self.random.standard_normal(out=self.noise)
        np.multiply(x, x, out=self.g)
        self.g -= 1
        self.g *= x
        self.noise *= GAUSSIAN_SCALE
        self.g += self.noise
        self.g *= self.step_size
        self.v *= MOMENTUM
        self.v -= self.g
        x += self.v

    def restart(self, lanes):
        self.v[lanes] = 0


class EulerMaruyama:
    def __init__(self, kicks):
        self.kicks = kicks
        self.step_size = STEP_SIZES["stable"]

    def advance(self, x):
        kick = self.kicks()
        kick *= STABLE_SCALE * self.step_size ** (1 / ALPHA)
        x += kick - self.step_size * (x * x - 1) * x

    def restart(self, lanes):
        pass


def stable(random):
    """Symmetric stable, E exp(iuS) = exp(-|u|^alpha) (Chambers, Mallows, Stuck 1976)."""
    phi = random.random(LANES)
    phi -= 0.5
    phi *= np.pi
    w = random.standard_exponential(LANES)
    exponent = np.log(np.cos((1 - ALPHA) * phi) / w)
    exponent *= (1 - ALPHA) / ALPHA
    exponent -= np.log(np.cos(phi)) / ALPHA
    np.exp(exponent, out=exponent)
    exponent *= np.sin(ALPHA * phi)
    return exponent


def exits(dynamics, trajectories):
    """The exit steps of the first `trajectories` trajectories to begin."""
    x = np.full(LANES, START)
    birth = np.zeros(LANES, dtype=np.int64)
    made = []
    begun, live, step = LANES, LANES, 0
    while live > 0:
        dynamics.advance(x)
        step += 1
        out = np.flatnonzero(~(x < 0))
        if len(out) > 0:
            real = out[birth[out] >= 0]
            made.append(step - birth[real])
            more = min(len(real), max(trajectories - begun, 0))
            begun += more
            live -= len(real) - more
            x[out] = START
            birth[out] = -1  # no trajectory: goes on moving, unwatched
            birth[real[:more]] = step
            dynamics.restart(out)
    return np.concatenate(made)


def main(which, trajectories, seed):
    random = np.random.Generator(np.random.SFC64(seed))  # the fastest of NumPy's own
    if which in ("heavy-ball", "many-endings"):
        name, task, dynamics = "NumPy", which, HeavyBall(random, STEP_SIZES[which])
    elif which == "stable":
        name, task, dynamics = "NumPy, same sampler", which, EulerMaruyama(lambda: stable(random))
    else:
        from scipy.stats import levy_stable

        draw = lambda: levy_stable.rvs(ALPHA, 0, size=LANES, random_state=random)
        name, task, dynamics = "SciPy levy_stable.rvs", "stable", EulerMaruyama(draw)
    if "NPY_DISABLE_CPU_FEATURES" in os.environ:
        name += ", AVX2"
    report(name, task, *timed(lambda: exits(dynamics, trajectories)))


if __name__ == "__main__":
    main(sys.argv[1], max(LANES, int(sys.argv[2])), int(sys.argv[3]))
