package io.opentelemetry.javaagent.costspan.telemetry;

import java.math.BigDecimal;

/**
 * A call that is being added to the series of its row. Notes which labels all of them have kept: a
 * counter may be full where another is not. Not thread-safe.
 */
final class Posting {

  private LedgerKey kept;

  Posting(LedgerKey row) {
    this.kept = row;
  }

  void add(LongSeries series, long amount) {
    series.add(amount);
    note(series.key());
  }

  void add(UsdSeries series, BigDecimal usd) {
    series.add(usd);
    note(series.key());
  }

  /** The labels of the series that has lost most: a row's folds follow one order. */
  LedgerKey kept() {
    return kept;
  }

  private void note(LedgerKey key) {
    if (!key.equals(kept) && key.nextFold().compareTo(kept.nextFold()) > 0) {
      kept = key;
    }
  }
}
