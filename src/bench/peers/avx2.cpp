// Heavy ball with Gaussian noise by hand in AVX2: the bar that the engine is measured against.
//
// Two ways of making normals, each in a block of lanes whose state stays in the first-level cache;
// bits come from xoshiro256++ in the four lanes of a register (streams, not addressed by trajectory,
// which the engine's are and which costs it more). Everything is fused into one pass over the block; the
// ziggurat's bits are made one step ahead, because their layer numbers go through memory to scalar loads.
//
// usage: avx2 ziggurat|box-muller TRAJECTORIES SEED
#include <immintrin.h>

#include <cstring>

#include "escape.h"

namespace {
using namespace escape;
using V = __m256d;
using W = __m256i;

V set(double x) { return _mm256_set1_pd(x); }
W words(uint64_t x) { return _mm256_set1_epi64x(static_cast<long long>(x)); }
V bits(W x) { return _mm256_castsi256_pd(x); }
W bits(V x) { return _mm256_castpd_si256(x); }
template <int K>
W rotl(W x) {
  return _mm256_or_si256(_mm256_slli_epi64(x, K), _mm256_srli_epi64(x, 64 - K));
}

/// xoshiro256++ in four lanes.
struct Generator {
  W s0, s1, s2, s3;
  explicit Generator(uint64_t seed) {
    alignas(32) uint64_t s[4][4];
    SplitMix64 mix{seed};
    for (auto& row : s)
      for (uint64_t& word : row) word = mix();
    s0 = _mm256_load_si256(reinterpret_cast<W*>(s[0]));
    s1 = _mm256_load_si256(reinterpret_cast<W*>(s[1]));
    s2 = _mm256_load_si256(reinterpret_cast<W*>(s[2]));
    s3 = _mm256_load_si256(reinterpret_cast<W*>(s[3]));
  }
  W next() {
    W result = _mm256_add_epi64(rotl<23>(_mm256_add_epi64(s0, s3)), s0);
    W t = _mm256_slli_epi64(s1, 17);
    s2 = _mm256_xor_si256(s2, s0);
    s3 = _mm256_xor_si256(s3, s1);
    s1 = _mm256_xor_si256(s1, s2);
    s0 = _mm256_xor_si256(s0, s3);
    s2 = _mm256_xor_si256(s2, t);
    s3 = rotl<45>(s3);
    return result;
  }
};

/// The lanes of one block and the book of their trajectories.
template <int LANES>
struct Block {
  alignas(64) double x[LANES];
  alignas(64) double v[LANES];
  long birth[LANES];  // the block's step when the lane's trajectory began
  long left;          // trajectories not yet begun
  int live = LANES;
  Exits exits;

