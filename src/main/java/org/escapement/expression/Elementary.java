package org.escapement.expression;

/**
 * The functions of a formula out of arithmetic and the loops of {@code kernel}, which are right to
 * 2 ulp.
 *
 * <ul>
 *   <li>sin and cos are wrong by at most 5e-16 for angles up to 1e15: the angle, as rounded, is
 *       turned into turns with a product of two doubles (see {@link #turns}).
 *   <li>log is NaN outside the positive normal numbers, so that a trajectory that gets there counts
 *       as diverged.
 *   <li>tanh, sinh are right to some 5 ulp near 0 too, where they are made of e^x - 1.
 *   <li>Powers with a constant exponent: up to {@value #MOST_FACTORS} whole ones by multiplication,
 *       halves of odd numbers with one square root; all others as exp(v log |u|), wrong by some |v
 *       log u| ulp, and with the sign of u where v is odd. Negative u have whole powers only.
 *   <li>0^v is 0 for a constant v > 0 and infinite for v < 0. So are the derivatives of u^v by u at
 *       0; where the chain rule multiplies an infinite one by 0 they are NaN, as is the second
 *       derivative of abs(x)^1.3, whose sign(x) is 0.
 *   <li>Powers whose exponent is no constant: exp(v log u), for positive u only.
 * </ul>
 */
final class Elementary {
  /** The largest exponent that is computed by multiplication; its error grows with the exponent. */
  private static final int MOST_FACTORS = 1024;

  /** 1/(2 pi) = TURN_HIGH + TURN_LOW, rounded to 107 bits. */
  private static final double TURN_HIGH = 0x1.45f306dc9c883p-3;

  private static final double TURN_LOW = -0x1.6b01ec5417056p-57;

  /** 1.5 * 2^52: adding it and taking it away again rounds |x| <= 2^51 to an integer. */
  private static final double ROUND = 0x1.8p52;

  /** Beyond it tanh is 1, and e^2x still a number. */
  private static final double LARGE = 300;

  /** From here on a double does not know whether it is odd. */
  private static final double LARGEST_WHOLE = 0x1p53;

  /** 1 over the root of the smallest normal number. */
  private static final double NORMAL_ROOTS = 0x1p511;

  private final Instructions instructions;

  Elementary(Instructions instructions) {
    this.instructions = instructions;
  }

  /** Any function but sin, cos and tan. */
  int call(Function function, int u) {
    return switch (function) {
      case EXP -> apply(Op.EXP, u);
      case LOG -> log(u);
      case SQRT -> apply(Op.SQRT, u);
      case ABS -> apply(Op.ABS, u);
      case SIGN -> sign(u);
      case SINH -> sinh(u);
      case COSH -> cosh(u);
      case TANH -> tanh(u);
      default -> throw new IllegalStateException(function + " takes turns");
    };
  }

  /**
   * u / (2 pi) but for whole turns: with t = u TURN_HIGH, what is left of t beyond its integer is
   * exact, and the rounding error of t is u TURN_HIGH - t by fma.
   */
  int turns(int u) {
    int high = constant(TURN_HIGH);
    int t = apply(Op.MULTIPLY, u, high);
    int round = constant(ROUND);
    int whole = apply(Op.SUBTRACT, apply(Op.ADD, t, round), round);
    int error = instructions.apply(Op.FMA, u, high, apply(Op.NEGATE, t));
    int low = instructions.apply(Op.FMA, u, constant(TURN_LOW), error);
    return apply(Op.ADD, apply(Op.SUBTRACT, t, whole), low);
  }

  /** log u + 0 sqrt(u - 2^-1022): the root is NaN where the logarithm is not known. */
  private int log(int u) {
    int known = apply(Op.SQRT, apply(Op.SUBTRACT, u, constant(Double.MIN_NORMAL)));
    return apply(Op.ADD, apply(Op.LOG, u), apply(Op.MULTIPLY, known, constant(0)));
  }

