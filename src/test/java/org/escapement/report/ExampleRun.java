package org.escapement.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.escapement.study.Axis;
import org.escapement.study.Column;
import org.escapement.study.Column.Type;
import org.escapement.study.Keep;
import org.escapement.study.Study;
import org.escapement.study.Table;

/**
 * A finished run with invented numbers: two momenta, three step sizes, one disagreement, one cell
 * without exits.
 */
public final class ExampleRun {
  public static final Study STUDY =
      new Study(
          "double_well",
          "0123456789ab",
          "Does momentum <hasten> the escape & how?",
          "question: Does momentum <hasten> the escape & how?\nseed: 42\n",
          42,
          100_000,
          OptionalDouble.empty(),
          new Keep(0),
          false,
          List.of(
              new Axis("dynamics.momentum", "momentum", Type.DOUBLE),
              new Axis("dynamics.step-size", "step_size", Type.DOUBLE)),
          List.of(),
          List.of(),
          List.of());

  private static final double[] MOMENTA = {0, 0.9};
  private static final double[] STEP_SIZES = {0.05, 0.1, 0.2};
  private static final double[][] MEANS = {{20.013, 12.25, 8.5}, {210.5, 130.1, 0}};
  private static final double[][] PREDICTED = {{20, 12, 8.51}, {200, 125, 90}};

  public static final List<Table> TABLES = List.of(summary(), theory(), survival(), runs());

  private ExampleRun() {}

  private static Table summary() {
    List<Object[]> rows = new ArrayList<>();
    each(
        (cell, i, j) -> {
          boolean silent = MEANS[i][j] == 0;
          rows.add(
              new Object[] {
                (long) cell,
                MOMENTA[i],
                STEP_SIZES[j],
                100_000L,
                silent ? 0L : 99_990L,
                silent ? 99_998L : 10L,
                silent ? 2L : 0L,
                silent ? null : MEANS[i][j],
                silent ? null : MEANS[i][j] / 300
              });
        });
    return table(
        "exit_summary",
        rows,
        "cell:LONG momentum:DOUBLE step_size:DOUBLE trajectories:LONG exited:LONG censored:LONG diverged:LONG"
            + " mean_time:DOUBLE std_error:DOUBLE");
  }

  private static Table theory() {
    List<Object[]> rows = new ArrayList<>();
    each(
        (cell, i, j) -> {
          if (i == 0) {
            rows.add(prediction(cell, i, j, "discrete-chain", "exact", 1));
          }
          rows.add(prediction(cell, i, j, "eyring-kramers", "asymptotic", 1.2));
        });
    return table(
        "theory",
        rows,
        "cell:LONG momentum:DOUBLE step_size:DOUBLE prediction:TEXT quantity:TEXT step:LONG predicted:DOUBLE"
            + " measured:DOUBLE std_error:DOUBLE z:DOUBLE ratio:DOUBLE kind:TEXT source:TEXT validity:TEXT"
            + " verdict:TEXT");
  }

  private static Object[] prediction(
      int cell, int i, int j, String name, String kind, double factor) {
    double predicted = PREDICTED[i][j] * factor;
    boolean silent = MEANS[i][j] == 0;
    Double measured = silent ? null : MEANS[i][j];
    Double error = silent ? null : MEANS[i][j] / 300;
    Double z = silent ? null : (measured - predicted) / error;
    String verdict = silent ? "not-measured" : Math.abs(z) < 4.3 ? "agrees" : "disagrees";
    return new Object[] {
      (long) cell,
      MOMENTA[i],
      STEP_SIZES[j],
      name,
      "mean_time",
      null,
      predicted,
      measured,
      error,
      z,
      silent ? null : measured / predicted,
      kind,
      "somebody, equation (" + name.length() + ")",
      "always",
      kind.equals("exact") || silent ? verdict : null
    };
  }

  private static Table survival() {
    List<Object[]> rows = new ArrayList<>();
    each(
        (cell, i, j) -> {
          for (int k = 0; k < 6; k++) {
            double time = k * MEANS[i][j];
            rows.add(
                new Object[] {
                  (long) cell,
                  MOMENTA[i],
                  STEP_SIZES[j],
                  time,
                  100_000L,
                  0L,
                  StrictMath.exp(-k),
                  0.001
                });
          }
        });
    return table(
        "survival",
        rows,
        "cell:LONG momentum:DOUBLE step_size:DOUBLE time:DOUBLE at_risk:LONG exited:LONG survival:DOUBLE"
            + " std_error:DOUBLE");
  }

  private static Table runs() {
    List<Object[]> rows =
        List.<Object[]>of(
            new Object[] {
              "0123456789ab",
              STUDY.question(),
              STUDY.job(),
              42L,
              "development",
              Instant.parse("2026-01-02T03:04:05Z"),
              Instant.parse("2026-01-02T03:05:05Z"),
              600_000L,
              123_456_789L,
              59.5,
              "4.2.0 local[2]",
              "17.0.15",
              "vector (256 bit)",
              "exit_summary=" + "a1".repeat(32) + " theory=" + "b2".repeat(32),
              "complete"
            });
    return table(
        "runs",
        rows,
        "run:TEXT question:TEXT job:TEXT seed:LONG version:TEXT started:TIMESTAMP finished:TIMESTAMP"
            + " trajectories:LONG steps:LONG core_seconds:DOUBLE spark:TEXT java:TEXT kernels:TEXT digests:TEXT"
            + " status:TEXT");
  }

  private interface EachCell {
    void accept(int cell, int momentum, int stepSize);
  }

  private static void each(EachCell action) {
    for (int cell = 0; cell < 6; cell++) {
      action.accept(cell, cell / 3, cell % 3);
    }
  }

  /** A table whose columns are given as name:TYPE. */
  static Table table(String name, List<Object[]> rows, String columns) {
    List<Column> typed =
        Arrays.stream(columns.split(" "))
            .map(c -> c.split(":"))
            .map(c -> new Column(c[0], Type.valueOf(c[1]), c[0]))
            .toList();
    return new Table(name, typed, rows);
  }
}
