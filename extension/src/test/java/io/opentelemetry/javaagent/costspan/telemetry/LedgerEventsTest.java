package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LedgerEventsTest {

  private static final Context ACME = Baggage.builder()
      .put("tenant.id", "acme")
      .put("llm.feature", "search")
      .put("session.id", "s-1")
      .build()
      .storeInContext(Context.root());

  @Test
  void isARecordOfTheWholeBill() {
    try (TestTelemetry telemetry = TestTelemetry.create()) {
      CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat", ACME));
      telemetry.passMillis(750);
      call.end(Calls.cachedAnswer());

      LogRecordData event = onlyEvent(telemetry);
      assertThat(event.getEventName()).isEqualTo("llm.call");
      assertThat(event.getSeverity()).isEqualTo(Severity.INFO);
      assertThat(event.getBodyValue()).isNull();
      assertThat(event.getInstrumentationScopeInfo().getName()).isEqualTo("io.costspan");
      assertThat(event.getTimestampEpochNanos())
          .isEqualTo(
              TimeUnit.SECONDS.toNanos(Instant.parse("2026-12-01T12:00:00Z").getEpochSecond()));
      assertThat(attributes(event))
          .containsOnly(
              entry("tenant.id", "acme"),
              entry("llm.feature", "search"),
              entry("session.id", "s-1"),
              entry("gen_ai.operation.name", "chat"),
              entry("gen_ai.provider.name", "openai"),
              entry("gen_ai.request.model", "gpt-flat"),
              entry("gen_ai.response.model", "gpt-flat-2026-01-01"),
              entry("gen_ai.response.id", "chatcmpl-1"),
              entry("gen_ai.usage.input_tokens", 1_000L),
              entry("gen_ai.usage.output_tokens", 100L),
              entry("gen_ai.usage.cache_read.input_tokens", 400L),
              entry("gen_ai.usage.reasoning.output_tokens", 30L),
              entry("llm.usage.status", "measured"),
              entry("gen_ai.usage.cost.amount", 0.003),
              entry("gen_ai.usage.cost.currency", "USD"),
              entry("gen_ai.usage.cost.source", "local"),
              entry("llm.cost.input", 0.0015),
              entry("llm.cost.cache_read", 0.0005),
              entry("llm.cost.output", 0.001),
              entry("llm.price.entry", "openai/flat"),
              entry("llm.price.version", "2026-11-21"),
              entry("llm.cache.hit", true),
              entry("llm.cache.kind", "prompt"),
              entry("llm.cache.saved", 0.0005),
              entry("llm.outcome", "success"),
              entry("llm.duration", 0.75));
    }
  }

  @Test
  void warnsOfWhatDidNotSucceed() {
    try (TestTelemetry telemetry = TestTelemetry.create()) {
      telemetry.call(Calls.chat("gpt-flat"), Calls.refused(Outcome.RATE_LIMITED, "429"));

      LogRecordData event = onlyEvent(telemetry);
      assertThat(event.getSeverity()).isEqualTo(Severity.WARN);
      assertThat(attributes(event))
          .containsEntry("error.type", "429")
          .containsEntry("llm.outcome", "rate_limited");
    }
  }

  @Test
  void isWrittenAndLinkedWhenTheTraceIsNotSampled() {
    try (TestTelemetry telemetry =
        TestTelemetry.setup().sampler(Sampler.alwaysOff()).build()) {
      CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat"));
      Span span = Span.fromContext(call.context());
      call.end(Calls.cachedAnswer());

      LogRecordData event = onlyEvent(telemetry);
      assertThat(span.isRecording()).isFalse();
      assertThat(span.getSpanContext().isValid()).isTrue();
      assertThat(event.getSpanContext()).isEqualTo(span.getSpanContext());
      assertThat(attributes(event)).containsEntry("gen_ai.usage.cost.amount", 0.003);
    }
  }

  @Test
  void canBeTurnedOff() {
    TelemetrySettings.Builder off = TelemetrySettings.builder("1").ledgerEnabled(false);
    try (TestTelemetry telemetry = TestTelemetry.setup().settings(off).build()) {
      telemetry.call(Calls.chat("gpt-flat"), Calls.cachedAnswer());

      assertThat(telemetry.events()).isEmpty();
      assertThat(telemetry.spans()).hasSize(1);
    }
  }

  private static LogRecordData onlyEvent(TestTelemetry telemetry) {
    assertThat(telemetry.events()).hasSize(1);
    return telemetry.events().get(0);
  }

  private static Map<String, Object> attributes(LogRecordData event) {
    Map<String, Object> values = new TreeMap<>();
    event.getAttributes().forEach((key, value) -> values.put(key.getKey(), value));
    return values;
  }
}
