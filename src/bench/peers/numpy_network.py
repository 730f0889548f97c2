"""Epochs of SGD on a network 784-100-10 with ReLU and cross-entropy in NumPy, double precision, batches of 64.

usage: numpy_network.py EPOCHS SEED [NAME]
"""

import math
import sys

import numpy as np
from job import timed

N, PIXELS, HIDDEN, CLASSES, B, ETA = 60000, 784, 100, 10, 64, 0.02
LOOKED_AT = 4


def data():
    i = np.arange(N, dtype=np.int64)[:, None]
    k = np.arange(PIXELS, dtype=np.int64)[None, :]
    x = (i * 7919 + k * 104729 + i * k * 31) % 65521 / 65521.0
    x += (i % CLASSES + 1) * (k + 3) * 7 % 101 / 101.0
    x *= 0.5
    return x, i[:, 0] % CLASSES


class Network:
    def __init__(self, random):
        self.w1 = random.normal(size=(PIXELS, HIDDEN)) * math.sqrt(2 / PIXELS)
        self.c1 = np.zeros(HIDDEN)
        self.w2 = random.normal(size=(HIDDEN, CLASSES)) * math.sqrt(1 / HIDDEN)
        self.c2 = np.zeros(CLASSES)
        self.rows = np.arange(B)

    def outputs(self, x):
        hidden = x @ self.w1
        hidden += self.c1
        np.maximum(hidden, 0, out=hidden)
        out = hidden @ self.w2
        out += self.c2
        out -= out.max(axis=1, keepdims=True)
        return hidden, out

    def step(self, x, y):
        hidden, out = self.outputs(x)
        np.exp(out, out=out)
        out /= out.sum(axis=1, keepdims=True)
        out[self.rows, y] -= 1
        out *= ETA / B
        before = out @ self.w2.T
        before *= hidden > 0
        self.w2 -= hidden.T @ out
        self.c2 -= out.sum(axis=0)
        self.w1 -= x.T @ before
        self.c1 -= before.sum(axis=0)

    def loss(self, x, y):
        _, out = self.outputs(x)
        return (np.log(np.exp(out).sum(axis=1)) - out[np.arange(len(y)), y]).mean()


def epoch(network, x, y, random):
    order = random.permutation(N)
    for first in range(0, N - B + 1, B):
        rows = order[first : first + B]
        network.step(x[rows], y[rows])


def main(epochs, seed, name):
    random = np.random.Generator(np.random.SFC64(seed))
    x, y = data()
    fastest, losses = math.inf, []
    for _ in range(max(epochs, LOOKED_AT)):
        network = Network(random)
        seconds, _ = timed(lambda: epoch(network, x, y, random))
        fastest = min(fastest, seconds)
        losses.append(network.loss(x, y))
    error = np.std(losses, ddof=1) / math.sqrt(len(losses))
    print(f"{name}\tnetwork\t{1e9 * fastest / (N // B):.4f}\t{np.mean(losses):.6e}\t{error:.6e}\t{len(losses)}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "NumPy, OpenBLAS")
