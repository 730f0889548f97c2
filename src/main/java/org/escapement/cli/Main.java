package org.escapement.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.escapement.model.Words;
import org.escapement.study.Catalog;
import org.escapement.study.Origin;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program: reads the command line, runs the command, and turns what went wrong into an exit
 * code.
 */
@Command(
    name = "escapement",
    description = {
      "Measures how long momentum SGD, and the diffusions that approximate it, take to leave a region,"
          + " and sets what theory predicts beside it."
    },
    subcommands = {
      RunCommand.class,
      PlanCommand.class,
      TheoryCommand.class,
      CheckCommand.class,
      VerifyCommand.class,
      ListCommand.class,
      ReplayCommand.class,
      SqlCommand.class,
      ReportCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a verification failed, or cells failed (the rest is there)",
      "2:a mistake in the command line, the job file or the output that was named",
      "3:the cluster or the storage failed"
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  escapement run jobs/double-well.yaml",
      "",
      "A jar of yours adds objectives and more to every command: deploy/escapement takes",
      "--jars my.jar anywhere, spark-submit before the jar of Escapement."
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error arose.")
  private boolean stacktrace;

  private final Workplace workplace;

  private Main(Workplace workplace) {
    this.workplace = workplace;
  }

  /** Runs a command. Returns when it is done and ends the JVM only when it was not. */
  public static void main(String[] arguments) {
    int code = execute(commandLine(new SparkWorkplace()), arguments);
    if (code != 0) {
      // On success the cluster manager must see main return: to YARN an early exit is a failure.
      System.exit(code);
    }
  }

  /**
   * Runs a command and returns the exit code. An error of the JVM, such as too little memory, is
   * none of the user's: without this it would end in exit code 1, a verification that failed.
   */
  static int execute(CommandLine commands, String... arguments) {
    try {
      return commands.execute(arguments);
    } catch (Error broken) {
      commands.getErr().println("escapement: " + broken);
      if (isTraced(commands)) {
        broken.printStackTrace(commands.getErr());
      }
      return Exit.CLUSTER;
    }
  }

  /** The commands, with Spark or something else behind them. */
  static CommandLine commandLine(Workplace workplace) {
    CommandLine commands = new CommandLine(new Main(workplace));
    commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setUsageHelpAutoWidth(false);
    commands.setUsageHelpWidth(100);
    commands.setExecutionStrategy(Main::withJars);
    commands.setParameterExceptionHandler(Main::onBadArguments);
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> Failure.report(failure, command, isTraced(commands)));
    return commands;
  }

  /** The program that a command belongs to. */
  static Main of(CommandSpec command) {
    return (Main) command.root().userObject();
  }

  /** Where the command runs what it runs. */
  Workplace workplace() {
    return workplace;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Runs what was asked for unless something is wrong with the jars that the user brought. */
  private static int withJars(ParseResult asked) {
    if (!Catalog.problems().isEmpty()) {
      UserMistake mistake = new UserMistake(String.join("\n  ", Catalog.problems()));
      throw new ExecutionException(asked.commandSpec().commandLine(), "jars", mistake);
    }
    return new RunLast().execute(asked);
  }

  private static boolean isTraced(CommandLine commands) {
    return ((Main) commands.getCommand()).stacktrace;
  }

  private static int onBadArguments(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("escapement: " + message(mistake));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return Exit.MISTAKE;
  }

  private static String message(ParameterException mistake) {
    Set<String> known = mistake.getCommandLine().getSubcommands().keySet();
    if (!known.isEmpty() && mistake instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      return "there is no command " + word + Words.instead(word, known);
    }
    return mistake.getMessage();
  }

  /** The version that the jar carries. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Escapement " + text()};
    }

    /** With the jars that add to the catalogue, since tables depend on them too. */
    static String text() {
      String version = Main.class.getPackage().getImplementationVersion();
      List<String> jars = Catalog.jars().stream().map(Origin::brief).toList();
      return (version == null ? "development" : version)
          + (jars.isEmpty() ? "" : " with " + String.join(", ", jars));
    }
  }
}
