package org.escapement.simulate;

import org.escapement.kernel.Kernels;
import org.escapement.model.Batch;
import org.escapement.model.Stepper;
import org.escapement.model.Watch;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;

/**
 * Runs the trajectories of one chunk: a pure function of experiment, key and chunk. Neither the
 * number of lanes nor the order in which trajectories meet them changes a digit.
 */
public final class Simulation<S extends Summary<S>> {
  /**
   * Lanes that fit the first-level cache and hide the cost of virtual calls; chosen by measurement.
   */
  public static final int LANES = 256;

  /** Where rows of data, or many points for each step, need the caches for themselves. */
  private static final int LANES_OF_ROWS = 64;

  /** Coordinates of all their lanes: 4 MB. */
  private static final int LARGEST_POINTS = 1 << 19;

  private final Experiment experiment;
  private final Chunk chunk;
  private final boolean refill;
  private final double bound;
  private final Recorder<S> recorder;
  private final Batch batch;
  private final Stepper stepper;
  private final Watch watch;
  private final Kernels kernels = Kernels.best();
  private final double[] margin;
  private final int[] out;
  private final boolean[] ended;
  private final int[] endedLanes;
  private int endedCount;
  private long next;
  private long longest;
  private long steps;

  private Simulation(
      Experiment experiment, RandomKey key, Observable<S> observable, Chunk chunk, int lanes) {
    int width = Math.min(lanes, chunk.trajectories());
    int dimension = experiment.dimension();
    this.experiment = experiment;
    this.chunk = chunk;
    this.refill = !observable.atCommonSteps();
    this.bound = Math.min(experiment.divergedBeyond(), Double.MAX_VALUE);
    this.recorder = observable.start(new Setting(experiment, key, chunk, width));
    this.batch =
        new Batch(
            width,
            dimension,
            experiment.dynamics().stateDimension(dimension),
            experiment.startStates(key));
    Draws draws = new Draws(key, width);
    this.stepper =
        experiment.dynamics().start(experiment.objective(), experiment.noise(), draws, width);
    this.watch = watch(experiment, draws, width);
    this.margin = new double[width];
    this.out = new int[width];
    this.ended = new boolean[width];
    this.endedLanes = new int[width];
    this.next = chunk.first();
  }

  private static Watch watch(Experiment experiment, Draws draws, int width) {
    Watch watch = experiment.watch(draws, width);
    boolean bounded = Double.isFinite(experiment.divergedBeyond());
    return bounded ? new BoundedWatch(watch, experiment.divergedBeyond()) : watch;
  }

  /** Runs the whole chunk. */
  public static <S extends Summary<S>> ChunkResult<S> run(
      Experiment experiment, RandomKey key, Observable<S> observable, Chunk chunk) {
    return run(experiment, key, observable, chunk, lanes(experiment));
  }

  /**
   * By what a step costs: rows or points are most of it where it is twice that of a function. Where
   * positions are large, fewer, so that all of them fit a cache.
   */
  static int lanes(Experiment experiment) {
    boolean rows = experiment.cost() >= 2.0 * experiment.dimension();
    int most = rows ? LANES_OF_ROWS : LANES;
    return Math.max(1, Math.min(most, LARGEST_POINTS / experiment.dimension()));
  }

  /**
   * As {@link #run(Experiment, RandomKey, Observable, Chunk)}, with a chosen number of lanes.
   *
   * @param lanes at least 1
   */
  public static <S extends Summary<S>> ChunkResult<S> run(
      Experiment experiment, RandomKey key, Observable<S> observable, Chunk chunk, int lanes) {
    return new Simulation<>(experiment, key, observable, chunk, lanes).run();
  }

  private ChunkResult<S> run() {
    while (next < chunk.end()) {
      runWave();
    }
    return new ChunkResult<>(recorder.finish(), steps, recorder.rows());
  }

  /**
   * Fills the lanes and moves them until none is left; with refill one wave takes the whole chunk.
   */
  private void runWave() {
    longest = 0;
    while (batch.size() < batch.capacity() && next < chunk.end()) {
      batch.add(next++);
    }
    while (batch.size() > 0) {
      stepper.draw(batch);
      watch.draw(batch);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        step(phase);
      }
      batch.countSteps();
      longest += Draws.PHASES;
      replaceEnded();
    }
  }

  private void step(int phase) {
    int size = batch.size();
    recorder.beforeStep(batch, phase);
    stepper.advance(batch, phase);
    watch.margin(batch, phase, margin);
    int found = kernels.notPositive(margin, size, out);
    for (int j = 0; j < found; j++) {
      leave(out[j], phase);
    }
    recorder.onStep(batch, phase, ended);
    if (longest + phase + 1 >= experiment.horizon()) {
      censor(phase);
    }
  }

  /**
   * Ends a lane that is out, unless it ended a step before: lanes are replaced between draws only.
   */
  private void leave(int lane, int phase) {
    if (!ended[lane]) {
      boolean diverged = isDiverged(lane);
      int side = diverged ? -1 : watch.side(batch, lane);
      end(lane, diverged ? Ending.DIVERGED : Ending.EXITED, phase, side);
    }
  }

  private boolean isDiverged(int lane) {
    for (int k = 0; k < batch.dimension(); k++) {
      if (!(Math.abs(batch.state()[k][lane]) <= bound)) {
        return true;
      }
    }
    return false;
  }

  /** Ends the lanes that have reached the horizon and finds the longest trajectory that is left. */
  private void censor(int phase) {
    longest = 0;
    for (int i = 0; i < batch.size(); i++) {
      if (!ended[i] && batch.steps()[i] + phase + 1 >= experiment.horizon()) {
        end(i, Ending.CENSORED, phase, -1);
      }
      if (!ended[i]) {
        longest = Math.max(longest, batch.steps()[i]);
      }
    }
  }

  /** Its state goes back to the start, so that the lane is not found outside again and again. */
  private void end(int lane, Ending how, int phase, int side) {
    long made = batch.steps()[lane] + phase + 1;
    ended[lane] = true;
    endedLanes[endedCount++] = lane;
    steps += made;
    recorder.onEnding(batch, lane, how, made, side);
    batch.restart(lane);
  }

  /**
   * Gives the lanes that ended to the next trajectories, and closes the gaps when there are none.
   */
  private void replaceEnded() {
    int retired = 0;
    for (int j = 0; j < endedCount; j++) {
      int lane = endedLanes[j];
      if (refill && next < chunk.end()) {
        ended[lane] = false;
        batch.refill(lane, next++);
      } else {
        retired++;
      }
    }
    endedCount = 0;
    if (retired > 0) {
      retireEnded();
    }
  }

  /** From the last lane down, so that the lane that takes a place is always a live one. */
  private void retireEnded() {
    for (int lane = batch.size() - 1; lane >= 0; lane--) {
      if (ended[lane]) {
        batch.retire(lane);
        ended[lane] = false;
      }
    }
  }
}
