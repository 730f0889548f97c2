package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Experiment;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  private static final AtomicLong STEPS = new AtomicLong();

  /** A flat function that counts the steps on it. */
  private record Flat(double cost) implements Objective {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public void value(double[][] x, int n, double[] out) {
      java.util.Arrays.fill(out, 0, n, 0.0);
    }

    @Override
    public void gradient(double[][] x, int n, double[][] out) {
      STEPS.incrementAndGet();
      java.util.Arrays.fill(out[0], 0, n, 0.0);
    }
  }

  private static long stepsBefore(double cost) {
    Experiment experiment =
        new Experiment(
            new Flat(cost),
            new Gaussian(1),
            new Sgd(new Constant(0.1)),
            Vector.of(0),
            new WholeSpace(),
            1L << 40,
            Double.POSITIVE_INFINITY);
    long before = STEPS.get();
    WarmUp.before(new Cell(0, "k", List.of(), experiment, List.of(), RandomKey.of(1, "k")));
    return STEPS.get() - before;
  }

  @Test
  void isOnceForAKindAndNeverWhereStepsAreDear() {
    assertThat(stepsBefore(65)).isZero();
    assertThat(stepsBefore(1)).isPositive();
    assertThat(stepsBefore(1)).isZero();
  }
}
