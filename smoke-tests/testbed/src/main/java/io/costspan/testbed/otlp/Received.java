package io.costspan.testbed.otlp;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Everything that was exported so far. */
public final class Received {
  private final List<ReceivedSpan> spans = new ArrayList<>();
  private final List<ReceivedEvent> events = new ArrayList<>();
  private final Map<String, ReceivedPoint> lastPoints = new LinkedHashMap<>();

  synchronized void add(ExportTraceServiceRequest request) {
    for (var resource : request.getResourceSpansList()) {
      for (var scope : resource.getScopeSpansList()) {
        String name = scope.getScope().getName();
        scope.getSpansList().forEach(span -> spans.add(ReceivedSpan.of(name, span)));
      }
    }
    notifyAll();
  }

  synchronized void add(ExportLogsServiceRequest request) {
    for (var resource : request.getResourceLogsList()) {
      for (var scope : resource.getScopeLogsList()) {
        String name = scope.getScope().getName();
        scope.getLogRecordsList().forEach(log -> events.add(ReceivedEvent.of(name, log)));
      }
    }
    notifyAll();
  }

  synchronized void add(ExportMetricsServiceRequest request) {
    for (var resource : request.getResourceMetricsList()) {
      for (var scope : resource.getScopeMetricsList()) {
        for (var metric : scope.getMetricsList()) {
          for (var point : MetricDecoder.points(scope.getScope().getName(), metric)) {
            if (MetricDecoder.isDelta(metric)) {
              lastPoints.merge(point.series(), point, ReceivedPoint::plus);
            } else {
              lastPoints.put(point.series(), point);
            }
          }
        }
      }
    }
  }

  /** Waits until so many spans fit; fails, with the number that does, when they have not come. */
  public void awaitSpans(int wanted, Predicate<ReceivedSpan> fit, Duration patience)
      throws InterruptedException {
    await(wanted, "spans", () -> spans.stream().filter(fit).count(), patience);
  }

  /** The same for events. */
  public void awaitEvents(int wanted, Predicate<ReceivedEvent> fit, Duration patience)
      throws InterruptedException {
    await(wanted, "events", () -> events.stream().filter(fit).count(), patience);
  }

  private synchronized void await(int wanted, String what, LongSupplier count, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    for (long came = count.getAsLong(); came < wanted; came = count.getAsLong()) {
      long leftMillis = (deadline - System.nanoTime()) / 1_000_000;
      if (leftMillis <= 0) {
        throw new IllegalStateException(came + " of " + wanted + " " + what + " after " + patience);
      }
      wait(leftMillis);
    }
  }

  /** All spans, which are forgotten: for who runs for an hour. */
  public synchronized List<ReceivedSpan> takeSpans() {
    List<ReceivedSpan> taken = spans();
    spans.clear();
    return taken;
  }

  /** The same of the events. */
  public synchronized List<ReceivedEvent> takeEvents() {
    List<ReceivedEvent> taken = events();
    events.clear();
    return taken;
  }

  public synchronized List<ReceivedSpan> spans() {
    return List.copyOf(spans);
  }

  /** Spans of one instrumentation scope, in the order in which they were exported. */
  public List<ReceivedSpan> spansOf(String scope) {
    return spans().stream().filter(span -> span.scope().equals(scope)).toList();
  }

  public List<ReceivedSpan> childrenOf(ReceivedSpan parent) {
    return spans().stream().filter(span -> span.isChildOf(parent)).toList();
  }

  public synchronized List<ReceivedEvent> events() {
    return List.copyOf(events);
  }

  public List<ReceivedEvent> eventsNamed(String name) {
    return events().stream().filter(event -> event.name().equals(name)).toList();
  }

  /** The last state of every series of the metric, of deltas their sum. */
  public synchronized List<ReceivedPoint> points(String metric) {
    return lastPoints.values().stream()
        .filter(point -> point.metric().equals(metric))
        .toList();
  }

  public synchronized List<ReceivedPoint> points() {
    return List.copyOf(lastPoints.values());
  }

  /**
   * The sum over all series of the metric whose attributes contain {@code labels}. Doubles are added
   * as the decimals they print as: adding them as doubles would lose the digits we check.
   */
  public BigDecimal sum(String metric, Map<String, ?> labels) {
    BigDecimal sum = BigDecimal.ZERO;
    for (ReceivedPoint point : points(metric)) {
      if (point.attributes().asMap().entrySet().containsAll(labels.entrySet())) {
        sum = sum.add(new BigDecimal(point.sum().toString()));
      }
    }
    return sum;
  }
}
