package org.escapement.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.escapement.domain.HalfSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.objective.DoubleWell;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.study.Axis;
import org.escapement.study.Cell;
import org.escapement.study.Column;
import org.escapement.study.Keep;
import org.escapement.study.RunListener;
import org.escapement.study.Runner;
import org.escapement.study.Storage;
import org.escapement.study.Study;
import org.escapement.study.StudyRun;
import org.escapement.study.Table;
import org.escapement.study.Work;

/** A small study of a double well: two momenta, two step sizes, some thousand trajectories. */
final class ExampleStudy {
  static final long SEED = 11;

  private ExampleStudy() {}

  /** Trajectories of every cell, and how many of them are kept. */
  static Study study(long trajectories, long keep) {
    return study("double_well", "0123456789ab", trajectories, keep);
  }

  static Study study(String name, String run, long trajectories, long keep) {
    List<Axis> axes =
        List.of(
            new Axis("dynamics.momentum", "momentum", Column.Type.DOUBLE),
            new Axis("dynamics.step-size", "step_size", Column.Type.DOUBLE));
    return new Study(
        name,
        run,
        "How long does it stay?",
        "question: How long does it stay?\n",
        SEED,
        trajectories,
        OptionalDouble.empty(),
        new Keep(keep),
        false,
        axes,
        cells(new double[] {0, 0.5}, new double[] {0.15, 0.2}),
        List.of(),
        List.of());
  }

  /** The same study with 24 cells, so that there is a middle of the run. */
  static Study wide(long trajectories, long keep) {
    Study narrow = study(trajectories, keep);
    double[] momenta = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
    return new Study(
        narrow.name(),
        narrow.run(),
        narrow.question(),
        narrow.job(),
        narrow.seed(),
        narrow.trajectories(),
        narrow.precision(),
        narrow.keep(),
        narrow.commonRandomNumbers(),
        narrow.axes(),
        cells(momenta, new double[] {0.1, 0.15, 0.2}),
        List.of(),
        List.of());
  }

  /** Runs or resumes a study and tells the digests of its tables. */
  static String digests(Study study, Runner runner, Storage storage) {
    StudyRun.Environment nowhere = new StudyRun.Environment("", "", "", "");
    Table runs =
        new StudyRun(study, runner, storage, new RunListener() {}, nowhere).run().table("runs");
    List<String> columns = runs.columns().stream().map(Column::name).toList();
    return (String) runs.rows().get(0)[columns.indexOf("digests")];
  }

  private static List<Cell> cells(double[] momenta, double[] stepSizes) {
    List<Cell> cells = new ArrayList<>();
    for (double momentum : momenta) {
      for (double stepSize : stepSizes) {
        int number = cells.size();
        String key = String.format("%016x", number);
        cells.add(
            new Cell(
                number,
                key,
                List.of(momentum, stepSize),
                experiment(momentum, stepSize),
                List.of(),
                RandomKey.of(SEED, key)));
      }
    }
    return cells;
  }

  private static Experiment experiment(double momentum, double stepSize) {
    return new Experiment(
        new DoubleWell(0.25, 1),
        new Gaussian(1),
        new HeavyBall(new Constant(stepSize), new Constant(momentum)),
        Vector.of(-1),
        new HalfSpace(Vector.of(-1), 0),
        2000,
        Double.POSITIVE_INFINITY);
  }

  /** The whole study cut into chunks of the given size. */
  static List<Work> work(Study study, int size) {
    List<Work> work = new ArrayList<>();
    for (Cell cell : study.cells()) {
      for (Chunk chunk : chunks(study, size)) {
        work.add(new Work(cell, chunk, study.keep().exits(), 0));
      }
    }
    return work;
  }

  /** Those of one cell. */
  static List<Chunk> chunks(Study study, int size) {
    List<Chunk> chunks = new ArrayList<>();
    for (long first = 0; first < study.trajectories(); first += size) {
      int trajectories = (int) Math.min(size, study.trajectories() - first);
      chunks.add(new Chunk(chunks.size(), first, trajectories));
    }
    return chunks;
  }
}
