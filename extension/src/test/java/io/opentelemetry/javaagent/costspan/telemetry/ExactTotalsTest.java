package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExactTotalsTest {

  private static final int THREADS = 16;
  private static final int CALLS_PER_THREAD = 10_000;

  @Test
  void metricsAndLedgerEventsAddUpToTheSameExactAmountFromManyThreads() throws Exception {
    ExactSum eventUsd = new ExactSum();
    LongAdder events = new LongAdder();
    TestTelemetry.Setup setup = TestTelemetry.setup()
        .sampler(Sampler.alwaysOff())
        .logProcessor((context, event) -> {
          events.increment();
          // The shortest decimal of the double is the amount that was billed.
          eventUsd.add(BigDecimal.valueOf(event.getAttribute(Names.COST)));
        });
    try (TestTelemetry telemetry = setup.build()) {
      List<BigDecimal> growing = callFromManyThreads(telemetry);

      // A call with n input tokens and one output token costs n × 0.0000025 + 0.00001 USD; n runs
      // from 1 to 10,000: 50,005,000 tokens × 0.0000025 = 125.0125, 10,000 × 0.00001 = 0.1.
      // Times 16 threads: (125.0125 + 0.1) × 16 = 2,001.80.
      assertThat(costOf(telemetry)).isEqualByComparingTo("2001.80");
      assertThat(eventUsd.usd()).isEqualByComparingTo("2001.80");
      assertThat(events.sum()).isEqualTo(160_000);
      assertThat(telemetry.longsBy("llm.requests", Names.FEATURE))
          .containsOnly(Map.entry("even", 80_000L), Map.entry("odd", 80_000L));
      assertThat(telemetry.longsBy("llm.tokens", Names.TOKEN_KIND))
          .containsOnly(
              Map.entry("input", 800_080_000L), // 50,005,000 × 16
              Map.entry("output", 160_000L));
      assertThat(growing).hasSize(50).isSorted();
    }
  }

  @Test
  void metricsAreTheSameWhateverIsSampled() {
    assertThat(metricsUnder(Sampler.alwaysOff()))
        .isEqualTo(metricsUnder(Sampler.alwaysOn()))
        .isNotEmpty();
  }

  /** Returns the costs that were collected meanwhile. */
  private static List<BigDecimal> callFromManyThreads(TestTelemetry telemetry) throws Exception {
    List<BigDecimal> collected = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> callers = new ArrayList<>();
      for (int thread = 1; thread < THREADS; thread++) {
        String feature = thread % 2 == 0 ? "even" : "odd";
        callers.add(threads.submit(() -> call(telemetry, feature, () -> {})));
      }
      call(telemetry, "even", () -> collected.add(costOf(telemetry)));
      for (Future<?> caller : callers) {
        caller.get();
      }
      return collected;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void call(TestTelemetry telemetry, String feature, Runnable nowAndThen) {
    Context payer = TestTelemetry.paidBy("acme", feature);
    for (int n = 1; n <= CALLS_PER_THREAD; n++) {
      telemetry.call(Calls.chat("gpt-flat", payer), Calls.answer(n, 1));
      if (n % 200 == 0) {
        nowAndThen.run();
      }
    }
  }

  private static BigDecimal costOf(TestTelemetry telemetry) {
    return telemetry.metrics().stream()
        .filter(metric -> metric.getName().equals("llm.cost"))
        .flatMap(metric -> metric.getDoubleSumData().getPoints().stream())
        .map(point -> BigDecimal.valueOf(point.getValue()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, Map<Attributes, List<Number>>> metricsUnder(Sampler sampler) {
    try (TestTelemetry telemetry = TestTelemetry.setup().sampler(sampler).build()) {
      Context payer = TestTelemetry.paidBy("acme", "search");
      CallRecording stream = telemetry.calls().start(Calls.chat("gpt-flat", payer));
      telemetry.passMillis(40);
      stream.chunk("gpt-flat-2026-01-01");
      telemetry.passMillis(10);
      stream.chunk("gpt-flat-2026-01-01");
      stream.end(Calls.cachedAnswer());
      telemetry.call(Calls.chat("mystery", payer), Calls.answer(3, 3));
      telemetry.call(Calls.chat("gpt-flat", payer), Calls.refused(Outcome.ERROR, "400"));
      return telemetry.metrics().stream()
          .collect(Collectors.toMap(MetricData::getName, ExactTotalsTest::values));
    }
  }

  private static Map<Attributes, List<Number>> values(MetricData metric) {
    return switch (metric.getType()) {
      case HISTOGRAM ->
        metric.getHistogramData().getPoints().stream()
            .collect(Collectors.toMap(
                point -> point.getAttributes(),
                point -> List.of(point.getSum(), point.getCount())));
      case DOUBLE_SUM -> doubles(metric.getDoubleSumData().getPoints());
      case LONG_SUM ->
        metric.getLongSumData().getPoints().stream()
            .collect(Collectors.toMap(
                point -> point.getAttributes(), point -> List.of(point.getValue())));
      default ->
        metric.getLongGaugeData().getPoints().stream()
            .collect(Collectors.toMap(
                point -> point.getAttributes(), point -> List.of(point.getValue())));
    };
  }

  private static Map<Attributes, List<Number>> doubles(Collection<DoublePointData> points) {
    return points.stream()
        .collect(
            Collectors.toMap(DoublePointData::getAttributes, point -> List.of(point.getValue())));
  }
}
