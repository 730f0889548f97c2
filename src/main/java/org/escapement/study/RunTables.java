package org.escapement.study;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.escapement.simulate.Chunk;

/** Turns the finished cells of a run into its tables and publishes them. */
final class RunTables {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("run", Column.Type.TEXT, "short hash of the resolved job file"),
          new Column("question", Column.Type.TEXT, "the question of the job file"),
          new Column("job", Column.Type.TEXT, "the job file as it was run"),
          new Column("seed", Column.Type.LONG, "seed of all random numbers"),
          new Column("version", Column.Type.TEXT, "version of Escapement"),
          new Column("started", Column.Type.TIMESTAMP, "when this run began, UTC"),
          new Column("finished", Column.Type.TIMESTAMP, "when its tables were complete, UTC"),
          new Column("trajectories", Column.Type.LONG, "trajectories in all cells together"),
          new Column("steps", Column.Type.LONG, "steps of all trajectories together"),
          new Column(
              "core_seconds", Column.Type.DOUBLE, "time of one core spent in simulation, seconds"),
          new Column("spark", Column.Type.TEXT, "version and master of Spark"),
          new Column("java", Column.Type.TEXT, "version of the driver's Java"),
          new Column("kernels", Column.Type.TEXT, "array loops that the driver would use"),
          new Column(
              "digests",
              Column.Type.TEXT,
              "table=SHA-256 of its rows in order, separated by spaces"),
          new Column("status", Column.Type.TEXT, "complete, or failed-cells"));

  private final Study study;
  private final Storage storage;
  private final StudyRun.Environment environment;
  private final Collection<CellProgress> cells;

  RunTables(
      Study study,
      Storage storage,
      StudyRun.Environment environment,
      Collection<CellProgress> cells) {
    this.study = study;
    this.storage = storage;
    this.environment = environment;
    this.cells = cells;
  }

  StudyResult publish(Instant started) {
    List<Table> tables = tables();
    List<String> digests = new ArrayList<>();
    tables.forEach(table -> digests.add(table.name() + "=" + TableDigest.of(table)));
    if (study.keep().exits() > 0) {
      digests.add("exits=" + storage.writeExits(study, chunks()));
    }
    tables.add(runs(started, digests));
    storage.publish(study, tables);
    int failed = (int) cells.stream().filter(CellProgress::isFailed).count();
    return new StudyResult(study, List.copyOf(tables), failed);
  }

  /** All but the one of the run. */
  private List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    tables.add(ExitTables.summary(study, cells));
    tables.add(ExitTables.sides(study, cells));
    tables.add(ExitTables.survival(study, cells));
    if (study.cells().stream().anyMatch(Cell::measuresMoments)) {
      tables.add(MomentsTable.of(study, cells));
    }
    if (study.cells().stream().anyMatch(HistogramsTable::has)) {
      tables.add(HistogramsTable.of(study, cells));
    }
    if (study.cells().stream().anyMatch(QuantilesTable::has)) {
      tables.add(QuantilesTable.of(study, cells));
    }
    Table theory = TheoryTable.of(study, cells);
    tables.add(theory);
    if (!study.references().isEmpty()) {
      tables.add(RatiosTable.of(study, cells, theory));
    }
    if (!study.fits().isEmpty()) {
      tables.add(FitsTable.of(study, cells, theory));
    }
    if (CriticalBatchTable.has(study)) {
      tables.add(CriticalBatchTable.of(study, cells, theory));
    }
    if (study.commonRandomNumbers() && study.cells().size() > 1) {
      tables.add(DifferencesTable.of(study, cells, storage.exits(), theory));
    }
    return tables;
  }

  private List<List<Chunk>> chunks() {
    return cells.stream().map(CellProgress::chunks).toList();
  }

  private Table runs(Instant started, List<String> digests) {
    boolean failed = cells.stream().anyMatch(CellProgress::isFailed);
    Object[] row = {
      study.run(),
      study.question(),
      study.job(),
      study.seed(),
      environment.version(),
      started.truncatedTo(ChronoUnit.MICROS),
      Instant.now().truncatedTo(ChronoUnit.MICROS),
      cells.stream().flatMap(c -> c.summary().stream()).mapToLong(s -> s.trajectories()).sum(),
      cells.stream().mapToLong(CellProgress::steps).sum(),
      cells.stream().mapToDouble(CellProgress::seconds).sum(),
      environment.spark(),
      environment.java(),
      environment.kernels(),
      String.join(" ", digests),
      failed ? "failed-cells" : "complete"
    };
    return new Table("runs", COLUMNS, List.<Object[]>of(row));
  }
}
