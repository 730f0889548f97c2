package org.escapement.study.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A piece of a YAML document as it was written, uninterpreted, with its position. Immutable. */
sealed interface Node {

  Position at();

  /** As it would be written in one line. */
  String shown();

  /** What it is called in a message, such as "a list". */
  String described();

  /**
   * A text, a number or a word.
   *
   * @param text without quotes
   * @param quoted whether quotes or a block say that it is a text and nothing else
   */
  record Scalar(Position at, String text, boolean quoted) implements Node {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final int SHOWN = 60;

    /** Whether a key stands there without a value. */
    boolean isMissing() {
      return !quoted && NULLS.contains(text);
    }

    @Override
    public String shown() {
      String line = text.replace("\n", "\\n");
      int end = Math.min(SHOWN, line.length());
      return line.length() > SHOWN ? line.substring(0, end) + "..." : line;
    }

    @Override
    public String described() {
      if (isMissing()) {
        return "nothing";
      }
      return quoted ? "the text \"" + shown() + "\"" : shown();
    }
  }

  /** A list. */
  record Sequence(Position at, List<Node> items) implements Node {
    @Override
    public String shown() {
      return items.stream().map(Node::shown).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String described() {
      return "a list";
    }

    Sequence with(int index, Node item) {
      List<Node> changed = new ArrayList<>(items);
      changed.set(index, item);
      return new Sequence(at, changed);
    }
  }

  /** Keys with values, in the order of the file; no key twice. */
  record Mapping(Position at, List<Member> members) implements Node {
    @Override
    public String shown() {
      return members.stream()
          .map(member -> member.key() + ": " + member.value().shown())
          .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public String described() {
      return "a mapping";
    }

    Optional<Member> find(String key) {
      for (Member member : members) {
        if (member.key().equals(key)) {
          return Optional.of(member);
        }
      }
      return Optional.empty();
    }

    Optional<Node> value(String key) {
      return find(key).map(Member::value);
    }

    /** With another value of a key, which is added where it is missing. */
    Mapping with(String key, Node value) {
      List<Member> changed = new ArrayList<>(members);
      for (int i = 0; i < changed.size(); i++) {
        if (changed.get(i).key().equals(key)) {
          changed.set(i, new Member(key, changed.get(i).at(), value));
          return new Mapping(at, changed);
        }
      }
      changed.add(new Member(key, value.at(), value));
      return new Mapping(at, changed);
    }
  }

  /** A key of a mapping, where it stands, and its value. */
  record Member(String key, Position at, Node value) {}
}
