package org.escapement.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CriticalBatchTest {

  /** T = 1000 b/(b - 100): b T is least at 200, where it is 400 000. */
  private static List<CriticalBatch.Point> points(double... batches) {
    return java.util.Arrays.stream(batches)
        .mapToObj(b -> new CriticalBatch.Point(b, 1000 * b / (b - 100), 1 + b / 100))
        .toList();
  }

  private static CriticalBatch of(List<CriticalBatch.Point> points) {
    return CriticalBatch.of(
        points, points.stream().mapToDouble(CriticalBatch.Point::batch).toArray());
  }

  @Test
  void theLeastOfThePointsAndOfTheLine() {
    CriticalBatch found = of(points(150, 180, 250, 400));
    assertThat(found.best()).isEqualTo(180);
    assertThat(found.samples()).isCloseTo(180 * 1000 * 180.0 / 80, within(1e-9));
    assertThat(found.edge()).isEmpty();
    assertThat(found.onLine().orElseThrow().value()).isCloseTo(200, within(1e-9));
  }

  @Test
  void saysWhenItLiesAtTheEdge() {
    assertThat(of(points(200, 300, 400)).edge()).isEqualTo("smallest");
    assertThat(CriticalBatch.of(points(200, 300, 400), new double[] {90, 200, 300, 400}).edge())
        .isEmpty();
    assertThat(of(points(110, 150)).edge()).isEqualTo("largest");
    assertThat(of(points(150)).onLine()).isEmpty();
  }

  /**
   * A T that the first look found is at most that; the line and its error are those of the rest.
   */
  @Test
  void stepsWithoutAnErrorAreOffTheLine() {
    List<CriticalBatch.Point> all = new ArrayList<>(points(150, 180, 250, 400));
    CriticalBatch without = of(all);
    all.add(new CriticalBatch.Point(900, 2000, 0));
    assertThat(of(all)).isEqualTo(without);
    assertThat(of(List.of(all.get(4), all.get(4))).onLine()).isEmpty();
  }

  /** More steps with larger batches: no batch size is critical. */
  @Test
  void aRisingLineHasNone() {
    List<CriticalBatch.Point> rising =
        List.of(new CriticalBatch.Point(10, 100, 1), new CriticalBatch.Point(20, 150, 1));
    assertThat(of(rising).onLine()).isEmpty();
  }

  /**
   * The standard error is the spread of 4000 estimates from steps with normal errors of 0.2 %,
   * known to 1.1 % each way: 6 of these.
   */
  @Test
  void itsErrorIsItsSpread() {
    SplittableRandom random = new SplittableRandom(5);
    double[] batches = {120, 150, 200, 400, 800};
    double sum = 0;
    double squares = 0;
    int n = 4000;
    for (int j = 0; j < n; j++) {
      List<CriticalBatch.Point> noisy =
          IntStream.range(0, batches.length)
              .mapToObj(
                  i -> {
                    double steps = 1000 * batches[i] / (batches[i] - 100);
                    double error = 0.002 * steps;
                    return new CriticalBatch.Point(
                        batches[i], steps + error * random.nextGaussian(), error);
                  })
              .toList();
      double off = of(noisy).onLine().orElseThrow().value() - 200;
      sum += off;
      squares += off * off;
    }
    double spread = Math.sqrt(squares / n - sum / n * (sum / n));
    List<CriticalBatch.Point> exact =
        java.util.Arrays.stream(batches)
            .mapToObj(b -> new CriticalBatch.Point(b, 1000 * b / (b - 100), 2 * b / (b - 100)))
            .toList();
    double error = of(exact).onLine().orElseThrow().stdError().orElseThrow();
    assertThat(spread).isCloseTo(error, within(0.07 * error));
  }
}
