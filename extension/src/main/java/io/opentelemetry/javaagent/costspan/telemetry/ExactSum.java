package io.opentelemetry.javaagent.costspan.telemetry;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * A sum of USD that never rounds, whatever is added and in which order. Thread-safe and lock-free;
 * adding doubles would drift.
 */
final class ExactSum {

  private static final AtomicReferenceFieldUpdater<ExactSum, BigDecimal> SUM =
      AtomicReferenceFieldUpdater.newUpdater(ExactSum.class, BigDecimal.class, "usd");

  private volatile BigDecimal usd = BigDecimal.ZERO;

  void add(BigDecimal amount) {
    SUM.accumulateAndGet(this, amount, BigDecimal::add);
  }

  BigDecimal usd() {
    return usd;
  }

  /** The double next to the sum: rounded once, here. */
  double doubleValue() {
    return usd.doubleValue();
  }
}
