package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConventionMetricsTest {

  private static final Attributes SERVED = Attributes.builder()
      .put("gen_ai.operation.name", "chat")
      .put("gen_ai.provider.name", "openai")
      .put("gen_ai.request.model", "gpt-flat")
      .put("gen_ai.response.model", "gpt-flat-2026-01-01")
      .put("server.address", "api.openai.com")
      .put("server.port", 443)
      .build();

  private final TestTelemetry telemetry = TestTelemetry.create();

  @AfterEach
  void close() {
    telemetry.close();
  }

  @Test
  void measuresHowLongACallTook() {
    CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat"));
    telemetry.passMillis(1_500);
    call.end(Calls.answer(10, 10));

    MetricData duration = telemetry.metric("gen_ai.client.operation.duration");
    assertThat(duration.getUnit()).isEqualTo("s");
    assertThat(duration.getInstrumentationScopeInfo().getName()).isEqualTo("io.costspan");
    HistogramPointData point = onlyPoint("gen_ai.client.operation.duration");
    assertThat(point.getSum()).isEqualTo(1.5);
    assertThat(point.getAttributes()).isEqualTo(SERVED);
    assertThat(point.getBoundaries())
        .containsExactly(
            0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
  }

  @Test
  void namesTheErrorOfAFailedCall() {
    telemetry.call(Calls.chat("gpt-flat"), Calls.refused(Outcome.TIMEOUT, "timeout_error"));

    assertThat(onlyPoint("gen_ai.client.operation.duration").getAttributes())
        .isEqualTo(SERVED.toBuilder()
            .remove(Names.RESPONSE_MODEL)
            .put("error.type", "timeout_error")
            .build());
  }

  @Test
  void countsTokensInTotalsThatIncludeTheirParts() {
    telemetry.call(Calls.chat("gpt-flat"), Calls.cachedAnswer());

    MetricData tokens = telemetry.metric("gen_ai.client.token.usage");
    assertThat(tokens.getUnit()).isEqualTo("{token}");
    assertThat(tokens.getType()).isEqualTo(MetricDataType.HISTOGRAM);
    assertThat(points(tokens))
        .allSatisfy(point -> assertThat(point.getBoundaries())
            .containsExactly(
                1.0,
                4.0,
                16.0,
                64.0,
                256.0,
                1024.0,
                4096.0,
                16384.0,
                65536.0,
                262144.0,
                1048576.0,
                4194304.0,
                16777216.0,
                67108864.0))
        .anySatisfy(point -> {
          assertThat(point.getAttributes())
              .isEqualTo(SERVED.toBuilder().put("gen_ai.token.type", "input").build());
          assertThat(point.getSum()).isEqualTo(1_000);
        })
        .anySatisfy(point -> {
          assertThat(point.getAttributes())
              .isEqualTo(SERVED.toBuilder().put("gen_ai.token.type", "output").build());
          assertThat(point.getSum()).isEqualTo(100);
        })
        .hasSize(2);
  }

  @Test
  void countsNoTokensThatWereNotReported() {
    telemetry.call(
        Calls.chat("gpt-flat"),
        CallEnd.builder(Calls.nothing(), Outcome.SUCCESS).build());

    assertThat(telemetry.hasMetric("gen_ai.client.token.usage")).isFalse();
    assertThat(telemetry.hasMetric("gen_ai.client.operation.cost")).isFalse();
  }

  @Test
  void measuresTheFirstChunkAndTheTimeBetweenTheOthers() {
    CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat"));
    telemetry.passMillis(500);
    call.chunk("gpt-flat-2026-01-01");
    telemetry.passMillis(20);
    call.chunk("gpt-flat-2026-01-01");
    telemetry.passMillis(30);
    call.chunk("gpt-flat-2026-01-01");
    call.end(Calls.answer(10, 10));

    HistogramPointData first = onlyPoint("gen_ai.client.operation.time_to_first_chunk");
    assertThat(first.getSum()).isEqualTo(0.5);
    assertThat(first.getAttributes()).isEqualTo(SERVED);
    HistogramPointData later = onlyPoint("gen_ai.client.operation.time_per_output_chunk");
    assertThat(later.getCount()).isEqualTo(2);
    assertThat(later.getSum()).isEqualTo(0.05);
    assertThat(later.getAttributes()).isEqualTo(SERVED);
  }

  @Test
  void aDroppedStreamTookUntilItsLastChunkAndNotUntilItWasFound() {
    CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat"));
    telemetry.passMillis(500);
    call.chunk("gpt-flat-2026-01-01");
    telemetry.passMillis(600_000);
    call.end(CallEnd.builder(Calls.cachedFacts().build(UsageStatus.PARTIAL), Outcome.CANCELLED)
        .streamEnd(StreamEnd.REAPED)
        .build());

    assertThat(onlyPoint("gen_ai.client.operation.duration").getSum()).isEqualTo(0.5);
  }

  @Test
  void aDroppedResponseTookUntilItsHeadAndNotUntilItWasFound() {
    CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat"));
    telemetry.passMillis(500);
    call.headArrived();
    telemetry.passMillis(100);
    call.headArrived();
    telemetry.passMillis(600_000);
    call.end(CallEnd.builder(Calls.nothing(), Outcome.CANCELLED).dropped(true).build());

    assertThat(onlyPoint("gen_ai.client.operation.duration").getSum()).isEqualTo(0.5);
    assertThat(telemetry.events())
        .singleElement()
        .satisfies(
            event -> assertThat(event.getAttributes().get(Names.DURATION)).isEqualTo(0.5));
  }

  @Test
  void aCallThatWasNotDroppedTookUntilItsEnd() {
    CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat"));
    telemetry.passMillis(500);
    call.headArrived();
    telemetry.passMillis(700);
    call.end(Calls.answer(10, 10));

    assertThat(onlyPoint("gen_ai.client.operation.duration").getSum()).isEqualTo(1.2);
  }

  @Test
  void measuresTheFirstChunkFromTheStartAndNotFromTheHead() {
    CallRecording call = telemetry.calls().start(Calls.chat("gpt-flat"));
    telemetry.passMillis(500);
    call.headArrived();
    telemetry.passMillis(250);
    call.chunk(null);
    call.end(Calls.answer(10, 10));

    assertThat(onlyPoint("gen_ai.client.operation.time_to_first_chunk").getSum())
        .isEqualTo(0.75);
  }

  @Test
  void showsWhatACallCost() {
    telemetry.call(Calls.chat("gpt-flat"), Calls.cachedAnswer());

    assertThat(telemetry.metric("gen_ai.client.operation.cost").getUnit()).isEqualTo("USD");
    HistogramPointData point = onlyPoint("gen_ai.client.operation.cost");
    assertThat(point.getSum()).isEqualTo(0.003);
    assertThat(point.getAttributes())
        .isEqualTo(Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.provider.name", "openai")
            .put("gen_ai.request.model", "gpt-flat")
            .put("gen_ai.response.model", "gpt-flat-2026-01-01")
            .put("gen_ai.usage.cost.currency", "USD")
            .put("gen_ai.usage.cost.source", "local")
            .build());
  }

  @Test
  void neverSaysWhoPays() {
    CallRecording call =
        telemetry.calls().start(Calls.chat("gpt-flat", TestTelemetry.paidBy("acme", "search")));
    call.chunk(null);
    call.chunk(null);
    call.end(Calls.cachedAnswer());

    List<MetricData> conventions = telemetry.metrics().stream()
        .filter(m -> m.getName().startsWith("gen_ai."))
        .toList();
    assertThat(conventions).hasSize(5);
    assertThat(conventions)
        .allSatisfy(metric ->
            assertThat(keys(metric)).doesNotContain("tenant.id", "llm.feature", "session.id"));
  }

  @Test
  void everyMetricHasADescription() {
    telemetry.call(Calls.chat("gpt-flat"), Calls.cachedAnswer());

    assertThat(telemetry.metrics())
        .isNotEmpty()
        .allSatisfy(metric -> assertThat(metric.getDescription()).endsWith("."));
  }

  private HistogramPointData onlyPoint(String metric) {
    Collection<HistogramPointData> points = points(telemetry.metric(metric));
    assertThat(points).hasSize(1);
    return points.iterator().next();
  }

  private static Collection<HistogramPointData> points(MetricData metric) {
    return metric.getHistogramData().getPoints();
  }

  private static Set<String> keys(MetricData metric) {
    return metric.getData().getPoints().stream()
        .flatMap(point -> point.getAttributes().asMap().keySet().stream())
        .map(key -> key.getKey())
        .collect(Collectors.toSet());
  }
}
