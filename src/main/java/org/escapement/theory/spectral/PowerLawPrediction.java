package org.escapement.theory.spectral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.measure.Measure;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Asked;

/** The laws of the two phases of the loss for spectra of power laws. */
public final class PowerLawPrediction implements Prediction {
  /** Steps before which nothing looks like a power law. */
  private static final long FIRST = 10;

  @Override
  public String name() {
    return "power-law-loss";
  }

  @Override
  public String summary() {
    return "Mean loss of momentum SGD on power laws, C_s t^-zeta + C_n t^(1/nu - 2): the larger"
        + " term tells the phase, signal or noise";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Velikanov, Kuznedelev, Yarotsky, arXiv 2206.11124, phases; C_s = K Gamma(1 + zeta) (2"
        + " alpha_eff Lambda)^-zeta / 2(1 - U(1)), C_n = gamma tau1 V(1) Gamma(2 - 1/nu) (2 alpha_eff"
        + " Lambda)^(1/nu) / 8nu (1 - U(1))^2";
  }

  @Override
  public String validity() {
    return "torus, haar (tau2 = -1) and linear-regression without label noise, on a power-law"
        + " spectrum with nu > 1, kappa > 0, from the origin, where the loss tends to 0; many steps,"
        + " but before the last mode is learnt, 2 alpha_eff lambda_min t < 1";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    Asked asked = new Asked(measures, experiment.horizon());
    Optional<SpectralExperiment> spectral = SpectralExperiment.of(experiment);
    Optional<PowerLawLoss> law = spectral.flatMap(PowerLawPrediction::law);
    List<Predicted> all = new ArrayList<>();
    if (law.isPresent()) {
      double last = 1 / (2 * spectral.get().step().effective() * least(spectral.get().modes()));
      for (long step : asked.steps()) {
        if (asked.asks("loss", step) && step >= FIRST && step < last) {
          all.add(new Predicted("loss", step, law.get().at(step)));
        }
      }
    }
    return List.copyOf(all);
  }

  /** The law of an experiment; empty where it has none. */
  static Optional<PowerLawLoss> law(SpectralExperiment one) {
    return one.law()
        .flatMap(power -> PowerLawLoss.of(power, one.problem(), one.step(), one.missing(power)));
  }

  private static double least(SpectralModes modes) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < modes.size(); k++) {
      least = Math.min(least, modes.eigenvalue(k));
    }
    return least;
  }
}
