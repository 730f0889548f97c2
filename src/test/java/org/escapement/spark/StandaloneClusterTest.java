package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.escapement.UserJar;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitRows;
import org.escapement.study.ExitStore;
import org.escapement.study.LocalRunner;
import org.escapement.study.Storage;
import org.escapement.study.Study;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A master, two workers and their executors, each a JVM of its own, end in the same tables as one
 * thread.
 */
class StandaloneClusterTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String DEPLOY = "org.apache.spark.deploy.";

  @TempDir static Path folder;
  private static final List<ChildJvm> JVMS = new ArrayList<>();
  private static Cluster cluster;
  private static String url;

  @BeforeAll
  static void start() throws Exception {
    ChildJvm master =
        start("master", "master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0");
    url = master.await("Starting Spark master at (spark://\\S+)", PATIENCE).group(1);
    for (String name : List.of("worker1", "worker2")) {
      start(
          name,
          "worker.Worker",
          "--host",
          "127.0.0.1",
          "--port",
          "0",
          "--webui-port",
          "0",
          "--cores",
          "2",
          "--memory",
          "1g",
          "--work-dir",
          folder.resolve(name + ".work").toString(),
          url);
    }
    cluster =
        Cluster.connect(
            Cluster.settings(
                new SparkConf(false)
                    .setMaster(url)
                    .setAppName("test")
                    .set("spark.executor.memory", "512m")
                    .set("spark.driver.host", "127.0.0.1")
                    .set("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                    .set("spark.cores.max", "2")
                    .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))));
  }

  private static ChildJvm start(String name, String mainClass, String... arguments)
      throws IOException {
    ChildJvm jvm =
        ChildJvm.start(
            folder.resolve(name + ".log"), ChildJvm.sparkJars(), DEPLOY + mainClass, arguments);
    JVMS.add(jvm);
    return jvm;
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
    JVMS.forEach(ChildJvm::close);
  }

  @Test
  void twoExecutorsOneOfWhichDiesChangeNothing() throws IOException {
    Study study = ExampleStudy.wide(1000, 100);
    Storage here = HadoopStorage.writing(folder.resolve("here").toString(), study);
    String expected = ExampleStudy.digests(study, new LocalRunner(2, here.exits()), here);

    Storage there = cluster.storage(folder.resolve("there").toString(), study);
    Path fuse = Files.createFile(folder.resolve("fuse"));
    ExitStore deadly = new Deadly(there.exits(), fuse.toString());
    String found = ExampleStudy.digests(study, cluster.runner(deadly), there);
    assertThat(found).isEqualTo(expected).contains("exits=").contains("exit_summary=");
    assertThat(fuse).doesNotExist();
    assertThat(executors()).as("executors, with the one that died").hasSizeGreaterThan(2);
  }

  /** The file is gone before they run: what they know of it came from the driver. */
  @Test
  void executorsNeverOpenDataFiles() throws IOException {
    Path table = Files.writeString(folder.resolve("table.csv"), "1,2,1\n2,1,-1\n1,1,3\n3,1,0\n");
    String data = "{ type: csv, header: false, file: " + table + " }";
    String text =
        """
        question: What do executors know?
        objective: { type: least-squares, batch: 2, data: { type: standardised, of: %s } }
        dynamics: { type: sgd, step-size: 0.1 }
        start: [0]
        domain: { type: ball, center: [0], radius: 1.5 }
        horizon: 200
        trajectories: 400
        seed: 1
        sweep:
          objective.data.features: [global, per-feature, none]
        """
            .formatted(data);
    assertSameWithout(table, text);
  }

  /** A minimum that the driver has found, of a network over rows that only the driver has read. */
  @Test
  void executorsDoNotTrain() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "1,2,0\n2,1,1\n1,1,0\n3,1,2\n");
    String text =
        """
        question: Does a minimum travel?
        objective:
          type: network
          data: { type: csv, header: false, file: %s }
          hidden: [3]
          batch: 2
        dynamics: { type: sgd, step-size: 0.1 }
        start:
          type: trained
          from: { type: shared, of: initial-weights }
          dynamics: { type: sgd, step-size: 0.1 }
          steps: 50
        domain: { type: around-start, radius: 0.5 }
        horizon: 200
        trajectories: 40
        seed: 1
        sweep:
          objective.activation: [relu, tanh]
        """
            .formatted(table);
    assertSameWithout(table, text);
  }

  /** The same tables from executors that cannot read the file. */
  private void assertSameWithout(Path table, String text) throws IOException {
    Study study = JobFile.parse(text, "data.yaml", List.of());
    Path out = table.resolveSibling(table.getFileName() + "-out");
    Storage here = HadoopStorage.writing(out.resolve("here").toString(), study);
    String expected = ExampleStudy.digests(study, new LocalRunner(2, here.exits()), here);
    Files.delete(table);
    Storage there = cluster.storage(out.resolve("there").toString(), study);
    assertThat(ExampleStudy.digests(study, cluster.runner(there.exits()), there))
        .isEqualTo(expected)
        .contains("exit_summary=");
  }

  /** Neither the driver's class path nor the executors' knows the jar: only spark-submit does. */
  @Test
  void aUserJarGoesToTheExecutors() throws Exception {
    Path jar = UserJar.readme(folder);
    String job =
        """
        question: How long does a well of one's own hold?
        objective: { type: cubic-well, height: 0.4 }
        noise: { type: gaussian, scale: 1.5 }
        dynamics: { type: sgd, step-size: 0.15 }
        start: [0]
        domain: { type: interval, low: -1, high: 1 }
        horizon: 100000
        trajectories: 4000
        seed: 3
        """;
    Path file = Files.writeString(folder.resolve("mine.yaml"), job);
    String classPath = System.getProperty("java.class.path");
    try (ChildJvm driver =
        ChildJvm.start(
            folder.resolve("driver.log"),
            classPath,
            DEPLOY + "SparkSubmit",
            "--master",
            url,
            "--jars",
            jar.toString(),
            "--conf",
            "spark.driver.host=127.0.0.1",
            "--conf",
            "spark.executor.memory=512m",
            "--conf",
            "spark.cores.max=1",
            "--conf",
            "spark.executor.extraClassPath=" + classPath,
            "--class",
            "org.escapement.cli.Main",
            "spark-internal",
            "verify",
            file.toString(),
            "--out",
            folder.resolve("mine").toString())) {
      driver.await("measured numbers agree with exact predictions", PATIENCE.multipliedBy(2));
    }
  }

  private static List<Path> executors() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("stderr")).toList();
    }
  }

  /** While there is a fuse, the first executor to keep a chunk removes it and dies. */
  private record Deadly(ExitStore store, String fuse) implements ExitStore {
    @Override
    public void write(String cellKey, Chunk chunk, ExitRows rows) throws IOException {
      if (chunk.number() == 1 && Files.deleteIfExists(Path.of(fuse))) {
        assertThat(SparkEnv.get().executorId()).isNotEqualTo("driver");
        Runtime.getRuntime().halt(137);
      }
      store.write(cellKey, chunk, rows);
    }

    @Override
    public ExitRows read(String cellKey, Chunk chunk) throws IOException {
      return store.read(cellKey, chunk);
    }
  }
}
