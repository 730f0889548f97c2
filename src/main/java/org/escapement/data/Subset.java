package org.escapement.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;

/**
 * Some rows of another data set, in its order.
 *
 * <p>Where the choice is random every row has an addressed random number, and those with the
 * smallest are taken: a larger subset of the same instance holds the smaller one.
 */
public record Subset(
    @Parameter("The data set they are taken from") DataSet of,
    @Parameter(value = "Number N of rows", range = "[1, 1048576]") int rows,
    @Parameter(
            value =
                "Which: first, last, random, or by-class (random, with every class, that is rows of"
                    + " the same target, in the share that it has)",
            standard = "first")
        String choice,
    @Parameter(
            value = "Number of the choice: another one takes other rows",
            range = "[0, 1000000000]",
            standard = "0")
        int instance)
    implements DataSet {
  private static final List<String> CHOICES = List.of("first", "last", "random", "by-class");

  /** Checks ranges and word. */
  public Subset {
    Check.in("[1, 1048576]", rows, "rows");
    Check.in("[0, 1000000000]", instance, "instance");
    if (!CHOICES.contains(choice)) {
      throw new IllegalArgumentException("choice must be one of " + CHOICES + ", got " + choice);
    }
  }

  @Override
  public boolean isRead() {
    return of.isRead();
  }

  @Override
  public Rows rows(Files files) {
    Rows all = Loaded.load(of, files);
    if (rows > all.count()) {
      throw new IllegalArgumentException(
          "rows must be at most the number of rows that there are, %d, got %d"
              .formatted(all.count(), rows));
    }
    int[] chosen = chosen(all);
    Arrays.sort(chosen);
    return Rows.written(
        all.dimension(),
        Arrays.stream(chosen).mapToDouble(i -> all.targets()[i]).toArray(),
        (i, values, from) -> all.copyRow(chosen[i], values, from));
  }

  private int[] chosen(Rows all) {
    return switch (choice) {
      case "first" -> IntStream.range(0, rows).toArray();
      case "last" -> IntStream.range(all.count() - rows, all.count()).toArray();
      case "random" -> inRandomOrder(all).mapToInt(Integer::intValue).limit(rows).toArray();
      default -> byClass(all);
    };
  }

  private java.util.stream.Stream<Integer> inRandomOrder(Rows all) {
    double[] uniform = uniform(all.count());
    return IntStream.range(0, all.count())
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> uniform[i]).thenComparing(i -> i));
  }

  /** Row i has that of trajectory i. */
  private double[] uniform(int count) {
    long[] trajectories = IntStream.range(0, count).asLongStream().toArray();
    double[][] uniform = new double[Draws.PHASES][count];
    new Draws(RandomKey.of(instance, "subset"), count)
        .uniform(trajectories, new long[count], count, 0, uniform);
    return uniform[0];
  }

  private int[] byClass(Rows all) {
    Map<Double, List<Integer>> classes = new TreeMap<>();
    inRandomOrder(all)
        .forEach(i -> classes.computeIfAbsent(all.targets()[i], y -> new ArrayList<>()).add(i));
    if (classes.size() > rows) {
      throw new IllegalArgumentException(
          "rows must be at least the number of classes, %d, got %d"
              .formatted(classes.size(), rows));
    }
    List<List<Integer>> members = List.copyOf(classes.values());
    int[] quota = quota(members.stream().mapToInt(List::size).toArray(), all.count());
    return IntStream.range(0, quota.length)
        .flatMap(c -> members.get(c).stream().limit(quota[c]).mapToInt(Integer::intValue))
        .toArray();
  }

  /** Shares rounded down; what is left goes to the largest remainders, the smaller class first. */
  private int[] quota(int[] size, int count) {
    int[] quota = new int[size.length];
    int left = rows;
    for (int c = 0; c < size.length; c++) {
      quota[c] = (int) ((long) rows * size[c] / count);
      left -= quota[c];
    }
    IntStream.range(0, size.length)
        .boxed()
        .sorted(Comparator.comparingLong(c -> -((long) rows * size[c] % count)))
        .limit(left)
        .forEach(c -> quota[c]++);
    return quota;
  }
}