  explicit Block(long trajectories) : left(trajectories - LANES) {
    for (int i = 0; i < LANES; i++) begin(i, 0);
  }
  void begin(int lane, long step) {
    x[lane] = kStart;
    v[lane] = 0;
    birth[lane] = step;
  }
  /// The lane's trajectory has exited after the given step of the block.
  void exit(int lane, long step) {
    if (birth[lane] < 0) {  // a lane without a trajectory goes on moving, unwatched
      begin(lane, -1);
      return;
    }
    exits.add(static_cast<unsigned long>(step - birth[lane]));
    if (left > 0) {
      left--;
      begin(lane, step);
    } else {
      live--;
      begin(lane, -1);
    }
  }
  __attribute__((noinline)) void exits_of(unsigned mask, int first, long step) {
    for (; mask != 0; mask &= mask - 1) exit(first + __builtin_ctz(mask), step);
  }
  /// One step of the four lanes from i on, with kick = -stepSize * scale * normal.
  void advance(int i, V kick, long step) {
    V q = _mm256_load_pd(x + i), p = _mm256_load_pd(v + i);
    V force = _mm256_fnmadd_pd(q, q, set(1));                 // 1 - x^2
    V drift = _mm256_fmadd_pd(set(kMomentum), p, kick);       // beta v - h s n
    p = _mm256_fmadd_pd(_mm256_mul_pd(set(kStepSize), q), force, drift);
    q = _mm256_add_pd(q, p);
    _mm256_store_pd(v + i, p);
    _mm256_store_pd(x + i, q);
    unsigned out = static_cast<unsigned>(_mm256_movemask_pd(_mm256_cmp_pd(q, set(0), _CMP_NLT_UQ)));
    if (__builtin_expect(out != 0, 0)) exits_of(out, i, step);
  }
};

constexpr double kKick = kStepSize * kGaussianScale;

/// -2 log u for u in (0, 1], u = 2^e m, m in [sqrt(1/2), sqrt 2), through s = (m - 1) / (m + 1).
inline V minus_two_log(V u) {
  const W bias = words(0x3fe6a09e667f3bcdu);  // sqrt(1/2)
  W shifted = _mm256_sub_epi64(bits(u), bias);
  W biased = _mm256_srli_epi64(_mm256_add_epi64(shifted, words(0x3ff0000000000000u)), 52);
  V exponent = _mm256_sub_pd(bits(_mm256_or_si256(biased, words(0x4330000000000000u))),
                             set(0x1p52 + 1023));
  V m = bits(_mm256_add_epi64(_mm256_and_si256(shifted, words(0x000fffffffffffffu)), bias));
  V f = _mm256_sub_pd(m, set(1));
  V s = _mm256_div_pd(f, _mm256_add_pd(m, set(1)));
  V z = _mm256_mul_pd(s, s), zz = _mm256_mul_pd(z, z);
  V low = _mm256_fmadd_pd(set(0.20000000005606097), z, set(0.3333333333333104));
  V mid = _mm256_fmadd_pd(set(0.11111431238406458), z, set(0.14285712068258433));
  V high = _mm256_fmadd_pd(set(0.08310973539050358), z, set(0.09070092601796396));
  V poly = _mm256_fmadd_pd(_mm256_fmadd_pd(high, zz, mid), zz, low);
  V tail = _mm256_fmadd_pd(z, poly, set(1));
  V minus4s = _mm256_mul_pd(s, set(-4));
  return _mm256_fmadd_pd(exponent, set(-2 * 0.69314718055994530942), _mm256_mul_pd(minus4s, tail));
}

/// Two kicks, each normal with standard deviation kKick, of two words (Box and Muller 1958).
inline void box_muller(W a, W b, V& kick0, V& kick1) {
  const W one = words(0x3ff0000000000000u);
  V u = _mm256_sub_pd(set(2), bits(_mm256_or_si256(_mm256_srli_epi64(a, 12), one)));
  V radius = _mm256_mul_pd(_mm256_sqrt_pd(minus_two_log(u)), set(kKick));
  // The angle: t quarter turns, t in [-1/2, 1/2); then a random sign and a random swap.
  V t = _mm256_sub_pd(bits(_mm256_or_si256(_mm256_srli_epi64(b, 12), one)), set(1.5));
  V z = _mm256_mul_pd(t, t), zz = _mm256_mul_pd(z, z);
  V s01 = _mm256_fmadd_pd(set(-0.6459640975062443), z, set(1.5707963267948966));
  V s23 = _mm256_fmadd_pd(set(-0.004681754132346727), z, set(0.07969262624604323));
  V s45 = _mm256_fmadd_pd(set(-3.598643531042248e-06), z, set(0.00016044115079160117));
  V c01 = _mm256_fmadd_pd(set(-1.2337005501361513), z, set(1.0));
  V c23 = _mm256_fmadd_pd(set(-0.0208634807349485), z, set(0.25366950789986475));
  V c45 = _mm256_fmadd_pd(set(-2.5200135346724574e-05), z, set(0.0009192599500622378));
  V s456 = _mm256_fmadd_pd(set(5.6339568752291546e-08), zz, s45);
  V c456 = _mm256_fmadd_pd(set(4.6552973389347804e-07), zz, c45);
  V sine = _mm256_mul_pd(t, _mm256_fmadd_pd(_mm256_fmadd_pd(s456, zz, s23), zz, s01));
  V cosine = _mm256_fmadd_pd(_mm256_fmadd_pd(c456, zz, c23), zz, c01);
  const V top = set(-0.0);
  V rs = _mm256_mul_pd(sine, radius), rc = _mm256_mul_pd(cosine, radius);
  rc = _mm256_xor_pd(rc, _mm256_and_pd(bits(_mm256_slli_epi64(b, 62)), top));
  V swap = bits(_mm256_slli_epi64(b, 63));
  kick0 = _mm256_blendv_pd(rs, rc, swap);
  kick1 = _mm256_blendv_pd(rc, rs, swap);
}

constexpr int kLanes = 128;

Exits with_box_muller(long trajectories, uint64_t seed) {
  static Block<kLanes> block(trajectories);
  Generator radius(seed), angle(~seed);
  for (long step = 0; block.live > 0; step += 2) {
    for (int i = 0; i < kLanes; i += 4) {
      V kick0, kick1;
      box_muller(radius.next(), angle.next(), kick0, kick1);
      block.advance(i, kick0, step + 1);
      block.advance(i, kick1, step + 2);
    }
  }
  return block.exits;
}

/// Layers of equal area under exp(-x^2/2) (Marsaglia and Tsang 2000, with separate bits for layer and
/// position, Doornik 2005); the table holds kicks: positions times kKick.
class Ziggurat {
 public:
  static constexpr int kLayers = 2048;

