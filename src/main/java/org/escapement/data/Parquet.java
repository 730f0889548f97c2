package org.escapement.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.escapement.model.Parameter;

/**
 * Columns of a Parquet file, or of all files of a directory by name, as Spark writes them. Numbers
 * of any width and truths (1 and 0), none of them missing.
 */
public record Parquet(
    @Parameter("The file, or the directory of files") DataFile file,
    @Parameter(
            value =
                "Columns that are the coordinates, in this order; all: every one but the target",
            standard = "[all]")
        List<String> features,
    @Parameter("Column of the target") String target)
    implements DataSet {
  private static final List<String> ALL = List.of("all");

  /** Copies the list. */
  public Parquet {
    features = List.copyOf(features);
  }

  @Override
  public boolean isRead() {
    return true;
  }

  @Override
  public Rows rows(Files files) {
    List<double[][]> parts = new ArrayList<>();
    List<String> wanted = List.of();
    for (byte[] bytes : file.parts(files)) {
      try {
        Files.Columns columns = files.parquet(bytes);
        wanted = wanted.isEmpty() ? wanted(columns.names()) : wanted;
        parts.add(columns.read(wanted));
      } catch (IOException | RuntimeException wrong) {
        throw new IllegalArgumentException(
            files.place(file.path()) + ": " + wrong.getMessage(), wrong);
      }
    }
    if (parts.stream().mapToInt(part -> part[0].length).sum() == 0) {
      throw new IllegalArgumentException(files.place(file.path()) + ": has no rows");
    }
    return together(parts, wanted.size() - 1);
  }

  /** The target comes first. */
  private List<String> wanted(List<String> names) {
    List<String> wanted = new ArrayList<>(List.of(target));
    List<String> chosen = features.equals(ALL) ? names : features;
    chosen.stream().filter(name -> !name.equals(target)).forEach(wanted::add);
    if (wanted.size() < 2) {
      throw new IllegalArgumentException("no column beside " + target);
    }
    return wanted;
  }

  private static Rows together(List<double[][]> parts, int dimension) {
    double[] targets =
        parts.stream().flatMapToDouble(part -> java.util.Arrays.stream(part[0])).toArray();
    int[] part = {0};
    int[] first = {0};
    return Rows.written(
        dimension,
        targets,
        (i, values, from) -> {
          while (i - first[0] >= parts.get(part[0])[0].length) {
            first[0] += parts.get(part[0])[0].length;
            part[0]++;
          }
          for (int k = 0; k < dimension; k++) {
            values[from + k] = parts.get(part[0])[k + 1][i - first[0]];
          }
        });
  }
}
