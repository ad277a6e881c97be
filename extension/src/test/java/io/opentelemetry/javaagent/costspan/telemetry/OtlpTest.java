package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.javaagent.costspan.attribution.UsualAttribution;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.RequestParameter;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a backend gets: the bytes of the real exporters, with the exact types of every value. */
class OtlpTest {

  private LoopbackCollector collector;

  @BeforeEach
  void call() throws Exception {
    collector = new LoopbackCollector();
    AtomicLong nanos = new AtomicLong();
    // Closing flushes: one export of each signal.
    try (SdkParts sdk = exportingTo(collector)) {
      CallTelemetry telemetry = CallTelemetry.create(
          sdk,
          TelemetrySettings.builder("1.2.3").build(),
          new FlatRate(),
          UsualAttribution.create(),
          new Failures(),
          nanos::get);
      RequestFacts request = RequestFacts.builder()
          .model("gpt-flat")
          .streaming(true)
          .parameter(RequestParameter.MAX_TOKENS, 256L)
          .parameter(RequestParameter.TEMPERATURE, 1.0)
          .parameter(RequestParameter.STOP_SEQUENCES, new String[] {"END"})
          .build();
      Context payer = TestTelemetry.paidBy("acme", "search");
      CallRecording call = telemetry.start(Calls.chat(request, payer));
      nanos.set(250_000_000);
      call.chunk("gpt-flat-2026-01-01");
      call.end(Calls.cachedAnswer());
    }
  }

  @AfterEach
  void close() {
    collector.close();
  }

  @Test
  void spanValuesHaveTheTypesOfTheContract() throws Exception {
    Span span = collector.traces().getResourceSpans(0).getScopeSpans(0).getSpans(0);

    assertThat(span.getName()).isEqualTo("chat gpt-flat");
    assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    assertThat(byKey(span.getAttributesList()))
        .contains(
            entry("gen_ai.request.model", string("gpt-flat")),
            entry("gen_ai.request.stream", bool(true)),
            entry("gen_ai.request.max_tokens", integer(256)),
            entry("gen_ai.request.temperature", number(1)),
            entry("gen_ai.request.stop_sequences", strings("END")),
            entry("gen_ai.response.finish_reasons", strings("stop")),
            entry("gen_ai.response.time_to_first_chunk", number(0.25)),
            entry("server.port", integer(443)),
            entry("gen_ai.usage.input_tokens", integer(1_000)),
            entry("gen_ai.usage.cache_read.input_tokens", integer(400)),
            entry("gen_ai.usage.output_tokens", integer(100)),
            entry("gen_ai.usage.reasoning.output_tokens", integer(30)),
            entry("gen_ai.usage.cost.amount", number(0.003)),
            entry("llm.cost.input", number(0.0015)),
            entry("llm.cost.cache_read", number(0.0005)),
            entry("llm.cost.output", number(0.001)),
            entry("llm.cache.hit", bool(true)),
            entry("llm.cache.saved", number(0.0005)),
            entry("tenant.id", string("acme")));
  }

  @Test
  void ledgerCountersAreCumulativeMonotonicSumsWithTheirUnits() throws Exception {
    Map<String, Metric> metrics = metrics();

    Metric cost = metrics.get("llm.cost");
    assertThat(cost.getUnit()).isEqualTo("USD");
    assertThat(cost.getSum().getIsMonotonic()).isTrue();
    assertThat(cost.getSum().getAggregationTemporality())
        .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
    assertThat(cost.getSum().getDataPointsList())
        .allMatch(NumberDataPoint::hasAsDouble)
        .extracting(NumberDataPoint::getAsDouble)
        .containsExactlyInAnyOrder(0.0015, 0.0005, 0.001);
    Metric requests = metrics.get("llm.requests");
    assertThat(requests.getUnit()).isEqualTo("{request}");
    assertThat(requests.getSum().getDataPointsList()).singleElement().satisfies(point -> {
      assertThat(point.hasAsInt()).isTrue();
      assertThat(point.getAsInt()).isEqualTo(1);
      assertThat(byKey(point.getAttributesList()))
          .containsOnly(
              entry("tenant.id", string("acme")),
              entry("llm.feature", string("search")),
              entry("gen_ai.provider.name", string("openai")),
              entry("gen_ai.request.model", string("gpt-flat")),
              entry("gen_ai.operation.name", string("chat")),
              entry("llm.outcome", string("success")));
    });
  }

