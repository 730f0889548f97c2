package org.escapement.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.escapement.study.Axis;

/** Predicted quantities as rows of text, the same on the screen and on the page. */
public final class PredictedText {
  private static final int DIGITS = 6;

  private PredictedText() {}

  /** The name of the quantity, and what it does not depend on. */
  public static String title(PredictedQuantity one) {
    String idle = one.idle().stream().map(Axis::column).collect(Collectors.joining(", every "));
    return idle.isEmpty() ? one.quantity() : one.quantity() + ", for every " + idle;
  }

  /** Above {@link #row}. */
  public static List<String> headings(PredictedQuantity one) {
    List<String> headings = new ArrayList<>();
    one.axes().forEach(axis -> headings.add(axis.column()));
    if (one.hasSteps()) {
      headings.add("step");
    }
    one.predictions().forEach(named -> headings.add(named.shown()));
    return headings;
  }

  /** The swept values, the step and what each prediction says; nothing where it says nothing. */
  public static List<String> row(PredictedQuantity one, PredictedQuantity.Row row) {
    List<String> texts = place(one, row);
    one.predictions()
        .forEach(
            named ->
                texts.add(row.values().containsKey(named) ? number(row.values().get(named)) : ""));
    return texts;
  }

  /** Above {@link #least}; the heading over words begins with '&lt;'. */
  public static List<String> leastHeadings(PredictedQuantity one) {
    List<String> headings = new ArrayList<>();
    one.axes().forEach(axis -> headings.add(axis.column()));
    if (one.hasSteps()) {
      headings.add("step");
    }
    headings.addAll(List.of("least", "<prediction"));
    return headings;
  }

  /** Where it is least. */
  public static List<String> least(PredictedQuantity one, PredictedQuantity.Least least) {
    List<String> texts = place(one, least.row());
    texts.add(number(least.value()));
    texts.add(least.prediction().shown());
    return texts;
  }

  private static List<String> place(PredictedQuantity one, PredictedQuantity.Row row) {
    List<String> texts = new ArrayList<>();
    row.axes().forEach(value -> texts.add(Numbers.brief(value)));
    if (one.hasSteps()) {
      texts.add(row.step().map(step -> Long.toString(step)).orElse(""));
    }
    return texts;
  }

  private static String number(double value) {
    return Numbers.significant(value, DIGITS);
  }
}
