"""The job of rows.cpp in NumPy: all trajectories of a block at once, products of matrices by its BLAS.

usage: numpy_rows.py TRAJECTORIES SEED
"""

import math
import sys

import numpy as np
from job import timed

N, D, B, STEPS, ETA, BETA = 1000, 100, 10, 1000, 0.5, 0.5
LANES = 32  # their rows still fit the caches


def data():
    m = np.arange(1, D // 2 + 1)
    angle = 2 * np.pi * (np.outer(np.arange(N), m) % N) / N
    scale = np.sqrt(2 * m**-1.5)
    x = np.empty((N, D))
    x[:, 0::2] = scale * np.cos(angle)
    x[:, 1::2] = scale * np.sin(angle)
    return x, x @ np.repeat(m**-0.5, 2)


def batches(random):
    """Distinct rows of each lane by the algorithm of Floyd."""
    rows = (random.random((LANES, B)) * np.arange(N - B + 1, N + 1)).astype(np.int64)
    for j in range(1, B):
        taken = (rows[:, :j] == rows[:, j : j + 1]).any(axis=1)
        rows[taken, j] = N - B + j
    return rows


def losses(trajectories, random):
    x, y = data()
    made = []
    for _ in range(0, trajectories, LANES):
        w = np.zeros((LANES, D))
        v = np.zeros((LANES, D))
        for _ in range(STEPS):
            rows = batches(random)
            seen = x[rows]
            residual = np.matmul(seen, w[:, :, None])[:, :, 0] - y[rows]
            v *= BETA
            v -= ETA / B * np.matmul(residual[:, None, :], seen)[:, 0, :]
            w += v
        made.append(((w @ x.T - y) ** 2).sum(axis=1) / (2 * N))
    return np.concatenate(made)


def main(trajectories, seed):
    random = np.random.Generator(np.random.SFC64(seed))
    seconds, made = timed(lambda: losses(trajectories, random))
    error = made.std() / math.sqrt(len(made))
    ns = 1e9 * seconds / len(made) / STEPS
    print(f"NumPy\tleast-squares\t{ns:.4f}\t{made.mean():.6e}\t{error:.6e}\t{len(made)}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
