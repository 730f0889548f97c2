package org.escapement.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is predicted for each cell, bounds apart: read from the table {@code theory}. */
final class Claims {

  /** Cell and quantity to what is predicted for them, in the order of the table. */
  private final Map<String, List<Claim>> claims = new HashMap<>();

  /** One predicted number. */
  record Claim(String prediction, String kind, double value) {}

  private Claims() {}

  /** Those that belong to no step. */
  static Claims of(Table theory) {
    Claims claims = new Claims();
    List<String> columns = theory.columns().stream().map(Column::name).toList();
    for (Object[] row : theory.rows()) {
      String kind = (String) row[columns.indexOf("kind")];
      if (row[columns.indexOf("step")] == null && !kind.equals("bound")) {
        long cell = (long) row[columns.indexOf("cell")];
        String quantity = (String) row[columns.indexOf("quantity")];
        String prediction = (String) row[columns.indexOf("prediction")];
        double value = (double) row[columns.indexOf("predicted")];
        claims
            .claims
            .computeIfAbsent(cell + " " + quantity, key -> new ArrayList<>())
            .add(new Claim(prediction, kind, value));
      }
    }
    return claims;
  }

  /** All for a quantity of a cell. */
  List<Claim> of(int cell, String quantity) {
    return claims.getOrDefault(cell + " " + quantity, List.of());
  }

  /** That of one prediction. */
  Optional<Claim> of(int cell, String quantity, String prediction) {
    return of(cell, quantity).stream()
        .filter(claim -> claim.prediction().equals(prediction))
        .findFirst();
  }
}
