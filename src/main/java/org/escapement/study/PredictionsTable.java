package org.escapement.study;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.escapement.measure.Reading;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;

/** The table {@code predictions}: what theory says of every cell, nothing being simulated. */
public final class PredictionsTable {
  /** Its name. */
  public static final String NAME = "predictions";

  private PredictionsTable() {}

  /**
   * Evaluates predictions, many cells at once.
   *
   * @param asked which of them
   * @param done hears how many cells are done; never called on two threads at once
   */
  public static Table of(Study study, List<Prediction> asked, IntConsumer done) {
    AtomicInteger count = new AtomicInteger();
    List<List<Object[]>> perCell =
        IntStream.range(0, study.cells().size())
            .parallel()
            .mapToObj(
                number -> {
                  List<Object[]> rows = rows(study.cells().get(number), asked);
                  synchronized (count) {
                    done.accept(count.incrementAndGet());
                  }
                  return rows;
                })
            .toList();
    CellTable table = empty(study);
    for (int number = 0; number < perCell.size(); number++) {
      Cell cell = study.cells().get(number);
      perCell.get(number).forEach(row -> table.row(cell, row));
    }
    return table.build();
  }

  private static CellTable empty(Study study) {
    return new CellTable(NAME, study)
        .column("prediction", Column.Type.TEXT, "name of the prediction in the catalogue")
        .column("quantity", Column.Type.TEXT, "the quantity that is predicted")
        .column("step", Column.Type.LONG, "step at which it holds; NULL when it belongs to none")
        .column("predicted", Column.Type.DOUBLE, "predicted value, in the unit of the quantity")
        .column("kind", Column.Type.TEXT, "exact, asymptotic or bound")
        .column("source", Column.Type.TEXT, "where the formula comes from")
        .column("validity", Column.Type.TEXT, "where the formula holds");
  }

  private static List<Object[]> rows(Cell cell, List<Prediction> asked) {
    return asked.stream()
        .flatMap(
            prediction ->
                PredictionEntries.of(prediction, cell).stream()
                    .filter(predicted -> !Double.isNaN(predicted.value()))
                    .map(predicted -> row(prediction, predicted)))
        .toList();
  }

  private static Object[] row(Prediction prediction, Predicted predicted) {
    return new Object[] {
      prediction.name(),
      predicted.quantity(),
      predicted.step() == Reading.NO_STEP ? null : predicted.step(),
      predicted.value(),
      prediction.kind().word(),
      prediction.source(),
      prediction.validity()
    };
  }
}
