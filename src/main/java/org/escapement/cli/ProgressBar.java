package org.escapement.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.escapement.report.Numbers;
import org.escapement.study.RunListener;

/**
 * Shows how a run comes along: on a terminal a bar that is drawn over and over, elsewhere a line
 * every ten seconds.
 */
final class ProgressBar implements RunListener {
  private static final int WIDTH = 24;
  private static final double SECOND = 1e-9;

  private final PrintWriter out;
  private final Style style;
  private final LongSupplier nanoseconds;
  private final Counted counted;
  private final long began;
  private long drawn;
  private String shown = "";
  private long steps;

  /** What advances. */
  enum Counted {
    /** Steps of trajectories: so many that their rate says more than their number. */
    STEPS {
      @Override
      String text(long done, long expected, double elapsed) {
        return rate(done, elapsed);
      }
    },
    /** Cells of a sweep. */
    CELLS {
      @Override
      String text(long done, long expected, double elapsed) {
        return Numbers.count(done) + " of " + Numbers.count(expected) + " cells";
      }
    };

    abstract String text(long done, long expected, double elapsed);
  }

  /** Where the bar is shown. */
  enum Style {
    /** A terminal, where a carriage return goes back to the beginning of the line. */
    TERMINAL(0.1),
    /** A file or a pipe. */
    LINES(10);

    private final double seconds;

    Style(double seconds) {
      this.seconds = seconds;
    }
  }

  /** A bar of steps whose clock starts now. */
  ProgressBar(PrintWriter out, Style style, LongSupplier nanoseconds) {
    this(out, style, nanoseconds, Counted.STEPS);
  }

  /**
   * A bar whose clock starts now.
   *
   * @param counted what advances
   */
  ProgressBar(PrintWriter out, Style style, LongSupplier nanoseconds, Counted counted) {
    this.counted = counted;
    this.out = out;
    this.style = style;
    this.nanoseconds = nanoseconds;
    this.began = nanoseconds.getAsLong();
    this.drawn = began;
  }

  @Override
  public void roundStarted(String title, int chunks) {
    String size = Numbers.count(chunks) + (chunks == 1 ? " chunk" : " chunks");
    if (style == Style.LINES) {
      note(title + ": " + size);
    } else if (steps == 0) {
      draw("[" + ".".repeat(WIDTH) + "]   0 %  " + size);
    }
  }

  @Override
  public void advanced(long done, long expected) {
    steps = done;
    long now = nanoseconds.getAsLong();
    if ((now - drawn) * SECOND >= style.seconds) {
      drawn = now;
      draw(line(done, expected, (now - began) * SECOND));
    }
  }

  @Override
  public void note(String line) {
    clear();
    out.print(line + "\n");
    out.flush();
  }

  /** Takes the bar away and says what was done; nothing when nothing was. */
  void finish() {
    double elapsed = (nanoseconds.getAsLong() - began) * SECOND;
    if (steps > 0) {
      note(
          Numbers.metric(steps)
              + " steps in "
              + Numbers.duration(elapsed)
              + ", "
              + rate(steps, elapsed));
    } else {
      erase();
    }
  }

  /** Takes the bar away and says nothing. */
  void erase() {
    clear();
    out.flush();
  }

  private void draw(String line) {
    if (style == Style.TERMINAL) {
      out.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
      shown = line;
    } else {
      out.print(line + "\n");
    }
    out.flush();
  }

  private void clear() {
    if (!shown.isEmpty()) {
      out.print("\r" + " ".repeat(shown.length()) + "\r");
      shown = "";
    }
  }

  private String line(long done, long expected, double elapsed) {
    double part = expected > 0 ? Math.min(1, (double) done / expected) : 0;
    int full = (int) (part * WIDTH);
    String bar = "#".repeat(full) + ".".repeat(WIDTH - full);
    double left = done > 0 ? elapsed * Math.max(0, expected - done) / done : 0;
    String percent = String.format(Locale.ROOT, "%3d %%", (int) (part * 100));
    return "[%s] %s  %s  %s left"
        .formatted(bar, percent, counted.text(done, expected, elapsed), Numbers.duration(left));
  }

  private static String rate(long done, double elapsed) {
    return Numbers.metric(elapsed > 0 ? done / elapsed : 0) + " steps/s";
  }
}
