package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A value that is shown under its name, with what was spent under it. Adding is thread-safe; the
 * rest belongs to the thread that collects.
 */
final class NamedValue {

  private final String name;
  private final double before;
  private final AtomicLong spent = new AtomicLong();
  private long known;
  private double recent;

  /**
   * @param before what was surely spent before it had the name
   */
  NamedValue(String name, double before) {
    this.name = name;
    this.before = before;
    this.recent = before;
  }

  String name() {
    return name;
  }

  void add(long weight) {
    spent.getAndAdd(weight);
  }

  /** Takes in what was added since. */
  void update() {
    long now = spent.get();
    recent += now - known;
    known = now;
  }

  /** Forgets part of the past; {@code remaining} of it, 0 to 1, remains. */
  void age(double remaining) {
    recent *= remaining;
  }

  /** All that was spent, as of the last update. */
  double sum() {
    return before + known;
  }

  /** What was spent of late. */
  double recent() {
    return recent;
  }
}
