package io.costspan.testbed.otlp;

import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;

/**
 * A log record.
 *
 * @param name its event name, empty for an ordinary log line
 * @param traceId empty when it belongs to no trace
 */
public record ReceivedEvent(
    String scope,
    String name,
    SeverityNumber severity,
    String traceId,
    String spanId,
    String body,
    Attributes attributes) {

  static ReceivedEvent of(String scope, LogRecord log) {
    return new ReceivedEvent(
        scope,
        log.getEventName(),
        log.getSeverityNumber(),
        Hex.of(log.getTraceId()),
        Hex.of(log.getSpanId()),
        log.getBody().getStringValue(),
        Attributes.of(log.getAttributesList()));
  }
}
