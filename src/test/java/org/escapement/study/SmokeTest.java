package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The smoke job against its golden copy, and on other JVMs.
 *
 * <p>A change of digits must be wanted and named in the commit message; then {@code mvn test
 * -Dtest=SmokeTest -Dgolden.write=true} writes the copy again.
 */
class SmokeTest {
  private static final Path BASE = Path.of(System.getProperty("project.basedir", "."));
  private static final Path GOLDEN =
      BASE.resolve("src/test/resources/org/escapement/study/smoke-exit-summary.csv");

  @Test
  @Tag("digits")
  void tableEqualsItsGoldenCopy() throws IOException {
    List<String> lines = csv(SmokeDigest.run().table("exit_summary"));
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.write(GOLDEN, lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(GOLDEN));
  }

  /** Doubles in hexadecimal: every bit counts. */
  private static List<String> csv(Table table) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", table.columns().stream().map(Column::name).toList()));
    for (Object[] row : table.rows()) {
      lines.add(String.join(",", Stream.of(row).map(SmokeTest::text).toList()));
    }
    return lines;
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Double number ? Double.toHexString(number) : value.toString();
  }

  /**
   * Every JDK that is installed beside this one; this one interpreted, and without the vector
   * module.
   */
  static Stream<List<String>> otherVirtualMachines() throws IOException {
    List<List<String>> commands = new ArrayList<>();
    String here = Path.of(System.getProperty("java.home"), "bin/java").toString();
    String vectors = "--add-modules=jdk.incubator.vector";
    commands.add(List.of(here, vectors, "-XX:TieredStopAtLevel=1"));
    commands.add(List.of(here, vectors, "-XX:UseAVX=2", "-XX:+IgnoreUnrecognizedVMOptions"));
    commands.add(List.of(here));
    Path folder = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> jdks = Files.list(folder)) {
        jdks.filter(jdk -> !Files.isSymbolicLink(jdk))
            .map(jdk -> jdk.resolve("bin/java"))
            .filter(
                java ->
                    Files.isExecutable(java) && !java.startsWith(System.getProperty("java.home")))
            .sorted()
            .forEach(java -> commands.add(List.of(java.toString(), vectors)));
      }
    }
    if (commands.size() == 3) {
      System.out.println(
          "SmokeTest: no other JDK under /usr/lib/jvm, digits compared on this one only");
    }
    return commands.stream();
  }

  @ParameterizedTest
  @MethodSource("otherVirtualMachines")
  void everyVirtualMachineGivesTheSameDigits(List<String> java) throws Exception {
    List<String> command = new ArrayList<>(java);
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.addAll(List.of("-Dproject.basedir=" + BASE.toAbsolutePath(), "-cp", path));
    command.add(SmokeDigest.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(output).isEqualTo(SmokeDigest.digests(SmokeDigest.run()));
  }
}
