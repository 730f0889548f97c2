package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escapement.study.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListCommandTest {
  private static final Pattern MISFIT =
      Pattern.compile(
          "coordinate|dimension|outside|noise must be none|is for euler-maruyama|no such file|must be the target of some rows|targets must be|needs an objective|the dynamics must be|must have rows|must be one position|step-size must be in");

  @TempDir Path folder;

  static Stream<Catalog.Entry> entries() {
    return Catalog.kinds().stream().flatMap(kind -> Catalog.entries(kind).stream());
  }

  @Test
  void listsEveryKindAndName() {
    Command list = Command.run("list");
    assertThat(list.code()).isZero();
    assertThat(list.out().lines())
        .contains("objective", "noise", "dynamics", "domain", "measure", "prediction");
    entries().forEach(entry -> assertThat(list.out()).contains("  " + entry.name() + " "));
  }

  @Test
  void listsOneKind() {
    assertThat(Command.run("list", "noise").out())
        .startsWith("noise\n")
        .contains("  gaussian  ")
        .doesNotContain("sgd");
  }

  @Test
  void showsParametersAndASnippet() {
    String out = Command.run("list", "objective", "double-well").out();
    assertThat(out).contains("objective double-well\n", "half-width", "length", "(0, inf)");
    assertThat(out)
        .endsWith(
            "In a job file:\n  objective: { type: double-well, depth: 1.0, half-width: 1.0 }\n");
  }

  @Test
  void suggestsTheNearestWord() {
    Command kind = Command.run("list", "nois");
    assertThat(kind.code()).isEqualTo(2);
    assertThat(kind.err()).isEqualTo("escapement: there is no kind nois; did you mean noise?\n");
    assertThat(Command.run("list", "noise", "gausian").err())
        .isEqualTo("escapement: there is no noise gausian; did you mean gaussian?\n");
    assertThat(Command.run("list", "noise", "zzzzzzzzzz").err())
        .contains("there are none, gaussian");
  }

  /** A job file with the snippet has no problem but with how it fits to the rest of the file. */
  @ParameterizedTest
  @MethodSource("entries")
  void everySnippetIsAccepted(Catalog.Entry entry) {
    String out = Command.run("list", entry.kind(), entry.name()).out();
    String snippet = out.lines().reduce((a, b) -> b).orElseThrow().strip();
    String key = snippet.substring(0, snippet.indexOf(':'));
    String others =
        JobText.TEXT
            .lines()
            .takeWhile(line -> !line.equals("sweep:"))
            .filter(line -> !line.startsWith(key + ":"))
            .collect(Collectors.joining("\n"));
    Path job = JobText.write(folder, "snippet.yaml", snippet + "\n" + others + "\n");
    assertThat(Command.run("check", job.toString()).err().lines())
        .allMatch(line -> MISFIT.matcher(line).find());
  }
}
