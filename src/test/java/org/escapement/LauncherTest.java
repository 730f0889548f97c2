package org.escapement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What deploy/escapement makes of its arguments, with scripts in place of Java, Maven and Spark
 * that tell how they were called.
 */
class LauncherTest {
  private static final String TELLS =
      """
      #!/usr/bin/env bash
      echo "$(basename "$0") in $PWD"
      printf '<%s>\\n' "$@"
      echo "ip ${SPARK_LOCAL_IP:-none}"
      exit 7
      """;

  /** Spark's launcher answers with the command to run: itself and the words that it was given. */
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      if [[ " $* " == *' org.apache.spark.launcher.Main '* ]]; then
        while [[ $1 != org.apache.spark.launcher.Main ]]; do shift; done
        printf '\\0\\n'
        printf '%s\\0' "$0" "${@:2}"
        exit
      fi
      """
          + TELLS;

  @TempDir Path folder;
  private Path root;

  /** A project that is built: the launcher, a jar newer than the sources, and Spark's jars. */
  @BeforeEach
  void project() throws IOException {
    root = folder.resolve("the project");
    Path deploy = Path.of(System.getProperty("project.basedir", "."), "deploy");
    Files.createDirectories(root.resolve("deploy"));
    for (String name : List.of("escapement", "spark.sh")) {
      Files.copy(
          deploy.resolve(name),
          root.resolve("deploy").resolve(name),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.createDirectories(root.resolve("src/main"));
    Files.createDirectories(root.resolve("target/spark/jars"));
    Files.writeString(root.resolve("pom.xml"), "");
    Files.writeString(root.resolve("target/escapement.jar"), "");
    Files.setLastModifiedTime(
        root.resolve("target/escapement.jar"), FileTime.from(Instant.now().plusSeconds(60)));
    script("jdk/bin/java", JAVA);
    script("path/mvn", TELLS);
  }

  private void script(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void commandsThatNeedNoSparkRunInAPlainJvm() throws Exception {
    assertThat(run(Map.of(), "check", "a job.yaml", ""))
        .startsWith("java in " + folder.toRealPath())
        .contains(
            "<" + root + "/target/escapement.jar:" + root + "/target/spark/jars/*>",
            "<org.escapement.cli.Main>\n<check>\n<a job.yaml>\n<>")
        .doesNotContain("SparkSubmit")
        .endsWith("exit 7");
    assertThat(run(Map.of())).contains("<org.escapement.cli.Main>\n<--help>");
    assertThat(run(Map.of(), "--version")).contains("<org.escapement.cli.Main>\n<--version>");
    assertThat(run(Map.of(), "replay", "x")).contains("<--add-modules=jdk.incubator.vector>");
  }

  @Test
  void optionsBeforeTheCommandBelongToSpark() throws Exception {
    String said =
        run(
            Map.of(),
            "--master",
            "local[2]",
            "--conf",
            "a=b c",
            "--verbose",
            "run",
            "j.yaml",
            "--set",
            "k=v");
    assertThat(said)
        .contains(
            "<org.apache.spark.deploy.SparkSubmit>\n<--master>\n<local[2]>\n<--conf>\n<a=b c>\n<--verbose>\n"
                + "<--class>\n<org.escapement.cli.Main>\n<"
                + root
                + "/target/escapement.jar>\n<run>\n<j.yaml>\n<--set>\n<k=v>\n")
        .contains("ip 127.0.0.1")
        .endsWith("exit 7");
  }

  @Test
  void aClusterIsReachedByItsAddress() throws Exception {
    assertThat(run(Map.of(), "--master", "spark://h:7077", "run", "x")).contains("ip none");
    assertThat(run(Map.of(), "--master=yarn", "run", "x")).contains("ip none");
    assertThat(run(Map.of("SPARK_LOCAL_IP", "10.0.0.1"), "run", "x")).contains("ip 10.0.0.1");
  }

  @Test
  void anInstalledSparkIsUsed() throws Exception {
    script("spark/bin/spark-submit", TELLS);
    script("spark/bin/spark-class", TELLS);
    script("spark/jars/spark-core_2.13-4.0.2.jar", "");
    Map<String, String> installed = Map.of("SPARK_HOME", folder.resolve("spark").toString());
    assertThat(run(installed, "run", "x"))
        .startsWith("spark-class in ")
        .contains("<org.apache.spark.deploy.SparkSubmit>\n<--class>");
    assertThat(run(installed, "list")).contains(folder.resolve("spark/jars/*").toString());
  }

  @Test
  void anOldSparkIsNot() throws Exception {
    script("spark/bin/spark-submit", TELLS);
    script("spark/jars/spark-core_2.12-3.5.1.jar", "");
    String home = folder.resolve("spark").toString();
    assertThat(run(Map.of("SPARK_HOME", home), "run", "x"))
        .startsWith("escapement: no Spark 4 for Scala 2.13 in SPARK_HOME=" + home)
        .contains("java in ");
  }

  @Test
  void itBuildsWhenSourcesAreNewerAndSaysWhyItCannot() throws Exception {
    Files.setLastModifiedTime(
        root.resolve("src/main"), FileTime.from(Instant.now().plusSeconds(120)));
    assertThat(run(Map.of(), "list"))
        .contains("escapement: building", "mvn in " + root.toRealPath(), "<package>")
        .contains("escapement: the build failed")
        .endsWith("exit 3");
  }

  @Test
  void anOptionWithoutItsValueIsAMistake() throws Exception {
    assertThat(run(Map.of(), "--master")).isEqualTo("escapement: --master needs a value\nexit 2");
  }

  @Test
  void jarsMayBeNamedAnywhereForAnyCommand() throws Exception {
    script("a.jar", "");
    script("b c.jar", "");
    String ours = "<" + root + "/target/escapement.jar";
    assertThat(run(Map.of(), "run", "j.yaml", "--jars", "a.jar", "--out", "o"))
        .contains("<--jars>\n<a.jar>\n<--class>\n")
        .contains(ours + ">\n<run>\n<j.yaml>\n<--out>\n<o>\n");
    assertThat(
            run(Map.of(), "--jars=a.jar", "--master", "local", "run", "j.yaml", "--jars=b c.jar"))
        .contains("<--master>\n<local>\n<--jars>\n<a.jar,b c.jar>\n<--class>\n")
        .contains(ours + ">\n<run>\n<j.yaml>\n");
    assertThat(run(Map.of(), "list", "--jars", "a.jar,b c.jar", "noise"))
        .contains(ours + ":a.jar:b c.jar:" + root + "/target/spark/jars/*>")
        .contains("<list>\n<noise>\n");
    assertThat(run(Map.of(), "--jars", "hdfs:///a.jar", "check", "j.yaml"))
        .contains("<--jars>\n<hdfs:///a.jar>\n<--class>");
  }

  @Test
  void aJarThatIsNotThereIsAMistake() throws Exception {
    script("a.jar", "");
    assertThat(run(Map.of(), "check", "j.yaml", "--jars", "a.jar,none.jar"))
        .isEqualTo("escapement: there is no jar none.jar\nexit 2");
    assertThat(run(Map.of(), "check", "j.yaml", "--jars"))
        .isEqualTo("escapement: --jars needs a value\nexit 2");
  }

  /** What was said, with the exit code as the last line; called from another directory. */
  private String run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(root.resolve("deploy/escapement").toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> known = builder.environment();
    known.keySet().removeIf(name -> name.startsWith("SPARK_"));
    known.put("JAVA_HOME", folder.resolve("jdk").toString());
    known.put("PATH", folder.resolve("path") + ":/usr/bin:/bin");
    known.putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said + "exit " + process.waitFor();
  }
}
