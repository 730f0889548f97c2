package org.escapement.kernel;

/**
 * The functions of one number that the kernels apply to arrays: exact operations (+ - * / sqrt fma,
 * bits) in one order, so that every JVM and CPU computes the same bits.
 *
 * <p>{@link VectorKernels} does the same operations on many numbers at once. The polynomials are
 * minimax approximations (Remez exchange in 300-bit arithmetic), their coefficients rounded to
 * double one after the other with the rest fitted again.
 */
final class Elementary {
  /** 1.5 * 2^52: adding it to |x| <= 2^51 rounds x to an integer, found in the low bits. */
  static final double ROUND = 0x1.8p52;

  static final long SIGN = 1L << 63;

  /** Bits of 1.0: joined with 52 random bits they make a number of [1, 2). */
  static final long ONE = 0x3FF0000000000000L;

  /** 1 - 2^-53: taken from a number of [1, 2) it leaves one of (0, 1) that is never an end. */
  static final double ALMOST_ONE = 0x1.fffffffffffffp-1;

  /** pi = PI_HIGH + PI_LOW. */
  static final double PI_HIGH = 0x1.921fb54442d18p+1;

  static final double PI_LOW = 0x1.1a62633145c07p-53;

  /** sin(pi z) = z (pi + w (S0 + w (S1 + ...))), w = z^2, |z| <= 1/2: relative error 6e-19. */
  static final double S0 = -0x1.4abbce625be52p+2;

  static final double S1 = 0x1.466bc6775aa36p+1;
  static final double S2 = -0x1.32d2cce62530ap-1;
  static final double S3 = 0x1.50783483ec79ap-4;
  static final double S4 = -0x1.e3074d307bb9cp-8;
  static final double S5 = 0x1.e8f328bf005c7p-12;
  static final double S6 = -0x1.6f70d06bf51a1p-16;
  static final double S7 = 0x1.9bfccb629a79fp-21;

  /**
   * log((1 + s) / (1 - s)) = s (2 + w (L0 + w (L1 + ...))), w = s^2, |s| <= 3 - sqrt 8: relative
   * error 1.3e-18.
   */
  static final double L0 = 0x1.5555555555592p-1;

  static final double L1 = 0x1.999999997ff3ap-2;
  static final double L2 = 0x1.24924941df08cp-2;
  static final double L3 = 0x1.c71c52162414ap-3;
  static final double L4 = 0x1.74663c9aa6dafp-3;
  static final double L5 = 0x1.39a1ef40fa4dap-3;
  static final double L6 = 0x1.2f038ee93a763p-3;

  /** sin(pi z) = z (N0 + w (N1 + ...)), w = z^2, |z| <= 1/2: relative error 6.3e-14. */
  static final double N0 = 0x1.921fb54442b5fp+1;

  static final double N1 = -0x1.4abbce6247ed4p+2;
  static final double N2 = 0x1.466bc66dc808ap+1;
  static final double N3 = -0x1.32d2c96c6995dp-1;
  static final double N4 = 0x1.5076fea0e88edp-4;
  static final double N5 = -0x1.e297d01839ffap-8;
  static final double N6 = 0x1.d4ec6e231ab61p-12;

  /**
   * -2 log((1 + s) / (1 - s)) = s (R0 + w (R1 + ...)), w = s^2, |s| <= 3 - sqrt 8: relative error
   * 2.7e-14.
   */
  static final double R0 = -0x1.fffffffffff10p+1;

  static final double R1 = -0x1.5555555673200p+0;
  static final double R2 = -0x1.99999628051ddp-1;
  static final double R3 = -0x1.249439a481b3bp-1;
  static final double R4 = -0x1.c620759e390c1p-2;
  static final double R5 = -0x1.919971b4c206cp-2;

  /** -2 log 2. */
  static final double MINUS_TWO_LN2 = -0x1.62e42fefa39efp+0;

  /**
   * Bits of 2^9 + 2^-43: joined with a word's upper 43 bits they make 2^9 plus an odd multiple of
   * 2^-43 of the uppermost 42.
   */
  static final long RADIUS = (1032L << 52) | 1;

  /** 2^9. */
  static final double RADIUS_SHIFT = 0x1p9;

