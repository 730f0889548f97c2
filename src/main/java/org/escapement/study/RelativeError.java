package org.escapement.study;

import java.util.Comparator;
import java.util.OptionalDouble;
import org.escapement.estimate.ExitEstimates;
import org.escapement.measure.Reading;

/**
 * How well a cell knows what its study is about: the mean exit time, or where nothing can be left
 * the mean loss at the last step at which it is measured.
 */
final class RelativeError {
  /** The standard error of fewer losses is itself badly known. */
  private static final long FEWEST_LOSSES = 1000;

  private RelativeError() {}

  /** The relative standard error; empty when it is not known. */
  static OptionalDouble of(Study study, CellProgress cell) {
    return study.isWithoutExits()
        ? ofLoss(cell)
        : ExitEstimates.of(cell.summary().orElseThrow(), cell.cell().experiment())
            .relativeStandardError();
  }

  private static OptionalDouble ofLoss(CellProgress cell) {
    return cell.readings().stream()
        .filter(reading -> reading.quantity().equals("loss"))
        .max(Comparator.comparingLong(Reading::step))
        .filter(RelativeError::isKnown)
        .map(loss -> OptionalDouble.of(loss.stdError() / Math.abs(loss.value())))
        .orElse(OptionalDouble.empty());
  }

  private static boolean isKnown(Reading loss) {
    boolean many = loss.trajectories() >= FEWEST_LOSSES || loss.stdError() == 0;
    return many && loss.value() != 0 && loss.stdError() >= 0 && !loss.tail().isHeavy();
  }
}
