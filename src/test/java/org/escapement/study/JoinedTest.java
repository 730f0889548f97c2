package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.escapement.UserJar;
import org.escapement.theory.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedTest {
  private static final List<Catalog.Entry> OWN = ObjectiveEntries.ALL;

  @TempDir Path folder;

  private static Joined joined(Path jar) throws IOException {
    try (URLClassLoader loader = UserJar.loader(jar, JoinedTest.class.getClassLoader())) {
      return Joined.of(OWN, PredictionEntries.OWN, loader);
    }
  }

  @Test
  void theSectionOfReadmeIsShort() throws IOException {
    assertThat(UserJar.section().lines().filter(line -> !line.isBlank())).hasSizeLessThan(16);
  }

  @Test
  void whatReadmeShowsJoins() throws IOException {
    Joined joined = joined(UserJar.readme(folder));
    assertThat(joined.problems()).isEmpty();
    assertThat(joined.entries()).hasSize(OWN.size() + 1).startsWith(OWN.get(0));
    Catalog.Entry mine = joined.entries().get(OWN.size());
    assertThat(mine.name()).isEqualTo("cubic-well");
    assertThat(mine.keys())
        .containsExactly(
            new Catalog.Key("height", "a number", "f", "(0, inf)", "", "Height of the barrier"));
    Origin origin = mine.origin().orElseThrow();
    assertThat(origin.place()).isEqualTo("my.jar");
    assertThat(joined.origins()).containsExactly(origin);
    assertThat(mine.identity()).isEqualTo("cubic-well@sha256:" + origin.sha256());
    assertThat(OWN.get(0).identity()).isEqualTo(OWN.get(0).name());
    assertThat(joined.predictions()).isEqualTo(PredictionEntries.OWN);
  }

  /** Neither the dates in a jar nor its name say what the code does; a changed digit does. */
  @Test
  void aJarIsKnownByItsCode() throws IOException {
    String code = UserJar.code();
    String again = hash(UserJar.of(folder.resolve("again.jar"), "MyEntries", code));
    String other = code.replace("6 * height", "5 * height");
    assertThat(other).isNotEqualTo(code);
    assertThat(hash(UserJar.readme(folder))).isEqualTo(again).hasSize(64);
    assertThat(hash(UserJar.of(folder.resolve("other.jar"), "MyEntries", other)))
        .isNotEqualTo(again);
  }

  private static String hash(Path jar) throws IOException {
    return joined(jar).origins().get(0).sha256();
  }

  @Test
  void withoutJarsThereIsOnlyOurOwn() {
    assertThat(Catalog.jars()).isEmpty();
    assertThat(Catalog.problems()).isEmpty();
    assertThat(Catalog.find("objective", "cubic-well")).isEmpty();
  }

  /** What jars must fulfil our own do. */
  @Test
  void ourOwnEntriesPass() {
    for (String kind : Catalog.kinds()) {
      for (Catalog.Entry entry : Catalog.entries(kind)) {
        assertThat(EntryCheck.problems(entry)).as(entry.name()).isEmpty();
      }
    }
    for (Prediction prediction : PredictionEntries.all()) {
      assertThat(EntryCheck.problems(prediction)).as(prediction.name()).isEmpty();
    }
  }

  private static final String WRONG =
      """
      import java.util.List;
      import org.escapement.measure.Measure;
      import org.escapement.model.*;
      import org.escapement.simulate.Experiment;
      import org.escapement.study.*;
      import org.escapement.theory.*;
      public class Wrong implements CatalogEntries {
        interface Flat extends Objective {
          default int dimension() { return 1; }
          default void value(double[][] x, int n, double[] out) {}
          default void gradient(double[][] x, int n, double[][] out) {}
        }
        record Fine() implements Flat {}
        record Silent(double a, @Parameter(" ") double b) implements Flat {}
        record Odd(@Parameter(value = "Since", range = "0 to 1") double a,
            @Parameter("When") java.time.Instant when) implements Flat {}
        record Alone(@Parameter("Size") double size) {}
        record Same(String name) implements Prediction {
          public String summary() { return "nothing"; }
          public Kind kind() { return Kind.BOUND; }
          public String source() { return name.equals("mine") ? "me" : ""; }
          public String validity() { return "everywhere"; }
          public List<Predicted> of(Experiment e) { return List.of(); }
        }
        public List<Catalog.Entry> entries() {
          return List.of(
              Catalog.entry("objective", "quadratic", Fine.class, "taken"),
              Catalog.entry("objective", "silent", Silent.class, "says nothing"),
              Catalog.entry("objective", "odd", Odd.class, "is odd"),
              Catalog.entry("noise", "alone", Alone.class, "is none"),
              Catalog.entry("colour", "red", Fine.class, "of no kind"),
              Catalog.entry("objective", "Two Words", Fine.class, ""),
              Catalog.entry("objective", "fine", Fine.class, "is taken in"),
              Catalog.entry("objective", "finer", Fine.class, "is the same"));
        }
        public List<Prediction> predictions() {
          return List.of(new Same("mine"), new Same("mine"), new Same("kramers"));
        }
      }
      """;

  @Test
  void allThatIsWrongIsToldAndOnlyThatIsLeftOut() throws IOException {
    Joined joined = joined(UserJar.of(folder.resolve("wrong.jar"), "Wrong", WRONG));
    assertThat(joined.problems())
        .containsExactly(
            "wrong.jar: objective quadratic: the name is taken",
            "wrong.jar: objective silent: Wrong$Silent.a needs a @Parameter that says what it means",
            "wrong.jar: objective silent: Wrong$Silent.b needs a @Parameter that says what it means",
            "wrong.jar: objective odd: the range of Wrong$Odd.a is not an interval: 0 to 1",
            "wrong.jar: objective odd: no job file can hold the java.time.Instant of Wrong$Odd.when",
            "wrong.jar: noise alone: Wrong$Alone does not implement org.escapement.model.Noise",
            "wrong.jar: colour red: there is no such kind; kinds are " + Catalog.everyKind(),
            "wrong.jar: objective Two Words: its name must be in kebab-case, such as double-well",
            "wrong.jar: objective Two Words: its summary must be one line",
            "wrong.jar: objective finer: Wrong$Fine is known as objective fine",
            "wrong.jar: prediction mine: the name is taken by wrong.jar",
            "wrong.jar: prediction kramers: it must say its source and where it holds");
    assertThat(joined.entries()).hasSize(OWN.size() + 1);
    assertThat(joined.predictions()).hasSize(PredictionEntries.OWN.size() + 1);
    assertThat(joined.predictedBy("mine").orElseThrow().place()).isEqualTo("wrong.jar");
  }

  @Test
  void whatCannotBeLoadedIsNamed() throws IOException {
    String source =
        """
        import java.util.List;
        import org.escapement.study.*;
        public class Thrower implements CatalogEntries {
          public static class Raw extends Thrower {
            @SuppressWarnings({"unchecked", "rawtypes"})
            public List<Catalog.Entry> entries() {
              return List.of(Catalog.entry("objective", "raw", (Class) Raw.class, "is a class"));
            }
          }
          public static class Hidden extends Thrower { Hidden() {} }
          public List<Catalog.Entry> entries() { throw new IllegalStateException("not today"); }
        }
        """;
    String providers = "Thrower\nThrower$Raw\nThrower$Hidden\nMissing";
    Joined joined = joined(UserJar.of(folder.resolve("bad.jar"), providers, source));
    assertThat(joined.problems())
        .containsExactly(
            "bad.jar: Thrower: java.lang.IllegalStateException: not today",
            "bad.jar: Thrower$Raw: objective raw: Thrower$Raw is not a record",
            "org.escapement.study.CatalogEntries: Thrower$Hidden Unable to get public no-arg"
                + " constructor: java.lang.NoSuchMethodException: Thrower$Hidden.<init>()",
            "org.escapement.study.CatalogEntries: Provider Missing not found");
    assertThat(joined.entries()).isEqualTo(OWN);
  }
}
