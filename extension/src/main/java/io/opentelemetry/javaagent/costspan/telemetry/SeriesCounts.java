package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.concurrent.atomic.AtomicInteger;

/** How many series each ledger counter has. Thread-safe. */
final class SeriesCounts {

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger tokens = new AtomicInteger();
  private final AtomicInteger costs = new AtomicInteger();
  private final AtomicInteger lookups = new AtomicInteger();
  private final AtomicInteger savings = new AtomicInteger();
  private final AtomicInteger unpriced = new AtomicInteger();

  AtomicInteger requests() {
    return requests;
  }

  AtomicInteger tokens() {
    return tokens;
  }

  AtomicInteger costs() {
    return costs;
  }

  AtomicInteger lookups() {
    return lookups;
  }

  AtomicInteger savings() {
    return savings;
  }

  AtomicInteger unpriced() {
    return unpriced;
  }

  /** Series of the counter that has most. */
  int largest() {
    int most = Math.max(requests.get(), Math.max(tokens.get(), costs.get()));
    return Math.max(most, Math.max(lookups.get(), Math.max(savings.get(), unpriced.get())));
  }
}
