package io.costspan.demo.picture;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.costspan.testbed.otlp.OtlpReceiver;
import io.costspan.testbed.otlp.Received;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Telemetry that went over the wire: what is written here is exported to a receiver and read back. */
final class Exported {
  private static final InstrumentationScope OURS =
      InstrumentationScope.newBuilder().setName("io.costspan").build();
  private static final InstrumentationScope HTTP =
      InstrumentationScope.newBuilder().setName("io.opentelemetry.http").build();

  private final ScopeSpans.Builder calls = ScopeSpans.newBuilder().setScope(OURS);
  private final ScopeSpans.Builder transport = ScopeSpans.newBuilder().setScope(HTTP);
  private final ScopeLogs.Builder events = ScopeLogs.newBuilder().setScope(OURS);
  private final ScopeMetrics.Builder metrics = ScopeMetrics.newBuilder().setScope(OURS);

  /**
   * @param parent 0 for none
   * @param attributes names and values in turn
   */
  Exported call(int trace, int id, int parent, String name, int millis, Object... attributes) {
    calls.addSpans(span(trace, id, parent, name, millis, attributes));
    return this;
  }

  /** A span of somebody else's instrumentation. */
  Exported http(int trace, int id, int parent, String name, int millis, Object... attributes) {
    transport.addSpans(span(trace, id, parent, name, millis, attributes));
    return this;
  }

  Exported event(Object... attributes) {
    events.addLogRecords(
        LogRecord.newBuilder().setEventName("llm.call").addAllAttributes(pairs(attributes)));
    return this;
  }

  Exported count(String metric, long value, Object... labels) {
    return point(metric, NumberDataPoint.newBuilder().setAsInt(value), labels);
  }

  Exported usd(String metric, double value, Object... labels) {
    return point(metric, NumberDataPoint.newBuilder().setAsDouble(value), labels);
  }

  Received received() {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      send(
          receiver.endpoint() + "/v1/traces",
          ExportTraceServiceRequest.newBuilder()
              .addResourceSpans(
                  ResourceSpans.newBuilder().addScopeSpans(transport).addScopeSpans(calls))
              .build());
      send(
          receiver.endpoint() + "/v1/metrics",
          ExportMetricsServiceRequest.newBuilder()
              .addResourceMetrics(ResourceMetrics.newBuilder().addScopeMetrics(metrics))
              .build());
      send(
          receiver.endpoint() + "/v1/logs",
          ExportLogsServiceRequest.newBuilder()
              .addResourceLogs(ResourceLogs.newBuilder().addScopeLogs(events))
              .build());
      return receiver.received();
    }
  }

  private Exported point(String metric, NumberDataPoint.Builder point, Object... labels) {
    metrics.addMetrics(Metric.newBuilder()
        .setName(metric)
        .setSum(Sum.newBuilder()
            .setIsMonotonic(true)
            .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
            .addDataPoints(point.addAllAttributes(pairs(labels)))));
    return this;
  }

  /** Spans start at their number, in milliseconds. */
  private static Span span(
      int trace, int id, int parent, String name, int millis, Object... attributes) {
    return Span.newBuilder()
        .setTraceId(idOf(trace, 16))
        .setSpanId(idOf(id, 8))
        .setParentSpanId(parent == 0 ? ByteString.EMPTY : idOf(parent, 8))
        .setName(name)
        .setStartTimeUnixNano(id * 1_000_000L)
        .setEndTimeUnixNano((id + millis) * 1_000_000L)
        .addAllAttributes(pairs(attributes))
        .build();
  }

  private static ByteString idOf(int number, int length) {
    byte[] bytes = new byte[length];
    bytes[length - 1] = (byte) number;
    return ByteString.copyFrom(bytes);
  }

  private static List<KeyValue> pairs(Object... attributes) {
    List<KeyValue> pairs = new ArrayList<>();
    for (int i = 0; i < attributes.length; i += 2) {
      pairs.add(KeyValue.newBuilder()
          .setKey((String) attributes[i])
          .setValue(value(attributes[i + 1]))
          .build());
    }
    return pairs;
  }

  private static AnyValue value(Object value) {
    AnyValue.Builder any = AnyValue.newBuilder();
    if (value instanceof Long number) {
      return any.setIntValue(number).build();
    }
    if (value instanceof Double number) {
      return any.setDoubleValue(number).build();
    }
    if (value instanceof Boolean fact) {
      return any.setBoolValue(fact).build();
    }
    return any.setStringValue((String) value).build();
  }

  private static void send(String url, Message message) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url))
        .POST(HttpRequest.BodyPublishers.ofByteArray(message.toByteArray()))
        .build();
    HttpResponse<Void> response = HttpClient.newHttpClient()
        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .join();
    if (response.statusCode() != 200) {
      throw new IllegalStateException(url + ": " + response.statusCode());
    }
  }
}