  /** All bits of the angle but the lowest. */
  static final long ANGLE_MASK = (1L << 22) - 2;

  /** Bits of 2^30 + 2^-22: joined with 21 bits of an angle they make 2^30 + t + 1/2. */
  static final long ANGLE = (1053L << 52) | 1;

  /** 2^30 + 1/2. */
  static final double ANGLE_SHIFT = 0x1p30 + 0.5;

  /** log 2 = LN2_HIGH + LN2_LOW; LN2_HIGH has 42 bits, so its products with exponents are exact. */
  static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

  static final double LN2_LOW = 0x1.ef35793c76730p-45;

  /** Bits of sqrt(1/2), a little rounded: the lower end of the numbers with exponent 0. */
  static final long SQRT_HALF = 0x3FE6A09E00000000L;

  /** Moves the exponents of all positive numbers to 1 and above, where no shift needs a sign. */
  static final long EXPONENT_BIAS = (1024L << 52) - SQRT_HALF;

  static final long MANTISSA = (1L << 52) - 1;

  /** Bits of 2^52: joined with an integer below 2^52 they make 2^52 plus the integer. */
  static final long INTEGER = 0x4330000000000000L;

  /** 2^52 + 1024. */
  static final double BIASED_INTEGER = 0x1.0p52 + 1024;

  static final double LOG2_E = 0x1.71547652b82fep+0;

  /** e^r = 1 + r + r^2 (E0 + r (E1 + ...)), |r| <= log(2) / 2: relative error 1.8e-17. */
  static final double E0 = 0x1.0000000000001p-1;

  static final double E1 = 0x1.5555555555558p-3;
  static final double E2 = 0x1.5555555553d62p-5;
  static final double E3 = 0x1.111111110f803p-7;
  static final double E4 = 0x1.6c16c1788c304p-10;
  static final double E5 = 0x1.a01a01b00c428p-13;
  static final double E6 = 0x1.a019b90c007ccp-16;
  static final double E7 = 0x1.71ddf6b3c4fc1p-19;
  static final double E8 = 0x1.2891869cde2e3p-22;
  static final double E9 = 0x1.af632b15d0a10p-26;

  /** Beyond these e^x is 0 and infinite. */
  static final double EXP_LOWEST = -746;

  static final double EXP_HIGHEST = 710;

  /** Below it e^x - 1 is -1. */
  static final double EXPM1_LOWEST = -40;

  private Elementary() {}

  /** ((bits >>> 12) + 1/2) / 2^52. */
  static double uniform(long bits) {
    return Double.longBitsToDouble((bits >>> 12) | ONE) - ALMOST_ONE;
  }

  /** sin(pi z), |z| <= 1/2. */
  static double sinPi(double z) {
    double w = z * z;
    double p = Math.fma(w, S7, S6);
    p = Math.fma(w, p, S5);
    p = Math.fma(w, p, S4);
    p = Math.fma(w, p, S3);
    p = Math.fma(w, p, S2);
    p = Math.fma(w, p, S1);
    p = Math.fma(w, p, S0);
    p = Math.fma(w, p, PI_LOW);
    return Math.fma(z, PI_HIGH, z * p);
  }

  /** -2 log((k + 1/2) / 2^42) of the upper 42 bits k. */
  static double squaredRadius(long bits) {
    double u = Double.longBitsToDouble((bits >>> 21) | RADIUS) - RADIUS_SHIFT;
    long biased = Double.doubleToRawLongBits(u) + EXPONENT_BIAS;
    double k = Double.longBitsToDouble((biased >>> 52) | INTEGER) - BIASED_INTEGER;
    double f = Double.longBitsToDouble((biased & MANTISSA) + SQRT_HALF) - 1;
    double s = f / (f + 2);
    double w = s * s;
    double p = Math.fma(w, R5, R4);
    p = Math.fma(w, p, R3);
    p = Math.fma(w, p, R2);
    p = Math.fma(w, p, R1);
    p = Math.fma(w, p, R0);
    return Math.fma(k, MINUS_TWO_LN2, s * p);
  }

