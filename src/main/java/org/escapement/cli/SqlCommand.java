package org.escapement.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** sql: a question in SQL over the tables. */
@Command(
    name = "sql",
    description = {
      "Answers a query over the tables of all studies in the output directory; each study is a schema,"
          + " as in double_well.exit_summary."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  escapement sql \"SHOW TABLES IN double_well\"",
      "  escapement sql \"SELECT momentum, mean_time FROM double_well.exit_summary\" --format csv"
    })
final class SqlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Main main;

  @Parameters(paramLabel = "\"SELECT ...\"", description = "The query, as one argument.")
  private String query;

  @Mixin private OutputArguments output;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = {
        "How to write the answer: aligned, CSV with every digit, or a JSON object a line."
            + " Default: ${DEFAULT-VALUE}."
      })
  private TableText format;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      main.workplace().query(output.directory(), query, result -> format.write(result, out));
    } catch (IllegalArgumentException wrong) {
      throw new UserMistake(firstLine(wrong));
    }
    out.flush();
    return Exit.DONE;
  }

  /** Spark may begin with an empty line, and goes on with the plan of the query. */
  private static String firstLine(IllegalArgumentException wrong) {
    return String.valueOf(wrong.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("the query failed");
  }
}
