package org.escapement.cli;

import java.io.Console;
import java.lang.reflect.Method;

/** Whether a person watches the output. */
final class Terminal {
  private Terminal() {}

  /** How to show progress. */
  static ProgressBar.Style style() {
    return isInteractive() ? ProgressBar.Style.TERMINAL : ProgressBar.Style.LINES;
  }

  private static boolean isInteractive() {
    Console console = System.console();
    return console != null && !"dumb".equals(System.getenv("TERM")) && isTerminal(console);
  }

  /** Up to Java 21 there is a console only on a terminal; from 22 on it must be asked. */
  private static boolean isTerminal(Console console) {
    try {
      Method asked = Console.class.getMethod("isTerminal");
      return (Boolean) asked.invoke(console);
    } catch (NoSuchMethodException java21) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }
}
