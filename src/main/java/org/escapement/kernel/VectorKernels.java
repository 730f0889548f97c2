package org.escapement.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels as many numbers at a time as a vector register holds: the operations of {@link
 * ScalarKernels} in the same order, which also does what remains of each array.
 *
 * <p>The JVM inlines vector code only up to a certain size and boxes every vector beyond it (6 to
 * 10 times slower), so each loop stays below some 60 vector operations; what is larger is cut in
 * two, and a block passes between them through an array. AVX2 has no arithmetic shift of longs, no
 * multiplication of longs and no conversion between long and double: none of them is used.
 */
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final int WIDTH = DOUBLES.length();

  VectorKernels() {
    if (WIDTH < 2 || LONGS.length() != WIDTH) {
      throw new UnsupportedOperationException("this CPU has no vectors of two doubles");
    }
  }

  @Override
  public String description() {
    return "vector (" + DOUBLES.vectorBitSize() + " bit)";
  }

  @Override
  public void bits(
      long[] key,
      long[] trajectories,
      long[] steps,
      int n,
      int slot,
      int offset,
      long[] word0,
      long[] word1) {
    long key0 = key[0];
    long key1 = key[1];
    long key2 = Threefry.PARITY ^ key0 ^ key1;
    long first0 = ((long) slot << 40) + key0;
    long first1 = offset + key1;
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      LongVector x0 = LongVector.fromArray(LONGS, trajectories, i).add(first0);
      LongVector x1 = LongVector.fromArray(LONGS, steps, i).add(first1);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R0, x0);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R1, x0);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R2, x0);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R3, x0);
      x0 = x0.add(key1);
      x1 = x1.add(key2 + 1);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R4, x0);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R5, x0);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R6, x0);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R7, x0);
      x0 = x0.add(key2);
      x1 = x1.add(key0 + 2);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R0, x0);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R1, x0);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R2, x0);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R3, x0);
      x0 = x0.add(key0);
      x1 = x1.add(key1 + 3);
      x0 = x0.add(x1);
      x1 = rotate(x1, Threefry.R4, x0);
      x0.intoArray(word0, i);
      x1.intoArray(word1, i);
    }
    ScalarKernels.bits(key, trajectories, steps, end, n, slot, offset, word0, word1);
  }

  private static LongVector rotate(LongVector x, int by, LongVector with) {
    return x.lanewise(VectorOperators.ROL, by).lanewise(VectorOperators.XOR, with);
  }

  @Override
  public void uniform(long[] bits, int n, double[] out) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      uniform(LongVector.fromArray(LONGS, bits, i)).intoArray(out, i);
    }
    ScalarKernels.uniform(bits, end, n, out);
  }

  @Override
  public void sign(long[] bits, int n, double[] out) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      LongVector.fromArray(LONGS, bits, i)
          .lanewise(VectorOperators.AND, Elementary.SIGN)
          .lanewise(VectorOperators.OR, Elementary.ONE)
          .reinterpretAsDoubles()
          .intoArray(out, i);
    }
    ScalarKernels.sign(bits, end, n, out);
  }

  @Override
  public void exponential(long[] bits, int n, double[] out) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector u = uniform(LongVector.fromArray(LONGS, bits, i));
      log(u).neg().intoArray(out, i);
    }
    ScalarKernels.exponential(bits, end, n, out);
  }

  @Override
  public void laplace(long[] bits, int n, double[] out) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      LongVector word = LongVector.fromArray(LONGS, bits, i);
      flip(log(uniform(word)), word).intoArray(out, i);
    }
    ScalarKernels.laplace(bits, end, n, out);
  }

  @Override
  public void normal(long[] radius, long[] angle, int n, double[] even, double[] odd) {
    int end = DOUBLES.loopBound(n);
    radius(radius, end, even);
    for (int i = 0; i < end; i += WIDTH) {
      LongVector word = LongVector.fromArray(LONGS, angle, i);
      DoubleVector r = DoubleVector.fromArray(DOUBLES, even, i);
      DoubleVector t = uniform(word).sub(0.5);
      DoubleVector cos = sinPi(half().sub(t.abs()));
      flip(r.mul(cos), word).intoArray(even, i);
      r.mul(sinPi(t)).intoArray(odd, i);
    }
    ScalarKernels.normal(radius, angle, end, n, even, odd);
  }

  private static void radius(long[] bits, int end, double[] out) {
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector u = uniform(LongVector.fromArray(LONGS, bits, i));
      log(u).mul(-2).sqrt().intoArray(out, i);
    }
  }

  @Override
  public void stableAngle(
      double alpha, long[] bits, double[] exponential, int n, double[] ratio, double[] base) {
    double rest = -Math.abs(1 - alpha);
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector t = uniform(LongVector.fromArray(LONGS, bits, i)).sub(0.5);
      DoubleVector size = t.abs();
      DoubleVector cos = sinPi(half().sub(size));
      DoubleVector cosRest = sinPi(broadcast(rest).fma(size, half()));
      DoubleVector w = DoubleVector.fromArray(DOUBLES, exponential, i);
      sinPi(alpha, t).div(cos).intoArray(ratio, i);
      cosRest.div(w.mul(cos)).intoArray(base, i);
    }
    ScalarKernels.stableAngle(alpha, bits, exponential, end, n, ratio, base);
  }

  @Override
  public void positiveStableAngle(
      double gamma, long[] bits, double[] exponential, int n, double[] ratio, double[] base) {
    double rest = 1 - gamma;
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector u = uniform(LongVector.fromArray(LONGS, bits, i));
      DoubleVector sin = sinPi(half().sub(u.sub(0.5).abs()));
      DoubleVector w = DoubleVector.fromArray(DOUBLES, exponential, i);
      sinPi(gamma, u).div(sin).intoArray(ratio, i);
      sinPi(rest, u).div(w.mul(sin)).intoArray(base, i);
    }
    ScalarKernels.positiveStableAngle(gamma, bits, exponential, end, n, ratio, base);
  }

  @Override
  public void timesPower(double exponent, double[] base, int n, double[] out) {
    double half = exponent / 2;
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector y = log(DoubleVector.fromArray(DOUBLES, base, i)).mul(half);
      y = y.max(Elementary.HALF_POWER_LOWEST).min(Elementary.HALF_POWER_HIGHEST);
      DoubleVector shifted = y.mul(Elementary.LOG2_E).add(Elementary.ROUND);
      DoubleVector r = reduced(y, shifted.sub(Elementary.ROUND));
      LongVector e = r.mul(r).fma(expTail(r), r).add(1).reinterpretAsLongs();
      LongVector k = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
      DoubleVector power = e.add(k).reinterpretAsDoubles();
      DoubleVector.fromArray(DOUBLES, out, i).mul(power).mul(power).intoArray(out, i);
    }
    ScalarKernels.timesPower(exponent, base, end, n, out);
  }

  @Override
  public void exp(double[] x, int n, double[] out) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector y = DoubleVector.fromArray(DOUBLES, x, i);
      y = y.max(Elementary.EXP_LOWEST).min(Elementary.EXP_HIGHEST);
      DoubleVector k = y.mul(Elementary.LOG2_E).add(Elementary.ROUND).sub(Elementary.ROUND);
      DoubleVector r = reduced(y, k);
      DoubleVector e = r.mul(r).fma(expTail(r), r).add(1);
      DoubleVector shiftedHalf = k.mul(0.5).add(Elementary.ROUND);
      DoubleVector shiftedRest = k.sub(shiftedHalf.sub(Elementary.ROUND)).add(Elementary.ROUND);
      e.mul(powerOfTwo(shiftedHalf)).mul(powerOfTwo(shiftedRest)).intoArray(out, i);
    }
    ScalarKernels.exp(x, end, n, out);
  }

  @Override
  public void expm1(double[] x, int n, double[] out) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector y = DoubleVector.fromArray(DOUBLES, x, i);
      y = y.max(Elementary.EXPM1_LOWEST).min(Elementary.EXP_HIGHEST);
      DoubleVector shifted = y.mul(Elementary.LOG2_E).add(Elementary.ROUND);
      DoubleVector r = reduced(y, shifted.sub(Elementary.ROUND));
      DoubleVector e = r.mul(r).fma(expTail(r), r);
      DoubleVector half = powerOfTwo(shifted.sub(1));
      half.fma(e, half.sub(0.5)).mul(2).intoArray(out, i);
    }
    ScalarKernels.expm1(x, end, n, out);
  }

  @Override
  public void sinCosTurns(double[] x, int n, double[] sin, double[] cos) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector halfTurns = fraction(DoubleVector.fromArray(DOUBLES, x, i)).mul(2);
      DoubleVector shifted = halfTurns.add(Elementary.ROUND);
      DoubleVector rest = halfTurns.sub(shifted.sub(Elementary.ROUND));
      LongVector parity = shifted.reinterpretAsLongs();
      flip(sinPi(rest), parity).intoArray(sin, i);
      flip(sinPi(half().sub(rest.abs())), parity).intoArray(cos, i);
    }
    ScalarKernels.sinCosTurns(x, end, n, sin, cos);
  }

  @Override
  public int notPositive(double[] margin, int n, int[] out) {
    int found = 0;
    int stride = 4 * WIDTH;
    int end = n - n % stride;
    for (int i = 0; i < end; i += stride) {
      VectorMask<Double> inside =
          inside(margin, i)
              .and(inside(margin, i + WIDTH))
              .and(inside(margin, i + 2 * WIDTH).and(inside(margin, i + 3 * WIDTH)));
      if (!inside.allTrue()) {
        found = ScalarKernels.notPositive(margin, i, i + stride, out, found);
      }
    }
    return ScalarKernels.notPositive(margin, end, n, out, found);
  }

  private static VectorMask<Double> inside(double[] margin, int i) {
    return DoubleVector.fromArray(DOUBLES, margin, i).compare(VectorOperators.GT, 0);
  }

  private static DoubleVector half() {
    return broadcast(0.5);
  }

  private static DoubleVector broadcast(double x) {
    return DoubleVector.broadcast(DOUBLES, x);
  }

  private static DoubleVector uniform(LongVector bits) {
    return bits.lanewise(VectorOperators.LSHR, 12)
        .lanewise(VectorOperators.OR, Elementary.ONE)
        .reinterpretAsDoubles()
        .sub(Elementary.ALMOST_ONE);
  }

  private static DoubleVector sinPi(DoubleVector z) {
    DoubleVector w = z.mul(z);
    DoubleVector p = w.fma(broadcast(Elementary.S7), broadcast(Elementary.S6));
    p = w.fma(p, broadcast(Elementary.S5));
    p = w.fma(p, broadcast(Elementary.S4));
    p = w.fma(p, broadcast(Elementary.S3));
    p = w.fma(p, broadcast(Elementary.S2));
    p = w.fma(p, broadcast(Elementary.S1));
    p = w.fma(p, broadcast(Elementary.S0));
    p = w.fma(p, broadcast(Elementary.PI_LOW));
    return z.fma(broadcast(Elementary.PI_HIGH), z.mul(p));
  }

  private static DoubleVector sinPi(double factor, DoubleVector z) {
    DoubleVector shifted = z.mul(factor).add(Elementary.ROUND);
    DoubleVector reduced = z.fma(broadcast(factor), broadcast(Elementary.ROUND).sub(shifted));
    return flip(sinPi(reduced), shifted.reinterpretAsLongs());
  }

  private static DoubleVector flip(DoubleVector x, LongVector bits) {
    return x.reinterpretAsLongs()
        .lanewise(VectorOperators.XOR, bits.lanewise(VectorOperators.LSHL, 63))
        .reinterpretAsDoubles();
  }

  private static DoubleVector log(DoubleVector x) {
    LongVector biased = x.reinterpretAsLongs().add(Elementary.EXPONENT_BIAS);
    DoubleVector k =
        biased
            .lanewise(VectorOperators.LSHR, 52)
            .lanewise(VectorOperators.OR, Elementary.INTEGER)
            .reinterpretAsDoubles()
            .sub(Elementary.BIASED_INTEGER);
    DoubleVector f =
        biased
            .lanewise(VectorOperators.AND, Elementary.MANTISSA)
            .add(Elementary.SQRT_HALF)
            .reinterpretAsDoubles()
            .sub(1);
    DoubleVector s = f.div(f.add(2));
    DoubleVector w = s.mul(s);
    DoubleVector p = w.fma(broadcast(Elementary.L6), broadcast(Elementary.L5));
    p = w.fma(p, broadcast(Elementary.L4));
    p = w.fma(p, broadcast(Elementary.L3));
    p = w.fma(p, broadcast(Elementary.L2));
    p = w.fma(p, broadcast(Elementary.L1));
    p = w.fma(p, broadcast(Elementary.L0));
    DoubleVector h = f.mul(0.5).mul(f);
    DoubleVector low = s.fma(w.fma(p, h), k.mul(Elementary.LN2_LOW));
    return k.fma(broadcast(Elementary.LN2_HIGH), f.sub(h.sub(low)));
  }

  private static DoubleVector expTail(DoubleVector r) {
    DoubleVector p = r.fma(broadcast(Elementary.E9), broadcast(Elementary.E8));
    p = r.fma(p, broadcast(Elementary.E7));
    p = r.fma(p, broadcast(Elementary.E6));
    p = r.fma(p, broadcast(Elementary.E5));
    p = r.fma(p, broadcast(Elementary.E4));
    p = r.fma(p, broadcast(Elementary.E3));
    p = r.fma(p, broadcast(Elementary.E2));
    p = r.fma(p, broadcast(Elementary.E1));
    return r.fma(p, broadcast(Elementary.E0));
  }

  private static DoubleVector reduced(DoubleVector x, DoubleVector k) {
    DoubleVector high = k.fma(broadcast(-Elementary.LN2_HIGH), x);
    return k.fma(broadcast(-Elementary.LN2_LOW), high);
  }

  private static DoubleVector powerOfTwo(DoubleVector shifted) {
    return shifted
        .reinterpretAsLongs()
        .lanewise(VectorOperators.LSHL, 52)
        .add(Elementary.ONE)
        .reinterpretAsDoubles();
  }

  private static DoubleVector fraction(DoubleVector x) {
    DoubleVector shift =
        x.reinterpretAsLongs()
            .lanewise(VectorOperators.AND, Elementary.SIGN)
            .lanewise(VectorOperators.OR, Elementary.INTEGER)
            .reinterpretAsDoubles();
    DoubleVector whole = x.add(shift).sub(shift);
    return x.sub(x.blend(whole, x.abs().compare(VectorOperators.LT, 0x1p52)));
  }
}
