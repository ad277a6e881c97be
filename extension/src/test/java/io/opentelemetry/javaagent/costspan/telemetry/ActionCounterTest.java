package io.opentelemetry.javaagent.costspan.telemetry;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.attribution.UsualAttribution;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionCounterTest {

  @Test
  void countsByTenantAndFeature() {
    try (TestTelemetry telemetry = TestTelemetry.create()) {
      telemetry.calls().actions().acted(TestTelemetry.paidBy("acme", "ignored"), "copilot");
      telemetry.calls().actions().acted(TestTelemetry.paidBy("acme", "ignored"), "copilot");
      telemetry.calls().actions().acted(Context.root(), "support");

      assertThat(telemetry.longsBy("llm.actions", stringKey("tenant.id")))
          .isEqualTo(Map.of("acme", 2L, "unknown", 1L));
      assertThat(telemetry.longsBy("llm.actions", stringKey("llm.feature")))
          .isEqualTo(Map.of("copilot", 2L, "support", 1L));
    }
  }

  @Test
  void boundsTheTenantsAsTheCallsDo() {
    TelemetrySettings.Builder two = TelemetrySettings.builder("1").maxTenants(2);
    try (TestTelemetry telemetry = TestTelemetry.setup().settings(two).build()) {
      for (int i = 0; i < 10; i++) {
        telemetry.calls().actions().acted(TestTelemetry.paidBy("tenant-" + i, ""), "copilot");
      }

      assertThat(telemetry.longsBy("llm.actions", stringKey("tenant.id")))
          .isEqualTo(Map.of("tenant-0", 1L, "tenant-1", 1L, "other", 8L));
    }
  }

  @Test
  void asManyActionsOfEachFeatureAreLeftWhenATenantLosesItsName() {
    Names names = Names.published("tenant.id");
    Labels labels =
        new Labels(names, TelemetrySettings.builder("1").maxTenants(1).build());
    ActionCounter counter =
        new ActionCounter(names, labels, new InFlight(), UsualAttribution.create(), 3);
    InMemoryMetricReader reader = InMemoryMetricReader.create();
    try (SdkMeterProvider meters =
        SdkMeterProvider.builder().registerMetricReader(reader).build()) {
      Meter meter = meters.get("test");
      meter.batchCallback(counter::report, counter.instruments(meter).get(0));
      for (String feature : List.of("copilot", "support", "one too many")) {
        counter.acted(TestTelemetry.paidBy("acme", ""), feature);
      }

      labels.tenant().of("globex", 100);
      assertThat(labels.dismiss(1)).isTrue();
      counter.fold(true);
      labels.appoint();

      assertThat(reader.collectAllMetrics())
          .flatExtracting(metric -> metric.getLongSumData().getPoints())
          .extracting(
              point -> point.getAttributes().get(stringKey("llm.feature")), LongPointData::getValue)
          .containsExactlyInAnyOrder(
              tuple("copilot", 1L), tuple("support", 1L), tuple("other", 1L));
    }
  }
}
