// The jobs of the literature as one writes them first in C++: one trajectory at a time, plain loops over coordinates.
//
// usage: papers pca-4|phase-retrieval-10|stable-100|isotropic-stable-100 TRAJECTORIES SEED
#include <array>
#include <cstring>
#include <functional>
#include <random>
#include <vector>

#include "escape.h"

namespace {
using namespace escape;
using Normal = std::normal_distribution<double>;

template <size_t D>
double squared(const std::array<double, D>& x) {
  double sum = 0;
  for (double xk : x) sum += xk * xk;
  return sum;
}

/// Heavy ball on a stream of variances 4, 3, 2, 1 from the second axis until v_1^2 >= |v|^2 / 2.
unsigned long pca(Normal& normal, Xoshiro256pp& random) {
  constexpr size_t d = 4;
  const double eta = 5e-4, momentum = 0.9;
  const double root[d] = {2, std::sqrt(3.0), std::sqrt(2.0), 1};
  std::array<double, d> v{0, 1, 0, 0}, m{};
  unsigned long steps = 0;
  do {
    double x[d], s = 0;
    for (size_t k = 0; k < d; k++) {
      x[k] = root[k] * normal(random);
      s += x[k] * v[k];
    }
    for (size_t k = 0; k < d; k++) m[k] = momentum * m[k] + eta * s * (x[k] - s * v[k]);
    for (size_t k = 0; k < d; k++) v[k] += m[k];
    steps++;
  } while (v[0] * v[0] < 0.5 * squared(v));
  return steps;
}

/// A data set of its own: mean exit steps differ from one data set to the next.
struct PhaseRetrieval {
  static constexpr size_t d = 10, n = 200;
  double row[n][d], target[n];

  PhaseRetrieval(Normal& normal, Xoshiro256pp& random) {
    double solution[d];
    for (double& w : solution) w = normal(random) / std::sqrt(double(d));
    for (size_t i = 0; i < n; i++) {
      double p = 0;
      for (size_t k = 0; k < d; k++) {
        row[i][k] = normal(random);
        p += row[i][k] * solution[k];
      }
      target[i] = p * p;
    }
  }

  unsigned long operator()(Xoshiro256pp& random) const {
    const double eta = 5e-4, momentum = 0.5;
    std::array<double, d> w, m{};
    w.fill(3e-3);
    unsigned long steps = 0;
    do {
      const size_t i = random() % n;
      double p = 0;
      for (size_t k = 0; k < d; k++) p += row[i][k] * w[k];
      const double factor = 4 * (p * p - target[i]) * p;
      for (size_t k = 0; k < d; k++) m[k] = momentum * m[k] - eta * factor * row[i][k];
      for (size_t k = 0; k < d; k++) w[k] += m[k];
      steps++;
    } while (squared(w) < 0.25);
    return steps;
  }
};

/// Symmetric stable, E exp(iuS) = exp(-|u|^alpha) (Chambers, Mallows, Stuck 1976), through logarithms.
double stable(double alpha, Xoshiro256pp& random) {
  double phi = M_PI * (random.uniform() - 0.5);
  double w = -std::log(random.uniform());
  double exponent = (1 - alpha) / alpha * std::log(std::cos((1 - alpha) * phi) / w) -
                    std::log(std::cos(phi)) / alpha;
  return std::sin(alpha * phi) * std::exp(exponent);
}

/// Positive stable, E exp(-uT) = exp(-u^gamma) (Kanter 1975), through logarithms.
double positive_stable(double gamma, Xoshiro256pp& random) {
  double theta = M_PI * random.uniform();
  double w = -std::log(random.uniform());
  return std::exp(std::log(std::sin(gamma * theta)) - std::log(std::sin(theta)) / gamma +
                  (1 - gamma) / gamma * (std::log(std::sin((1 - gamma) * theta)) - std::log(w)));
}

/// Euler's scheme in a ball of radius 1 around the minimum of |x|^2 / 2, d = 100.
unsigned long heavy_tails(bool isotropic, Normal& normal, Xoshiro256pp& random) {
  const double h = 0.1, alpha = 1.5;
  const double kick = 7.3e-3 * std::pow(h, 1 / alpha);
  std::array<double, 100> x{};
  unsigned long steps = 0;
  do {
    if (isotropic) {
      const double radius = kick * std::sqrt(2 * positive_stable(alpha / 2, random));
      for (double& xk : x) xk += -h * xk + radius * normal(random);
    } else {
      for (double& xk : x) xk += -h * xk + kick * stable(alpha, random);
    }
    steps++;
  } while (squared(x) < 1);
  return steps;
}
}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const char* task = argv[1];
  long trajectories = std::atol(argv[2]);
  Xoshiro256pp random(std::strtoull(argv[3], nullptr, 10));
  Normal normal;
  PhaseRetrieval phase(normal, random);
  auto is = [task](const char* word) { return std::strcmp(task, word) == 0; };
  std::function<unsigned long()> one;
  if (is("pca-4")) one = [&] { return pca(normal, random); };
  if (is("phase-retrieval-10")) one = [&] { return phase(random); };
  if (is("stable-100")) one = [&] { return heavy_tails(false, normal, random); };
  if (is("isotropic-stable-100")) one = [&] { return heavy_tails(true, normal, random); };
  if (!one) return 2;
  Exits exits;
  Clock clock;
  for (long t = 0; t < trajectories; t++) exits.add(one());
  report("plain C++", task, clock.seconds(), exits);
}