  /** (j + 1/2) / 2^21 - 1/2 of the 21 bits j above the lowest. */
  static double halfTurns(long bits) {
    return Double.longBitsToDouble((bits & ANGLE_MASK) | ANGLE) - ANGLE_SHIFT;
  }

  /** sin(pi z), |z| <= 1/2, as exact as normal numbers need it. */
  static double roughSinPi(double z) {
    double w = z * z;
    double p = Math.fma(w, N6, N5);
    p = Math.fma(w, p, N4);
    p = Math.fma(w, p, N3);
    p = Math.fma(w, p, N2);
    p = Math.fma(w, p, N1);
    p = Math.fma(w, p, N0);
    return z * p;
  }

  /**
   * The angle z of [-1/2, 1/2] with sin(pi z) = sin(pi factor x), rounded once; |factor x| < 2^51.
   */
  static double reduced(double factor, double x) {
    double shifted = factor * x + ROUND;
    double z = Math.fma(factor, x, ROUND - shifted);
    return flip(z, Double.doubleToRawLongBits(shifted));
  }

  /** Changes the sign if the lowest of the bits is set. */
  static double flip(double x, long bits) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) ^ (bits << 63));
  }

  /** log x, x > 0, finite and not subnormal. */
  static double log(double x) {
    long biased = Double.doubleToRawLongBits(x) + EXPONENT_BIAS;
    double k = Double.longBitsToDouble((biased >>> 52) | INTEGER) - BIASED_INTEGER;
    double f = Double.longBitsToDouble((biased & MANTISSA) + SQRT_HALF) - 1;
    double s = f / (f + 2);
    double w = s * s;
    double p = Math.fma(w, L6, L5);
    p = Math.fma(w, p, L4);
    p = Math.fma(w, p, L3);
    p = Math.fma(w, p, L2);
    p = Math.fma(w, p, L1);
    p = Math.fma(w, p, L0);
    double h = 0.5 * f * f;
    double low = Math.fma(s, Math.fma(w, p, h), k * LN2_LOW);
    return Math.fma(k, LN2_HIGH, f - (h - low));
  }

  /** (e^r - 1 - r) / r^2, |r| <= log(2) / 2. */
  private static double expTail(double r) {
    double p = Math.fma(r, E9, E8);
    p = Math.fma(r, p, E7);
    p = Math.fma(r, p, E6);
    p = Math.fma(r, p, E5);
    p = Math.fma(r, p, E4);
    p = Math.fma(r, p, E3);
    p = Math.fma(r, p, E2);
    p = Math.fma(r, p, E1);
    return Math.fma(r, p, E0);
  }

  private static double withoutPowersOfTwo(double x, double k) {
    return Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, x));
  }

  static double exp(double x) {
    double y = Math.min(Math.max(x, EXP_LOWEST), EXP_HIGHEST);
    double shifted = Math.fma(y, LOG2_E, ROUND);
    double k = shifted - ROUND;
    double r = withoutPowersOfTwo(y, k);
    double e = Math.fma(r * r, expTail(r), r) + 1;
    long half = Double.doubleToRawLongBits(k * 0.5 + ROUND);
    long rest = Double.doubleToRawLongBits(shifted) - half;
    return e * powerOfTwo(half) * powerOfTwo(rest);
  }

  /** 2^k, k in the lowest bits. */
  private static double powerOfTwo(long k) {
    return Double.longBitsToDouble((k << 52) + ONE);
  }

  static double expm1(double x) {
    double y = Math.min(Math.max(x, EXPM1_LOWEST), EXP_HIGHEST);
    double shifted = Math.fma(y, LOG2_E, ROUND);
    double k = shifted - ROUND;
    double r = withoutPowersOfTwo(y, k);
    double e = Math.fma(r * r, expTail(r), r);
    double half = powerOfTwo(Double.doubleToRawLongBits(shifted - 1));
    return 2 * Math.fma(half, e, half - 0.5);
  }

  /** x modulo 1, in [-1/2, 1/2]: exact. */
  static double fraction(double x) {
    double shift = Double.longBitsToDouble((Double.doubleToRawLongBits(x) & SIGN) | INTEGER);
    double whole = x + shift - shift;
    return x - (Math.abs(x) < 0x1p52 ? whole : x);
  }
}
