package org.escapement.theory.moments;

import java.util.List;
import java.util.Optional;
import org.escapement.measure.Frame;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.linear.Modes;
import org.escapement.theory.linear.NormalLaw;
import org.escapement.theory.linear.StateLaw;

/**
 * The law of a point whose modes are independent: moments of its coordinates and of functions of
 * it.
 *
 * @param laws one for each mode
 * @param areIndependent whether they are independent; else they are uncorrelated only
 */
public record QuadraticMoments(Modes modes, List<StateLaw> laws, boolean areIndependent)
    implements MomentLaw {
  private static final int POSITION = 0;
  private static final int VELOCITY = 1;

  @Override
  public SampleLaw loss() {
    return squares(modes.curvature().toArray(), 0.5);
  }

  @Override
  public SampleLaw norm() {
    double[] one = new double[modes.size()];
    java.util.Arrays.fill(one, 1);
    return squares(one, 1);
  }

  private SampleLaw squares(double[] weight, double factor) {
    SampleLaw sum = new SampleLaw(0, 0, 0);
    for (int a = 0; a < weight.length; a++) {
      if (weight[a] != 0) {
        sum = sum.plus(laws.get(a).product(POSITION, POSITION).times(factor * weight[a]));
      }
    }
    return areIndependent ? sum : SampleLaw.ofMean(sum.mean());
  }

  @Override
  public SampleLaw mean(int i) {
    return value(POSITION, i);
  }

  @Override
  public SampleLaw velocity(int i) {
    return value(VELOCITY, i);
  }

  @Override
  public SampleLaw second(int i, int j) {
    return product(POSITION, i, POSITION, j);
  }

  @Override
  public SampleLaw velocitySecond(int i, int j) {
    return product(VELOCITY, i, VELOCITY, j);
  }

  @Override
  public SampleLaw positionVelocity(int i, int j) {
    return product(POSITION, i, VELOCITY, j);
  }

  /** The minimum of the quadratics is the origin. */
  @Override
  public MomentLaw in(Frame frame) {
    return frame.isEigenbasis() ? ofModes() : this;
  }

  private QuadraticMoments ofModes() {
    List<StateLaw> ordered = modes.order().stream().map(laws::get).toList();
    return new QuadraticMoments(modes.alone(), ordered, areIndependent);
  }

  private SampleLaw value(int block, int i) {
    if (modes.rotation().isEmpty()) {
      return laws.get(i).value(block);
    }
    SampleLaw sum = new SampleLaw(0, 0, 0); // third cumulants are 0, as those of all kicks
    for (int a = 0; a < modes.size(); a++) {
      sum = sum.plus(laws.get(a).value(block).times(modes.rotation().get()[i][a]));
    }
    return sum;
  }

  private SampleLaw product(int first, int i, int second, int j) {
    if (modes.rotation().isEmpty()) {
      return i == j
          ? laws.get(i).product(first, second)
          : ofDifferent(laws.get(i), first, laws.get(j), second);
    }
    double covariance = 0;
    boolean isNormal = true;
    for (int a = 0; a < modes.size(); a++) {
      double[][] u = modes.rotation().get();
      covariance += u[i][a] * u[j][a] * laws.get(a).covariance(first, second);
      isNormal &= laws.get(a).isNormal();
    }
    SampleLaw product = NormalLaw.product(normal(first, i), normal(second, j), covariance);
    return isNormal ? product : SampleLaw.ofMean(product.mean());
  }

  /** The law of a coordinate where all modes are normal. */
  public Optional<NormalLaw> normalLaw(int i) {
    return laws.stream().allMatch(StateLaw::isNormal)
        ? Optional.of(normal(POSITION, i))
        : Optional.empty();
  }

  /** The normal law with the mean and the variance of a coordinate. */
  private NormalLaw normal(int block, int i) {
    SampleLaw value = value(block, i);
    return new NormalLaw(value.mean(), value.variance());
  }

  /** The product of numbers of two modes. */
  private SampleLaw ofDifferent(StateLaw x, int first, StateLaw y, int second) {
    SampleLaw p = x.value(first);
    SampleLaw q = y.value(second);
    if (x.isNormal() && y.isNormal()) {
      return NormalLaw.product(
          new NormalLaw(p.mean(), p.variance()), new NormalLaw(q.mean(), q.variance()), 0);
    }
    double mean = p.mean() * q.mean();
    return areIndependent
        ? SampleLaw.ofMoments(
            mean,
            x.product(first, first).mean() * y.product(second, second).mean(),
            p.thirdMoment() * q.thirdMoment())
        : SampleLaw.ofMean(mean);
  }
}
