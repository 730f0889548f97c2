package org.escapement.study;

import java.nio.file.Path;
import java.util.List;
import org.escapement.kernel.Kernels;
import org.escapement.study.job.JobFile;

/**
 * Runs the smoke job without Spark and prints the digests of its tables; a program for other JVMs.
 */
final class SmokeDigest {
  private SmokeDigest() {}

  static StudyResult run() {
    Path job = Path.of(System.getProperty("project.basedir", ".")).resolve("jobs/smoke.yaml");
    Study study = JobFile.read(job, List.of());
    MemoryStorage storage = new MemoryStorage();
    StudyRun.Environment nowhere = new StudyRun.Environment("test", "none", "any", "any");
    return new StudyRun(study, new LocalRunner(1, storage), storage, new RunListener() {}, nowhere)
        .run();
  }

  static String digests(StudyResult result) {
    StringBuilder lines = new StringBuilder();
    for (String table : List.of("exit_summary", "exit_sides", "survival", "theory")) {
      lines.append(table).append('=').append(TableDigest.of(result.table(table))).append('\n');
    }
    return lines.toString();
  }

  public static void main(String[] args) {
    System.err.println(Kernels.best().description());
    System.out.print(digests(run()));
  }
}
