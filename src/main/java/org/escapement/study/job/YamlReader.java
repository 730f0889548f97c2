package org.escapement.study.job;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads one YAML document into a {@link Node} without interpreting it: what a number or a word
 * means is decided by who expects it, so that neither {@code no} nor {@code 1e7} surprises anyone.
 *
 * <p>Anchors, aliases, tags and a second document are refused: nothing else is then reported.
 */
final class YamlReader {
  private static final YAMLFactory YAML = new YAMLFactory();

  private final String source;
  private final int[] characters;
  private final boolean hasLines;
  private final Problems problems;
  private final YAMLParser parser;
  private boolean refused;

  private YamlReader(String source, String text, boolean hasLines, Problems problems)
      throws IOException {
    this.source = source;
    this.characters = text.codePoints().toArray();
    this.hasLines = hasLines;
    this.problems = problems;
    this.parser = YAML.createParser(text);
  }

  /** The document of a file; empty when it has syntax errors, which are reported. */
  static Optional<Node> file(String file, String text, Problems problems) {
    return read(file, text, true, problems);
  }

  /** A value given with an option, which as a whole is its position. */
  static Optional<Node> option(String option, String value, Problems problems) {
    return read(option, value, false, problems);
  }

  private static Optional<Node> read(
      String source, String text, boolean hasLines, Problems problems) {
    try {
      return new YamlReader(source, text, hasLines, problems).read();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Optional<Node> read() throws IOException {
    refuseControlCharacters();
    if (refused) {
      return Optional.empty();
    }
    try {
      Node document = document();
      return refused ? Optional.empty() : Optional.of(document);
    } catch (JsonProcessingException wrong) {
      if (wrong.getCause() instanceof MarkedYAMLException marked) {
        refuse(marked);
      } else {
        problems.add(
            position(source, wrong.getLocation(), hasLines), "not valid YAML: " + reason(wrong));
      }
      return Optional.empty();
    } finally {
      parser.close();
    }
  }

  private void refuse(MarkedYAMLException wrong) {
    Mark at = wrong.getProblemMark();
    String context =
        wrong.getContext() == null || wrong.getContextMark() == null
            ? ""
            : " ("
                + wrong.getContext()
                + " from line "
                + (wrong.getContextMark().getLine() + 1)
                + ")";
    Position position =
        hasLines
            ? new Position(source, at.getLine() + 1, at.getColumn() + 1)
            : Position.whole(source);
    problems.add(position, "not valid YAML: " + oneLine(wrong.getProblem()) + context);
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip();
  }

  private static String reason(JsonProcessingException wrong) {
    if (wrong instanceof StreamConstraintsException) {
      return "nested too deeply or too long";
    }
    String message = oneLine(wrong.getOriginalMessage());
    return message.startsWith("Expected a field name") ? "a key must be a word" : message;
  }

  /** Says where they are, which the parser does not. */
  private void refuseControlCharacters() {
    int line = 1;
    int column = 1;
    for (int character : characters) {
      boolean control = Character.isISOControl(character) && "\t\r\n".indexOf(character) < 0;
      if (control) {
        Position at = hasLines ? new Position(source, line, column) : Position.whole(source);
        problems.add(at, "control character " + String.format("U+%04X", character));
        refused = true;
        return;
      }
      column = character == '\n' ? 1 : column + 1;
      line = character == '\n' ? line + 1 : line;
    }
  }

  private Node document() throws IOException {
    JsonToken first = parser.nextToken();
    Node node =
        first == null
            ? new Node.Scalar(
                hasLines ? new Position(source, 1, 1) : Position.whole(source), "", false)
            : node(first);
    if (first != null && parser.nextToken() != null) {
      refuse("a second document begins here; a job file holds one");
    }
    return node;
  }

  private Node node(JsonToken token) throws IOException {
    refuseProperties();
    return switch (token) {
      case START_OBJECT -> mapping();
      case START_ARRAY -> sequence();
      default -> scalar();
    };
  }

  private void refuseProperties() throws IOException {
    if (parser.isCurrentAlias()) {
      refuse("aliases are not supported: write the value instead of *" + text());
    } else if (parser.getObjectId() != null || character() == '&') {
      refuse("anchors are not supported");
    }
    if (parser.getTypeId() != null) {
      refuse("tags are not supported");
    }
  }

  private void refuse(String message) {
    problems.add(here(), message);
    refused = true;
  }

  private Node scalar() throws IOException {
    boolean quoted = "\"'|>".indexOf(character()) >= 0;
    return new Node.Scalar(here(), text(), quoted);
  }

  /** The character of the source with which the current token begins. */
  private int character() {
    long offset = parser.currentTokenLocation().getCharOffset();
    return offset < characters.length ? characters[(int) offset] : 0;
  }

  private String text() throws IOException {
    String text = parser.getText();
    return text == null ? "" : text;
  }

  private Node sequence() throws IOException {
    Position at = here();
    List<Node> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(node(t));
    }
    return new Node.Sequence(at, items);
  }

  private Node mapping() throws IOException {
    Position at = here();
    Map<String, Position> seen = new HashMap<>();
    List<Node.Member> members = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Position keyAt = here();
      Node value = node(parser.nextToken());
      Position first = seen.putIfAbsent(key, keyAt);
      if (first == null) {
        members.add(new Node.Member(key, keyAt, value));
      } else {
        problems.add(keyAt, "key " + key + " is given twice, first in line " + first.line());
      }
    }
    return new Node.Mapping(at, members);
  }

  private Position here() {
    return position(source, parser.currentTokenLocation(), hasLines);
  }

  private static Position position(String source, JsonLocation at, boolean hasLines) {
    return hasLines && at != null
        ? new Position(source, at.getLineNr(), at.getColumnNr())
        : Position.whole(source);
  }
}
