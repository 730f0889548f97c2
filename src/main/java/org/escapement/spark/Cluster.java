package org.escapement.spark;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.escapement.study.ClusterException;
import org.escapement.study.ExitStore;
import org.escapement.study.Runner;
import org.escapement.study.Storage;
import org.escapement.study.Study;

/** The Spark application of one command: where it runs is spark-submit's business, how is ours. */
public final class Cluster implements AutoCloseable {
  /** local, local[2] or local[*]: there Spark would give up at the first failure of a task. */
  private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\d+|\\*)])?");

  private static final String ATTEMPTS = "4";

  /**
   * How Spark names an application that its master gave no name. After three attempts to reach a
   * standalone master it goes on as if it had, and stops on another thread.
   */
  private static final String UNREGISTERED = "spark-application-";

  private final SparkContext spark;

  private Cluster(SparkContext spark) {
    this.spark = spark;
  }

  /**
   * Starts an application with the settings of spark-submit; on all cores of this machine when they
   * name no master.
   *
   * @param name stands in the Spark UI
   * @throws ClusterException when there is no such cluster
   */
  public static Cluster connect(String name) {
    return connect(settings(new SparkConf()).setAppName(name));
  }

  static Cluster connect(SparkConf settings) {
    SparkContext spark;
    try {
      spark = new SparkContext(settings);
    } catch (Exception unreachable) {
      throw unreachable(settings, unreachable);
    }
    if (spark.isStopped() || spark.applicationId().startsWith(UNREGISTERED)) {
      spark.stop();
      throw unreachable(settings, new IllegalStateException("it does not answer"));
    }
    return new Cluster(spark);
  }

  /** Spark throws its checked exceptions undeclared, therefore this is asked of any. */
  static ClusterException unreachable(SparkConf settings, Exception cause) {
    return new ClusterException(
        "no Spark at " + settings.get("spark.master") + ": " + Reason.of(cause), cause);
  }

  /** Completes what spark-submit was told. */
  static SparkConf settings(SparkConf given) {
    String master = retrying(given.get("spark.master", "local[*]"));
    SparkConf settings = given.setMaster(master);
    if (master.startsWith("local")) {
      settings.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      settings.setIfMissing("spark.driver.host", "127.0.0.1");
    }
    return settings
        .setIfMissing("spark.ui.enabled", "false")
        .setIfMissing("spark.ui.showConsoleProgress", "false")
        // Results are taken over as they come, so that their sum does not matter.
        .setIfMissing("spark.driver.maxResultSize", "0")
        // Kryo cannot make records.
        .set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
  }

  /** What is known about file systems: Hadoop's own files and the settings named spark.hadoop.*. */
  static Configuration hadoop(SparkConf settings) {
    return SparkHadoopUtil.get().newConfiguration(settings);
  }

  private static String retrying(String master) {
    var local = LOCAL.matcher(master);
    if (!local.matches()) {
      return master;
    }
    String cores = local.group(1) == null ? "1" : local.group(1);
    return "local[" + cores + "," + ATTEMPTS + "]";
  }

  /** Runs chunks here; the rows that are kept go to the store. */
  public Runner runner(ExitStore exits) {
    return new SparkRunner(spark, exits);
  }

  /**
   * The storage of a study, ready to be written to.
   *
   * @param out the directory of all studies: a path or a URI
   * @throws org.escapement.study.StorageException when that cannot be, or when it holds tables of
   *     another job of that name
   */
  public Storage storage(String out, Study study) {
    return HadoopStorage.writing(out, study, spark.hadoopConfiguration(), Optional.of(spark));
  }

  /** For the table {@code runs}: version and master. */
  public String description() {
    return spark.version() + " " + spark.master();
  }

  @Override
  public void close() {
    spark.stop();
  }
}
