package org.escapement.noise;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.model.Batch;
import org.escapement.model.Batched;
import org.escapement.model.Check;
import org.escapement.model.Kicks;
import org.escapement.model.LaneValues;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * The mean of b independent kicks of another noise: what is left of the noise of single samples in
 * the gradient of a mini-batch of size b, which may change from step to step.
 *
 * <p>It has the law of one kick times b^(1/index - 1), which is b^(-1/2) for finite variance; other
 * laws than normal and stable ones change their shape and are refused. Samples drawn without
 * replacement from n have the variance (n - b) / (b (n - 1)) of one kick.
 */
public record Minibatch(
    @Parameter("Noise of a single sample, normal or stable") Noise of,
    @Parameter(value = "Batch size b", unit = "samples", range = "[1, inf)") Schedule size,
    @Parameter(
            value = "Samples n that a batch is drawn from without replacement; 0: with replacement",
            unit = "samples",
            range = "[0, inf)",
            standard = "0")
        double population)
    implements Noise, Batched {

  /** Checks the ranges, and that the law is one that averages keep. */
  public Minibatch {
    Check.notNegative(population, "population");
    if (population > 0 && population <= 1) {
      throw new IllegalArgumentException("population must be 0 or above 1, got " + population);
    }
    size.check("[1, inf)", "size");
    if (population > 0) {
      size.check("[1, " + population + "]", "size");
    }
    double index = of.index();
    for (Noise part : of.parts()) {
      if (times(part, 1).isEmpty()) {
        throw new IllegalArgumentException(
            "of must be normal or stable: a mean of others has another law");
      }
      if (part.index() != index) {
        throw new IllegalArgumentException("of must have parts of one index");
      }
    }
    if (population > 0 && index != 2) {
      throw new IllegalArgumentException(
          "population must be 0 for a noise without a variance, got " + population);
    }
  }

  @Override
  public OptionalDouble batchSize() {
    return size.isConstant() ? OptionalDouble.of(size.at(0)) : OptionalDouble.empty();
  }

  @Override
  public double index() {
    return of.index();
  }

  @Override
  public int slots(int dimension) {
    return of.slots(dimension);
  }

  /** The size of the kick at a step, that of a single sample being 1. */
  public double factorAt(long step) {
    return factor(size.at(step));
  }

  /** The size of the mean of b kicks, that of one kick being 1. */
  private double factor(double b) {
    if (population > 0) {
      return Math.sqrt((population - b) / (b * (population - 1)));
    }
    return index() == 2 ? 1 / Math.sqrt(b) : StrictMath.pow(b, 1 / index() - 1);
  }

  /** With a constant size, laws like those of the noise; else itself. */
  @Override
  public List<Noise> parts() {
    if (!size.isConstant()) {
      return List.of(this);
    }
    double factor = factor(size.at(0));
    return of.parts().stream().map(part -> times(part, factor).orElseThrow()).toList();
  }

  @Override
  public Optional<Vector> deviations(int dimension) {
    return size.isConstant() ? mean().deviations(dimension) : Optional.empty();
  }

  @Override
  public Optional<Vector> deviations(int dimension, long step) {
    return of.deviations(dimension, step).map(one -> scaled(one.toArray(), factorAt(step)));
  }

  @Override
  public boolean isNormal() {
    return of.isNormal();
  }

  /** Of batches of a constant size. */
  private Noise mean() {
    return new SumOfNoises(parts());
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    return size.isConstant()
        ? mean().start(dimension, lanes, draws, firstSlot)
        : new Varying(
            of.start(dimension, lanes, draws, firstSlot),
            LaneValues.of(size, this::factor, lanes),
            dimension,
            lanes);
  }

  /** The law of a factor, not negative, times a kick, where it is one of the catalogue. */
  private static Optional<Noise> times(Noise part, double f) {
    if (part instanceof NoNoise || f == 0) {
      return Optional.of(new NoNoise());
    }
    if (part instanceof Gaussian normal) {
      return Optional.of(new Gaussian(f * normal.scale()));
    }
    if (part instanceof StateDependent normal) {
      return Optional.of(new StateDependent(f * normal.scale(), f * normal.slope()));
    }
    if (part instanceof Stable stable) {
      return Optional.of(new Stable(stable.alpha(), f * stable.scale()));
    }
    if (part instanceof IsotropicStable stable) {
      return Optional.of(new IsotropicStable(stable.alpha(), f * stable.scale()));
    }
    if (part instanceof DiagonalGaussian normal) {
      return Optional.of(new DiagonalGaussian(scaled(normal.scales().toArray(), f)));
    }
    return Optional.empty();
  }

  private static Vector scaled(double[] scales, double f) {
    for (int k = 0; k < scales.length; k++) {
      scales[k] *= f;
    }
    return Vector.of(scales);
  }

  /** Kicks whose size follows the schedule. */
  private static final class Varying implements Kicks {
    private final Kicks of;
    private final LaneValues factor;

    /** {@code [phase][i]}. */
    private final double[][] factors;

    /** {@code [k][i]}. */
    private final double[][] kicks;

    Varying(Kicks of, LaneValues factor, int dimension, int lanes) {
      this.of = of;
      this.factor = factor;
      this.factors = new double[Draws.PHASES][lanes];
      this.kicks = new double[dimension][lanes];
    }

    @Override
    public void draw(Batch batch) {
      of.draw(batch);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        System.arraycopy(factor.at(batch, phase), 0, factors[phase], 0, batch.size());
      }
    }

    @Override
    public double[][] kicks(int phase, double[][] x, int n) {
      Loops.copy(of.kicks(phase, x, n), n, kicks);
      for (double[] coordinate : kicks) {
        Loops.multiply(factors[phase], n, coordinate);
      }
      return kicks;
    }
  }
}
