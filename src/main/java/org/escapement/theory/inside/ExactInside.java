package org.escapement.theory.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.domain.Box;
import org.escapement.domain.WholeSpace;
import org.escapement.measure.Inside;
import org.escapement.measure.Measure;
import org.escapement.model.Domain;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Minibatch;
import org.escapement.objective.Rastrigin;
import org.escapement.objective.StyblinskiTang;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.Spread;
import org.escapement.theory.moments.DensityPath;

/** How many are inside a box when all coordinates move independently by the same law. */
public final class ExactInside implements Prediction {
  /** Smaller shares drown in the errors of the method. */
  private static final double SMALLEST = 1e-9;

  @Override
  public String name() {
    return "exact-inside";
  }

  @Override
  public String summary() {
    return "Share of the trajectories inside a box, from the density of one coordinate";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public String source() {
    return "p^d for d independent coordinates, p by Chapman-Kolmogorov with the trapezoid rule"
        + " (Trefethen, Weideman 2014, SIAM Review 56, 385), the last kick integrated exactly";
  }

  @Override
  public String validity() {
    return "Rastrigin's or Styblinski and Tang's function, the same start and box along every axis,"
        + " whole space, SGD, Euler-Maruyama or momentum 0, constant step size, Gaussian noise or"
        + " batches of it; two grids agree to 1e-8. Shares below 1e-9 are left out";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Predicted> all = new ArrayList<>();
    for (Measure<?> measure : measures) {
      if (measure instanceof Inside inside) {
        alone(experiment)
            .ifPresent(one -> ends(inside, experiment).ifPresent(e -> add(inside, one, e, all)));
      }
    }
    return List.copyOf(all);
  }

  private static void add(Inside inside, Alone one, double[] ends, List<Predicted> to) {
    long[] steps = inside.at().steps(one.experiment().horizon());
    Optional<DensityPath> path = DensityPath.of(one.experiment(), steps[steps.length - 1]);
    for (long step : steps) {
      path.flatMap(p -> p.below(step, ends))
          .map(below -> power(below[1] - below[0], one.times()))
          .filter(share -> share > SMALLEST && share < 1 - SMALLEST)
          .ifPresent(
              share ->
                  to.add(new Predicted(Inside.QUANTITY, step, share, Spread.ofOneTrial(share))));
    }
  }

  private static double power(double p, int times) {
    double product = 1;
    for (int k = 0; k < times; k++) {
      product *= p;
    }
    return product;
  }

  /**
   * One of some coordinates that move alike.
   *
   * @param experiment on the line
   */
  private record Alone(Experiment experiment, int times) {}

  private static Optional<Alone> alone(Experiment e) {
    return coordinate(e.objective())
        .filter(f -> isAlike(e.position()) && isIndependent(e.noise()))
        .filter(f -> e.domain() instanceof WholeSpace)
        .map(
            f ->
                new Alone(
                    new Experiment(
                        f,
                        e.noise(),
                        e.dynamics(),
                        Vector.of(e.position().at(0)),
                        e.domain(),
                        e.horizon(),
                        e.divergedBeyond()),
                    e.dimension()));
  }

  /** The function that the objective is the sum of over the coordinates. */
  private static Optional<Objective> coordinate(Objective objective) {
    if (objective instanceof Rastrigin f) {
      return Optional.of(new Rastrigin(1, f.amplitude()));
    }
    return objective instanceof StyblinskiTang
        ? Optional.of(new StyblinskiTang(1))
        : Optional.empty();
  }

  private static boolean isIndependent(Noise noise) {
    return noise instanceof Gaussian
        || noise instanceof Minibatch batch && batch.of() instanceof Gaussian;
  }

  private static boolean isAlike(Vector numbers) {
    return numbers.equals(Vector.filled(numbers.at(0), numbers.size()));
  }

  /** Of the box along every axis. */
  private static Optional<double[]> ends(Inside inside, Experiment e) {
    Domain region = inside.of().in(e.dimension());
    return region instanceof Box box && isAlike(box.low()) && isAlike(box.high())
        ? Optional.of(new double[] {box.low().at(0), box.high().at(0)})
        : Optional.empty();
  }
}
