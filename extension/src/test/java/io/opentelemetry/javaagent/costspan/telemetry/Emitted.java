package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What one run emitted, by place; keys by name. */
record Emitted(
    Map<String, AttributeType> span,
    Map<String, AttributeType> batch,
    Map<String, AttributeType> root,
    Map<String, AttributeType> event,
    Map<String, AttributeType> labels,
    List<MetricData> metrics) {

  private static final Set<String> NO_CALLS =
      Set.of(EveryKindOfCall.BATCH_SPAN, EveryKindOfCall.ROOT_SPAN);

  static Emitted under(boolean latestConventions) {
    return of(EveryKindOfCall.run(latestConventions));
  }

  static Emitted withPlainUsers() {
    return of(EveryKindOfCall.runWithPlainUsers());
  }

  private static Emitted of(TestTelemetry made) {
    try (TestTelemetry telemetry = made) {
      List<MetricData> metrics = List.copyOf(telemetry.metrics());
      return new Emitted(
          types(attributes(telemetry, name -> !NO_CALLS.contains(name))),
          types(attributes(telemetry, EveryKindOfCall.BATCH_SPAN::equals)),
          types(attributes(telemetry, EveryKindOfCall.ROOT_SPAN::equals)),
          types(telemetry.events().stream().map(event -> event.getAttributes()).toList()),
          types(metrics.stream().flatMap(metric -> labelsOf(metric).stream()).toList()),
          metrics.stream().sorted(Comparator.comparing(MetricData::getName)).toList());
    }
  }

  Set<String> attributeNames() {
    Set<String> all = new TreeSet<>(span.keySet());
    all.addAll(batch.keySet());
    all.addAll(root.keySet());
    all.addAll(event.keySet());
    all.addAll(labels.keySet());
    return all;
  }

  private static List<Attributes> attributes(TestTelemetry telemetry, Predicate<String> name) {
    return telemetry.spans().stream()
        .filter(span -> name.test(span.getName()))
        .map(SpanData::getAttributes)
        .toList();
  }

  private static Map<String, AttributeType> types(Collection<Attributes> all) {
    Map<String, AttributeType> types = new TreeMap<>();
    for (Attributes attributes : all) {
      attributes.forEach((AttributeKey<?> key, Object v) -> types.put(key.getKey(), key.getType()));
    }
    return types;
  }

  static List<Attributes> labelsOf(MetricData metric) {
    return metric.getData().getPoints().stream()
        .map(point -> point.getAttributes())
        .toList();
  }
}
