package org.escapement.study;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.escapement.data.DataSet;
import org.escapement.model.Objective;
import org.escapement.simulate.Experiment;
import org.escapement.start.Trained;

/** Finds the data sets that executors must be given, because the driver has read them. */
public final class ReadData {
  private ReadData() {}

  /**
   * Those of cells, each once and after those that it cannot do without: a data set is made from
   * others only where it is read, but a start looks at its rows as soon as it is there, and
   * whatever was trained names the objective whose rows it saw.
   */
  public static Set<DataSet> of(Collection<Cell> cells) {
    Set<DataSet> found = new LinkedHashSet<>();
    for (Cell cell : cells) {
      Experiment experiment = cell.experiment();
      collect(experiment, experiment.objective(), found);
      cell.measures().forEach(measure -> collect(measure, experiment.objective(), found));
    }
    return found;
  }

  /**
   * What is inside comes first, and of an experiment the objective before the start.
   *
   * @param objective that is trained where something is
   */
  private static void collect(Object value, Objective objective, Set<DataSet> found) {
    if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, objective, found));
    } else if (value instanceof Record described) {
      for (RecordComponent component : described.getClass().getRecordComponents()) {
        Object inside = component(described, component);
        if (!(isRead(value) && inside instanceof DataSet)) {
          collect(inside, objective, found);
        }
      }
    }
    if (value instanceof Trained trained) {
      found.add(trained.found(objective));
    } else if (isRead(value)) {
      found.add((DataSet) value);
    }
  }

  private static boolean isRead(Object value) {
    return value instanceof DataSet data && data.isRead();
  }

  private static Object component(Record described, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(described);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