  Ziggurat() {
    double low = 3, high = 6;
    for (int k = 0; k < 200; k++) (build((low + high) / 2) > 0 ? low : high) = (low + high) / 2;
    build(high);
    for (int i = 0; i < kLayers; i++) {
      pair[i][0] = kKick * edge[i];
      pair[i][1] = kKick * edge[i + 1];
    }
  }
  /// A kick where the word fell beyond the sure part of its layer.
  __attribute__((noinline)) double mend(uint64_t word, Xoshiro256pp& random) const {
    for (;; word = random()) {
      int i = static_cast<int>(word & (kLayers - 1));
      uint64_t mantissa = (word >> 12) | 0x4000000000000000u;
      double u;
      std::memcpy(&u, &mantissa, 8);
      u -= 3;
      double x = u * edge[i];
      if (std::fabs(x) < edge[i + 1]) return kKick * x;
      if (i == 0) return kKick * tail(std::signbit(u), random);
      double y = height[i] + (height[i + 1] - height[i]) * random.uniform();
      if (y < std::exp(-0.5 * x * x)) return kKick * x;
    }
  }

  alignas(64) double pair[kLayers][2];

 private:
  /// Layers for the last edge r; whether the top comes out above (positive) or below the density.
  double build(double r) {
    double area = r * std::exp(-0.5 * r * r) + std::sqrt(M_PI / 2) * std::erfc(r / std::sqrt(2.0));
    edge[0] = area / std::exp(-0.5 * r * r);
    edge[1] = r;
    height[0] = 0;
    height[1] = std::exp(-0.5 * r * r);
    for (int i = 1; i < kLayers; i++) {
      height[i + 1] = height[i] + area / edge[i];
      if (i + 1 < kLayers && height[i + 1] >= 1) return 1;
      edge[i + 1] = i + 1 < kLayers ? std::sqrt(-2 * std::log(height[i + 1])) : 0;
    }
    return height[kLayers] - 1;
  }
  double tail(bool negative, Xoshiro256pp& random) const {
    double r = edge[1], a, b;
    do {
      a = -std::log(random.uniform()) / r;
      b = -std::log(random.uniform());
    } while (b + b < a * a);
    return negative ? -(r + a) : r + a;
  }

  double edge[kLayers + 1];
  double height[kLayers + 1];
};

Exits with_ziggurat(long trajectories, uint64_t seed) {
  static const Ziggurat ziggurat;
  static Block<kLanes> block(trajectories);
  alignas(64) static uint64_t word[kLanes];
  Generator generator(seed);
  Xoshiro256pp mending(~seed);
  const V top = set(-0.0);
  for (int i = 0; i < kLanes; i += 4)
    _mm256_store_si256(reinterpret_cast<W*>(word + i), generator.next());
  for (long step = 0; block.live > 0; step++) {
    for (int i = 0; i < kLanes; i += 4) {
      const double* p0 = ziggurat.pair[word[i] & (Ziggurat::kLayers - 1)];
      const double* p1 = ziggurat.pair[word[i + 1] & (Ziggurat::kLayers - 1)];
      const double* p2 = ziggurat.pair[word[i + 2] & (Ziggurat::kLayers - 1)];
      const double* p3 = ziggurat.pair[word[i + 3] & (Ziggurat::kLayers - 1)];
      V p02 = _mm256_insertf128_pd(_mm256_castpd128_pd256(_mm_load_pd(p0)), _mm_load_pd(p2), 1);
      V p13 = _mm256_insertf128_pd(_mm256_castpd128_pd256(_mm_load_pd(p1)), _mm_load_pd(p3), 1);
      V edge = _mm256_unpacklo_pd(p02, p13), sure = _mm256_unpackhi_pd(p02, p13);
      W bits12 = _mm256_srli_epi64(_mm256_load_si256(reinterpret_cast<W*>(word + i)), 12);
      V u = _mm256_sub_pd(bits(_mm256_or_si256(bits12, words(0x4000000000000000u))), set(3));
      V kick = _mm256_mul_pd(u, edge);
      unsigned unsure = static_cast<unsigned>(
          _mm256_movemask_pd(_mm256_cmp_pd(_mm256_andnot_pd(top, kick), sure, _CMP_NLT_UQ)));
      if (__builtin_expect(unsure != 0, 0)) {
        alignas(32) double mended[4];
        _mm256_store_pd(mended, kick);
        for (; unsure != 0; unsure &= unsure - 1) {
          int j = __builtin_ctz(unsure);
          mended[j] = ziggurat.mend(word[i + j], mending);
        }
        kick = _mm256_load_pd(mended);
      }
      _mm256_store_si256(reinterpret_cast<W*>(word + i), generator.next());  // of the next step
      block.advance(i, kick, step + 1);
    }
  }
  return block.exits;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  bool ziggurat = std::strcmp(argv[1], "ziggurat") == 0;
  long trajectories = std::atol(argv[2]);
  uint64_t seed = std::strtoull(argv[3], nullptr, 10);
  Clock clock;
  Exits exits = ziggurat ? with_ziggurat(trajectories, seed) : with_box_muller(trajectories, seed);
  report(ziggurat ? "C++ AVX2 ziggurat" : "C++ AVX2 Box-Muller", kHeavyBall, clock.seconds(), exits);
}
