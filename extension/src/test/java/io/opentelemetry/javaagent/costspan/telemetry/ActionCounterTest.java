package io.opentelemetry.javaagent.costspan.telemetry;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
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
}
