package org.escapement.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escapement.study.Table;

/** The words and numbers in which a comparison of measured and predicted is shown. */
public final class Wording {
  /** Digits of a predicted value: one more than most runs can measure. */
  private static final int DIGITS = 6;

  private Wording() {}

  /** The measured value with its standard error; says so when there is no estimate. */
  public static String measured(CellSummary cell) {
    if (!cell.failure().isEmpty()) {
      return "failed";
    }
    if (cell.measured().isEmpty()) {
      return cell.exited() == 0 ? "no exits" : "too few exits";
    }
    String value = Numbers.measured(cell.measured().get(), cell.stdError().orElse(0.0));
    return cell.isUntilHorizon() ? value + " (until horizon)" : value;
  }

  /** The measured value of a number that is no mean exit time; empty where there is none. */
  public static String measured(Compared compared) {
    return compared
        .measured()
        .map(value -> Numbers.measured(value, compared.stdError().orElse(0.0)))
        .orElse("");
  }

  /** What must be known to read the means of the cells; empty when nothing must. */
  public static String caution(List<CellSummary> cells, List<Table> tables) {
    return Stream.of(assumed(cells), HeavyMeans.caution(tables))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String assumed(List<CellSummary> cells) {
    long assumed = cells.stream().filter(CellSummary::isAssumedExponential).count();
    return assumed == 0
        ? ""
        : "In "
            + Numbers.count(assumed)
            + (assumed == 1 ? " cell" : " cells")
            + " some trajectories did not leave: the mean there is time at risk per exit,"
            + " which assumes exponential exit times.";
  }

  /** The predicted value, in the unit of its quantity. */
  public static String predicted(Beside beside) {
    return Numbers.significant(beside.predicted(), DIGITS);
  }

  /** Measured / predicted; empty when it is not known. */
  public static String ratio(Beside beside) {
    return beside.ratio().map(ratio -> Numbers.significant(ratio, 4)).orElse("");
  }

  /** Deviation in standard errors, where it means something: for exact predictions only. */
  public static String z(Beside beside) {
    return beside.isExact() ? beside.z().map(Wording::z).orElse("") : "";
  }

  /** A deviation in standard errors: two decimals and always its sign. */
  public static String z(double z) {
    if (!Double.isFinite(z)) {
      return z > 0 ? "+inf" : "-inf";
    }
    String digits = new BigDecimal(z).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    return digits.startsWith("-") ? digits : "+" + digits;
  }

  /** The verdict in words; empty where there is none. */
  public static String verdict(Beside beside) {
    return beside.verdict().replace('-', ' ');
  }

  /** Name of the prediction, with its kind unless it is exact. */
  public static String name(Beside beside) {
    return beside.isExact()
        ? beside.prediction()
        : beside.prediction() + " (" + beside.kind() + ")";
  }
}
