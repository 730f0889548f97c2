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
import java.util.Optional;
import org.escapement.data.DataFile;
import org.escapement.data.LocalFiles;
import org.escapement.measure.Measure;
import org.escapement.model.Matrix;
import org.escapement.model.Parameter;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Experiment;
import org.escapement.study.Catalog;

/**
 * The name of an experiment's random numbers: 16 hex digits of the SHA-256 of all that decides
 * them, so that whatever else is added to a study leaves its digits as they are.
 *
 * <p>A file counts by what it holds, wherever it is, and so does the jar that a record is from:
 * with other code it is another experiment. What is hashed is a text: a record is its word in the
 * catalogue with its components by key, a double its 64 bits in hex, a whole number its decimal
 * digits, a truth its word. What was {@linkplain Parameter#added added} later is left out where it
 * has its standard value.
 */
final class CellKey {
  private static final int DIGITS = 16;
  private static final int CELL_BYTES = DIGITS / 2;

  private final Map<Class<?>, Reader> readers = new HashMap<>();
  private final String study;

  /** One record type: its word, and its components. */
  private record Reader(String word, List<Part> parts) {}

  /**
   * One component.
   *
   * @param silent the form that is left out; empty where none is
   */
  private record Part(String key, Method accessor, String silent) {}

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
        text.append(Catalog.find(measure.getClass()).orElseThrow().identity());
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
    } else if (value instanceof DataFile file) {
      text.append("sha256:").append(file.sha256());
    } else if (value instanceof Vector vector) {
      appendVector(text, vector.toArray());
    } else if (value instanceof StartAt start) {
      append(text, start.at());
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
    Reader reader = readers.get(described.getClass());
    if (reader == null) {
      reader = reader(described.getClass());
      readers.put(described.getClass(), reader);
    }
    text.append(reader.word()).append('{');
    for (Part part : reader.parts()) {
      String form = form(component(described, part.accessor()));
      if (!form.equals(part.silent())) {
        text.append(part.key()).append('=').append(form).append(';');
      }
    }
    text.append('}');
  }

  private String form(Object value) {
    StringBuilder text = new StringBuilder();
    append(text, value);
    return text.toString();
  }

  private Reader reader(Class<? extends Record> type) {
    List<Part> parts = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      parts.add(
          new Part(Catalog.kebab(component.getName()), component.getAccessor(), silent(component)));
    }
    String word =
        Catalog.find(type).map(Catalog.Entry::identity).orElse(Catalog.kebab(type.getSimpleName()));
    return new Reader(word, List.copyOf(parts));
  }

  /** The form of the standard value of a component that was added. */
  private String silent(RecordComponent component) {
    Parameter told = component.getAnnotation(Parameter.class);
    if (told == null || !told.added()) {
      return "";
    }
    Problems problems = new Problems();
    Node.Mapping nothing = new Node.Mapping(Position.whole(component.toString()), List.of());
    Optional<Object> standard =
        new Binder(problems, new LocalFiles()).component(Shape.Key.of(component), nothing, "");
    problems.throwIfAny();
    return form(standard.orElseThrow());
  }

  private static Object component(Record described, Method accessor) {
    try {
      return accessor.invoke(described);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
