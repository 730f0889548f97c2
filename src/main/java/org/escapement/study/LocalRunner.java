package org.escapement.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Runs chunks on threads of this JVM. */
public final class LocalRunner implements Runner {
  private final int threads;
  private final ExitStore store;

  /** So many threads, at least 1; rows that are kept go to the store. */
  public LocalRunner(int threads, ExitStore store) {
    this.threads = threads;
    this.store = store;
  }

  @Override
  public void run(String title, List<Work> work, Consumer<Outcome> done) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CompletionService<Outcome> outcomes = new ExecutorCompletionService<>(pool);
      work.forEach(piece -> outcomes.submit(() -> ChunkCall.run(piece, store)));
      for (int i = 0; i < work.size(); i++) {
        done.accept(outcomes.take().get());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while chunks were running", interrupted);
    } catch (ExecutionException failed) {
      throw rethrown(failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    return cause instanceof IOException io
        ? new UncheckedIOException(io)
        : new IllegalStateException(cause);
  }
}
