"""Values, gradients and Hessian-vector products of small networks, for NetworkTest.

usage: network_reference.py > src/test/resources/org/escapement/network/reference.csv

Nothing here is backpropagation: the loss is written down unit by unit in arithmetic of 120 digits (mpmath), and its
derivatives are central differences with steps of 1e-30, wrong by 1e-60 of their size. A line is: hidden widths,
activation, loss, outputs, rows, quantity, numbers.
"""

import mpmath as mp

mp.mp.dps = 120
STEP = mp.mpf(10) ** -30
INPUTS = 3

CASES = [
    ([], "relu", "squared", 1, 7),
    ([], "tanh", "cross-entropy", 2, 6),
    ([4], "relu", "cross-entropy", 3, 8),
    ([4], "tanh", "squared", 1, 5),
    ([4, 3], "tanh", "cross-entropy", 3, 9),
    ([5, 3], "relu", "squared", 3, 6),
    ([3, 4, 2], "tanh", "squared", 3, 5),
    ([4, 5, 3], "relu", "cross-entropy", 4, 9),
]


def data(rows, outputs):
    """The numbers of NetworkTest.Sample: all are short binary fractions."""
    x = [[mp.mpf((7 * i + 3 * k + i * k) % 11 - 5) / 4 for k in range(INPUTS)] for i in range(rows)]
    y = [(5 * i + 1) % 7 - 3 if outputs == 1 else i % outputs for i in range(rows)]
    return x, y


def weights(n):
    return [mp.mpf((5 * k * k + 3 * k) % 17 - 8) / 8 + mp.mpf(k + 1) / 1024 for k in range(n)]


def direction(n):
    return [mp.mpf((7 * k + 2) % 13 - 6) / 8 for k in range(n)]


def sigma(z, activation):
    if activation == "tanh":
        return mp.tanh(z)
    assert abs(z) > mp.mpf(10) ** -6, "too near to the kink"
    return z if z > 0 else mp.mpf(0)


def row_loss(w, x, y, widths, activation, loss):
    h, first = x, 0
    for layer in range(len(widths) - 1):
        n, m = widths[layer], widths[layer + 1]
        z = []
        for j in range(m):
            total = w[first + n * m + j]
            for k in range(n):
                total += w[first + k * m + j] * h[k]
            z.append(total)
        first += (n + 1) * m
        h = z if layer == len(widths) - 2 else [sigma(value, activation) for value in z]
    if loss == "cross-entropy":
        return mp.log(sum(mp.exp(value) for value in h)) - h[y]
    wanted = [mp.mpf(y)] if len(h) == 1 else [mp.mpf(j == y) for j in range(len(h))]
    return sum((a - b) ** 2 for a, b in zip(h, wanted)) / 2


def mean_loss(w, x, y, widths, activation, loss):
    return sum(row_loss(w, a, b, widths, activation, loss) for a, b in zip(x, y)) / len(x)


def gradient(f, w):
    slopes = []
    for k in range(len(w)):
        above, below = list(w), list(w)
        above[k] += STEP
        below[k] -= STEP
        slopes.append((f(above) - f(below)) / (2 * STEP))
    return slopes


def curved(f, w, v):
    """The change of the gradient along v."""
    above = gradient(f, [a + STEP * b for a, b in zip(w, v)])
    below = gradient(f, [a - STEP * b for a, b in zip(w, v)])
    return [(a - b) / (2 * STEP) for a, b in zip(above, below)]


def main():
    for hidden, activation, loss, outputs, rows in CASES:
        widths = [INPUTS, *hidden, outputs]
        n = sum((a + 1) * b for a, b in zip(widths, widths[1:]))
        x, y = data(rows, outputs)
        w = weights(n)

        def f(at):
            return mean_loss(at, x, y, widths, activation, loss)

        case = f"{' '.join(map(str, hidden))},{activation},{loss},{outputs},{rows}"
        for quantity, numbers in (
            ("value", [f(w)]),
            ("gradient", gradient(f, w)),
            ("hessian", curved(f, w, direction(n))),
        ):
            print(f"{case},{quantity},{' '.join(mp.nstr(number, 20) for number in numbers)}")


if __name__ == "__main__":
    main()
