package org.escapement.cli;

import org.escapement.study.Study;
import picocli.CommandLine.Option;

/** Where tables are. */
final class OutputArguments {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description =
          "Directory of all tables, on any Hadoop file system. Default: ${DEFAULT-VALUE}.")
  private String directory;

  /** The directory of all studies. */
  String directory() {
    return directory;
  }

  /** The directory of one study. */
  String directory(Study study) {
    return directory + "/" + study.name();
  }
}
