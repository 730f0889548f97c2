package org.escapement.study.job;

import java.util.List;
import java.util.Optional;

/**
 * One key of the experiment, such as dynamics, made for every cell, but only once for all cells
 * that differ elsewhere.
 */
final class Part {
  private final Shape.Key key;
  private final Node.Mapping job;
  private final Binder binder;
  private final List<Sweep.Group> groups;
  private final int[] stride;
  private final Made[] made;

  /**
   * What came of it.
   *
   * @param at where the part stands
   * @param value empty when it is wrong, which is reported
   * @param complaints about values that are wrong together
   */
  record Made(Position at, Optional<Object> value, List<Complaint> complaints) {}

  Part(Shape.Key key, Node.Mapping job, Sweep sweep, Binder binder) {
    this.key = key;
    this.job = new Node.Mapping(job.at(), job.find(key.name()).stream().toList());
    this.binder = binder;
    this.groups = sweep.groups();
    this.stride = new int[groups.size()];
    int size = 1;
    for (int g = 0; g < stride.length; g++) {
      if (touches(groups.get(g))) {
        stride[g] = size;
        size *= groups.get(g).size();
      }
    }
    this.made = new Made[size];
  }

  private boolean touches(Sweep.Group group) {
    return group.axes().stream().anyMatch(this::touches);
  }

  private boolean touches(SweptAxis axis) {
    return axis.part().equals(key.name());
  }

  /** The part of the cell that has row {@code rows[g]} of group g. */
  Made of(int[] rows) {
    int place = 0;
    for (int g = 0; g < rows.length; g++) {
      place += stride[g] * rows[g];
    }
    if (made[place] == null) {
      made[place] = make(rows);
    }
    return made[place];
  }

  private Made make(int[] rows) {
    Node swept = job;
    for (int g = 0; g < rows.length; g++) {
      for (SweptAxis axis : groups.get(g).axes()) {
        if (touches(axis)) {
          swept = Paths.with(swept, axis.path(), axis.values().get(rows[g]));
        }
      }
    }
    Node.Mapping mapping = (Node.Mapping) swept;
    Optional<Object> value = binder.component(key, mapping, "");
    Position at = mapping.value(key.name()).map(Node::at).orElse(job.at());
    return new Made(at, value, binder.complaints());
  }
}
