package org.escapement.noise;

import org.escapement.data.Sampling;
import org.escapement.model.Check;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.model.Scattered;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * The noise of a finite sum (1/n) sum_i b_i'x: each trajectory has n offsets b_1, ..., b_n of its
 * own, normal with independent coordinates, and each kick is one of them: drawn anew, or each of
 * them once in an epoch of n steps, in an order of each epoch's own.
 *
 * <p>So a trajectory is a data set, and what is measured is the mean over data sets. The kicks of a
 * trajectory are independent of each other given its offsets only, and with reshuffling not even
 * then. Raw offsets push all the time with their mean; centred ones, b_i minus that mean, do not,
 * and with reshuffling they sum to nothing over an epoch.
 */
public record FiniteSample(
    @Parameter(value = "Number n of the offsets of a trajectory", range = "[1, 65536]") int samples,
    @Parameter(value = "Standard deviation of each coordinate of an offset", range = "(0, inf)")
        Vector scales,
    @Parameter("Whether their mean is subtracted from the offsets of a trajectory") boolean centred,
    @Parameter(
            value =
                "How offsets are chosen, with-replacement at each step or by reshuffling all of them"
                    + " in each epoch of n steps",
            standard = "with-replacement",
            added = true)
        String sampling)
    implements Noise, Scattered {

  /** Checks the ranges. */
  public FiniteSample {
    Check.in("[1, 65536]", samples, "samples");
    Check.in("(0, inf)", scales, "scales");
    if (Sampling.of(sampling) == Sampling.WITHOUT_REPLACEMENT) {
      throw new IllegalArgumentException(
          "sampling must be with-replacement or reshuffling, got " + sampling);
    }
  }

  /** With offsets that are drawn anew at each step. */
  public FiniteSample(int samples, Vector scales, boolean centred) {
    this(samples, scales, centred, Sampling.WITH_REPLACEMENT.word());
  }

  /** Whether each epoch takes each offset once. */
  public boolean isReshuffled() {
    return Sampling.of(sampling) == Sampling.RESHUFFLING;
  }

  @Override
  public double index() {
    return 2;
  }

  /**
   * One for which offset is drawn, one for each coordinate of the offsets, and those that make the
   * orders.
   */
  @Override
  public int slots(int dimension) {
    return 1 + dimension + (isReshuffled() ? samples : 0);
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    Check.dimension(dimension, scales.size(), "scales");
    Offsets offsets = new Offsets(this, lanes, draws, firstSlot + 1);
    return isReshuffled()
        ? new ReshuffledKicks(offsets, draws, firstSlot + 1 + dimension, lanes)
        : new SampledKicks(offsets, draws, firstSlot, lanes);
  }

  /** The moments of one of the offsets, all equally likely. */
  @Override
  public Scatter scatter(int dimension, int lanes, Draws draws, int firstSlot) {
    Check.dimension(dimension, scales.size(), "scales");
    return new SampleScatter(new Offsets(this, lanes, draws, firstSlot + 1));
  }
}
