package org.escapement.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.escapement.study.Study;
import org.escapement.study.Table;

/**
 * Writes where the numbers of a page come from: the formulas beside them and the run that measured
 * them.
 */
final class Provenance {
  private final Markup page;
  private final Study study;
  private final List<Table> tables;

  Provenance(Markup page, Study study, List<Table> tables) {
    this.page = page;
    this.study = study;
    this.tables = tables;
  }

  /** The formulas, the job file and the run. */
  void write() {
    predictions();
    page.leaf("h2", "Job file");
    page.open("pre").leaf("code", study.job()).close();
    run();
  }

  /** Each prediction once, with its limits and its source. */
  private void predictions() {
    Set<List<String>> distinct = new LinkedHashSet<>();
    Rows theory = Rows.of(tables, "theory");
    for (int i = 0; i < theory.size(); i++) {
      distinct.add(
          List.of(
              theory.text(i, "prediction"),
              theory.text(i, "kind"),
              theory.text(i, "validity"),
              theory.text(i, "source")));
    }
    if (distinct.isEmpty()) {
      return;
    }
    page.leaf("h2", "Predictions").open("div", "class", "wide").open("table").open("thead");
    page.open("tr").leaf("th", "name").leaf("th", "kind").leaf("th", "holds").leaf("th", "source");
    page.close().close().open("tbody");
    for (List<String> row : distinct) {
      page.open("tr").leaf("td", row.get(0)).leaf("td", row.get(1));
      page.leaf("td", row.get(2), "class", "text").leaf("td", row.get(3), "class", "text").close();
    }
    page.close().close().close();
  }

  /** The run: seed, versions, times, digests. */
  private void run() {
    page.leaf("h2", "Where the numbers come from").open("dl");
    fact("run", study.run());
    fact("seed", Long.toString(study.seed()));
    Rows runs = Rows.of(tables, "runs");
    for (int i = 0; i < runs.size(); i++) {
      facts(runs, i);
    }
    page.close();
  }

  private void facts(Rows runs, int row) {
    for (String column :
        List.of("version", "kernels", "java", "spark", "started", "finished", "status")) {
      fact(column, runs.text(row, column));
    }
    fact("steps", Numbers.count(runs.count(row, "steps")));
    runs.number(row, "core_seconds").ifPresent(s -> fact("core time", Numbers.duration(s)));
    for (String digest : runs.text(row, "digests").split(" ")) {
      int split = digest.indexOf('=');
      if (split > 0) {
        fact("SHA-256 of " + digest.substring(0, split), digest.substring(split + 1));
      }
    }
  }

  private void fact(String name, String value) {
    page.leaf("dt", name).leaf("dd", value);
  }
}
