package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.escapement.model.Buffered;
import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.Parameter;
import org.escapement.model.SampledObjective;
import org.escapement.model.Scattered;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * How often the conditions hold along the way under which momentum is proved to escape saddles
 * faster, and the means of what they bound: CNC, APAG, APCG and GrACE.
 *
 * <p>With g the gradient, G its sample, m' = beta m + G the next buffer, H the Hessian, and E over
 * the sample alone: CNC is E <m', v>^2 >= gamma for the lowest eigenvector v, where |g| < epsilon
 * and the lowest eigenvalue is below -epsilon; APAG is <g, m' - G> >= -|g|^2/2 where |g| >=
 * epsilon; APCG is E <g, M m'> >= -c-prime eta max(M) |g|^2 in the region of CNC, M =
 * (prod_{s=1}^tau (I - eta theta_s H))^2 and theta_s = (1 - beta^s)/(1 - beta); GrACE is E (<g, G -
 * m'>/eta + m'Hm'/2) <= c-h, everywhere.
 *
 * <p>Each number is the mean over trajectories of the mean along one, or of its extreme value.
 *
 * <p>Source: J.-K. Wang, C.-H. Lin, J. Abernethy, Escaping Saddle Points Faster with Stochastic
 * Momentum, ICLR 2020, definitions 1 to 3 and figures 3 and 4.
 */
public record Conditions(
    @Parameter(value = "A gradient at least this long is large", range = "(0, inf)") double epsilon,
    @Parameter(value = "Least mean square of the buffer along the escape", range = "[0, inf)")
        double gamma,
    @Parameter(value = "Constant of APCG", range = "[0, inf)") double cPrime,
    @Parameter(value = "Constant of GrACE", range = "[0, inf)") double cH,
    @Parameter(value = "Factors of M", unit = "steps", range = "[1, 1000000000]") int tau,
    @Parameter(
            value = "Looks at one step in so many",
            unit = "steps",
            range = "[1, 1000000000]",
            standard = "1")
        int every)
    implements Measure<Means> {
  /** The Hessians of all lanes must fit into memory. */
  private static final int MOST_COORDINATES = 64;

  /** Checks the ranges. */
  public Conditions {
    Check.in("(0, inf)", epsilon, "epsilon");
    Check.in("[0, inf)", gamma, "gamma");
    Check.in("[0, inf)", cPrime, "c-prime");
    Check.in("[0, inf)", cH, "c-h");
    Check.in("[1, 1000000000]", tau, "tau");
    Check.in("[1, 1000000000]", every, "every");
  }

  @Override
  public Optional<String> problem(Experiment e) {
    if (!(e.objective() instanceof Curved) || e.dimension() > MOST_COORDINATES) {
      return Optional.of(
          "the objective must know its second derivatives and have at most "
              + MOST_COORDINATES
              + " coordinates");
    }
    if (!(e.dynamics() instanceof Buffered ball)
        || !ball.stepSize().isConstant()
        || !ball.momentum().isConstant()) {
      return Optional.of("the dynamics must be heavy-ball or pytorch-momentum, both constant");
    }
    boolean noise =
        e.noise() instanceof Scattered || e.noise().deviations(e.dimension()).isPresent();
    boolean samples =
        !(e.objective() instanceof SampledObjective) || e.objective() instanceof Scattered;
    return noise && samples
        ? Optional.empty()
        : Optional.of("the variance of the noise on the gradient is not known");
  }

  @Override
  public boolean atCommonSteps() {
    return true;
  }

  @Override
  public Recorder<Means> start(Setting setting) {
    return new ConditionsRecorder(this, setting);
  }

  @Override
  public Means read(DataInput in) throws IOException {
    return Means.read(in);
  }

  @Override
  public List<Reading> readings(Means means, Experiment experiment) {
    List<Reading> readings = new ArrayList<>();
    for (Finding finding : Finding.values()) {
      int row = finding.ordinal();
      readings.add(
          new Reading(
              finding.word(),
              Reading.NO_STEP,
              0,
              0,
              means.mean(row),
              means.stdError(row),
              means.count(row)));
    }
    return List.copyOf(readings);
  }

  /** What is measured, in the order of the rows. */
  enum Finding {
    /** Share of the steps with a large gradient. */
    LARGE_SHARE,
    /** Share of the steps near a saddle: the gradient is not large, the Hessian bends down. */
    SADDLE_SHARE,
    /** Share of the steps near a saddle at which CNC holds. */
    CNC_SHARE,
    /** E <m', v>^2 there. */
    CNC_MEAN,
    /** Share of the steps with a large gradient at which APAG holds. */
    APAG_SHARE,
    /** <g, m' - G>/|g|^2 there. */
    APAG_MEAN,
    /** Share of the steps near a saddle at which APCG holds. */
    APCG_SHARE,
    /** E <g, M m'>/(eta max(M) |g|^2) there. */
    APCG_MEAN,
    /** The least of it along a trajectory. */
    APCG_LEAST,
    /** Share of all steps at which GrACE holds. */
    GRACE_SHARE,
    /** What GrACE bounds, over eta^2. */
    GRACE_MEAN,
    /** The largest of it along a trajectory. */
    GRACE_LARGEST;

    /** Its name in the tables. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
