package org.escapement.study;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.escapement.model.Parameter;
import org.escapement.model.Range;
import org.escapement.theory.Prediction;

/** What everything that is catalogued must fulfil, whoever wrote it. */
final class EntryCheck {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private EntryCheck() {}

  /** What is wrong with an entry, its name being free. */
  static List<String> problems(Catalog.Entry entry) {
    List<String> problems = new ArrayList<>();
    checkWords(entry.name(), entry.summary(), problems);
    Catalog.interfaceOf(entry.kind())
        .ifPresentOrElse(
            kind -> checkKind(entry.type(), kind, problems),
            () -> problems.add("there is no such kind; kinds are " + Catalog.everyKind()));
    for (RecordComponent component : entry.type().getRecordComponents()) {
      checkComponent(component, problems);
    }
    return problems;
  }

  private static void checkWords(String name, String summary, List<String> problems) {
    if (!NAME.matcher(name).matches()) {
      problems.add("its name must be in kebab-case, such as double-well");
    }
    if (summary.isBlank() || summary.contains("\n")) {
      problems.add("its summary must be one line");
    }
  }

  private static void checkKind(Class<?> type, Class<?> kind, List<String> problems) {
    if (!kind.isAssignableFrom(type)) {
      problems.add(type.getName() + " does not implement " + kind.getName());
    }
  }

  private static void checkComponent(RecordComponent component, List<String> problems) {
    String where = component.getDeclaringRecord().getName() + "." + component.getName();
    if (!TypeWords.isKnown(component.getGenericType())) {
      String type = component.getGenericType().getTypeName();
      problems.add("no job file can hold the " + type + " of " + where);
    }
    Parameter told = component.getAnnotation(Parameter.class);
    if (told == null || told.value().isBlank()) {
      problems.add(where + " needs a @Parameter that says what it means");
    } else if (!told.range().isEmpty()) {
      checkRange(told.range(), where, problems);
    }
  }

  private static void checkRange(String range, String where, List<String> problems) {
    try {
      Range.parse(range);
    } catch (IllegalArgumentException wrong) {
      problems.add("the range of " + where + " is " + wrong.getMessage());
    }
  }

  /** What is wrong with a prediction, its name being free. */
  static List<String> problems(Prediction prediction) {
    List<String> problems = new ArrayList<>();
    checkWords(prediction.name(), prediction.summary(), problems);
    if (prediction.source().isBlank() || prediction.validity().isBlank()) {
      problems.add("it must say its source and where it holds");
    }
    if (prediction.kind() == null) {
      problems.add("it must say its kind");
    }
    return problems;
  }
}
