package org.escapement.study.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.escapement.model.Words;

/**
 * Reads which cell each cell is compared to: the one with the given values on some axes of the
 * sweep and the same values on the others.
 */
final class CompareTo {
  private static final String KEY = "compare-to";

  private final Sweep sweep;
  private final Problems problems;

  /** The chosen row of each group; -1 where a cell keeps its own. */
  private final int[] chosen;

  private CompareTo(Sweep sweep, Problems problems) {
    this.sweep = sweep;
    this.problems = problems;
    this.chosen = new int[sweep.groups().size()];
    Arrays.fill(chosen, -1);
  }

  /**
   * For each cell the number of the one that it is compared to.
   *
   * @param written paths of axes with one of their values each
   */
  static List<Integer> references(Node.Mapping written, Sweep sweep, Problems problems) {
    CompareTo reader = new CompareTo(sweep, problems);
    if (written.members().isEmpty()) {
      problems.add(written.at(), KEY + " is empty; leave it out to compare nothing");
    }
    written.members().forEach(reader::choose);
    return reader.numbers();
  }

  private void choose(Node.Member member) {
    for (int g = 0; g < chosen.length; g++) {
      for (SweptAxis axis : sweep.groups().get(g).axes()) {
        if (axis.path().equals(member.key())) {
          choose(g, axis, member);
          return;
        }
      }
    }
    List<String> paths = sweep.axes().stream().map(SweptAxis::path).toList();
    problems.add(
        member.at(),
        KEY + ": " + member.key() + " is not swept" + Words.suggestion(member.key(), paths));
  }

  private void choose(int group, SweptAxis axis, Node.Member member) {
    OptionalInt row = row(axis, member.value());
    if (row.isEmpty()) {
      List<String> values = axis.values().stream().map(Node::shown).toList();
      problems.add(
          member.value().at(),
          "%s.%s must be one of the values of the sweep, %s, got %s"
              .formatted(KEY, member.key(), String.join(", ", values), member.value().shown()));
    } else if (chosen[group] >= 0 && chosen[group] != row.getAsInt()) {
      problems.add(
          member.at(), KEY + "." + member.key() + " is zipped with another value than this one");
    } else {
      chosen[group] = row.getAsInt();
    }
  }

  private static OptionalInt row(SweptAxis axis, Node value) {
    String meaning = AxisReader.meaning(value);
    for (int row = 0; row < axis.values().size(); row++) {
      if (AxisReader.meaning(axis.values().get(row)).equals(meaning)) {
        return OptionalInt.of(row);
      }
    }
    return OptionalInt.empty();
  }

  private List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    int cells = sweep.cells().intValueExact();
    int[] rows = new int[chosen.length];
    for (int cell = 0; cell < cells; cell++) {
      numbers.add(number(rows));
      sweep.advance(rows);
    }
    return List.copyOf(numbers);
  }

  /** The number of the reference of the cell with these rows. */
  private int number(int[] rows) {
    int number = 0;
    for (int g = 0; g < rows.length; g++) {
      int row = chosen[g] < 0 ? rows[g] : chosen[g];
      number = number * sweep.groups().get(g).size() + row;
    }
    return number;
  }
}
