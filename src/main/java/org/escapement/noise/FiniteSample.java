package org.escapement.noise;

import org.escapement.model.Check;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.model.Scattered;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * The noise of a finite sum (1/n) sum_i b_i'x: each trajectory has n offsets b_1, ..., b_n of its
 * own, normal with independent coordinates, and each kick is one of them, drawn anew.
 *
 * <p>So a trajectory is a data set, and what is measured is the mean over data sets. The kicks of a
 * trajectory are independent of each other given its offsets only. Raw offsets push all the time
 * with their mean; centred ones, b_i minus that mean, do not.
 */
public record FiniteSample(
    @Parameter(value = "Number n of the offsets of a trajectory", range = "[1, 65536]") int samples,
    @Parameter(value = "Standard deviation of each coordinate of an offset", range = "(0, inf)")
        Vector scales,
    @Parameter("Whether their mean is subtracted from the offsets of a trajectory") boolean centred)
    implements Noise, Scattered {

  /** Checks the ranges. */
  public FiniteSample {
    Check.in("[1, 65536]", samples, "samples");
    Check.in("(0, inf)", scales, "scales");
  }

  @Override
  public double index() {
    return 2;
  }

  /** One for which offset is drawn, and one for each coordinate of the offsets. */
  @Override
  public int slots(int dimension) {
    return 1 + dimension;
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    Check.dimension(dimension, scales.size(), "scales");
    Offsets offsets = new Offsets(this, lanes, draws, firstSlot + 1);
    return new SampledKicks(offsets, draws, firstSlot, lanes);
  }

  @Override
  public Scatter scatter(int dimension, int lanes, Draws draws, int firstSlot) {
    Check.dimension(dimension, scales.size(), "scales");
    return new SampleScatter(new Offsets(this, lanes, draws, firstSlot + 1));
  }
}
