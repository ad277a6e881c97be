package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import io.opentelemetry.instrumentation.api.instrumenter.SpanKindExtractor;
import io.opentelemetry.javaagent.costspan.attribution.Payer;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RootTotalsTest {

  private final TestTelemetry telemetry = TestTelemetry.create();
  private final Instrumenter<String, Void> server = Instrumenter.<String, Void>builder(
          telemetry.sdk(), "server", request -> request)
      .buildInstrumenter(SpanKindExtractor.alwaysServer());

  @AfterEach
  void close() {
    telemetry.close();
  }

  @Test
  void showsOnTheServedRequestWhatItsCallsCost() {
    Context request = server.start(TestTelemetry.paidBy("acme", "search"), "GET /search");
    telemetry.call(Calls.chat("gpt-flat", request), Calls.cachedAnswer());
    telemetry.call(Calls.chat("gpt-flat", request), Calls.cachedAnswer());
    telemetry.call(Calls.chat("mystery", request), Calls.answer(5, 5));
    server.end(request, "GET /search", null, null);

    SpanData root = span("GET /search");
    assertThat(root.getAttributes().get(Names.ROOT_CALLS)).isEqualTo(3);
    assertThat(root.getAttributes().get(Names.ROOT_COST)).isEqualTo(0.006); // 2 × 0.003
    assertThat(root.getAttributes().get(Names.ROOT_TOKENS)).isEqualTo(2_210); // 2 × 1,100 + 10
    assertThat(root.getAttributes().get(Names.FEATURE)).isEqualTo("search");
    assertThat(root.getAttributes().asMap().toString()).contains("tenant.id=acme");
  }

  @Test
  void keepsServedRequestsApart() {
    Context one = server.start(Context.root(), "GET /one");
    Context other = server.start(Context.root(), "GET /other");
    telemetry.call(Calls.chat("gpt-flat", one), Calls.answer(10, 0));
    telemetry.call(Calls.chat("gpt-flat", other), Calls.answer(20, 0));
    server.end(one, "GET /one", null, null);
    server.end(other, "GET /other", null, null);

    assertThat(span("GET /one").getAttributes().get(Names.ROOT_TOKENS)).isEqualTo(10);
    assertThat(span("GET /other").getAttributes().get(Names.ROOT_TOKENS)).isEqualTo(20);
  }

  @Test
  void showsNoCostWhenNoCallWasPriced() {
    Context request = server.start(Context.root(), "GET /search");
    telemetry.call(Calls.chat("mystery", request), Calls.answer(5, 5));
    server.end(request, "GET /search", null, null);

    SpanData root = span("GET /search");
    assertThat(root.getAttributes().get(Names.ROOT_CALLS)).isEqualTo(1);
    assertThat(root.getAttributes().get(Names.ROOT_COST)).isNull();
  }

  @Test
  void neverShowsTotalsOnTheSpanOfACall() {
    CallRecording outer = telemetry.calls().start(Calls.chat("gpt-flat"));
    telemetry.call(Calls.chat("gpt-flat", outer.context()), Calls.answer(1, 1));
    outer.end(Calls.answer(1, 1));

    assertThat(telemetry.spans())
        .hasSize(2)
        .allSatisfy(
            span -> assertThat(span.getAttributes().get(Names.ROOT_CALLS)).isNull());
  }

  @Test
  void losesNoCallOfARequestThatMakesThemInParallel() {
    Context request = server.start(Context.root(), "GET /search");

    IntStream.range(0, 4_000)
        .parallel()
        .forEach(i -> telemetry.call(Calls.chat("gpt-flat", request), Calls.answer(1_000, 0)));
    server.end(request, "GET /search", null, null);

    SpanData root = span("GET /search");
    assertThat(root.getAttributes().get(Names.ROOT_CALLS)).isEqualTo(4_000);
    assertThat(root.getAttributes().get(Names.ROOT_COST)).isEqualTo(10.0); // 4,000 × 0.0025
  }

  @Test
  void forgetsARequestThatIsOver() {
    RootTotals totals = new RootTotals(Names.published("tenant.id"));
    // No exporter, which would hold the spans.
    try (SdkTracerProvider tracers = SdkTracerProvider.builder().build()) {
      Instrumenter<String, Void> unexported = unexported(tracers);
      for (int i = 0; i < 1_000; i++) {
        Context request = unexported.start(Context.root(), "GET /");
        totals.record(finishedCall(request));
        unexported.end(request, "GET /", null, null);
      }

      for (int i = 0; i < 50 && totals.size() > 0; i++) {
        System.gc();
      }
      assertThat(totals.size()).isZero();
    }
  }

  private static Instrumenter<String, Void> unexported(SdkTracerProvider tracers) {
    return Instrumenter.<String, Void>builder(
            new SdkParts(
                tracers,
                SdkMeterProvider.builder().build(),
                SdkLoggerProvider.builder().build()),
            "server",
            request -> request)
        .buildInstrumenter(SpanKindExtractor.alwaysServer());
  }

  private static FinishedCall finishedCall(Context parent) {
    CallStart start = Calls.chat("gpt-flat", parent);
    TelemetrySettings settings = TelemetrySettings.builder("1").build();
    Labels labels = new Labels(Names.published("tenant.id"), settings);
    StartedCall started = new StartedCall(
        start, Payer.unknown(), CallLabels.of(start, labels), Span.getInvalid(), Instant.EPOCH);
    return new FinishedCall(started, Calls.cachedAnswer(), null, new CallClock(0));
  }

  private SpanData span(String name) {
    return telemetry.spans().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
