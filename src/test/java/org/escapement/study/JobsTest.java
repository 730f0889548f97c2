package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every job file that ships is a good one. */
class JobsTest {
  static Stream<Path> jobs() throws IOException {
    Path folder = Path.of(System.getProperty("project.basedir", ".")).resolve("jobs");
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void parses(Path job) {
    Study study = JobFile.read(job, List.of());
    assertThat(study.cells()).isNotEmpty();
    assertThat(study.cells()).extracting(Cell::key).doesNotHaveDuplicates();
    assertThat(study.question()).endsWith("?");
  }
}
