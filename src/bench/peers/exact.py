"""The exact mean exit steps of the jobs, from their integral equations, to check every contestant.

Heavy ball: the mean u(x, y) of the steps left at position x after y solves
u(x, y) = 1 + int_{z<0} p(z | x, y) u(z, x) dz with p normal, of mean x - h f'(x) + beta (x - y) and
standard deviation h s. Euler-Maruyama: u(x) = 1 + int_{z<0} p(z | x) u(z) dz with p stable.
Both by Gauss-Legendre nodes (Nystrom's method); each is solved twice, with more nodes, and both are printed.

usage: exact.py
"""

import numpy as np
from job import *
from scipy.interpolate import CubicSpline
from scipy.sparse.linalg import LinearOperator, gmres
from scipy.special import gamma


def nodes(edges, n):
    """Gauss-Legendre nodes and weights, n on each interval between the edges."""
    t, w = np.polynomial.legendre.leggauss(n)
    x = [(b - a) / 2 * t + (a + b) / 2 for a, b in zip(edges, edges[1:])]
    return np.concatenate(x), np.concatenate([(b - a) / 2 * w for a, b in zip(edges, edges[1:])])


def drift(x, step_size):
    return x - step_size * (x * x - 1) * x


def heavy_ball(step_size, n):
    z, w = nodes([-2.6, 0], n)
    sd = step_size * GAUSSIAN_SCALE

    def row(x, y):
        mean = drift(x, step_size) + MOMENTUM * (x - y)
        return np.exp(-0.5 * ((z - mean[..., None]) / sd) ** 2) * w / (sd * np.sqrt(2 * np.pi))

    p = row(z[:, None], z[None, :])  # [x, y, z]

    def residual(u):  # u as [x, y]: u - P u
        u = u.reshape(n, n)
        return (u - np.einsum("xyz,zx->xy", p, u)).ravel()

    u, failed = gmres(LinearOperator((n * n, n * n), residual), np.ones(n * n), tol=1e-10, restart=100)
    assert failed == 0
    start = np.array(START)
    # The second step comes from (z, START), off the nodes: iterate the equation once more there.
    second = 1 + np.einsum("xz,zx->x", row(z, np.full(n, START)), u.reshape(n, n))
    return 1 + row(start, start) @ second


def stable_density():
    """The symmetric stable density: inverted characteristic function, and its tail series beyond 25."""
    t = np.linspace(0, 12, 48001)
    phi = np.exp(-(t**ALPHA))
    phi[0] = 0.5
    z = np.linspace(0, 25, 5001)
    centre = CubicSpline(z, [np.sum(np.cos(t * q) * phi) * t[1] / np.pi for q in z])

    def tail(q):
        terms = [
            (-1) ** (k + 1) * gamma(k * ALPHA + 1) / gamma(k + 1) * np.sin(k * np.pi * ALPHA / 2)
            * q ** (-k * ALPHA - 1) / np.pi
            for k in range(1, 8)
        ]
        return sum(terms)

    return lambda q: np.where(q < 25, centre(np.minimum(q, 25)), tail(np.maximum(q, 25)))


def euler_maruyama(n, density):
    step_size = STEP_SIZES["stable"]
    scale = STABLE_SCALE * step_size ** (1 / ALPHA)
    edges = -np.array([1e5, 1e4, 1e3, 300, 100, 30, 10, 8, 7, 6, 5.5, 5, 4.5, 4, 3.5, 3, 2.5, 2, 1.5, 1, 0.5, 0])
    z, w = nodes(edges, n)

    def row(x):
        return density(np.abs(z - drift(x, step_size)[..., None]) / scale) * w / scale

    u = np.linalg.solve(np.eye(len(z)) - row(z), np.ones(len(z)))
    return 1 + row(np.array(START)) @ u


if __name__ == "__main__":
    for task in ("heavy-ball", "many-endings"):
        print(task, *[f"{heavy_ball(STEP_SIZES[task], n):.6f}" for n in (160, 200)])
    density = stable_density()
    print("stable", *[f"{euler_maruyama(n, density):.6f}" for n in (24, 36)])
