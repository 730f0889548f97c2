// Least squares by batches of rows, as by hand in AVX2 and as one writes it first: the peers of the loops over rows.
//
// The job: N = 1000 points on a circle seen through d = 100 cosines and sines (translation-invariant data: the mean loss is
// known exactly), batches of b = 10 distinct rows, heavy ball from the origin, and the loss over all rows after the last
// step. Rows are random numbers' addresses into 0.8 MB, which the second-level cache holds.
//
// usage: rows avx2|plain TRAJECTORIES SEED
#include <immintrin.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "escape.h"

namespace {
using namespace escape;
using V = __m256d;
constexpr int N = 1000, D = 100, B = 10, STRIDE = 104, STEPS = 1000;
constexpr double kEta = 0.5, kBeta = 0.5;
alignas(64) double X[N * STRIDE];
double Y[N];

void make_data() {
  for (int i = 0; i < N; i++)
    for (int m = 1; m <= D / 2; m++) {
      double scale = std::sqrt(2 * std::pow(m, -1.5)), angle = 2 * M_PI * (long(m) * i % N) / N;
      double c = scale * std::cos(angle), s = scale * std::sin(angle);
      X[i * STRIDE + 2 * m - 2] = c;
      X[i * STRIDE + 2 * m - 1] = s;
      Y[i] += std::pow(m, -0.5) * (c + s);
    }
}

/// Distinct rows by the algorithm of Floyd, with a stamp for each row.
struct Batches {
  Xoshiro256pp random;
  uint32_t stamp = 0;
  uint32_t taken[N] = {};
  explicit Batches(uint64_t seed) : random(seed) {}
  void draw(int* row) {
    stamp++;
    for (int j = 0; j < B; j++) {
      uint32_t n = N - B + j + 1;
      uint32_t c = uint32_t((uint64_t(uint32_t(random() >> 32)) * n) >> 32);
      if (taken[c] == stamp) c = n - 1;
      taken[c] = stamp;
      row[j] = int(c);
    }
  }
};

struct alignas(64) Lane {
  double w[STRIDE] = {}, v[STRIDE] = {};
};

/// Four rows at a time, two registers each: w is loaded once and eight chains hide the latency of fma.
V dot4(const double* a, const double* b, const double* c, const double* d, const double* w) {
  V s[8] = {};
  for (int k = 0; k < STRIDE; k += 8) {
    V w0 = _mm256_load_pd(w + k), w1 = _mm256_load_pd(w + k + 4);
    s[0] = _mm256_fmadd_pd(_mm256_load_pd(a + k), w0, s[0]);
    s[1] = _mm256_fmadd_pd(_mm256_load_pd(a + k + 4), w1, s[1]);
    s[2] = _mm256_fmadd_pd(_mm256_load_pd(b + k), w0, s[2]);
    s[3] = _mm256_fmadd_pd(_mm256_load_pd(b + k + 4), w1, s[3]);
    s[4] = _mm256_fmadd_pd(_mm256_load_pd(c + k), w0, s[4]);
    s[5] = _mm256_fmadd_pd(_mm256_load_pd(c + k + 4), w1, s[5]);
    s[6] = _mm256_fmadd_pd(_mm256_load_pd(d + k), w0, s[6]);
    s[7] = _mm256_fmadd_pd(_mm256_load_pd(d + k + 4), w1, s[7]);
  }
  V x = _mm256_hadd_pd(_mm256_add_pd(s[0], s[1]), _mm256_add_pd(s[2], s[3]));
  V y = _mm256_hadd_pd(_mm256_add_pd(s[4], s[5]), _mm256_add_pd(s[6], s[7]));
  return _mm256_add_pd(_mm256_permute2f128_pd(x, y, 0x20), _mm256_permute2f128_pd(x, y, 0x31));
}

double dot1(const double* a, const double* w) {
  V s = _mm256_setzero_pd(), t = s;
  for (int k = 0; k < STRIDE; k += 8) {
    s = _mm256_fmadd_pd(_mm256_load_pd(a + k), _mm256_load_pd(w + k), s);
    t = _mm256_fmadd_pd(_mm256_load_pd(a + k + 4), _mm256_load_pd(w + k + 4), t);
  }
  alignas(32) double p[4];
  _mm256_store_pd(p, _mm256_add_pd(s, t));
  return (p[0] + p[1]) + (p[2] + p[3]);
}

/// The gradient stays in registers over all rows of the batch, and the move happens there, too.
struct Avx2 {
  static constexpr const char* name = "C++ AVX2, by hand";
  static void step(Lane& lane, const int* row) {
    const double* x[B];
    double f[12];
    for (int j = 0; j < B; j++) x[j] = X + size_t(row[j]) * STRIDE;
    for (int j = 0; j + 4 <= B; j += 4) _mm256_storeu_pd(f + j, dot4(x[j], x[j + 1], x[j + 2], x[j + 3], lane.w));
    for (int j = B / 4 * 4; j < B; j++) f[j] = dot1(x[j], lane.w);
    for (int j = 0; j < B; j++) f[j] = (f[j] - Y[row[j]]) * (-kEta / B);
    V beta = _mm256_set1_pd(kBeta);
    for (int k = 0; k < STRIDE; k += 8) {
      V v0 = _mm256_mul_pd(beta, _mm256_load_pd(lane.v + k)), v1 = _mm256_mul_pd(beta, _mm256_load_pd(lane.v + k + 4));
      for (int j = 0; j < B; j++) {
        V fj = _mm256_broadcast_sd(f + j);
        v0 = _mm256_fmadd_pd(fj, _mm256_load_pd(x[j] + k), v0);
        v1 = _mm256_fmadd_pd(fj, _mm256_load_pd(x[j] + k + 4), v1);
      }
      _mm256_store_pd(lane.v + k, v0);
      _mm256_store_pd(lane.v + k + 4, v1);
      _mm256_store_pd(lane.w + k, _mm256_add_pd(_mm256_load_pd(lane.w + k), v0));
      _mm256_store_pd(lane.w + k + 4, _mm256_add_pd(_mm256_load_pd(lane.w + k + 4), v1));
    }
  }
};

struct Plain {
  static constexpr const char* name = "plain C++";
  static void step(Lane& lane, const int* row) {
    double g[D] = {};
    for (int j = 0; j < B; j++) {
      const double* x = X + size_t(row[j]) * STRIDE;
      double residual = -Y[row[j]];
      for (int k = 0; k < D; k++) residual += x[k] * lane.w[k];
      for (int k = 0; k < D; k++) g[k] += residual * x[k];
    }
    for (int k = 0; k < D; k++) {
      lane.v[k] = kBeta * lane.v[k] - kEta / B * g[k];
      lane.w[k] += lane.v[k];
    }
  }
};

double loss(const Lane& lane) {
  double sum = 0;
  for (int i = 0; i < N; i++) {
    double r = dot1(X + i * STRIDE, lane.w) - Y[i];
    sum += r * r;
  }
  return sum / (2 * N);
}

template <class Contestant>
void run(long trajectories, uint64_t seed) {
  Batches batches(seed);
  double sum = 0, squares = 0;
  Clock clock;
  for (long t = 0; t < trajectories; t++) {
    Lane lane;
    int row[B];
    for (int step = 0; step < STEPS; step++) {
      batches.draw(row);
      Contestant::step(lane, row);
    }
    double l = loss(lane);
    sum += l;
    squares += l * l;
  }
  double seconds = clock.seconds(), n = double(trajectories), mean = sum / n;
  std::printf("%s\tleast-squares\t%.4f\t%.6e\t%.6e\t%ld\n", Contestant::name, 1e9 * seconds / n / STEPS, mean,
              std::sqrt((squares / n - mean * mean) / n), trajectories);
}
}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  make_data();
  long trajectories = std::atol(argv[2]);
  uint64_t seed = std::strtoull(argv[3], nullptr, 10);
  if (std::strcmp(argv[1], "avx2") == 0) run<Avx2>(trajectories, seed);
  else run<Plain>(trajectories, seed);
}
