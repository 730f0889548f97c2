package org.escapement.study;

import java.util.HashSet;
import java.util.Set;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;

/**
 * Shows the JVM full lanes before the first chunk. The compiler unrolls a loop by the lengths it
 * has seen, and a pilot mostly shows it the few lanes of its last trajectories: without this, all
 * later chunks run 10 % slower.
 */
final class WarmUp {
  private static final double SECONDS = 0.5;

  /** Many coordinates make for long loops anyway, and for a warm-up that takes long. */
  private static final int MOST_COORDINATES = 64;

  private static final int TRAJECTORIES = 4 * Simulation.LANES;
  private static final long STEPS = 1000;

  /**
   * The kinds of experiments that this JVM has seen: what is compiled belongs to the JVM, not to a
   * run.
   */
  private static final Set<String> SEEN = new HashSet<>();

  private WarmUp() {}

  /**
   * Simulates for a moment what nobody looks at, once for each kind of experiment; others wait
   * meanwhile.
   */
  static synchronized void before(Cell cell) {
    Experiment experiment = cell.experiment();
    if (experiment.dimension() <= MOST_COORDINATES && SEEN.add(kind(experiment))) {
      Experiment brief = brief(experiment);
      long started = System.nanoTime();
      while ((System.nanoTime() - started) * 1e-9 < SECONDS) {
        Chunk chunk = new Chunk(0, 0, TRAJECTORIES);
        Simulation.run(brief, cell.randomKey(), ExitTimes.summaryOnly(), chunk);
      }
    }
  }

  private static String kind(Experiment experiment) {
    return experiment.objective().getClass().getName()
        + experiment.noise().getClass().getName()
        + experiment.dynamics().getClass().getName()
        + experiment.domain().getClass().getName()
        + experiment.monitoring().getClass().getName();
  }

  /** Censored so early that ended lanes are refilled all the time. */
  private static Experiment brief(Experiment e) {
    return e.within(Math.min(STEPS, e.horizon()));
  }
}
