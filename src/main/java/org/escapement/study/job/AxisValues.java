package org.escapement.study.job;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.escapement.study.Axis;
import org.escapement.study.Column;

/**
 * The column of an axis and what stands in it: numbers where all values are numbers, else texts.
 *
 * @param values one for each value of the axis
 */
record AxisValues(Axis axis, List<Object> values) {

  /**
   * The column of an axis whose values have been found right.
   *
   * @param paths of the job, with the type of a single value there
   */
  static AxisValues of(SweptAxis swept, Map<String, Column.Type> paths) {
    Column.Type type = type(swept, paths);
    List<Object> values =
        switch (type) {
          case LONG ->
              each(swept.values(), node -> Numbers.whole((Node.Scalar) node, Long.MAX_VALUE));
          case DOUBLE -> each(swept.values(), node -> Numbers.number((Node.Scalar) node));
          default -> labels(swept.values());
        };
    return new AxisValues(axis(swept, paths.keySet(), type), values);
  }

  private static Axis axis(SweptAxis swept, Collection<String> paths, Column.Type type) {
    return new Axis(swept.path(), ColumnNames.of(swept.path(), paths), type);
  }

  private static Column.Type type(SweptAxis swept, Map<String, Column.Type> paths) {
    boolean numbers = swept.values().stream().allMatch(AxisValues::isNumber);
    return numbers ? paths.get(swept.path()) : Column.Type.TEXT;
  }

  private static boolean isNumber(Node node) {
    try {
      return node instanceof Node.Scalar scalar && Double.isFinite(Numbers.number(scalar));
    } catch (IllegalArgumentException word) {
      return false;
    }
  }

  private static List<Object> each(List<Node> nodes, Function<Node, Object> read) {
    return nodes.stream().map(read).toList();
  }

  /** The words of the types alone when these tell the values apart, else all of each value. */
  private static List<Object> labels(List<Node> nodes) {
    List<Object> words = each(nodes, AxisValues::word);
    List<Object> whole = each(nodes, AxisValues::whole);
    return Set.copyOf(words).size() == Set.copyOf(whole).size() ? words : whole;
  }

  private static String word(Node node) {
    return node instanceof Node.Mapping mapping
        ? mapping.value("type").map(Node::shown).orElse("")
        : node.shown();
  }

  /** Such as stable(alpha=1.5, scale=1). */
  private static String whole(Node node) {
    if (!(node instanceof Node.Mapping mapping)) {
      return node.shown();
    }
    List<String> others =
        mapping.members().stream()
            .filter(member -> !member.key().equals("type"))
            .map(member -> member.key() + "=" + whole(member.value()))
            .toList();
    return word(node) + "(" + String.join(", ", others) + ")";
  }
}
