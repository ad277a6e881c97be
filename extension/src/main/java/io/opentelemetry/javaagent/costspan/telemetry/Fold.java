package io.opentelemetry.javaagent.costspan.telemetry;

/** What the labels of a ledger series lose next when there is no room for it. */
enum Fold {
  FEATURE(5),
  TENANT(6),
  MODEL(7),
  /** Provider and operation, at once. */
  ENDPOINT(8),
  /** Every label is {@code other} already. */
  NOTHING(8);

  private static final int EIGHTHS = 8;

  private final int eighths;

  Fold(int eighths) {
    this.eighths = eighths;
  }

  /** Part of the room that may be taken before series have to lose this: the rest is for wider ones. */
  int limitWithin(int maxSeries) {
    return (int) ((long) maxSeries * eighths / EIGHTHS);
  }
}
