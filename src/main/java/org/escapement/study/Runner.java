package org.escapement.study;

import java.util.List;
import java.util.function.Consumer;

/** Runs chunks somewhere. */
public interface Runner {

  /**
   * Runs all the work, the first of the list first, and returns when all is done.
   *
   * @param title says to a person what runs: the question and the round
   * @param done takes each outcome as it comes, in any order, on the calling thread or another but
   *     never on two at once
   */
  void run(String title, List<Work> work, Consumer<Outcome> done);
}
