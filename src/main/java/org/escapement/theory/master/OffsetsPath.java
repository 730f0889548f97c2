package org.escapement.theory.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Vector;
import org.escapement.noise.FiniteSample;
import org.escapement.simulate.Experiment;
import org.escapement.theory.linear.LinearDynamics;
import org.escapement.theory.linear.Modes;
import org.escapement.theory.linear.StateLaw;
import org.escapement.theory.master.OffsetsMode.Covariances;
import org.escapement.theory.moments.LawPath;
import org.escapement.theory.moments.QuadraticMoments;

/**
 * The law of a linear recursion on a quadratic along the axes, under kicks that are offsets of a
 * finite sample: drawn anew at each step, or each of n once in an epoch.
 *
 * <p>Offsets are normal of variance s^2. Raw ones are independent, so that two kicks have
 * covariance s^2 when they are the same offset and none else; centred ones have variance s^2 (n -
 * 1)/n and covariance -s^2/n.
 */
final class OffsetsPath implements LawPath {
  /** Steps times modes that a cell may cost. */
  private static final double MOST_WORK = 1e7;

  private final FiniteSample noise;
  private final LinearDynamics dynamics;
  private final Modes modes;
  private final List<OffsetsMode> each = new ArrayList<>();
  private long made;

  private OffsetsPath(FiniteSample noise, LinearDynamics dynamics, Modes modes, Vector startState) {
    this.noise = noise;
    this.dynamics = dynamics;
    this.modes = modes;
    for (int k = 0; k < modes.size(); k++) {
      double scale = noise.scales().at(k);
      each.add(new OffsetsMode(modes.startOf(k, startState), covariances(noise, scale)));
    }
  }

  /** Empty for other noise, objectives and dynamics, and where it would take too long. */
  static Optional<OffsetsPath> of(Experiment experiment, long last) {
    Optional<Modes> modes =
        Modes.of(experiment.objective())
            .filter(m -> m.rotation().isEmpty() && last * (double) m.size() <= MOST_WORK);
    Optional<LinearDynamics> dynamics =
        LinearDynamics.of(experiment.dynamics())
            .filter(d -> d.kicks() == LinearDynamics.Kicks.OF_THE_NOISE && d.parts() == 1);
    return experiment.noise() instanceof FiniteSample noise
            && modes.isPresent()
            && dynamics.isPresent()
        ? Optional.of(
            new OffsetsPath(
                noise,
                dynamics.get(),
                modes.get(),
                experiment.dynamics().startState(experiment.position())))
        : Optional.empty();
  }

  private static Covariances covariances(FiniteSample noise, double scale) {
    double square = scale * scale;
    double same = square / noise.samples();
    double variance = noise.centred() ? square - same : square;
    double anew = noise.centred() ? 0 : same;
    double other = noise.centred() ? -same : 0;
    return new Covariances(variance, noise.isReshuffled() ? other : anew, anew);
  }

  @Override
  public QuadraticMoments at(long asked) {
    for (; made < asked; made++) {
      if (made % noise.samples() == 0) {
        each.forEach(OffsetsMode::endEpoch);
      }
      for (int k = 0; k < each.size(); k++) {
        each.get(k).advance(dynamics.at(made, modes.curvature().at(k)));
      }
    }
    List<StateLaw> laws = new ArrayList<>();
    boolean areNormal = true;
    for (int k = 0; k < each.size(); k++) {
      laws.add(each.get(k).position(isNormal(k)));
      areNormal &= isNormal(k);
    }
    return new QuadraticMoments(modes, laws, areNormal);
  }

  /**
   * Offsets in any order of their own are normal, and so is a sum of the first ones of an epoch; on
   * a flat direction nothing else is left of centred ones.
   */
  private boolean isNormal(int mode) {
    long first = noise.isReshuffled() ? noise.samples() : 1;
    boolean forgets = noise.isReshuffled() && noise.centred() && isFlat(mode);
    return made <= first || forgets;
  }

  private boolean isFlat(int mode) {
    return dynamics.stepSize().isConstant()
        && modes.curvature().at(mode) == 0
        && dynamics.at(0, 0).kick().length == 1;
  }
}
