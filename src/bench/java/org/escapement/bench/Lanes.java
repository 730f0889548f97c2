package org.escapement.bench;

import java.util.SplittableRandom;
import org.escapement.random.Draws;

/** Arrays of one block of lanes, filled with numbers of the kind that the kernels meet. */
final class Lanes {
  static final int COUNT = 256;

  final long[] key = {1, 2};
  final long[] trajectories = new long[COUNT];
  final long[] steps = new long[COUNT];
  final long[] word0 = new long[COUNT];
  final long[] word1 = new long[COUNT];
  final double[] positive = new double[COUNT];
  final double[] out0 = new double[COUNT];
  final double[] out1 = new double[COUNT];
  final double[] out2 = new double[COUNT];
  final double[][] drawn = new double[Draws.PHASES][COUNT];
  final int[] found = new int[COUNT];

  Lanes() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < COUNT; i++) {
      trajectories[i] = i;
      steps[i] = (long) Draws.PHASES * random.nextInt(1000);
      word0[i] = random.nextLong();
      word1[i] = random.nextLong();
      positive[i] = 0.1 + random.nextDouble();
    }
  }
}
