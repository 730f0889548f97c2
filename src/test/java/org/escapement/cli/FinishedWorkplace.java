package org.escapement.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.escapement.data.Files;
import org.escapement.data.LocalFiles;
import org.escapement.simulate.Chunk;
import org.escapement.spark.SqlResult;
import org.escapement.study.ExitStore;
import org.escapement.study.Ledger;
import org.escapement.study.Storage;
import org.escapement.study.Study;
import org.escapement.study.Table;

/** Every study is finished already, with the given tables; nothing can be run. */
record FinishedWorkplace(Collection<Table> tables) implements Workplace {
  @Override
  public Files files() {
    return new LocalFiles();
  }

  @Override
  public Storage left(String out, Study study) {
    return new Left(List.copyOf(tables));
  }

  @Override
  public void checkOutput(String out, Study study) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String writeReport(String out, Study study, String html) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkTheory(String out, Study study) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String writeTheory(String out, Study study, Table predictions, String html) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void query(String out, String sql, Consumer<SqlResult> take) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Site open(String purpose) {
    throw new UnsupportedOperationException();
  }

  private record Left(List<Table> tables) implements Storage {
    @Override
    public Optional<List<Table>> finished(Study study) {
      return Optional.of(tables);
    }

    @Override
    public Ledger ledger() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ExitStore exits() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forget(Study study) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String writeExits(Study study, List<List<Chunk>> chunks) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void publish(Study study, List<Table> published) {
      throw new UnsupportedOperationException();
    }
  }
}
