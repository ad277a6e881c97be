package io.opentelemetry.javaagent.costspan.telemetry;

/**
 * A label that traffic could grow, kept to a bound: past it a value is shown as {@code other}. A
 * value is folded by itself, so that sums by any other label stay exact. Thread-safe.
 */
interface FoldedLabel {

  /** Counts a call whose value is shown as {@code other} for a reason of the caller's. */
  void countFolded();

  /** Calls whose value is shown as {@code other}. */
  long folded();
}
