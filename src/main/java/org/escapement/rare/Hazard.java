package org.escapement.rare;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.escapement.measure.Measure;
import org.escapement.measure.QuasiStationary;
import org.escapement.measure.Reading;
import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;
import org.escapement.theory.chain.NextExit;

/**
 * The chance of an exit per step, from the probability of an exit at the next step instead of from
 * exits: known at every step, where exits may be so rare that none is seen.
 *
 * <p>Along a trajectory the exits so far minus the sum of these probabilities over the steps so far
 * is a martingale, so both have the same mean; the sum varies much less (conditional Monte Carlo:
 * Asmussen, Glynn 2007, Stochastic Simulation, V.4). Where one jump of a heavy tail does it, which
 * is possible from everywhere, it hardly varies at all. Steps before the burn-in do not count. Its
 * readings: {@code hazard}, its inverse {@code quasi_mean_step}, beside them {@code exit_rate} from
 * the exits along the same steps, and {@code hazard_gain}, how many times more steps exits need for
 * the same standard error.
 */
public record Hazard(
    @Parameter(
            value = "Steps in which a trajectory forgets its start, not counted",
            unit = "steps",
            range = "[1, 1e15]",
            standard = "1")
        double burnIn)
    implements Measure<HazardSummary>, QuasiStationary {

  /** Checks that it is a whole number. */
  public Hazard {
    Check.in("[1, 1e15]", burnIn, "burn-in");
    if (burnIn != Math.rint(burnIn)) {
      throw new IllegalArgumentException("burn-in must be a whole number, got " + burnIn);
    }
  }

  @Override
  public Optional<String> problem(Experiment experiment) {
    if (burnIn >= experiment.horizon()) {
      return Optional.of(
          "the burn-in must be shorter than the horizon, " + experiment.horizon() + " steps");
    }
    return NextExit.of(experiment).isPresent()
        ? Optional.empty()
        : Optional.of(
            "needs one dimension, a step without memory of constant size, watched at steps,"
                + " an interval or a half-line that confines, and noise whose tail is known");
  }

  @Override
  public Recorder<HazardSummary> start(Setting setting) {
    NextExit next = NextExit.of(setting.experiment()).orElseThrow();
    return new HazardRecorder((long) burnIn, HazardTable.of(next), setting);
  }

  @Override
  public HazardSummary read(DataInput in) throws IOException {
    return HazardSummary.read(in);
  }

  @Override
  public List<Reading> readings(HazardSummary summary, Experiment experiment) {
    return summary.readings();
  }
}
