package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Name, unit and description of a metric, and for a histogram its bucket boundaries. */
final class MetricName {

  private final String name;
  private final String unit;
  private final String description;
  private final List<Long> longBuckets;
  private final List<Double> doubleBuckets;

  private MetricName(
      String name,
      String unit,
      String description,
      List<Long> longBuckets,
      List<Double> doubleBuckets) {
    this.name = name;
    this.unit = unit;
    this.description = description;
    this.longBuckets = longBuckets;
    this.doubleBuckets = doubleBuckets;
  }

  static MetricName of(String name, String unit, String description) {
    return new MetricName(
        name, unit, description, Collections.emptyList(), Collections.emptyList());
  }

  static MetricName ofLongs(String name, String unit, String description, List<Long> buckets) {
    return new MetricName(name, unit, description, buckets, Collections.emptyList());
  }

  static MetricName ofDoubles(String name, String unit, String description, List<Double> buckets) {
    return new MetricName(name, unit, description, Collections.emptyList(), buckets);
  }

  String name() {
    return name;
  }

  DoubleHistogram doubleHistogram(Meter meter) {
    return meter
        .histogramBuilder(name)
        .setUnit(unit)
        .setDescription(description)
        .setExplicitBucketBoundariesAdvice(doubleBuckets)
        .build();
  }

  LongHistogram longHistogram(Meter meter) {
    return meter
        .histogramBuilder(name)
        .ofLongs()
        .setUnit(unit)
        .setDescription(description)
        .setExplicitBucketBoundariesAdvice(longBuckets)
        .build();
  }

  LongCounter longCounter(Meter meter) {
    return meter.counterBuilder(name).setUnit(unit).setDescription(description).build();
  }

  /** A counter whose sums are ours, reported together with others'. */
  ObservableLongMeasurement observedLongs(Meter meter) {
    return meter.counterBuilder(name).setUnit(unit).setDescription(description).buildObserver();
  }

  /** A counter whose sums are ours, reported together with others'. */
  ObservableDoubleMeasurement observedDoubles(Meter meter) {
    return meter
        .counterBuilder(name)
        .ofDoubles()
        .setUnit(unit)
        .setDescription(description)
        .buildObserver();
  }

  /** A counter whose sums are ours: each collection asks for them. */
  void observeLongs(Meter meter, Consumer<ObservableLongMeasurement> sums) {
    meter.counterBuilder(name).setUnit(unit).setDescription(description).buildWithCallback(sums);
  }

  /** A gauge: each collection asks for its value. */
  void observeGauge(Meter meter, Consumer<ObservableLongMeasurement> value) {
    meter
        .gaugeBuilder(name)
        .ofLongs()
        .setUnit(unit)
        .setDescription(description)
        .buildWithCallback(value);
  }
}
