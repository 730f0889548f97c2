package org.escapement.theory.kick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Noise;
import org.escapement.model.Vector;
import org.escapement.noise.Laplace;
import org.escapement.noise.Rademacher;
import org.escapement.noise.StateDependent;
import org.escapement.noise.StudentT;
import org.escapement.noise.Uniform;
import org.escapement.theory.numeric.Polynomials;

/**
 * The moments of the kick on a coordinate, as polynomials in the place u where it acts: E w^r = sum
 * over k of {@code coefficient[r][k] u^k}.
 *
 * @param coefficient r up to 6, or up to 2 where higher moments are infinite
 * @param isNormal whether the kick is normal at every place
 */
@SuppressWarnings("ArrayRecordComponent") // compared by value
public record KickMoments(double[][] coefficient, boolean isNormal) {

  /** On each coordinate; empty when a part of the noise has no variance, or one not known here. */
  public static Optional<List<KickMoments>> of(Noise noise, int dimension) {
    List<KickMoments> sum = Collections.nCopies(dimension, normal(0));
    for (Noise part : noise.parts()) {
      Optional<List<KickMoments>> moments = ofPart(part, dimension);
      if (moments.isEmpty()) {
        return moments;
      }
      sum = sum(sum, moments.get());
    }
    return Optional.of(sum);
  }

  private static Optional<List<KickMoments>> ofPart(Noise part, int dimension) {
    Optional<Vector> deviations = part.deviations(dimension);
    if (part.isNormal() && deviations.isPresent()) {
      return Optional.of(
          Arrays.stream(deviations.get().toArray()).mapToObj(KickMoments::normal).toList());
    }
    return onEach(part).map(moments -> Collections.nCopies(dimension, moments));
  }

  private static List<KickMoments> sum(List<KickMoments> one, List<KickMoments> other) {
    List<KickMoments> sum = new ArrayList<>();
    for (int k = 0; k < one.size(); k++) {
      sum.add(one.get(k).plus(other.get(k)));
    }
    return sum;
  }

  private static Optional<KickMoments> onEach(Noise part) {
    if (part instanceof Uniform d) {
      return Optional.of(scaled(d.scale(), 9.0 / 5, 27.0 / 7));
    }
    if (part instanceof Rademacher d) {
      return Optional.of(scaled(d.scale(), 1, 1));
    }
    if (part instanceof Laplace d) {
      return Optional.of(scaled(d.scale(), 6, 90));
    }
    if (part instanceof StateDependent d) {
      return Optional.of(normal(new double[] {d.scale() * d.scale(), 0, d.slope() * d.slope()}));
    }
    return part instanceof StudentT d && d.freedom() > 2
        ? Optional.of(student(d.freedom(), d.scale()))
        : Optional.empty();
  }

  /** A normal kick with the same variance. */
  public KickMoments asNormal() {
    return normal(Math.sqrt(varianceAt(0)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KickMoments moments
        && isNormal == moments.isNormal
        && Arrays.deepEquals(coefficient, moments.coefficient);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(coefficient) + Boolean.hashCode(isNormal);
  }

  private static KickMoments normal(double deviation) {
    return normal(new double[] {deviation * deviation});
  }

  /** A normal kick whose variance is a polynomial in the place. */
  private static KickMoments normal(double[] variance) {
    double[] square = Polynomials.product(variance, variance);
    double[] cube = Polynomials.product(square, variance);
    double[] none = {0};
    return new KickMoments(
        new double[][] {
          {1},
          none,
          Polynomials.sum(none, variance, 1),
          none,
          Polynomials.sum(none, square, 3),
          none,
          Polynomials.sum(none, cube, 15)
        },
        true);
  }

  private static KickMoments scaled(double deviation, double fourth, double sixth) {
    double v = deviation * deviation;
    return same(v, fourth * v * v, sixth * v * v * v);
  }

  private static KickMoments student(double n, double scale) {
    double v = scale * scale * n / (n - 2);
    return n > 6
        ? same(
            v,
            3 * v * v * (n - 2) / (n - 4),
            15 * v * v * v * (n - 2) * (n - 2) / ((n - 4) * (n - 6)))
        : new KickMoments(new double[][] {{1}, {0}, {v}}, false);
  }

  /** A symmetric law that is the same everywhere. */
  private static KickMoments same(double second, double fourth, double sixth) {
    return new KickMoments(new double[][] {{1}, {0}, {second}, {0}, {fourth}, {0}, {sixth}}, false);
  }

  /** The highest moment that is known. */
  public int degree() {
    return coefficient.length - 1;
  }

  /** Its variance at a place. */
  public double varianceAt(double u) {
    double sum = 0;
    for (int k = coefficient[2].length - 1; k >= 0; k--) {
      sum = sum * u + coefficient[2][k];
    }
    return sum;
  }

  /** Whether it is normal, and the same everywhere: what is linear in it stays normal. */
  public boolean keepsNormal() {
    return isNormal && isSameEverywhere();
  }

  /** Whether the law is the same everywhere. */
  public boolean isSameEverywhere() {
    return coefficient[2].length == 1;
  }

  private KickMoments plus(KickMoments other) {
    int degree = Math.min(degree(), other.degree());
    double[][] sum = new double[degree + 1][];
    for (int r = 0; r <= degree; r++) {
      sum[r] = new double[1];
      for (int j = 0; j <= r; j++) {
        double[] product = Polynomials.product(coefficient[j], other.coefficient[r - j]);
        sum[r] = Polynomials.sum(sum[r], product, Polynomials.binomial(r, j));
      }
    }
    return new KickMoments(sum, isNormal && other.isNormal);
  }
}
