package io.opentelemetry.javaagent.costspan;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpstreamModulesOffByPropertiesTest {

  @Test
  void switchesTheAgentsModulesOffWhenNothingIsWritten() {
    assertThat(overridesOf(Map.of()))
        .containsExactlyInAnyOrderEntriesOf(Map.of(
            "otel.instrumentation.openai-java.enabled", "false",
            "otel.instrumentation.aws-sdk-2.2-bedrock-runtime.enabled", "false",
            "otel.instrumentation.aws-sdk-bedrock-runtime.enabled", "false"));
  }

  @Test
  void leavesAloneWhatTheOperatorSwitchedOn() {
    assertThat(overridesOf(Map.of("otel.instrumentation.openai.enabled", "true")))
        .doesNotContainKey("otel.instrumentation.openai-java.enabled");
  }

  @Test
  void leavesAllAloneUnderAnAgentThatItDoesNotKnow() {
    assertThat(UpstreamModulesOffByProperties.switchOff(
            DefaultConfigProperties.createFromMap(Map.of())))
        .isEmpty();
  }

  private static Map<String, String> overridesOf(Map<String, String> written) {
    return UpstreamModulesOffByProperties.overrides(DefaultConfigProperties.createFromMap(written));
  }
}
