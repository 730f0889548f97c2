package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.escapement.study.Axis;
import org.escapement.study.Column;
import org.escapement.study.Table;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ReportPageTest {
  private final String html = ReportPage.of(ExampleRun.STUDY, ExampleRun.TABLES);

  @Test
  void showsFittedLaws() {
    List<Table> tables = new ArrayList<>(ExampleRun.TABLES);
    tables.add(FitSummaryTest.FITS);
    String page = ReportPage.of(ExampleRun.STUDY, tables);
    assertThat(page).contains("<h2>Fitted laws</h2>").contains("0.5512 ± 0.0050");
    assertThat(page).contains("<td class=\"alarm\">disagrees</td>");
    assertThat(ReportPage.of(ExampleRun.STUDY, ExampleRun.TABLES)).doesNotContain("Fitted laws");
  }

  /** Two bins of a coordinate at two steps, of which the later is drawn, with its prediction. */
  @Test
  void drawsHistograms() throws Exception {
    String columns =
        "cell:LONG momentum:DOUBLE step_size:DOUBLE step:LONG coordinate:LONG bin:LONG low:DOUBLE"
            + " high:DOUBLE share:DOUBLE std_error:DOUBLE quantity:TEXT";
    List<Object[]> rows = new ArrayList<>();
    for (long step : new long[] {10, 20}) {
      for (long bin = 0; bin < 3; bin++) {
        Double low = bin == 0 ? null : bin - 1.0;
        String quantity = "histogram.1." + bin;
        rows.add(
            new Object[] {0L, 0.0, 0.05, step, 1L, bin, low, (double) bin, 0.3, 0.01, quantity});
      }
    }
    List<Object[]> theory = new ArrayList<>();
    for (long bin = 0; bin < 3; bin++) {
      theory.add(
          new Object[] {
            0L, 0.0, 0.05, "chain", "histogram.1." + bin, 20L, 0.31, "exact", "agrees"
          });
    }
    List<Table> tables = new ArrayList<>(ExampleRun.TABLES.subList(0, 1));
    tables.add(ExampleRun.table("histograms", rows, columns));
    tables.add(
        ExampleRun.table(
            "theory",
            theory,
            "cell:LONG momentum:DOUBLE step_size:DOUBLE prediction:TEXT quantity:TEXT step:LONG"
                + " predicted:DOUBLE kind:TEXT verdict:TEXT"));
    String page = ReportPage.of(ExampleRun.STUDY, tables);
    assertThat(parse(page).getElementsByTagName("rect").getLength()).isEqualTo(2);
    assertThat(page)
        .contains("<h2>Histograms</h2>")
        .contains("momentum 0, step_size 0.05: coordinate 1 at step 20.")
        .contains("<li class=\"c1\">chain</li>")
        .doesNotContain("<td>histogram");
  }

  @Test
  void isWellFormed() throws Exception {
    Document page = parse(html);
    assertThat(page.getDocumentElement().getTagName()).isEqualTo("html");
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(2);
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void opensWithTheQuestion() throws Exception {
    assertThat(text(parse(html), "h1")).containsExactly("Does momentum <hasten> the escape & how?");
    assertThat(html).contains("<h1>Does momentum &lt;hasten&gt; the escape &amp; how?</h1>");
  }

  @Test
  void drawsEveryMeasuredPointAndBothKindsOfLine() {
    assertThat(html.split("<circle")).hasSize(1 + 5);
    assertThat(html.split("class=\"dashed\"")).hasSize(1 + 2);
    assertThat(html).contains("<li class=\"c0\">momentum 0</li>").contains(">momentum 0.9</li>");
  }

  @Test
  void tabulatesMeasuredBesidePredicted() throws Exception {
    assertThat(text(parse(html), "td"))
        .containsSubsequence(
            "0.1", "99,990", "12.250 ± 0.041", "12.0000", "1.021", "+6.12", "disagrees")
        .contains("eyring-kramers (asymptotic)", "no exits", "not measured");
  }

  @Test
  void saysWhatWasNotMeasured() {
    assertThat(html)
        .contains(
            "100,048 trajectories reached the horizon, 2 diverged, 1 of 6 cells have no estimate of the mean.");
  }

  @Test
  void endsWithJobFileAndProvenance() throws Exception {
    assertThat(text(parse(html), "code")).containsExactly(ExampleRun.STUDY.job());
    assertThat(text(parse(html), "dd"))
        .contains(
            "0123456789ab",
            "42",
            "development",
            "vector (256 bit)",
            "a1".repeat(32),
            "123,456,789");
  }

  @Test
  void needsNothingBesideItself() {
    assertThat(html).doesNotContain("http").doesNotContain("src=").doesNotContain("href=");
  }

  /** HTML reads a style sheet as it stands, without turning &quot; into a quotation mark. */
  @Test
  void hasItsStyleSheetToTheLetter() throws Exception {
    try (InputStream css = ReportPage.class.getResourceAsStream("page.css")) {
      String sheet = new String(css.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(html).contains("<style>" + sheet + "</style>");
    }
  }

  @Test
  void saysHowManySeriesItLeavesOut() {
    List<Axis> axes = List.of(new Axis("dynamics.momentum", "momentum", Column.Type.DOUBLE));
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> survival = new ArrayList<>();
    for (int cell = 0; cell < 11; cell++) {
      rows.add(new Object[] {(long) cell, 0.05 * cell, 10.0, 0.1});
      survival.add(new Object[] {(long) cell, 0.05 * cell, 5.0, 0.6});
    }
    List<Table> tables =
        List.of(
            ExampleRun.table(
                "exit_summary",
                rows,
                "cell:LONG momentum:DOUBLE mean_time:DOUBLE std_error:DOUBLE"),
            ExampleRun.table(
                "survival", survival, "cell:LONG momentum:DOUBLE time:DOUBLE survival:DOUBLE"));
    List<CellSummary> cells = CellSummary.all(axes, tables);
    Markup page = new Markup();
    SurvivalFigure.of(axes, cells, Rows.of(tables, "survival")).write(page, "Survival.");
    String written = page.finish();
    assertThat(written)
        .contains("Survival. Only the first 8 of 11 series are drawn; all are in the tables.")
        .contains(">momentum 0.35</li>")
        .doesNotContain(">momentum 0.4</li>");
  }

  @Test
  void standsWithoutAnyRows() throws Exception {
    List<Table> empty = new ArrayList<>();
    ExampleRun.TABLES.forEach(t -> empty.add(new Table(t.name(), t.columns(), List.of())));
    assertThat(text(parse(ReportPage.of(ExampleRun.STUDY, empty)), "p"))
        .contains("No cell has an estimate of its mean exit time, so there is no figure.");
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> text(Document page, String tag) {
    NodeList found = page.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int j = 0; j < found.getLength(); j++) {
      texts.add(found.item(j).getTextContent());
    }
    return texts;
  }
}
