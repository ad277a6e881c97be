package io.costspan.testbed.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the exporters of the real SDK, which are those in the agent. */
class OtlpReceiverTest {
  private OtlpReceiver receiver;

  @BeforeEach
  void start() {
    receiver = OtlpReceiver.start();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void keepsTheTypesOfSpanAttributes() {
    try (SdkTracerProvider tracers = tracers()) {
      Span span = tracers
          .get("io.costspan")
          .spanBuilder("chat m")
          .setSpanKind(SpanKind.CLIENT)
          .startSpan();
      span.setAttribute("count", 7).setAttribute("usd", 0.1).setAttribute("hit", true);
      span.setAttribute(AttributeKey.stringArrayKey("reasons"), List.of("stop"));
      span.end();
    }

    ReceivedSpan span = receiver.received().spansOf("io.costspan").get(0);
    assertThat(span.name()).isEqualTo("chat m");
    assertThat(span.attributes().asMap())
        .isEqualTo(Map.of("count", 7L, "usd", 0.1, "hit", true, "reasons", List.of("stop")));
    assertThatThrownBy(() -> span.attributes().integer("usd")).hasMessageContaining("Double");
  }

  @Test
  void keepsTheLastStateOfEverySeries() {
    try (SdkMeterProvider meters = meters()) {
      Meter meter = meters.get("io.costspan");
      DoubleCounter cost =
          meter.counterBuilder("llm.cost").ofDoubles().setUnit("USD").build();
      cost.add(0.1, Attributes.builder().put("kind", "input").build());
      meters.forceFlush().join(10, TimeUnit.SECONDS);
      cost.add(0.25, Attributes.builder().put("kind", "input").build());
      cost.add(0.5, Attributes.builder().put("kind", "output").build());
    }

    Received received = receiver.received();
    assertThat(received.points("llm.cost")).hasSize(2);
    assertThat(received.sum("llm.cost", Map.of("kind", "input"))).isEqualByComparingTo("0.35");
    assertThat(received.sum("llm.cost", Map.of())).isEqualByComparingTo("0.85");
    assertThat(received.points("llm.cost").get(0).unit()).isEqualTo("USD");
  }

  @Test
  void addsDeltasUp() {
    try (SdkMeterProvider meters = meters(AggregationTemporalitySelector.deltaPreferred())) {
      DoubleCounter cost =
          meters.get("io.costspan").counterBuilder("llm.cost").ofDoubles().build();
      cost.add(0.1);
      meters.forceFlush().join(10, TimeUnit.SECONDS);
      cost.add(0.2);
    }

    // As decimals: the doubles would make 0.30000000000000004.
    assertThat(receiver.received().sum("llm.cost", Map.of())).isEqualByComparingTo("0.3");
  }

  @Test
  void knowsEventsByName() {
    try (SdkLoggerProvider loggers = SdkLoggerProvider.builder()
        .addLogRecordProcessor(SimpleLogRecordProcessor.create(OtlpHttpLogRecordExporter.builder()
            .setEndpoint(receiver.endpoint() + "/v1/logs")
            .setCompression("gzip")
            .build()))
        .build()) {
      loggers
          .get("io.costspan")
          .logRecordBuilder()
          .setEventName("llm.call")
          .setAttribute(AttributeKey.doubleKey("llm.duration"), 0.5)
          .emit();
    }

    ReceivedEvent event = receiver.received().eventsNamed("llm.call").get(0);
    assertThat(event.attributes().number("llm.duration")).isEqualTo(0.5);
  }

  @Test
  void keepsNothingWhenItRefuses() {
    receiver.behave(Behaviour.REFUSE);

    try (SdkTracerProvider tracers = tracers()) {
      tracers.get("io.costspan").spanBuilder("chat m").startSpan().end();
    }

    assertThat(receiver.exports()).isPositive();
    assertThat(receiver.received().spans()).isEmpty();
  }

  private SdkTracerProvider tracers() {
    return SdkTracerProvider.builder()
        .addSpanProcessor(SimpleSpanProcessor.create(OtlpHttpSpanExporter.builder()
            .setEndpoint(receiver.endpoint() + "/v1/traces")
            .setRetryPolicy(null)
            .build()))
        .build();
  }

  private SdkMeterProvider meters() {
    return meters(AggregationTemporalitySelector.alwaysCumulative());
  }

  private SdkMeterProvider meters(AggregationTemporalitySelector temporality) {
    return SdkMeterProvider.builder()
        .registerMetricReader(PeriodicMetricReader.builder(OtlpHttpMetricExporter.builder()
                .setEndpoint(receiver.endpoint() + "/v1/metrics")
                .setAggregationTemporalitySelector(temporality)
                .build())
            .setInterval(Duration.ofHours(1))
            .build())
        .build();
  }
}
