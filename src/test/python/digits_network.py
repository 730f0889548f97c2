"""What SGD with momentum reaches on data/digits.csv.gz, in NumPy with its own random numbers, for DigitsNetworkTest.

usage: digits_network.py [RUNS]     in the directory of the project

64-20-10, ReLU, cross-entropy, rows standardised with one mean and one variance, 300 steps of the heavy ball with step
0.05 and momentum 0.8 by batches of 32 distinct rows, weights after He et al. 2015. Prints mean and standard error of
the loss and of the accuracy over all rows.
"""

import gzip
import sys

import numpy as np

HIDDEN, CLASSES, BATCH, STEPS, ETA, BETA = 20, 10, 32, 300, 0.05, 0.8


def data():
    with gzip.open("data/digits.csv.gz", "rt") as lines:
        table = np.loadtxt(lines, delimiter=",")
    x = table[:, :-1]
    return (x - x.mean()) / x.std(), table[:, -1].astype(int)


def softmax(x, w):
    hidden = np.maximum(x @ w[0] + w[1], 0)
    out = hidden @ w[2] + w[3]
    p = np.exp(out - out.max(axis=1, keepdims=True))
    return hidden, p / p.sum(axis=1, keepdims=True)


def run(x, y, random):
    w = [
        random.normal(size=(x.shape[1], HIDDEN)) * np.sqrt(2 / x.shape[1]),
        np.zeros(HIDDEN),
        random.normal(size=(HIDDEN, CLASSES)) * np.sqrt(1 / HIDDEN),
        np.zeros(CLASSES),
    ]
    v = [np.zeros_like(a) for a in w]
    for _ in range(STEPS):
        rows = random.choice(len(y), BATCH, replace=False)
        hidden, d = softmax(x[rows], w)
        d[np.arange(BATCH), y[rows]] -= 1
        d /= BATCH
        before = (d @ w[2].T) * (hidden > 0)
        gradient = [x[rows].T @ before, before.sum(axis=0), hidden.T @ d, d.sum(axis=0)]
        for a, b, g in zip(w, v, gradient):
            b *= BETA
            b -= ETA * g
            a += b
    _, p = softmax(x, w)
    return -np.log(p[np.arange(len(y)), y]).mean(), (p.argmax(axis=1) == y).mean()


def main(runs):
    x, y = data()
    random = np.random.Generator(np.random.PCG64(20261121))
    made = np.array([run(x, y, random) for _ in range(runs)])
    for name, numbers in zip(("loss", "accuracy"), made.T):
        print(f"{name} {numbers.mean():.6f} +- {numbers.std(ddof=1) / np.sqrt(runs):.6f}, deviation {numbers.std(ddof=1):.6f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