  @Test
  void conventionMetricsAreHistogramsWithTheirUnits() throws Exception {
    Map<String, Metric> metrics = metrics();

    assertThat(metrics.get("gen_ai.client.operation.duration").getUnit()).isEqualTo("s");
    assertThat(metrics
            .get("gen_ai.client.operation.duration")
            .getHistogram()
            .getDataPoints(0)
            .getSum())
        .isEqualTo(0.25);
    assertThat(metrics.get("gen_ai.client.token.usage").getUnit()).isEqualTo("{token}");
    assertThat(metrics.get("gen_ai.client.token.usage").getHistogram().getDataPointsCount())
        .isEqualTo(2);
    assertThat(metrics.get("gen_ai.client.operation.cost").getUnit()).isEqualTo("USD");
  }

  @Test
  void ledgerEventIsALogRecordWithANameThatBelongsToTheSpan() throws Exception {
    LogRecord event = collector.logs().getResourceLogs(0).getScopeLogs(0).getLogRecords(0);
    Span span = collector.traces().getResourceSpans(0).getScopeSpans(0).getSpans(0);

    assertThat(event.getEventName()).isEqualTo("llm.call");
    assertThat(event.getSeverityNumber()).isEqualTo(SeverityNumber.SEVERITY_NUMBER_INFO);
    assertThat(event.getTraceId()).isEqualTo(span.getTraceId());
    assertThat(event.getSpanId()).isEqualTo(span.getSpanId());
    assertThat(event.getTimeUnixNano()).isPositive();
    assertThat(event.hasBody()).isFalse();
    assertThat(byKey(event.getAttributesList()))
        .contains(
            entry("llm.duration", number(0.25)),
            entry("gen_ai.usage.input_tokens", integer(1_000)),
            entry("gen_ai.usage.cost.amount", number(0.003)),
            entry("gen_ai.usage.cost.currency", string("USD")));
  }

  private Map<String, Metric> metrics() throws Exception {
    return collector.metrics().getResourceMetrics(0).getScopeMetricsList().stream()
        .filter(scope -> scope.getScope().getName().equals("io.costspan"))
        .flatMap(scope -> scope.getMetricsList().stream())
        .collect(Collectors.toMap(Metric::getName, Function.identity()));
  }

  private static SdkParts exportingTo(LoopbackCollector collector) {
    return new SdkParts(
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(OtlpHttpSpanExporter.builder()
                .setEndpoint(collector.url("/v1/traces"))
                .build()))
            .build(),
        SdkMeterProvider.builder()
            .registerMetricReader(PeriodicMetricReader.builder(OtlpHttpMetricExporter.builder()
                    .setEndpoint(collector.url("/v1/metrics"))
                    .build())
                .setInterval(Duration.ofHours(1))
                .build())
            .build(),
        SdkLoggerProvider.builder()
            .addLogRecordProcessor(
                SimpleLogRecordProcessor.create(OtlpHttpLogRecordExporter.builder()
                    .setEndpoint(collector.url("/v1/logs"))
                    .build()))
            .build());
  }

  private static Map<String, AnyValue> byKey(List<KeyValue> attributes) {
    return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
  }

  private static AnyValue string(String value) {
    return AnyValue.newBuilder().setStringValue(value).build();
  }

  private static AnyValue integer(long value) {
    return AnyValue.newBuilder().setIntValue(value).build();
  }

  private static AnyValue number(double value) {
    return AnyValue.newBuilder().setDoubleValue(value).build();
  }

  private static AnyValue bool(boolean value) {
    return AnyValue.newBuilder().setBoolValue(value).build();
  }

  private static AnyValue strings(String value) {
    return AnyValue.newBuilder()
        .setArrayValue(ArrayValue.newBuilder().addValues(string(value)))
        .build();
  }
}
