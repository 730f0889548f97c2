package org.escapement.cli;

import java.util.function.Consumer;
import org.escapement.data.Files;
import org.escapement.spark.Cluster;
import org.escapement.spark.HadoopFiles;
import org.escapement.spark.HadoopStorage;
import org.escapement.spark.SqlResult;
import org.escapement.spark.SqlTables;
import org.escapement.study.Runner;
import org.escapement.study.Storage;
import org.escapement.study.Study;
import org.escapement.study.Table;

/** Spark, wherever spark-submit says it is; started only when something must be run. */
final class SparkWorkplace implements Workplace {
  @Override
  public Files files() {
    return new HadoopFiles();
  }

  @Override
  public Storage left(String out, Study study) {
    return HadoopStorage.reading(out, study.name());
  }

  @Override
  public void checkOutput(String out, Study study) {
    HadoopStorage.writing(out, study);
  }

  @Override
  public String writeReport(String out, Study study, String html) {
    return HadoopStorage.writing(out, study).writeText("report.html", html);
  }

  @Override
  public void checkTheory(String out, Study study) {
    HadoopStorage.beside(out, study);
  }

  @Override
  public String writeTheory(String out, Study study, Table predictions, String html) {
    HadoopStorage storage = HadoopStorage.beside(out, study);
    storage.writePredictions(study, predictions);
    return storage.writeText("theory.html", html);
  }

  @Override
  public void query(String out, String sql, Consumer<SqlResult> take) {
    try (SqlTables tables = SqlTables.open(out)) {
      take.accept(tables.query(sql));
    }
  }

  @Override
  public Site open(String purpose) {
    return new SparkSite(Cluster.connect(purpose));
  }

  private record SparkSite(Cluster cluster) implements Site {
    @Override
    public Runner runner(Storage storage) {
      return cluster.runner(storage.exits());
    }

    @Override
    public Storage storage(String out, Study study) {
      return cluster.storage(out, study);
    }

    @Override
    public String description() {
      return cluster.description();
    }

    @Override
    public void close() {
      cluster.close();
    }
  }
}
