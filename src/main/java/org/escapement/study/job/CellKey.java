package org.escapement.study.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.escapement.measure.Measure;
import org.escapement.model.AfterSteps;
import org.escapement.model.Matrix;
import org.escapement.model.Vector;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Experiment;
import org.escapement.study.Catalog;

/**
 * The name of an experiment's random numbers: 16 hex digits of the SHA-256 of all that decides
 * them, so that whatever else is added to a study leaves its digits as they are.
 *
 * <p>What is hashed is a text: a record is its word in the catalogue with its components by key, a
 * double its 64 bits in hex, a whole number its decimal digits, a truth its word. The monitoring
 * that everybody has who asks for no other is left out.
 */
final class CellKey {
  private static final int DIGITS = 16;
  private static final int CELL_BYTES = DIGITS / 2;

  private final Map<Class<?>, Reader> readers = new HashMap<>();
  private final String study;

  /** One record type: its word, and how to read its components. */
  private record Reader(String word, List<String> keys, List<Method> accessors) {}

  /**
   * @param measures what is measured
   */
  CellKey(long seed, boolean commonRandomNumbers, List<Measure<?>> measures) {
    StringBuilder text = new StringBuilder();
    appendStudy(text, seed, commonRandomNumbers);
    appendMeasures(text.append(";measure="), measures);
    this.study = text.append(';').toString();
  }

  private static void appendStudy(StringBuilder text, long seed, boolean commonRandomNumbers) {
    text.append("digits=").append(RandomKey.VERSION);
    text.append(";seed=").append(seed);
    text.append(";common-random-numbers=").append(commonRandomNumbers);
  }

  /** A measure without parameters is its word alone. */
  void appendMeasures(StringBuilder text, List<Measure<?>> measures) {
    String before = "";
    for (Measure<?> measure : measures) {
      text.append(before);
      if (measure.getClass().getRecordComponents().length == 0) {
        text.append(Catalog.word(measure.getClass()).orElseThrow());
      } else {
        append(text, measure);
      }
      before = ",";
    }
  }

  String of(Experiment experiment) {
    StringBuilder text = new StringBuilder(study);
    append(text, experiment);
    return hash(text.toString(), CELL_BYTES);
  }

  /** The first bytes of the SHA-256 of a text, in hex. */
  static String hash(String text, int bytes) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The text that is hashed. */
  void append(StringBuilder text, Object value) {
    if (value instanceof String word) {
      text.append('"').append(word).append('"');
    } else if (value instanceof Boolean truth) {
      text.append(truth);
    } else if (value instanceof Double number) {
      text.append(Long.toHexString(Double.doubleToLongBits(number + 0.0)));
    } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
      text.append(value);
    } else if (value instanceof Vector vector) {
      appendVector(text, vector.toArray());
    } else if (value instanceof Matrix matrix) {
      appendMatrix(text, matrix);
    } else if (value instanceof List<?> list) {
      text.append('[');
      list.forEach(item -> append(text.append(' '), item));
      text.append(']');
    } else if (value instanceof Record described) {
      appendRecord(text, described);
    } else {
      throw new IllegalStateException("no canonical form of a " + value.getClass());
    }
  }

  private void appendVector(StringBuilder text, double[] numbers) {
    text.append('[');
    for (double number : numbers) {
      append(text.append(' '), number);
    }
    text.append(']');
  }

  private void appendMatrix(StringBuilder text, Matrix matrix) {
    text.append('[');
    for (int i = 0; i < matrix.rows(); i++) {
      double[] row = new double[matrix.columns()];
      for (int j = 0; j < row.length; j++) {
        row[j] = matrix.at(i, j);
      }
      appendVector(text, row);
    }
    text.append(']');
  }

  private void appendRecord(StringBuilder text, Record described) {
    Reader reader = readers.computeIfAbsent(described.getClass(), CellKey::reader);
    text.append(reader.word()).append('{');
    for (int i = 0; i < reader.keys().size(); i++) {
      Object value = component(described, reader.accessors().get(i));
      if (!(value instanceof AfterSteps)) {
        append(text.append(reader.keys().get(i)).append('='), value);
        text.append(';');
      }
    }
    text.append('}');
  }

  private static Reader reader(Class<?> type) {
    List<String> keys = new ArrayList<>();
    List<Method> accessors = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      keys.add(Catalog.kebab(component.getName()));
      component.getAccessor().setAccessible(true);
      accessors.add(component.getAccessor());
    }
    String word = Catalog.word(type).orElse(Catalog.kebab(type.getSimpleName()));
    return new Reader(word, keys, accessors);
  }

  private static Object component(Record described, Method accessor) {
    try {
      return accessor.invoke(described);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
