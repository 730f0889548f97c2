package org.escapement.theory.chain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.measure.Measure;
import org.escapement.measure.QuasiStationary;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;

/** How the chain on the line leaves once it has forgotten its start. */
public final class ExactQuasiStationary implements Prediction {

  @Override
  public String name() {
    return "exact-quasi-stationary";
  }

  @Override
  public String summary() {
    return "Chance of an exit per step of the simulated chain once it has forgotten its start";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public String source() {
    return "1 - the largest eigenvalue of the jumps inside the domain (Collet, Martinez, San Martin"
        + " 2013, Quasi-Stationary Distributions, ch. 2), discretised as in exact-walk";
  }

  @Override
  public String validity() {
    return "where exact-walk has a value by its integral equation, and a measure asks for it; the"
        + " burn-in must be long against the time to relax inside the domain";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    if (measures.stream().noneMatch(QuasiStationary.class::isInstance)) {
      return List.of();
    }
    OptionalDouble mean = mean(experiment);
    return mean.isPresent()
        ? List.of(
            new Predicted(QuasiStationary.RATE, 1 / mean.getAsDouble()),
            new Predicted(QuasiStationary.MEAN_STEP, mean.getAsDouble()))
        : List.of();
  }

  /** The mean exit step. */
  static OptionalDouble mean(Experiment e) {
    return LineWalk.of(e)
        .flatMap(line -> line.walk(e).flatMap(walk -> mean(line, walk, e)))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private static Optional<Double> mean(LineWalk line, Walk walk, Experiment e) {
    return line.solved(walk, ExactQuasiStationary::mean)
        .filter(found -> found * LineWalk.jumpsFar(walk, e) <= ExactWalk.NEVER_DIVERGED);
  }

  private static Optional<Double> mean(Walk walk, NystromExit.Stretch stretch) {
    OptionalDouble mean = NystromExit.quasiStationary(walk, stretch);
    return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
  }
}
