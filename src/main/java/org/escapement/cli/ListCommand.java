package org.escapement.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.escapement.model.Words;
import org.escapement.study.job.JobSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** list: what a job file can name, and what theory predicts. */
@Command(
    name = "list",
    description = {
      "Lists every objective, noise, dynamics, schedule, domain, measure and prediction;"
          + " with a kind and a name, its parameters and how to write it in a job file."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  escapement list noise", "  escapement list objective double-well"})
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", description = "Such as noise.")
  private String kind = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Such as gaussian.")
  private String name = "";

  @Option(names = "--schema", description = "Print the JSON Schema of job files, for editors.")
  private boolean schema;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (schema) {
      out.print(JobSchema.text());
    } else if (kind.isEmpty()) {
      out.print(overview(Listed.kinds()));
    } else if (!Listed.kinds().contains(kind)) {
      throw unknown("kind", kind, Listed.kinds());
    } else if (name.isEmpty()) {
      out.print(overview(List.of(kind)));
    } else {
      out.print(find().details());
    }
    out.flush();
    return Exit.DONE;
  }

  private static String overview(List<String> kinds) {
    List<String> blocks = new ArrayList<>();
    for (String each : kinds) {
      TextTable table = new TextTable(List.of("<", "<", "<"));
      Listed.of(each).forEach(listed -> table.row(List.of("", listed.name(), listed.summary())));
      blocks.add(each + "\n" + table);
    }
    return String.join("\n", blocks);
  }

  private Listed find() {
    List<Listed> all = Listed.of(kind);
    return all.stream()
        .filter(listed -> listed.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(kind, name, all.stream().map(Listed::name).toList()));
  }

  private static UserMistake unknown(String what, String word, List<String> known) {
    String instead =
        Words.nearest(word, known)
            .map(nearest -> "; did you mean " + nearest + "?")
            .orElse("; there are " + String.join(", ", known));
    return new UserMistake("there is no " + what + " " + word + instead);
  }
}
