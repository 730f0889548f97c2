"""The lines of src/bench/run as one table: the fastest run of each contestant, checked, and its ratio to ours.

usage: table.py RESULTS
"""

import csv
import datetime
import sys
from collections import defaultdict

# Solved from the jobs' integral equations by peers/exact.py; for least squares the mean loss by the recursion of second
# moments, which is exact for translation-invariant data.
EXACT = {"heavy-ball": 5353.979896, "many-endings": 257.377372, "stable": 53.150260, "least-squares": 1.990887587e-6}
STANDARD_ERRORS = 4
ENGINE = "Escapement"

# Task, peer, word in the engine's name: how many times the peer's speed ours must at least be.
BARS = {
    ("heavy-ball", "C++ AVX2 ziggurat", "JDK 25"): 0.75,
    ("heavy-ball", "C++ AVX2 ziggurat", "JDK 17"): 0.65,
    ("heavy-ball", "NumPy", ""): 4,
    ("heavy-ball", "plain C++", ""): 6,
    ("stable", "plain C++, same sampler", ""): 8,
    ("stable", "SciPy levy_stable.rvs", ""): 20,
    ("stable", "NumPy, same sampler", "widest"): 5,
    ("stable", "NumPy, same sampler, AVX2", "AVX2"): 5,
    ("least-squares", "C++ AVX2, by hand", ""): 0.7,
    ("network", "NumPy, OpenBLAS", ""): 1 / 1.5,
}
PER_COORDINATE = 1.2

# Jobs of the literature, per step of the whole vector; no exact mean is known, so engine and peer check each other.
PAPERS = ["pca-4", "phase-retrieval-10", "stable-100", "isotropic-stable-100", "network"]


def read(path):
    """(task, contestant) to its fastest ns per lane-step and its pooled (mean, standard error)."""
    runs = defaultdict(list)
    with open(path) as lines:
        for contestant, task, ns, mean, error, trajectories in csv.reader(lines, delimiter="\t"):
            runs[task, contestant].append((float(ns), float(mean), float(error), int(trajectories)))
    return {key: (min(run[0] for run in rows), worst(rows)) for key, rows in runs.items()}


def worst(rows):
    """The run whose mean is known best; the engine's runs share their random numbers."""
    return min(((mean, error) for _, mean, error, _ in rows), key=lambda pair: pair[1])


def cpu():
    with open("/proc/cpuinfo") as lines:
        for line in lines:
            if line.startswith("model name"):
                return line.split(":")[1].strip()
    return "unknown CPU"


def bar(task, peer, engine):
    for (t, p, word), value in BARS.items():
        if (t, p) == (task, peer) and word in engine:
            return value
    return None


def check(task, mean, error):
    if task not in EXACT:
        return f"{mean:.5g} ± {error:.1g}"
    z = (mean - EXACT[task]) / error
    return f"{mean:.7g} ± {error:.2g} ({'right' if abs(z) <= STANDARD_ERRORS else 'WRONG'}, z = {z:+.1f})"


def contest(results, task):
    engines = [name for t, name in results if t == task and name.startswith(ENGINE)]
    peers = [name for t, name in results if t == task and not name.startswith(ENGINE)]
    for name in engines + peers:
        ns, mean = results[task, name]
        cells = []
        for engine in engines if name in peers else []:
            ratio, wanted = ns / results[task, engine][0], bar(task, name, engine)
            verdict = "" if wanted is None else f" (≥ {wanted:.2g}: {'yes' if ratio >= wanted else 'no'})"
            cells.append(f"{ratio:.2f}{verdict}")
        cells += [""] * (len(engines) - len(cells))
        print(f"| {task} | {name} | {ns:.2f} | {' | '.join(cells)} | {check(task, *mean)} |")


def coordinates(results, engines):
    cells = []
    for engine in engines:
        ratio = results["quadratic-10", engine][0] / results["quadratic-1", engine][0]
        cells.append(f"{ratio:.2f} (≤ {PER_COORDINATE}: {'yes' if ratio <= PER_COORDINATE else 'no'})")
        for task in ("quadratic-1", "quadratic-10"):
            ns, mean = results[task, engine]
            print(f"| {task} | {engine} | {ns:.2f} |{' |' * len(engines)} {check(task, *mean)} |")
    print(f"| quadratic | d = 10 over d = 1, per coordinate | | {' | '.join(cells)} | |")


def main(path):
    results = read(path)
    engines = [name for task, name in results if task == "heavy-ball" and name.startswith(ENGINE)]
    print(f"{cpu()}, one core, {datetime.date.today()}; ns per lane-step and coordinate; our speed over the peer's\n")
    print(f"| task | contestant | ns | {' | '.join(e[len(ENGINE) + 2:] for e in engines)} | mean exit step |")
    print(f"|---|---|---:|{'---:|' * len(engines)}---|")
    contest(results, "heavy-ball")
    contest(results, "many-endings")
    contest(results, "stable")
    contest(results, "least-squares")
    coordinates(results, engines)
    for task in PAPERS:
        contest(results, task)


if __name__ == "__main__":
    main(sys.argv[1])
