package org.escapement.theory.moments;

import java.util.List;
import java.util.Optional;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.linear.Modes;
import org.escapement.theory.linear.NormalLaw;
import org.escapement.theory.linear.PositionLaw;

/**
 * The law of a point whose modes are independent: moments of its coordinates and of functions of
 * it.
 *
 * @param laws one for each mode
 * @param areIndependent whether they are independent; else they are uncorrelated only
 */
public record QuadraticMoments(Modes modes, List<PositionLaw> laws, boolean areIndependent)
    implements MomentLaw {

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
        sum = sum.plus(laws.get(a).square().times(factor * weight[a]));
      }
    }
    return areIndependent ? sum : SampleLaw.ofMean(sum.mean());
  }

  @Override
  public SampleLaw mean(int i) {
    if (modes.rotation().isEmpty()) {
      return laws.get(i).value();
    }
    SampleLaw sum = new SampleLaw(0, 0, 0); // third cumulants are 0, as those of all kicks
    for (int a = 0; a < modes.size(); a++) {
      sum = sum.plus(laws.get(a).value().times(modes.rotation().get()[i][a]));
    }
    return sum;
  }

  @Override
  public SampleLaw second(int i, int j) {
    if (modes.rotation().isEmpty()) {
      return i == j ? laws.get(i).square() : product(laws.get(i), laws.get(j));
    }
    double covariance = 0;
    boolean isNormal = true;
    for (int a = 0; a < modes.size(); a++) {
      double[][] u = modes.rotation().get();
      covariance += u[i][a] * u[j][a] * laws.get(a).value().variance();
      isNormal &= laws.get(a) instanceof NormalLaw;
    }
    SampleLaw product = NormalLaw.product(normal(i), normal(j), covariance);
    return isNormal ? product : SampleLaw.ofMean(product.mean());
  }

  /** The law of a coordinate where all modes are normal. */
  public Optional<NormalLaw> normalLaw(int i) {
    return laws.stream().allMatch(NormalLaw.class::isInstance)
        ? Optional.of(normal(i))
        : Optional.empty();
  }

  /** The normal law with the mean and the variance of a coordinate. */
  private NormalLaw normal(int i) {
    SampleLaw value = mean(i);
    return new NormalLaw(value.mean(), value.variance());
  }

  private SampleLaw product(PositionLaw x, PositionLaw y) {
    if (x instanceof NormalLaw p && y instanceof NormalLaw q) {
      return NormalLaw.product(p, q, 0);
    }
    double mean = x.value().mean() * y.value().mean();
    return areIndependent
        ? SampleLaw.ofMoments(
            mean,
            x.square().mean() * y.square().mean(),
            x.value().thirdMoment() * y.value().thirdMoment())
        : SampleLaw.ofMean(mean);
  }
}
