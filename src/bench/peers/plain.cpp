// The same jobs as one writes them first in C++: one trajectory at a time, the standard library's normal.
//
// usage: plain heavy-ball|stable TRAJECTORIES SEED
#include <cstring>
#include <random>

#include "escape.h"

namespace {
using namespace escape;

double gradient(double x) { return x * x * x - x; }

unsigned long heavy_ball(std::normal_distribution<double>& normal, Xoshiro256pp& random) {
  double x = kStart, v = 0;
  unsigned long steps = 0;
  do {
    v = kMomentum * v - kStepSize * (gradient(x) + kGaussianScale * normal(random));
    x += v;
    steps++;
  } while (x < 0);
  return steps;
}

/// Symmetric stable, E exp(iuS) = exp(-|u|^alpha) (Chambers, Mallows, Stuck 1976), through logarithms.
double stable(double alpha, Xoshiro256pp& random) {
  double phi = M_PI * (random.uniform() - 0.5);
  double w = -std::log(random.uniform());
  double exponent = (1 - alpha) / alpha * std::log(std::cos((1 - alpha) * phi) / w) -
                    std::log(std::cos(phi)) / alpha;
  return std::sin(alpha * phi) * std::exp(exponent);
}

unsigned long euler_maruyama(Xoshiro256pp& random) {
  const double kick = kStableScale * std::pow(kStableStepSize, 1 / kAlpha);
  double x = kStart;
  unsigned long steps = 0;
  do {
    x += -kStableStepSize * gradient(x) + kick * stable(kAlpha, random);
    steps++;
  } while (x < 0);
  return steps;
}
}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  bool gaussian = std::strcmp(argv[1], "heavy-ball") == 0;
  long trajectories = std::atol(argv[2]);
  Xoshiro256pp random(std::strtoull(argv[3], nullptr, 10));
  std::normal_distribution<double> normal;
  Exits exits;
  Clock clock;
  for (long t = 0; t < trajectories; t++)
    exits.add(gaussian ? heavy_ball(normal, random) : euler_maruyama(random));
  report(gaussian ? "plain C++" : "plain C++, same sampler", gaussian ? kHeavyBall : argv[1], clock.seconds(), exits);
}
