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
 * later chunks run 10 % slower. Measures need no such care: what is added up along the way costs
 * the same after the first chunk, with this or without.
 */
final class WarmUp {
  private static final double SECONDS = 0.5;

  /** Dear steps, of many coordinates or rows of data, are spent in loops that are long anyway. */
  private static final int LARGEST_COST = 64;

  private static final int TRAJECTORIES = 4 * Simulation.LANES;

  /** At first few, for not every objective tells how dear its steps are. */
  private static final long FEWEST_STEPS = 8;

  private static final long MOST_STEPS = 1000;

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
    if (experiment.cost() <= LARGEST_COST && SEEN.add(kind(experiment))) {
      long started = System.nanoTime();
      long steps = FEWEST_STEPS;
      while ((System.nanoTime() - started) * 1e-9 < SECONDS) {
        Chunk chunk = new Chunk(0, 0, TRAJECTORIES);
        Experiment brief = brief(experiment, steps);
        Simulation.run(brief, cell.randomKey(), ExitTimes.summaryOnly(), chunk);
        steps = Math.min(2 * steps, MOST_STEPS);
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
  private static Experiment brief(Experiment e, long steps) {
    return e.within(Math.min(steps, e.horizon()));
  }
}
