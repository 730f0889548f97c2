package org.escapement.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and SVG in the syntax that both HTML5 and XML read, everything escaped and every
 * element closed.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are name, value, name, value. */
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Closes the element opened last. */
  Markup close() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element that holds nothing but text. */
  Markup leaf(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element that can hold nothing. */
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>\n");
    return this;
  }

  /** Text inside the element that is open. */
  Markup text(String text) {
    escape(text);
    return this;
  }

  /** Everything so far; all elements must be closed. */
  String finish() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open.peek());
    }
    return out.toString();
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int j = 0; j < attributes.length; j += 2) {
      out.append(' ').append(attributes[j]).append("=\"");
      escape(attributes[j + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
  }

  /** Characters that neither HTML nor XML can hold become the replacement character. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c < 0x7F
        || c >= 0xA0 && c < 0xD800
        || c >= 0xE000 && c < 0xFDD0
        || c > 0xFDEF && (c & 0xFFFE) != 0xFFFE;
  }
}
