package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one call emitted, to be emitted again by nothing but the SDK. Counters are left out. */
final class Emission {
  private static final String SCOPE = "floor";

  private final Tracer tracer;
  private final Logger logger;
  private final SpanData span;
  private final List<Map.Entry<AttributeKey<?>, Object>> onSpan;
  private final LogRecordData event;
  private final List<Map.Entry<AttributeKey<?>, Object>> onEvent;
  private final List<Point> points = new ArrayList<>();

  Emission(OpenTelemetrySdk sdk, SpanData span, LogRecordData event, List<MetricData> metrics) {
    this.tracer = sdk.getTracer(SCOPE);
    this.logger = sdk.getLogsBridge().get(SCOPE);
    this.span = span;
    this.onSpan = List.copyOf(span.getAttributes().asMap().entrySet());
    this.event = event;
    this.onEvent = List.copyOf(event.getAttributes().asMap().entrySet());
    for (MetricData metric : metrics) {
      if (metric.getType() == MetricDataType.HISTOGRAM) {
        for (HistogramPointData point : metric.getHistogramData().getPoints()) {
          points.add(Point.of(sdk, metric.getName(), point));
        }
      }
    }
  }

  void again() {
    SpanBuilder builder = tracer.spanBuilder(span.getName()).setSpanKind(SpanKind.CLIENT);
    for (Map.Entry<AttributeKey<?>, Object> each : onSpan) {
      builder.setAttribute(key(each), each.getValue());
    }
    Span started = builder.startSpan();
    Context context = Context.root().with(started);
    for (Point point : points) {
      point.histogram.record(point.value, point.labels, context);
    }
    LogRecordBuilder record = logger
        .logRecordBuilder()
        .setEventName(event.getEventName())
        .setContext(context)
        .setTimestamp(Instant.now())
        .setSeverity(event.getSeverity());
    for (Map.Entry<AttributeKey<?>, Object> each : onEvent) {
      record.setAttribute(key(each), each.getValue());
    }
    record.emit();
    started.end();
  }

  @SuppressWarnings("unchecked") // a value is of its key's type, in what the SDK has kept
  private static AttributeKey<Object> key(Map.Entry<AttributeKey<?>, Object> attribute) {
    return (AttributeKey<Object>) attribute.getKey();
  }

  private record Point(DoubleHistogram histogram, double value, Attributes labels) {
    static Point of(OpenTelemetrySdk sdk, String name, HistogramPointData point) {
      DoubleHistogram histogram = sdk.getMeter(SCOPE)
          .histogramBuilder(name)
          .setExplicitBucketBoundariesAdvice(point.getBoundaries())
          .build();
      return new Point(histogram, point.getSum(), point.getAttributes());
    }
  }
}
