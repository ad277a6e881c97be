package io.opentelemetry.javaagent.costspan.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What is known by a name, of the names that were asked for last. Thread-safe. */
final class RecentlyAsked<V> {

  private final Map<String, V> known;
  private final Supplier<V> made;

  /**
   * @param made for a name that is new
   */
  RecentlyAsked(int max, Supplier<V> made) {
    this.made = made;
    this.known = new LinkedHashMap<String, V>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > max;
      }
    };
  }

  synchronized V of(String name) {
    V value = known.get(name);
    if (value == null) {
      value = made.get();
      known.put(name, value);
    }
    return value;
  }

  synchronized int size() {
    return known.size();
  }
}
