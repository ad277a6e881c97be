package io.opentelemetry.javaagent.costspan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WrittenNamesTest {

  private final WrittenNames names = new WrittenNames(SettingsTable.ALL);

  @Test
  void knowsASettingInEverySpellingOfTheAgent() {
    assertThat(names.unknownAmong(Set.of(
            "otel.instrumentation.costspan.labels.max-tenants",
            "otel.instrumentation.costspan.labels.max.tenants",
            "OTEL_INSTRUMENTATION_COSTSPAN_LABELS_MAX_TENANTS")))
        .isEmpty();
  }

  @Test
  void knowsTheSwitchesOfTheAgent() {
    assertThat(names.unknownAmong(Set.of(
            "otel.instrumentation.costspan.enabled",
            "OTEL_INSTRUMENTATION_COSTSPAN_OPENAI_ENABLED",
            "OTEL_INSTRUMENTATION_COSTSPAN_ANTHROPIC_NATIVE_ENABLED")))
        .isEmpty();
  }

  @Test
  void findsWhatIsMisspelt() {
    assertThat(names.unknownAmong(Set.of(
            "otel.instrumentation.costspan.labels.max-tenant",
            "OTEL_INSTRUMENTATION_COSTSPAN_OPENAI_MODE")))
        .containsExactly(
            "OTEL_INSTRUMENTATION_COSTSPAN_OPENAI_MODE",
            "otel.instrumentation.costspan.labels.max-tenant");
  }

  @Test
  void leavesTheNamesOfOthersAlone() {
    assertThat(names.unknownAmong(
            Set.of("otel.service.name", "otel.instrumentation.costspanner.enabled", "PATH")))
        .isEmpty();
  }
}
