package org.escapement.cli;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.escapement.data.Files;
import org.escapement.data.LocalFiles;
import org.escapement.spark.HadoopStorage;
import org.escapement.spark.SqlResult;
import org.escapement.study.LocalRunner;
import org.escapement.study.Runner;
import org.escapement.study.Storage;
import org.escapement.study.Study;
import org.escapement.study.Table;

/** Runs studies on a thread of the test, without Spark; knows the answer to one query. */
class LocalWorkplace implements Workplace {
  @Override
  public Files files() {
    return new LocalFiles();
  }

  static final String QUERY = "SELECT 1";

  private int opened;

  /** How many times something was started. */
  int opened() {
    return opened;
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
    if (!sql.equals(QUERY)) {
      throw new IllegalArgumentException("\n[WRONG] no such table\nand\nmuch\nmore");
    }
    Iterator<List<Object>> rows = List.of(List.<Object>of(1)).iterator();
    take.accept(new SqlResult(List.of("one"), rows));
  }

  @Override
  public Site open(String purpose) {
    opened++;
    return new LocalSite();
  }

  private static final class LocalSite implements Site {
    @Override
    public Runner runner(Storage storage) {
      return new LocalRunner(1, storage.exits());
    }

    @Override
    public Storage storage(String out, Study study) {
      return HadoopStorage.writing(out, study);
    }

    @Override
    public String description() {
      return "none";
    }

    @Override
    public void close() {}
  }
}
