package org.escapement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.escapement.data.Torus;
import org.escapement.domain.Interval;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Exponential;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Periodic;
import org.escapement.dynamics.Piecewise;
import org.escapement.dynamics.Polynomial;
import org.escapement.measure.Moments;
import org.escapement.model.AfterSteps;
import org.escapement.model.Parameter;
import org.escapement.model.Range;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.monitoring.Shifted;
import org.escapement.network.Network;
import org.escapement.noise.Gaussian;
import org.escapement.objective.DoubleWell;
import org.escapement.rare.Hazard;
import org.escapement.start.UniformStart;
import org.escapement.study.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every objective, noise, schedule, dynamics and domain as a description. */
class DescriptionsTest {
  static List<Object> all() {
    return Examples.all();
  }

  @Test
  void examplesHaveOneOfEveryDescription() throws Exception {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> one :
        List.of(
            DoubleWell.class,
            Network.class,
            Torus.class,
            Gaussian.class,
            HeavyBall.class,
            Interval.class,
            AfterSteps.class,
            Shifted.class,
            UniformStart.class,
            Moments.class,
            Hazard.class)) {
      found.addAll(descriptionsBeside(one));
    }
    assertThat(all().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(found);
  }

  /** The records of the catalogue in the package of one of them. */
  private static List<Class<?>> descriptionsBeside(Class<?> one) throws Exception {
    Path directory = Path.of(one.getResource(one.getSimpleName() + ".class").toURI()).getParent();
    List<Class<?>> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.class")) {
      for (Path file : files) {
        String name = file.getFileName().toString().replace(".class", "");
        Class<?> type = Class.forName(one.getPackageName() + "." + name);
        if (type.isRecord()
            && Modifier.isPublic(type.getModifiers())
            && Serializable.class.isAssignableFrom(type)
            && Catalog.word(type).isPresent()) {
          found.add(type);
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("all")
  void survivesSerialization(Object example) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(example);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(example).hasSameHashCodeAs(example);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void isEqualByValue(Object example) throws Throwable {
    assertThat(build(example, components(example))).isEqualTo(example).hasSameHashCodeAs(example);
    long equal = all().stream().filter(example::equals).count();
    assertThat(equal).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyComponentIsDocumented(Object example) {
    for (RecordComponent component : example.getClass().getRecordComponents()) {
      Parameter parameter = component.getAnnotation(Parameter.class);
      assertThat(parameter).as(component.toString()).isNotNull();
      assertThat(parameter.value()).matches("[A-Z].*[^.]");
      if (isNumber(component) && !parameter.standard().isEmpty()) {
        assertThat(range(component).contains(Double.parseDouble(parameter.standard()))).isTrue();
      }
    }
  }

  private static boolean isNumber(RecordComponent component) {
    Class<?> type = component.getType();
    return type.isPrimitive() && type != boolean.class;
  }

  @ParameterizedTest
  @MethodSource("all")
  void refusesWhatIsOutOfRange(Object example) throws Throwable {
    RecordComponent[] components = example.getClass().getRecordComponents();
    for (int j = 0; j < components.length; j++) {
      String key = kebab(components[j].getName());
      String interval = interval(components[j]);
      for (double wrong : outside(range(components[j]))) {
        Object[] values = components(example);
        Optional<Object> refused = withNumber(values[j], wrong);
        if (refused.isEmpty()) {
          continue;
        }
        values[j] = refused.get();
        assertThatThrownBy(() -> build(example, values))
            .as("%s = %s", key, wrong)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageMatching(
                "\\Q" + key + "\\E(\\[\\d+])* must be in \\Q" + interval + ", got \\E\\S+");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void acceptsTheEndsThatBelongToTheRange(Object example) throws Throwable {
    RecordComponent[] components = example.getClass().getRecordComponents();
    for (int j = 0; j < components.length; j++) {
      for (double end : new double[] {range(components[j]).low(), range(components[j]).high()}) {
        Object[] values = components(example);
        if (range(components[j]).contains(end) && values[j] instanceof Number) {
          values[j] = withNumber(values[j], end).orElseThrow();
          assertAccepted(example, values);
        }
      }
    }
  }

  /** Or refused because it does not fit the other components, such as a batch of too many rows. */
  private static void assertAccepted(Object example, Object[] values) throws Throwable {
    try {
      assertThat(build(example, values)).isNotNull();
    } catch (IllegalArgumentException misfit) {
      assertThat(misfit.getMessage()).doesNotContain(" must be in ");
    }
  }

  /** Numbers just outside of an interval, and those that are no numbers. */
  private static List<Double> outside(Range range) {
    List<Double> wrong =
        new ArrayList<>(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    if (Double.isFinite(range.low())) {
      wrong.add(range.low() - 1);
      wrong.add(range.lowIncluded() ? Math.nextDown(range.low()) : range.low());
    }
    if (Double.isFinite(range.high())) {
      wrong.add(range.high() + 1);
      wrong.add(range.highIncluded() ? Math.nextUp(range.high()) : range.high());
    }
    return wrong;
  }

  /**
   * The component with the number put somewhere into it; nothing where a component holds no numbers
   * of its own or can't hold this one.
   */
  private static Optional<Object> withNumber(Object component, double number) {
    if (component instanceof Double) {
      return Optional.of(number);
    } else if (component instanceof Integer) {
      return number == Math.rint(number) && Double.isFinite(number)
          ? Optional.of((int) number)
          : Optional.empty();
    } else if (component instanceof Long) {
      return number == Math.rint(number) && Double.isFinite(number)
          ? Optional.of((long) number)
          : Optional.empty();
    } else if (component instanceof Vector vector) {
      double[] values = vector.toArray();
      values[values.length - 1] = number;
      return Optional.of(Vector.of(values));
    } else if (component instanceof Schedule schedule && Double.isFinite(number)) {
      return Optional.of(withNumber(schedule, number));
    }
    return Optional.empty();
  }

  private static Schedule withNumber(Schedule schedule, double number) {
    if (schedule instanceof Constant) {
      return new Constant(number);
    } else if (schedule instanceof Polynomial polynomial) {
      return new Polynomial(number, polynomial.steps(), polynomial.power());
    } else if (schedule instanceof Exponential exponential) {
      return new Exponential(number, exponential.steps());
    } else if (schedule instanceof Periodic periodic) {
      return new Periodic(periodic.usual(), number, periodic.period());
    } else if (schedule instanceof Piecewise) {
      return new Piecewise(Vector.of(0.5, number), Vector.of(0, 7));
    }
    return fail("no such schedule: " + schedule);
  }

  private static String interval(RecordComponent component) {
    String range = component.getAnnotation(Parameter.class).range();
    return range.isEmpty() ? "(-inf, inf)" : range;
  }

  private static Range range(RecordComponent component) {
    return Range.parse(interval(component));
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Object[] components(Object example) {
    RecordComponent[] components = example.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    try {
      for (int j = 0; j < values.length; j++) {
        values[j] = components[j].getAccessor().invoke(example);
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
    return values;
  }

  private static Object build(Object example, Object[] values) throws Throwable {
    RecordComponent[] components = example.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int j = 0; j < types.length; j++) {
      types[j] = components[j].getType();
    }
    try {
      return example.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
