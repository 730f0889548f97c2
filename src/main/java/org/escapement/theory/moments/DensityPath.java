package org.escapement.theory.moments;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.escapement.domain.WholeSpace;
import org.escapement.model.Noise;
import org.escapement.model.SampledObjective;
import org.escapement.noise.Minibatch;
import org.escapement.simulate.Experiment;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.kick.KickMoments;
import org.escapement.theory.linear.Modes;

/** The exact law of a walk on the line with normal kicks: its density on two grids. */
public final class DensityPath implements LawPath {
  /** Spacing of the two grids, in deviations of the smallest kick. */
  private static final double COARSE = 0.5;

  private static final double FINE = 0.4;

  /** Steps over which the sizes of the kicks are looked through. */
  private static final long MOST_SIZES = 1_000_000;

  /** Largest difference of the two, relative to the value and its spread. */
  private static final double AGREEMENT = 1e-8;

  private static final SampleLaw NOTHING = SampleLaw.ofMean(Double.NaN);

  private final DoubleUnaryOperator value;
  private final DensityWalk coarse;
  private final DensityWalk fine;

  private DensityPath(DoubleUnaryOperator value, DensityWalk coarse, DensityWalk fine) {
    this.value = value;
    this.coarse = coarse;
    this.fine = fine;
  }

  /** Whether a density can be followed: on the line, not to be stopped, with a gradient to see. */
  static boolean isPossible(Experiment experiment) {
    return experiment.dimension() == 1
        && experiment.domain() instanceof WholeSpace
        && !(experiment.objective() instanceof SampledObjective);
  }

  /** The variance of the noise at a place; empty unless it is normal and does not vanish. */
  static Optional<KickMoments> normalKick(Experiment experiment) {
    return normalKick(experiment.noise());
  }

  private static Optional<KickMoments> normalKick(Noise noise) {
    return KickMoments.of(noise, 1)
        .map(kicks -> kicks.get(0))
        .filter(kick -> kick.isNormal() && kick.varianceAt(0) > 0);
  }

  /**
   * Empty for quadratics too, whose moments need no density.
   *
   * @param last the last step that is asked for
   */
  static Optional<DensityPath> exact(Experiment experiment, long last) {
    return Modes.of(experiment.objective()).isPresent() ? Optional.empty() : of(experiment, last);
  }

  /**
   * That of any objective on the line.
   *
   * @param last the last step that is asked for
   */
  public static Optional<DensityPath> of(Experiment experiment, long last) {
    Optional<Descent> descent = Descent.of(experiment).filter(Descent::hasNoMemory);
    if (!isPossible(experiment) || descent.isEmpty()) {
      return Optional.empty();
    }
    if (experiment.noise() instanceof Minibatch batch && !batch.size().isConstant()) {
      return last > MOST_SIZES
          ? Optional.empty()
          : normalKick(batch.of())
              .map(kick -> of(experiment, descent.get(), kick, batch::factorAt, last));
    }
    return normalKick(experiment).map(kick -> of(experiment, descent.get(), kick, k -> 1, 1));
  }

  /** With kicks of a size that changes: {@code sizes} at step k = 0, ..., last - 1. */
  private static DensityPath of(
      Experiment experiment,
      Descent descent,
      KickMoments kick,
      LongToDoubleFunction sizes,
      long last) {
    double factor = descent.factor(experiment.noise());
    DoubleUnaryOperator slope = Line.slope(experiment.objective());
    DoubleUnaryOperator map = x -> x - descent.rate() * slope.applyAsDouble(x);
    DoubleUnaryOperator deviation = x -> factor * Math.sqrt(kick.varianceAt(x));
    double start = experiment.position().at(0);
    double smallest =
        deviation.applyAsDouble(0)
            * LongStream.range(0, last).mapToDouble(sizes::applyAsDouble).min().orElse(1);
    return new DensityPath(
        Line.value(experiment.objective()),
        new DensityWalk(map, deviation, sizes, COARSE * smallest, start),
        new DensityWalk(map, deviation, sizes, FINE * smallest, start));
  }

  @Override
  public MomentLaw at(long step) {
    boolean alive = coarse.advanceTo(step) && fine.advanceTo(step);
    return new LineLaw(value, g -> alive ? agreed(coarse.of(g), fine.of(g)) : NOTHING);
  }

  /**
   * P(x <= edge) for ascending edges at a step not before the last one that was asked for; empty
   * where the grids differ.
   */
  public Optional<double[]> below(long step, double[] edges) {
    double[] one = coarse.below(step, edges);
    double[] other = fine.below(step, edges);
    for (int k = 0; k < edges.length; k++) {
      if (!(Math.abs(one[k] - other[k]) <= AGREEMENT)) {
        return Optional.empty();
      }
    }
    return Optional.of(other);
  }

  private static SampleLaw agreed(SampleLaw one, SampleLaw other) {
    double scale = Math.abs(other.mean()) + Math.sqrt(Math.max(0, other.variance()));
    return Math.abs(one.mean() - other.mean()) <= AGREEMENT * scale ? other : NOTHING;
  }
}
