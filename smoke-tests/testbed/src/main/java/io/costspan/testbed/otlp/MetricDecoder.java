package io.costspan.testbed.otlp;

import io.costspan.testbed.otlp.ReceivedPoint.Kind;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.ArrayList;
import java.util.List;

/** OTLP metrics to points. */
final class MetricDecoder {
  private MetricDecoder() {}

  static List<ReceivedPoint> points(String scope, Metric metric) {
    List<ReceivedPoint> points = new ArrayList<>();
    switch (metric.getDataCase()) {
      case SUM -> {
        Kind kind = metric.getSum().getIsMonotonic() ? Kind.MONOTONIC_SUM : Kind.SUM;
        metric.getSum().getDataPointsList().forEach(p -> points.add(of(scope, metric, kind, p)));
      }
      case GAUGE ->
        metric
            .getGauge()
            .getDataPointsList()
            .forEach(p -> points.add(of(scope, metric, Kind.GAUGE, p)));
      case HISTOGRAM ->
        metric.getHistogram().getDataPointsList().forEach(p -> points.add(of(scope, metric, p)));
      default -> throw new IllegalArgumentException(metric.getName() + ": " + metric.getDataCase());
    }
    return points;
  }

  private static ReceivedPoint of(String scope, Metric metric, Kind kind, NumberDataPoint point) {
    Number value = point.hasAsInt() ? (Number) point.getAsInt() : (Number) point.getAsDouble();
    return new ReceivedPoint(
        scope,
        metric.getName(),
        metric.getUnit(),
        metric.getDescription(),
        kind,
        Attributes.of(point.getAttributesList()),
        value,
        0,
        List.of());
  }

  private static ReceivedPoint of(String scope, Metric metric, HistogramDataPoint point) {
    return new ReceivedPoint(
        scope,
        metric.getName(),
        metric.getUnit(),
        metric.getDescription(),
        Kind.HISTOGRAM,
        Attributes.of(point.getAttributesList()),
        point.getSum(),
        point.getCount(),
        List.copyOf(point.getExplicitBoundsList()));
  }

  /** Whether points tell what came since the export before. */
  static boolean isDelta(Metric metric) {
    return switch (metric.getDataCase()) {
      case SUM -> isDelta(metric.getSum().getAggregationTemporality());
      case HISTOGRAM -> isDelta(metric.getHistogram().getAggregationTemporality());
      default -> false;
    };
  }

  private static boolean isDelta(AggregationTemporality temporality) {
    return temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
  }
}
