package io.costspan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {
  @Test
  void exportsElsewhereOnlyWhenAnEndpointIsNamed() {
    assertThat(settings(Map.of()).exportsElsewhere()).isFalse();
    assertThat(settings(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", " ")).exportsElsewhere())
        .isFalse();
    assertThat(settings(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4318")).exportsElsewhere())
        .isTrue();
  }

  @Test
  void namesTheKeysThatAreMissing() {
    assertThat(settings(Map.of()).missingKeys())
        .containsExactly("OPENAI_API_KEY", "ANTHROPIC_API_KEY");
    assertThat(settings(Map.of("OPENAI_API_KEY", "sk-1")).missingKeys())
        .containsExactly("ANTHROPIC_API_KEY");
  }

  private static DemoSettings settings(Map<String, String> environment) {
    return TestSettings.of(true, environment);
  }
}
