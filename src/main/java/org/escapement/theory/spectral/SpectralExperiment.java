package org.escapement.theory.spectral;

import java.util.Optional;
import org.escapement.data.DataSet;
import org.escapement.data.Haar;
import org.escapement.data.Loaded;
import org.escapement.data.PowerLaw;
import org.escapement.data.Rows;
import org.escapement.data.Sampling;
import org.escapement.data.Spectrum;
import org.escapement.data.Torus;
import org.escapement.domain.WholeSpace;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.LeastSquares;
import org.escapement.objective.LinearRegression;
import org.escapement.simulate.Experiment;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Descent.Clock;
import org.escapement.theory.experiment.Descent.Form;
import org.hipparchus.util.FastMath;

/**
 * Least squares by the heavy ball, seen mode by mode.
 *
 * @param modes of the Hessian, and what the start is away from the solution in each
 * @param gamma what a batch leaves of the variance of one sample; 0 where nothing is random
 * @param step of the heavy ball
 * @param expressible how far the noise of batches is spectrally expressible
 * @param law the power law that the modes follow, where they were made from one
 * @param floor the least loss, which no step lowers
 */
record SpectralExperiment(
    SpectralModes modes,
    double gamma,
    Step step,
    Expressible expressible,
    Optional<PowerLawModes> law,
    double floor) {

  /** A least loss that is only rounding, over that at the start. */
  private static final double ROUNDING = 1e-9;

  /** Whether tau1 and tau2 are known. */
  enum Expressible {
    /** tau1 = tau2 = 1, exactly for the loss. */
    TRANSLATION_INVARIANT,
    /** tau1 = 1, tau2 = -1, exactly. */
    NORMAL,
    /** Approximately, with either. */
    NOT
  }

  /**
   * Empty for other objectives and dynamics, epochs, and data that no w explains, but in full
   * batches.
   */
  static Optional<SpectralExperiment> of(Experiment experiment) {
    Optional<Step> step =
        Descent.of(experiment)
            .filter(d -> d.form() == Form.HEAVY_BALL && d.clock() == Clock.GRADIENT)
            .map(d -> new Step(d.rate(), d.momentum()));
    boolean quiet = experiment.noise().parts().stream().allMatch(p -> p instanceof NoNoise);
    if (step.isEmpty() || !quiet || !(experiment.domain() instanceof WholeSpace)) {
      return Optional.empty();
    }
    if (experiment.objective() instanceof LinearRegression stream && stream.labelNoise() == 0) {
      return Optional.of(ofStream(stream, experiment.position(), step.get()));
    }
    return experiment.objective() instanceof LeastSquares sum
        ? ofSum(sum, experiment.position(), step.get())
        : Optional.empty();
  }

  private static SpectralExperiment ofStream(LinearRegression stream, Vector start, Step step) {
    return new Diagonal(
            stream.spectrum(), stream.targetScale(), stream.targetExponent(), 1, Expressible.NORMAL)
        .from(start, stream.solution(), BatchNoise.withReplacement(stream.batch()), step);
  }

  private static Optional<SpectralExperiment> ofSum(LeastSquares sum, Vector start, Step step) {
    Sampling sampling = Sampling.of(sum.sampling());
    Rows rows = Loaded.rows(sum.data());
    double gamma = sum.isExact() ? 0 : sampling.varianceFactor(rows.count(), sum.batch());
    if (gamma > 0 && sampling == Sampling.RESHUFFLING) {
      return Optional.empty();
    }
    Optional<Diagonal> diagonal = Diagonal.of(sum.data());
    return diagonal.isPresent()
        ? diagonal.map(one -> one.from(start, rows.solution().orElseThrow(), gamma, step))
        : Eigenmodes.of(sum.data())
            .map(modes -> modes.from(start))
            .map(modes -> ofModes(modes, gamma, step, Eigenmodes.loss(rows, start)))
            .filter(one -> gamma == 0 || one.floor() == 0);
  }

  private static SpectralExperiment ofModes(
      SpectralModes modes, double gamma, Step step, double startLoss) {
    double floor = startLoss - modes.startLoss();
    return new SpectralExperiment(
        modes,
        gamma,
        step,
        Expressible.NOT,
        Optional.empty(),
        floor < ROUNDING * startLoss ? 0 : floor);
  }

  /** With the constants that are exact, or those of normal data where none are. */
  SpectralProblem problem() {
    return problem(expressible == Expressible.TRANSLATION_INVARIANT ? 1 : -1);
  }

  /** With tau1 = 1 and this tau2. */
  SpectralProblem problem(double tau2) {
    return new SpectralProblem(modes, new BatchNoise(gamma, 1, tau2));
  }

  /** Whether the loss of {@link #problem()} is the mean of what is simulated. */
  boolean isExact() {
    return gamma == 0 || expressible != Expressible.NOT;
  }

  /** What the modes of the law beyond those that there are would add to sum c_k. */
  double missing(PowerLawModes power) {
    double d = 0;
    for (int k = 0; k < modes.size(); k++) {
      d += modes.count(k);
    }
    return power.tail() * FastMath.pow(d + 1, -power.tailDecay());
  }

  /**
   * A diagonal Hessian in which each eigenvalue stands so many times, and a planted target with
   * lambda_m w_m^2 = A m^(-kappa - 1).
   */
  private record Diagonal(
      Spectrum spectrum, double scale, double kappa, int times, Expressible expressible) {

    static Optional<Diagonal> of(DataSet data) {
      if (data instanceof Torus t) {
        return Optional.of(
            new Diagonal(
                t.spectrum(),
                t.targetScale(),
                t.targetExponent(),
                2,
                Expressible.TRANSLATION_INVARIANT));
      }
      return data instanceof Haar h
          ? Optional.of(
              new Diagonal(h.spectrum(), h.targetScale(), h.targetExponent(), 1, Expressible.NOT))
          : Optional.empty();
    }

    SpectralExperiment from(Vector start, Vector solution, double gamma, Step step) {
      return new SpectralExperiment(
          modes(start, solution), gamma, step, expressible, law(start), 0);
    }

    private SpectralModes modes(Vector start, Vector solution) {
      double[] lambda = spectrum.values();
      double[] signal = new double[lambda.length];
      double[] count = new double[lambda.length];
      for (int m = 0; m < lambda.length; m++) {
        count[m] = times;
        for (int l = m * times; l < (m + 1) * times; l++) {
          double apart = start.at(l) - solution.at(l);
          signal[m] += lambda[m] * (apart * apart);
        }
      }
      return SpectralModes.of(lambda, signal, count);
    }

    /** Seen from the origin. */
    private Optional<PowerLawModes> law(Vector start) {
      boolean fromOrigin = true;
      for (int k = 0; k < start.size(); k++) {
        fromOrigin &= start.at(k) == 0;
      }
      if (!(spectrum instanceof PowerLaw powers) || !fromOrigin || scale <= 0 || kappa <= 0) {
        return Optional.empty();
      }
      return Optional.of(
          times == 2
              ? PowerLawModes.ofPairs(powers.scale(), powers.exponent(), scale, kappa)
              : PowerLawModes.ofSignal(powers.scale(), powers.exponent(), scale, kappa));
    }
  }
}
