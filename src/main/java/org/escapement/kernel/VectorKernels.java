package org.escapement.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels as many numbers at a time as a vector register holds: the operations of {@link
 * ScalarKernels} in the same order; that also does what remains of each array.
 *
 * <p>Rules for a loop, found by measurement (a thread's allocated bytes betray the boxing):
 *
 * <ul>
 *   <li>It calls no method of ours on vectors. The JVM inlines those of the Vector API always, ours
 *       only until the compiled unit, whoever calls us included, has 18000 nodes; a call that is
 *       left boxes its vectors and makes the loop 10 to 50 times slower.
 *   <li>It has at most some 50 vector operations, broadcasts included: JDK 17 boxes a vector where
 *       it passes those nodes. What is larger is cut in two, and a block passes through an array.
 *   <li>Where it has more than about 25, its method has more than 325 bytecodes (the JVM's
 *       FreqInlineSize), so that it is compiled alone and not as a part of its caller. That is why
 *       {@link #sinPi} works on two vectors at once.
 *   <li>No arithmetic shift or multiplication of longs, no conversion between long and double: AVX2
 *       has none.
 * </ul>
 */
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final int WIDTH = DOUBLES.length();
  private static final int PAIR = 2 * WIDTH;

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
  public void squares(double[] x, int n, double[] out) {
    VectorRowLoops.squares(x, n, out);
  }

  @Override
  public RowLoops rows(double[] values, int first, int stride) {
    return new VectorRowLoops(values, first, stride);
  }

  @Override
  public MatrixLoops matrices() {
    return new VectorMatrixLoops();
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
    int end = DOUBLES.loopBound(n);
    long high = (long) slot << 40;
    rounds1To3(trajectories, high + key0, steps, offset + key1, end, word0, word1);
    rounds4To6(key1, key2 + 1, end, word0, word1);
    rounds7To9(key2, key0 + 2, end, word0, word1);
    rounds10To13(key0, key1 + 3, end, word0, word1);
    for (int i = end; i < n; i++) {
      Threefry.block(key0, key1, high | trajectories[i], steps[i] + offset, word0, word1, i);
    }
  }

  /** The first of four loops: small ones run a third faster than one of all rounds. */
  private static void rounds1To3(
      long[] counter0,
      long first,
      long[] counter1,
      long second,
      int end,
      long[] word0,
      long[] word1) {
    for (int i = 0; i < end; i += WIDTH) {
      LongVector x0 = LongVector.fromArray(LONGS, counter0, i);
      LongVector x1 = LongVector.fromArray(LONGS, counter1, i);
      x0 = x0.add(first);
      x1 = x1.add(second);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R0).lanewise(VectorOperators.XOR, x0);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R1).lanewise(VectorOperators.XOR, x0);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R2).lanewise(VectorOperators.XOR, x0);
      x0.intoArray(word0, i);
      x1.intoArray(word1, i);
    }
  }

  private static void rounds4To6(long first, long second, int end, long[] word0, long[] word1) {
    for (int i = 0; i < end; i += WIDTH) {
      LongVector x0 = LongVector.fromArray(LONGS, word0, i);
      LongVector x1 = LongVector.fromArray(LONGS, word1, i);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R3).lanewise(VectorOperators.XOR, x0);
      x0 = x0.add(first);
      x1 = x1.add(second);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R4).lanewise(VectorOperators.XOR, x0);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R5).lanewise(VectorOperators.XOR, x0);
      x0.intoArray(word0, i);
      x1.intoArray(word1, i);
    }
  }

  private static void rounds7To9(long first, long second, int end, long[] word0, long[] word1) {
    for (int i = 0; i < end; i += WIDTH) {
      LongVector x0 = LongVector.fromArray(LONGS, word0, i);
      LongVector x1 = LongVector.fromArray(LONGS, word1, i);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R6).lanewise(VectorOperators.XOR, x0);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R7).lanewise(VectorOperators.XOR, x0);
      x0 = x0.add(first);
      x1 = x1.add(second);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R0).lanewise(VectorOperators.XOR, x0);
      x0.intoArray(word0, i);
      x1.intoArray(word1, i);
    }
  }

  private static void rounds10To13(long first, long second, int end, long[] word0, long[] word1) {
    for (int i = 0; i < end; i += WIDTH) {
      LongVector x0 = LongVector.fromArray(LONGS, word0, i);
      LongVector x1 = LongVector.fromArray(LONGS, word1, i);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R1).lanewise(VectorOperators.XOR, x0);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R2).lanewise(VectorOperators.XOR, x0);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R3).lanewise(VectorOperators.XOR, x0);
      x0 = x0.add(first);
      x1 = x1.add(second);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, Threefry.R4).lanewise(VectorOperators.XOR, x0);
      x0.intoArray(word0, i);
      x1.intoArray(word1, i);
    }
  }

  @Override
  public void uniform(long[] bits, int n, double[] out) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      LongVector.fromArray(LONGS, bits, i)
          .lanewise(VectorOperators.LSHR, 12)
          .lanewise(VectorOperators.OR, Elementary.ONE)
          .reinterpretAsDoubles()
          .sub(Elementary.ALMOST_ONE)
          .intoArray(out, i);
    }
    ScalarKernels.uniform(bits, end, n, out);
  }

  @Override
  public void sign(long[] bits, int n, double[] out) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      LongVector.fromArray(LONGS, bits, i)
          .lanewise(VectorOperators.LSHL, 63)
          .lanewise(VectorOperators.OR, Elementary.ONE)
          .reinterpretAsDoubles()
          .intoArray(out, i);
    }
    ScalarKernels.sign(bits, end, n, out);
  }

  @Override
  public void normal(long[] bits, int n, double[] first, double[] second) {
    int end = DOUBLES.loopBound(n);
    squaredRadius(bits, end, first);
    turn(bits, end, first, second);
    ScalarKernels.normal(bits, end, n, first, second);
  }

  private static void squaredRadius(long[] bits, int end, double[] out) {
    for (int i = 0; i < end; i += WIDTH) {
      LongVector biased =
          LongVector.fromArray(LONGS, bits, i)
              .lanewise(VectorOperators.LSHR, 21)
              .lanewise(VectorOperators.OR, Elementary.RADIUS)
              .reinterpretAsDoubles()
              .sub(Elementary.RADIUS_SHIFT)
              .reinterpretAsLongs()
              .add(Elementary.EXPONENT_BIAS);
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
      DoubleVector p =
          w.fma(
              DoubleVector.broadcast(DOUBLES, Elementary.R5),
              DoubleVector.broadcast(DOUBLES, Elementary.R4));
      p = w.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.R3));
      p = w.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.R2));
      p = w.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.R1));
      p = w.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.R0));
      k.fma(DoubleVector.broadcast(DOUBLES, Elementary.MINUS_TWO_LN2), s.mul(p)).intoArray(out, i);
    }
  }

  /** From the squared radius in first to both coordinates. */
  private static void turn(long[] bits, int end, double[] first, double[] second) {
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector n6 = DoubleVector.broadcast(DOUBLES, Elementary.N6);
      DoubleVector n5 = DoubleVector.broadcast(DOUBLES, Elementary.N5);
      DoubleVector n4 = DoubleVector.broadcast(DOUBLES, Elementary.N4);
      DoubleVector n3 = DoubleVector.broadcast(DOUBLES, Elementary.N3);
      DoubleVector n2 = DoubleVector.broadcast(DOUBLES, Elementary.N2);
      DoubleVector n1 = DoubleVector.broadcast(DOUBLES, Elementary.N1);
      DoubleVector n0 = DoubleVector.broadcast(DOUBLES, Elementary.N0);
      LongVector word = LongVector.fromArray(LONGS, bits, i);
      DoubleVector t =
          word.lanewise(VectorOperators.AND, Elementary.ANGLE_MASK)
              .lanewise(VectorOperators.OR, Elementary.ANGLE)
              .reinterpretAsDoubles()
              .sub(Elementary.ANGLE_SHIFT);
      DoubleVector w = t.mul(t);
      DoubleVector sin = w.fma(n6, n5);
      sin = w.fma(sin, n4);
      sin = w.fma(sin, n3);
      sin = w.fma(sin, n2);
      sin = w.fma(sin, n1);
      sin = w.fma(sin, n0);
      DoubleVector z = DoubleVector.broadcast(DOUBLES, 0.5).sub(t.abs());
      DoubleVector v = z.mul(z);
      DoubleVector cos = v.fma(n6, n5);
      cos = v.fma(cos, n4);
      cos = v.fma(cos, n3);
      cos = v.fma(cos, n2);
      cos = v.fma(cos, n1);
      cos = v.fma(cos, n0);
      DoubleVector r = DoubleVector.fromArray(DOUBLES, first, i).sqrt();
      r.mul(z.mul(cos))
          .reinterpretAsLongs()
          .lanewise(VectorOperators.XOR, word.lanewise(VectorOperators.LSHL, 63))
          .reinterpretAsDoubles()
          .intoArray(first, i);
      r.mul(t.mul(sin)).intoArray(second, i);
    }
  }

  @Override
  public void stableAngles(
      double alpha, long[] bits, int n, double[] sinAlpha, double[] cos, double[] cosRest) {
    double rest = -Math.abs(1 - alpha);
    int end = n - n % PAIR;
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector t =
          LongVector.fromArray(LONGS, bits, i)
              .lanewise(VectorOperators.LSHR, 12)
              .lanewise(VectorOperators.OR, Elementary.ONE)
              .reinterpretAsDoubles()
              .sub(Elementary.ALMOST_ONE)
              .sub(0.5);
      DoubleVector size = t.abs();
      DoubleVector shifted = t.mul(alpha).add(Elementary.ROUND);
      t.fma(
              DoubleVector.broadcast(DOUBLES, alpha),
              DoubleVector.broadcast(DOUBLES, Elementary.ROUND).sub(shifted))
          .reinterpretAsLongs()
          .lanewise(
              VectorOperators.XOR, shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 63))
          .reinterpretAsDoubles()
          .intoArray(sinAlpha, i);
      DoubleVector.broadcast(DOUBLES, 0.5).sub(size).intoArray(cos, i);
      size.fma(DoubleVector.broadcast(DOUBLES, rest), DoubleVector.broadcast(DOUBLES, 0.5))
          .intoArray(cosRest, i);
    }
    sinPi(sinAlpha, end);
    sinPi(cos, end);
    sinPi(cosRest, end);
    ScalarKernels.stableAngles(alpha, bits, end, n, sinAlpha, cos, cosRest);
  }

  @Override
  public void positiveStableAngles(
      double gamma, long[] bits, int n, double[] sinGamma, double[] sin, double[] sinRest) {
    double rest = 1 - gamma;
    int end = n - n % PAIR;
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector u =
          LongVector.fromArray(LONGS, bits, i)
              .lanewise(VectorOperators.LSHR, 12)
              .lanewise(VectorOperators.OR, Elementary.ONE)
              .reinterpretAsDoubles()
              .sub(Elementary.ALMOST_ONE);
      DoubleVector shifted = u.mul(gamma).add(Elementary.ROUND);
      u.fma(
              DoubleVector.broadcast(DOUBLES, gamma),
              DoubleVector.broadcast(DOUBLES, Elementary.ROUND).sub(shifted))
          .reinterpretAsLongs()
          .lanewise(
              VectorOperators.XOR, shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 63))
          .reinterpretAsDoubles()
          .intoArray(sinGamma, i);
      DoubleVector.broadcast(DOUBLES, 0.5).sub(u.sub(0.5).abs()).intoArray(sin, i);
      DoubleVector shiftedRest = u.mul(rest).add(Elementary.ROUND);
      u.fma(
              DoubleVector.broadcast(DOUBLES, rest),
              DoubleVector.broadcast(DOUBLES, Elementary.ROUND).sub(shiftedRest))
          .reinterpretAsLongs()
          .lanewise(
              VectorOperators.XOR,
              shiftedRest.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 63))
          .reinterpretAsDoubles()
          .intoArray(sinRest, i);
    }
    sinPi(sinGamma, end);
    sinPi(sin, end);
    sinPi(sinRest, end);
    ScalarKernels.positiveStableAngles(gamma, bits, end, n, sinGamma, sin, sinRest);
  }

  /** x = sin(pi x), |x| <= 1/2, for a whole number of pairs of vectors. */
  private static void sinPi(double[] x, int end) {
    for (int i = 0; i < end; i += PAIR) {
      DoubleVector s7 = DoubleVector.broadcast(DOUBLES, Elementary.S7);
      DoubleVector s6 = DoubleVector.broadcast(DOUBLES, Elementary.S6);
      DoubleVector s5 = DoubleVector.broadcast(DOUBLES, Elementary.S5);
      DoubleVector s4 = DoubleVector.broadcast(DOUBLES, Elementary.S4);
      DoubleVector s3 = DoubleVector.broadcast(DOUBLES, Elementary.S3);
      DoubleVector s2 = DoubleVector.broadcast(DOUBLES, Elementary.S2);
      DoubleVector s1 = DoubleVector.broadcast(DOUBLES, Elementary.S1);
      DoubleVector s0 = DoubleVector.broadcast(DOUBLES, Elementary.S0);
      DoubleVector piLow = DoubleVector.broadcast(DOUBLES, Elementary.PI_LOW);
      DoubleVector piHigh = DoubleVector.broadcast(DOUBLES, Elementary.PI_HIGH);
      DoubleVector y = DoubleVector.fromArray(DOUBLES, x, i);
      DoubleVector v = y.mul(y);
      DoubleVector q = v.fma(s7, s6);
      q = v.fma(q, s5);
      q = v.fma(q, s4);
      q = v.fma(q, s3);
      q = v.fma(q, s2);
      q = v.fma(q, s1);
      q = v.fma(q, s0);
      q = v.fma(q, piLow);
      q = y.fma(piHigh, y.mul(q));
      q.intoArray(x, i);
      DoubleVector z = DoubleVector.fromArray(DOUBLES, x, i + WIDTH);
      DoubleVector w = z.mul(z);
      DoubleVector p = w.fma(s7, s6);
      p = w.fma(p, s5);
      p = w.fma(p, s4);
      p = w.fma(p, s3);
      p = w.fma(p, s2);
      p = w.fma(p, s1);
      p = w.fma(p, s0);
      p = w.fma(p, piLow);
      p = z.fma(piHigh, z.mul(p));
      p.intoArray(x, i + WIDTH);
    }
  }

  @Override
  public void log(double factor, double[] x, int n, double[] out) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector u = DoubleVector.fromArray(DOUBLES, x, i);
      LongVector biased = u.reinterpretAsLongs().add(Elementary.EXPONENT_BIAS);
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
      DoubleVector p =
          w.fma(
              DoubleVector.broadcast(DOUBLES, Elementary.L6),
              DoubleVector.broadcast(DOUBLES, Elementary.L5));
      p = w.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.L4));
      p = w.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.L3));
      p = w.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.L2));
      p = w.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.L1));
      p = w.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.L0));
      DoubleVector h = f.mul(0.5).mul(f);
      DoubleVector low = s.fma(w.fma(p, h), k.mul(Elementary.LN2_LOW));
      DoubleVector y =
          k.fma(DoubleVector.broadcast(DOUBLES, Elementary.LN2_HIGH), f.sub(h.sub(low)));
      y.mul(factor).intoArray(out, i);
    }
    ScalarKernels.log(factor, x, end, n, out);
  }

  @Override
  public void exp(double[] x, int n, double[] out) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector round = DoubleVector.broadcast(DOUBLES, Elementary.ROUND);
      LongVector one = LongVector.broadcast(LONGS, Elementary.ONE);
      DoubleVector y =
          DoubleVector.fromArray(DOUBLES, x, i)
              .max(Elementary.EXP_LOWEST)
              .min(Elementary.EXP_HIGHEST);
      DoubleVector shifted = y.fma(DoubleVector.broadcast(DOUBLES, Elementary.LOG2_E), round);
      DoubleVector k = shifted.sub(round);
      DoubleVector r =
          k.fma(
              DoubleVector.broadcast(DOUBLES, -Elementary.LN2_LOW),
              k.fma(DoubleVector.broadcast(DOUBLES, -Elementary.LN2_HIGH), y));
      DoubleVector p =
          r.fma(
              DoubleVector.broadcast(DOUBLES, Elementary.E9),
              DoubleVector.broadcast(DOUBLES, Elementary.E8));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E7));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E6));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E5));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E4));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E3));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E2));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E1));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E0));
      DoubleVector e = r.mul(r).fma(p, r).add(1);
      LongVector half = k.mul(0.5).add(round).reinterpretAsLongs();
      LongVector rest = shifted.reinterpretAsLongs().sub(half);
      e.mul(half.lanewise(VectorOperators.LSHL, 52).add(one).reinterpretAsDoubles())
          .mul(rest.lanewise(VectorOperators.LSHL, 52).add(one).reinterpretAsDoubles())
          .intoArray(out, i);
    }
    ScalarKernels.exp(x, end, n, out);
  }

  @Override
  public void expm1(double[] x, int n, double[] out) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector y = DoubleVector.fromArray(DOUBLES, x, i);
      y = y.max(Elementary.EXPM1_LOWEST).min(Elementary.EXP_HIGHEST);
      DoubleVector round = DoubleVector.broadcast(DOUBLES, Elementary.ROUND);
      DoubleVector shifted = y.fma(DoubleVector.broadcast(DOUBLES, Elementary.LOG2_E), round);
      DoubleVector k = shifted.sub(round);
      DoubleVector r =
          k.fma(
              DoubleVector.broadcast(DOUBLES, -Elementary.LN2_LOW),
              k.fma(DoubleVector.broadcast(DOUBLES, -Elementary.LN2_HIGH), y));
      DoubleVector p =
          r.fma(
              DoubleVector.broadcast(DOUBLES, Elementary.E9),
              DoubleVector.broadcast(DOUBLES, Elementary.E8));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E7));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E6));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E5));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E4));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E3));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E2));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E1));
      p = r.fma(p, DoubleVector.broadcast(DOUBLES, Elementary.E0));
      DoubleVector e = r.mul(r).fma(p, r);
      DoubleVector half =
          shifted
              .sub(1)
              .reinterpretAsLongs()
              .lanewise(VectorOperators.LSHL, 52)
              .add(Elementary.ONE)
              .reinterpretAsDoubles();
      half.fma(e, half.sub(0.5)).mul(2).intoArray(out, i);
    }
    ScalarKernels.expm1(x, end, n, out);
  }

  @Override
  public void sinCosTurns(double[] x, int n, double[] sin, double[] cos) {
    int end = n - n % PAIR;
    for (int i = 0; i < end; i += WIDTH) {
      DoubleVector turns = DoubleVector.fromArray(DOUBLES, x, i);
      DoubleVector shift =
          turns
              .reinterpretAsLongs()
              .lanewise(VectorOperators.AND, Elementary.SIGN)
              .lanewise(VectorOperators.OR, Elementary.INTEGER)
              .reinterpretAsDoubles();
      DoubleVector whole = turns.add(shift).sub(shift);
      DoubleVector fraction =
          turns.sub(turns.blend(whole, turns.abs().compare(VectorOperators.LT, 0x1p52)));
      DoubleVector halfTurns = fraction.mul(2);
      DoubleVector shifted = halfTurns.add(Elementary.ROUND);
      DoubleVector rest = halfTurns.sub(shifted.sub(Elementary.ROUND));
      LongVector sign = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 63);
      rest.reinterpretAsLongs()
          .lanewise(VectorOperators.XOR, sign)
          .reinterpretAsDoubles()
          .intoArray(sin, i);
      DoubleVector.broadcast(DOUBLES, 0.5)
          .sub(rest.abs())
          .reinterpretAsLongs()
          .lanewise(VectorOperators.XOR, sign)
          .reinterpretAsDoubles()
          .intoArray(cos, i);
    }
    sinPi(sin, end);
    sinPi(cos, end);
    ScalarKernels.sinCosTurns(x, end, n, sin, cos);
  }

  @Override
  public int notPositive(double[] margin, int n, int[] out) {
    int found = 0;
    int stride = 4 * WIDTH;
    int end = n - n % stride;
    for (int i = 0; i < end; i += stride) {
      VectorMask<Double> inside =
          DoubleVector.fromArray(DOUBLES, margin, i)
              .compare(VectorOperators.GT, 0)
              .and(
                  DoubleVector.fromArray(DOUBLES, margin, i + WIDTH).compare(VectorOperators.GT, 0))
              .and(
                  DoubleVector.fromArray(DOUBLES, margin, i + 2 * WIDTH)
                      .compare(VectorOperators.GT, 0))
              .and(
                  DoubleVector.fromArray(DOUBLES, margin, i + 3 * WIDTH)
                      .compare(VectorOperators.GT, 0));
      if (!inside.allTrue()) {
        found = ScalarKernels.notPositive(margin, i, i + stride, out, found);
      }
    }
    return ScalarKernels.notPositive(margin, end, n, out, found);
  }
}
