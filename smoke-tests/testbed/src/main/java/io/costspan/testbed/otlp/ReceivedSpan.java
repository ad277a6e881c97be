package io.costspan.testbed.otlp;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;

/**
 * @param parentSpanId empty for a root
 * @param eventNames names of its span events, in order
 */
public record ReceivedSpan(
    String scope,
    String name,
    Span.SpanKind kind,
    String traceId,
    String spanId,
    String parentSpanId,
    Status.StatusCode status,
    String statusDescription,
    long startNanos,
    long endNanos,
    List<String> eventNames,
    Attributes attributes) {

  static ReceivedSpan of(String scope, Span span) {
    return new ReceivedSpan(
        scope,
        span.getName(),
        span.getKind(),
        Hex.of(span.getTraceId()),
        Hex.of(span.getSpanId()),
        Hex.of(span.getParentSpanId()),
        span.getStatus().getCode(),
        span.getStatus().getMessage(),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        span.getEventsList().stream().map(Span.Event::getName).toList(),
        Attributes.of(span.getAttributesList()));
  }

  public boolean isChildOf(ReceivedSpan other) {
    return traceId.equals(other.traceId) && parentSpanId.equals(other.spanId);
  }
}
