package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every job file that ships is a good one. */
class JobsTest {
  private static final Path BASE = Path.of(System.getProperty("project.basedir", "."));

  static Stream<Path> jobs() throws IOException {
    try (Stream<Path> files = Files.walk(BASE.resolve("jobs"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void parses(Path job) throws IOException {
    skipWithoutData(job);
    Study study = JobFile.read(job, List.of());
    assertThat(study.cells()).isNotEmpty();
    assertThat(study.cells()).extracting(Cell::key).doesNotHaveDuplicates();
    assertThat(study.question()).endsWith("?");
  }

  /** MNIST does not ship; all other data do. */
  private static void skipWithoutData(Path job) throws IOException {
    String folder = "data/mnist";
    if (Files.readString(job).contains(folder + "/") && !Files.exists(BASE.resolve(folder))) {
      String why =
          "SKIPPED: " + job + " without " + folder + "; data/README.md says where it is from";
      System.err.println(why);
      abort(why);
    }
  }

  /** Nothing of the literature is run without a line on what came out, and no link is dead. */
  @Test
  void readmeLinksEveryExperimentOfTheLiterature() throws IOException {
    String readme = Files.readString(BASE.resolve("README.md"));
    List<String> linked =
        Pattern.compile("\\]\\((jobs/[^)]+)\\)")
            .matcher(readme)
            .results()
            .map(link -> link.group(1))
            .toList();
    assertThat(linked).allMatch(link -> Files.exists(BASE.resolve(link)));
    List<String> papers =
        jobs()
            .map(job -> BASE.relativize(job).toString())
            .filter(job -> job.startsWith("jobs/papers/"))
            .toList();
    assertThat(linked).containsAll(papers);
    assertThat(papers)
        .allMatch(job -> job.matches("jobs/papers/[a-z]+-20[0-9]{2}-[a-z0-9-]+.yaml"));
  }
}