  /** Scaled until even the smallest number is beyond 1, and cut there. */
  private int sign(int u) {
    int large = apply(Op.MULTIPLY, apply(Op.MULTIPLY, u, constant(0x1p1000)), constant(0x1p100));
    return apply(Op.MAX, apply(Op.MIN, large, constant(1)), constant(-1));
  }

  /** (expm1(u) - expm1(-u)) / 2, whose parts have different signs. */
  private int sinh(int u) {
    int up = apply(Op.EXPM1, u);
    int down = apply(Op.EXPM1, apply(Op.NEGATE, u));
    return half(apply(Op.SUBTRACT, up, down));
  }

  private int cosh(int u) {
    int e = apply(Op.EXP, apply(Op.ABS, u));
    return half(apply(Op.ADD, e, apply(Op.DIVIDE, constant(1), e)));
  }

  /** m / (m + 2), m = expm1(2u). */
  private int tanh(int u) {
    int m = apply(Op.EXPM1, apply(Op.MIN, apply(Op.ADD, u, u), constant(LARGE)));
    return apply(Op.DIVIDE, m, apply(Op.ADD, m, constant(2)));
  }

  private int half(int u) {
    return apply(Op.MULTIPLY, u, constant(0.5));
  }

  /** u^v. */
  int power(int u, int v) {
    if (instructions.isConstant(v)) {
      double exponent = instructions.value(v);
      double twice = 2 * exponent;
      if (twice == Math.rint(twice) && Math.abs(exponent) <= MOST_FACTORS) {
        int size = halves(u, (int) Math.abs(twice));
        return exponent < 0 ? apply(Op.DIVIDE, constant(1), size) : size;
      }
      return byLogarithm(u, v, exponent);
    }
    return apply(Op.EXP, apply(Op.MULTIPLY, v, log(u)));
  }

  /**
   * exp(v log m) s for v > 0 and exp(v log m) / s for v < 0, where m is the base but at least
   * 2^-1022, and s is 1 for normal bases and 0 for 0, so that the digits are those of exp(v log u).
   * Between them s grows like the root of the base.
   */
  private int byLogarithm(int u, int v, double exponent) {
    boolean isWhole = exponent == Math.rint(exponent) && Math.abs(exponent) < LARGEST_WHOLE;
    int base = isWhole ? apply(Op.ABS, u) : u;
    int root = apply(Op.SQRT, base);
    int log = apply(Op.LOG, apply(Op.MAX, base, constant(Double.MIN_NORMAL)));
    int known = apply(Op.ADD, log, apply(Op.MULTIPLY, root, constant(0)));
    int size = apply(Op.EXP, apply(Op.MULTIPLY, v, known));
    int sign = isWhole && exponent % 2 != 0 ? sign(u) : reach(root);
    return apply(exponent < 0 ? Op.DIVIDE : Op.MULTIPLY, size, sign);
  }

  /** From 0 at a root of 0 to 1 at that of the smallest normal number, and 1 beyond. */
  private int reach(int root) {
    int scaled = apply(Op.MULTIPLY, apply(Op.ABS, root), constant(NORMAL_ROOTS));
    return apply(Op.MIN, scaled, constant(1));
  }

  /** u^(twice/2). */
  private int halves(int u, int twice) {
    if (twice % 2 == 0) {
      return whole(u, twice / 2);
    }
    int root = apply(Op.SQRT, u);
    return twice == 1 ? root : apply(Op.MULTIPLY, whole(u, twice / 2), root);
  }

  /** By squares: x^7 is ((x^2 x)^2) x. */
  private int whole(int u, int exponent) {
    if (exponent == 0) {
      return constant(1);
    }
    if (exponent == 1) {
      return u;
    }
    if (exponent % 2 == 1) {
      return apply(Op.MULTIPLY, whole(u, exponent - 1), u);
    }
    int root = whole(u, exponent / 2);
    return apply(Op.MULTIPLY, root, root);
  }

  private int constant(double value) {
    return instructions.constant(value);
  }

  private int apply(Op op, int u) {
    return instructions.apply(op, u);
  }

  private int apply(Op op, int u, int v) {
    return instructions.apply(op, u, v);
  }
}
