package org.escapement.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * A command that was run with its output caught.
 *
 * @param code exit code
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Command(int code, String out, String err) {

  /** Runs a command without Spark. */
  static Command run(String... arguments) {
    return run(new LocalWorkplace(), arguments);
  }

  /** Runs a command at a workplace. */
  static Command run(Workplace workplace, String... arguments) {
    CommandLine commands = Main.commandLine(workplace);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(err, true));
    int code = commands.execute(arguments);
    return new Command(code, out.toString(), err.toString());
  }
}
