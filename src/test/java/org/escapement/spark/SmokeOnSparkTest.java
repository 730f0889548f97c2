package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.escapement.study.LocalRunner;
import org.escapement.study.Storage;
import org.escapement.study.Study;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The smoke job on the Spark that this is compiled against: the digests of a run without Spark,
 * whose golden copy is the same for every Spark.
 */
class SmokeOnSparkTest {
  @TempDir Path folder;

  @Test
  void digestsAreThoseWithoutSpark() {
    Path job = Path.of(System.getProperty("project.basedir", "."), "jobs/smoke.yaml");
    Study study = JobFile.read(job, List.of());
    Storage alone = HadoopStorage.writing(folder.resolve("alone").toString(), study);
    String expected = ExampleStudy.digests(study, new LocalRunner(1, alone.exits()), alone);
    SparkConf settings = new SparkConf(false).setMaster("local[2]").setAppName("smoke");
    try (Cluster cluster = Cluster.connect(Cluster.settings(settings))) {
      Storage storage = cluster.storage(folder.resolve("spark").toString(), study);
      assertThat(ExampleStudy.digests(study, cluster.runner(storage.exits()), storage))
          .isEqualTo(expected);
    }
  }
}
