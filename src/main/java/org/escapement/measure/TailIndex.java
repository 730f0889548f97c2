package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * The tail index of |x| at the horizon: the alpha with P(|x| > r) ~ r^-alpha, from the k largest of
 * n trajectories, 1/alpha = 1/k sum_j ln(x_(j) / x_(k+1)). Its standard error is alpha/sqrt(k); its
 * bias vanishes as k/n does.
 *
 * <p>Source: B. M. Hill, A simple general approach to inference about the tail of a distribution,
 * Ann. Statist. 3(5), 1975.
 */
public record TailIndex(
    @Parameter(
            value = "How many of the largest |x| count as tail, k",
            range = "[2, 100000]",
            standard = "1000")
        int largest)
    implements Measure<LargestNumbers> {
  /** The name of the reading. */
  public static final String QUANTITY = "tail-index";

  /** Checks the range. */
  public TailIndex {
    Check.in("[2, 100000]", largest, "largest");
  }

  @Override
  public boolean atCommonSteps() {
    return true;
  }

  @Override
  public Recorder<LargestNumbers> start(Setting setting) {
    return new AtHorizonRecorder(
        setting.experiment().horizon(), new LargestNumbers.Tally(largest + 1));
  }

  @Override
  public LargestNumbers read(DataInput in) throws IOException {
    return LargestNumbers.read(in);
  }

  @Override
  public List<Reading> readings(LargestNumbers tail, Experiment experiment) {
    double index = tail.size() > largest ? hill(tail) : Double.NaN;
    return List.of(
        new Reading(
            QUANTITY, experiment.horizon(), 0, 0, index, index / Math.sqrt(largest), tail.count()));
  }

  private double hill(LargestNumbers tail) {
    double sum = 0;
    for (int j = 0; j < largest; j++) {
      sum += StrictMath.log(tail.at(j) / tail.at(largest));
    }
    return largest / sum;
  }

  /** Takes |x| of all that have not ended at the horizon. */
  private static final class AtHorizonRecorder implements Recorder<LargestNumbers> {
    private final long horizon;
    private final LargestNumbers.Tally tally;

    AtHorizonRecorder(long horizon, LargestNumbers.Tally tally) {
      this.horizon = horizon;
      this.tally = tally;
    }

    @Override
    public void onStep(Batch batch, int phase, boolean[] ended) {
      if (batch.steps()[0] + phase + 1 == horizon) {
        for (int i = 0; i < batch.size(); i++) {
          if (!ended[i]) {
            tally.add(Lengths.of(batch.state(), batch.dimension(), i));
          }
        }
      }
    }

    @Override
    public LargestNumbers finish() {
      return tally.numbers();
    }
  }
}
