package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.concurrent.atomic.LongAdder;

/** One series of a counter of things. Thread-safe. */
final class LongSeries implements Series<LongSeries> {

  private final LedgerKey key;
  private final Attributes labels;
  private final LongAdder sum = new LongAdder();

  LongSeries(LedgerKey key, Attributes labels) {
    this.key = key;
    this.labels = labels;
  }

  @Override
  public LedgerKey key() {
    return key;
  }

  void add(long amount) {
    sum.add(amount);
  }

  @Override
  public void addAll(LongSeries other) {
    sum.add(other.sum.sum());
  }

  void report(ObservableLongMeasurement to) {
    to.record(sum.sum(), labels);
  }
}
