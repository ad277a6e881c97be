package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CardinalityTest {

  private static final AttributeKey<String> TENANT = AttributeKey.stringKey("tenant.id");
  private static final AttributeKey<Boolean> SDK_OVERFLOW =
      AttributeKey.booleanKey("otel.metric.overflow");

  @Test
  void aHundredThousandTenantsAreNoMoreThanTheBoundAndTheOthers() {
    TelemetrySettings.Builder settings = TelemetrySettings.builder("1").ledgerEnabled(false);
    try (TestTelemetry telemetry =
        TestTelemetry.setup().sampler(Sampler.alwaysOff()).settings(settings).build()) {
      CallEnd answer = Calls.answer(1, 0);
      for (int tenant = 0; tenant < 100_000; tenant++) {
        Context payer = TestTelemetry.paidBy("tenant-" + tenant, "search");
        telemetry.call(Calls.chat("gpt-flat", payer), answer);
      }

      assertThat(telemetry.longsBy("llm.requests", TENANT))
          .hasSize(201)
          .containsEntry("other", 99_800L)
          .containsEntry("tenant-199", 1L);
      assertThat(telemetry.longsBy("llm.requests", Names.FEATURE)).containsOnlyKeys("search");
      assertThat(telemetry.longsBy("costspan.labels.folded", Names.LABEL))
          .containsEntry("tenant.id", 99_800L)
          .hasSize(1);
    }
  }

  @Test
  void theSpanAndTheLedgerKeepAFoldedValue() {
    TelemetrySettings.Builder settings = TelemetrySettings.builder("1").maxTenants(1);
    try (TestTelemetry telemetry = TestTelemetry.setup().settings(settings).build()) {
      telemetry.call(Calls.chat("gpt-flat", TestTelemetry.paidBy("a", "f")), Calls.answer(1, 1));
      telemetry.call(Calls.chat("gpt-flat", TestTelemetry.paidBy("b", "f")), Calls.answer(1, 1));

      assertThat(telemetry.longsBy("llm.requests", TENANT)).containsOnlyKeys("a", "other");
      assertThat(telemetry.spans().get(1).getAttributes().get(TENANT)).isEqualTo("b");
      assertThat(telemetry.events().get(1).getAttributes().get(TENANT)).isEqualTo("b");
    }
  }

  @Test
  void combinationsNeverReachTheLimitAtWhichTheSdkDropsAllLabels() {
    TelemetrySettings.Builder settings = TelemetrySettings.builder("1").ledgerEnabled(false);
    try (TestTelemetry telemetry =
        TestTelemetry.setup().sampler(Sampler.alwaysOff()).settings(settings).build()) {
      CallEnd answer = Calls.cachedAnswer();
      for (int i = 0; i < 20_000; i++) {
        Context payer = TestTelemetry.paidBy("tenant-" + i % 200, "feature-" + i % 99);
        telemetry.call(Calls.chat("model-" + i % 7, payer), answer);
      }

      assertThat(telemetry.metrics()).allSatisfy(metric -> {
        assertThat(metric.getData().getPoints()).hasSizeLessThan(2_000);
        assertThat(overflows(metric)).as(metric.getName()).isFalse();
      });
      assertThat(sum(telemetry, "llm.requests")).isEqualTo(20_000);
      assertThat(sum(telemetry, "llm.tokens")).isEqualTo(22_000_000); // 20,000 × 1,100
      assertThat(telemetry.longsBy("costspan.labels.folded", Names.LABEL))
          .containsKeys("llm.feature", "tenant.id");
    }
  }

  @Test
  void newSeriesInRowsThatAreThereNeverReachThatLimitEither() {
    TelemetrySettings.Builder settings = TelemetrySettings.builder("1").ledgerEnabled(false);
    try (TestTelemetry telemetry =
        TestTelemetry.setup().sampler(Sampler.alwaysOff()).settings(settings).build()) {
      for (Outcome outcome : List.of(Outcome.SUCCESS, Outcome.CANCELLED, Outcome.ERROR)) {
        for (int i = 0; i < 1_000; i++) {
          Context payer = TestTelemetry.paidBy("tenant-" + i % 200, "feature-" + i % 5 * i % 7);
          telemetry.call(Calls.chat("model-" + i % 3, payer), answer(outcome));
        }
      }

      assertThat(ledgerSeries(telemetry).values())
          .hasSize(5)
          .allSatisfy(series -> assertThat(series).isLessThan(2_000));
      assertThat(telemetry.metrics()).noneMatch(CardinalityTest::overflows);
      assertThat(telemetry.longsBy("llm.requests", Names.OUTCOME))
          .containsOnly(
              Map.entry("success", 1_000L),
              Map.entry("cancelled", 1_000L),
              Map.entry("error", 1_000L));
      // Of each call 600 × 2.50, 400 × 1.25 and 100 × 10.00, per million.
      assertThat(usdBy(telemetry, Names.COST_KIND))
          .containsOnly(
              Map.entry("input", "4.5"), Map.entry("cache_read", "1.5"), Map.entry("output", "3"));
      assertThat(usdBy(telemetry, Names.OUTCOME))
          .containsOnly(
              Map.entry("success", "3"), Map.entry("cancelled", "3"), Map.entry("error", "3"));
    }
  }

  @Test
  void noKindOfCallAndNoEndpointGetsACounterBeyondASmallLimit() {
    TelemetrySettings.Builder settings =
        TelemetrySettings.builder("1").ledgerEnabled(false).maxSeries(100);
    try (TestTelemetry telemetry =
        TestTelemetry.setup().sampler(Sampler.alwaysOff()).settings(settings).build()) {
      for (int i = 0; i < 3_500; i++) {
        Outcome outcome = Outcome.values()[i % 7];
        RequestFacts request = RequestFacts.builder().model("m" + i % 11).build();
        Context payer = TestTelemetry.paidBy("t" + i % 13, "f" + i % 17);
        CallStart start = CallStart.of("op" + i % 5, "p" + i % 40, request, null, -1, payer);
        telemetry.call(start, answer(outcome));
      }

      assertThat(ledgerSeries(telemetry).values())
          .hasSize(5)
          .allSatisfy(series -> assertThat(series).isLessThanOrEqualTo(100));
      assertThat(sum(telemetry, "llm.requests")).isEqualTo(3_500);
      assertThat(sum(telemetry, "llm.tokens")).isEqualTo(3_850_000); // 3,500 × 1,100
      assertThat(usdBy(telemetry, Names.CURRENCY)).containsOnly(Map.entry("", "10.5"));
      assertThat(telemetry.longsBy("costspan.labels.folded", Names.LABEL))
          .containsOnlyKeys(
              "llm.feature",
              "tenant.id",
              "gen_ai.request.model",
              "gen_ai.provider.name",
              "gen_ai.operation.name");
    }
  }

  @Test
  void theLimitHoldsAndNothingIsLostWhenManyThreadsFillACounter() throws Exception {
    TelemetrySettings.Builder settings =
        TelemetrySettings.builder("1").ledgerEnabled(false).maxSeries(200);
    try (TestTelemetry telemetry =
        TestTelemetry.setup().sampler(Sampler.alwaysOff()).settings(settings).build()) {
      ExecutorService threads = Executors.newFixedThreadPool(16);
      List<Future<?>> callers = new ArrayList<>();
      for (int thread = 0; thread < 16; thread++) {
        callers.add(threads.submit(() -> {
          for (int i = 0; i < 1_000; i++) {
            Context payer = TestTelemetry.paidBy("t" + i % 50, "f" + i % 7);
            telemetry.call(Calls.chat("m", payer), answer(Outcome.values()[i / 143]));
          }
        }));
      }
      for (Future<?> caller : callers) {
        caller.get();
      }
      threads.shutdown();

      assertThat(ledgerSeries(telemetry).values())
          .hasSize(5)
          .allSatisfy(series -> assertThat(series).isLessThanOrEqualTo(200));
      assertThat(sum(telemetry, "llm.requests")).isEqualTo(16_000);
      assertThat(sum(telemetry, "llm.tokens")).isEqualTo(17_600_000); // 16,000 × 1,100
      assertThat(usdBy(telemetry, Names.CURRENCY)).containsOnly(Map.entry("", "48")); // × 0.003
    }
  }

  /** 50 series: 42 are kept for one row of every kind and outcome, of the other 8 one is an eighth. */
  @Nested
  class WithRoomForEightSeries {

    private final TestTelemetry telemetry = TestTelemetry.setup()
        .settings(TelemetrySettings.builder("1").maxSeries(50))
        .build();

    @AfterEach
    void close() {
      telemetry.close();
    }

    @Test
    void aFullCounterLosesTheFeatureThenTheTenantThenTheModelThenTheEndpoint() {
      for (int feature = 1; feature <= 5; feature++) {
        call("acme", "feature-" + feature, "gpt-flat", Outcome.SUCCESS);
      }
      call("acme", "feature-6", "gpt-flat", Outcome.SUCCESS);
      call("acme", "feature-7", "gpt-flat", Outcome.SUCCESS);
      call("late", "feature-1", "gpt-flat", Outcome.SUCCESS);
      call("late", "feature-1", "gpt-late", Outcome.SUCCESS);
      RequestFacts request = RequestFacts.builder().model("gpt-late").build();
      telemetry.call(
          CallStart.of("chat", "late", request, null, -1, Context.root()), Calls.answer(1, 0));

      assertThat(telemetry.longsBy("llm.requests", Names.FEATURE))
          .containsEntry("feature-5", 1L)
          .containsEntry("other", 5L)
          .hasSize(6);
      assertThat(telemetry.longsBy("llm.requests", TENANT))
          .containsOnly(Map.entry("acme", 7L), Map.entry("other", 3L));
      assertThat(telemetry.longsBy("llm.requests", Names.REQUEST_MODEL))
          .containsOnly(Map.entry("gpt-flat", 8L), Map.entry("other", 2L));
      assertThat(telemetry.longsBy("llm.requests", Names.PROVIDER))
          .containsOnly(Map.entry("openai", 9L), Map.entry("other", 1L));
      assertThat(telemetry.longsBy("costspan.labels.folded", Names.LABEL))
          .containsOnly(
              Map.entry("llm.feature", 5L),
              Map.entry("tenant.id", 3L),
              Map.entry("gen_ai.request.model", 2L),
              Map.entry("gen_ai.provider.name", 1L),
              Map.entry("gen_ai.operation.name", 1L));
    }

    @Test
    void aRowThatIsThereLosesLabelsOnlyOnTheCounterThatIsFull() {
      for (int feature = 1; feature <= 5; feature++) {
        call("acme", "feature-" + feature, "gpt-flat", Outcome.SUCCESS);
      }

      call("acme", "feature-1", "gpt-flat", Outcome.CANCELLED);
      call("acme", "feature-1", "gpt-flat", Outcome.CANCELLED);
      call("acme", "feature-1", "gpt-flat", Outcome.SUCCESS);

      // One input token costs 0.0000025.
      assertThat(usdBy(telemetry, Names.FEATURE))
          .containsEntry("feature-1", "0.000005")
          .containsEntry("feature-2", "0.0000025")
          .containsEntry("other", "0.000005")
          .hasSize(6);
      assertThat(usdBy(telemetry, Names.OUTCOME))
          .containsOnly(Map.entry("success", "0.000015"), Map.entry("cancelled", "0.000005"));
      assertThat(telemetry.longsBy("llm.requests", Names.FEATURE))
          .containsEntry("feature-1", 4L)
          .doesNotContainKey("other");
      assertThat(telemetry.longsBy("costspan.labels.folded", Names.LABEL))
          .containsOnly(Map.entry("llm.feature", 2L));
    }

    private void call(String tenant, String feature, String model, Outcome outcome) {
      telemetry.call(
          Calls.chat(model, TestTelemetry.paidBy(tenant, feature)),
          CallEnd.builder(Calls.answer(1, 0).facts(), outcome).build());
    }
  }

  @Test
  void modelsServersAndErrorsAreBoundedOnTheConventionMetrics() {
    TelemetrySettings.Builder settings =
        TelemetrySettings.builder("1").ledgerEnabled(false).maxModels(10);
    try (TestTelemetry telemetry = TestTelemetry.setup().settings(settings).build()) {
      for (int i = 0; i < 300; i++) {
        RequestFacts request = RequestFacts.builder().model("model-" + i).build();
        telemetry.call(
            CallStart.of("chat", "p" + i, request, "host-" + i, 1_000 + i, Context.root()),
            Calls.refused(Outcome.ERROR, "error-" + i));
      }

      MetricData duration = telemetry.metric("gen_ai.client.operation.duration");
      assertThat(values(duration, Names.REQUEST_MODEL)).hasSize(11).contains("other");
      assertThat(values(duration, Names.PROVIDER)).hasSize(51).contains("other");
      assertThat(values(duration, Names.SERVER_ADDRESS)).hasSize(101).contains("other");
      assertThat(values(duration, Names.ERROR_TYPE)).hasSize(101).contains("other");
      assertThat(values(duration, Names.SERVER_PORT)).hasSize(101).contains("null");
    }
  }

  private static CallEnd answer(Outcome outcome) {
    return CallEnd.builder(Calls.cachedAnswer().facts(), outcome).build();
  }

  /** How many series each ledger counter has. */
  private static Map<String, Integer> ledgerSeries(TestTelemetry telemetry) {
    return telemetry.metrics().stream()
        .filter(metric -> metric.getName().startsWith("llm."))
        .collect(Collectors.toMap(
            MetricData::getName, metric -> metric.getData().getPoints().size()));
  }

  /** Sums of the cost by one label, in plain decimals; a series without it counts under "". */
  private static Map<String, String> usdBy(TestTelemetry telemetry, AttributeKey<String> label) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    telemetry.metric("llm.cost").getDoubleSumData().getPoints().forEach(point -> {
      String value = point.getAttributes().get(label);
      sums.merge(value == null ? "" : value, BigDecimal.valueOf(point.getValue()), BigDecimal::add);
    });
    return sums.entrySet().stream()
        .collect(Collectors.toMap(
            Map.Entry::getKey, sum -> sum.getValue().stripTrailingZeros().toPlainString()));
  }

  private static Set<String> values(MetricData metric, AttributeKey<?> key) {
    return metric.getData().getPoints().stream()
        .map(point -> String.valueOf(point.getAttributes().get(key)))
        .collect(Collectors.toSet());
  }

  private static boolean overflows(MetricData metric) {
    return metric.getData().getPoints().stream()
        .anyMatch(point -> point.getAttributes().get(SDK_OVERFLOW) != null);
  }

  private static long sum(TestTelemetry telemetry, String metric) {
    return telemetry.longsBy(metric, Names.OPERATION).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
