package org.escapement.study.job;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
      YamlReader reader = new YamlReader(source, text, hasLines, problems);
      try (YAMLParser parser = reader.parser) {
        Node document = reader.document();
        return reader.refused ? Optional.empty() : Optional.of(document);
      }
    } catch (JsonProcessingException wrong) {
      Position at = position(source, wrong.getLocation(), hasLines);
      problems.add(at, "not valid YAML: " + reason(wrong));
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String reason(JsonProcessingException wrong) {
    if (wrong instanceof MarkedYAMLException marked && marked.getProblem() != null) {
      return marked.getProblem().replaceAll("\\s+", " ").strip();
    }
    return wrong.getOriginalMessage().lines().findFirst().orElse("").strip();
  }

  private Node document() throws IOException {
    JsonToken first = parser.nextToken();
    Node node =
        first == null ? new Node.Scalar(new Position(source, 1, 1), "", false) : node(first);
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
