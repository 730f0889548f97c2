package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitRows;
import org.escapement.study.ChunkCall;
import org.escapement.study.Column;
import org.escapement.study.Outcome;
import org.escapement.study.StorageException;
import org.escapement.study.StorageException.Fault;
import org.escapement.study.Study;
import org.escapement.study.Table;
import org.escapement.study.Work;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopStorageTest {
  @TempDir Path folder;

  @Test
  void aRunIsFinishedOnceItsRowInRunsIsThere() throws IOException {
    Study study = ExampleStudy.study(10, 0);
    HadoopStorage storage = HadoopStorage.writing(folder.toString(), study);
    assertThat(storage.finished(study)).isEmpty();
    storage.publish(study, List.of(runs("exit_summary=0 exits=0"), summary("momentum")));
    assertThat(storage.finished(study).orElseThrow().stream().map(Table::name))
        .containsExactly("exit_summary", "runs");
    assertThat(HadoopStorage.reading(folder.toString(), "double_well").finished(study)).isPresent();
    storage.publish(study, List.of(runs("exit_summary=0 theory=0")));
    assertThat(storage.finished(study)).isEmpty();
  }

  @Test
  void forgetsLedgerExitsAndTables() throws IOException {
    Study study = ExampleStudy.study(10, 10);
    HadoopStorage storage = HadoopStorage.writing(folder.toString(), study);
    Work work = ExampleStudy.work(study, 10).get(0);
    storage.ledger().append(List.of(ChunkCall.run(work, storage.exits())));
    storage.publish(study, List.of(summary("momentum"), runs("exit_summary=0")));
    Study other = ExampleStudy.study("double_well", "ba9876543210", 10, 10);
    storage.publish(other, List.of(summary("momentum")));

    storage.forget(study);
    List<Outcome> outcomes = new ArrayList<>();
    storage.ledger().read(List.of(work.cell()), outcomes::add);
    assertThat(outcomes).isEmpty();
    assertThat(storage.finished(study)).isEmpty();
    assertThat(files())
        .containsExactly("double_well/exit_summary/run=ba9876543210/part-00000.parquet");
  }

  @Test
  @Tag("digits")
  void keptRowsComeBackAndAMoreCompleteSetReplacesThem() throws IOException {
    Study some = ExampleStudy.study(100, 30);
    HadoopStorage storage = HadoopStorage.writing(folder.toString(), some);
    Work work = ExampleStudy.work(some, 100).get(1);
    ChunkCall.run(work, storage.exits());
    ExitRows rows = storage.exits().read(work.cell().key(), work.chunk());
    assertThat(rows.size()).isEqualTo(30);
    assertThat(rows.trajectory(29)).isEqualTo(29);

    Work more = new Work(work.cell(), work.chunk(), 60, 0);
    ChunkCall.run(more, storage.exits());
    ExitRows again = storage.exits().read(work.cell().key(), work.chunk());
    assertThat(again.size()).isEqualTo(60);
    for (int r = 0; r < rows.size(); r++) {
      assertThat(again.step(r)).isEqualTo(rows.step(r));
      assertThat(again.ending(r)).isEqualTo(rows.ending(r));
      assertThat(again.time(r)).isEqualTo(rows.time(r));
      assertThat(again.side(r)).isEqualTo(rows.side(r));
      assertThat(again.position(r).orElseThrow()).isEqualTo(rows.position(r).orElseThrow());
    }
  }

  @Test
  @Tag("digits")
  void exitsDoNotDependOnHowTheyWereCut() throws IOException {
    Study study = ExampleStudy.study(100, 70);
    assertThat(exits(study, 32)).isEqualTo(exits(study, 100));
    Table table =
        new ParquetTables(
                Directory.of(folder.resolve("32/double_well").toString(), new Configuration()))
            .read(study.run(), "exits")
            .orElseThrow();
    assertThat(table.rows()).hasSize(4 * 70);
    assertThat(table.columns().stream().map(Column::name))
        .containsExactly(
            "cell",
            "momentum",
            "step_size",
            "trajectory",
            "ending",
            "step",
            "time",
            "side",
            "position");
    assertThat(table.rows().get(75)).startsWith(1L, 0.0, 0.2, 5L);
    for (Object[] row : table.rows()) {
      assertThat(row[7]).isEqualTo(row[4].equals("exited") ? "out" : null);
    }
  }

  private String exits(Study study, int size) throws IOException {
    HadoopStorage storage = HadoopStorage.writing(folder.resolve("" + size).toString(), study);
    for (Work work : ExampleStudy.work(study, size)) {
      ChunkCall.run(work, storage.exits());
    }
    List<List<Chunk>> chunks =
        study.cells().stream().map(cell -> ExampleStudy.chunks(study, size)).toList();
    return storage.writeExits(study, chunks);
  }

  @Test
  void anOutputThatCannotBeWrittenIsTheUsersMistake() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> HadoopStorage.writing(file.toString(), ExampleStudy.study(10, 0)))
        .isInstanceOfSatisfying(
            StorageException.class, e -> assertThat(e.fault()).isEqualTo(Fault.OUTPUT))
        .hasMessageStartingWith("cannot write to the output directory " + file + "/double_well: ");
  }

  @Test
  void anOutputThatIsNoPathIsTheUsersMistake() {
    Study study = ExampleStudy.study(10, 0);
    assertThatThrownBy(() -> HadoopStorage.writing("", study))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("cannot use \"\" as output: ");
    assertThatThrownBy(() -> HadoopStorage.writing("nosuch://x/y", study))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("cannot use \"nosuch://x/y\" as output: ");
  }

  @Test
  void anOutputWithTablesOfAnotherJobIsTheUsersMistake() {
    Study study = ExampleStudy.study(10, 0);
    HadoopStorage storage = HadoopStorage.writing(folder.toString(), study);
    storage.publish(study, List.of(summary("momentum"), runs("exit_summary=0")));
    HadoopStorage.writing(folder.toString(), study);
    storage.publish(study, List.of(summary("alpha")));
    assertThatThrownBy(() -> HadoopStorage.writing(folder.toString(), study))
        .isInstanceOfSatisfying(
            StorageException.class, e -> assertThat(e.fault()).isEqualTo(Fault.OUTPUT))
        .hasMessage(
            folder
                + "/double_well holds tables of another job with the same name, which sweeps"
                + " dynamics.alpha, dynamics.step-size; this one sweeps dynamics.momentum,"
                + " dynamics.step-size: choose another output directory or job name");
  }

  @Test
  void thePageStandsBesideTheTables() throws IOException {
    HadoopStorage storage = HadoopStorage.writing(folder.toString(), ExampleStudy.study(10, 0));
    storage.writeText("report.html", "old");
    String place = storage.writeText("report.html", "<p>α</p>");
    assertThat(place).isEqualTo(folder + "/double_well/report.html");
    assertThat(Files.readString(Path.of(place))).isEqualTo("<p>α</p>");
  }

  private static Table summary(String axis) {
    return new Table(
        "exit_summary",
        List.of(
            new Column("cell", Column.Type.LONG, "number of the cell"),
            new Column(axis, Column.Type.DOUBLE, "swept: dynamics." + axis),
            new Column("step_size", Column.Type.DOUBLE, "swept: dynamics.step-size")),
        List.<Object[]>of(new Object[] {0L, 0.5, 0.1}));
  }

  private static Table runs(String digests) {
    return new Table(
        "runs",
        List.of(
            new Column("run", Column.Type.TEXT, "short hash"),
            new Column("digests", Column.Type.TEXT, "table=SHA-256")),
        List.<Object[]>of(new Object[] {"0123456789ab", digests}));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }
}
