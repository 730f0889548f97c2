package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.escapement.spark.SqlResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class MainTest {
  static Stream<String> commands() {
    return Main.commandLine(new LocalWorkplace()).getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithAnExample(String command) {
    Command help = Command.run(command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains("Usage: escapement " + command)
        .containsPattern("Examples?:\\R  escapement " + command);
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void helpNamesCommandsAndExitCodes() {
    assertThat(Command.run("--help").out())
        .contains(
            "check",
            "list",
            "plan",
            "replay",
            "a verification failed",
            "escapement run jobs/double-well.yaml");
  }

  @Test
  void tellsItsVersion() {
    assertThat(Command.run("--version").out()).startsWith("Escapement ");
  }

  @Test
  void aMissingCommandIsAMistake() {
    Command missing = Command.run();
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).startsWith("escapement: a command is missing");
  }

  @Test
  void aMisspeltCommandIsAMistake() {
    Command misspelt = Command.run("chekc");
    assertThat(misspelt.code()).isEqualTo(2);
    assertThat(misspelt.err())
        .startsWith("escapement: there is no command chekc; did you mean check?");
    assertThat(misspelt.out()).isEmpty();
  }

  @Test
  void anUnknownCommandIsAMistakeWhateverFollows() {
    Command unknown = Command.run("frobnicate", "x.yaml", "--out", "tables");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .startsWith("escapement: there is no command frobnicate; known: ")
        .contains("run", "replay", "Try 'escapement --help'.");
  }

  /** Exit code 1 would say that a verification failed. */
  @Test
  void anErrorOfTheJvmIsNoFailedVerification() {
    StringWriter err = new StringWriter();
    CommandLine commands =
        Main.commandLine(
            new LocalWorkplace() {
              @Override
              public void query(String out, String sql, Consumer<SqlResult> take) {
                throw new OutOfMemoryError("Java heap space");
              }
            });
    commands.setErr(new PrintWriter(err, true));
    assertThat(Main.execute(commands, "sql", "SELECT 1")).isEqualTo(3);
    assertThat(err.toString())
        .isEqualTo("escapement: java.lang.OutOfMemoryError: Java heap space\n");
  }

  @Test
  void aMisspeltOptionIsAMistake() {
    Command misspelt = Command.run("plan", "x.yaml", "--sett", "a=b");
    assertThat(misspelt.code()).isEqualTo(2);
    assertThat(misspelt.err()).contains("'--sett'", "--set", "Try 'escapement plan --help'.");
  }
}
