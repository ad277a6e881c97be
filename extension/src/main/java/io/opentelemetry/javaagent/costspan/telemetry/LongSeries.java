package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.concurrent.atomic.LongAdder;

/** One series of a counter of things. Thread-safe. */
final class LongSeries {

  private final Attributes labels;
  private final LongAdder sum = new LongAdder();

  LongSeries(Attributes labels) {
    this.labels = labels;
  }

  void add(long amount) {
    sum.add(amount);
  }

  void report(ObservableLongMeasurement to) {
    to.record(sum.sum(), labels);
  }
}
