package org.escapement.report;

import java.util.ArrayList;
import java.util.List;
import org.escapement.study.Axis;

/** The fits of a run as rows of text, the same on the screen and on the page. */
public final class FitText {
  /** To be said where a law is fitted along steps. */
  public static final String STEPS =
      "Along steps the points are of the same trajectories: the error of a slope is the largest that"
          + " it can be, |z| the smallest.";

  private static final int DIGITS = 5;

  private FitText() {}

  /** Above {@link #row}; a heading that begins with '&lt;' stands over words. */
  public static List<String> headings(List<Axis> axes) {
    List<String> headings = new ArrayList<>(List.of("<quantity", "<law", "<against"));
    axes.forEach(axis -> headings.add(axis.column()));
    headings.addAll(List.of("points", "slope", "chi square"));
    headings.addAll(List.of("predicted", "ratio", "z", "<", "<prediction"));
    return headings;
  }

  /** One fit beside one prediction. */
  public static List<String> row(FitSummary fit) {
    List<String> row = new ArrayList<>(List.of(fit.quantity(), fit.law(), fit.against()));
    fit.axes().forEach(value -> row.add(Numbers.brief(value)));
    row.add(Long.toString(fit.points()));
    row.add(
        fit.slope()
            .map(slope -> Numbers.measured(slope, fit.stdError().orElse(0.0)))
            .orElse("too few points"));
    row.add(fit.chiSquare().map(value -> Numbers.significant(value, 3)).orElse(""));
    row.add(fit.predicted().map(value -> Numbers.significant(value, DIGITS)).orElse(""));
    row.add(fit.ratio().map(ratio -> Numbers.significant(ratio, 4)).orElse(""));
    row.add(fit.isExact() ? fit.z().map(Wording::z).orElse("") : "");
    row.add(fit.verdict().equals("agrees") ? "" : fit.verdict().replace('-', ' '));
    row.add(
        fit.prediction().isEmpty() || fit.isExact()
            ? fit.prediction()
            : fit.prediction() + " (" + fit.kind() + ")");
    return row;
  }
}
