package org.escapement.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same digits from other JVMs: interpreted, half compiled, narrower vectors, another release.
 */
class OtherJvmsTest {
  private static final Path ALL_JVMS = Path.of("/usr/lib/jvm");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xint",
        "-XX:TieredStopAtLevel=1",
        "-XX:MaxVectorSize=16",
        "-XX:MaxVectorSize=32",
        "-XX:UseAVX=2"
      })
  void optionsOfTheJvm(String option) throws Exception {
    sameDigits(Path.of(System.getProperty("java.home")), option);
  }

  /** Without a fused multiply-add in hardware Java computes it in decimal arithmetic. */
  @Test
  @Tag("slow")
  void cpuWithoutFusedMultiplyAdd() throws Exception {
    sameDigits(Path.of(System.getProperty("java.home")), "-XX:UseAVX=0");
  }

  @Test
  void withoutTheVectorModule() throws Exception {
    String output = run(command(Path.of(System.getProperty("java.home")), List.of()));
    assertThat(output).endsWith("scalar " + AddressDigest.of());
    assertThat(output).contains("--add-modules=jdk.incubator.vector");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("otherReleases")
  void otherReleasesOfJava(Path home) throws Exception {
    sameDigits(home, "-XX:+UseSerialGC");
    sameDigits(home, "-Xint");
  }

  /** Says aloud when there is no other release. */
  @Test
  void anotherReleaseIsInstalled() throws Exception {
    assumeThat(otherReleases()).as("other releases of Java in %s", ALL_JVMS).isNotEmpty();
  }

  /** One home for each release from 17 on that is not ours. */
  static Stream<Path> otherReleases() throws IOException {
    if (!Files.isDirectory(ALL_JVMS)) {
      return Stream.of();
    }
    List<Path> homes = new ArrayList<>();
    List<String> releases =
        new ArrayList<>(List.of(release(Path.of(System.getProperty("java.home")))));
    try (Stream<Path> all = Files.list(ALL_JVMS)) {
      for (Path home : all.sorted().toList()) {
        if (Files.isExecutable(home.resolve("bin/java")) && !releases.contains(release(home))) {
          releases.add(release(home));
          homes.add(home);
        }
      }
    }
    return homes.stream();
  }

  private static String release(Path home) throws IOException {
    Path file = home.resolve("release");
    if (!Files.exists(file)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(l -> l.startsWith("JAVA_VERSION=")).findFirst().orElse("");
    }
  }

  private static void sameDigits(Path home, String option) throws Exception {
    String output = run(command(home, List.of("--add-modules=jdk.incubator.vector", option)));
    assertThat(output).endsWith(AddressDigest.of()).contains("vector (");
  }

  private static List<String> command(Path home, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve("java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(AddressDigest.class.getName());
    return command;
  }

  private static String run(List<String> command) throws Exception {
    File output = File.createTempFile("jvm", ".txt");
    try {
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
      int code = process.waitFor();
      String text = Files.readString(output.toPath(), StandardCharsets.UTF_8).strip();
      assertThat(code).as(text).isZero();
      return text;
    } finally {
      Files.delete(output.toPath());
    }
  }
}
