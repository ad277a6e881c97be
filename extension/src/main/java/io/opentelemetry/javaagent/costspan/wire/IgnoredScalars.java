package io.opentelemetry.javaagent.costspan.wire;

/**
 * Which of the strings and numbers of a JSON value said nothing to whoever read it, by their order.
 * Names of fields are strings too. Not thread-safe.
 */
final class IgnoredScalars {

  /** Further ones are counted only. */
  private static final int MAX_KNOWN = Long.SIZE;

  private int strings;
  private int numbers;
  private long ignoredStrings;
  private long ignoredNumbers;

  void string(boolean ignored) {
    if (ignored && strings < MAX_KNOWN) {
      ignoredStrings |= 1L << strings;
    }
    strings++;
  }

  void number(boolean ignored) {
    if (ignored && numbers < MAX_KNOWN) {
      ignoredNumbers |= 1L << numbers;
    }
    numbers++;
  }

  int strings() {
    return strings;
  }

  int numbers() {
    return numbers;
  }

  boolean ignoresString(int index) {
    return index < MAX_KNOWN && (ignoredStrings & 1L << index) != 0;
  }

  boolean ignoresNumber(int index) {
    return index < MAX_KNOWN && (ignoredNumbers & 1L << index) != 0;
  }

  void clear() {
    strings = 0;
    numbers = 0;
    ignoredStrings = 0;
    ignoredNumbers = 0;
  }
}
