package org.escapement.study;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.escapement.data.DataSet;
import org.escapement.simulate.Experiment;
import org.escapement.start.Trained;

/** Finds the data sets that executors must be given, because the driver has read them. */
public final class ReadData {
  private ReadData() {}

  /** Those of cells, each once; what a data set is made from is not needed beside it. */
  public static Set<DataSet> of(Collection<Cell> cells) {
    Set<DataSet> found = new LinkedHashSet<>();
    for (Cell cell : cells) {
      collect(cell.experiment(), found);
      cell.measures().forEach(measure -> collect(measure, found));
    }
    return found;
  }

  private static void collect(Object value, Set<DataSet> found) {
    if (value instanceof Experiment e && e.start() instanceof Trained trained) {
      found.add(trained.found(e.objective()));
    }
    if (value instanceof DataSet data) {
      if (data.isRead()) {
        found.add(data);
      }
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, found));
    } else if (value instanceof Record described) {
      for (RecordComponent component : described.getClass().getRecordComponents()) {
        collect(component(described, component), found);
      }
    }
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
