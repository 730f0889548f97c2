package org.escapement.study.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.escapement.data.DataSet;
import org.escapement.study.Cell;
import org.escapement.study.ReadData;
import org.escapement.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataInJobFilesTest {
  private static final String SHA =
      "4f47c0b4f0d4b1f9ea9a5e2b8f6a1b7d3c5e7f9a0b2d4c6e8f0a1b3c5d7e9f01";

  @TempDir Path folder;

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /** Least squares over data that are written so. */
  private static String job(String data) {
    return JobText.with(
        "objective", "{ type: least-squares, data: " + data + " }",
        "noise", "none",
        "dynamics", "{ type: sgd, step-size: 0.1 }",
        "start", "[0]",
        "domain", "whole-space",
        "horizon", "10");
  }

  private static String csv(Object file) {
    return "{ type: csv, header: false, file: " + file + " }";
  }

  private static Cell cell(String text, String... options) {
    return JobText.study(text, options).cells().get(0);
  }

  @Test
  void dataHaveTheirOwnDimension() {
    Path table = file("a.csv", "1,2,3\n4,5,6\n");
    assertThat(cell(job(csv(table))).experiment().dimension()).isEqualTo(2);
    String nested = "{ type: standardised, of: { type: subset, rows: 1, of: " + csv(table) + " } }";
    Study study = JobText.study(job(nested), "sweep.objective.data.of.rows=[1, 2]");
    assertThat(study.axes().get(0).column()).isEqualTo("rows");
    assertThat(study.cells()).extracting(Cell::key).doesNotHaveDuplicates().hasSize(2);
    assertThat(ReadData.of(study.cells())).hasSize(2);
  }

  /** The content is part of what is computed, its place is not. */
  @Test
  void keysGoByContent() throws IOException {
    Path here = file("a.csv", "1,2\n3,4\n");
    Path there = file("b.csv", "1,2\n3,4\n");
    String key = cell(job(csv(here))).key();
    assertThat(cell(job(csv(there))).key()).isEqualTo(key);
    assertThat(cell(job(csv(here)), "objective.data.file=" + there).key()).isEqualTo(key);
    Files.writeString(here, "1,2\n3,5\n");
    Cell changed = cell(job(csv(here)));
    assertThat(changed.key()).isNotEqualTo(key);
    double[] loss = new double[1];
    changed.experiment().objective().value(new double[][] {{0}}, 1, loss);
    assertThat(loss[0]).isEqualTo((4 + 25) / 4.0);
  }

  @Test
  void theExpectedHashIsChecked() {
    Path abc = file("a.csv", "1,2\n");
    // printf '1,2\n' | sha256sum
    String sha =
        org.escapement.data.DataFile.found(abc.toString(), new org.escapement.data.LocalFiles())
            .sha256();
    String good = "{ path: " + abc + ", sha256: " + sha + " }";
    assertThat(cell(job(csv(good))).key()).isEqualTo(cell(job(csv(abc))).key());
    String bad = "{ path: " + abc + ", sha256: " + SHA + " }";
    assertThat(problems(csv(bad)))
        .singleElement()
        .asString()
        .startsWith("2:")
        .endsWith("objective.data.file.sha256 is not that of " + abc + ": " + sha);
    assertThat(problems(csv("{ path: " + abc + ", md5: 0 }")))
        .singleElement()
        .asString()
        .contains("unknown key md5 of objective.data.file");
  }

  @Test
  void mistakesOfFilesStandWhereTheJobNamesThem() {
    Path missing = folder.resolve("none.csv");
    assertThat(problems(csv(missing)))
        .containsExactly("2:75: objective.data.file: no such file: " + missing);
    Path damaged = file("bad.csv", "1,2\n3,x\n");
    assertThat(problems(csv(damaged)))
        .containsExactly(
            "2:41: objective.data: " + damaged + ": line 2, column 2: must be a number, got x");
    assertThat(problems("{ type: subset, rows: 3, of: " + csv(file("a.csv", "1,2\n3,4\n")) + " }"))
        .containsExactly(
            "2:63: objective.data.rows must be at most the number of rows that there are, 2, got 3");
    assertThat(problems("{ type: csv, file: [a] }"))
        .singleElement()
        .asString()
        .contains(
            "objective.data.file must be a path, or a mapping with path and sha256, got a list");
  }

  private static List<String> problems(String data) {
    return JobText.problems(job(data));
  }

  @Test
  void whatIsMadeFromFormulasIsNotDelivered() {
    String torus = "{ type: torus, points: 9, spectrum: { type: power-law, modes: 2 } }";
    assertThat(ReadData.of(List.of(cell(job(torus))))).isEmpty();
    DataSet outermost =
        ReadData.of(
                List.of(
                    cell(
                        job(
                            "{ type: standardised, of: "
                                + csv(file("a.csv", "1,2\n3,4\n"))
                                + " }"))))
            .iterator()
            .next();
    assertThat(outermost.toString()).startsWith("Standardised");
  }
}
