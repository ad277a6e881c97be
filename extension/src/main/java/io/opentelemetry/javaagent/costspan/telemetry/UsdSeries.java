package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import java.math.BigDecimal;

/** One series of a counter of USD. Thread-safe. */
final class UsdSeries {

  private final Attributes labels;
  private final ExactSum sum = new ExactSum();

  UsdSeries(Attributes labels) {
    this.labels = labels;
  }

  void add(BigDecimal usd) {
    sum.add(usd);
  }

  void report(ObservableDoubleMeasurement to) {
    to.record(sum.doubleValue(), labels);
  }
}
