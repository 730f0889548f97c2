package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.escapement.measure.Findings;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Ending;
import org.escapement.simulate.ExitSummary;
import org.escapement.study.Cell;
import org.escapement.study.Outcome;
import org.escapement.study.StorageException;
import org.escapement.study.StorageException.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLedgerTest {
  @TempDir Path folder;
  private FileLedger ledger;

  @BeforeEach
  void open() throws IOException {
    ledger = new FileLedger(Directory.of(folder.toString(), new Configuration()));
  }

  @Test
  void handsOverTheOutcomesOfTheAskedCells() {
    ledger.append(List.of(outcome("a", 0), outcome("b", 0)));
    ledger.append(List.of(outcome("a", 1)));
    assertThat(read(Set.of("a"))).containsExactlyInAnyOrder(outcome("a", 0), outcome("a", 1));
    assertThat(read(Set.of("c"))).isEmpty();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(read(Set.of("a"))).isEmpty();
  }

  @Test
  void showsReadersWholeFilesOnly() throws IOException {
    ledger.append(List.of(outcome("a", 0)));
    Files.write(folder.resolve("chunks/.part-unfinished.parquet"), new byte[] {1});
    Files.write(folder.resolve("chunks/_temporary.parquet"), new byte[] {1});
    assertThat(read(Set.of("a"))).hasSize(1);
    try (Stream<Path> files = Files.list(folder.resolve(".tmp"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void namesTheFileThatIsBroken() throws IOException {
    Files.createDirectories(folder.resolve("chunks"));
    Files.write(folder.resolve("chunks/part-x.parquet"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> read(Set.of("a")))
        .isInstanceOfSatisfying(
            StorageException.class, e -> assertThat(e.fault()).isEqualTo(Fault.STORAGE))
        .hasMessageContaining("chunks/part-x.parquet cannot be read");
  }

  private List<Outcome> read(Set<String> keys) {
    List<Outcome> outcomes = new ArrayList<>();
    List<Cell> cells = keys.stream().map(FileLedgerTest::cell).toList();
    ledger.read(cells, outcomes::add);
    return outcomes;
  }

  private static Cell cell(String key) {
    Cell cell = ExampleStudy.study(1, 1).cells().get(0);
    return new Cell(0, key, List.of(), cell.experiment(), List.of(), cell.randomKey());
  }

  private static Outcome outcome(String key, int chunk) {
    ExitSummary.Tally tally = new ExitSummary.Tally(2);
    tally.add(Ending.EXITED, 17 + chunk, 1.7, 1);
    tally.add(Ending.CENSORED, 100, 10, -1);
    return new Outcome(
        key,
        new Chunk(chunk, 2L * chunk, 2),
        1,
        117,
        0.25,
        new Findings(tally.summary(), List.of()),
        "");
  }
}
