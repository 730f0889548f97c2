package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.SparkConf;
import org.escapement.data.DataFile;
import org.escapement.study.LocalRunner;
import org.escapement.study.Outcome;
import org.escapement.study.Runner;
import org.escapement.study.Storage;
import org.escapement.study.Study;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On HDFS, a name node and two data nodes in this JVM, studies end as on the local file system. */
@Tag("cluster")
class HdfsTest {
  private static final Study STUDY = ExampleStudy.study(1000, 150);

  @TempDir static Path folder;
  private static MiniDFSCluster hdfs;
  private static String expected;

  @BeforeAll
  static void start() throws IOException {
    Configuration settings = new Configuration();
    settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
    hdfs = new MiniDFSCluster.Builder(settings).numDataNodes(2).build();
    hdfs.waitActive();
    Storage local = HadoopStorage.writing(folder.resolve("local").toString(), STUDY);
    expected = ExampleStudy.digests(STUDY, new LocalRunner(2, local.exits()), local);
  }

  @AfterAll
  static void stop() throws IOException {
    FileSystem.closeAll();
    if (hdfs != null) {
      hdfs.shutdown(true);
    }
  }

  private static String place(String name) {
    return hdfs.getURI() + "/" + name;
  }

  private static SparkConf spark() {
    return Cluster.settings(new SparkConf(false).setMaster("local[2]").setAppName("hdfs"));
  }

  @Test
  void dataAreReadFromHere() throws IOException {
    String path = place("data/t.csv");
    try (var out =
        FileSystem.get(hdfs.getURI(), new Configuration())
            .create(new org.apache.hadoop.fs.Path(path))) {
      out.write("1,2\n3,4\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    HadoopFiles files = new HadoopFiles();
    assertThat(DataFile.found(path, files).sha256())
        .isEqualTo("96bbd5de61f36b0e10c5771d180998d066192e8986aa34a8cb7c453f62959274"); // sha256sum
    assertThat(files.place(path)).isEqualTo(path);
  }

  @Test
  void sparkLeavesTheSameTables() throws Exception {
    String out = place("spark");
    try (Cluster cluster = Cluster.connect(spark())) {
      Storage storage = cluster.storage(out, STUDY);
      assertThat(ExampleStudy.digests(STUDY, cluster.runner(storage.exits()), storage))
          .isEqualTo(expected)
          .contains("exits=");
    }
    assertThat(HadoopStorage.reading(out, STUDY.name()).finished(STUDY)).isPresent();
    assertThat(files(out)).noneMatch(path -> path.contains("/.tmp/"));
    Directory directory = Directory.of(out, new Configuration());
    try (SqlTables tables = SqlTables.open(spark(), directory)) {
      assertThat(answer(tables, "SELECT count(*), sum(exited) > 0 FROM double_well.exit_summary"))
          .containsExactly(List.of(4L, true));
      assertThat(answer(tables, "SELECT count(*) FROM double_well.exits WHERE cell = 3"))
          .containsExactly(List.of(150L));
      assertThat(answer(tables, "SELECT sum(trajectories) FROM double_well.chunks"))
          .containsExactly(List.of(4000L));
    }
  }

  private static List<List<Object>> answer(SqlTables tables, String sql) {
    List<List<Object>> rows = new ArrayList<>();
    tables.query(sql).rows().forEachRemaining(rows::add);
    return rows;
  }

  @Test
  void theLedgerIsTakenUp() throws IOException {
    String out = place("ledger");
    Study half = ExampleStudy.study(500, 150);
    Storage first = HadoopStorage.writing(out, half);
    ExampleStudy.digests(half, new LocalRunner(2, first.exits()), first);
    List<Outcome> before = ledger(first);

    Storage storage = HadoopStorage.writing(out, STUDY);
    Runner runner = new LocalRunner(2, storage.exits());
    List<Outcome> made = new ArrayList<>();
    Runner watched =
        (title, work, done) ->
            runner.run(
                title,
                work,
                o -> {
                  made.add(o);
                  done.accept(o);
                });
    assertThat(ExampleStudy.digests(STUDY, watched, storage)).isEqualTo(expected);
    assertThat(trajectories(before)).isEqualTo(2000);
    assertThat(trajectories(made)).isEqualTo(2000);

    List<Outcome> none = new ArrayList<>();
    Runner idle = (title, work, done) -> work.forEach(w -> none.add(null));
    assertThat(ExampleStudy.digests(STUDY, idle, storage)).isEqualTo(expected);
    assertThat(none).isEmpty();
  }

  @Test
  void whatWasThereIsReplacedAndForgotten() throws IOException {
    String out = place("again");
    HadoopStorage storage = HadoopStorage.writing(out, STUDY);
    assertThat(storage.writeText("report.html", "old")).isEqualTo(out + "/double_well/report.html");
    storage.writeText("report.html", "new");
    ExampleStudy.digests(STUDY, new LocalRunner(2, storage.exits()), storage);
    ExampleStudy.digests(STUDY, new LocalRunner(2, storage.exits()), storage);
    storage.forget(STUDY);
    assertThat(storage.finished(STUDY)).isEqualTo(Optional.empty());
    assertThat(files(out)).containsExactly(out + "/double_well/report.html");
  }

  private static List<Outcome> ledger(Storage storage) {
    List<Outcome> outcomes = new ArrayList<>();
    storage.ledger().read(STUDY.cells(), outcomes::add);
    return outcomes;
  }

  private static long trajectories(List<Outcome> outcomes) {
    return outcomes.stream().mapToLong(outcome -> outcome.chunk().trajectories()).sum();
  }

  private static List<String> files(String out) throws IOException {
    List<String> files = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all =
        hdfs.getFileSystem().listFiles(new org.apache.hadoop.fs.Path(out), true);
    while (all.hasNext()) {
      FileStatus file = all.next();
      files.add(file.getPath().toString());
    }
    return files;
  }
}
