package org.escapement.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Aligns rows of text in columns: words to the left, numbers to the right. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<String> headings;
  private final List<Boolean> words;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings; a heading that begins with '&lt;' stands over words. */
  TextTable(List<String> headings) {
    this.words = headings.stream().map(h -> h.startsWith("<")).toList();
    this.headings = headings.stream().map(h -> h.startsWith("<") ? h.substring(1) : h).toList();
  }

  /** Adds a row with a text for each heading. */
  TextTable row(List<String> texts) {
    if (texts.size() != headings.size()) {
      throw new IllegalArgumentException(
          texts.size() + " texts for " + headings.size() + " headings");
    }
    rows.add(List.copyOf(texts));
    return this;
  }

  /** The lines, each ended by a line feed, without spaces at their ends. */
  @Override
  public String toString() {
    int[] widths = new int[headings.size()];
    measure(headings, widths);
    rows.forEach(row -> measure(row, widths));
    StringBuilder out = new StringBuilder();
    if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
      line(headings, widths, out);
    }
    rows.forEach(row -> line(row, widths, out));
    return out.toString();
  }

  private static void measure(List<String> texts, int[] widths) {
    for (int j = 0; j < widths.length; j++) {
      widths[j] = Math.max(widths[j], length(texts.get(j)));
    }
  }

  private void line(List<String> texts, int[] widths, StringBuilder out) {
    StringBuilder line = new StringBuilder();
    for (int j = 0; j < widths.length; j++) {
      String padding = " ".repeat(widths[j] - length(texts.get(j)));
      line.append(j == 0 ? "" : GAP);
      line.append(words.get(j) ? texts.get(j) + padding : padding + texts.get(j));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** A list that is made of several. */
  @SafeVarargs
  static List<String> join(List<String>... parts) {
    return Arrays.stream(parts).flatMap(List::stream).toList();
  }
}
