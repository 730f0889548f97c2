package org.escapement.data;

import java.util.ArrayList;
import java.util.List;
import org.escapement.model.Check;
import org.escapement.model.Parameter;

/**
 * Rows as LIBSVM writes them: the target, then index:value for each coordinate that is not zero,
 * indices from 1 and increasing; what follows a # is a comment.
 *
 * <p>Source: C.-C. Chang, C.-J. Lin, LIBSVM: a library for support vector machines, ACM TIST 2(3),
 * 2011.
 */
public record Libsvm(
    @Parameter("The file, packed by gzip or not") DataFile file,
    @Parameter(
            value = "Number d of coordinates; 0 takes the largest index of the file",
            range = "[0, 1048576]",
            standard = "0")
        int features)
    implements DataSet {
  private static final int MOST = 1 << 20;

  /** Checks the range. */
  public Libsvm {
    Check.in("[0, 1048576]", features, "features");
  }

  /** One row: index and value alternate. */
  private record Sparse(double target, double[] pairs) {}

  @Override
  public boolean isRead() {
    return true;
  }

  @Override
  public Rows rows(Files files) {
    Unpacked unpacked = Unpacked.of(file, files);
    Lines lines = new Lines(unpacked);
    List<Sparse> rows = new ArrayList<>();
    int largest = 0;
    while (lines.next()) {
      String text = lines.text().replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        Sparse row = row(text.split("\\s+"), lines.number(), unpacked);
        rows.add(row);
        largest = Math.max(largest, last(row));
      }
    }
    if (largest == 0) {
      throw unpacked.wrongAt(unpacked.bytes().length, "ends before the first coordinate");
    }
    double[] targets = rows.stream().mapToDouble(Sparse::target).toArray();
    return Rows.written(
        features == 0 ? largest : features,
        targets,
        (i, values, from) -> write(rows.get(i).pairs(), values, from));
  }

  private static int last(Sparse row) {
    return row.pairs().length == 0 ? 0 : (int) row.pairs()[row.pairs().length - 2];
  }

  private static void write(double[] pairs, double[] values, int from) {
    for (int j = 0; j < pairs.length; j += 2) {
      values[from + (int) pairs[j] - 1] = pairs[j + 1];
    }
  }

  private Sparse row(String[] words, int line, Unpacked file) {
    double[] pairs = new double[2 * (words.length - 1)];
    int most = features == 0 ? MOST : features;
    int before = 0;
    for (int j = 1; j < words.length; j++) {
      int colon = words[j].indexOf(':');
      int index = index(words[j], colon, most);
      if (index <= before) {
        String least = before == 0 ? "from 1 to " + most : "above " + before + " up to " + most;
        throw file.wrongAt(
            line, j + 1, "must be index:value, index " + least + ", got " + words[j]);
      }
      pairs[2 * j - 2] = index;
      pairs[2 * j - 1] = number(words[j].substring(colon + 1), line, j + 1, file);
      before = index;
    }
    return new Sparse(number(words[0], line, 1, file), pairs);
  }

  /** 0 where that is no index. */
  private static int index(String word, int colon, int most) {
    boolean whole = colon > 0 && word.substring(0, colon).matches("[1-9]\\d{0,6}");
    int index = whole ? Integer.parseInt(word.substring(0, colon)) : 0;
    return index <= most ? index : 0;
  }

  private static double number(String text, int line, int column, Unpacked file) {
    double number = Decimal.parse(text);
    if (Double.isNaN(number)) {
      throw file.wrongAt(line, column, "must be a number, got " + text);
    }
    return number;
  }
}
