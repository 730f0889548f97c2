package org.escapement.theory.master;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.escapement.domain.WholeSpace;
import org.escapement.simulate.Experiment;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.master.DensityGrid.Clock;
import org.escapement.theory.moments.LawPath;
import org.escapement.theory.moments.LineLaw;
import org.escapement.theory.moments.MomentLaw;

/** The law of a Fokker-Planck equation from a fixed point, on two grids and extrapolated. */
final class GridPath implements LawPath, CoordinateLaw {
  private static final int CELLS = 250;

  /** Largest difference of a share on both grids. */
  private static final double AGREEMENT = 1e-3;

  /** The same of a mean, relative to its size. */
  private static final double RELATIVE_AGREEMENT = 1e-2;

  /** Negative mass that may be. */
  private static final double NEGATIVE = 1e-3;

  private final DoubleUnaryOperator value;
  private final Clock clock;
  private final DensityGrid coarse;
  private final DensityGrid fine;

  private GridPath(DoubleUnaryOperator value, Clock clock, DensityGrid coarse, DensityGrid fine) {
    this.value = value;
    this.clock = clock;
    this.coarse = coarse;
    this.fine = fine;
  }

  /**
   * Empty where trajectories are stopped, and where there is no end to where the density reaches.
   *
   * @param last the last step that is asked for
   */
  static Optional<GridPath> of(
      FokkerPlanck equation, Clock clock, Experiment experiment, long last) {
    double start = experiment.position().at(0);
    return experiment.domain() instanceof WholeSpace
        ? Reach.of(equation, start, last)
            .map(
                reach ->
                    new GridPath(
                        Line.value(experiment.objective()),
                        clock,
                        new DensityGrid(equation, reach, start, CELLS),
                        new DensityGrid(equation, reach, start, 2 * CELLS)))
        : Optional.empty();
  }

  @Override
  public Optional<double[]> below(long step, double[] edges) {
    double[] coarseMass = coarse.mass(step, clock);
    double[] fineMass = fine.mass(step, clock);
    double[] one = coarse.below(coarseMass, edges);
    double[] other = fine.below(fineMass, edges);
    double[] both = new double[edges.length];
    double largest = DensityGrid.negative(fineMass) <= NEGATIVE ? 0 : Double.NaN;
    for (int k = 0; k < edges.length; k++) {
      both[k] = extrapolated(one[k], other[k]);
      largest = Math.max(largest, Math.abs(one[k] - other[k]));
    }
    return largest <= AGREEMENT ? Optional.of(both) : Optional.empty();
  }

  @Override
  public MomentLaw at(long step) {
    double[] coarseMass = coarse.mass(step, clock);
    double[] fineMass = fine.mass(step, clock);
    boolean isDensity = DensityGrid.negative(fineMass) <= NEGATIVE;
    return new LineLaw(
        value,
        g ->
            SampleLaw.ofMean(
                isDensity
                    ? agreed(coarse.mean(coarseMass, g), fine.mean(fineMass, g))
                    : Double.NaN));
  }

  private static double agreed(double one, double other) {
    return Math.abs(one - other) <= RELATIVE_AGREEMENT * Math.abs(other)
        ? extrapolated(one, other)
        : Double.NaN;
  }

  /** Without the error that is a quarter in cells of half the width. */
  private static double extrapolated(double one, double other) {
    return other + (other - one) / 3;
  }
}
