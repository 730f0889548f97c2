package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.escapement.UserJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the commands know of a jar that the user brings. The catalogue is made once for a JVM, and
 * so each jar gets all classes of the program anew; its own are found by the context class loader
 * alone, as spark-submit has it.
 */
class UserJarCommandsTest {
  private static final String JOB =
      """
      question: How long does a well of one's own hold?
      objective: { type: cubic-well, height: 0.4 }
      noise: { type: gaussian, scale: 1.5 }
      dynamics: { type: sgd, step-size: 0.15 }
      start: [0]
      domain: { type: interval, low: -1, high: 1 }
      horizon: 100000
      trajectories: 4000
      seed: 3
      """;

  @TempDir Path folder;

  @Test
  void everyCommandKnowsAUserJar() throws Exception {
    try (Program program = Program.with(UserJar.readme(folder))) {
      String job = Files.writeString(folder.resolve("mine.yaml"), JOB).toString();
      String out = folder.resolve("out").toString();
      assertThat(program.run("check", job).out()).contains("ok, 1 cell");
      assertThat(program.run("plan", job).code()).isZero();
      assertThat(program.run("list", "objective").out())
          .contains("a well at 0, a barrier at 1 (from my.jar)")
          .contains("double-well");
      assertThat(program.run("list", "objective", "cubic-well").out())
          .contains("Height of the barrier", "(0, inf)", "from my.jar, sha256 ");
      assertThat(program.run("list", "--schema").out())
          .contains("\"const\" : \"cubic-well\"", "Height of the barrier (f)");
      assertThat(program.run("--version").out()).contains(" with my.jar ");
      assertThat(program.run("theory", job, "--out", out).out()).contains("mean_time");
      assertThat(program.run("replay", job, "--cell", "0", "--trajectory", "7").out())
          .startsWith("step,time,x1\n0,0.0,0.0\n1,");
      // Against the exact mean of the chain, by quadrature.
      Command verify = program.run("verify", job, "--out", out);
      assertThat(verify.out()).contains("agree", "with exact predictions");
      assertThat(verify.code()).isZero();
      assertThat(program.run("run", job, "--out", out).out()).contains("is complete");
      otherCodeIsAnotherExperiment(job, out);
    }
  }

  /** The same job file, and yet nothing of what the old code computed is taken for the new. */
  private void otherCodeIsAnotherExperiment(String job, String out) throws Exception {
    String other = UserJar.code().replace("1 - x[0][i]", "1 - 2 * x[0][i]");
    try (Program program =
        Program.with(UserJar.of(folder.resolve("other.jar"), "MyEntries", other))) {
      assertThat(program.run("run", job, "--out", out).out()).doesNotContain("is complete");
    }
    try (var runs = Files.list(folder.resolve("out/mine/exit_summary"))) {
      assertThat(runs).hasSize(2);
    }
  }

  @Test
  void aJarWithAMistakeIsRefused() throws Exception {
    String code = UserJar.code().replace("\"cubic-well\"", "\"rastrigin\"");
    try (Program program =
        Program.with(UserJar.of(folder.resolve("mine.jar"), "MyEntries", code))) {
      Command refused = program.run("list", "objective");
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.out()).isEmpty();
      assertThat(refused.err())
          .isEqualTo("escapement: mine.jar: objective rastrigin: the name is taken\n");
    }
  }

  /**
   * All classes of the program, loaded anew, with a jar beside them. The program's are not closed:
   * Hadoop loads some more as the JVM ends.
   */
  private record Program(ClassLoader classes, URLClassLoader jar) implements AutoCloseable {
    static Program with(Path jar) throws IOException {
      List<URL> urls = new ArrayList<>();
      for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
        urls.add(new File(part).toURI().toURL());
      }
      URLClassLoader classes =
          new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
      return new Program(classes, UserJar.loader(jar, classes));
    }

    Command run(String... arguments) throws Exception {
      Thread thread = Thread.currentThread();
      ClassLoader usual = thread.getContextClassLoader();
      thread.setContextClassLoader(jar);
      try {
        Class<?> type = classes.loadClass(Command.class.getName());
        Method run = type.getDeclaredMethod("run", String[].class);
        run.setAccessible(true);
        Object done = run.invoke(null, (Object) arguments);
        return new Command(
            (int) told(type, "code", done),
            (String) told(type, "out", done),
            (String) told(type, "err", done));
      } finally {
        thread.setContextClassLoader(usual);
      }
    }

    private static Object told(Class<?> type, String part, Object done) throws Exception {
      Method accessor = type.getDeclaredMethod(part);
      accessor.setAccessible(true);
      return accessor.invoke(done);
    }

    @Override
    public void close() throws IOException {
      jar.close();
    }
  }
}
