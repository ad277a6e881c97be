package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import java.math.BigDecimal;

/** One series of a counter of USD. Thread-safe. */
final class UsdSeries implements Series<UsdSeries> {

  private final LedgerKey key;
  private final Attributes labels;
  private final ExactSum sum = new ExactSum();

  UsdSeries(LedgerKey key, Attributes labels) {
    this.key = key;
    this.labels = labels;
  }

  @Override
  public LedgerKey key() {
    return key;
  }

  void add(BigDecimal usd) {
    sum.add(usd);
  }

  @Override
  public void addAll(UsdSeries other) {
    sum.add(other.sum.usd());
  }

  void report(ObservableDoubleMeasurement to) {
    to.record(sum.doubleValue(), labels);
  }
}
