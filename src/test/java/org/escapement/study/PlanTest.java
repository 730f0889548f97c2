package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  /**
   * Steps of one trajectory, coordinates, and the chunk that follows: by hand from the rules of the
   * class.
   */
  @ParameterizedTest
  @CsvSource({
    "1,          1,  262144", // never more than fits the memory of one task
    "1000,       1,  262144", // 2^28 / 1000 is a little more than 2^18
    "10000,      1,  16384", // 2^28 / 10^4 = 26844, rounded down to a power of two
    "10000,      10, 2048", // ten coordinates cost ten times as much
    "1000000,    1,  2048", // lanes are kept full
    "100000000,  1,  64", // 2^33 / 10^8 = 86: no core is busy for long at the end
    "10000000000,1,  64" // never less than the pilot
  })
  void chunksFollowFromCountedSteps(long steps, int dimension, int expected) {
    assertThat(Plan.chunkSize(steps * Plan.PILOT, dimension)).isEqualTo(expected);
  }

  @Test
  void evenATrillionTrajectoriesArePlannedInPieces() {
    CellProgress cell = new CellProgress(cell(), 1_000_000_000_000L);
    List<Work> work = Plan.work(List.of(cell), 0);
    assertThat(work).hasSize(1 << 17);
    assertThat(work.stream().mapToLong(w -> w.chunk().first()).max().orElse(0))
        .isGreaterThan(1L << 33);
  }

  @Test
  void chunksCoverTheGapsWithoutOverlap() {
    CellProgress cell = new CellProgress(cell(), 300_000);
    List<Work> work = Plan.work(List.of(cell), 0);
    long next = 0;
    for (Work piece :
        work.stream()
            .sorted((a, b) -> Long.compare(a.chunk().first(), b.chunk().first()))
            .toList()) {
      assertThat(piece.chunk().first()).isEqualTo(next);
      next = piece.chunk().end();
    }
    assertThat(next).isEqualTo(300_000);
  }

  private static Cell cell() {
    String job =
        """
        question: How is work cut?
        objective: { type: double-well, depth: 0.25, half-width: 1.0 }
        dynamics: { type: sgd, step-size: 0.2 }
        start: [-1.0]
        domain: { type: interval, low: -2, high: 0 }
        horizon: 10
        trajectories: 10
        seed: 7
        """;
    return JobFile.parse(job, "plan.yaml", List.of()).cells().get(0);
  }
}
