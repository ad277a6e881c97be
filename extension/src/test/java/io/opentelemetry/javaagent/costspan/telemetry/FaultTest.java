package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;
import io.opentelemetry.javaagent.costspan.attribution.CallFields;
import io.opentelemetry.javaagent.costspan.attribution.ServedRequest;
import io.opentelemetry.javaagent.costspan.attribution.Source;
import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import io.opentelemetry.javaagent.costspan.price.Quote;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One part that fails does not reach the caller, and does not keep the others from their work. */
class FaultTest {

  private final CapturedLog log = new CapturedLog(Failures.class);

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void pricingThatThrowsLeavesACallWithoutCostAndWithoutAReason() {
    try (TestTelemetry telemetry =
        TestTelemetry.setup().pricing(new BrokenPricing()).build()) {
      telemetry.call(Calls.chat("gpt-flat"), Calls.cachedAnswer());
      telemetry.call(Calls.chat("gpt-flat"), Calls.cachedAnswer());

      SpanData span = telemetry.spans().get(0);
      assertThat(span.getAttributes().get(Names.INPUT_TOKENS)).isEqualTo(1_000);
      assertThat(span.getAttributes().get(Names.COST)).isNull();
      assertThat(span.getAttributes().get(Names.UNPRICED_REASON)).isNull();
      assertThat(telemetry.longsBy("llm.requests", Names.OUTCOME)).containsEntry("success", 2L);
      assertThat(telemetry.events()).hasSize(2);
      assertFailures(telemetry, "price", 2);
    }
  }

  @Test
  void attributionThatThrowsLeavesThePayerUnknown() {
    Attribution broken =
        Attribution.builder().tenant(List.of(new BrokenSource())).build();
    try (TestTelemetry telemetry = TestTelemetry.setup().attribution(broken).build()) {
      telemetry.call(Calls.chat("gpt-flat"), Calls.cachedAnswer());

      assertThat(telemetry.spans()).hasSize(1);
      assertThat(telemetry.longsBy("llm.requests", Names.FEATURE)).containsEntry("unknown", 1L);
      assertFailures(telemetry, "attribution", 1);
    }
  }

  @Test
  void labelsThatThrowLeaveTheCallInTheSumsAsUnknown() {
    try (TestTelemetry telemetry = TestTelemetry.create()) {
      CallStart broken = CallStart.of("chat", "openai", null, null, -1, Context.root());

      telemetry.calls().start(broken).end(Calls.cachedAnswer());

      assertThat(telemetry.longsBy("llm.requests", Names.PROVIDER)).containsEntry("unknown", 1L);
      assertThat(telemetry.longsBy("llm.tokens", Names.PROVIDER)).containsEntry("unknown", 1_100L);
      assertThat(telemetry.longsBy("costspan.failures", Names.SITE)).containsEntry("labels", 1L);
    }
  }

  @Test
  void aClockThatThrowsLeavesACallWithoutCostAndWithoutAReason() {
    try (TestTelemetry telemetry = TestTelemetry.setup().clock(new BrokenOnce()).build()) {
      telemetry.call(Calls.chat("gpt-flat"), Calls.cachedAnswer());

      assertThat(telemetry.onlySpan().getAttributes().get(Names.INPUT_TOKENS)).isEqualTo(1_000);
      assertThat(telemetry.onlySpan().getAttributes().get(Names.COST)).isNull();
      assertThat(telemetry.onlySpan().getAttributes().get(Names.UNPRICED_REASON))
          .isNull();
      assertThat(telemetry.longsBy("llm.requests", Names.OUTCOME)).containsEntry("success", 1L);
      assertThat(telemetry.events()).hasSize(1);
      assertFailures(telemetry, "clock", 1);
    }
  }

  @Test
  void aSpanThatCannotBeStartedLeavesTheApplicationsSpanOpenAndTheMetricsWhole() {
    try (TestTelemetry telemetry =
        TestTelemetry.setup().spanProcessor(new BrokenOn("chat gpt-flat")).build()) {
      Span application = telemetry.sdk().getTracer("app").spanBuilder("work").startSpan();
      Context parent = Context.root().with(application);

      CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat", parent));
      Span child = Span.fromContext(call.context());
      call.end(Calls.cachedAnswer());

      assertThat(application.isRecording()).isTrue();
      assertThat(child.getSpanContext()).isEqualTo(application.getSpanContext());
      assertThat(telemetry.longsBy("llm.requests", Names.OUTCOME)).containsEntry("success", 1L);
      assertThat(telemetry.events()).hasSize(1);
      assertFailures(telemetry, "span", 1);
    }
  }

  @Test
  void aLogThatThrowsLeavesSpanAndMetricsWhole() {
    TestTelemetry.Setup setup = TestTelemetry.setup().logProcessor((context, event) -> {
      throw new StackOverflowError();
    });
    try (TestTelemetry telemetry = setup.build()) {
      telemetry.call(Calls.chat("gpt-flat"), Calls.cachedAnswer());

      assertThat(telemetry.onlySpan().getAttributes().get(Names.COST)).isEqualTo(0.003);
      assertThat(telemetry.hasMetric("llm.cost")).isTrue();
      assertFailures(telemetry, "event", 1);
    }
  }

  private void assertFailures(TestTelemetry telemetry, String site, long count) {
    assertThat(telemetry.longsBy("costspan.failures", Names.SITE))
        .containsOnly(Map.entry(site, count));
    assertThat(log.messages()).hasSize(1).allMatch(message -> message.contains(site));
  }

  private static final class BrokenPricing implements Pricing {

    @Override
    public Quote quote(BilledCall call) {
      throw new IllegalStateException("broken");
    }

    @Override
    public String version() {
      return "not a date";
    }

    @Override
    public int size() {
      return 0;
    }
  }

  /** Fails when it is first read. */
  private static final class BrokenOnce extends Clock {

    private final AtomicBoolean read = new AtomicBoolean();

    @Override
    public Instant instant() {
      if (read.compareAndSet(false, true)) {
        throw new IllegalStateException("broken");
      }
      return Instant.EPOCH;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Fails when a span of this name starts. */
  private record BrokenOn(String name) implements SpanProcessor {

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      if (span.getName().equals(name)) {
        throw new IllegalStateException("broken");
      }
    }

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
      return false;
    }
  }

  /** Fails whenever it is asked. */
  private static final class BrokenSource implements Source {

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public String read(Context context, ServedRequest served, CallFields call) {
      throw new IllegalStateException("no");
    }
  }
}
