package org.escapement.spark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;

/** A JVM started by a test, which does not outlive it. */
final class ChildJvm implements AutoCloseable {
  private static final Path SPARK_HOME =
      Path.of(System.getProperty("escapement.spark-home", "target/spark")).toAbsolutePath();

  private final Process process;
  private final Path log;
  private final Thread hook;

  private ChildJvm(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.hook = new Thread(this::destroy);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts a class; everything it says goes to the log. */
  static ChildJvm start(Path log, String classPath, String mainClass, String... arguments)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xmx512m");
    words.add("-XX:+UseSerialGC");
    words.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    words.addAll(List.of("-cp", classPath, mainClass));
    words.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("SPARK_HOME", SPARK_HOME.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return new ChildJvm(builder.start(), log);
  }

  /** The jars of Spark that Maven has laid out. */
  static String sparkJars() {
    return SPARK_HOME.resolve("jars") + File.separator + "*";
  }

  /** Waits for a line of the log and returns the groups of its match. */
  Matcher await(String regex, Duration patience) throws IOException, InterruptedException {
    Pattern pattern = Pattern.compile(regex);
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      try (BufferedReader lines = Files.newBufferedReader(log)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          Matcher matcher = pattern.matcher(line);
          if (matcher.find()) {
            return matcher;
          }
        }
      }
      if (!process.isAlive()) {
        throw new AssertionError("ended early: " + Files.readString(log));
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no line with " + regex + ": " + Files.readString(log));
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    destroy();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  /** A worker's executors go first, so that none is left alone. */
  private void destroy() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }
}
