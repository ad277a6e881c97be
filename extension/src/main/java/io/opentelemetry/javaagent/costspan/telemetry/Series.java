package io.opentelemetry.javaagent.costspan.telemetry;

/** One sum of a ledger counter, under its labels. */
interface Series<S> {

  /** The row that it is of: other rows that had no room for one of their own add to it too. */
  LedgerKey key();

  /** Adds the sum of another. */
  void addAll(S other);
}
