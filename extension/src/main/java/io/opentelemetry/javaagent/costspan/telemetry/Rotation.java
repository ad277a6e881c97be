package io.opentelemetry.javaagent.costspan.telemetry;

/** What becomes of the sums under a name that goes to another value. */
public enum Rotation {
  /** They are added to {@code other}: for readers of cumulative sums. */
  MERGE,
  /**
   * They are left out once they were collected: for a single reader of deltas, which would take what
   * is added to {@code other} for new.
   */
  DROP,
  /** No name ever goes to another value: for several readers of which one reads deltas. */
  NEVER
}
