package org.escapement.cli;

import java.util.function.Consumer;
import org.escapement.data.Files;
import org.escapement.spark.SqlResult;
import org.escapement.study.Runner;
import org.escapement.study.Storage;
import org.escapement.study.Study;
import org.escapement.study.Table;

/** Where studies run and where their tables are. */
interface Workplace {

  /** The files that data sets are read from. */
  Files files();

  /**
   * What a study has left, to be read only; starts nothing.
   *
   * @param out the directory of all studies
   */
  Storage left(String out, Study study);

  /**
   * Says what is wrong with the output before anything is started for it.
   *
   * @throws org.escapement.study.StorageException when the study cannot be written there
   */
  void checkOutput(String out, Study study);

  /** Puts the report beside the tables of its study and returns where it is. */
  String writeReport(String out, Study study, String html);

  /**
   * Says what is wrong with the output of {@link #writeTheory} before anything is computed for it.
   *
   * @throws org.escapement.study.StorageException when nothing can be written there
   */
  void checkTheory(String out, Study study);

  /**
   * Puts predictions and their page beside the tables of their study; returns where the page is.
   */
  String writeTheory(String out, Study study, Table predictions, String html);

  /**
   * Answers a query over the tables of all studies in a directory.
   *
   * @param take reads the answer; it cannot be read later
   * @throws IllegalArgumentException when there is no answer because of what was asked
   */
  void query(String out, String sql, Consumer<SqlResult> take);

  /**
   * Starts what runs studies.
   *
   * @param purpose what it is for, in a few words
   */
  Site open(String purpose);

  /** What runs studies, until it is closed. */
  interface Site extends AutoCloseable {

    /** Runs chunks and leaves kept rows in the storage. */
    Runner runner(Storage storage);

    /** The storage of a study, ready to be written to. */
    Storage storage(String out, Study study);

    /** Version and master, for the table {@code runs}. */
    String description();

    @Override
    void close();
  }
}
