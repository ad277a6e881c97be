package io.opentelemetry.javaagent.costspan.telemetry;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import io.opentelemetry.instrumentation.api.instrumenter.SpanKindExtractor;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;
import io.opentelemetry.javaagent.costspan.attribution.Fact;
import io.opentelemetry.javaagent.costspan.attribution.NamedFacts;
import io.opentelemetry.javaagent.costspan.attribution.Seen;
import io.opentelemetry.javaagent.costspan.attribution.Sources;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchRecordingTest {

  private static final CallEnd READ = CallEnd.builder(
          ResponseFacts.builder().build(UsageStatus.ABSENT), Outcome.SUCCESS)
      .streamEnd(StreamEnd.EOF)
      .build();

  @Test
  void theRequestThatIsServedShowsWhatItsBatchCost() {
    try (TestTelemetry telemetry = TestTelemetry.create()) {
      Instrumenter<String, Void> server = Instrumenter.<String, Void>builder(
              telemetry.sdk(), "server", request -> request)
          .buildInstrumenter(SpanKindExtractor.alwaysServer());
      Context request = server.start(Context.root(), "GET /nightly");
      BatchRecording reading = telemetry.calls().startBatch(reading(request), "file-1");
      bill(reading, 1_000, 100);
      bill(reading, 2_000, 200);
      reading.end(READ);
      server.end(request, "GET /nightly", null, null);

      SpanData batch = telemetry.spans().get(0);
      SpanData root = telemetry.spans().get(1);
      assertThat(root.getAttributes().get(Names.ROOT_CALLS)).isEqualTo(2);
      assertThat(root.getAttributes().get(Names.ROOT_TOKENS)).isEqualTo(3_300);
      assertThat(root.getAttributes().get(Names.ROOT_COST))
          .isEqualTo(batch.getAttributes().get(Names.COST));
      assertThat(batch.getParentSpanId()).isEqualTo(root.getSpanId());
      assertThat(telemetry.events())
          .hasSize(2)
          .allSatisfy(
              event -> assertThat(event.getSpanContext().getSpanId()).isEqualTo(batch.getSpanId()));
    }
  }

  /** The results come on a thread of the client's, whose logging context is anybody's. */
  @Test
  void isPaidByWhoAskedForItAndNotByTheThreadThatReads() {
    Attribution byLoggingContext =
        Attribution.builder().tenant(List.of(Sources.fact(Fact.MDC, "tenant"))).build();
    NamedFacts.install(byLoggingContext.namedFacts());
    try (TestTelemetry telemetry =
        TestTelemetry.setup().attribution(byLoggingContext).build()) {
      Seen.mdc("tenant", "acme");
      BatchRecording reading = telemetry.calls().startBatch(reading(Context.root()), "file-1");
      Seen.mdc("tenant", "globex");
      bill(reading, 1, 1);
      reading.end(READ);

      assertThat(telemetry.onlySpan().getAttributes().get(stringKey("tenant.id")))
          .isEqualTo("acme");
      assertThat(telemetry.longsBy("llm.requests", stringKey("tenant.id")))
          .isEqualTo(Map.of("acme", 1L));
    } finally {
      Seen.mdc("tenant", null);
      NamedFacts.install(NamedFacts.builder().build());
    }
  }

  @Test
  void theSpanBeginsWithTheRequestAndNotWithTheFirstResult() {
    try (TestTelemetry telemetry = TestTelemetry.create()) {
      BatchRecording reading = telemetry.calls().startBatch(reading(Context.root()), "file-1");
      telemetry.passMillis(300);
      bill(reading, 1, 1);
      reading.end(READ);

      SpanData span = telemetry.onlySpan();
      // The test's clock stands still on the 1st of December 2026 at 12:00.
      assertThat(span.getStartEpochNanos())
          .isEqualTo(TimeUnit.MILLISECONDS.toNanos(1_796_126_399_700L));
    }
  }

  @Test
  void aDroppedReadingEndsWithTheLastResult() {
    try (TestTelemetry telemetry = TestTelemetry.create()) {
      BatchRecording reading = telemetry.calls().startBatch(reading(Context.root()), "file-1");
      telemetry.passMillis(300);
      bill(reading, 1, 1);
      telemetry.passMillis(60_000);
      reading.end(CallEnd.builder(READ.facts(), Outcome.CANCELLED)
          .streamEnd(StreamEnd.REAPED)
          .build());

      SpanData span = telemetry.onlySpan();
      assertThat(span.getEndEpochNanos() - span.getStartEpochNanos())
          .isEqualTo(TimeUnit.MILLISECONDS.toNanos(300));
    }
  }

  @Test
  void samplingChangesNoBill() {
    try (TestTelemetry telemetry =
        TestTelemetry.setup().sampler(Sampler.alwaysOff()).build()) {
      BatchRecording reading = telemetry.calls().startBatch(reading(Context.root()), "file-1");
      bill(reading, 1_000, 100);
      reading.end(READ);

      assertThat(telemetry.spans()).isEmpty();
      assertThat(telemetry.events()).hasSize(1);
      assertThat(telemetry.events().get(0).getSpanContext().isValid()).isTrue();
      assertThat(telemetry.longsBy("llm.requests", Names.OPERATION)).containsEntry("chat", 1L);
    }
  }

  @Test
  void whatIsNoBatchLeavesNothing() {
    try (TestTelemetry telemetry = TestTelemetry.create()) {
      telemetry.calls().startBatch(reading(Context.root()), "file-1").end(READ);

      assertThat(telemetry.spans()).isEmpty();
      assertThat(telemetry.events()).isEmpty();
    }
  }

  private static CallStart reading(Context parent) {
    return CallStart.of(
        "batch_results", "openai", RequestFacts.builder().build(), "api.openai.com", 443, parent);
  }

  private static void bill(BatchRecording reading, long input, long output) {
    reading.read();
    reading.bill("chat", Calls.answer(input, output));
  }
}
