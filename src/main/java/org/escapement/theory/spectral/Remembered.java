package org.escapement.theory.spectral;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was found for the last few keys. Cells of a sweep share their data, and what is found of
 * them takes seconds.
 */
final class Remembered<K, V> {
  private static final int MOST = 16;

  private final Map<K, V> found =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
          return size() > MOST;
        }
      };

  /** What is known of a key; it is found by one thread while others wait for it. */
  synchronized V of(K key, Function<K, V> find) {
    V known = found.get(key);
    if (known == null) {
      known = find.apply(key);
      found.put(key, known);
    }
    return known;
  }
}
