// What the C++ peers share: the job, the clock and the line that src/bench/run reads.
//
// The job is the same for every contestant: trajectories start at x = -1 with zero momentum, feel the
// double well f(x) = (x^2 - 1)^2 / 4, and end at the first step with x > 0 or x = 0. A lane whose
// trajectory ended starts the next one. The heavy ball is timed where trajectories end rarely, and, compiled
// with -DMANY_ENDINGS, where they end some twenty times as often.
#pragma once
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace escape {

constexpr double kStart = -1.0;
#ifdef MANY_ENDINGS
constexpr const char* kHeavyBall = "many-endings";
constexpr double kStepSize = 0.1;
#else
constexpr const char* kHeavyBall = "heavy-ball";
constexpr double kStepSize = 0.05;
#endif
constexpr double kMomentum = 0.5;
constexpr double kGaussianScale = 1.0;  // standard deviation of the gradient noise
constexpr double kAlpha = 1.5;          // of the stable noise
constexpr double kStableStepSize = 0.1;
constexpr double kStableScale = 0.5;    // of the kick over model time 1

/// Counts, steps and squared steps of the trajectories that ended; integers, so nothing is rounded.
struct Exits {
  long trajectories = 0;
  unsigned long steps = 0;
  unsigned __int128 squares = 0;

  void add(unsigned long made) {
    trajectories++;
    steps += made;
    squares += static_cast<unsigned __int128>(made) * made;
  }
};

/// CPU time, as every contestant measures it: waiting for a busy core does not count.
class Clock {
 public:
  double seconds() const { return now() - begin_; }

 private:
  static double now() {
    timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
  }
  double begin_ = now();
};

/// One line: contestant, task, ns per lane-step, mean exit step, its standard error, trajectories.
inline void report(const char* contestant, const char* task, double seconds, const Exits& exits) {
  double n = static_cast<double>(exits.trajectories);
  double mean = static_cast<double>(exits.steps) / n;
  double variance = static_cast<double>(exits.squares) / n - mean * mean;
  std::printf("%s\t%s\t%.4f\t%.4f\t%.4f\t%ld\n", contestant, task,
              1e9 * seconds / static_cast<double>(exits.steps), mean, std::sqrt(variance / n),
              exits.trajectories);
}

/// SplitMix64: fills the states of the generators (Steele, Lea, Flood 2014).
struct SplitMix64 {
  uint64_t state;
  uint64_t operator()() {
    uint64_t z = (state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
};

/// xoshiro256++ (Blackman, Vigna 2021).
struct Xoshiro256pp {
  uint64_t s[4];
  explicit Xoshiro256pp(uint64_t seed) {
    SplitMix64 mix{seed};
    for (uint64_t& word : s) word = mix();
  }
  using result_type = uint64_t;
  static constexpr uint64_t min() { return 0; }
  static constexpr uint64_t max() { return ~uint64_t{0}; }
  static uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
  uint64_t operator()() {
    uint64_t result = rotl(s[0] + s[3], 23) + s[0];
    uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotl(s[3], 45);
    return result;
  }
  /// Uniform on (0, 1): odd multiples of 2^-53.
  double uniform() { return (static_cast<double>((*this)() >> 12) + 0.5) * 0x1p-52; }
};

}  // namespace escape
