package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
  void aFullTableLosesTheFeatureThenTheTenantThenTheModel() {
    // Of the 8 series that are allowed 5 may have a feature, 6 a tenant, 7 a model.
    TelemetrySettings.Builder settings = TelemetrySettings.builder("1").maxSeries(8);
    try (TestTelemetry telemetry = TestTelemetry.setup().settings(settings).build()) {
      for (int feature = 1; feature <= 5; feature++) {
        refuse(telemetry, "acme", "feature-" + feature, "gpt-flat");
      }
      refuse(telemetry, "acme", "feature-6", "gpt-flat");
      refuse(telemetry, "acme", "feature-7", "gpt-flat");
      refuse(telemetry, "late", "feature-1", "gpt-flat");
      refuse(telemetry, "late", "feature-1", "gpt-late");

      assertThat(telemetry.longsBy("llm.requests", Names.FEATURE))
          .containsEntry("feature-5", 1L)
          .containsEntry("other", 4L)
          .hasSize(6);
      assertThat(telemetry.longsBy("llm.requests", TENANT))
          .containsOnly(Map.entry("acme", 7L), Map.entry("other", 2L));
      assertThat(telemetry.longsBy("llm.requests", Names.REQUEST_MODEL))
          .containsOnly(Map.entry("gpt-flat", 8L), Map.entry("other", 1L));
      assertThat(telemetry.longsBy("costspan.labels.folded", Names.LABEL))
          .containsOnly(
              Map.entry("llm.feature", 4L),
              Map.entry("tenant.id", 2L),
              Map.entry("gen_ai.request.model", 1L));
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

  private static void refuse(TestTelemetry telemetry, String tenant, String feature, String model) {
    telemetry.call(
        Calls.chat(model, TestTelemetry.paidBy(tenant, feature)),
        Calls.refused(Outcome.RATE_LIMITED, "429"));
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
